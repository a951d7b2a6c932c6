"""An event read in ordinary news is counted against the reader, with its paragraph."""

from vedette.evaluation.eventless import EventlessParagraph
from vedette.evaluation.false_events import false_events, table

QUIET = EventlessParagraph("en", "Bread became dearer in Riga this spring, bakers say.", "en.lines", 1)
EVENT = EventlessParagraph("en", "Poland closed its border with Belarus on Friday.", "en.lines", 2)


def test_only_a_paragraph_that_is_read_as_an_event_is_given_with_its_claims() -> None:
    [(paragraph, claims)] = false_events([QUIET, EVENT])
    assert paragraph is EVENT
    assert [str(claim.type) for claim in claims] == ["border_closure"]


def test_the_table_counts_by_kind_and_language_and_in_all() -> None:
    quiet = EventlessParagraph("pl", "Chleb podrożał.", "pl.lines", 1)
    lines = table({"ordinary": [QUIET, EVENT, quiet], "near": [quiet]}, {"ordinary": [EVENT], "near": []}).splitlines()
    assert lines[2:] == ["| en | 2 | 1 | 0 | 0 |", "| pl | 1 | 0 | 1 | 0 |", "| all | 3 | 1 (33.3%) | 1 | 0 (0.0%) |"]


def test_of_no_paragraph_at_all_no_share_is_taken() -> None:
    assert table({"near": []}, {"near": []}).splitlines()[-1] == "| all | 0 | 0 (0.0%) |"
