"""Which files are measured in which language; the arithmetic itself is held in tests/evaluation/test_timex.py."""

from __future__ import annotations

from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.timex import measure_timex, parsed_tense
from vedette.model import Span
from vedette.reading.times import Tense


def document(text: str, *times: tuple[str, str]) -> dict[str, object]:
    marked = [
        {"start": text.index(words), "end": text.index(words) + len(words), "value": value} for words, value in times
    ]
    return {"dct": "2025-09-12", "text": text, "timexes": marked}


def test_each_language_is_read_with_its_own_words(kit: Kit, write, told) -> None:  # type: ignore[no-untyped-def]
    write("timex/a.en.jsonl", document("They met on 3 May 2024 and in June 2024.", ("3 May 2024", "2024-05-03"),
                                       ("June 2024", "2023-06")))
    write("timex/b.de.jsonl", document("Am 3. Mai 2024 trafen sie sich.", ("3. Mai 2024", "2024-05-03")))
    folder = write("timex/c.uk.jsonl", document("Вони зустрілися 3 травня 2024 року.", ("3 травня 2024 року",
                                                                                       "2024-05-03")))
    assert told(measure_timex(folder, kit)) == {
        ("a.en, no tense", "value F1"): 0.5, ("a.en, no tense", "relaxed F1"): 1.0,
        ("a.en", "value F1"): 0.5, ("a.en", "relaxed F1"): 1.0,
        ("b.de", "value F1"): 1.0, ("b.de", "relaxed F1"): 1.0,
        ("c.uk", "value F1"): 1.0, ("c.uk", "relaxed F1"): 1.0,
    }


def test_the_tense_of_the_clause_is_told(kit: Kit) -> None:
    tense_of = parsed_tense(kit)
    text = "The minister arrived on Monday. The troops will arrive on Friday."
    assert tense_of(text, Span(text.index("Monday"), text.index("Monday") + 6)) is Tense.PAST
    assert tense_of(text, Span(text.index("Friday"), text.index("Friday") + 6)) is Tense.FUTURE
