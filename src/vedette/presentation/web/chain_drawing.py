"""The chain behind an event as a drawing: outlets on the left, who relays in the middle, origins on the right.

Ten outlets that relay one agency run together in one point: that is what the drawing is for.
Only numbers are made here; a template writes the SVG, and a list beside it says the same in words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vedette.model import Claim, Event, Origin
from vedette.presentation.name_words import party_label
from vedette.presentation.wording import describe_origin

# In units of the drawing, which is as wide as the text beside it.
WIDTH = 880
_ROW, _TOP, _BOX, _WIDEST, _NARROWEST = 40, 6, 30, 240, 60
# Width of a letter, of a bold one, and of the numbers at the right end of a box.
_LETTER, _BOLD, _COUNT = 7, 8, 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party in the drawing: its box, its name (``words``: as far as there is room), the claims that it passes on."""

    x: int
    y: int
    width: int
    words: str
    name: str
    kind: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line from who tells to whom it is from; ``weight`` counts the claims that take it."""

    path: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One origin in words: who it is, through whom it is told, and by which claims (number on the page, id)."""

    origin: Origin | None
    name: str
    through: tuple[str, ...]
    claims: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainDrawing:
    """The whole drawing, and the same in words."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    strands: tuple[Strand, ...]


@dataclass(frozen=True, slots=True)
class _Path:
    """One claim's way: the names from its outlet to its origin, the origin's by itself."""

    number: int
    claim: str
    names: tuple[str, ...]
    origin: Origin | None

    @property
    def end(self) -> str:
        if self.origin is None:
            return self.names[-1]
        return self.origin.name if self.origin.known else describe_origin(self.origin)

    @property
    def relays(self) -> tuple[str, ...]:
        """Who stands between the outlet and the origin."""
        between = self.names[1:-1] if len(self.names) > 1 else ()
        return tuple(name for name in between if name.casefold() != self.end.casefold())


def draw_chains(event: Event, told: Sequence[tuple[Claim, Sequence[str]]]) -> ChainDrawing:
    """Draw who tells of an event.

    Args:
        event: The event, with its origins.
        told: Its claims in the order of the page, each with its chain from outlet to origin.
    """
    origins = {claim: origin for origin in event.origins for claim in origin.claims}
    paths = [
        _Path(number, claim.id, tuple(chain), origins.get(claim.id))
        for number, (claim, chain) in enumerate(told, start=1)
    ]
    # Paths of one origin lie together, so that few lines cross.
    ends = list(dict.fromkeys(path.end for path in paths))
    paths.sort(key=lambda path: (ends.index(path.end), path.names[0], path.number))
    last = 1 + max((len(path.relays) for path in paths), default=0)
    stops = {path.number: _stops(path, last) for path in paths}
    places = _places(stops.values())
    nodes = tuple(_node(stop, places, stops, columns=last + 1) for stop in places)
    return ChainDrawing(
        width=WIDTH, height=_TOP + max((node.y + _BOX for node in nodes), default=0), nodes=nodes,
        links=_links(stops.values(), dict(zip(places, nodes, strict=True))),
        strands=tuple(_strand(end, [path for path in paths if path.end == end]) for end in ends),
    )


_Stop = tuple[int, str]


def _stops(path: _Path, last: int) -> tuple[_Stop, ...]:
    """Give the boxes that a claim runs through: column and name."""
    relays = [(column, name) for column, name in enumerate(path.relays, start=1)]
    return ((0, path.names[0]), *relays, (last, path.end))


def _places(ways: Iterable[Sequence[_Stop]]) -> Mapping[_Stop, int]:
    """Give every box its height: the middle of the claims that run through it, none upon another."""
    rows: dict[_Stop, list[int]] = defaultdict(list)
    outlets = dict[str, int]()
    for way in ways:
        row = outlets.setdefault(way[0][1], len(outlets))
        for stop in way:
            rows[stop].append(row)
    wanted = {stop: _ROW * sum(some) / len(some) for stop, some in rows.items()}
    placed: dict[_Stop, int] = {}
    lowest: dict[int, int] = {}
    for stop in sorted(wanted, key=lambda one: (one[0], wanted[one], one[1])):
        at = max(round(wanted[stop]), lowest.get(stop[0], 0))
        placed[stop], lowest[stop[0]] = at, at + _ROW
    return placed


def _node(
    stop: _Stop, places: Mapping[_Stop, int], stops: Mapping[int, Sequence[_Stop]], *, columns: int
) -> Node:
    column, name = stop
    # In a very long chain the boxes lie over one another: better than none.
    width = max(_NARROWEST, min(_WIDEST, (WIDTH - 40 * (columns - 1)) // columns))
    said = party_label(name)
    kind = "outlet" if column == 0 else "origin" if column == columns - 1 else "relay"
    letters = (width - 20 - (0 if kind == "relay" else _COUNT)) // (_BOLD if kind == "origin" else _LETTER)
    return Node(
        x=column * (WIDTH - width) // (columns - 1), y=_TOP + places[stop], width=width, name=name, kind=kind,
        words=said if len(said) <= letters else said[: max(1, letters - 1)].rstrip() + "…",
        claims=tuple(sorted(number for number, way in stops.items() if stop in way)),
    )


def _links(ways: Iterable[Sequence[_Stop]], nodes: Mapping[_Stop, Node]) -> tuple[Link, ...]:
    weights: dict[tuple[_Stop, _Stop], int] = defaultdict(int)
    for way in ways:
        for one, other in pairwise(way):
            weights[one, other] += 1
    return tuple(
        Link(path=_curve(nodes[one], nodes[other]), weight=min(weight, 4)) for (one, other), weight in weights.items()
    )


def _curve(one: Node, other: Node) -> str:
    left, right = one.x + one.width, other.x
    start, end, middle = one.y + _BOX // 2, other.y + _BOX // 2, (left + right) // 2
    return f"M{left} {start}C{middle} {start} {middle} {end} {right} {end}"


def _strand(end: str, paths: Sequence[_Path]) -> Strand:
    told = sorted(paths, key=lambda path: path.number)
    through = dict.fromkeys(name for path in told for name in (path.names[0], *path.relays))
    return Strand(
        origin=paths[0].origin, name=end, through=tuple(name for name in through if name != end),
        claims=tuple((path.number, path.claim) for path in told),
    )
