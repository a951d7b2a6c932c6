"""The way through linking in bulk, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from vedette.linking.bulk.apart import link_part
from vedette.linking.bulk.bench import bench_of
from vedette.linking.bulk.comparing import near_in, piles_of
from vedette.linking.bulk.connected import Numbers
from vedette.linking.bulk.families import find_families, reports_alike
from vedette.linking.bulk.ledger import Ledger
from vedette.linking.bulk.merging import Merged
from vedette.linking.bulk.noting import NotedReport, note_reports
from vedette.linking.bulk.parts import Parts
from vedette.linking.bulk.sets import Blocks, companies_of, sets_of
from vedette.linking.bulk.spool import Spool
from vedette.linking.bulk.spreading import Spread, Tools
from vedette.linking.decided.rulings import found_claims
from vedette.model import Decision, Judgement, Knowledge, Override, ReadReport
from vedette.model.held import Held, Relinked

LARGE = 5000
"""A company of more claims is split by what is near, so that a part fits into memory and several can work on it."""
PILE = 2 * LARGE
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
            ledger, _companies(ledger, blocks, parts, spread=spread, decisions=every),
            families=_numbered(ledger, families), decided=_decided(every, ledger, parts, tools=tools),
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


def _companies(
    ledger: Ledger, blocks: Blocks, parts: Parts, *, spread: Spread, decisions: Sequence[Decision]
) -> Iterator[Numbers]:
    """Give the companies of claims that hang together by blocks; of large ones, those by what is near."""
    companies = companies_of(ledger, blocks)
    yield from (company for company in companies if len(company) <= LARGE)
    large = [company for company in companies if len(company) > LARGE]
    numbers = {ledger.ids[number]: number for company in large for number in company.tolist()}
    piles = (parts.part(pile.tolist()) for company in large for pile in piles_of(company, ledger, blocks, most=PILE))
    for near in spread(near_in, piles, decisions=decisions):
        yield from (np.array([numbers[one] for one in some], dtype=np.int64) for some in near)


def _decided(
    decisions: Sequence[Decision], ledger: Ledger, parts: Parts, *, tools: Tools
) -> list[list[int]]:
    """Give the claims, by number, of each judgement and override, as far as they are here."""
    some = [one for one in decisions if isinstance(one, Judgement | Override)]
    bench = bench_of(parts.of_decisions(some), tools)
    found = [found_claims([one], bench) for one in some]  # type: ignore[arg-type]
    numbers = ledger.numbers(claim for claims in found for claim in claims)
    return [[numbers[claim] for claim in sorted(claims) if claim in numbers] for claims in found]
