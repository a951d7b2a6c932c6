"""With what, and how much: the equipment and quantities of a sentence that belong to an event."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.model import EquipmentMention, QuantityMention, Span
from vedette.reading.document import MentionKind, Sentence
from vedette.reading.rules.clauses import tiers
from vedette.reading.rules.lexicon import Lexicon
from vedette.reading.rules.triggers import Trigger, is_told

LENGTHS = frozenset({"km", "m", "miles", "nautical miles", "cm", "mm"})


def find_equipment(trigger: Trigger) -> tuple[EquipmentMention, ...]:
    """Find the weapons, aircraft and vehicles that a sentence names in the event's clauses."""
    found: dict[str, EquipmentMention] = {}
    for tier in tiers(trigger.sentence, trigger.token)[:3]:
        for token in tier:
            mention = trigger.sentence.mention_at(token, MentionKind.EQUIPMENT)
            if mention is not None and mention.equipment is not None:
                known = mention.equipment
                found.setdefault(known.name, EquipmentMention(name=known.name, kind=known.kind, span=mention.span))
    return tuple(found.values())


def find_event_quantities(
    trigger: Trigger, quantities: Sequence[QuantityMention], *, lexicon: Lexicon
) -> tuple[QuantityMention, ...]:
    """Choose the quantities that belong to an event: those of its own words and clause, not of others beside it."""
    nearest = tiers(trigger.sentence, trigger.token)[: 2 if is_told(trigger, lexicon=lexicon) else 1]
    near_by = {token.index for tier in nearest for token in tier}
    return tuple(
        quantity for quantity in quantities
        if quantity.span is not None and any(token.index in near_by for token in trigger.sentence.at(quantity.span))
        and not _is_distance(quantity, quantity.span, trigger.sentence)
    )


def _is_distance(quantity: QuantityMention, span: Span, sentence: Sentence) -> bool:
    """Read "30 kilometres from the border": where something is, not how much of it there is."""
    if quantity.unit not in LENGTHS:
        return False
    behind = next((token for token in sentence.tokens if token.span.start >= span.end), None)
    before = next((token for token in reversed(sentence.tokens) if token.span.end <= span.start), None)
    words = sentence.words["distances"]
    return any(token is not None and token.lemma in words for token in (behind, before))
