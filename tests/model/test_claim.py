import dataclasses

import builders as build
from vedette.errors import InputError
from vedette.model import Factuality, QuarantinedInput, Span


def test_the_origin_is_the_last_of_the_chain() -> None:
    chain = [build.link("European Pravda", "outlet", cue="Source"), build.link("BelTA", "agency", cue="citing")]
    told = build.claim(attribution=chain)
    assert told.origin is not None and told.origin.name == "BelTA"


def test_where_the_narrator_speaks_there_is_no_origin() -> None:
    assert build.claim().origin is None


def test_an_anchor_survives_what_a_newer_reader_makes_of_the_same_words() -> None:
    before = build.claim("r1", start=7)
    after = dataclasses.replace(before, id="c-newer", factuality=Factuality.DENIED, sentence=Span(0, 60))
    assert after.anchor == before.anchor == "r1:7-13:border_closure"


def test_another_event_in_the_same_words_has_another_anchor() -> None:
    assert build.claim("r1", "strike").anchor != build.claim("r1", "sabotage").anchor


def test_what_could_not_be_read_is_kept_up_to_a_limit_that_is_said() -> None:
    error = InputError("Not text.", source="x.bin", advice="Hand in text.")
    assert QuarantinedInput.of(error, content=b"abcdef", limit=4).content == b"abcd"
    assert QuarantinedInput.of(error, content=b"abcdef", limit=4).truncated
    assert not QuarantinedInput.of(error, content=b"abcd", limit=4).truncated


def test_the_same_bad_input_is_quarantined_once_and_another_line_apart() -> None:
    first = QuarantinedInput.of(InputError("Broken.", source="a.jsonl", line=2), content=b"{")
    again = QuarantinedInput.of(InputError("Broken.", source="a.jsonl", line=2), content=b"{")
    other = QuarantinedInput.of(InputError("Broken.", source="a.jsonl", line=3), content=b"{")
    assert first.id == again.id != other.id
