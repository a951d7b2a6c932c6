"""The example that goes through docs/flow.md is read as the page says."""

import re
from pathlib import Path

from vedette.knowledge import load_knowledge
from vedette.model import Claim, Report
from vedette.reading import read

PAGE = (Path(__file__).parents[2] / "docs" / "flow.md").read_text(encoding="utf-8")


def sentence() -> str:
    quoted = re.search(r"(?:^> .+\n)+", PAGE, re.M)
    assert quoted is not None
    return " ".join(line.removeprefix("> ") for line in quoted[0].splitlines())


def claims_of_the_example() -> tuple[Claim, ...]:
    report = Report.of(sentence(), ref="example", outlet="Example Post", published="2025-09-12", language="en")
    return next(iter(read([report], knowledge=load_knowledge()))).claims


def test_the_example_gives_the_two_claims_of_the_page() -> None:
    closure, exercise = claims_of_the_example()
    assert (closure.type, closure.stage, closure.factuality) == ("border_closure", "happened", "asserted")
    assert closure.trigger.of(sentence()) == "shut"
    assert closure.period is not None
    assert (closure.period.start, closure.period.precision) == ("2025-09-12T00:00", "hour")
    assert closure.period.doubt == "midnight may be the start or the end of the day"
    assert [(one.place.name, len(one.place.countries)) for one in closure.places] == [("Poland-Belarus border", 2)]
    assert [(one.name, one.role) for one in closure.actors] == [("Poland", "initiator"), ("Belarus", "recipient")]
    assert closure.names == ("Zapad 2025",)
    assert exercise.type == "exercise" and exercise.attribution == closure.attribution


def test_the_chain_of_the_example_ends_at_the_ministry() -> None:
    closure, _ = claims_of_the_example()
    assert [(link.name, link.kind, link.cue) for link in closure.attribution] == [
        ("PAP", "agency", "reported"), ("interior ministry", "official", "citing"),
    ]
    assert closure.origin is not None and closure.origin.name == "interior ministry"


def test_the_example_makes_the_same_of_a_possible_and_of_a_denied_closure() -> None:
    def factuality(text: str) -> list[str]:
        report = Report.of(text, ref="x", published="2025-09-12", language="en")
        claims = next(iter(read([report], knowledge=load_knowledge()))).claims
        return [claim.factuality for claim in claims if claim.type == "border_closure"]

    assert factuality("Poland could close its border with Belarus.") == ["possible"]
    assert factuality("Poland denied that it closed its border with Belarus.") == ["denied"]
