"""Places are found by name, in several scripts, and the known traps stay closed."""

import multiprocessing
import pickle
from pathlib import Path

import pytest

from vedette.errors import KnowledgeError
from vedette.knowledge import SqliteGazetteer, load_knowledge
from vedette.knowledge.packs import Packs
from vedette.model import Gazetteer, PlaceKind


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_knowledge().gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Minsk", "city", "BY", 53.9, 27.57),
        ("Мінск", "city", "BY", 53.9, 27.57),
        ("Минск", "city", "BY", 53.9, 27.57),
        ("Kyiv", "city", "UA", 50.45, 30.52),
        ("Kiev", "city", "UA", 50.45, 30.52),
        ("Київ", "city", "UA", 50.45, 30.52),
        ("Odessa", "city", "UA", 46.48, 30.73),
        ("Львів", "city", "UA", 49.84, 24.02),
        ("Kaliningrad", "city", "RU", 54.71, 20.51),
        ("Калининград", "city", "RU", 54.71, 20.51),
        ("Tapa", "city", "EE", 59.26, 25.96),
        ("Medininkai", "crossing", "LT", 54.54, 25.66),
        ("Медининкай", "crossing", "LT", 54.54, 25.66),
        ("Kuznica", "crossing", "PL", 53.51, 23.65),
        ("Kukuryki", "crossing", "PL", 52.13, 23.59),
        ("Pāternieki", "crossing", "LV", 55.86, 27.72),
        ("Vaalimaa", "crossing", "FI", 60.6, 27.86),
        ("Rukla", "training_ground", "LT", 55.05, 24.38),
        ("Nursipalu", "training_ground", "EE", 57.75, 26.97),
        ("Bemowo Piskie", "training_ground", "PL", 53.7, 21.96),
        ("Борисовский полигон", "training_ground", "BY", 54.3, 28.6),
        ("Obuz-Lesnovsky", "training_ground", "BY", 52.98, 25.83),
        ("Gozhsky", "training_ground", "BY", 53.82, 23.85),
        ("Machulishchy", "airfield", "BY", 53.77, 27.58),
        ("Зябровка", "airfield", "BY", 52.3, 31.16),
        ("Šiauliai air base", "airfield", "LT", 55.89, 23.4),
        ("Lielvarde airbase", "airfield", "LV", 56.78, 24.85),
        ("Ämari", "airfield", "EE", 59.26, 24.21),
        ("Vilnius airport", "airfield", "LT", 54.63, 25.29),
        ("Rzeszow airport", "airfield", "PL", 50.11, 22.02),
        ("Suwalki Corridor", "region", "PL", 54.25, 23.15),
        ("Podlaskie", "region", "PL", 53.35, 22.9),
        ("Latgale", "region", "LV", 56.4, 27.2),
        ("Крим", "region", "UA", 45.3, 34.4),
        ("Zaporizhzhia NPP", "site", "UA", 47.51, 34.59),
        ("Šiauliai", "city", "LT", 55.93, 23.32),
        ("Daugavpils", "city", "LV", 55.88, 26.53),
        ("Narva", "city", "EE", 59.38, 28.19),
        ("Białystok", "city", "PL", 53.13, 23.16),
        ("Гродно", "city", "BY", 53.68, 23.83),
        ("Псков", "city", "RU", 57.81, 28.35),
        ("Lappeenranta", "city", "FI", 61.06, 28.19),
        ("Taipei", "city", "TW", 25.04, 121.56),
    ],
)
def test_the_first_place_of_a_name_is_the_one_meant(
    gazetteer: Gazetteer, *, name: str, kind: str, country: str, lat: float, lon: float
) -> None:
    place = gazetteer.find(name)[0]
    assert (place.kind, country in place.countries) == (kind, True)
    assert place.lat == pytest.approx(lat, abs=0.1)
    assert place.lon == pytest.approx(lon, abs=0.1)


@pytest.mark.parametrize("name", ["Baltic Sea", "Балтийское море", "Gulf of Finland", "Taiwan Strait", "Kerch Strait"])
def test_waters_are_found_and_belong_to_nobody_in_particular(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name)[0].kind is PlaceKind.WATER


@pytest.mark.parametrize("name", ["Belarus", "Poland", "Georgia", "Jordan", "Chad", "UK", "United States"])
def test_a_country_comes_before_a_town_of_the_same_name(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name)[0].kind is PlaceKind.COUNTRY


@pytest.mark.parametrize("name", ["", " - ", "Xyzzyville", "north", "Thursday", "the", "soldiers", "VNO"])
def test_words_that_name_no_place_find_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name) == ()


def test_case_accents_and_hyphens_do_not_matter(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("ŠALČININKAI") == gazetteer.find("salcininkai") == gazetteer.find("Salčininkai")


def test_the_most_populous_comes_first_where_no_pack_speaks(gazetteer: Gazetteer) -> None:
    populations = [place.population for place in gazetteer.find("Brest")]
    assert len(populations) > 1
    assert populations == sorted(populations, reverse=True)


def test_a_place_of_a_pack_is_not_listed_twice(gazetteer: Gazetteer) -> None:
    assert sum(place.countries == ("EE",) and place.kind == "city" for place in gazetteer.find("Tapa")) == 1


def test_a_border_is_the_same_from_both_sides(gazetteer: Gazetteer) -> None:
    border = gazetteer.border("PL", "BY")
    assert border is not None
    assert border == gazetteer.border("BY", "PL")
    assert border == gazetteer.find("Belarus-Poland border")[0]
    assert (border.name, border.kind, border.countries) == ("Poland-Belarus border", PlaceKind.BORDER, ("PL", "BY"))


def test_the_taiwan_strait_is_no_land_border(gazetteer: Gazetteer) -> None:
    assert gazetteer.border("CN", "TW") is None


def test_a_country_is_known_by_its_code(gazetteer: Gazetteer) -> None:
    belarus = gazetteer.country("BY")
    assert belarus is not None
    assert (belarus.name, belarus.lat, belarus.lon) == ("Belarus", 53.7, 27.95)
    assert belarus.population > 1_000_000
    assert gazetteer.country("ZZ") is None


def test_a_pickled_copy_answers_alike(gazetteer: Gazetteer) -> None:
    copy = pickle.loads(pickle.dumps(gazetteer))
    assert copy.find("Мінск") == gazetteer.find("Мінск")
    assert copy.border("LT", "LV") == gazetteer.border("LV", "LT")


def test_a_missing_gazetteer_names_the_command_that_builds_it(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"python -m vedette\.knowledge\.build_gazetteer"):
        SqliteGazetteer.open(tmp_path / "gazetteer.sqlite", packs=Packs())


def test_a_damaged_gazetteer_names_the_command_that_builds_it(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer.sqlite"
    file.write_bytes(b"not a database at all" * 100)
    with pytest.raises(KnowledgeError, match="Build it again with"):
        SqliteGazetteer.open(file, packs=Packs())


def test_a_forked_process_reads_on_its_own(gazetteer: Gazetteer) -> None:
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found = pool.map(gazetteer.find, ["Vitebsk", "Gomel", "Mogilev", "Pinsk"] * 5)
    assert found == [gazetteer.find(name) for name in ["Vitebsk", "Gomel", "Mogilev", "Pinsk"] * 5]
