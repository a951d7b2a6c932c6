"""Bodies of states, in every language: the state before, behind, or not named at all."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from vedette.errors import KnowledgeError
from vedette.evaluation.annotated import LANGUAGES
from vedette.model import Knowledge
from vedette.reading.bodies import load_whose
from vedette.reading.document import Form, MentionKind
from vedette.reading.inflection import load_inflection
from vedette.reading.names import NameIndex

DAY = "2025-09-12"
WORDINGS = [
    ("en", "the Ministry of Defence of Belarus", "BY-MoD"), ("en", "Belarusian defence minister", "BY-MoD"),
    ("en", "Poland's deputy foreign minister", "PL-MFA"), ("en", "the armed forces of the United States", "US-Forces"),
    ("en", "the U.S. Army", "US-Forces"), ("en", "the general staff of the Polish army", "PL-GeneralStaff"),
    ("en", "Peru's customs service", "PE-Customs"), ("en", "authorities of Moldova", "MD"),
    ("uk", "білоруське міноборони", "BY-MoD"), ("uk", "у Міністерстві оборони Білорусі", "BY-MoD"),
    ("uk", "речниця МЗС Польщі", "PL-MFA"), ("uk", "фінськими прикордонниками", "FI-BorderGuard"),
    ("uk", "Генштабу Збройних сил України", "UA-GeneralStaff"), ("uk", "прем’єр-міністру Литви", "LT-Government"),
    ("uk", "влада Естонії", "EE"),
    ("ru", "белорусского Генштаба", "BY-GeneralStaff"), ("ru", "Минобороны Белоруссии", "BY-MoD"),
    ("ru", "МИДом Китая", "CN-MFA"), ("ru", "польским пограничникам", "PL-BorderGuard"),
    ("ru", "властями Молдавии", "MD"), ("ru", "замминистра обороны Румынии", "RO-MoD"),
    ("be", "Міністэрстваў абароны Беларусі", "BY-MoD"), ("be", "беларускага Міністэрства абароны", "BY-MoD"),
    ("be", "літоўскай памежнай службы", "LT-BorderGuard"), ("be", "урада Польшчы", "PL-Government"),
    ("pl", "białoruskiego ministerstwa obrony", "BY-MoD"), ("pl", "Ministerstwo Obrony Białorusi", "BY-MoD"),
    ("pl", "rosyjskie MSZ", "RU-MFA"), ("pl", "wojsk rosyjskich", "RU-Forces"),
    ("pl", "premierem Litwy", "LT-Government"),
    ("pl", "łotewskiej straży granicznej", "LV-BorderGuard"), ("pl", "władze Estonii", "EE"),
    ("lt", "Baltarusijos gynybos ministerijai", "BY-MoD"), ("lt", "Lenkijos pasieniečių", "PL-BorderGuard"),
    ("lt", "rusų kariuomenė", "RU-Forces"), ("lt", "Latvijos vyriausybę", "LV-Government"),
    ("lt", "Lenkijos URM", "PL-MFA"),
    ("lv", "Baltkrievijas Aizsardzības ministrijas", "BY-MoD"), ("lv", "krievu armija", "RU-Forces"),
    ("lv", "Igaunijas valdībai", "EE-Government"), ("lv", "Lietuvas robežsargiem", "LT-BorderGuard"),
    ("et", "Valgevene kaitseministeeriumi", "BY-MoD"), ("et", "Leedu peaministrile", "LT-Government"),
    ("et", "Vene armee", "RU-Forces"), ("et", "Läti piirivalve", "LV-BorderGuard"), ("et", "Poola võimud", "PL"),
    ("de", "das belarussische Verteidigungsministerium", "BY-MoD"), ("de", "Polens Verteidigungsminister", "PL-MoD"),
    ("de", "dem Außenministerium der Ukraine", "UA-MFA"), ("de", "litauischen Grenzschützern", "LT-BorderGuard"),
    ("de", "US-Marine", "US-Navy"), ("de", "die Regierung von Estland", "EE-Government"),
    ("fi", "Valko-Venäjän puolustusministeriön", "BY-MoD"), ("fi", "Puolan rajavartijat", "PL-BorderGuard"),
    ("fi", "venäläiset joukot", "RU-Forces"), ("fi", "Viron ulkoministeriölle", "EE-MFA"),
    ("fi", "Ruotsin armeijan", "SE-Forces"),
    ("en", "Latvia's air navigation service", "LV-AirNavigation"),
    ("en", "Estonian military intelligence", "EE-MilitaryIntelligence"),
    ("en", "the civil aviation authority of Romania", "RO-CivilAviation"),
    ("uk", "воєнної розвідки Латвії", "LV-MIDD"), ("uk", "польська авіаційна служба", "PL-CivilAviation"),
    ("ru", "украинской военной разведке", "UA-HUR"), ("ru", "авиационными властями Финляндии", "FI-CivilAviation"),
    ("be", "украінскай ваеннай разведкі", "UA-HUR"), ("be", "аэранавігацыйная служба Латвіі", "LV-AirNavigation"),
    ("pl", "rosyjskiego wywiadu wojskowego", "RU-GRU"), ("pl", "litewskie władze lotnicze", "LT-CivilAviation"),
    ("lt", "Ukrainos karinė žvalgyba", "UA-HUR"), ("lt", "Latvijos oro navigacijos tarnybai", "LV-AirNavigation"),
    ("lv", "Krievijas militārā izlūkošana", "RU-GRU"), ("lv", "Polijas aeronavigācijas dienestu", "PL-PANSA"),
    ("et", "Vene sõjaväeluure", "RU-GRU"), ("et", "Läti lennuameti", "LV-CivilAviation"),
    ("de", "die polnische Flugsicherung", "PL-PANSA"), ("de", "lettischen Militärgeheimdienst", "LV-MIDD"),
    ("fi", "Ukrainan sotilastiedustelun", "UA-HUR"), ("fi", "Latvian ilmailuviranomainen", "LV-CivilAviation"),
]


@pytest.fixture(scope="module")
def names(knowledge: Knowledge) -> Mapping[str, NameIndex]:
    return {code: NameIndex(knowledge, language=code, inflection=load_inflection(code)) for code in LANGUAGES}


@pytest.mark.parametrize(("language", "words", "identity"), WORDINGS)
def test_a_body_and_its_state_are_one_name_with_one_identity(
    names: Mapping[str, NameIndex], language: str, words: str, identity: str
) -> None:
    found = names[language].find(words, published=DAY)
    assert [mention.actor.id for mention in found if mention.actor is not None] == [identity]
    assert found[0].actor is not None
    assert found[0].actor.party == identity[:2]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "the defence ministry"), ("uk", "у міноборони"), ("ru", "пограничники"), ("be", "ўрад"), ("pl", "MSZ"),
        ("lt", "vyriausybė"), ("lv", "robežsargi"), ("et", "valitsus"), ("de", "das Innenministerium"),
        ("fi", "hallitus"),
    ],
)
def test_a_body_alone_is_nobodys_and_only_named_where_asked_for(
    names: Mapping[str, NameIndex], language: str, words: str
) -> None:
    assert names[language].find(words, published=DAY) == []
    [mention] = names[language].find(words, published=DAY, bare=True)
    assert (mention.kind, mention.actor) == (MentionKind.BODY, None)


def _bodies(index: NameIndex, words: str) -> list[str]:
    return [mention.actor.id for mention in index.find(words, published=DAY) if mention.actor is not None]


def test_two_bodies_joined_have_the_state_that_is_said_once(names: Mapping[str, NameIndex]) -> None:
    assert _bodies(names["en"], "the army and police of Peru") == ["PE-Forces", "PE-Police"]
    assert _bodies(names["en"], "Estonian police and navy") == ["EE-PPA", "EE-Navy"]
    assert _bodies(names["uk"], "уряду Литви та парламенту") == ["LT-Government", "LT-Parliament"]


def test_a_state_before_the_second_body_is_not_that_of_the_first(names: Mapping[str, NameIndex]) -> None:
    assert _bodies(names["fi"], "poliisi ja Venäjän ilmavoimat") == ["RU-AirForce"]
    assert _bodies(names["en"], "the navy and the Russian police") == ["RU-Police"]


def test_a_state_in_its_dictionary_form_owns_no_body(names: Mapping[str, NameIndex]) -> None:
    assert _bodies(names["lt"], "Lietuva kariuomenei perdavė") == ["LT"]
    assert _bodies(names["ru"], "в минобороны Польша") == ["PL"]
    assert _bodies(names["fi"], "Suomi armeijan") == ["FI"]


def test_who_held_an_office_speaks_for_nobody(names: Mapping[str, NameIndex]) -> None:
    assert _bodies(names["uk"], "колишній міністр оборони Польщі") == ["PL"]
    assert _bodies(names["en"], "Poland's former defence minister") == ["PL"]
    assert _bodies(names["de"], "der ehemalige Verteidigungsminister Polens") == ["PL"]


def test_the_state_is_kept_beside_the_body(names: Mapping[str, NameIndex]) -> None:
    [mention] = names["pl"].find("litewskiego rządu", published=DAY)
    assert mention.state is not None
    assert (mention.state.id, mention.form, mention.name) == ("LT", Form.ADJECTIVE, "Government of Lithuania")


def test_a_body_with_a_name_of_its_own_has_one_identity(names: Mapping[str, NameIndex]) -> None:
    assert _bodies(names["en"], "the Bundeswehr") == _bodies(names["fi"], "Saksan asevoimat") == ["DE-Bundeswehr"]
    assert _bodies(names["uk"], "Пентагон") == _bodies(names["lt"], "JAV gynybos ministerija") == ["US-DoD"]


@pytest.mark.parametrize(
    ("language", "words", "identity"),
    [
        ("en", "Putin said", "RU-President"), ("uk", "за словами Путіна", "RU-President"),
        ("ru", "с Лукашенко", "BY-President"), ("be", "Лукашэнкам", "BY-President"), ("pl", "Tuskowi", "PL-Government"),
        ("lt", "Trumpo", "US-President"), ("lv", "Zelenskim", "UA-President"), ("et", "Macronile", "FR-President"),
        ("de", "Erdogans", "TR-President"), ("fi", "Stubbin", "FI-President"),
    ],
)
def test_who_holds_an_office_is_the_office(
    names: Mapping[str, NameIndex], language: str, words: str, identity: str
) -> None:
    [mention] = names[language].find(words, published=DAY)
    assert mention.actor is not None
    assert (mention.actor.id, mention.form) == (identity, Form.HOLDER)


@pytest.mark.parametrize(
    ("language", "words", "identity"),
    [
        ("en", "Prime Minister Donald Tusk", "PL-Government"),
        ("uk", "прем’єр-міністра Дональда Туска", "PL-Government"),
        ("ru", "президенту Владимиру Путину", "RU-President"), ("lt", "prezidentas Gitanas Nausėda", "LT-President"),
        ("pl", "prezydenta Karola Nawrockiego", "PL-President"), ("de", "Präsident Emmanuel Macron", "FR-President"),
    ],
)
def test_an_office_before_the_name_of_its_holder_is_his(
    names: Mapping[str, NameIndex], language: str, words: str, identity: str
) -> None:
    [mention] = names[language].find(words, published=DAY)
    assert mention.actor is not None
    assert (mention.actor.id, mention.span.of(words)) == (identity, words)


@pytest.mark.parametrize(("language", "words"), [("uk", "ЗСУ"), ("ru", "ВСУ")])
def test_an_abbreviation_in_capitals_is_no_inflected_one(
    names: Mapping[str, NameIndex], language: str, words: str
) -> None:
    assert _bodies(names[language], words) == ["UA-Forces"]


def test_an_office_is_that_of_the_day(names: Mapping[str, NameIndex]) -> None:
    words = "Joe Biden"
    assert _bodies(names["en"], words) == []
    [mention] = names["en"].find(words, published="2024-05-01")
    assert mention.actor is not None
    assert mention.actor.id == "US-President"
    assert names["en"].find(words, published=None) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_body(knowledge: Knowledge, language: str) -> None:
    assert [body.id for body in knowledge.bodies if not body.names.get(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_who_holds_an_office(knowledge: Knowledge, language: str) -> None:
    assert [holder.name for holder in knowledge.holders if not holder.names.get(language)] == []


def test_a_language_without_the_file_is_an_error_that_says_so() -> None:
    with pytest.raises(KnowledgeError, match=r"'xx' has no file bodies\.toml"):
        load_whose("xx")
