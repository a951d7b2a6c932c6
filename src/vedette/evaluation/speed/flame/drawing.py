"""Draws trees of functions one above the other, all to one scale: what is half as wide took half as long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from vedette.evaluation.speed.flame.stacks import Node, without_chain, without_small

WIDTH, ROW, HEAD, GAP = 1200, 17, 24, 12
NARROWEST = 1.5  # pixels; what is narrower is left out
_LETTER = 6.05  # pixels, of the type that names are written in
_COLOURS = {
    "vedette.reading.tags": "#f2a65a", "vedette.reading.times": "#f7d08a", "vedette.reading.facts": "#e8c547",
    "vedette.reading": "#f4b942", "vedette.sources": "#9cc5a1", "vedette.linking": "#a3bcf9",
    "vedette.store": "#bfa0d8", "vedette.knowledge": "#c9c5ba", "vedette": "#d6cfc4", "spacy": "#84a9c0",
    "onnxruntime": "#e07a5f",
}
_OTHER = "#dddddd"


@dataclass(frozen=True, slots=True)
class Flame:
    """What was sampled, the words above it, and on how many reports."""

    caption: str
    root: Node
    reports: int

    @property
    def each(self) -> float:
        """Microseconds for a report."""
        return self.root.spent / self.reports


def drawn(flames: Sequence[Flame]) -> str:
    """Draw flames one above the other as SVG; the slowest takes the whole width."""
    widest = max(flame.each for flame in flames)
    parts, top = [], 0.0
    for flame in flames:
        scale = WIDTH / widest / flame.reports
        root = without_chain(without_small(flame.root, NARROWEST / scale))
        bottom = top + HEAD + root.depth * ROW
        told = f"{flame.caption}: {flame.each / 1000:.1f} ms of processor time for a report"
        parts.append(f'<text x="2" y="{top + 16:.0f}" class="h">{escape(told)}</text>')
        parts += _boxes(root, 0.0, bottom - ROW, scale=scale, whole=root.spent)
        top = bottom + GAP
    style = "text{font:10px monospace;fill:#222}.h{font:bold 13px sans-serif}rect{stroke:#fff;stroke-width:.5}"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" role="img" '
        f'aria-label="Where the time of reading goes"><style>{style}</style>'
        f'<rect width="{WIDTH}" height="{top:.0f}" fill="#fff"/>'
    )
    return "\n".join([head, *parts, "</svg>", ""])


def _boxes(node: Node, left: float, top: float, *, scale: float, whole: int) -> Iterator[str]:
    """Draw a function and above it what it called, those that took longest first."""
    width = node.spent * scale
    told = f"{node.name}: {node.spent / whole:.1%}"
    yield (
        f'<g><title>{escape(told)}</title><rect x="{left:.1f}" y="{top:.0f}" width="{width:.1f}" height="{ROW}" '
        f'fill="{colour(node.name)}"/>{_label(node.name, left, top, width=width)}</g>'
    )
    for one in sorted(node.below.values(), key=lambda one: (-one.spent, one.name)):
        yield from _boxes(one, left, top - ROW, scale=scale, whole=whole)
        left += one.spent * scale


def _label(name: str, left: float, top: float, *, width: float) -> str:
    short = name.removeprefix("vedette.")
    for written in (short, ".".join(short.split(".")[-2:]), short.rpartition(".")[2]):
        if len(written) * _LETTER + 4 <= width:
            return f'<text x="{left + 2:.1f}" y="{top + 12:.0f}">{escape(written)}</text>'
    return ""


def colour(name: str) -> str:
    """Give the colour of a function: that of its room, or of the package.

    Example:
        >>> colour("vedette.reading.tags.tagger.Tagger.tag") != colour("spacy"), colour("json")
        (True, '#dddddd')
    """
    module = name
    while module:
        if module in _COLOURS:
            return _COLOURS[module]
        module = module.rpartition(".")[0]
    return _OTHER
