"""A small desk behind its interface, with people of every role who send tokens."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

import builders as build
import warned
from doors import quick_passwords
from vedette.access import Doorkeeper
from vedette.desk import Desk
from vedette.model import Knowledge, ReadReport
from vedette.presentation.web import create_app
from vedette.presentation.web.access.doors import Doors
from vedette.presentation.web.security import LOOPBACK
from vedette.store import open_store
from vedette.store.accounts import Role

AGENCY = build.link("State Agency", "agency", cue="citing", id="SA")
MINISTRY = build.link("the ministry", cue="said")


def read_reports() -> list[ReadReport]:
    """A closed border that two outlets tell of, an exercise with two figures, a denied flight, a base."""
    post = build.report(
        "Poland shut the border with Belarus. Belarus denied that its drones crossed the frontier.", ref="post",
        title="Border shut", outlet="Example Post", url="https://post.example/a", published="2025-09-12",
    )
    wire = build.report(
        "Warsaw shut the border, the agency reports. The drill will bring 12,000 troops. A base may be built.",
        ref="wire", outlet="Border Wire", published="2025-09-13", title="Frontier news",
    )
    bare = build.report("The ministry counts 30,000 troops at the drill.", ref="bare", outlet=None, published=None)
    border = build.place("Poland-Belarus border", kind="border", countries=["PL", "BY"], lat=52.3, lon=23.6)
    range_ = build.place("Barysau", countries=["BY"], lat=54.2, lon=28.5)
    closed = {"period": "2025-09-11", "places": [border], "actors": [build.actor("Poland", "PL")]}
    drill = {"period": "2025-09-20", "places": [range_], "names": ["Zapad 2025"], "stage": "planned"}
    return [
        ReadReport(report=post, claims=(
            build.claim(post, words="shut", attribution=[AGENCY], sentence=(0, 36), **closed),
            build.claim(post, "airspace_violation", words="crossed", factuality="denied", sentence=(37, 87),
                        actors=[build.actor("Belarus", "BY")], equipment=[build.equipment("Gerbera")]),
        )),
        ReadReport(report=wire, claims=(
            build.claim(wire, words="shut", attribution=[build.link("Example Post", "outlet"), AGENCY],
                        sentence=(0, 43), **closed),
            build.claim(wire, "exercise", words="drill", sentence=(44, 81), quantities=[build.quantity(12000)],
                        **drill),
            build.claim(wire, "base_construction", words="built", factuality="possible", sentence=(82, 101)),
        )),
        ReadReport(report=bare, claims=(
            build.claim(bare, "exercise", words="drill", quantities=[build.quantity(30000)], attribution=[MINISTRY],
                        **drill),
        )),
    ]


# Somebody closes a border, or flies over it.
CLOSURES = warned.scenario("build-up", warned.indicator("closed", "border_closure", thin=True))

# The name under which Schemathesis asks.
SCHEMATHESIS = "testserver"


def fill(file: Path, knowledge: Knowledge) -> Path:
    """Make a desk of the reports, with one assessment before anything was known, and one after."""
    with Desk(open_store(str(file)), knowledge) as desk:
        desk.store.add(read_reports())
        for day in ("2025-09-01", "2025-09-13"):
            desk.assess([CLOSURES], today=day)
    return file


class ApiDesk:
    """Asks the interface of a desk that was filled, under a role."""

    def __init__(self, file: Path, knowledge: Knowledge) -> None:
        self.desk = Desk(open_store(str(file)), knowledge)
        keeper = Doorkeeper(self.desk.store.accounts, passwords=quick_passwords())
        self.tokens = {role: self._token(keeper, role) for role in Role}
        self.app: FastAPI = create_app(
            lambda: nullcontext(self.desk.store), open_desk=lambda: nullcontext(self.desk), doors=Doors(keeper=keeper),
            hosts=LOOPBACK | {SCHEMATHESIS},
        )

    @property
    def store(self):
        """What the desk holds."""
        return self.desk.store

    def get(self, address: str, **asked: Any) -> httpx.Response:
        """Read something."""
        return self.ask("GET", address, **asked)

    def post(self, given: dict[str, Any], *, role: Role = Role.ANALYST, **headers: str) -> httpx.Response:
        """Decide something."""
        sent = {"Authorization": f"Bearer {self.tokens[role]}"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        return self.ask("POST", "/api/v1/decisions", json=given, headers=sent)

    def ask(self, method: str, address: str, **asked: Any) -> httpx.Response:
        """Send one request."""
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8765") as client:
                return await client.request(method, address, **asked)

        return asyncio.run(answer())

    def events(self, **filter: str) -> list[dict[str, Any]]:
        """List events."""
        found: list[dict[str, Any]] = self.get("/api/v1/events", params=filter).json()["events"]
        return found

    @staticmethod
    def _token(keeper: Doorkeeper, role: Role) -> str:
        keeper.add_user(f"{role}", role, password=None, by="the test")
        return keeper.issue(f"{role}", role=role, label="test", days=None, by="the test")[1]
