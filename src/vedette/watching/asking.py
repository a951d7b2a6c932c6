"""One request: what is asked, and what came of it. Whatever goes wrong is an answer, too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol

from vedette.closing import Closing
from vedette.errors import InputError
from vedette.sources.web import Fault, FetchedPage, Fetcher, Unfetched, Validators
from vedette.store.watching import Errand
from vedette.watching.clock import Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """An errand on its way; ``robots`` asks for the rules of the host first, and for nothing else yet."""

    errand: Errand
    address: str
    known: Validators | None = None
    robots: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a request: a page, or why there is none."""

    request: Request
    page: FetchedPage | None = None
    error: InputError | None = None

    @property
    def fault(self) -> Fault | None:
        """Why there is no page, in one word."""
        if self.error is None:
            return None
        return self.error.kind if isinstance(self.error, Unfetched) else Fault.PROTOCOL


def ask(fetch: Fetcher, request: Request) -> Answer:
    """Ask, whatever comes of it."""
    try:
        return Answer(request=request, page=fetch.get(request.address, known=request.known))
    except InputError as error:
        return Answer(request=request, error=error)
    except Exception as error:  # a library may fall over anything that a server sends; the watch must not
        reason = f"It could not be fetched ({type(error).__name__}: {error})."
        return Answer(request=request, error=InputError(reason, source=request.address))


class Hands(Protocol):
    """Whoever carries requests out."""

    @property
    def free(self) -> bool:
        """Say whether another request can be carried out."""
        ...

    @property
    def busy(self) -> bool:
        """Say whether an answer is still to come."""
        ...

    def start(self, request: Request) -> None:
        """Carry a request out."""
        ...

    def answers(self) -> Iterator[Answer]:
        """Give the answers that have come."""
        ...


class OneHand:
    """Carries one request out at a time, here and now: for tests, and where nothing is in a hurry."""

    def __init__(self, fetch: Fetcher) -> None:
        self._fetch = fetch
        self._answer: Answer | None = None

    @property
    def free(self) -> bool:
        """Say whether the last answer was taken."""
        return self._answer is None

    @property
    def busy(self) -> bool:
        """Say whether an answer waits to be taken."""
        return self._answer is not None

    def start(self, request: Request) -> None:
        """Ask, and keep the answer."""
        self._answer = ask(self._fetch, request)

    def answers(self) -> Iterator[Answer]:
        """Give the answer."""
        answer, self._answer = self._answer, None
        if answer is not None:
            yield answer


class ManyHands(Closing):
    """Carries a few requests out at a time, in threads that only fetch, and rings when one is done."""

    def __init__(self, fetch: Fetcher, *, number: int, stop: Stop) -> None:
        self._fetch = fetch
        self._number = number
        self._stop = stop
        self._away = 0
        self._requests: SimpleQueue[Request | None] = SimpleQueue()
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        # They hold nothing that has to be saved: whoever ends does not wait for a slow server.
        self._threads = [Thread(target=self._work, name=f"fetch-{n}", daemon=True) for n in range(number)]
        for thread in self._threads:
            thread.start()

    @property
    def free(self) -> bool:
        """Say whether a hand is free."""
        return self._away < self._number

    @property
    def busy(self) -> bool:
        """Say whether an answer is still to come."""
        return self._away > 0

    def start(self, request: Request) -> None:
        """Hand a request to whoever is free."""
        self._away += 1
        self._requests.put(request)

    def answers(self) -> Iterator[Answer]:
        """Give the answers that have come."""
        with suppress(Empty):
            while True:
                answer = self._answers.get_nowait()
                self._away -= 1
                yield answer

    def close(self) -> None:
        """Send the hands home, each after what it holds."""
        for _ in self._threads:
            self._requests.put(None)

    def _work(self) -> None:
        while (request := self._requests.get()) is not None:
            self._answers.put(ask(self._fetch, request))
            self._stop.ring()
