"""Where the pages of a desk are, for forms that link to them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Addresses that an export may name.

    ``desk`` is where the pages begin (``http://127.0.0.1:8765``), ``own`` the address that
    was asked for. Both are ``None`` where the desk is not served.
    """

    desk: str | None = None
    own: str | None = None

    def event(self, id: str) -> str | None:
        """Give the address of an event's page.

        Example:
            >>> Addresses(desk="http://127.0.0.1:8765").event("e1")
            'http://127.0.0.1:8765/events/e1'

        """
        return None if self.desk is None else f"{self.desk}/events/{quote(id, safe='')}"

    def warning(self, scenario: str, day: str) -> str | None:
        """Give the address of a scenario's page as it stood on a day."""
        return None if self.desk is None else f"{self.desk}/warnings/{quote(scenario, safe='')}?day={quote(day)}"
