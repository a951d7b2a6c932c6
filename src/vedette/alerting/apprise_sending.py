"""Sends letters through Apprise (extra ``alerts``), which knows some hundred services by their addresses.

What Apprise logs may hold parts of an address, so nothing of it is passed on: of a failure only what kind it was.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

from vedette.alerting.channels import Channel
from vedette.alerting.delivering import NotDelivered
from vedette.errors import MissingExtra
from vedette.store.alerting import Letter

if TYPE_CHECKING:
    from apprise import NotifyBase

_LOGGER = "apprise"
KEY_HEADER = "Idempotency-Key"
_STATUS = re.compile(r"error=(\d{3})\b")


class AppriseSender:
    """Sends through Apprise; where a service takes headers, the key of the letter is one of them.

    Raises:
        MissingExtra: Apprise is not installed.
    """

    def __init__(self) -> None:
        try:
            import apprise  # noqa: PLC0415 - an extra, and slow to import
        except ImportError as error:
            raise MissingExtra("Sending alerts", "alerts") from error
        self._apprise = apprise

    def __call__(self, channel: Channel, letter: Letter) -> None:
        """Send a letter.

        Raises:
            NotDelivered: It did not get there, or nobody knows.
        """
        with _overheard() as heard:
            try:
                service = self._service(channel)
                if service is None:
                    raise NotDelivered(f"Apprise knows no such address of '{channel.scheme}://'. Correct it.")
                _sign(service, letter.key)
                sender = self._apprise.Apprise()
                sender.add(service)
                taken = sender.notify(
                    body=letter.body, title=letter.subject, body_format=self._apprise.NotifyFormat.TEXT,
                    interpret_escapes=False,
                )
            except NotDelivered:
                raise
            except Exception as error:
                # Its message may hold the address; so does the traceback of what it came from.
                raise NotDelivered(f"Apprise failed with {type(error).__name__}.") from None
        if not taken:
            raise NotDelivered(_reason(heard))

    def _service(self, channel: Channel) -> NotifyBase | None:
        service = self._apprise.Apprise.instantiate(channel.address)
        if service is not None:
            service.overflow_mode = self._apprise.OverflowMode.SPLIT
        return service


def _sign(service: NotifyBase, key: str) -> None:
    """Let webhooks have the key as a header, besides in the text."""
    headers = getattr(service, "headers", None)
    if isinstance(headers, dict):
        headers[KEY_HEADER] = key


def _reason(heard: list[str]) -> str:
    """Say what kind of failure was heard of."""
    for line in reversed(heard):
        if status := _STATUS.search(line):
            number = int(status[1])
            known = next((f" ({one.phrase})" for one in HTTPStatus if one == number), "")
            return f"The service answered {number}{known}."
        if "onnection error" in line:
            return "The service cannot be reached."
    return "The service did not take it."


class _Ear(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(record.getMessage())


@contextmanager
def _overheard() -> Iterator[list[str]]:
    """Hear what Apprise logs, and let nobody else hear it."""
    heard: list[str] = []
    logger, ear = logging.getLogger(_LOGGER), _Ear(heard)
    before, passed = list(logger.handlers), logger.propagate
    logger.handlers, logger.propagate = [ear], False
    try:
        with warnings.catch_warnings():
            # What its services use that is old by now is for their authors to know.
            warnings.simplefilter("ignore", DeprecationWarning)
            yield heard
    finally:
        logger.handlers, logger.propagate = before, passed
