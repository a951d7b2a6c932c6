"""Commands on a desk on a server, as a user would run them: the same answers, and no password on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import desk_filling
from postgres import PASSWORD
from vedette.presentation.cli.health import Check, check_health
from vedette.presentation.cli.storage_health import look_at_clock, look_at_room, look_whether_sound
from vedette.settings import Settings
from vedette.store import open_store

Vedette = Callable[..., Any]


def fill(address: str) -> None:
    with open_store(address) as store:
        store.add(desk_filling.batch(1))
        desk_filling.link(store)


def test_a_desk_is_copied_onto_a_server_and_answers_the_same(vedette: Vedette, postgres_address: str) -> None:
    fill("border.sqlite")
    made = vedette("copy", "border.sqlite", postgres_address)
    assert made.code == 0, made.err
    assert "20 reports, 80 claims, 20 events" in made.err
    for words in (["events", "--format", "jsonl"], ["search", "border", "--format", "jsonl"], ["situations"]):
        here, there = (vedette(*words, "--desk", address) for address in ("border.sqlite", postgres_address))
        assert (here.code, there.code) == (0, 0), there.err
        assert here.out == there.out != ""
    again = vedette("copy", "border.sqlite", postgres_address)
    assert (again.code, "with content" in again.err) == (1, True)
    back = vedette("copy", postgres_address, "back.sqlite")
    assert back.code == 0, back.err
    with open_store("border.sqlite") as first, open_store("back.sqlite") as last:
        assert list(first.dump()) == list(last.dump())


def test_what_is_not_there_yet_is_named_without_the_password(vedette: Vedette, guarded_address: str) -> None:
    answer = vedette("events", "--desk", guarded_address)
    assert (answer.code, "There is no desk at postgresql://guarded@" in answer.err) == (1, True)
    assert quote(PASSWORD, safe="") not in answer.err
    wrong = vedette("add", "--desk", guarded_address.replace("@127", "no%20more@127"), "nothing.txt")
    assert (wrong.code, "refuses this user" in wrong.err, "no more" in wrong.err) == (1, True, False)
    odd = vedette("events", "--desk", "postgresql://ann:sec%ret@host:no/x")
    assert (odd.code, "cannot be understood" in odd.err, "sec" in odd.err) == (2, True, False)


def test_the_doctor_looks_at_a_desk_on_a_server(postgres_desk: str) -> None:
    settings = Settings(desk=postgres_desk)
    assert look_whether_sound(settings) == "whole"
    assert "GB at" in look_at_room(settings)
    fill(postgres_desk)
    assert "T" in look_at_clock(settings)
    assert "20 reports, 80 claims, 20 events" in found(settings, "desk").detail
    assert all(found(settings, name).ok for name in ("desk", "desk, byte by byte", "archive", "alerts", "clock"))


def test_the_doctor_says_what_keeps_a_desk_from_being_made(postgres_address: str, guarded_address: str) -> None:
    assert "will be made by the first" in found(Settings(desk=postgres_address), "desk").detail
    refused = found(Settings(desk=guarded_address), "desk")
    assert (refused.ok, "GRANT CREATE" in refused.detail) == (False, True)
    gone = found(Settings(desk=f"{postgres_address}_gone"), "desk")
    assert (gone.ok, "There is no such database" in gone.detail) == (False, True)


def found(settings: Settings, name: str) -> Check:
    (check,) = (one for one in check_health(settings) if one.name == name)
    return check
