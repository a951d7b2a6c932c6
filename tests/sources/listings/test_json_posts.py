"""Statuses of Mastodon, posts of Bluesky."""

from __future__ import annotations

import json
from typing import Any

import pytest

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing

MASTODON = Feed(address="https://social.example/api/v1/accounts/7/statuses", kind=FeedKind.MASTODON)
BLUESKY = Feed(
    address="https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=post.example", kind=FeedKind.BLUESKY
)


def status(number: int, content: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": str(number),
        "created_at": "2025-09-12T08:00:00.000Z",
        "edited_at": None,
        "visibility": "public",
        "spoiler_text": "",
        "url": f"https://social.example/@post/{number}",
        "uri": f"https://social.example/users/post/statuses/{number}",
        "content": content,
        "reblog": None,
        "account": {"acct": "post", "display_name": "Example Post"},
        **fields,
    }


def post(number: int, text: str, **fields: Any) -> dict[str, Any]:
    return {
        "post": {
            "uri": f"at://did:plc:abc123/app.bsky.feed.post/3k{number}",
            "author": {"did": "did:plc:abc123", "handle": "post.example", "displayName": "Example Post"},
            "record": {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2025-09-12T08:00:00.000Z"},
            "indexedAt": "2025-09-12T08:00:05.000Z",
        },
        **fields,
    }


def read(feed: Feed, answer: Any) -> tuple[Listed, ...]:
    return read_listing(json.dumps(answer).encode(), feed)


def test_a_status_is_its_words_with_the_warning_before_them() -> None:
    words = "<p>Siena slēgta.</p><p>Rindas &amp; gaidīšana.</p>"
    sent = status(1, words, spoiler_text="Robeža", edited_at="2025-09-12T09:00:00.000Z")
    assert read(MASTODON, [sent]) == (
        Listed(
            address="https://social.example/@post/1",
            text="Robeža\n\nSiena slēgta.\n\nRindas & gaidīšana.",
            published="2025-09-12T08:00:00+00:00",
            updated="2025-09-12T09:00:00+00:00",
        ),
    )


def test_a_boosted_status_is_its_authors() -> None:
    guard = {"acct": "guard@other.example", "display_name": ""}
    theirs = status(9, "<p>Tilts slēgts.</p>", url="https://other.example/@guard/9", account=guard)
    (entry,) = read(MASTODON, [status(2, "", reblog=theirs)])
    assert (entry.address, entry.text, entry.relayed_from) == (
        "https://other.example/@guard/9",
        "Tilts slēgts.",
        "guard@other.example",
    )


def test_what_was_not_said_to_all_is_left_out() -> None:
    assert read(MASTODON, [status(3, "<p>psst</p>", visibility="private"), "junk", {"id": 4}, None]) == ()


def test_a_post_has_a_lasting_address() -> None:
    assert read(BLUESKY, {"feed": [post(1, "Most zamknięty.\nObjazd przez las.")], "cursor": "x"}) == (
        Listed(
            address="https://bsky.app/profile/did:plc:abc123/post/3k1",
            text="Most zamknięty.\nObjazd przez las.",
            published="2025-09-12T08:00:00+00:00",
        ),
    )


def test_a_repost_is_its_authors() -> None:
    reason = {"$type": "app.bsky.feed.defs#reasonRepost", "by": {"handle": "someone.example"}}
    (entry,) = read(BLUESKY, {"feed": [post(2, "Most otwarty.", reason=reason)]})
    assert entry.relayed_from == "Example Post"


def test_a_picture_without_words_is_left_out() -> None:
    assert read(MASTODON, [status(5, "<p></p>")]) == read(BLUESKY, {"feed": [post(7, " ")]}) == ()


def test_a_broken_post_loses_no_other() -> None:
    broken: list[Any] = [None, {}, {"post": {"uri": "https://x.example"}}, {"post": []}, post(5, "Ok.")]
    assert [entry.text for entry in read(BLUESKY, {"feed": broken})] == ["Ok."]


@pytest.mark.parametrize(
    ("feed", "answer", "words"),
    [
        (MASTODON, {"error": "Record not found"}, "Record not found"),
        (BLUESKY, {"error": "InvalidRequest", "message": "Profile not found"}, "Profile not found"),
    ],
)
def test_the_error_that_a_server_tells_is_passed_on(feed: Feed, answer: Any, words: str) -> None:
    with pytest.raises(InputError, match=f"The server answers with an error: '{words}'"):
        read(feed, answer)


def test_json_that_is_nested_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="It is JSON, not a Bluesky feed"):
        read_listing(b"[" * 200_000, BLUESKY)


def test_half_a_character_in_a_post_can_be_stored() -> None:
    body = json.dumps({"feed": [post(6, "Most \ud83d.")]}).encode()
    assert read_listing(body, BLUESKY)[0].text == "Most \ufffd."
