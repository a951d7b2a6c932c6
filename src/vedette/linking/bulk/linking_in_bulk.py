"""The way through linking in bulk, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from vedette.linking.bulk.apart import link_part
from vedette.linking.bulk.families import find_families, reports_alike
from vedette.linking.bulk.ledger import Ledger
from vedette.linking.bulk.merging import Merged
from vedette.linking.bulk.noting import NotedReport, note_reports
from vedette.linking.bulk.parts import DeskOfPart, Parts
from vedette.linking.bulk.sets import Blocks, sets_of
from vedette.linking.bulk.spool import Spool
from vedette.linking.bulk.spreading import Spread, Tools
from vedette.linking.decided.rulings import found_claims
from vedette.linking.lineage.copies import Joined
from vedette.linking.taken_out import TakenOut
from vedette.linking.workbench import Workbench
from vedette.model import Decision, Judgement, Knowledge, Override, ReadReport
from vedette.model.held import Held, Relinked

_PORTION = 500


def link_in_bulk(
    portions: Iterable[Sequence[ReadReport]], *, held: Held, knowledge: Knowledge, decisions: Iterable[Decision] = (),
    spread: Spread,
) -> Iterator[Relinked]:
    """Link reports onto a desk on which nothing is linked: it is then as if they had been linked one by one.

    What is given is to be put on the desk at once, one after the other: first what is kept of reports, then
    events, each of them once and complete, then situations. Memory holds rows of numbers for all claims, the parts that
    are worked on, and the largest set; all else waits on disk.

    Args:
        portions: The reports with their claims, each once.
        held: Gives the reports and claims by their ids, and all that is told in reports once they were put.
        knowledge: What the packs know.
        decisions: All that people decided, undone or not.
        spread: Does the work, here or elsewhere.
    """
    every = tuple(decisions)
    tools, ledger = Tools(knowledge, every), Ledger()
    with Spool[NotedReport]() as spool, Merged() as merged:
        for some in spread(note_reports, portions, decisions=every):
            for noted in some:
                spool.add(noted)
                ledger.take(noted)
        families = _families(ledger, held=held, spread=spread, decisions=every)
        yield from _kept(spool, families)
        blocks = Blocks.of(ledger)
        parts = Parts(ledger, families=families, closed=blocks.closed, tools=tools, held=held)
        sets = sets_of(
            ledger, blocks, families=_numbered(ledger, families), decided=_decided(every, ledger, parts, tools=tools)
        )
        for linked in spread(link_part, parts.of(sets), decisions=every):
            merged.take(linked)
        yield from merged.relinked()


def _families(
    ledger: Ledger, *, held: Held, spread: Spread, decisions: Sequence[Decision]
) -> Mapping[str, str]:
    """Give the family of each report that has copies."""
    alike = ([ledger.reports.ids[number] for number in numbers] for numbers in reports_alike(ledger.reports))
    companies = (tuple(held.reports(ids)) for ids in alike)
    found: dict[str, str] = {}
    for families in spread(find_families, companies, decisions=decisions):
        several = {family for report, family in families.items() if report != family}
        found |= {report: family for report, family in families.items() if family in several}
    return found


def _kept(spool: Spool[NotedReport], families: Mapping[str, str]) -> Iterator[Relinked]:
    remaining = iter(spool)
    while some := list(islice(remaining, _PORTION)):
        yield Relinked(
            reports=tuple(replace(one.kept, family=families.get(one.kept.report, one.kept.report)) for one in some),
            families={}, blocks={claim.id: claim.stands for one in some for claim in one.claims}, left={},
        )


def _numbered(ledger: Ledger, families: Mapping[str, str]) -> list[int]:
    """Number the families of all reports."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(families.get(one, one), len(numbers)) for one in ledger.reports.ids]


def _decided(
    decisions: Sequence[Decision], ledger: Ledger, parts: Parts, *, tools: Tools
) -> list[list[int]]:
    """Give the claims, by number, of each judgement and override, as far as they are here."""
    some = [one for one in decisions if isinstance(one, Judgement | Override)]
    bench = _bench_of(some, parts, tools=tools)
    found = [found_claims([one], bench) for one in some]  # type: ignore[arg-type]
    numbers = ledger.numbers(claim for claims in found for claim in claims)
    return [[numbers[claim] for claim in sorted(claims) if claim in numbers] for claims in found]


def _bench_of(decisions: Sequence[Judgement | Override], parts: Parts, *, tools: Tools) -> Workbench:
    """Lay out all reports that decisions are about."""
    held = DeskOfPart(parts.of_decisions(decisions))
    return Workbench(
        {}, (), joined=Joined(new=(), moved={}, met={}), names=tools.names, held=held, corrections=tools.corrections,
        taken=TakenOut(),
    )
