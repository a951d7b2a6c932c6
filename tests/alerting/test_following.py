"""What an event is about: actors, places, exercises under all their names, weapons, searches."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import builders as build
from alert_builders import at
from vedette.alerting.following import follow, is_about, require_known
from vedette.errors import UsageError
from vedette.knowledge import load_knowledge
from vedette.store.alerting import FollowKind

EVENT = build.event([build.claim(
    places=[build.place("Poland-Belarus border", countries=["PL", "BY"])], names=["West 2025"],
    actors=[build.actor("Border Guard", "PL-SG")], equipment=[build.equipment("Gerbera drone", "uav")],
)])
DRILL = build.situation("Zapad 2025", [EVENT], names=["Zapad 2025", "Захад-2025"])
JOINED = replace(EVENT, situation=DRILL.id)


def about(kind, words, event=JOINED, **known):
    one = follow(FollowKind(kind), words, by="Ann", at=at())
    return is_about(event, one, situations={DRILL.id: DRILL}, **known)


@pytest.mark.parametrize(("kind", "words"), [
    ("actor", "PL-SG"), ("actor", "pl"), ("actor", "BORDER GUARD"), ("place", "by"), ("place", "Belarus"),
    ("place", "poland-belarus border"), ("exercise", "Zapad"), ("exercise", "захад-2025"), ("exercise", "West 2025"),
    ("weapon", "gerbera"), ("weapon", "UAV"),
])
def test_an_event_is_about_what_is_followed(kind, words):
    assert about(kind, words)


@pytest.mark.parametrize(("kind", "words"), [
    ("actor", "Border"), ("actor", "BY"), ("place", "LT"), ("place", "Bel"), ("exercise", "Zapad 2021"),
    ("weapon", "Gerb"), ("search", "border"),
])
def test_an_event_is_not_about_other_things(kind, words):
    assert not about(kind, words)


def test_an_event_in_no_situation_is_known_by_its_own_names():
    assert not about("exercise", "Zapad", EVENT)
    assert about("exercise", "west 2025", EVENT)


def test_a_search_is_about_what_it_found():
    assert about("search", "closed border", found=frozenset({EVENT.id}))


def test_the_same_in_other_letters_is_followed_once():
    one, other = (follow(FollowKind.PLACE, words, by="Ann", at=at()) for words in ("Suwałki  gap", "SUWALKI GAP"))
    assert one.id == other.id
    assert one.words == "Suwałki gap"


@pytest.mark.parametrize("words", ["", "  ", "x", "y" * 300])
def test_what_cannot_be_followed_is_refused(words):
    with pytest.raises(UsageError, match="cannot be followed"):
        follow(FollowKind.SEARCH, words, by="Ann", at=at())


@pytest.mark.parametrize(("kind", "words", "meant"), [
    ("weapon", "uavv", "Did you mean 'uav'?"), ("weapon", "Tanks", "Did you mean 'tank'?"),
    ("weapon", "balistic missile", "Did you mean 'ballistic_missile'?"), ("place", "xx", "such as LT"),
])
def test_what_nobody_can_mean_is_not_followed(kind, words, meant):
    with pytest.raises(UsageError, match=re.escape(meant)):
        require_known(FollowKind(kind), words, gazetteer=load_knowledge().gazetteer)


@pytest.mark.parametrize(("kind", "words"), [
    ("weapon", "UAV"), ("weapon", "cruise missile"), ("weapon", "Gerbera-2"), ("weapon", "T-80"),
    ("weapon", "Oreshnik"), ("place", "lt"), ("place", "Brest"), ("actor", "xx"), ("search", "uavv"),
])
def test_names_that_reports_may_tell_of_are_followed_whatever_they_are(kind, words):
    require_known(FollowKind(kind), words, gazetteer=load_knowledge().gazetteer)


@pytest.mark.parametrize("words", ["cruise missile", "cruise_missile", "Cruise Missile"])
def test_a_kind_of_weapon_is_followed_as_people_write_it(words):
    shot = build.event([build.claim(equipment=[build.equipment("Kalibr", "cruise_missile")])])
    assert about("weapon", words, shot)
