"""A user's watch list: what it names is found, and what is wrong in it is told."""

from pathlib import Path

import pytest

from vedette.errors import KnowledgeError
from vedette.knowledge import load_knowledge
from vedette.model import EventType, PlaceKind, WatchedPlace


def watching(folder: Path, text: str) -> tuple[WatchedPlace, ...]:
    (folder / "watch.toml").write_text(f'[[watch]]\nid = "w"\nname = "Watched"\n{text}', encoding="utf-8")
    return load_knowledge([folder]).watched


def test_nothing_is_shipped_under_watch() -> None:
    assert load_knowledge().watched == ()


def test_places_borders_and_types_are_looked_up(tmp_path: Path) -> None:
    watched, = watching(tmp_path, 'places = ["Brest, BY"]\nborders = ["PL-BY"]\nwithin_km = 10\ntypes = ["strike"]')
    town, border = watched.places
    assert (town.name, town.countries) == ("Brest", ("BY",))
    assert (border.kind, set(border.countries)) == (PlaceKind.BORDER, {"BY", "PL"})
    assert (watched.types, watched.within_km) == ((EventType.STRIKE,), 10.0)


def test_a_country_is_enough(tmp_path: Path) -> None:
    watched, = watching(tmp_path, 'countries = ["LT"]')
    assert (watched.id, watched.name, watched.countries, watched.places) == ("w", "Watched", ("LT",), ())


def test_a_place_of_the_same_pack_can_be_watched(tmp_path: Path) -> None:
    (tmp_path / "places.toml").write_text(
        '[[place]]\nid = "x-range"\nname = "Example Range"\nkind = "training_ground"\nlat = 55.0\nlon = 24.0\n',
        encoding="utf-8",
    )
    watched, = watching(tmp_path, 'places = ["Example Range"]')
    assert watched.places[0].kind is PlaceKind.TRAINING_GROUND


@pytest.mark.parametrize(("text", "told"), [
    ("", "names nothing to watch"), ('places = ["Nowhere at All"]', "'Nowhere at All' is not known"),
    ('places = ["Brest, EE"]', "'Brest, EE' is not known"), ('borders = ["LT-PT"]', "'LT-PT' is not known"),
    ('borders = ["Poland"]', "'Poland' is not known"), ('countries = ["Latvia"]', "ISO 3166-1"),
    ('countries = ["LT"]\ntypes = ["picnic"]', "'picnic' is no event type"), ('radius = 5', "not a key"),
])
def test_a_mistake_is_told_with_file_entry_and_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(KnowledgeError, match=r"watch\.toml: watch 1 'w'") as error:
        watching(tmp_path, text)
    assert told in str(error.value)
