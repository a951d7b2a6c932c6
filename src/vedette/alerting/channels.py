"""To whom alerts go: channels, each an address of Apprise with what is told there.

An address holds passwords and tokens. It is never part of a message, of a log or of what ``repr`` shows.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vedette.errors import KnowledgeError
from vedette.knowledge.entry import Entry
from vedette.knowledge.scenarios.lines import line_of
from vedette.store.alerting import AlertKind

VARIABLE = "VEDETTE_ALERTS"
TABLE = "channel"
_KEYS = (
    "name", "address", "address_from", "scenarios", "tell", "from_level", "gather", "at_most", "template", "digest",
)
_NAME = re.compile(r"[\w .\-]{1,60}")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://\S+")
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """Where alerts go, and which.

    ``scenarios`` are ids, all where empty. ``from_level`` is the lowest level that is told, counted from 0; falling
    below it is told, too. Within ``gather`` minutes alerts become one letter, unless a level rises. ``at_most`` letters
    go out in an hour. ``template`` is a file of the user's own words. ``digest`` says that the daily digest goes there.
    """

    name: str
    address: str = field(repr=False)
    scenarios: tuple[str, ...] = ()
    tell: tuple[AlertKind, ...] = tuple(AlertKind)
    from_level: int = 0
    gather: int = 5
    at_most: int = 6
    template: Path | None = None
    digest: bool = False

    @property
    def scheme(self) -> str:
        """How it is reached: the part of the address that is no secret."""
        return self.address.partition("://")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFault:
    """A channel that cannot be used: where it is written, what is wrong, what to do."""

    place: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.place}{'' if self.line is None else f', line {self.line}'}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels that can be used, and what is wrong with the others. ``desk`` is the address of the desk's pages."""

    channels: tuple[Channel, ...] = ()
    faults: tuple[ChannelFault, ...] = ()
    desk: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the channels."""
        return tuple(one.name for one in self.channels)


def load_channels(given: str, *, environment: Mapping[str, str]) -> Channels:
    """Read channels from a TOML file, or from addresses with blanks between them.

    Args:
        given: The file, or addresses; nothing where it is empty.
        environment: Where ``address_from`` looks addresses up.

    Returns:
        The channels and what is wrong with the others: one that is wrong stops none of them.

    Example:
        >>> load_channels("json://desk.example/hook", environment={}).channels[0].scheme
        'json'
    """
    if not given.strip():
        return Channels()
    if "://" in given:
        return _from_addresses(given.split())
    return _from_file(Path(given).expanduser(), environment)


def _from_addresses(addresses: Sequence[str]) -> Channels:
    good = [one for one in dict.fromkeys(addresses) if _ADDRESS.fullmatch(one)]
    bad = [number for number, one in enumerate(addresses, start=1) if not _ADDRESS.fullmatch(one)]
    return Channels(
        tuple(Channel(name=_own_name(one), address=one) for one in good),
        tuple(
            ChannelFault(place=f"{VARIABLE}, address {number}", reason="is none of Apprise. Write SERVICE://...")
            for number in bad
        ),
    )


def _own_name(address: str) -> str:
    """Name an address that nobody named: the same whatever stands beside it, and telling nothing of it."""
    return f"{address.partition('://')[0]}-{hashlib.sha256(address.encode()).hexdigest()[:6]}"


def _from_file(file: Path, environment: Mapping[str, str]) -> Channels:
    try:
        text = file.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        return _nothing(file, f"cannot be read: {why}. Check --channels or {VARIABLE}.")
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        return _nothing(file, f"is not valid TOML: {error}. Correct that line.", line=int(line[1]) if line else None)
    top = Entry(file=file, table=TABLE, number=None, values=content)
    try:
        top.only({TABLE, "desk"})
        desk, entries = top.maybe_text("desk") or "", top.tables(TABLE, TABLE)
    except KnowledgeError as error:
        return _nothing(file, str(error).removeprefix(f"{file}: "))
    return _read_all(entries, text, environment, desk=desk.rstrip("/"))


def _nothing(file: Path, reason: str, *, line: int | None = None) -> Channels:
    return Channels(faults=(ChannelFault(place=str(file), reason=reason, line=line),))


def _read_all(entries: Sequence[Entry], text: str, environment: Mapping[str, str], *, desk: str) -> Channels:
    found: dict[str, Channel] = {}
    faults: list[ChannelFault] = []
    for entry in entries:
        try:
            one = _channel(entry, environment)
            if one.name in found:
                entry.fail("name", f"'{one.name}' is the name of another channel.", "Give each a name of its own.")
            found[one.name] = one
        except KnowledgeError as error:
            reason = str(error).removeprefix(f"{entry.file}: ")
            key = re.search(r"key '([\w.]+)'", reason)
            line = line_of(text, TABLE, entry.number, key=key[1] if key else "name")
            faults.append(ChannelFault(place=str(entry.file), reason=reason, line=line))
    return Channels(tuple(found.values()), tuple(faults), desk)


def _channel(entry: Entry, environment: Mapping[str, str]) -> Channel:
    entry.only(_KEYS)
    name = entry.text("name")
    if not _NAME.fullmatch(name):
        entry.fail("name", "has to be up to 60 letters, digits, blanks, points or dashes.", 'Write name = "duty".')
    gather, at_most = entry.whole("gather"), entry.whole("at_most")
    if at_most == 0:
        entry.fail("at_most", "0 would send nothing, ever.", "Leave the channel out, or write at_most = 6.")
    template = entry.maybe_text("template")
    return Channel(
        name=name, address=_address(entry, environment), scenarios=entry.texts("scenarios"), tell=_told(entry),
        from_level=entry.whole("from_level") or 0, gather=5 if gather is None else gather, at_most=at_most or 6,
        template=None if template is None else entry.file.parent / template, digest=entry.flag("digest"),
    )


def _told(entry: Entry) -> tuple[AlertKind, ...]:
    written, kinds = entry.texts("tell"), [str(kind) for kind in AlertKind]
    for one in written:
        if one not in kinds:
            entry.fail("tell", f"'{one}' is not known.", f"Use some of: {', '.join(kinds)}.")
    return tuple(map(AlertKind, written)) or tuple(AlertKind)


def _address(entry: Entry, environment: Mapping[str, str]) -> str:
    """Give the address, without ever saying what it is."""
    variable, written = entry.maybe_text("address_from"), entry.values.get("address")
    if (variable is None) == (written is None):
        entry.fail("address", "or 'address_from' has to be there, one of the two.", 'Write address = "SERVICE://...".')
    key = "address" if variable is None else "address_from"
    found = written if variable is None else environment.get(variable)
    if found is None:
        entry.fail(key, f"the variable {variable} is not set.", "Set it where Vedette runs.")
    if not isinstance(found, str) or not _ADDRESS.fullmatch(found):
        entry.fail(key, "is no address of Apprise.", 'Write SERVICE://..., as in "mailto://...".')
    return found
