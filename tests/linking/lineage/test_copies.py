"""Which reports run one text?"""

from __future__ import annotations

import random
from typing import Any

import pytest

from vedette.linking.lineage.copies import find_copies
from vedette.linking.lineage.shingles import Text, number_of

WORDS = [
    "border", "guard", "river", "patrol", "convoy", "hangar", "radar", "officials", "brigade", "harbour", "minister",
    "evening", "road", "forest", "battery", "crew", "signal", "village", "depot", "bridge", "engine", "winter",
    "island", "channel", "company", "platoon", "reserve", "summit", "agency", "valley",
]


def text_of(seed: int, length: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def edit(text: str, *, every: int) -> str:
    return " ".join("altered" if index % every == every - 1 else word for index, word in enumerate(text.split()))


LONG = text_of(1, 400)

COPIES = [
    ("word for word", LONG, LONG),
    ("other capitals, punctuation and line breaks", LONG, LONG.upper().replace(" ", ",\n", 40)),
    ("another headline and byline in the text", LONG, f"Something quite different. By A. Reporter. {LONG}"),
    ("one word in fifty changed", LONG, edit(LONG, every=50)),
    ("one word in seven changed", LONG, edit(LONG, every=7)),
    ("paragraphs in another order", LONG, " ".join([*LONG.split()[250:], *LONG.split()[:250]])),
    ("one word of a short item changed", text_of(7, 24), edit(text_of(7, 24), every=13)),
    ("cut after the first half", LONG, " ".join(LONG.split()[:200])),
    ("four words", "Poland closed its border.", "POLAND closed its border"),
    ("ten thousand words", text_of(2, 10_000), edit(text_of(2, 10_000), every=60)),
]
NO_COPIES = [
    ("two texts from the same words", LONG, text_of(3, 400)),
    ("one word in four changed", LONG, edit(LONG, every=4)),
    ("a long quotation in a text of its own", text_of(4, 300) + " " + " ".join(LONG.split()[:60]), LONG),
    ("two short sentences alike", "Poland closed its border with Belarus on Friday.",
     "Poland closed its border on Friday."),
    ("a third of a short item is its own", text_of(8, 24), " ".join([*text_of(8, 24).split()[:16], *["own"] * 8])),
    ("two empty texts", "", ""),
]


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in COPIES], ids=[case[0] for case in COPIES])
def test_copies_are_one_family(newsroom: Any, one: str, other: str) -> None:
    first = newsroom.report(one, published="2025-09-11", title="One headline", outlet="Example Wire")
    second = newsroom.report(other, published="2025-09-12", title="Another headline", outlet="Example Post")

    assert find_copies([second, first]).members == {first.id: (first.id, second.id)}


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in NO_COPIES], ids=[case[0] for case in NO_COPIES])
def test_texts_of_their_own_are_no_copies(newsroom: Any, one: str, other: str) -> None:
    first = newsroom.report(one, outlet="Example Wire")
    second = newsroom.report(other, outlet="Example Post")

    assert len(find_copies([first, second]).members) == 2


def test_the_earliest_is_the_first_whatever_its_clock(newsroom: Any) -> None:
    text = text_of(5, 80)
    late = newsroom.report(text, published="2025-09-12T08:00Z", outlet="Late")
    early = newsroom.report(text, published="2025-09-12T09:00+02:00", outlet="Early")
    undated = newsroom.report(text, published=None, outlet="Undated")

    assert find_copies([late, undated, early]).members == {early.id: (early.id, late.id, undated.id)}


def test_a_wire_text_run_by_three_hundred_outlets_is_one_family(newsroom: Any) -> None:
    text = text_of(6, 200)
    reports = [newsroom.report(edit(text, every=40 + number % 50), outlet=f"Outlet {number}") for number in range(300)]

    assert len(find_copies(reports).members) == 1


def test_a_digest_keeps_its_own_sentences(newsroom: Any) -> None:
    wire = newsroom.report(LONG, published="2025-09-11", outlet="Example Wire")
    own = "Our reporter counted nine trucks parked beside the closed gate this morning"
    digest = newsroom.report(f"{LONG} {own}", published="2025-09-12", outlet="Example Post")
    copies = find_copies([wire, digest])

    assert copies.first_to_say(digest.id, " ".join(LONG.split()[40:60])) == wire.id
    assert copies.first_to_say(digest.id, own) == digest.id
    assert copies.first_to_say(digest.id, edit(" ".join(LONG.split()[40:60]), every=8)) == wire.id


def covered(words: list[str], others: list[str], *, run: int) -> float:
    """Count one word after another: stands it in a run that the other text has, too?"""
    theirs = {tuple(others[at : at + run]) for at in range(max(1, len(others) - run + 1))}
    ours = [at for at in range(max(1, len(words) - run + 1)) if tuple(words[at : at + run]) in theirs]
    return sum(any(at <= word < at + run for at in ours) for word in range(len(words))) / len(words)


@pytest.mark.parametrize("seed", range(40))
def test_the_share_is_that_of_the_words_in_common_runs(seed: int) -> None:
    draw = random.Random(seed)
    words = text_of(seed, draw.randint(2, 60)).split()
    others = edit(" ".join(words[draw.randint(0, 9) :] * draw.randint(1, 3)), every=draw.randint(2, 9)).split()

    for one, two in ((words, others or words), (others or words, words)):
        for run in (3, 4):
            share, least = covered(one, two, run=run), draw.random()
            assert Text.of(one, run).share_in(Text.of(two, run)) == share
            assert (Text.of(one, run).share_in(Text.of(two, run), least=least) >= least) is (share >= least)


def test_a_run_is_numbered_as_its_words_are() -> None:
    words = ["straż", "graniczna", "zamknęła", "przejście"]

    assert set(Text.of(words, 2).hashes) == {number_of(" ".join(words[at : at + 2])) for at in range(3)}
    assert list(Text.of(words[:1], 2).hashes) == [number_of("straż")]
    assert not len(Text.of([]).hashes)
