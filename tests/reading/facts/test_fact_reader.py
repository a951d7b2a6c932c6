"""From tags to claims, with tags as a person marks them: whatever goes wrong here is not the network's fault."""

from collections.abc import Callable
from pathlib import Path

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Claim, Factuality, Knowledge, LinkKind, Report, Stage
from vedette.reading.facts import FactReader

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
