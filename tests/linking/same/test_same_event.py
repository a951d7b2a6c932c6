"""When do two claims tell of one event?"""

from __future__ import annotations

from typing import Any

import pytest

from vedette.model import Period, Precision, Section

EVENING = Period(start="2025-09-11T18:00", precision=Precision.PART_OF_DAY, text="from the evening", open_end=True)
SEPTEMBER = Period(start="2025-09", precision=Precision.MONTH, text="in September")
JULY = Period(start="2025-07", precision=Precision.MONTH, text="in July")
CLOSURE = {"by": ["PL"], "where": ["PL-BY"], "when": "2025-09-12"}
DRONE = {"by": ["RU"], "where": ["Lithuania"], "when": "2025-07-28"}

Said = tuple[str, dict[str, Any]]

CASES: list[tuple[str, Said, Said, str]] = [
    ("a closure told twice is one", ("border_closure", CLOSURE), ("border_closure", CLOSURE), "same"),
    ("a reopening is no closure", ("border_closure", CLOSURE), ("border_reopening", CLOSURE), "different"),
    ("a withdrawal is no deployment",
     ("deployment", {"by": ["RU"], "where": ["Belarus"], "when": "2025-09-12"}),
     ("withdrawal", {"by": ["RU"], "where": ["Belarus"], "when": "2025-09-12"}), "different"),
    ("parliament's vote on a closure is not the closure",
     ("law_or_vote", CLOSURE), ("border_closure", CLOSURE), "different"),
    ("what one says is not what another says, though of one party and one day",
     ("accusation", {"by": ["Ann Smith"], "to": ["RU"], "where": ["Lithuania"], "when": "2025-07-28"}),
     ("accusation", {"by": ["Green Party"], "to": ["RU"], "where": ["Lithuania"], "when": "2025-07-28"}), "unsure"),
    ("an accusation told twice is one",
     ("accusation", {"by": ["Ann Smith"], "to": ["RU"], "where": ["Lithuania"], "when": "2025-07-28"}),
     ("accusation", {"by": ["Ann Smith"], "to": ["RU"], "where": ["Lithuania"], "when": "2025-07-28"}), "same"),
    ("words that nobody is named for are not put together with those of somebody",
     ("warning_statement", {"by": ["Ann Smith"], "where": ["Lithuania"], "when": "2025-07-28"}),
     ("warning_statement", {"where": ["Lithuania"], "when": "2025-07-28"}), "unsure"),
    ("two states never say one thing, unless together",
     ("warning_statement", {"by": ["LT"], "where": ["Lithuania"], "when": "2025-07-28"}),
     ("warning_statement", {"by": ["PL"], "where": ["Lithuania"], "when": "2025-07-28"}), "different"),
    ("a request is no pledge", ("request", CLOSURE), ("pledge", CLOSURE), "different"),
    ("from the evening of the 11th and on the 12th are one night",
     ("border_closure", {**CLOSURE, "when": EVENING}), ("border_closure", CLOSURE), "same"),
    ("a closure two months later is another", ("border_closure", CLOSURE),
     ("border_closure", {**CLOSURE, "when": "2025-11-10"}), "different"),
    ("Poland's closure is not Lithuania's", ("border_closure", {**CLOSURE, "where": ["Belarus"]}),
     ("border_closure", {**CLOSURE, "where": ["Belarus"], "by": ["LT"]}), "different"),
    ("another border is another closure", ("border_closure", CLOSURE),
     ("border_closure", {**CLOSURE, "where": ["PL-RU"]}), "different"),
    ("the announcement and the closure are one", ("border_closure", {**CLOSURE, "stage": "planned"}),
     ("border_closure", CLOSURE), "same"),
    ("a violation and the shooting down may be one incident",
     ("airspace_violation", {"by": ["RU"], "where": ["Poland"], "when": "2025-09-10"}),
     ("shootdown", {"by": ["PL"], "to": ["RU"], "where": ["Poland"], "when": "2025-09-10"}), "same"),
    ("the country holds its town", ("drone_incident", DRONE),
     ("drone_incident", {**DRONE, "where": ["Kaunas"]}), "same"),
    ("countries with nothing in common are two incidents", ("drone_incident", DRONE),
     ("drone_incident", {**DRONE, "where": ["Poland"]}), "different"),
    ("far towns are two incidents", ("drone_incident", {**DRONE, "where": ["Kaunas"]}),
     ("drone_incident", {**DRONE, "where": ["Vilnius"]}), "different"),
    ("drones on two days running are left open", ("drone_incident", DRONE),
     ("drone_incident", {**DRONE, "when": "2025-07-29"}), "unsure"),
    ("drones weeks apart are two", ("drone_incident", DRONE),
     ("drone_incident", {**DRONE, "when": "2025-07-10"}), "different"),
    ("two drones in July are not the drone of one day", ("drone_incident", DRONE),
     ("drone_incident", {**DRONE, "when": JULY, "count": 2}), "different"),
    ("a drone in July may be the drone of the 28th", ("drone_incident", {**DRONE, "where": ["Kaunas"]}),
     ("drone_incident", {**DRONE, "where": ["Kaunas"], "when": JULY, "count": 1}), "same"),
    ("34,000 troops in September are no sum of exercises",
     ("exercise", {"by": ["BY"], "where": ["Belarus"], "when": SEPTEMBER, "count": 34000}),
     ("exercise", {"by": ["BY"], "where": ["Belarus"], "when": "2025-09-12"}), "same"),
    ("an undated incident told the same day is the one", ("drone_incident", {**DRONE, "published": "2025-07-28"}),
     ("drone_incident", {**DRONE, "when": None, "published": "2025-07-29"}), "same"),
    ("an undated incident told a month later is left open", ("drone_incident", {**DRONE, "published": "2025-07-28"}),
     ("drone_incident", {**DRONE, "when": None, "published": "2025-08-30"}), "unsure"),
    ("an incident recalled in the background, undated, is left open", ("drone_incident", DRONE),
     ("drone_incident", {**DRONE, "when": None, "published": "2025-07-29", "section": Section.BACKGROUND}), "unsure"),
    ("nothing in common but the type decides nothing", ("cyber_attack", {"published": None}),
     ("cyber_attack", {"published": None}), "unsure"),
    ("a request to one alliance is no request to another",
     ("request", {"by": ["LT"], "to": ["NATO"], "when": "2025-08-05"}),
     ("request", {"by": ["LT"], "to": ["OSCE"], "when": "2025-08-05"}), "different"),
    ("a request is known by who asks whom, and when",
     ("request", {"by": ["LT"], "to": ["NATO"], "when": "2025-08-05"}),
     ("request", {"by": ["LT"], "to": ["NATO"], "when": "2025-08-05"}), "same"),
    ("a denial of something else is kept apart", ("shootdown", {**DRONE, "factuality": "denied"}),
     ("shootdown", {**DRONE, "where": ["Estonia"]}), "different"),
]

