"""One errand from its beginning to its end: what is asked for it, and what comes of it. Whoever watches does this."""

from __future__ import annotations

from datetime import datetime, timedelta

from vedette.errors import InputError, Overtaken, StoreError
from vedette.sources.web import Validators, robots_address
from vedette.store.watching import Errand, Received, WatchBook
from vedette.watching import looking
from vedette.watching.answering import Answering
from vedette.watching.asking import Answer, Request
from vedette.watching.happenings import Happening, Tell, What
from vedette.watching.hosts import HostRules
from vedette.watching.keeping import PageArchive, kept_at, place_of
from vedette.watching.polling import moment_of

# So long a host is left alone while it is asked: longer than any request may take, so that after a kill it is not
# asked again at once.
LEASE = timedelta(seconds=90)


class Errands:
    """Takes errands from the lists, says what is to be asked, and puts on record what came of it."""

    def __init__(self, book: WatchBook, archive: PageArchive, tell: Tell) -> None:
        self._book = book
        self._tell = tell
        self._rules = HostRules()
        self._answering = Answering(book=book, archive=archive, rules=self._rules, tell=tell)

    def take(self, now: datetime, *, host: str | None = None) -> Request | None:
        """Take what is due at the host that waited longest, or at one host, and say what is asked for it.

        Returns:
            The request; ``None`` where nothing is due, or nothing may be asked: why, is then on record.

        Raises:
            StoreError: The desk cannot be written.
        """
        errand = self._book.errand(at=now, until=now + LEASE, host=host)
        if errand is None:
            return None
        try:
            return self._request(errand, now)
        except InputError as error:  # what stands in the list is no web address
            self._answering.refuse(errand, error.reason, now=now)
            return None

    def put(self, answer: Answer, now: datetime) -> None:
        """Put what came of a request on record. An error of ours with one answer is told, and the others go on.

        Raises:
            StoreError: The desk or the archive cannot be written. The errand is as due as it was before.
        """
        address = answer.request.address
        try:
            self._answering.put(answer, now)
        except Overtaken as error:
            self._tell(Happening(what=What.OVERTAKEN, at=now, address=address, why=str(error)))
        except StoreError:
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}. Please report this."
            self._tell(Happening(what=What.FAULT, at=now, address=address, why=why))

    def _request(self, errand: Errand, now: datetime) -> Request | None:
        rules, host = self._rules, errand.host
        held = rules.hold_until(host)
        if held is None or held <= now:
            return Request(errand=errand, address=robots_address(errand.address), robots=True)
        if not rules.of(host).allows(errand.address):
            why, until = rules.refusal(host)
            self._answering.refuse(errand, why, now=now, not_before=until)
            return None
        return Request(errand=errand, address=errand.address, known=_known(errand))


def take_up(book: WatchBook, archive: PageArchive, *, now: datetime, tell: Tell) -> None:
    """Put on record what only the archive has, since whoever kept it was killed before it could say so.

    Raises:
        StoreError: The desk or the archive cannot be read or written.
    """
    for kept, came, at in archive.rest(*map(kept_at, book.last_places())):
        page = book.page_at(came.asked or came.url)
        if page is not None and page.digest is None and page.alias_of is None:
            fetched = min(moment_of(at) or now, now)
            there = looking.address_of(came, page.address)
            received = Received(place=place_of(kept), fetched=fetched, answered_as=there)
            book.put_page(looking.received(page, came, fetched), None, received=received)
            tell(Happening(what=What.TAKEN_UP, at=now, address=page.address))


def _known(errand: Errand) -> Validators:
    of = errand.feed if errand.page is None else errand.page
    return Validators(etag=of.etag, last_modified=of.last_modified)
