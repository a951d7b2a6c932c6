"""What was during an exercise is dated by it, in all ten languages; what only sounds so is not."""

from __future__ import annotations

import pytest

from builders import claim, when
from vedette.model import Period, Report, Span, Stage
from vedette.reading.drill_times import BY_DRILL, WITHIN_DRILL, DrillTimes, period_by_drill
from vedette.reading.drill_words import DrillMoment
from vedette.reading.undated import date_undated

DRILL = when("2025-09-12", "2025-09-16")
WITHIN, AFTER, DAY = DrillMoment.WITHIN, DrillMoment.AFTER, DrillMoment.DAY

SAID = [
    ("en", "a drone fell during the joint Belarusian-Russian exercises", WITHIN, None),
    ("en", "On the first day of the drills the road was shut.", DAY, 1),
    ("en", "They left after the exercise Zapad-2025 ended.", AFTER, None),
    ("en", "After the drills, they left.", AFTER, None),
    ("uk", "Під час спільних навчань упав дрон.", WITHIN, None),
    ("uk", "У перший день навчань дорогу закрили.", DAY, 1),
    ("uk", "Після завершення навчань вони пішли.", AFTER, None),
    ("ru", "В ходе учений упал дрон.", WITHIN, None), ("ru", "Во второй день манёвров дорогу закрыли.", DAY, 2),
    ("ru", "После окончания учений они ушли.", AFTER, None),
    ("be", "Падчас вучэнняў упаў дрон.", WITHIN, None), ("be", "У апошні дзень манеўраў дарогу закрылі.", DAY, None),
    ("be", "Пасля заканчэння вучэнняў яны пайшлі.", AFTER, None),
    ("pl", "W trakcie ćwiczeń spadł dron.", WITHIN, None), ("pl", "Pierwszego dnia manewrów zamknięto drogę.", DAY, 1),
    ("pl", "Po zakończeniu ćwiczeń odeszli.", AFTER, None),
    ("lt", "Pratybų „Zapad“ metu nukrito dronas.", WITHIN, None),
    ("lt", "Pirmąją pratybų dieną kelias uždarytas.", DAY, 1),
    ("lt", "Pasibaigus pratyboms jie išvyko.", AFTER, None),
    ("lv", "Mācību laikā nokrita drons.", WITHIN, None), ("lv", "Mācību pirmajā dienā ceļu slēdza.", DAY, 1),
    ("lv", "Pēc manevru beigām viņi aizbrauca.", AFTER, None),
    ("et", "Õppuse ajal kukkus droon.", WITHIN, None), ("et", "Õppuste esimesel päeval suleti tee.", DAY, 1),
    ("et", "Pärast õppuse lõppu nad lahkusid.", AFTER, None),
    ("fi", "Harjoituksen aikana putosi drooni.", WITHIN, None),
    ("fi", "Harjoituksen toisena päivänä tie suljettiin.", DAY, 2),
    ("fi", "Sotaharjoituksen päätyttyä he lähtivät.", AFTER, None),
    ("de", "Während der Übung stürzte eine Drohne ab.", WITHIN, None),
    ("de", "Am letzten Tag des Manövers wurde die Straße gesperrt.", DAY, None),
    ("de", "Nach dem Ende der Militärübung zogen sie ab.", AFTER, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "moment", "number"), SAID)
def test_each_language_says_when_by_an_exercise(
    language: str, text: str, moment: DrillMoment, number: int | None
) -> None:
    [time] = DrillTimes.of(language).find(text, Span(0, len(text)))
    assert (time.phrase.moment, time.phrase.number) == (moment, number)


def test_the_name_stands_for_the_exercise() -> None:
    text = "Під час «Захід-2025» упав дрон."
    assert DrillTimes.of("uk").find(text, Span(0, len(text))) == []
    assert DrillTimes.of("uk").find(text, Span(0, len(text)), names=frozenset({"захід"}))


@pytest.mark.parametrize(("language", "text"), [
    ("en", "during preparations for the exercise"), ("en", "during his visit to the drills"),
    ("en", "They left after the exercise began."), ("en", "They were afraid of the exercise."),
    ("en", "During the night, the exercise went on."), ("en", "during last year's exercise"),
    ("uk", "під час підготовки навчань"), ("pl", "podczas wizyty na ćwiczeniach"),
    ("de", "während des Besuchs der Übung"),
    ("lt", "per pasirengimą pratyboms"), ("ru", "во время прошлых учений"),
])  # fmt: skip
def test_what_is_said_of_something_else_is_not_by_the_exercise(language: str, text: str) -> None:
    assert DrillTimes.of(language).find(text, Span(0, len(text))) == []


@pytest.mark.parametrize(("text", "stage", "day", "wanted"), [
    ("during the drills", Stage.HAPPENED, "2025-09-20", ("2025-09-12", "2025-09-16", WITHIN_DRILL)),
    ("during the drills", Stage.HAPPENED, "2025-09-14", ("2025-09-12", "2025-09-14", WITHIN_DRILL)),
    ("during the drills", Stage.HAPPENED, "2025-09-12", ("2025-09-12", None, WITHIN_DRILL)),
    ("during the drills", Stage.PLANNED, "2025-09-01", ("2025-09-12", "2025-09-16", WITHIN_DRILL)),
    ("during the drills", Stage.HAPPENED, "2025-09-01", None),
    ("during the 2021 drills", Stage.HAPPENED, "2025-09-20", None),
    ("on the second day of the drills", Stage.HAPPENED, "2025-09-20", ("2025-09-13", None, BY_DRILL)),
    ("on the last day of the drills", Stage.HAPPENED, "2025-09-20", ("2025-09-16", None, BY_DRILL)),
    ("on the last day of the drills", Stage.HAPPENED, "2025-09-14", None),
    ("after the drills ended", Stage.HAPPENED, "2025-09-20", ("2025-09-16", "2025-09-20", BY_DRILL)),
    ("after the drills ended", Stage.HAPPENED, "2026-09-20", None),
])
def test_the_days_of_the_exercise_give_the_date(
    text: str, stage: Stage, day: str, wanted: tuple[str, str | None, str] | None
) -> None:
    [time] = DrillTimes.of("en").find(text, Span(0, len(text)))
    given = period_by_drill(time, DRILL, stage=stage, day=day)
    assert (given and (given.start, given.end, given.doubt)) == wanted
    assert given is None or not given.is_named


TEXT = "Zapad-2025 lasted from 12 to 16 September. During the drills a drone fell. A boat sank."


def dated(period: Period | None, *, name: str = "Zapad 2025", **fields: object) -> Period | None:
    drill = claim("r1", "exercise", start=0, sentence=(0, 42), names=[name], period=period)
    drone = claim("r1", "drone_incident", start=68, sentence=(43, 75), **fields)
    claims = date_undated(
        [drill, drone], report=Report.of(TEXT, ref="r1", published="2025-09-20"), lead=Span(0, len(TEXT)),
        drills=DrillTimes.of("en"),
    )
    return claims[1].period


def test_what_was_during_a_dated_exercise_has_its_days_and_not_that_of_the_report() -> None:
    period = dated(DRILL)
    assert period is not None and (period.start, period.end) == ("2025-09-12", "2025-09-16")


def test_where_the_report_does_not_date_the_exercise_it_has_none() -> None:
    assert dated(None) is None


def test_another_exercise_gives_its_days_to_nobody() -> None:
    assert dated(DRILL, names=["Namejs"]) is None