EDITIONS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("planned and over: one exercise", {"names": ["Zapad 2025"], "stage": "planned", "when": "2025-09-10"},
     {"names": ["Zapad 2025"], "when": "2025-09-16"}, "same"),
    ("West and Запад are Zapad", {"names": ["West-2025"]}, {"names": ["«Запад-2025»"]}, "same"),
    ("a short year is a year", {"names": ["Захад-25"]}, {"names": ["Zapad 2025"]}, "same"),
    ("another year is another exercise", {"names": ["Zapad 2025"], "when": "2025-09-12"},
     {"names": ["Zapad 2021"], "when": "2025-09-12"}, "different"),
    ("another series is another exercise", {"names": ["Zapad 2025"], "when": "2025-09-12", "where": ["Belarus"]},
     {"names": ["Forest Shield 2025"], "when": "2025-09-12", "where": ["Belarus"]}, "different"),
    ("without a year, the edition of the report's year", {"names": ["Zapad"], "published": "2025-09-13"},
     {"names": ["Zapad 2025"], "published": "2025-09-13"}, "same"),
    ("without a year, not the edition of another year", {"names": ["Zapad"], "published": "2025-09-13"},
     {"names": ["Zapad 2021"], "published": "2025-09-13"}, "different"),
    ("an exercise in answer to another is not that one", {"names": ["Zapad 2025"], "by": ["PL"], "when": "2025-09-12"},
     {"names": ["Zapad 2025"], "by": ["BY"], "when": "2025-09-12"}, "different"),
    ("an exercise near the border, in answer to the one beyond it, is not that one",
     {"names": ["Zapad 2025"], "by": ["PL"], "where": ["PL-BY"]}, {"names": ["Zapad 2025"], "by": ["BY"]}, "different"),
    ("guests who train at the exercise's own place take part in it",
     {"names": ["Zapad 2025"], "by": ["RS"], "where": ["Belarus"]}, {"names": ["Zapad 2025"], "by": ["BY"]}, "same"),
]


