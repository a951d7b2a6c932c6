"""What words usually tell of, counted in what the tagger learned from."""

from pathlib import Path

import numpy as np
import pytest

from vedette.errors import ModelError
from vedette.model import EventType, Span
from vedette.reading.tags import Tagger
from vedette.reading.tags.labels import HEADS
from vedette.reading.tags.usage import Usage, beginnings, written

COUNTS = {
    "with": {EventType.WITHDRAWAL: 40}, "withdr": {EventType.WITHDRAWAL: 40},
    "depl": {EventType.DEPLOYMENT: 30, EventType.WITHDRAWAL: 1}, "once": {EventType.DEPLOYMENT: 1},
}


def towards(usage: Usage, words: str) -> str:
    return HEADS["type"].labels[int(usage.leaning(words).argmax())]


@pytest.fixture(scope="module")
def usage() -> Usage:
    return Usage(COUNTS)


@pytest.mark.parametrize(("words", "kind"), [
    ("withdrew", EventType.WITHDRAWAL), ("Withdrawals", EventType.WITHDRAWAL), ("were DEPLOYED", EventType.DEPLOYMENT),
])
def test_words_lean_towards_what_was_told_with_them_in_any_form(usage: Usage, words: str, kind: EventType) -> None:
    assert towards(usage, words) == kind.value


def test_words_never_seen_and_short_ones_lean_nowhere(usage: Usage) -> None:
    for words in ("mówił", "set", "", "…", "12"):
        assert not usage.leaning(words).any()


def test_what_was_seen_once_leans_less_than_what_was_seen_often(usage: Usage) -> None:
    once, often = usage.leaning("once").max(), usage.leaning("deployment").max()
    assert 0 < once < often


def test_without_accents_and_case_a_word_is_the_same() -> None:
    assert list(beginnings("Pratýbos")) == list(beginnings("pratybos")) == ["prat", "pratyb", "pratybos"]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "usage.tsv"
    file.write_text("".join(written(COUNTS)), "utf-8")
    for words in ("withdrew", "deployed", "once"):
        assert np.array_equal(Usage.load(file).leaning(words), Usage(COUNTS).leaning(words))


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"usage\.tsv.*python -m training --looks"):
        Usage.load(tmp_path / "usage.tsv")


def test_the_tagger_listens_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Finland closed its border with Russia on Friday."
    tagger = Tagger(threads=1)
    assert types(tagger, text) == [EventType.BORDER_CLOSURE]
    others = dict.fromkeys(EventType, 10**9)
    monkeypatch.setattr(tagger, "_usage", Usage({"clos": {EventType.PROTEST: 10**9}, "other": others}))
    assert types(tagger, text) == [EventType.PROTEST]


def types(tagger: Tagger, text: str) -> list[EventType]:
    return [event.type for event in tagger.tag(text, [Span(0, len(text))]).events]
