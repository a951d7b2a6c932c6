"""Whether two claims speak of the same named thing, the same means, the same numbers, in the same words."""

from __future__ import annotations

from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.folding import fold_name
from vedette.linking.names import Edition
from vedette.linking.profile import Profile

NAMED = 4.0
WORD_FOR_WORD = 3.0
_IMPLIED, _MENTIONED, _SENTENCE, _VOICES, _ANSWERED = 2.5, 0.5, 1.5, 0.5, -3.0


def compare_names(left: Profile, right: Profile) -> Feature:
    """Weigh the exercises that two claims are about, or mention.

    Rule: the same series and year is one exercise; another year or another
    series never is. A year that only a date implies weighs less, and where it
    differs, and no pack knows that edition, nothing is decided. What a claim merely mentions ("ahead of ...")
    is weak evidence for one event, and another year of the same series is against it.
    """
    if not left.editions or not right.editions:
        return Feature("name", NEUTRAL, "no name in one of them")
    words = f"{_show(left.editions)} / {_show(right.editions)}"
    if left.own and right.own:
        return Feature("name", max(_edition_value(one, other) for one in left.own for other in right.own), words)
    if left.family == "exercise" and (_answers(left, right) or _answers(right, left)):
        return Feature("name", _ANSWERED, f"{words}: one is the exercise that the other answers")
    pairs = [(one, other) for one in left.context for other in right.context]
    if any(one.series == other.series and one.year == other.year for one, other in pairs):
        return Feature("name", _MENTIONED, words)
    if any(_edition_value(one, other) == RULED_OUT and one.series == other.series for one, other in pairs):
        return Feature("name", RULED_OUT, words)
    return Feature("name", NEUTRAL, words)


def compare_parts(left: Profile, right: Profile) -> Feature:
    """Weigh whether the same words tell of both: "closed on Tuesday and on Friday" are two closures."""
    first, second = left.claim, right.claim
    apart = first.report == second.report and first.trigger == second.trigger and first.part != second.part
    return Feature("part", RULED_OUT if apart else NEUTRAL, "told apart by the same words" if apart else "")


def compare_equipment(left: Profile, right: Profile) -> Feature:
    """Weigh the means: the same model, or the same kind."""
    if not left.claim.equipment or not right.claim.equipment:
        return Feature("equipment", NEUTRAL, "")
    first = {fold_name(item.name) for item in left.claim.equipment}
    second = {fold_name(item.name) for item in right.claim.equipment}
    if first & second:
        return Feature("equipment", 0.75, ", ".join(sorted(first & second)))
    kinds = {item.kind for item in left.claim.equipment} & {item.kind for item in right.claim.equipment}
    if kinds:
        return Feature("equipment", 0.25, ", ".join(sorted(kinds)))
    return Feature("equipment", -0.5, "other means")


def compare_quantities(left: Profile, right: Profile) -> Feature:
    """Weigh the numbers, as weak evidence: what differs may be a conflict about one event."""
    if not left.claim.quantities or not right.claim.quantities:
        return Feature("quantity", NEUTRAL, "")
    first = {(count.unit, count.of): count.value for count in left.claim.quantities}
    second = {(count.unit, count.of): count.value for count in right.claim.quantities}
    shared = first.keys() & second.keys()
    if not shared:
        return Feature("quantity", NEUTRAL, "")
    equal = any(first[counted] == second[counted] for counted in shared)
    words = ", ".join(unit for unit, _ in sorted((unit, of or "") for unit, of in shared))
    return Feature("quantity", 0.5 if equal else -0.25, words)


def compare_denial(left: Profile, right: Profile) -> Feature:
    """Weigh that one denies what the other says: a denial answers something that was said."""
    if left.denies is right.denies or left.claim.type is not right.claim.type or not left.doers & right.doers:
        return Feature("denial", NEUTRAL, "")
    return Feature("denial", 1.0, "one denies what the other says")


def compare_words(left: Profile, right: Profile) -> Feature:
    """Weigh the sentences: word for word in copies of one text, one sentence of one report, or one report's voices.

    A report that tells what nothing tells apart as the words of one and of another rather tells it twice.
    """
    if left.report.id == right.report.id:
        if left.claim.sentence == right.claim.sentence:
            return Feature("words", _SENTENCE, "the same sentence")
        if _are_voices(left, right):
            return Feature("words", _VOICES, "two voices of the same report")
        return Feature("words", NEUTRAL, "the same report")
    if left.text_family == right.text_family and left.sentence and left.sentence == right.sentence:
        return Feature("words", WORD_FOR_WORD, "the same sentence of copied texts")
    return Feature("words", NEUTRAL, "")


def _are_voices(left: Profile, right: Profile) -> bool:
    mine, theirs = left.claim.attribution[-1:], right.claim.attribution[-1:]
    named = bool(mine) and bool(theirs) and mine[0].name != theirs[0].name
    told = [(one.window, one.places, one.doers) for one in (left, right)]
    return named and told[0] == told[1]


def _edition_value(one: Edition, other: Edition) -> float:
    if one.series != other.series:
        return RULED_OUT
    if one.year is None or other.year is None:
        return NEUTRAL
    if one.year == other.year:
        return _IMPLIED if one.implied or other.implied else NAMED
    return RULED_OUT if one.certain and other.certain else -1.0


def _answers(one: Profile, other: Profile) -> bool:
    """Say whether one mentions the very edition that the other is."""
    return any(mine.series == theirs.series for mine in one.context for theirs in other.own)


def _show(editions: tuple[Edition, ...]) -> str:
    return ", ".join(edition.title + ("" if edition.known else f" {edition.year or ''}") for edition in editions)
