"""Claims as people corrected them: what a person sets in a field comes before what was read there.

Rule: of several corrections of one field the newest that was not taken back holds. A claim that a person
rejected is left out of every event. A correction hangs on an anchor, like every decision about claims, and finds
its claim again after a newer reader has read the report anew (``found_again``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from vedette.errors import JudgementError, UnknownId
from vedette.linking.decided.at_hand import AtHand, fresh_in, reports_in
from vedette.linking.decided.found_again import FoundAgain, report_of
from vedette.linking.ordering import moment
from vedette.model import AppliedCorrection, Claim, CorrectedField, Correction, Decision, Finding, Undo
from vedette.model.correction import value_of, with_value
from vedette.model.decided import Decided

_Fields = Mapping[CorrectedField, Correction]


class Corrections:
    """The corrections of people that stand, by the reports that they are about.

    Example:
        >>> from vedette.model import Stage
        >>> given = Correction.of("r1:4-9:strike", CorrectedField.STAGE, Stage.PLANNED, by="Ann", at="2025-09-12")
        >>> sorted(Corrections.among([given]).reports_among(["r1", "r2"]))
        ['r1']
    """

    def __init__(self, decided: Decided, *, but: Collection[str] = ()) -> None:
        """Look corrections up, those of a report where it is first asked for.

        Args:
            decided: What people decided, undone or not.
            but: The ids of decisions that are to count as if they had never been made.
        """
        self._decided = decided
        self._but = but
        self._by_report: dict[str, list[Correction]] = {}

    @classmethod
    def among(cls, decisions: Iterable[Decision]) -> Corrections:
        """Look corrections up among decisions that are at hand."""
        return cls(AtHand(decisions))

    def look_up(self, reports: Collection[str]) -> None:
        """Look up those of some reports together, since each look may be a query."""
        missing = sorted(one for one in reports if one not in self._by_report)
        if not missing:
            return
        self._by_report |= {one: [] for one in missing}
        wanted = frozenset(missing)
        every = self._decided.about(missing)
        undone_by = {one.undoes: one.id for one in every if isinstance(one, Undo)}
        for one in every:
            if isinstance(one, Correction) and self._holds(one, undone_by.get(one.id)):
                for report in wanted & reports_in(one):  # a store may give more than was asked for
                    self._by_report[report].append(one)

    def reports_among(self, reports: Iterable[str]) -> frozenset[str]:
        """Name those of some reports in which something is corrected."""
        wanted = frozenset(reports)
        self.look_up(wanted)
        return frozenset(one for one in wanted if self._by_report[one])

    def hold_in(self, told: Sequence[Claim]) -> list[Claim]:
        """Give the claims of one report as they hold: corrected, without those that were rejected.

        Args:
            told: All claims of the report, as they were read.
        """
        found = self._of_claims(told)
        return [_corrected(claim, found.get(claim.id, {})) for claim in told if not _is_rejected(found.get(claim.id))]

    def applied_in(self, told: Sequence[Claim]) -> Mapping[str, tuple[AppliedCorrection, ...]]:
        """Give what people set in the claims of one report, by claim, in the order of the fields."""
        read = {claim.id: claim for claim in told}
        return {
            claim: tuple(_applied(read[claim], fields[field]) for field in CorrectedField if field in fields)
            for claim, fields in self._of_claims(told).items()
        }

    def _of_claims(self, told: Sequence[Claim]) -> dict[str, _Fields]:
        if not told or not self.reports_among([told[0].report]):
            return {}
        given = self._by_report[told[0].report]
        lookup, by_anchor = FoundAgain.among(told), {claim.anchor: claim.id for claim in reversed(told)}
        found: dict[str, dict[CorrectedField, Correction]] = defaultdict(dict)
        for one in sorted(given, key=lambda one: (moment(one.at), one.id)):
            anchor = lookup.find(one.anchor)
            if anchor is not None:
                found[by_anchor[anchor]][one.field] = one
        return dict(found)

    def _holds(self, one: Correction, undo: str | None) -> bool:
        return one.id not in self._but and (undo in self._but or (undo is None and one.undone is None))


def corrections_since(decided: Decided, fresh: Collection[str]) -> frozenset[str]:
    """Name the reports in which people corrected something, or took that back, by decisions that are new.

    Args:
        decided: What people decided.
        fresh: The ids of what is new.
    """
    touched = (one for one in fresh_in(decided, fresh) if isinstance(one, Correction))
    return frozenset(report for one in touched if (report := report_of(one.anchor)) is not None)


def refuse_second(new: Correction, held: Iterable[Decision], told: Sequence[Claim]) -> None:
    """Let a correction pass whose claim is there, and whose field nobody has set.

    Args:
        new: What somebody is about to set.
        held: All that is on record.
        told: All claims of its report, as they were read.

    Raises:
        UnknownId: The claim is not on the desk.
        JudgementError: Somebody set the field before; the message says who, and how to take it back.
    """
    found = FoundAgain.among(told)
    anchor = found.find(new.anchor)
    if anchor is None:
        raise UnknownId("claim", new.anchor)
    for one in held:
        standing = isinstance(one, Correction) and one.undone is None and one.field is new.field
        if isinstance(one, Correction) and standing and found.find(one.anchor) == anchor:
            what = "judged this claim" if one.field is CorrectedField.CLAIM else f"set the {one.field} of this claim"
            raise JudgementError(
                f"Nothing was changed: {one.by} {what} on {one.at[:16].replace('T', ' ')} already. "
                f"To set it otherwise, take that back first: vedette judge undo {one.id}"
            )


def _is_rejected(fields: _Fields | None) -> bool:
    found = fields.get(CorrectedField.CLAIM) if fields else None
    return found is not None and found.value is Finding.REJECTED


def _corrected(claim: Claim, fields: _Fields) -> Claim:
    for field in CorrectedField:
        if field in fields:
            claim = with_value(claim, field, fields[field].value)
    return claim


def _applied(claim: Claim, one: Correction) -> AppliedCorrection:
    return AppliedCorrection(
        id=one.id, claim=claim.id, field=one.field, was=value_of(claim, one.field), value=one.value, by=one.by,
        at=one.at, why=one.why,
    )
