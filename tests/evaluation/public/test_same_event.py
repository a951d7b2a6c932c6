"""Mentions of other people's documents, through our linking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vedette.evaluation.public.ecbplus import load_ecb_document, measure_ecbplus
from vedette.evaluation.public.happenings import load_happenings, stem
from vedette.evaluation.public.kit import Kit
from vedette.evaluation.public.meantime import load_meantime_document, measure_meantime
from vedette.evaluation.public.stories import stories_of
from vedette.evaluation.public.told_documents import Document
from vedette.evaluation.public.told_mentions import Mention, compare_mentions, link_mentions, mentions_of

FLOOD = "The river Amber flooded the town of Oldbridge on Monday ."
FIRE = "Firemen of Newport saved nine cats from a burning warehouse ."


def document(name: str, words: str, story: str, **mentions: str) -> dict[str, object]:
    tokens = words.split()
    return {
        "doc_id": name, "split": "dev", "topic": story, "subtopic": story,
        "sentences": [{"sent_id": 7, "tokens": tokens}],
        "mentions": [
            {"kind": "event", "sent": 7, "toks": [tokens.index(word)], "chain": chain, "singleton": chain == "alone"}
            for word, chain in mentions.items()
        ],
    }


def mention(word: str, story: int = 0, *, doers: str = "", others: str = "") -> Mention:
    happenings = load_happenings()
    return Mention(
        document=0, story=story, name=stem(word), word=word, kinds=happenings.of(word), said=happenings.is_said(word),
        empty=happenings.is_empty(word), doers=frozenset(doers.split()), others=frozenset(others.split()),
    )


@pytest.mark.parametrize(("left", "right", "verdict"), [
    (mention("flood"), mention("flooding"), "same"),
    (mention("flood"), mention("rescue"), "unsure"),
    (mention("flood"), mention("flood", story=1), "different"),
    (mention("announce", doers="mayor"), mention("announcement", doers="mayor town"), "same"),
    (mention("announce", doers="mayor"), mention("announcement", doers="polic"), "unsure"),
    (mention("announce"), mention("announcement"), "unsure"),
    (mention("take", others="train"), mention("take", others="train"), "same"),
    (mention("take", others="train"), mention("take", others="photo"), "unsure"),
    (mention("flood", doers="river", others="town"), mention("flood", doers="sea", others="harbour"), "unsure"),
    (mention("flood", doers="river", others="town"), mention("flood", doers="river", others="harbour"), "same"),
])
def test_two_mentions(left: Mention, right: Mention, verdict: str) -> None:
    assert compare_mentions(left, right).verdict == compare_mentions(right, left).verdict == verdict


def test_another_word_in_the_same_document_is_another_event_unless_somebody_takes_part_in_both() -> None:
    first, second = mention("purchase", others="bank"), mention("acquisition")

    assert compare_mentions(first, second).verdict == "unsure"
    assert compare_mentions(first, replace(second, document=1)).verdict == "same"
    assert compare_mentions(first, replace(second, others=frozenset({"bank"}))).verdict == "same"


def test_mentions_are_joined_within_a_story_only() -> None:
    assert link_mentions([mention("flood"), mention("flooding"), mention("save"), mention("flood", 1)]) == [
        [0, 1], [2], [3],
    ]


def test_documents_without_a_common_word_are_two_stories() -> None:
    assert stories_of([{"flood": 1.0}, {"fire": 1.0}]) == [[0], [1]]
    assert stories_of([]) == []


def test_a_short_document_goes_to_the_story_that_it_is_most_like_as_a_whole() -> None:
    # Each report of the flood has words of two others; the short one has one word of this and one of that.
    flood = [{f"flood{number}": 1.0 for number in range(start, start + 6)} for start in (0, 2, 4, 6)]
    short = {"flood0": 1.0, "flood4": 1.0, "flood11": 1.0}
    fire = [{f"fire{number}": 1.0 for number in range(20)}] * 12
    apart = {"flood0": 1.0, **{f"own{number}": 1.0 for number in range(9)}}

    assert stories_of([*flood, short | {"own": 1.0}, *fire])[0] == [0, 1, 2, 3, 4]
    assert stories_of([*flood, apart, *fire])[:2] == [[0, 1, 2, 3], [4]]


def test_two_stories_of_a_kind_stay_two() -> None:
    def told(place: str) -> list[dict[str, float]]:
        kind = {"fire": 1.0, "burn": 1.0, "firemen": 1.0}
        return [{**kind, **{f"{place}{number}": 1.0 for number in range(4)}, f"{place}own{own}": 1.0} for own in "abc"]

    weather = [{f"rain{number}": 1.0 for number in range(6)}] * 20

    assert stories_of([*told("harbour"), *told("school"), *weather])[:2] == [[0, 1, 2], [3, 4, 5]]


def read(kit: Kit, words: str, *places: tuple[int, ...]) -> list[Mention]:
    document = Document(id="1", sentences=(tuple(words.split()),), mentions=tuple((0, place) for place in places))
    return list(mentions_of([document], kit).mentions)


def test_who_takes_part_in_an_event(kit: Kit) -> None:
    [found] = read(kit, "The town was bought by the company of Smith .", (3,))

    assert (found.doers, found.others) == ({"compan", "smith"}, {"town"})


def test_the_words_of_an_event(kit: Kit) -> None:
    offer, took = read(kit, "The mayor made an offer and took over the office .", (2, 4), (6,))

    assert (offer.word, took.word) == ("offer", "take_over")
    assert "purchase" in took.kinds and not took.empty


def test_a_pronoun_tells_of_the_event_before_it(kit: Kit) -> None:
    flood, it = read(kit, "The flood came at night and it killed nine .", (1,), (6,))

    assert it.name == flood.name == "flood"


def test_the_events_of_two_stories(kit: Kit, write, told) -> None:  # type: ignore[no-untyped-def]
    folder = write(
        "ecbplus/own.jsonl.gz",
        document("1", FLOOD, "a", flooded="f"),
        document("2", f"{FLOOD} Hundreds fled .", "a", flooded="f", fled="alone"),
        document("3", FIRE, "b", saved="s"), document("4", FIRE.replace("nine", "ten"), "b", saved="s"),
        {**document("5", FIRE, "b", saved="s"), "split": "train"},
    )
    assert told(measure_ecbplus(folder, kit)) == {
        ("dev", "same story: B3 of documents"): 1.0, ("dev", "CoNLL F1, stories found"): 1.0,
        ("dev", "CoNLL F1, stories found, other half"): 1.0,
        ("dev", "CoNLL F1, stories given"): 1.0,
    }


def test_what_stands_alone_is_an_event_of_its_own() -> None:
    entry = document("1", "They fled and others fled later", "a", fled="alone")
    assert load_ecb_document(entry).events == (("1", 0),)


def meantime(name: str, words: str, **events: str) -> dict[str, object]:
    tokens = words.split()
    return {
        "doc_id": name, "corpus": "own", "tokens": tokens, "sentence_of": [3] * len(tokens),
        "mentions": [{"id": f"m{word}", "kind": "EVENT_MENTION", "toks": [tokens.index(word)]} for word in events]
        + [{"id": "m0", "kind": "EVENT_MENTION", "toks": [0]}],
        "instances": [{"id": f"i{word}", "kind": "EVENT", "instance_id": event} for word, event in events.items()],
        "relations": [{"kind": "REFERS_TO", "src": [f"m{word}"], "tgt": [f"i{word}"]} for word in events],
    }


def test_a_mention_that_refers_to_nothing_is_left_out() -> None:
    loaded = load_meantime_document(meantime("1", FLOOD, flooded="E1"))
    assert (loaded.events, loaded.document.mentions) == (("E1",), ((0, (3,)),))


def test_an_event_across_documents_of_a_corpus(kit: Kit, write, told) -> None:  # type: ignore[no-untyped-def]
    folder = write(
        "meantime/own.jsonl", meantime("1", FLOOD, flooded="E1"), meantime("2", FLOOD, flooded="E1"),
        meantime("3", FIRE, saved="E2"),
    )
    assert told(measure_meantime(folder, kit)) == {
        ("own", "CoNLL F1, stories found"): 1.0, ("all corpora", "CoNLL F1, stories found"): 1.0,
    }
