"""Write annotated items back to the mark-up that people read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from vedette.errors import UsageError
from vedette.evaluation.annotated import AnnotatedItem, Mark, Paragraph
from vedette.evaluation.event_lines import EVENT_LINE, write_event_line
from vedette.evaluation.value_codes import write_value
from vedette.model.claim import Section
from vedette.model.span import Span

_SIGNS = {Section.HEADLINE: "#", Section.BACKGROUND: "~", Section.BODY: ""}
_SPECIAL = frozenset("{}|<>\\")


def write_items(items: Iterable[AnnotatedItem]) -> str:
    """Write items as a file of the corpus, one blank line between them."""
    return "\n".join(write_item(item) for item in items)


def write_item(item: AnnotatedItem) -> str:
    """Write one item; reading it again gives an equal item.

    Raises:
        UsageError: Two marks cross one another, which the mark-up cannot say.
    """
    head = (
        f"@ {item.id} story={item.story} published={item.published} genre={item.genre} "
        f"region={item.region} on={'yes' if item.on else 'no'} outlet={item.outlet}"
    )
    paragraphs = [_write_paragraph(item, paragraph) for paragraph in item.paragraphs]
    lines = [write_event_line(line) for line in item.events]
    return "\n".join([head, *paragraphs, *lines]) + "\n"


def _write_paragraph(item: AnnotatedItem, paragraph: Paragraph) -> str:
    off = "%" if item.on and not paragraph.on else ""
    sign = off + _SIGNS[paragraph.section]
    inner = _write_inline(item, paragraph.span)
    if sign:
        return f"{sign} {inner}"
    return f"\\{inner}" if inner[:1] in ("#", "~", "%", "@") or EVENT_LINE.match(inner) else inner


def _write_inline(item: AnnotatedItem, within: Span) -> str:
    opens: dict[int, list[tuple[Span, str, str]]] = defaultdict(list)
    for span, before, after in _brackets(item, within):
        opens[span.start].append((span, before, after))
    written: list[str] = []
    stack: list[tuple[Span, str]] = []
    for at in range(within.start, within.end + 1):
        while stack and stack[-1][0].end == at:
            written.append(stack.pop()[1])
        for span, before, after in opens[at]:
            if stack and stack[-1][0].end < span.end:
                raise UsageError(f"{item.id}: '{span.of(item.text)}' crosses another mark; let one hold the other.")
            written.append(before)
            stack.append((span, after))
        if at < within.end:
            char = item.text[at]
            written.append(f"\\{char}" if char in _SPECIAL else char)
    return "".join(written)


def _brackets(item: AnnotatedItem, within: Span) -> list[tuple[Span, str, str]]:
    """List what opens and closes, the outer before the inner; labels of the same words share one pair of braces."""
    labels: dict[Span, list[str]] = {}
    for mark in item.marks:
        if within.holds(mark.span):
            labels.setdefault(mark.span, []).append(_write_label(mark))
    found = [(c.span, f"<{'>'.join(c.chain)}:", ">") for c in item.contents if within.holds(c.span)]
    found += [(span, "{", "|" + "; ".join(words) + "}") for span, words in labels.items()]
    return sorted(found, key=lambda bracket: (bracket[0].start, -bracket[0].end))


def _write_label(mark: Mark) -> str:
    name = mark.id + (f"={mark.same_as}" if mark.same_as else "")
    return f"{name} {write_value(mark.value)}".rstrip() if mark.value is not None else name
