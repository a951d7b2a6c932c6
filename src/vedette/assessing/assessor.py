"""Matches what is new on a desk, and weighs the scenarios that it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice

from vedette.assessing.looking import by_name, coverage_of
from vedette.assessing.mark import mark_of
from vedette.model import (
    Assessment,
    BaselineRule,
    Coverage,
    EditionsRule,
    Indicator,
    Knowledge,
    Match,
    MeasureState,
    ReasonKind,
    Rule,
    Scenario,
    SeenBy,
    Situation,
    SourceState,
    content_id,
)
from vedette.store.warning import Every, Known, Unmatched, WarningBook, Weighing
from vedette.warning import Index, Outlook, assess, match, state_media, touched, untouched
from vedette.warning.days import shift

# One transaction matches so many events, or weighs so many scenarios: others wait with their writing for so long.
EVENTS = 500
SCENARIOS = 50


class Assessor:
    """Keeps the matches and assessments of a desk up to date; made once, used for as long as its scenarios hold.

    What it does follows from the desk, the scenarios and the day alone, in however many steps the desk grew; only
    which level holds on, from how the scenario stood on the last day that it was assessed before.
    """

    def __init__(self, scenarios: Iterable[Scenario], *, book: WarningBook, knowledge: Knowledge) -> None:
        self.scenarios = tuple(scenarios)
        self._index = Index.of(self.scenarios)
        self._book = book
        self._outlets = by_name(knowledge.outlets)
        self._controlled = state_media(knowledge)
        self._reach = {one.id: max((_reach(each.rule) for each in one.indicators), default=0) for one in self.scenarios}

    @cached_property
    def _mark(self) -> str:
        return mark_of(self.scenarios, self._controlled)

    @cached_property
    def _content(self) -> str:
        return content_id("f", [repr(one) for one in self.scenarios])

    def assess(self, today: str, *, states: Mapping[str, SourceState]) -> tuple[Assessment, ...]:
        """Match what is new, changed or gone, and weigh what that touches; each scenario once a day at least.

        Args:
            today: The day (``YYYY-MM-DD``) on which the scenarios are to stand.
            states: The states of the outlets that are watched, by id.

        Returns:
            The assessments that were made: those of other scenarios still hold. By the id of the scenario.
        """
        self._match()
        return self._weigh(today, states)

    def _match(self) -> None:
        if self._book.is_matched(self._mark):
            return
        done = False
        while not done:
            with self._book.matching() as matching:
                matching.begin(self._mark)
                some = matching.portion(EVENTS)
                found = [one for waiting in some for one in self._matches_of(waiting)]
                matching.put([one.id for one in some], found)
                done = len(some) < EVENTS

    def _matches_of(self, waiting: Unmatched) -> Iterable[Match]:
        if waiting.event is None or waiting.telling is None:
            return
        for scenario, indicator in touched(waiting.event, self._index):
            found = match(
                waiting.event, indicator, scenario=scenario.id, telling=waiting.telling, controlled=self._controlled
            )
            if found is not None:
                yield found

    def _weigh(self, today: str, states: Mapping[str, SourceState]) -> tuple[Assessment, ...]:
        with self._book.weighing() as weighing:
            weighing.follow(self.scenarios, self._content)
            weighing.look_around(repr(sorted(states.items())))
            weighing.note(self._concerned(weighing, today))
            due = weighing.due(today)
            coverage = self._coverage(weighing, today, states) if due else Coverage()
        made: list[Assessment] = []
        remaining = iter([one for one in self.scenarios if one.id in due])
        while some := list(islice(remaining, SCENARIOS)):
            with self._book.weighing() as weighing:
                made += self._weigh_some(some, weighing, today=today, coverage=coverage)
        return tuple(made)

    def _concerned(self, weighing: Weighing, today: str) -> Iterable[tuple[str, Every]]:
        """Say which scenarios something concerns that concerns more than one."""
        every = weighing.take_every()
        # One that was not weighed today is weighed anyway, with all days that there are.
        known = weighing.known([one.id for one in self.scenarios], today) if Every.DAYS in every else {}
        hanging = [
            one.id for one in self.scenarios
            if one.id in known and (now := known[one.id].today) and _hanging_on_days(one, now)
        ]
        return [
            (scenario.id, what) for what in sorted(every) for scenario in self.scenarios
            if (what is not Every.EDITIONS or _of_kind(scenario, EditionsRule))
            and (what is not Every.OUTLETS or _looking_at_some(scenario))
            and (what is not Every.DAYS or scenario.id in hanging)
        ]

    def _coverage(self, weighing: Weighing, today: str, states: Mapping[str, SourceState]) -> Coverage:
        since = shift(today, -max(self._reach.values(), default=0))
        return coverage_of(weighing.outlets(since=since), outlets=self._outlets, states=states)

    def _weigh_some(
        self, some: Sequence[Scenario], weighing: Weighing, *, today: str, coverage: Coverage
    ) -> list[Assessment]:
        """Say how scenarios stand; of what was said today before, what nothing touched stays as it was."""
        known = weighing.known([one.id for one in some], today)
        again = {one.id: _again(one, known[one.id].today, known[one.id].waiting) for one in some}
        weighing.pass_over([one.id for one in some if not again[one.id]])
        made = [
            self._weigh_one(one, known[one.id], again[one.id], weighing=weighing, today=today, coverage=coverage)
            for one in some if again[one.id]
        ]
        weighing.put(made)
        return made

    def _weigh_one(
        self, scenario: Scenario, known: Known, again: Collection[str], *,
        weighing: Weighing, today: str, coverage: Coverage,
    ) -> Assessment:
        unchanged = untouched(scenario, known.today, again) if known.today is not None else {}
        measured = [one for one in scenario.indicators if one.id not in unchanged]
        wanted = {name for one in measured for name in (one.id, *one.parts)}
        matches = weighing.matches(scenario.id, wanted, since=shift(today, -self._reach[scenario.id]))
        editions = _editions(measured, matches, weighing)
        return assess(
            scenario, matches, outlook=Outlook(day=today, coverage=coverage, editions=editions), before=known.before,
            unchanged=unchanged,
        )


def _again(scenario: Scenario, now: Assessment | None, waiting: Collection[str]) -> frozenset[str]:
    """Give the indicators that have to be measured anew, beside what is built of them."""
    everything = frozenset(one.id for one in scenario.indicators)
    if now is None or now.mark != scenario.mark or Every.THING in waiting:
        return everything
    again = set(everything.intersection(waiting))
    seen = _hanging_on_days(scenario, now)
    if Every.DAYS in waiting:
        again |= seen
    elif Every.OUTLETS in waiting:
        again |= seen & _looking_at_some(scenario)
    if Every.EDITIONS in waiting:
        again |= _of_kind(scenario, EditionsRule)
    return frozenset(again)


def _hanging_on_days(scenario: Scenario, now: Assessment) -> frozenset[str]:
    """Give the indicators that more days with reports can change.

    They are those that too few days leave unseen, and comparisons with what is usual that are met: these lapse
    where too few days were heard of.
    """
    usual = _of_kind(scenario, BaselineRule)
    return frozenset(
        one.indicator for one in now.measures
        if any(reason.kind is ReasonKind.FEW_DAYS for reason in one.reasons)
        or (one.state is MeasureState.MET and one.indicator in usual)
    )


def _of_kind(scenario: Scenario, kind: type[BaselineRule] | type[EditionsRule]) -> frozenset[str]:
    return frozenset(one.id for one in scenario.indicators if isinstance(one.rule, kind))


def _looking_at_some(scenario: Scenario) -> frozenset[str]:
    """Give the indicators that not just any outlet could tell of."""
    def asks(one: SeenBy) -> bool:
        return bool(one.outlets or one.countries or one.languages)

    return frozenset(one.id for one in scenario.indicators if asks(one.seen_by))


def _editions(
    measured: Iterable[Indicator], matches: Mapping[str, Sequence[Match]], weighing: Weighing
) -> Mapping[str, Situation]:
    """Give the editions of exercises that matches name, where they are compared with earlier ones."""
    comparing = [one.id for one in measured if isinstance(one.rule, EditionsRule)]
    named = {match.edition for name in comparing for match in matches.get(name, ()) if match.edition is not None}
    return weighing.situations(named)


def _reach(rule: Rule) -> int:
    """Say how many days back a rule looks."""
    return int(getattr(rule, "window", 0)) + int(getattr(rule, "baseline", 0))
