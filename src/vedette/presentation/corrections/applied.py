"""What people set in claims, beside the claims as they were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vedette.linking.decided.corrected import Corrections
from vedette.model import AppliedCorrection, Claim, Report
from vedette.model.codec import claim_to_json
from vedette.model.correction import applied_to_json
from vedette.store.ports import View

Applied = Mapping[str, tuple[AppliedCorrection, ...]]


def corrections_of(view: View, reports: Iterable[str]) -> Applied:
    """Give what people set in the claims of some reports, by claim."""
    wanted = sorted(reports)
    corrections = Corrections.among(view.decisions_about(wanted))
    found: dict[str, tuple[AppliedCorrection, ...]] = {}
    for report in sorted(corrections.reports_among(wanted)):
        found |= corrections.applied_in(view.claims_of_report(report))
    return found


def claims_with_corrections(
    view: View, claims: Iterable[Claim], reports: Mapping[str, Report]
) -> list[Mapping[str, Any]]:
    """Give claims in the public form, as they were read; ``corrections`` names what people set in each.

    Args:
        view: The desk.
        claims: The claims.
        reports: Those that they were read in, by id; claims of others are left out.
    """
    told = [claim for claim in claims if claim.report in reports]
    applied = corrections_of(view, {claim.report for claim in told})
    return [
        {**claim_to_json(claim, reports[claim.report]),
         "corrections": [applied_to_json(one) for one in applied.get(claim.id, ())]}
        for claim in told
    ]
