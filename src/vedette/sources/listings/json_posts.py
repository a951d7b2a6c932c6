"""Posts of accounts whose servers answer with JSON: Mastodon and Bluesky."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from vedette.errors import InputError
from vedette.model import Feed
from vedette.sources.dates import iso_moment
from vedette.sources.decoding import decode, tidy
from vedette.sources.fragments import fragment_text
from vedette.sources.listings.links import absolute
from vedette.sources.listings.listed import Listed
from vedette.sources.listings.mistaken import mistaken

_POST_ADDRESS = re.compile(r"at://(did:[a-z]+:[\w.:%-]+)/app\.bsky\.feed\.post/([\w.~:-]+)")
_SEEN_BY_ALL = ("public", "unlisted")
_REPOST = "app.bsky.feed.defs#reasonRepost"


def read_mastodon(body: bytes, feed: Feed, charset: str | None) -> Iterator[Listed]:
    """Give the statuses of ``/api/v1/accounts/ID/statuses``; what was boosted names its author.

    Posts without words (a picture alone) are left out.

    Raises:
        InputError: It is no list of statuses; an error that the server tells is passed on.
    """
    answer = _json(body, feed, charset, expected="a list of Mastodon statuses")
    if not isinstance(answer, list):
        raise _told(answer, body, feed, expected="a list of Mastodon statuses")
    for status in answer:
        listed = _status(status, feed) if isinstance(status, dict) else None
        if listed:
            yield listed


def read_bluesky(body: bytes, feed: Feed, charset: str | None) -> Iterator[Listed]:
    """Give the posts of ``app.bsky.feed.getAuthorFeed``; what was reposted names its author.

    Posts without words (a picture alone) are left out.

    Raises:
        InputError: It is no such feed; an error that the server tells is passed on.
    """
    answer = _json(body, feed, charset, expected="a Bluesky feed")
    entries = answer.get("feed") if isinstance(answer, dict) else None
    if not isinstance(entries, list):
        raise _told(answer, body, feed, expected="a Bluesky feed")
    for entry in entries:
        listed = _post(_part(entry, "post"), feed, reposted=_part(entry, "reason").get("$type") == _REPOST)
        if listed:
            yield listed


def _status(status: Mapping[str, Any], feed: Feed) -> Listed | None:
    boosted = _part(status, "reblog")
    post = boosted or status
    address = absolute(_text(post, "url") or _text(post, "uri"), feed.address)
    if not address or _text(post, "visibility") not in ("", *_SEEN_BY_ALL):
        return None
    words = (tidy(_text(post, "spoiler_text")).strip(), tidy(fragment_text(_text(post, "content"))).strip())
    if not any(words):
        return None
    return Listed(
        address=address, text="\n\n".join(filter(None, words)),
        published=iso_moment(_text(post, "created_at")), updated=iso_moment(_text(post, "edited_at")),
        relayed_from=_name(_part(post, "account"), "display_name", "acct") if boosted else None,
    )


def _post(post: Mapping[str, Any], feed: Feed, *, reposted: bool) -> Listed | None:
    record, parts = _part(post, "record"), _POST_ADDRESS.fullmatch(_text(post, "uri"))
    if not parts:
        return None
    # By the lasting name of the account: its handle may change, and the post would be another one.
    address = absolute(f"https://bsky.app/profile/{parts[1]}/post/{parts[2]}", feed.address)
    text = tidy(_text(record, "text")).strip()
    if not address or not text:
        return None
    return Listed(
        address=address, text=text,
        published=iso_moment(_text(record, "createdAt")) or iso_moment(_text(post, "indexedAt")),
        relayed_from=_name(_part(post, "author"), "displayName", "handle") if reposted else None,
    )


def _json(body: bytes, feed: Feed, charset: str | None, *, expected: str) -> Any:
    try:
        return json.loads(decode(body, source=feed.address, declared=charset))
    except (ValueError, RecursionError, InputError) as error:
        raise mistaken(body, feed, expected=expected) from error


def _told(answer: Any, body: bytes, feed: Feed, *, expected: str) -> InputError:
    words = _text(answer, "message") or _text(answer, "error") if isinstance(answer, dict) else ""
    if not words:
        return mistaken(body, feed, expected=expected)
    return InputError(
        f"The server answers with an error: {' '.join(words.split())[:200]!r}.", source=feed.address,
        advice="Check that the account is there and public.",
    )


def _part(value: Any, key: str) -> Mapping[str, Any]:
    part = value.get(key) if isinstance(value, Mapping) else None
    return part if isinstance(part, Mapping) else {}


def _text(value: Mapping[str, Any], key: str) -> str:
    said = value.get(key)
    return said if isinstance(said, str) else ""


def _name(account: Mapping[str, Any], *keys: str) -> str | None:
    return next((name for key in keys if (name := " ".join(tidy(_text(account, key)).split()))), None)
