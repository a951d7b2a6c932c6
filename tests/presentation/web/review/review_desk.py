"""A desk on which pairs of events wait for a person, and browsers of several people in front of it."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import httpx

import builders as build
from vedette.desk import Desk
from vedette.model import Decision, Knowledge, Place, PlaceKind, ReadReport
from vedette.model.question import Question, QuestionKind
from vedette.presentation.web import create_app
from vedette.store import open_store

CITIES = {"Kaunas": ("LT", 54.90, 23.91), "Brest": ("BY", 52.10, 23.70), "Lublin": ("PL", 51.25, 22.57)}


class FewPlaces:
    """Knows three towns and nothing else."""

    def find(self, name: str) -> tuple[Place, ...]:
        if name not in CITIES:
            return ()
        country, lat, lon = CITIES[name]
        return (Place(name=name, kind=PlaceKind.CITY, countries=(country,), lat=lat, lon=lon),)

    def border(self, first: str, second: str) -> Place | None:
        return None

    def country(self, code: str) -> Place | None:
        return None


KNOWLEDGE = Knowledge(actors=(), outlets=(), exercises=(), equipment=(), gazetteer=FewPlaces())


class ReviewDesk:
    """A desk with pairs of events that linking leaves open: a month apart from one another."""

    def __init__(self, folder: Path, pairs: int = 1) -> None:
        self.store = open_store(str(folder / "desk.sqlite"))
        self.desk = Desk(self.store, KNOWLEDGE)
        self.store.add([report for number in range(pairs) for report in _open_pair(number)])
        self.desk.relink()
        self.app = create_app(
            lambda: nullcontext(self.store), open_desk=lambda: nullcontext(self.desk), hosts={"localhost"}
        )

    def questions(self, kind: QuestionKind = QuestionKind.PAIR) -> tuple[Question, ...]:
        return self.store.questions(kind, limit=1000)

    def log(self) -> Sequence[Decision]:
        return self.store.decisions()


class Reviewer:
    """A person with a browser of their own; what they do is on record under their name."""

    def __init__(self, desk: ReviewDesk, name: str) -> None:
        self.desk, self.name = desk, name
        self.cookies = httpx.Cookies()

    def get(self, path: str) -> httpx.Response:
        return self._ask("GET", path)

    def post(self, form: Sequence[tuple[str, str]], *, csrf: str | None = None) -> httpx.Response:
        data: dict[str, list[str]] = {"csrf": [self.csrf() if csrf is None else csrf]}
        for name, value in form:
            data.setdefault(name, []).append(value)
        return self._ask("POST", "/review", data=data, headers={"origin": "http://localhost"})

    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="(\w+)"', self.get(f"/events/{self.any_event()}").text)
        assert found
        return found[1]

    def any_event(self) -> str:
        return next(self.desk.store.each_event()).id

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        async def send() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.desk.app, client=("127.0.0.1", 50000))
            async with httpx.AsyncClient(
                transport=transport, base_url="http://localhost", cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **more)
                self.cookies = client.cookies
                return answer

        with _speaking_as(self.name):
            return asyncio.run(send())


@contextmanager
def _speaking_as(name: str) -> Iterator[None]:
    import os

    before = os.environ.get("VEDETTE_BY")
    os.environ["VEDETTE_BY"] = name
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("VEDETTE_BY", None)
        else:
            os.environ["VEDETTE_BY"] = before


def form_in(page: str, act: str, *, holding: str = "") -> list[tuple[str, str]]:
    """Give the fields of the first form of a page with a button for an act, filled as the page has them."""
    for form in re.findall(r'<form[^>]*action="/review"[^>]*>(.*?)</form>', page, flags=re.S):
        if f'value="{act}"' in form and holding in form:
            fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
            kept = [(name, html.unescape(value)) for name, value in fields if name not in ("csrf", "act")]
            return [*kept, ("act", act)]
    raise AssertionError(f"No form with a button '{act}' {holding} on this page.")


def with_field(form: Sequence[tuple[str, str]], name: str, value: str) -> list[tuple[str, str]]:
    """Fill a field of a form."""
    return [*((one, given) for one, given in form if one != name), (name, value)]


def _open_pair(number: int) -> list[ReadReport]:
    """Two reports of drones on one day in one country, in towns of which one is not named: nobody can tell."""
    day = f"20{10 + number // 12}-{1 + number % 12:02d}-11"
    country = build.place("Lithuania", kind="country", countries=["LT"], lat=55.2, lon=24.0)
    told = []
    for outlet, words in (("Alpha Post", "A drone fell in a field"), ("Beta Times", "Villagers heard an engine")):
        report = build.report(f"{words}, the police of district {number} said.", ref=f"{outlet}-{number}",
                              outlet=outlet, published=day)
        period = build.when(day, text=f"on day {number}") if outlet == "Alpha Post" else None
        claim = build.claim(report, "drone_incident", words=words.split()[1], period=period, places=[country])
        told.append(ReadReport(report=report, claims=(claim,)))
    return told
