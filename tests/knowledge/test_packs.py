"""The shipped packs hold together; a user's pack adds, replaces, or is told what is wrong."""

import shutil
from pathlib import Path

import pytest

from vedette.errors import KnowledgeError
from vedette.knowledge import fold_name, load_knowledge
from vedette.knowledge.packs import SHIPPED, read_packs
from vedette.model import Bodies, Knowledge, LinkKind

# South, north, west, east: coarse, with room for the sea next to a country.
BOXES = {
    "BY": (51.2, 56.2, 23.1, 32.8), "LT": (53.8, 56.5, 20.8, 26.9), "LV": (55.6, 58.1, 20.8, 28.3),
    "EE": (57.4, 60.0, 21.5, 28.3), "PL": (48.9, 55.0, 14.0, 24.2), "UA": (44.3, 52.4, 22.1, 40.3),
    "FI": (59.5, 70.2, 19.0, 31.7), "DE": (47.2, 55.2, 5.8, 15.1), "SE": (55.2, 69.2, 10.9, 24.2),
    "NO": (57.9, 81.0, 4.4, 31.2), "DK": (54.5, 57.9, 8.0, 15.3), "MD": (45.4, 48.6, 26.6, 30.2),
    "RO": (43.6, 48.3, 20.2, 29.8), "TW": (20.5, 26.4, 116.5, 122.1), "KR": (33.0, 38.7, 124.5, 131.0),
    "KP": (37.6, 43.1, 124.1, 130.8), "GE": (41.0, 43.7, 40.0, 46.8), "RU": (41.1, 82.0, 19.6, 180.0),
    "TR": (35.8, 42.2, 25.6, 44.9), "GB": (49.8, 61.0, -8.7, 2.0), "JP": (24.0, 46.0, 122.9, 146.0),
}  # fmt: skip


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("field", "least"), [("actors", 450), ("outlets", 250), ("exercises", 400), ("equipment", 500)]
)
def test_the_shipped_packs_are_rich(knowledge: Knowledge, field: str, least: int) -> None:
    assert len(getattr(knowledge, field)) >= least


def test_no_shipped_entry_replaces_another() -> None:
    one_by_one = [read_packs([*SHIPPED[:1], folder]) for folder in SHIPPED[1:]]
    world = read_packs(SHIPPED[:1])
    together = read_packs(SHIPPED)
    for field in ("actors", "outlets", "exercises", "places"):
        added = sum(len(getattr(packs, field)) - len(getattr(world, field)) for packs in one_by_one)
        assert len(getattr(together, field)) == len(getattr(world, field)) + added


def test_no_name_is_empty_or_padded(knowledge: Knowledge) -> None:
    words = [a for o in knowledge.outlets for a in (o.name, *o.aliases, *o.domains)]
    words += [a for e in knowledge.equipment for a in (e.name, *e.aliases)]
    words += [a for e in knowledge.exercises for a in (e.name, *e.stems)]
    for actor in knowledge.actors:
        for table in (actor.names, actor.adjectives, actor.capital):
            words += [name for names in table.values() for name in names]
    assert [word for word in words if word != word.strip() or not fold_name(word)] == []


def test_every_party_and_country_exists(knowledge: Knowledge) -> None:
    ids = {actor.id for actor in knowledge.actors}
    assert {actor.party for actor in knowledge.actors} <= ids
    states = {actor.id for actor in knowledge.actors if actor.kind == "state"}
    assert all(knowledge.gazetteer.country(code) is not None for code in states)
    assert {code for e in knowledge.exercises for code in e.countries} <= states


def test_an_alias_leads_to_one_outlet_and_one_kind_of_equipment(knowledge: Knowledge) -> None:
    for nouns in (knowledge.outlets, knowledge.equipment):
        owner: dict[str, str] = {}
        for noun in nouns:
            for alias in dict.fromkeys(name.casefold() for name in (noun.name, *noun.aliases)):
                assert owner.setdefault(alias, noun.name) == noun.name, alias


def test_a_name_leads_to_one_state_or_alliance(knowledge: Knowledge) -> None:
    owner: dict[tuple[str, str], str] = {}
    for actor in knowledge.actors:
        if actor.kind in ("state", "alliance"):
            for language, names in actor.names.items():
                for name in names:
                    assert owner.setdefault((language, name), actor.id) == actor.id, name


def test_state_agencies_are_marked(knowledge: Knowledge) -> None:
    outlets = {outlet.id: outlet for outlet in knowledge.outlets}
    for name in ("TASS", "RIANovosti", "BelTA", "Xinhua", "KCNA"):
        assert outlets[name].state_controlled
        assert outlets[name].kind is LinkKind.AGENCY
    assert not outlets["Reuters"].state_controlled
    assert outlets["EuropeanPravda"].owner == outlets["UkrainskaPravda"].owner


