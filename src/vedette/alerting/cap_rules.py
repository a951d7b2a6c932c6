"""The rules of the schema of CAP 1.2, and some of the standard that no schema can say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
_NAME = re.compile(r"[^\s,<&]+")
_REFERENCES = re.compile(r"[^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d(\s+\S+)*")
_NUMBER = r"-?\d+(\.\d+)?"
_CIRCLE = re.compile(rf"{_NUMBER},{_NUMBER} \d+(\.\d+)?")
_POLYGON = re.compile(rf"{_NUMBER},{_NUMBER}( {_NUMBER},{_NUMBER}){{3,}}")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_ANY = re.compile(r"[\s\S]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """An element: its name, how often it may stand, and what it holds."""

    name: str
    least: int = 0
    most: int | None = 1
    words: tuple[str, ...] = ()
    form: re.Pattern[str] = _ANY
    parts: tuple[_Rule, ...] = ()


def _words(name: str, text: str, *, least: int = 1, most: int | None = 1) -> _Rule:
    return _Rule(name=name, least=least, most=most, words=tuple(text.split()))


_VALUE = (_Rule(name="valueName", least=1), _Rule(name="value", least=1))
_AREA = (
    _Rule(name="areaDesc", least=1), _Rule(name="polygon", most=None, form=_POLYGON),
    _Rule(name="circle", most=None, form=_CIRCLE), _Rule(name="geocode", most=None, parts=_VALUE),
    _Rule(name="altitude"), _Rule(name="ceiling"),
)
_RESOURCE = (
    _Rule(name="resourceDesc", least=1), _Rule(name="mimeType", least=1), _Rule(name="size"), _Rule(name="uri"),
    _Rule(name="derefUri"), _Rule(name="digest"),
)
_INFO = (
    _Rule(name="language", form=_LANGUAGE),
    _words("category", "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other", most=None),
    _Rule(name="event", least=1),
    _words("responseType", "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None", least=0, most=None),
    _words("urgency", "Immediate Expected Future Past Unknown"),
    _words("severity", "Extreme Severe Moderate Minor Unknown"),
    _words("certainty", "Observed Likely Possible Unlikely Unknown"), _Rule(name="audience"),
    _Rule(name="eventCode", most=None, parts=_VALUE), _Rule(name="effective", form=_MOMENT),
    _Rule(name="onset", form=_MOMENT), _Rule(name="expires", form=_MOMENT), _Rule(name="senderName"),
    _Rule(name="headline"), _Rule(name="description"), _Rule(name="instruction"), _Rule(name="web"),
    _Rule(name="contact"), _Rule(name="parameter", most=None, parts=_VALUE),
    _Rule(name="resource", most=None, parts=_RESOURCE), _Rule(name="area", most=None, parts=_AREA),
)
_ALERT = (
    _Rule(name="identifier", least=1, form=_NAME), _Rule(name="sender", least=1, form=_NAME),
    _Rule(name="sent", least=1, form=_MOMENT), _words("status", "Actual Exercise System Test Draft"),
    _words("msgType", "Alert Update Cancel Ack Error"), _Rule(name="source"),
    _words("scope", "Public Restricted Private"), _Rule(name="restriction"), _Rule(name="addresses"),
    _Rule(name="code", most=None), _Rule(name="note"), _Rule(name="references", form=_REFERENCES),
    _Rule(name="incidents"), _Rule(name="info", most=None, parts=_INFO),
)


def cap_faults(xml: bytes) -> tuple[str, ...]:
    """Tell where a file breaks the rules of CAP 1.2; nothing where it keeps them.

    Checked are names, order and number of the elements, the words and forms that they may hold, and of the text of the
    standard: who is addressed where the scope asks for it, and what an update refers to.

    Example:
        >>> cap_faults(b'<alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"/>')
        ("The root has to be 'alert' of CAP 1.2.",)
    """
    try:
        root = fromstring(xml)
    except ParseError as error:
        return (f"It is no XML: {error}.",)
    if root.tag != f"{{{NAMESPACE}}}alert":
        return ("The root has to be 'alert' of CAP 1.2.",)
    return (*_faults(root, _ALERT), *_hanging_together(root))


def _faults(element: Element, rules: Sequence[_Rule]) -> Iterator[str]:
    named = {rule.name: place for place, rule in enumerate(rules)}
    children = [(child.tag.removeprefix(f"{{{NAMESPACE}}}"), child) for child in element]
    inside = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    places = [named[name] for name, _ in children if name in named]
    if places != sorted(places):
        yield f"The elements of '{inside}' are not in the order of the schema."
    for name in dict.fromkeys(name for name, _ in children if name not in named):
        yield f"'{name}' is no element of '{inside}'."
    for rule in rules:
        found = [child for name, child in children if name == rule.name]
        if len(found) < rule.least:
            yield f"'{inside}' has no '{rule.name}'."
        if rule.most is not None and len(found) > rule.most:
            yield f"'{inside}' has more than one '{rule.name}'."
        for child in found:
            yield from _faults(child, rule.parts) if rule.parts else _content(rule, child.text or "")


def _content(rule: _Rule, text: str) -> Iterator[str]:
    if rule.words and text not in rule.words:
        yield f"'{rule.name}' is '{text}', which is none of: {', '.join(rule.words)}."
    elif not rule.form.fullmatch(text):
        yield f"'{rule.name}' cannot be '{text}'."
    elif rule.least and not text.strip():
        yield f"'{rule.name}' is empty."


def _hanging_together(root: Element) -> Iterator[str]:
    def text(name: str) -> str:
        return root.findtext(f"{{{NAMESPACE}}}{name}") or ""

    for scope, name in (("Restricted", "restriction"), ("Private", "addresses")):
        if text("scope") == scope and not text(name):
            yield f"The scope '{scope}' asks for '{name}'."
    if text("msgType") in ("Update", "Cancel", "Ack", "Error") and not text("references"):
        yield f"'{text('msgType')}' asks for 'references'."
