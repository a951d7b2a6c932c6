"""The section "Speed" of docs/benchmarks.md, made from a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vedette.evaluation.speed.grown import Grown
from vedette.evaluation.speed.ratios import Spread, against, compared_with, memory, noise, rates
from vedette.evaluation.speed.result import Result, Work

_NAMES = {
    "spacy": "spaCy alone", "trafilatura": "trafilatura alone, pages", "collect": "collect, pages",
    "tags": "tagger alone", "read": "read", "store": "store", "link": "link", "add": "read, store and link",
    "add pages": "collect, read, store and link, pages",
}
_TEXTS = {"mixed": "Mixed news, one report in ten on our subjects", "subject": "Every report on our subjects"}


def speed_section(result: Result) -> str:
    """Write the tables: for each kind of text every work with speed, memory and ratios; then the desk that grows."""
    machine = result.machine
    parts = [
        f"Measured on {result.at[:10]} at commit {machine.commit}: {machine.processor}, {machine.cores} cores, "
        f"Python {machine.python}, spaCy {machine.spacy}. {len(result.rounds)} rounds; every number is the median of "
        "the rounds, with the least and the most behind it. The same work, twice in a round, differed by at most "
        f"{noise(result):.1%}.",
    ]
    for told in result.texts:
        parts += [
            f"{_TEXTS[told.name]}: {told.reports:,} reports of {told.words} words (median).",
            table(result, told.name),
        ]
    if result.grown:
        parts += [
            "A desk of mixed news that grows: seconds of processor time that the next thousand reports take.",
            costs(result.grown), "How long its answers take, in milliseconds (p50 / p99):", answers(result.grown),
        ]
    return "\n\n".join(parts)


def table(result: Result, texts: str) -> str:
    """Write a row for each work on texts of a name."""
    works = [work for work in result.works() if work.texts == texts]
    head = "| | cores | reports a second | peak of memory, MB | speed, spaCy = 1 | speed, trafilatura = 1 |"
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|", *(_row(result, work) for work in works)])


def costs(grown: Sequence[Grown]) -> str:
    """Write a row for each size of a desk."""
    head = "| reports on the desk | claims | events | storing, s | linking, s | file, MB | peak of memory, MB |"
    rows = [
        f"| {one.reports:,} | {one.claims:,} | {one.events:,} | {Spread.of(list(one.storing))} "
        f"| {Spread.of(list(one.linking))} | {one.size_mb:,.0f} | {one.peak_mb:,.0f} |" for one in grown
    ]
    return "\n".join([head, "|---:|---:|---:|---:|---:|---:|---:|", *rows])


def answers(grown: Sequence[Grown]) -> str:
    """Write a row for each question, a column for each size of the desk."""
    questions = [one.question for one in grown[0].answered]
    head = "| | " + " | ".join(f"{one.reports:,} reports" for one in grown) + " |"
    rows = (f"| {question} | " + " | ".join(_answered(grown, question)) + " |" for question in questions)
    return "\n".join([head, "|---|" + "---:|" * len(grown), *rows])


def _answered(grown: Sequence[Grown], question: str) -> Iterator[str]:
    for one in grown:
        found = next(answer for answer in one.answered if answer.question == question)
        yield f"{found.p50:.1f} / {found.p99:.1f}"


def _row(result: Result, work: Work) -> str:
    held = memory(result, work)
    beside = {other.what: str(against(result, work, other)) for other in compared_with(result, work)}
    rate = rates(result, work)
    return (
        f"| {_NAMES[work.what]} | {work.cores} | {rate.median:.1f} ({rate.least:.1f}-{rate.most:.1f}) "
        f"| {held.median:.0f} ({held.least:.0f}-{held.most:.0f}) | {beside.get('spacy', _own(work, 'spacy'))} "
        f"| {beside.get('trafilatura', _own(work, 'trafilatura'))} |"
    )


def _own(work: Work, what: str) -> str:
    return "1" if work.what == what else ""
