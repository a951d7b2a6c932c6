"""What is known of an address of the interface, for the table of them and for their description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address of the interface: what answers there, and the form of the answer.

    ``answer`` names a form of :mod:`vedette.presentation.web.api.forms`; it is empty where the answer is a file.
    """

    path: str
    function: Callable[..., Response]
    answer: str
    method: str = "GET"

    @property
    def noun(self) -> str:
        """What it is about, as its address names it."""
        return self.path.split("/")[1]
