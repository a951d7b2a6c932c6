"""Whether the marks, contents and lines of one annotated item fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vedette.evaluation.annotated import AnnotatedItem, Mark, MarkKind
from vedette.evaluation.problem import Problem
from vedette.evaluation.values import EventValue


def check_integrity(item: AnnotatedItem) -> list[Problem]:
    """Name every label that is missing, given twice, of the wrong kind or in the wrong place."""
    checks = (_labels, _same_as, _events, _types, _sources, _off_subject)
    return [Problem(item.file, line, f"{item.id}: {what}", fix) for check in checks for line, what, fix in check(item)]


_Fault = tuple[int, str, str]


def _labels(item: AnnotatedItem) -> Iterator[_Fault]:
    count = Counter(mark.id for mark in item.marks)
    for mark in item.marks:
        if count[mark.id] > 1:
            yield mark.line, f"{mark.id} is given to more than one stretch of words.", "Number each on its own: A2=A1."


def _same_as(item: AnnotatedItem) -> Iterator[_Fault]:
    marks = {mark.id: mark for mark in item.marks}
    for mark in item.marks:
        if mark.same_as is None:
            continue
        target = marks.get(mark.same_as)
        if target is None or target.id == mark.id or target.kind is not mark.kind:
            yield mark.line, f"{mark.id}={mark.same_as} names no other mark of its kind.", "Write A2=A1."
        elif _in_circle(mark, marks):
            yield mark.line, f"{mark.id} is the same as itself, in a circle.", "Let the later name the earlier."


def _in_circle(mark: Mark, marks: dict[str, Mark]) -> bool:
    seen = {mark.id}
    here = marks.get(mark.same_as or "")
    while here is not None:
        if here.id in seen:
            return True
        seen.add(here.id)
        here = marks.get(here.same_as or "")
    return False


def _events(item: AnnotatedItem) -> Iterator[_Fault]:
    marks = {mark.id: mark for mark in item.marks}
    lines = Counter(line.id for line in item.events)
    for mark in item.marks:
        if mark.kind is MarkKind.EVENT and mark.id not in lines:
            yield mark.line, f"{mark.id} has no line.", f"Write a line '{mark.id} ...' under the text."
    for line in item.events:
        if line.id not in marks:
            yield line.line, f"{line.id} is not marked in the text.", "Mark its trigger, or take the line out."
        if lines[line.id] > 1:
            yield line.line, f"{line.id} has more than one line.", "Join them."
        for link in line.links:
            if link.mark not in marks or link.mark == line.id:
                yield line.line, f"{line.id}: {link.role}={link.mark} names no mark.", "Mark it, or leave it out."


def _types(item: AnnotatedItem) -> Iterator[_Fault]:
    marks = {mark.id: mark for mark in item.marks}
    for mark in item.marks:
        same = marks.get(mark.same_as or "")
        values = (mark.value, same.value if same else None)
        types = {value.type for value in values if isinstance(value, EventValue)}
        if len(types) > 1:
            yield mark.line, f"{mark.id} and {mark.same_as} are one event of two types.", "Give both the same type."


def _sources(item: AnnotatedItem) -> Iterator[_Fault]:
    known = {mark.id for mark in item.marks}
    chains = [(content.line, content.chain) for content in item.contents]
    chains += [(line.line, line.chain) for line in item.events if line.chain is not None]
    for line, chain in chains:
        for source in chain:
            if source not in known:
                yield line, f"{source} is not marked in the text.", f"Mark the source: {{words|{source} official}}."
        if len(set(chain)) < len(chain):
            yield line, f"A source stands twice in {'>'.join(chain)}.", "Name each once, the origin last."
    for mark in item.marks:
        if mark.kind is MarkKind.CUE and f"S{mark.id[1:].rstrip('abcdefgh')}" not in known:
            yield mark.line, f"The source of {mark.id} is not marked.", f"Mark S{mark.id[1:]}, or renumber the cue."


def _off_subject(item: AnnotatedItem) -> Iterator[_Fault]:
    for paragraph in item.paragraphs:
        if paragraph.on:
            continue
        for mark in item.marks:
            if paragraph.span.holds(mark.span):
                yield mark.line, f"{mark.id} stands in a text off our subjects.", "Take out the mark, or the '%'."
