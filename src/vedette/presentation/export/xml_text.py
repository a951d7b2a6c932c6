"""Elements of XML as bytes: everything that strangers wrote is escaped by the standard library."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring


def element_line(element: Element) -> bytes:
    r"""Write an element on a line of its own, in UTF-8 and without a declaration.

    Example:
        >>> element = Element("name")
        >>> element.text = "<b>Łódź</b>"
        >>> element_line(element).decode()
        '<name>&lt;b&gt;Łódź&lt;/b&gt;</name>\n'

    """
    return tostring(element, encoding="unicode").encode("utf-8") + b"\n"


def with_text(name: str, text: str) -> Element:
    """Make an element that holds nothing but a text."""
    element = Element(name)
    element.text = text
    return element