def test_the_places_of_the_region_lie_in_their_countries() -> None:
    outside = []
    for named in read_packs(SHIPPED).places.values():
        place = named.place
        boxes = [BOXES[code] for code in place.countries if code in BOXES]
        lat, lon = place.lat, place.lon
        if not boxes or len(boxes) < len(place.countries) or lat is None or lon is None:
            continue
        if not any(s <= lat <= n and w <= lon <= e for s, n, w, e in boxes):
            outside.append((place.name, lat, lon))
    assert outside == []


def test_a_border_touches_the_boxes_of_both_countries() -> None:
    for border in read_packs(SHIPPED).borders.values():
        for code in border.countries:
            if code in BOXES and border.lat is not None and border.lon is not None:
                south, north, west, east = BOXES[code]
                assert south - 0.5 <= border.lat <= north + 0.5, border.name
                assert west - 0.5 <= border.lon <= east + 0.5, border.name


def test_series_are_known_in_the_scripts_of_the_region(knowledge: Knowledge) -> None:
    series = {e.series: e for e in knowledge.exercises if e.year is None}
    assert {"Zapad", "West", "Захад", "Запад", "Захід"} <= set(series["Zapad"].stems)
    editions = {e.year for e in knowledge.exercises if e.series == "Zapad"}
    assert {None, 2009, 2013, 2017, 2021, 2025} <= editions


