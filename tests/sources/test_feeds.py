from __future__ import annotations

import pytest

from vedette.errors import InputError
from vedette.model import FieldSource, QuarantinedInput, Report
from vedette.sources.draft import Origin
from vedette.sources.feeds import read_feed
from vedette.sources.listings import looks_like_feed

ORIGIN = Origin(source="in/f.xml", ref="f", file="f.xml")

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Пример-Пошта</title><language>uk-ua</language>
<item><title>Перехід закрито</title><link>https://post.example/1</link><guid isPermaLink="false">p-1</guid>
<pubDate>Fri, 12 Sep 2025 08:00:00 +0300</pubDate><dc:creator>Рита Дуб</dc:creator>
<description>Коротко.</description>
<content:encoded><![CDATA[<p>Прикордонники закрили перехід у четвер.</p>
<p>Черга &laquo;зросла&raquo;.</p><script>x()</script>]]></content:encoded></item>
<item><title>Потяги стоять</title><link>https://post.example/2</link>
<description>&lt;p&gt;Потяги через ліс не їздять.&lt;/p&gt;</description></item>
<item><title>Лише заголовок</title><guid>p-3</guid></item>
<item><guid>p-4</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pl"><title>Przykład</title>
<entry><id>tag:post.example,2025:1</id><title>Most zamknięty</title><updated>2025-09-12T10:00:00Z</updated>
<published>2025-09-11T10:00:00Z</published><link href="https://post.example/most"/>
<content type="html">&lt;p&gt;Most zamknięto w czwartek.&lt;/p&gt;</content><summary>Skrót</summary></entry></feed>"""


def read(data: bytes) -> list[Report | QuarantinedInput]:
    return list(read_feed(data, ORIGIN))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_the_entries_of_an_rss_feed_are_reports(encoding: str) -> None:
    first, second, third, fourth = read(RSS.format(encoding=encoding).encode(encoding))
    assert isinstance(first, Report)
    assert first.text == "Прикордонники закрили перехід у четвер.\n\nЧерга «зросла»."
    assert (first.ref, first.url, first.title, first.outlet, first.author, first.file) == (
        "p-1",
        "https://post.example/1",
        "Перехід закрито",
        "Пример-Пошта",
        "Рита Дуб",
        "f.xml",
    )
    assert (first.published, first.published_from) == ("2025-09-12T08:00:00+03:00", FieldSource.METADATA)
    assert (first.language, first.language_from) == ("uk", FieldSource.METADATA)
    assert isinstance(second, Report)
    assert (second.text, second.ref) == ("Потяги через ліс не їздять.", "https://post.example/2")
    assert isinstance(third, Report)
    assert third.text == third.title == "Лише заголовок"
    assert isinstance(fourth, QuarantinedInput)
    assert fourth.reason == "Entry 4 of the feed has no text."


def test_an_atom_entry_gives_its_content_and_its_first_day() -> None:
    (report,) = read(ATOM.encode())
    assert isinstance(report, Report)
    assert (report.text, report.published, report.title) == (
        "Most zamknięto w czwartek.",
        "2025-09-11T10:00:00+00:00",
        "Most zamknięty",
    )


def test_a_feed_that_breaks_off_gives_what_it_has_and_says_so() -> None:
    data = RSS.format(encoding="utf-8").encode()
    *reports, damage = read(data[: data.index("Лише".encode())])
    assert [report.ref for report in reports[:2] if isinstance(report, Report)] == ["p-1", "https://post.example/2"]
    assert isinstance(damage, QuarantinedInput)
    assert "damaged" in damage.reason
    assert damage.content.startswith(b"<?xml")


@pytest.mark.parametrize(
    "data", [b"no feed at all", b"<html><body><p>A page</p></body></html>", b"<rss", b"<?xml version='1.0'?><books/>"]
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"in/f\.xml: It is not a readable RSS or Atom feed"):
        read(data)


def test_a_feed_with_nothing_new_gives_nothing() -> None:
    assert read(b'<rss version="2.0"><channel><title>Quiet</title></channel></rss>') == []


def test_entities_that_multiply_do_not_open() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
        + "]><rss version='2.0'><channel><item><title>&j;</title></item></channel></rss>"
    )
    try:
        assert all(len(item.text) < 1_000 for item in read(bomb.encode()) if isinstance(item, Report))
    except InputError as error:
        assert "feed" in error.reason


def test_a_feed_is_told_by_its_beginning() -> None:
    assert looks_like_feed(b"\xef\xbb\xbf<?xml version='1.0'?>\n<feed xmlns='x'>")
    assert not looks_like_feed(b"The <rss> element is old.")
