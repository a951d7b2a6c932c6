"""From tags to claims, with tags as a person marks them: whatever goes wrong here is not the network's fault."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Factuality, Knowledge, LinkKind, Report, Span, Stage
from vedette.reading.facts import FactReader
from vedette.reading.tags import Tags
from vedette.reading.tags.labels import Role

Read = Callable[..., list[Claim]]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture
def read(knowledge: Knowledge) -> Read:
    def of(language: str, published: str, marked: str, outlet: str = "Example Wire") -> list[Claim]:
        head = f"@ {language}-0001 story=a published={published} genre=agency region=baltic on=yes outlet={outlet}\n"
        [item], problems = parse_items(head + marked, file="test")
        assert not problems
        report = Report.of(item.text, ref="a", outlet=outlet, published=published, language=language)
        return FactReader(knowledge, language=language, tagger=GoldTagger(item)).read(report)

    return of


def test_ukrainian_a_closure_has_its_border_day_and_speaker(read: Read) -> None:
    [claim] = read(
        "uk", "2026-05-13",
        "<S1:{Польща|A1 PL} {закрила|E1 border_closure} {кордон із Білоруссю|P1 border PL-BY} "
        "{з понеділка|T1 2026-05-11..}>, "
        "{повідомив|C1} {міністр внутрішніх справ Польщі|S1 official PL}.\nE1 who=A1 at=P1 when=T1\n",
    )
    assert [actor.id for actor in claim.actors] == ["PL"]
    assert [sorted(place.place.countries) for place in claim.places] == [["BY", "PL"]]
    assert claim.period is not None and claim.period.start == "2026-05-11" and claim.period.open_end
    assert [(link.kind, link.party, link.cue) for link in claim.attribution] == [(LinkKind.OFFICIAL, "PL", "повідомив")]


def test_lithuanian_inflected_towns_are_found(read: Read) -> None:
    [claim] = read(
        "lt", "2026-05-13",
        "{Latvijos kariai|A1 LV} {treniruosis|E1 exercise} {Daugpilyje|P1 city LV as=Daugpilis} "
        "{nuo gegužės 20 d.|T1 2026-05-20..}.\n"
        "E1 planned who=A1 at=P1 when=T1\n",
    )
    assert [place.place.name for place in claim.places] == ["Daugavpils"]
    assert claim.stage is Stage.PLANNED and claim.period is not None and claim.period.start == "2026-05-20"


def test_what_is_dated_ahead_is_planned_whatever_the_words_look_like(read: Read) -> None:
    [claim] = read(
        "de", "2026-05-13",
        "{Estland|A1 EE} {sperrt|E1 airspace_restriction} am {20. Mai 2026|T1 2026-05-20} "
        "den {Luftraum|P1 region EE}.\n"
        "E1 who=A1 at=P1 when=T1\n",
    )
    assert claim.stage is Stage.PLANNED


def test_polish_a_chain_runs_from_the_relay_to_the_origin(read: Read) -> None:
    [claim] = read(
        "pl", "2026-05-13",
        "{Gazeta „Północ”|S1 outlet}, {powołując się|C1} na {agencję Meduna|S2 agency}, podaje, że "
        "<S1>S2:{Finlandia|A1 FI} {zestrzeliła|E1 shootdown} {drona|W1 uav}>.\nE1 who=A1 gear=W1\n",
    )
    assert [link.kind for link in claim.attribution] == [LinkKind.OUTLET, LinkKind.AGENCY]
    assert claim.equipment[0].kind == "uav"


def test_the_ministry_is_that_of_the_country_that_the_text_speaks_of(read: Read) -> None:
    claims = read(
        "fi", "2026-05-13",
        "{Ruanda|A1 RW} {sulki|E1 border_closure} {rajansa|P1 border CD-RW}. "
        "<S1:{Raja|P2=P1} {avataan|E2 border_reopening} "
        "{perjantaina|T1 2026-05-15}>, {puolustusministeriö|S1 official RW} {sanoi|C1}.\n"
        "E1 who=A1 at=P1\nE2 planned at=P2 when=T1\n",
    )
    assert claims[1].attribution[0].party == "RW"


def test_the_same_event_told_again_is_one_claim_with_what_both_tell(read: Read) -> None:
    [claim] = read(
        "et", "2026-05-13",
        "# {Läti|A1 LV} {saadab|E1 deployment} sõdureid piirile\n"
        "{Sõdurid|A2 LV} {jõuavad|E2=E1} kohale {reedel|T1 2026-05-15}.\n"
        "E1 planned who=A1\nE2 planned with=A2 when=T1\n",
    )
    assert claim.period is not None and claim.period.start == "2026-05-15"
    assert {actor.party for actor in claim.actors} == {"LV"}


def test_unknown_gunmen_are_nobodys(read: Read) -> None:
    [claim] = read(
        "ru", "2026-05-13",
        "{Неизвестные|A1 ?} {обстреляли|E1 strike} {пост полиции|P1 site ML} в Мали.\nE1 who=A1 at=P1\n",
    )
    assert claim.actors == ()


def test_numbers_in_words_count_what_is_marked_though_no_list_knows_it(read: Read) -> None:
    [claim] = read(
        "lv", "2026-05-13",
        "{Igaunija|A1 EE} {iegādājās|E1 procurement} {divpadsmit {tilta licējus|W1 vehicle}|Q1 12 vehicles}.\n"
        "E1 who=A1 gear=W1 count=Q1\n",
    )
    assert [(quantity.value, quantity.unit) for quantity in claim.quantities] == [(12.0, "vehicles")]


def test_a_denied_act_stays_denied_with_its_denier(read: Read) -> None:
    claims = read(
        "be", "2026-05-13",
        "{Мінск|A1 BY; S1 official BY} {абверг|E1 denial; C1} <S1:{увядзенне|E2 deployment} войскаў>.\n"
        "E1 who=A1 about=E2\nE2 denied\n",
    )
    assert [(claim.type.value, claim.factuality) for claim in claims] == [
        ("denial", Factuality.ASSERTED), ("deployment", Factuality.DENIED),
    ]
    assert claims[1].attribution[0].party == "BY"


def test_a_source_line_is_where_the_chain_begins(knowledge: Knowledge, tmp_path: Path) -> None:
    text = "Джерело: Європейська правда\n\nЕстонія закрила кордон із Росією в середу, повідомив міністр."
    marked = (
        "@ uk-0001 story=a published=2026-05-13 genre=relay region=baltic on=yes outlet=Приклад\n"
        "Джерело: Європейська правда\n{Естонія|A1 EE} {закрила|E1 border_closure} {кордон із Росією|P1 border EE-RU} в "
        "{середу|T1 2026-05-13}, повідомив міністр.\nE1 who=A1 at=P1 when=T1\n"
    )
    [item], problems = parse_items(marked, file="test")
    assert not problems and item.text == text
    report = Report.of(text, ref="a", outlet="Приклад", published="2026-05-13", language="uk")
    [claim] = FactReader(knowledge, language="uk", tagger=GoldTagger(item)).read(report)
    assert claim.attribution[0].cue == "Source" and claim.attribution[0].kind is LinkKind.OUTLET


def test_a_person_who_does_something_is_the_state_acting_never_the_person(read: Read) -> None:
    [claim] = read(
        "uk", "2026-05-13",
        "В Естонії {Тоомас Каск|A1 EE} {закрив|E1 border_closure} {кордон|P1 border EE-RU} з Росією.\n"
        "E1 who=A1 at=P1\n",
    )
    assert [(actor.id, actor.name) for actor in claim.actors] == [("EE", "Estonia")]


def test_a_common_noun_with_a_capital_at_the_start_is_no_name_of_a_place(read: Read) -> None:
    [claim] = read(
        "pl", "2026-05-13",
        "W Estonii trwa narada. {Przejścia graniczne|P1 crossing EE-RU} {zamknięto|E1 border_closure}.\nE1 at=P1\n",
    )
    assert [place.place.name for place in claim.places] == ["Estonia"]


def test_a_name_that_no_gazetteer_knows_is_in_no_country_that_the_text_does_not_speak_of(read: Read) -> None:
    [claim] = read(
        "uk", "2026-05-13",
        "Латвія, Литва й Швеція мовчать. За {Крутоярського Підгір’я|P1 city EE} {вибухнуло|E1 strike}.\nE1 at=P1\n",
    )
    [place] = claim.places
    assert (place.place.name, place.place.countries) == ("Крутоярського Підгір’я", ())


@pytest.mark.parametrize(("language", "text", "borders"), [
    ("ru", "{Латвия|A1 LV} {закрыла|E1 airspace_restriction} небо у {границы с Россией и Белоруссией|P1 border LV-RU}.",
     ["Latvia-Russia border", "Latvia-Belarus border"]),
    ("uk", "{Латвія|A1 LV} {закрила|E1 airspace_restriction} небо на {кордоні Росії та Білорусі|P1 border BY-RU}.",
     ["Belarus-Russia border"]),
])
def test_a_border_with_several_states_is_that_of_whoever_does_it(
    read: Read, language: str, text: str, borders: list[str]
) -> None:
    [claim] = read(language, "2026-05-13", f"{text}\nE1 who=A1 at=P1\n")
    assert [place.place.name for place in claim.places] == borders


def test_the_border_with_a_neighbour_is_that_of_where_the_text_is(read: Read) -> None:
    [claim] = read(
        "lt", "2026-05-13",
        "Vilniuje ir Kaune kalbėta apie Rusiją. Prie {sienos su Baltarusija|P1 border BY-LT} "
        "{dislokuota|E1 deployment} baterija.\nE1 at=P1\n",
    )
    assert [place.place.name for place in claim.places] == ["Lithuania-Belarus border"]


@pytest.mark.parametrize(("language", "text", "place"), [
    ("ru", "{Эстония|A1 EE} {задержала|E1 maritime_incident} танкер в {Финском|P1 water} заливе.", "Gulf of Finland"),
    ("uk", "{Литва|A1 LT} {закрила|E1 border_closure} кордон через дрон типу {Shahed|P1 city LT}.", "Lithuania"),
    ("de", "Polen wartet. {Warschau|A1 PL} {sperrt|E1 border_closure} die {Grenze|P1 crossing PL-BY}.", "Poland"),
])
def test_a_place_is_the_name_that_the_text_gives_and_no_other_word(
    read: Read, language: str, text: str, place: str
) -> None:
    [claim] = read(language, "2026-05-13", f"{text}\nE1 who=A1 at=P1\n")
    assert place in [each.place.name for each in claim.places]
    assert not {"Shahed", "Grenze"} & {each.place.name for each in claim.places}


@pytest.mark.parametrize(("language", "text", "places"), [
    ("ru", "{Россия|A1 RU} {учится|E1 exercise} в {Псковской|P1 region RU} и {Брянской|P2 region RU} областях.",
     {"Pskov Oblast", "Bryansk Oblast"}),
    ("be", "{Беларусь|A1 BY} {вучыцца|E1 exercise} у {Брэсцкай|P1 region BY}, {Гродзенскай|P2 region BY} абласцях.",
     {"Brest Region", "Grodno Region"}),
    ("ru", "{Россия|A1 RU} {проводит учения|E1 exercise} в {Пскове|P1 city RU} и {Брянской|P2 region RU} области.",
     {"Pskov", "Bryansk Oblast"}),  # a town in a list with a region is no region
    ("uk", "{Росія|A1 RU} {проводить навчання|E1 exercise} біля {Санкт-|P1 city RU}Петербурга, у {Луці|P2 city RU}.",
     {"Saint Petersburg"}),
])
def test_a_noun_behind_a_list_and_the_rest_of_a_word_belong_to_a_name(
    read: Read, language: str, text: str, places: set[str]
) -> None:
    [claim] = read(language, "2026-05-13", f"{text}\nE1 who=A1 at=P1,P2\n")
    assert places <= {each.place.name for each in claim.places}


def test_a_village_called_border_is_not_meant_where_the_word_opens_a_sentence(read: Read) -> None:
    [claim] = read(
        "pl", "2026-05-13",
        "Polska czeka. {Granica|P1 site PL} jest {zamknięta|E1 border_closure} od północy.\nE1 at=P1\n"
    )
    assert "Granica" not in [place.place.name for place in claim.places]


SPOKEN = [
    (
        "en", "{Hostomel|P1 city UA as=Hostomel} was {struck|E1 strike}",
        "the {Belarusian defence ministry|S1 official BY} {said|C1}",
    ),
    (
        "uk", "У {Бресті|P1 city BY as=Брест} {тривають навчання|E1 exercise}",
        "{заявило|C1} {білоруське міноборони|S1 official BY}",
    ),
    (
        "ru", "В {Бресте|P1 city BY as=Брест} {идут учения|E1 exercise}",
        "{сообщили|C1} в {Минобороны Белоруссии|S1 official BY}",
    ),
    (
        "be", "У {Брэсце|P1 city BY as=Брэст} {ідуць вучэнні|E1 exercise}",
        "{паведаміла|C1} {Міністэрства абароны Беларусі|S1 official BY}",
    ),
    (
        "pl", "W {Brześciu|P1 city BY as=Brześć} {trwają ćwiczenia|E1 exercise}",
        "{podało|C1} {białoruskie ministerstwo obrony|S1 official BY}",
    ),
    (
        "lt", "{Breste|P1 city BY as=Brestas} {vyksta pratybos|E1 exercise}",
        "{pranešė|C1} {Baltarusijos gynybos ministerija|S1 official BY}",
    ),
    (
        "lv", "{Brestā|P1 city BY as=Bresta} {notiek mācības|E1 exercise}",
        "{ziņo|C1} {Baltkrievijas Aizsardzības ministrija|S1 official BY}",
    ),
    (
        "et", "{Brestis|P1 city BY as=Brest} {toimub õppus|E1 exercise}",
        "{teatas|C1} {Valgevene kaitseministeerium|S1 official BY}",
    ),
    (
        "de", "In {Brest|P1 city BY} {läuft eine Übung|E1 exercise}",
        "{teilte|C1} das {belarussische Verteidigungsministerium|S1 official BY} mit",
    ),
    (
        "fi", "{Brestissä|P1 city BY as=Brest} {on harjoitus|E1 exercise}",
        "{kertoo|C1} {Valko-Venäjän puolustusministeriö|S1 official BY}",
    ),
]


@pytest.mark.parametrize(("language", "told", "said"), SPOKEN)
def test_one_ministry_is_one_origin_in_every_language(read: Read, language: str, told: str, said: str) -> None:
    [claim] = read(language, "2026-05-13", f"<S1:{told}>, {said}.\nE1 under_way at=P1\n")
    [link] = claim.attribution
    assert (link.id, link.party, link.kind) == ("BY-MoD", "BY", LinkKind.OFFICIAL)
    assert link.name in said  # in the words of the text; linking knows the body by its identity


MEANT = [
    (
        "en", "{Belarus|A1 BY} {closed|E1 border_closure} a crossing",
        "The {defence ministry|S1 official BY} {says|C1}",
    ),
    (
        "uk", "{Білорусь|A1 BY} {закрила|E1 border_closure} перехід",
        "У {міноборони|S1 official BY} {кажуть|C1}, що",
    ),
    (
        "ru", "{Белоруссия|A1 BY} {закрыла|E1 border_closure} переход",
        "В {министерстве обороны|S1 official BY} {говорят|C1}, что",
    ),
    (
        "be", "{Беларусь|A1 BY} {закрыла|E1 border_closure} пераход",
        "У {Міністэрстве абароны|S1 official BY} {кажуць|C1}, што",
    ),
    (
        "pl", "{Białoruś|A1 BY} {zamknęła|E1 border_closure} przejście",
        "{Ministerstwo obrony|S1 official BY} {mówi|C1}, że",
    ),
    (
        "lt", "{Baltarusija|A1 BY} {uždarė|E1 border_closure} postą",
        "{Gynybos ministerija|S1 official BY} {sako|C1}, kad",
    ),
    (
        "lv", "{Baltkrievija|A1 BY} {slēdza|E1 border_closure} robežu",
        "{Aizsardzības ministrija|S1 official BY} {saka|C1}, ka",
    ),
    (
        "et", "{Valgevene|A1 BY} {sulges|E1 border_closure} ületuse",
        "{Kaitseministeerium|S1 official BY} {ütleb|C1}, et",
    ),
    (
        "de", "{Belarus|A1 BY} {schloss|E1 border_closure} einen Übergang",
        "Das {Verteidigungsministerium|S1 official BY} {sagt|C1}:",
    ),
    (
        "fi", "{Valko-Venäjä|A1 BY} {sulki|E1 border_closure} aseman",
        "{Puolustusministeriö|S1 official BY} {sanoo|C1}, että",
    ),
]


@pytest.mark.parametrize(("language", "told", "said"), MEANT)
def test_a_ministry_without_a_state_is_that_of_the_country_the_text_speaks_of(
    read: Read, language: str, told: str, said: str
) -> None:
    marked = f"{told}. {said} <S1:{{drill|E2 exercise}}>.\nE1 who=A1\nE2\n"
    _, claim = read(language, "2026-05-13", marked)
    [link] = claim.attribution
    assert (link.id, link.party) == ("BY-MoD", "BY")


def test_who_speaks_for_a_body_is_shown_in_the_words_of_the_text(read: Read) -> None:
    [claim] = read(
        "pl", "2026-05-13",
        "<S1:{Wojska|A1 PL} {ćwiczą|E1 exercise}>, "
        "{powiedział|C1} {rzecznik polskiego Sztabu Generalnego|S1 official PL}.\nE1 under_way who=A1\n",
    )
    [link] = claim.attribution
    assert (link.name, link.id) == ("rzecznik polskiego Sztabu Generalnego", "PL-GeneralStaff")


def test_sources_in_a_body_are_not_the_body(read: Read) -> None:
    [claim] = read(
        "uk", "2026-05-13",
        "<S1:{Міст|P1 site UA} {підірвали|E1 sabotage}>, "
        "{кажуть|C1} {джерела в міноборони України|S1 unnamed}.\nE1 at=P1\n",
    )
    [link] = claim.attribution
    assert (link.id, link.kind) == (None, LinkKind.UNNAMED)


class _Uncited(GoldTagger):
    """The annotation without what it says of who cites whom."""

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        tags = super().tag(text, paragraphs)
        return replace(tags, links=tuple(link for link in tags.links if link.role is not Role.CITES))


def test_two_descriptions_of_one_speaker_are_one_link(knowledge: Knowledge) -> None:
    [item], _ = parse_items(
        "@ ru-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
        "<S1:{Учения|E1 exercise} закончены>, {уточнил|C1} {начальник белорусского Генштаба|S1 official BY}, "
        "{первый замминистра обороны|S2 official BY}.\nE1 says=S1>S2\n", file="test",
    )  # fmt: skip
    report = Report.of(item.text, ref="a", outlet="Example Wire", published="2026-05-13", language="ru")
    [claim] = FactReader(knowledge, language="ru", tagger=_Uncited(item)).read(report)
    assert [link.id for link in claim.attribution] == ["BY-GeneralStaff"]


def test_a_source_line_may_name_a_body_of_home(read: Read) -> None:
    [claim] = read(
        "uk", "2026-05-13",
        "{Росія|A1 RU} {обстріляла|E1 strike} заставу.\nДжерело: речник Генштабу на брифінгу\nE1 who=A1\n",
    )
    [link] = claim.attribution
    assert (link.id, link.kind, link.name) == ("UA-GeneralStaff", LinkKind.OFFICIAL, "речник Генштабу на брифінгу")


def test_a_number_with_a_full_stop_before_a_noun_tells_which_and_not_how_many(read: Read) -> None:
    [claim] = read(
        "de", "2026-05-13",
        "Die {38.|Q1 38 things} Brigade {verlegte|E1 deployment} {am Montag|T1 2026-05-11} Soldaten nach "
        "{Polen|P1 country PL}.\nE1 to=P1 when=T1 count=Q1\n",
    )
    assert claim.quantities == ()


def test_a_border_that_names_no_state_in_its_compound_is_that_of_none(read: Read) -> None:
    [claim] = read(
        "de", "2026-05-13",
        "{Polen|A1 PL} und Deutschland {verlegten|E1 deployment} {am Montag|T1 2026-05-11} Soldaten an "
        "{die NATO-Ostgrenze|P1 border}.\nE1 who=A1 at=P1 when=T1\n",
    )
    assert all(mention.place.kind != "border" for mention in claim.places)


def test_a_town_at_home_goes_before_one_of_the_country_that_is_named(read: Read) -> None:
    [claim] = read(
        "pl", "2026-05-13",
        "{Rosyjski|A1 RU} dron {spadł|E1 drone_incident} pod {Lublinem|P1 city PL}.\nE1 who=A1 at=P1\n",
    )
    assert [mention.place.name for mention in claim.places] == ["Lublin"]
