"""The whole flow on one screen; the only file that knows all rooms.

::

    inputs -> collect -> read -> (store) -> link -> (store) -> presentation
                                   ^                 |              |
                                   |               assess: how scenarios stand
                                   +-- decide <- a person's decision +
    watch: what is due is fetched, kept in the archive, and taken in the same way
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from vedette.arrivals import put_on, take_in, wanted_feeds
from vedette.assessing import Assessor, states_of
from vedette.inputs import Gathered, Progress, Tally, batches, counted, gather, id_of, read_good
from vedette.inputs.readers import Reader, ReadingHere
from vedette.knowledge import load_knowledge
from vedette.linking import relink, rules_of
from vedette.linking.bulk import Spread
from vedette.linking.decided.contradictions import refuse_contradiction
from vedette.linking.decided.corrected import refuse_second
from vedette.linking.decided.found_again import report_of
from vedette.linking.decided.rulings import Rulings
from vedette.linking_on_engine import is_worth_it, link_all_in_bulk
from vedette.model import (
    Assessment,
    Correction,
    Decision,
    Judgement,
    Knowledge,
    QuarantinedInput,
    ReadReport,
    Scenario,
)
from vedette.sources import Fetcher
from vedette.store import Store, open_store
from vedette.store.asked import Once
from vedette.undisturbed import undisturbed
from vedette.watching import Arrived, Clock, ManyHands, PageArchive, Stop, SystemClock, Taken, Tell, Watch, tell_nobody

# One transaction holds this many reports: small enough that a Ctrl-C costs little,
# large enough that writing is not the slow part.
BATCH = 64
# As many are linked in one transaction: others wait with their writing for so long.
PORTION = 500
# So many addresses are asked for at a time while watching, each of another host.
HANDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of the inputs: how many reports were new, known already, or could not be read."""

    new: int
    known: int
    quarantined: tuple[QuarantinedInput, ...]
    notes: tuple[str, ...]


def read_inputs(
    inputs: Iterable[str], *, knowledge: Knowledge, stdin: BinaryIO | None = None, jobs: int = 1
) -> Iterator[ReadReport | QuarantinedInput]:
    """Read files, folders, addresses or standard input into claims, without a desk; so many reports at once."""
    yield from read_good(gather(inputs, knowledge=knowledge, stdin=stdin), knowledge=knowledge, jobs=jobs)


