"""The preview page of a channel."""

from __future__ import annotations

import pytest

from vedette.errors import InputError
from vedette.model import Feed, FeedKind
from vedette.sources.listings import Listed, read_listing

FEED = Feed(address="https://t.me/s/made_border_watch", kind=FeedKind.TELEGRAM)


def message(number: int, inner: str) -> str:
    return f"""<div class="tgme_widget_message_wrap js-widget_message_wrap">
<div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="made_border_watch/{number}">
<div class="tgme_widget_message_bubble"><div class="tgme_widget_message_author">Кордон</div>{inner}
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">1.2K</span>
<a class="tgme_widget_message_date" href="https://t.me/made_border_watch/{number}">
<time datetime="2025-09-12T05:1{number}:00+00:00" class="time">08:1{number}</time></a></div></div></div></div>"""


def channel(*messages: str) -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Кордон – Telegram</title></head><body>
<div class="tgme_channel_info"><div class="tgme_channel_info_description">Щодня</div></div>
<section class="tgme_channel_history js-message_history">{"".join(messages)}</section></body></html>""".encode()


def text(words: str) -> str:
    return f'<div class="tgme_widget_message_text js-message_text" dir="auto">{words}</div>'


def test_a_message_is_its_text_and_its_moment() -> None:
    words = "<b>Черга на переході зросла.</b><br/>Рух <a href='https://a.example'>вантажівок</a> зупинено &amp; чекає."
    assert read_listing(channel(message(1, text(words))), FEED) == (
        Listed(
            address="https://t.me/made_border_watch/1",
            text="Черга на переході зросла.\n\nРух вантажівок зупинено & чекає.",
            published="2025-09-12T05:11:00+00:00",
        ),
    )


def test_the_words_of_others_are_not_the_messages_own() -> None:
    reply = f'<a class="tgme_widget_message_reply">{text("Чи відкрито міст?")}</a>'
    card = f'<a class="tgme_widget_message_link_preview"><div class="link_preview_title">Мер</div>{text("Картка")}</a>'
    (entry,) = read_listing(channel(message(2, reply + text("Міст відкрито.") + card)), FEED)
    assert entry.text == "Міст відкрито."


def test_a_forwarded_message_names_where_it_is_from() -> None:
    source = """<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from
    <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/made_guard/7">
    <span>Вигадана варта</span></a></div>"""
    (entry,) = read_listing(channel(message(3, source + text("Перехід закрито."))), FEED)
    assert (entry.text, entry.relayed_from) == ("Перехід закрито.", "Вигадана варта")


def test_a_picture_without_words_is_left_out() -> None:
    assert read_listing(channel(message(4, '<a class="tgme_widget_message_photo_wrap"></a>')), FEED) == ()


def test_a_message_that_names_another_place_is_left_out() -> None:
    body = channel(message(5, text("Слова"))).replace(b"made_border_watch/5", b"../evil.example/5")
    assert read_listing(body, FEED) == ()


def test_an_empty_channel_lists_nothing() -> None:
    assert read_listing(channel(), FEED) == ()


def test_a_channel_without_a_preview_says_so() -> None:
    page = b'<!DOCTYPE html><html><body><div class="tgme_page"><div class="tgme_page_title">X</div></div></body></html>'
    with pytest.raises(InputError, match="This channel shows no public preview"):
        read_listing(page, FEED)
