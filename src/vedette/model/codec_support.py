"""Who stands behind each fact of an event, and who changed their word, as JSON objects and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model.claim import EvidenceKind
from vedette.model.event import Support, Update, UpdateStep

Json = dict[str, Any]


def support_to_json(support: Support) -> Json:
    """Give who stands behind one fact."""
    return {
        "fact": support.fact, "value": support.value, "claims": list(support.claims),
        "origins": list(support.origins), "bodies": list(support.bodies), "parties": list(support.parties),
        "evidence": [str(kind) for kind in support.evidence], "reports": support.reports, "outlets": support.outlets,
    }


def support_from_json(data: Mapping[str, Any]) -> Support:
    """Make a support from the form that :func:`support_to_json` gives."""
    return Support(
        fact=data["fact"], value=data["value"], claims=tuple(data["claims"]), origins=tuple(data["origins"]),
        bodies=tuple(data["bodies"]), parties=tuple(data["parties"]),
        evidence=tuple(EvidenceKind(kind) for kind in data["evidence"]),
        reports=data["reports"], outlets=data["outlets"],
    )


def update_to_json(update: Update) -> Json:
    """Give an origin that changed its word, step by step."""
    steps = [{"value": one.value, "published": one.published, "claims": list(one.claims)} for one in update.steps]
    return {"field": update.field, "origin": update.origin, "steps": steps}


def update_from_json(data: Mapping[str, Any]) -> Update:
    """Make an update from the form that :func:`update_to_json` gives."""
    steps = tuple(
        UpdateStep(value=step["value"], published=step["published"], claims=tuple(step["claims"]))
        for step in data["steps"]
    )
    return Update(field=data["field"], origin=data["origin"], steps=steps)