class Desk:
    """Somebody's record of events: what was read, and what linking makes of it.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder, Desk.open(f"{folder}/desk.sqlite") as desk:
        ...     desk.store.counts()["reports"]
        0
    """

    def __init__(self, store: Store, knowledge: Knowledge) -> None:
        self.store = store
        self.knowledge = knowledge
        self._assessor: Assessor | None = None

    @classmethod
    def open(cls, address: str, *, packs: Iterable[Path] = ()) -> Self:
        """Open a desk, or make one where there is none.

        Args:
            address: A file, or a database address.
            packs: Folders with knowledge packs of the user's own.

        Raises:
            StoreError: The desk cannot be opened.
            KnowledgeError: A pack is wrong.
        """
        knowledge = load_knowledge(tuple(packs))
        return cls(open_store(address), knowledge)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    def add(
        self, inputs: Iterable[str], *, stdin: BinaryIO | None = None, progress: Progress | None = None, jobs: int = 1
    ) -> Added:
        """Read inputs into the desk and bring its events up to date.

        What the desk holds already is not read again, so a run that was cut off
        goes on where it stopped, and running twice changes nothing.

        Args:
            inputs: Files, folders, addresses, ``-``.
            stdin: Standard input; that of the process unless given.
            progress: Is told of each input as it is taken up.
            jobs: How many reports are read at once. What comes onto the desk is the same with any number.
        """
        return self.add_gathered(gather(inputs, knowledge=self.knowledge, stdin=stdin), progress=progress, jobs=jobs)

    def add_gathered(
        self, gathered: Iterable[Gathered], *, progress: Progress | None = None, jobs: int = 1,
        spread: Spread | None = None,
    ) -> Added:
        """Add what is collected already, as :meth:`add` does; what is read already is not read again.

        With ``spread``, nothing is linked before the last report is on the desk; then, where that is worth it, all of
        them in bulk.
        """
        tally, unlinked = Tally(), 0
        fresh = self._fresh(counted(gathered, progress), tally)
        with closing(read_good(fresh, knowledge=self.knowledge, jobs=jobs)) as done:
            for batch in batches(done, BATCH):
                new = put_on(batch, store=self.store, reader=self._reader)
                tally.note(batch, new=new)
                unlinked += new
                if unlinked >= PORTION and spread is None:  # meanwhile others are read
                    self.relink()
                    unlinked = 0
        self.relink(spread=spread if self._has_much_to_link() else None)
        return Added(
            new=tally.new, known=tally.known, quarantined=tuple(tally.quarantined), notes=tuple(tally.notes)
        )

    def watch(
        self, archive: PageArchive, *, fetch: Fetcher, stop: Stop, outlets: Collection[str] = (),
        tell: Tell = tell_nobody, once: bool = False, clock: Clock | None = None, scenarios: Sequence[Scenario] = (),
        reader: Reader | None = None,
    ) -> None:
        """Follow the feeds of outlets until somebody asks for the end; what they publish comes onto this desk.

        Args:
            archive: Where all that is received is kept.
            fetch: Who gets addresses.
            stop: How the end is asked for.
            outlets: The ids of those to follow; all that have feeds, unless given.
            tell: Is told all that happens.
            once: Ask every feed once, read what it lists, and end.
            clock: The time; that of the computer unless given.
            scenarios: Are assessed whenever something was taken in.
            reader: Who reads; this process, unless given, which a page that ends it then ends.
        """
        time = clock or SystemClock()

        def taking_in(arrived: Sequence[Arrived]) -> list[Taken]:
            taken = self.take_in(arrived, reader=reader)
            if scenarios:
                now = time.now()
                self.assess(scenarios, today=now.date().isoformat(), at=now)
            return taken

        with ManyHands(fetch, number=HANDS, stop=stop) as hands:
            Watch(
                book=self.store.watching, hands=hands, archive=archive, clock=time, take_in=taking_in, tell=tell,
                wanted=wanted_feeds(self.knowledge, outlets),
            ).run(stop, once=once)

    def take_in(self, arrived: Sequence[Arrived], *, reader: Reader | None = None) -> list[Taken]:
        """Read what was received while watching. What is on the desk already is not read again."""
        taken = take_in(arrived, store=self.store, knowledge=self.knowledge, reader=reader or self._reader)
        self.relink()
        return taken

    def relink(self, *, anyway: bool = False, spread: Spread | None = None) -> None:
        """Bring the events up to date with what is new and what it touches; with other packs or rules, all of them.

        Args:
            anyway: Assemble all of them anew, from all claims and judgements.
            spread: Assemble all of them anew, and spread the work by this: much quicker for very many reports. Others
                wait with their writing until it is done.
        """
        if spread is not None:
            link_all_in_bulk(self.store, rules=self._rules, knowledge=self.knowledge, spread=spread, size=PORTION)
            return
        done = False
        if self.store.is_linked() and self.store.linked_by() == self._rules and not anyway:
            return
        while not done:
            with undisturbed(), self.store.linking() as linking:
                linking.begin(self._rules, anew=anyway)
                anyway = False
                new = linking.portion(PORTION)
                reports = {report.id: report for report in new.reports}
                done = linking.put(relink(
                    new.claims, reports=reports, knowledge=self.knowledge, held=linking, decided=new.decided,
                    fresh=new.fresh,
                ))

    def _has_much_to_link(self) -> bool:
        linked = self.store.taken_in() if self.store.linked_by() == self._rules else 0
        return is_worth_it(self.store.counts()["reports"] - linked, linked=linked)

    @cached_property
    def _reader(self) -> Reader:
        return ReadingHere(self.knowledge)

    @cached_property
    def _rules(self) -> str:
        return rules_of(self.knowledge)

    def assess(
        self, scenarios: Sequence[Scenario], *, today: str, at: datetime | None = None
    ) -> tuple[Assessment, ...]:
        """Say how scenarios stand with all that is on the desk: what is new is matched, what it touches is weighed.

        Args:
            scenarios: All that are followed; the desk forgets others.
            today: The day (``YYYY-MM-DD``); each scenario is weighed once a day at least.
            at: The moment at which the feeds that are watched are looked at; without one, nothing is known of them.

        Returns:
            The assessments that were made now, by scenario; all others of today still hold.
        """
        self.relink()
        if self._assessor is None or self._assessor.scenarios != tuple(scenarios):
            self._assessor = Assessor(scenarios, book=self.store.warning, knowledge=self.knowledge)
        health = () if at is None else self.store.source_health(at=at)
        return self._assessor.assess(today, states=states_of(health))

    def decide(
        self, decisions: Sequence[Decision], *, unchanged: Callable[[], None] | None = None,
        once: Once | None = None,
    ) -> None:
        """Put what a person decided on record and bring the events up to date.

        Args:
            decisions: All of them are recorded, or none.
            unchanged: Looks at the desk before the first of them, under the lock of the store; it raises where that is
                no longer what the person saw.
            once: A key; where something was decided under it already, nothing is.

        Raises:
            JudgementError: It contradicts what is on record, which the message names. Nothing is changed then.
            UnknownId: What it undoes is not on record.
        """
        def check(new: Decision, held: Sequence[Decision]) -> None:
            if unchanged is not None and new is decisions[0]:
                unchanged()
            self._check(new, held)

        self.store.record(decisions, check=check, once=once)
        self.relink()

    @staticmethod
    def now() -> str:
        """Give the moment of a decision: exact enough that what is undone can at once be decided anew."""
        return datetime.now(UTC).isoformat(timespec="milliseconds")

    def _check(self, new: Decision, held: Sequence[Decision]) -> None:
        if isinstance(new, Judgement):
            judged = Rulings.among(held).judgements_about(_reports(new))
            reports = sorted({report for one in (new, *judged) for report in _reports(one)})
            claims = [claim for report in reports for claim in self.store.claims_of_report(report)]
            refuse_contradiction(new, judged, claims)
        if isinstance(new, Correction):
            refuse_second(new, held, self.store.claims_of_report(report_of(new.anchor) or ""))

    def _fresh(self, gathered: Iterable[Gathered], tally: Tally) -> Iterator[Gathered]:
        """Give what the desk does not hold yet, each once."""
        for batch in batches(gathered, BATCH):
            known = self.store.known_reports([id_of(item) for item in batch if not isinstance(item, QuarantinedInput)])
            yield from tally.fresh(batch, known)


def _reports(judgement: Judgement) -> frozenset[str]:
    return frozenset(filter(None, map(report_of, (*judgement.left, *judgement.right))))