def _pack(folder: Path, file: str, content: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(content, encoding="utf-8")
    return folder


def test_a_user_entry_replaces_the_shipped_one_as_a_whole(tmp_path: Path) -> None:
    pack = _pack(tmp_path / "mine", "outlets.toml", '[[outlet]]\nid = "TASS"\nname = "Tass"\nkind = "agency"\n')
    outlets = {outlet.id: outlet for outlet in load_knowledge([pack]).outlets}
    assert (outlets["TASS"].name, outlets["TASS"].aliases) == ("Tass", ())
    assert len(outlets) == len(load_knowledge().outlets)


def test_a_user_body_is_one_of_every_state(tmp_path: Path) -> None:
    body = '[[body]]\nid = "Mint"\nname = "Mint of {state}"\nkind = "organ"\nnames.en = ["mint"]\n'
    found = Bodies.known(load_knowledge([_pack(tmp_path / "mints", "bodies.toml", body)])).find("PE-Mint")
    assert found is not None
    assert (found.name, found.party, found.bodies) == ("Mint of Peru", "PE", ("Mint",))


def test_a_body_under_a_name_of_its_own_is_found_by_state_and_kind(knowledge: Knowledge) -> None:
    bodies = Bodies.known(knowledge)
    found = bodies.of("DE", bodies.kinds["Forces"])
    assert found is not None
    assert (found.id, bodies.find("DE-Forces")) == ("DE-Bundeswehr", found)


def test_armed_groups_are_their_own_party_under_the_identity_of_the_corpus(knowledge: Knowledge) -> None:
    groups = {actor.id: actor.party for actor in knowledge.actors if actor.kind == "group"}
    named = ("JNIM", "M23", "LNA", "RSF", "AlShabaab", "ArakanArmy", "Hamas", "Hezbollah", "Houthis", "Polisario",
             "Taliban", "Wagner")  # fmt: skip
    assert {group: groups.get(group) for group in named} == {group: group for group in named}


def test_a_user_place_comes_first(tmp_path: Path) -> None:
    pack = _pack(
        tmp_path / "mine", "places.toml",
        '[[place]]\nid = "my-minsk"\nname = "Minsk"\nkind = "site"\ncountries = ["BY"]\nlat = 53.1\nlon = 27.1\n',
    )  # fmt: skip
    found = load_knowledge([pack]).gazetteer.find("minsk")
    assert [place.kind for place in found[:2]] == ["site", "city"]


def test_the_later_of_two_user_packs_wins(tmp_path: Path) -> None:
    entry = '[[exercise]]\nid = "Autumn"\nname = "{}"\nstems = ["Autumn"]\n'
    first = _pack(tmp_path / "first", "exercises.toml", entry.format("Autumn Rain"))
    second = _pack(tmp_path / "second", "exercises.toml", entry.format("Autumn Wind"))
    names = [e.name for e in load_knowledge([first, second]).exercises if e.id == "Autumn"]
    assert names == ["Autumn Wind"]


def test_loading_twice_gives_the_same(knowledge: Knowledge) -> None:
    again = load_knowledge()
    assert again.actors == knowledge.actors
    assert again.equipment == knowledge.equipment


OUTLET = '[[outlet]]\nid = "o"\nname = "O"\n'
ACTOR = '[[actor]]\nid = "X-A"\nname = "A"\n'
BODY = '[[body]]\nid = "Mint"\nname = "Mint"\n'
HOLDER = '[[holder]]\nname = "A. Example"\n'
ORGAN = ACTOR + 'kind = "organ"\n'
PLACE = '[[place]]\nid = "p"\nname = "P"\nkind = "city"\n'


@pytest.mark.parametrize(
    ("file", "content", "wanted"),
    [
        ("actors.toml", ACTOR + 'kind = "state"\nnmaes.en = ["A"]', ["actor 1 'X-A'", "'nmaes'", "you mean 'names'"]),
        ("actors.toml", ACTOR + 'kind = "stat"', ["'kind'", "'stat' is not known", "Did you mean 'state'"]),
        ("actors.toml", ACTOR + 'kind = "organ"', ["'party'", "is missing"]),
        ("actors.toml", ACTOR + 'kind = "organ"\nparty = "QQ"', ["'party'", "no actor has the id 'QQ'"]),
        ("actors.toml", ACTOR + 'kind = "state"\nnames = ["A"]', ["'names'", "by language", "names.en"]),
        ("actors.toml", ACTOR + 'kind = "state"\nnames.en = "A"', ["'names.en'", "list of texts"]),
        ("actors.toml", '[[actor]]\nname = "A"\nkind = "state"', ["'id'", "is missing"]),
        ("actors.toml", ORGAN + 'party = "PL"\nbodies = ["Navvy"]', ["'bodies'", "no body has the id 'Navvy'"]),
        ("actors.toml", ORGAN + 'party = "DE"\nbodies = ["Forces"]', ["'bodies'", "'DE-Bundeswehr' is Forces"]),
        ("bodies.toml", BODY + 'kind = "organ"', ["'name'", "'Mint' leaves the state out", "{state}"]),
        ("bodies.toml", BODY + 'kind = "group"', ["'name'"]),
        ("holders.toml", HOLDER + 'of = "EE-Cook"\nsince = "2024-05-01"', ["'of'", "no body has the id 'EE-Cook'"]),
        ("holders.toml", HOLDER + 'of = "EE-Police"\nsince = "May 2024"', ["'since'", "is no date"]),
        ("holders.toml", HOLDER + 'of = "EE-Police"', ["'since'", "is missing"]),
        (
            "holders.toml", HOLDER + 'of = "EE-Police"\nsince = "2024-05-01"\nuntil = "2024-05-01"',
            ["'until'", "is not after 2024-05-01"],
        ),
        ("outlets.toml", OUTLET + 'state_controlled = "yes"', ["'state_controlled'", "true or false"]),
        ("outlets.toml", OUTLET + 'aliases = [""]', ["'aliases'", "none empty"]),
        ("outlets.toml", OUTLET + 'country = "Latvia"', ["'country'", "alpha-2"]),
        ("outlets.toml", OUTLET + "state_controlled = true", ["'state_controlled'", "no state is named", "country ="]),
        ("outlets.toml", OUTLET + 'kind = "paper"', ["'kind'", "outlet, agency"]),
        ("outlets.toml", OUTLET + 'reliability = "G"', ["'reliability'"]),
        ("outlets.toml", OUTLET * 2, ["outlet 2 'o'", "stands in outlet 1 already"]),
        ("exercises.toml", '[[exercise]]\nid = "e"\nname = "E"\nyear = 25', ["'year'", "four digits"]),
        ("exercises.toml", '[[exercise]]\nid = "e"\nname = "E"\nyear = "2025"', ["'year'", "whole number"]),
        ("equipment.toml", '[[equipment]]\nname = "E"\nkind = "spoon"', ["'kind'", "'spoon' is not known"]),
        ("places.toml", PLACE + "lat = 123.0\nlon = 20", ["'lat'", "out of range", "swapped"]),
        ("places.toml", PLACE + "lat = 54.0\nlon = 200.5", ["'lon'", "out of range"]),
        ("places.toml", PLACE + "lat = 54.0", ["'lon'", "is missing"]),
        ("places.toml", PLACE + 'lat = "54"\nlon = 2', ["'lat'", "has to be a number"]),
        ("places.toml", PLACE + 'lat = 54\nlon = 2\ncountries = ["pl"]', ["'countries'", "two capital letters"]),
        ("places.toml", 'name = "P"', ["'name' does not belong here", "[[place]]"]),
        ("borders.toml", '[[border]]\ncountries = ["PL"]\nlat = 1\nlon = 1', ["'countries'", "two countries"]),
        ("places.toml", "[[place]]\nid = \nname = 1", ["not valid TOML", "line 2"]),
        ("actor.toml", ACTOR, ["is not a file of a pack", "actors.toml"]),
    ],
)
def test_a_wrong_pack_is_told_where_and_what_to_do(tmp_path: Path, file: str, content: str, wanted: list[str]) -> None:
    pack = _pack(tmp_path / "wrong", file, content)
    with pytest.raises(KnowledgeError) as raised:
        load_knowledge([pack])
    assert [part for part in (file, *wanted) if part not in str(raised.value)] == []


def test_a_pack_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="there is no such pack"):
        load_knowledge([tmp_path / "nowhere"])


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="holds no file of a pack"):
        load_knowledge([tmp_path])


def test_a_pack_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_bytes('[[outlet]]\nid = "Ž"'.encode("cp1257"))
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        load_knowledge([tmp_path])


def test_a_shipped_pack_can_be_copied_and_used_as_ones_own(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED[1], tmp_path / "copy")
    assert load_knowledge([tmp_path / "copy"]).outlets == load_knowledge().outlets
