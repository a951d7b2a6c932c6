"""Dates: TIMEX3 in English, German and Ukrainian."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from vedette.evaluation.public.data_files import files_of, part_name
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.timex import TimexScore, load_timex, no_tense, score_times
from vedette.model import Span, Stage
from vedette.reading.document import Sentence, Token
from vedette.reading.rules.grammar import governing_verb
from vedette.reading.rules.stages import stage_of
from vedette.reading.times import Tense, load_time_words

AIMS = {"en": 0.85, "de": 0.70, "uk": 0.70}
# A general date parser with its standard settings; value F1.
BASELINES = {"en": 0.26, "de": 0.10, "uk": 0.27}

TenseOf = Callable[[str, Span], Tense]


def measure_timex(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure which times are found and what they are read as.

    The grammar of dates alone, for each language; in English also with the tense of
    the clause, as the reader by rules has it.
    """
    for language in AIMS:
        for file in files_of(folder, ending=f".{language}"):
            documents = load_timex(file)[: kit.limit]
            words = load_time_words(language)
            part = part_name(file)
            if language == "en":
                yield from _results(score_times(documents, words=words), language, f"{part}, no tense")
            tense_of = parsed_tense(kit) if language == "en" else no_tense
            yield from _results(score_times(documents, words=words, tense_of=tense_of), language, part)


def _results(score: TimexScore, language: str, part: str) -> Iterator[Result]:
    count = score.annotated
    yield Result(
        benchmark="timex", part=part, metric="value F1", value=score.value_f1, count=count,
        aim=AIMS[language], baseline=BASELINES[language],
    )
    yield Result(benchmark="timex", part=part, metric="relaxed F1", value=score.relaxed_f1, count=count)


def parsed_tense(kit: Kit) -> TenseOf:
    """Tell the tense at a span of an English text from its parse; a text is parsed once."""

    @lru_cache(maxsize=1)
    def sentences_of(text: str) -> list[Sentence]:
        return kit.sentences(text, kit.paragraphs(text))

    def tense_of(text: str, span: Span) -> Tense:
        sentence = next((each for each in sentences_of(text) if each.span.overlaps(span)), None)
        head = sentence.head_of(span) if sentence is not None else None
        if sentence is None or head is None:
            return Tense.NONE
        return _tense(sentence, governing_verb(sentence, head) or head, kit)

    return tense_of


def _tense(sentence: Sentence, verb: Token, kit: Kit) -> Tense:
    if stage_of(sentence, verb, lexicon=kit.lexicon) is Stage.PLANNED:
        return Tense.FUTURE
    if verb.tag in ("VBD", "VBN") or any(child.lemma == "have" for child in sentence.kids(verb, "aux")):
        return Tense.PAST
    return Tense.PRESENT if verb.tag in ("VBZ", "VBP", "VBG") else Tense.NONE