def _write(newsroom: Any, said: Said) -> Any:
    name, fields = said[0], dict(said[1])
    if "count" in fields:
        unit = "troops" if name == "exercise" else "drones"
        fields["quantities"] = [newsroom.count(fields.pop("count"), unit)]
    return newsroom.claim(name, **fields)


@pytest.mark.parametrize(("left", "right", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_two_claims(newsroom: Any, left: Said, right: Said, verdict: str) -> None:
    comparison = newsroom.compare(_write(newsroom, left), _write(newsroom, right))

    assert comparison.verdict == verdict, comparison


@pytest.mark.parametrize(("left", "right", "verdict"), [case[1:] for case in EDITIONS], ids=[c[0] for c in EDITIONS])
def test_two_claims_about_named_exercises(
    newsroom: Any, left: dict[str, Any], right: dict[str, Any], verdict: str
) -> None:
    comparison = newsroom.compare(newsroom.claim("exercise", **left), newsroom.claim("exercise", **right))

    assert comparison.verdict == verdict, comparison


def test_a_verdict_comes_with_its_reasons(newsroom: Any) -> None:
    first, second = newsroom.claim("border_closure", **CLOSURE), newsroom.claim("border_closure", **CLOSURE)
    comparison = newsroom.compare(first, second)

    assert comparison.score == pytest.approx(sum(feature.value for feature in comparison.features))
    shown = {feature.name: feature.words for feature in comparison.features}
    assert "Belarus-Poland border" in shown["where"]
    assert "2025-09-12" in shown["when"]


def test_the_same_sentence_of_copied_texts_is_one_event_whatever_else_is_known(newsroom: Any) -> None:
    words = "Servers of the ministry were flooded with requests and went down for an hour on Monday night"
    first = newsroom.claim("cyber_attack", text=words, outlet="Example Wire", published="2025-01-01")
    second = newsroom.claim("cyber_attack", text=words.upper() + "!", outlet="Example Post", published="2025-03-01")

    assert newsroom.verdict(first, second) == "same"


def test_drones_of_disputed_make_on_one_spot_and_day_are_one_incident(newsroom: Any) -> None:
    spot = {"where": ["Lublin"], "when": "2025-09-10"}
    theirs = newsroom.claim("drone_incident", by=["RU"], **spot)
    ours = newsroom.claim("drone_incident", by=["BY"], **spot)

    assert newsroom.verdict(theirs, ours) == "same"


@pytest.mark.parametrize(("second", "where", "verdict"), [
    ("Ministry of Defence", "Lithuania", "same"), ("Army", "Lithuania", "unsure"),
    ("Ministry of Defence", "Poland", "different"),
])
def test_what_one_report_has_from_two_voices_is_told_twice(
    newsroom: Any, second: str, where: str, verdict: str
) -> None:
    """ "A drone came in, said the army. ... It was a decoy, said the ministry": no day, and no town."""
    report = newsroom.report("A drone came in, said the army. It was a decoy, said the ministry.")
    said = {"report": report, "where": ["Lithuania"], "sentence": (0, 31), "says": [newsroom.says("Army")]}
    came = newsroom.claim("drone_incident", **said)
    was = newsroom.claim("drone_incident", **{
        **said, "at": 40, "sentence": (32, 66), "where": [where], "says": [newsroom.says(second)],
    })

    assert newsroom.verdict(came, was) == verdict
