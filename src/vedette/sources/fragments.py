"""The text of a piece of HTML, as feeds carry it."""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HtmlElement, fragment_fromstring  # type: ignore[import-untyped]

_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "section", "article", "br", "tr",
     "table", "pre", "hr")
)
_LEFT_OUT = frozenset(("script", "style", "figure", "figcaption", "iframe", "form", "noscript", "svg", "button", "nav"))


def fragment_text(html: str) -> str:
    r"""Give the text of a piece of HTML: one paragraph a line, a blank line between.

    Example:
        >>> fragment_text("<p>The gate is <b>shut</b>.</p><p>Queues grew.</p><script>x()</script>").split("\n")
        ['The gate is shut.', '', 'Queues grew.']
    """
    if "<" not in html and "&" not in html:
        return html.strip()
    try:
        root = fragment_fromstring(html, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html.strip()
    return element_text(root)


def element_text(root: HtmlElement) -> str:
    """Give the text of an element: one paragraph a line, a blank line between; no scripts, captions and buttons."""
    lines = (" ".join(line.split()) for line in "".join(_pieces(root)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _pieces(root: HtmlElement) -> list[str]:
    # A walk by hand, not by recursion: a hostile feed may nest a hundred thousand deep.
    pieces: list[str] = []
    left_out = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        markup = not isinstance(element.tag, str)
        if event == "start" and not markup:
            left_out += element.tag in _LEFT_OUT
            pieces += ["\n"] * (element.tag in _BLOCKS)
            pieces += [] if left_out else [_joined(element.text)]
            continue
        if not markup:
            left_out -= element.tag in _LEFT_OUT
            pieces += ["\n"] * (element.tag in _BLOCKS)
        pieces += [] if left_out or element is root else [_joined(element.tail)]
    return pieces


def _joined(text: str | None) -> str:
    # A line end in the source of a page is a space.
    return (text or "").replace("\n", " ")
