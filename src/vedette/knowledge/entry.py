"""One table of a pack's file, read key by key; every mistake is named with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from vedette.errors import KnowledgeError

_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a pack: which file, which table, its number there, and what was written.

    An entry without a number is the whole file. Each method gives the value of one key in the wanted type.

    Raises:
        KnowledgeError: The value is missing or wrong; names file, entry, key and fix.
    """

    file: Path
    table: str
    number: int | None
    values: Mapping[str, object]

    @property
    def pack(self) -> Path:
        """The folder of the pack; an entry that is a whole file lies one folder deeper."""
        return self.file.parent if self.number is not None else self.file.parent.parent

    def fail(self, key: str, reason: str, fix: str) -> NoReturn:
        """Stop with what is wrong, where, and what to do."""
        name = next((f" '{self.values[k]}'" for k in ("id", "name") if isinstance(self.values.get(k), str)), "")
        place = "" if self.number is None else f"{self.table} {self.number}{name}, "
        raise KnowledgeError(f"{self.file}: {place}key '{key}': {reason} {fix}")

    def only(self, keys: Collection[str]) -> None:
        """Check that nothing but these keys was written."""
        for key in self.values:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                fix = f"Did you mean '{near[0]}'?" if near else f"Known keys: {', '.join(sorted(keys))}."
                self.fail(key, "is not a key of this table.", fix)

    def text(self, key: str) -> str:
        """Give a text that must be there."""
        found = self.maybe_text(key)
        if found is None:
            self.fail(key, "is missing.", f"Write {key} = \"...\".")
        return found

    def maybe_text(self, key: str) -> str | None:
        """Give a text that may be left out."""
        found = self.values.get(key)
        if found is None:
            return None
        if not isinstance(found, str) or not found.strip():
            self.fail(key, f"has to be a text, not {found!r}.", f"Write {key} = \"...\".")
        return found

    def choice(self, key: str, choices: Collection[str], default: str | None = None) -> str:
        """Give a text that has to be one of a few."""
        found = self.maybe_text(key) or default or self.text(key)
        if found not in choices:
            near = difflib.get_close_matches(found, choices, n=1)
            fix = f"Did you mean '{near[0]}'? " if near else ""
            self.fail(key, f"'{found}' is not known.", f"{fix}Use one of: {', '.join(choices)}.")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts; empty where the key is left out."""
        return self._texts(key, self.values.get(key, []))

    def by_language(self, key: str) -> dict[str, tuple[str, ...]]:
        """Give lists of texts by language code (``names.pl = ["Polska"]``)."""
        found = self.values.get(key, {})
        if not isinstance(found, dict):
            self.fail(key, f"has to be given by language, not as {found!r}.", f'Write {key}.en = ["..."].')
        for code in found:
            if not _LANGUAGE.fullmatch(code):
                self.fail(f"{key}.{code}", "is not a language code.", f"Write {key}.en or {key}.uk, for example.")
        return {code: self._texts(f"{key}.{code}", texts) for code, texts in found.items()}

    def country(self, key: str = "country") -> str | None:
        """Give an ISO 3166-1 alpha-2 code that may be left out."""
        found = self.maybe_text(key)
        if found is not None and not _COUNTRY.fullmatch(found):
            self.fail(key, f"'{found}' is not an ISO 3166-1 alpha-2 code.", f'Write {key} = "LT", for example.')
        return found

    def language(self, key: str = "language") -> str | None:
        """Give a language code that may be left out."""
        found = self.maybe_text(key)
        if found is not None and not _LANGUAGE.fullmatch(found):
            self.fail(key, f"'{found}' is not an ISO 639-1 code.", f'Write {key} = "lt", for example.')
        return found

    def tables(self, key: str, table: str) -> tuple[Entry, ...]:
        """Give entries inside this one (``[[feeds]]``), each called by the name of its table in errors."""
        found = self.values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
            self.fail(key, "is not a list of entries.", f"Begin each with [[{key}]].")
        return tuple(replace(self, table=table, number=number, values=row) for number, row in enumerate(found, start=1))

    def countries(self, key: str = "countries") -> tuple[str, ...]:
        """Give a list of ISO 3166-1 alpha-2 codes."""
        for code in (found := self.texts(key)):
            if not _COUNTRY.fullmatch(code):
                self.fail(key, f"'{code}' is not an ISO 3166-1 alpha-2 code.", 'Write two capital letters, as in "LT".')
        return found

    def degrees(self, key: str, limit: float) -> float:
        """Give a latitude (limit 90) or longitude (limit 180) that must be there."""
        found = self.values.get(key)
        if isinstance(found, bool) or not isinstance(found, int | float):
            reason = "is missing." if found is None else f"has to be a number, not {found!r}."
            self.fail(key, reason, f"Write {key} in WGS 84 degrees, as in {key} = 54.68.")
        if not -limit <= found <= limit:
            swapped = " Are lat and lon swapped?" if key == "lat" and abs(found) <= 180 else ""
            self.fail(key, f"{found} is out of range.", f"Give degrees from -{limit:g} to {limit:g}.{swapped}")
        return float(found)

    def whole(self, key: str) -> int | None:
        """Give a whole number from 0 up that may be left out."""
        found = self.values.get(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int) or found < 0:
            self.fail(key, f"has to be a whole number from 0 up, not {found!r}.", f"Write {key} = 2025, for example.")
        return found

    def day(self, key: str) -> str:
        """Give an ISO date that must be there."""
        found = self.maybe_day(key)
        if found is None:
            self.fail(key, "is missing.", f'Write {key} = "2024-05-12", for example.')
        return found

    def maybe_day(self, key: str) -> str | None:
        """Give an ISO date that may be left out."""
        found = self.maybe_text(key)
        if found is not None and not _is_day(found):
            self.fail(key, f"'{found}' is no date.", f'Write {key} = "2024-05-12", for example.')
        return found

    def flag(self, key: str) -> bool:
        """Give true or false; false where the key is left out."""
        found = self.values.get(key, False)
        if not isinstance(found, bool):
            self.fail(key, f"has to be true or false, not {found!r}.", f"Write {key} = true.")
        return found

    def _texts(self, key: str, found: object) -> tuple[str, ...]:
        if not isinstance(found, list) or not all(isinstance(item, str) and item.strip() for item in found):
            self.fail(key, f"has to be a list of texts, none empty, not {found!r}.", f'Write {key} = ["..."].')
        return tuple(dict.fromkeys(found))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
