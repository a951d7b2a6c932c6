"""Did it happen: event factuality of English news on the scale from -3 (certainly not) to 3 (certainly)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import Any

from vedette.evaluation.public.data_files import files_of, load_items
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.result import Result
from vedette.evaluation.public.scoring import correlation, macro_f1
from vedette.model import Factuality, Section, Span, Stage
from vedette.reading.document import Block, BlockKind
from vedette.reading.rules.factuality import Standing, judge

TRAINING = "train"
AIMS = {"MAE": 0.42, "r": 0.75}
BASELINES = {"uw": {"MAE": 0.61, "r": 0.62}, "meantime": {"MAE": 0.31}}  # words within four; always +3
CERTAIN = 1.0  # beyond it, on either side, something did or did not happen
# The scale of FactBank in numbers; nobody commits himself to what is not known.
SCALE: Mapping[Factuality, float] = MappingProxyType({
    Factuality.ASSERTED: 3.0, Factuality.PROBABLE: 2.0, Factuality.POSSIBLE: 1.0, Factuality.UNKNOWN: 0.0,
    Factuality.DENIED: -3.0,
})
PLANNED, CANCELLED, UNREAL = 1.0, -2.0, 0.0
FEWEST = 20  # words of a sort in the training part, from which on their median is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSentence:
    """A sentence, and of some of its words how certain people think that what they tell of happened."""

    part: str
    text: str
    targets: tuple[tuple[Span, float], ...]


def load_judged_sentence(entry: Any) -> JudgedSentence:
    """Make a sentence of an entry: its words are joined by blanks."""
    tokens = entry["tokens"]
    starts = [sum(len(token) + 1 for token in tokens[:number]) for number in range(len(tokens))]
    targets = tuple(
        (Span(starts[each["start"]], starts[each["end"] - 1] + len(tokens[each["end"] - 1])), each["factuality"])
        for each in entry["targets"]
    )
    return JudgedSentence(part=entry["split"], text=" ".join(tokens), targets=targets)


Judged = tuple[float, Standing | None]  # what people say, what the rules say
Scale = Callable[[Standing | None], float]
_Words = tuple[Stage, Factuality, bool] | None


def measure_factuality(folder: Path, kit: Kit) -> Iterator[Result]:
    """Measure how certain the rules take the marked words to be, on all parts but the training part.

    Once on FactBank's scale as it stands; and once with each of our words put where
    the people who marked the training part had the median of what it is said of, since
    how many points a "might" is worth is theirs to say.
    """
    for file in files_of(folder):
        name = file.name.partition("_")[0]
        sentences = load_items(file, load_judged_sentence)
        training = [each for each in sentences if each.part == TRAINING][: kit.limit]
        fitted = fitted_scale(_judged(training, kit))
        for part in sorted({each.part for each in sentences} - {TRAINING}):
            pairs = _judged([each for each in sentences if each.part == part][: kit.limit], kit)
            yield from results(pairs, certainty, name=name, part=part)
            if training:
                yield from results(pairs, fitted, name=name, part=f"{part}, scale fitted")


def results(pairs: Sequence[Judged], scale: Scale, *, name: str, part: str) -> Iterator[Result]:
    """Compare the numbers of people with those of the rules on a scale."""
    wanted, given = [value for value, _ in pairs], [scale(standing) for _, standing in pairs]
    errors = [abs(a - b) for a, b in zip(wanted, given, strict=True)]
    scores = {
        "MAE": sum(errors) / len(errors) if errors else 0.0, "r": correlation(wanted, given),
        "macro F1 of yes, no, open": macro_f1([_side(each) for each in wanted], [_side(each) for each in given]),
    }
    for metric, value in scores.items():
        yield Result(
            benchmark="factuality", part=f"{name} {part}", metric=metric, value=value, count=len(pairs),
            aim=AIMS.get(metric) if name == "uw" else None, baseline=BASELINES.get(name, {}).get(metric),
        )


def _judged(sentences: Sequence[JudgedSentence], kit: Kit) -> list[Judged]:
    return [
        (value, standing) for sentence in sentences
        for (_, value), standing in zip(sentence.targets, standings(sentence, kit), strict=True)
    ]


def fitted_scale(training: Sequence[Judged]) -> Scale:
    """Make a scale of the medians of a training part; what is rare there keeps its place on FactBank's.

    Args:
        training: What people said in numbers, and the rules in words.
    """
    by_words: dict[_Words, list[float]] = {}
    for value, standing in training:
        by_words.setdefault(_words(standing), []).append(value)
    medians = {words: median(values) for words, values in by_words.items() if len(values) >= FEWEST}

    def scale(standing: Standing | None) -> float:
        return medians.get(_words(standing), certainty(standing))

    return scale


def _words(standing: Standing | None) -> _Words:
    return (standing.stage, standing.factuality, standing.real) if standing is not None else None


def standings(sentence: JudgedSentence, kit: Kit) -> list[Standing | None]:
    """Judge the marked words of a sentence; ``None`` where the parser has no such word."""
    block = Block(Span(0, len(sentence.text)), BlockKind.PARAGRAPH, Section.BODY)
    parsed = kit.sentences(sentence.text, [block])
    found: list[Standing | None] = []
    for span, _ in sentence.targets:
        inside = next((each for each in parsed if each.span.overlaps(span)), None)
        head = inside.head_of(span) if inside is not None else None
        judged = judge(inside, head, lexicon=kit.lexicon) if inside is not None and head is not None else None
        found.append(judged)
    return found


def certainty(standing: Standing | None) -> float:
    """Put what the rules say into a number; what they know nothing of is taken as told.

    Example:
        >>> from vedette.model import EvidenceKind
        >>> certainty(Standing(Stage.HAPPENED, Factuality.DENIED, EvidenceKind.TOLD))
        -3.0
    """
    if standing is None:
        return SCALE[Factuality.ASSERTED]
    if standing.stage is Stage.CANCELLED:
        return CANCELLED
    value = SCALE[standing.factuality]
    if not standing.real:
        return min(value, UNREAL)
    return min(value, PLANNED) if standing.stage is Stage.PLANNED else value


def _side(value: float) -> str:
    return "yes" if value > CERTAIN else "no" if value < -CERTAIN else "open"
