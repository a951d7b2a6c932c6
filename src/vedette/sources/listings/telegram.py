"""The public preview of a Telegram channel (``https://t.me/s/NAME``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from vedette.errors import InputError
from vedette.model import Feed
from vedette.sources.dates import iso_moment
from vedette.sources.fragments import element_text
from vedette.sources.listings.listed import Listed
from vedette.sources.listings.mistaken import mistaken
from vedette.sources.listings.page_trees import page_tree

_POST = re.compile(r"[A-Za-z0-9_]{2,64}/[0-9]{1,18}")
_WORDS = ("tgme_widget_message_text", "tgme_widget_message_poll_question")
# The words of others that stand in a message: what it answers, and the card of a link.
_OF_OTHERS = ("tgme_widget_message_reply", "tgme_widget_message_link_preview")
_PREVIEW = ("tgme_channel_info", "tgme_channel_history")


def read_telegram(body: bytes, feed: Feed, charset: str | None) -> Iterator[Listed]:
    """Give the messages of a channel, with their text; what was forwarded names where it is from.

    Messages without words (a picture alone, "channel created") are left out.

    Raises:
        InputError: It is no such preview; some channels allow none.
    """
    tree = page_tree(body, feed, charset=charset, expected="the preview of a Telegram channel")
    messages = [message for message in tree.find_class("tgme_widget_message") if message.get("data-post")]
    if not messages and not any(tree.find_class(name) for name in _PREVIEW):
        if tree.find_class("tgme_page"):
            raise InputError(
                "This channel shows no public preview.", source=feed.address,
                advice="Its address is https://t.me/s/NAME; some channels and all groups and persons have none.",
            )
        raise mistaken(body, feed, expected="the preview of a Telegram channel")
    for message in messages:
        listed = _message(message) if _POST.fullmatch(message.get("data-post")) else None
        if listed:
            yield listed


def _message(message: HtmlElement) -> Listed | None:
    times = [time for link in message.find_class("tgme_widget_message_date") for time in link.iter("time")]
    texts = [element_text(part) for name in _WORDS for part in message.find_class(name) if not _of_others(part)]
    if not any(texts):
        return None
    sources = message.find_class("tgme_widget_message_forwarded_from_name")
    return Listed(
        address=f"https://t.me/{message.get('data-post')}", text="\n\n".join(filter(None, texts)),
        published=next((moment for time in times if (moment := iso_moment(time.get("datetime") or ""))), None),
        relayed_from=" ".join(element_text(sources[0]).split()) or None if sources else None,
    )


def _of_others(part: HtmlElement) -> bool:
    classes = {name for above in part.iterancestors() for name in (above.get("class") or "").split()}
    return any(name in classes for name in _OF_OTHERS)
