"""The dateline at the head of an agency's item: place, day, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.sources.dates import is_source_line, latest_year
from vedette.sources.day_names import NamedDay, find_days
from vedette.sources.known_outlets import OutletIndex

_WORD = r"[^\W\d_a-zа-яёіїєґў][\w'’.-]*"
_PLACE = rf"(?P<place>{_WORD}(?:[ /]{_WORD}|[ ](?:am|an|der|of)[ ]{_WORD}|,[ ]{_WORD}){{0,4}})"
_AGENCY = r"(?:\((?P<round>[^()\n]{2,60})\)|/(?P<slash>[^/\n]{2,60})/)"
_DASH = r"[ \t]*(?P<dash>[-–—]|\.[ \t]*[-–—]?|:)?"
# What stands between the place and the agency is at most a date: "VILNIUS, August 5 (BNS) -".
_HEAD = re.compile(rf"[ \t]*{_PLACE}?[,.]?[ \t]*(?P<day>[^()/\n]{{0,40}}?)[,.]?[ \t]*{_AGENCY}{_DASH}")
_BARE = re.compile(rf"[ \t]*{_PLACE},[ \t]*(?P<day>[^()/\n]{{4,40}}?)[ \t]*[–—-][ \t]")
_CORRESPONDENT = re.compile(r"(?i)^(?:corr|корр|кор|кар|special correspondent|own correspondent)\b[.\s]*")
_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What the head of an agency's item says: ``agency`` is the publishing outlet, ``published`` an ISO date."""

    agency: str | None
    published: str | None


def read_dateline(text: str, *, outlets: OutletIndex) -> Dateline | None:
    """Read the dateline of a text, if one of its first four paragraphs begins with one.

    A day without a year takes the latest year that the text names; without any,
    the day is left out. An agency that no pack knows has to look like one: an
    abbreviation, or a name after a day or a place in capitals.

    Args:
        text: The text of the report.
        outlets: The known outlets; an agency is called by the name they give it.

    Example:
        >>> read_dateline("MINSK, 12 September 2025 (BelTA) - The drills began.", outlets=OutletIndex.of(()))
        Dateline(agency='BelTA', published='2025-09-12')
        >>> read_dateline("The troops (some 300) - arrived.", outlets=OutletIndex.of(())) is None
        True
    """
    paragraphs = [line for line in text[:5_000].splitlines() if line.strip()][:_PARAGRAPHS]
    for line in paragraphs:
        found = None if is_source_line(line) else _with_agency(line, text, outlets) or _without_agency(line, text)
        if found:
            return found
    return None


def _with_agency(line: str, text: str, outlets: OutletIndex) -> Dateline | None:
    match = _HEAD.match(line)
    if match is None:
        return None
    day = _day_in(line[: match.start("round") if match["round"] else match.start("slash")])
    words = (match["day"] or "").strip(" ,.")
    if words and not day:
        return None  # a sentence that goes on into a bracket
    name = _CORRESPONDENT.sub("", (match["round"] or match["slash"]).strip())
    agency = outlets.name_of(name) or _unknown_agency(name, match, day)
    if agency is None or not (day or match["dash"]):
        return None
    return Dateline(agency=agency, published=_iso(day, text))


def _without_agency(line: str, text: str) -> Dateline | None:
    match = _BARE.match(line)
    day = _day_in(match["day"]) if match else None
    published = _iso(day, text)
    return Dateline(agency=None, published=published) if published else None


def _day_in(words: str) -> NamedDay | None:
    days = find_days(words)
    if len(days) != 1 or days[0].in_range:
        return None
    left = (words[: days[0].start] + " " + words[days[0].end :]).split()
    # Beside the day only the place may stand, and one small word: a weekday, or "am" in "Frankfurt am Main".
    small = sum(word[0].islower() for word in left)
    return days[0] if len(left) <= 6 and small <= 1 else None


def _unknown_agency(name: str, match: re.Match[str], day: NamedDay | None) -> str | None:
    if find_days(name) or any(character.isdigit() for character in name) or len(name.split()) > 3:
        return None
    capitals = sum(character.isupper() for character in name)
    place = match["place"] or ""
    named = capitals >= 1 and (day is not None or (place.isupper() and len(place) > 2))
    return name if named or capitals >= 2 or name in ("dpa", "ots") else None


def _iso(day: NamedDay | None, text: str) -> str | None:
    if day is None or (day.year is None and latest_year(text) is None):
        return None
    return day.iso(latest_year(text))
