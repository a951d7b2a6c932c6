"""A live check asks the sites of an outlet, politely, and says what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from vedette.errors import InputError
from vedette.model import Feed, FeedKind, KnownOutlet, LinkKind
from vedette.sources.checking import Remark, check_live
from vedette.sources.web import Fault, FetchedPage, Unfetched, Validators

SITE = "https://post.example"
ARTICLE = """<html lang="en"><head><title>Mill to grind again</title>{day}</head><body><article>
<p>The mill at Ashford will grind rye again from Monday on, its owners said after a year of repairs.</p>
<p>A storm had torn off two of its four sails, and the oak for new ones had to dry for a summer.</p>
</article></body></html>"""
DAY = '<meta property="article:published_time" content="2025-09-12T08:30:00+03:00">'
RSS = """<rss version="2.0"><channel><title>Post</title>
<item><title>Mill</title><link>{0}</link><pubDate>Fri, 12 Sep 2025 05:30:00 GMT</pubDate></item>
<item><title>Ferry</title><link>{0}2</link><pubDate>Thu, 11 Sep 2025 05:30:00 GMT</pubDate></item></channel></rss>"""
POST = KnownOutlet(
    id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",),
    feeds=(Feed(address=f"{SITE}/rss"),),
)
GOOD: Mapping[str, str] = {"/rss": RSS.format(f"{SITE}/mill"), "/mill": ARTICLE.format(day=DAY)}


@dataclass
class Web:
    """Answers with what it was given; 404 for the rest."""

    pages: Mapping[str, str]
    gone_to: str | None = None
    asked: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        path = url.removeprefix(SITE)
        self.asked.append(path)
        body = self.pages.get(path)
        return FetchedPage(
            url=url, status=404 if body is None else 200, content_type="", body=(body or "").encode(),
            gone_to=self.gone_to if path == "/rss" else None,
        )


@dataclass
class Silent(Web):
    """Gives no answer, and says why."""

    why: Unfetched = field(kw_only=True)

    def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
        super().get(url)
        raise self.why


def checked(web: Web, outlet: KnownOutlet = POST) -> list[Remark]:
    return list(check_live(outlet, fetch=web, wait=web.waits.append))


def test_a_feed_that_is_there_is_told_with_one_article() -> None:
    web = Web(GOOD)
    feed, article = checked(web)
    assert (feed.is_fine, feed.about, feed.words) == (True, f"{SITE}/rss", "It lists 2, the newest of 2025-09-12.")
    assert (article.is_fine, article.about) == (True, f"{SITE}/mill")
    assert article.words == "'Mill to grind again', 2025-09-12T08:30:00+03:00, in 'en', 41 words."
    assert web.asked == ["/robots.txt", "/rss", "/mill"]


def test_a_site_is_left_alone_between_requests() -> None:
    web = Web(GOOD | {"/robots.txt": "User-agent: *\nCrawl-delay: 7"})
    checked(web)
    assert web.waits == [7.0, 7.0]
    usual = Web(GOOD)
    checked(usual)
    assert usual.waits == [5.0, 5.0]


@pytest.mark.parametrize(
    ("pages", "asked", "wanted"),
    [
        ({}, 2, "The server answered 404"),
        ({"/rss": "<html><body>Not here</body></html>"}, 2, "feed"),
        ({"/rss": "<rss version='2.0'><channel></channel></rss>"}, 2, "It lists nothing"),
        (GOOD | {"/robots.txt": "User-agent: *\nDisallow: /"}, 1, "robots.txt does not allow it"),
        (GOOD | {"/robots.txt": "User-agent: *\nCrawl-delay: 600"}, 1, "600 seconds between requests"),
        ({"/rss": RSS.format("https://other.example/mill")}, 2, "under a domain of the outlet, but at other.example"),
        ({"/rss": GOOD["/rss"]}, 3, "The server answered 404"),
        (GOOD | {"/mill": ARTICLE.format(day="")}, 3, "No day was found"),
        (GOOD | {"/mill": "<html><body></body></html>"}, 3, "no article text"),
    ],
)
def test_what_is_wrong_is_said(pages: Mapping[str, str], asked: int, wanted: str) -> None:
    web = Web(pages)
    wrong = [remark for remark in checked(web) if not remark.is_fine]
    assert len(wrong) == 1
    assert wanted in wrong[0].words
    assert len(web.asked) == asked


def test_a_feed_that_moved_for_good_is_named_with_its_new_address() -> None:
    remarks = checked(Web(GOOD, gone_to="https://post.example/feed"))
    assert [remark.is_fine for remark in remarks] == [False, True, True]
    assert "Write the new address: https://post.example/feed" in remarks[0].words


def test_one_feed_that_fails_does_not_hide_the_next() -> None:
    outlet = KnownOutlet(
        id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",),
        feeds=(Feed(address=f"{SITE}/gone"), *POST.feeds),
    )
    assert [remark.is_fine for remark in checked(Web(GOOD), outlet)] == [False, True, True]


def test_an_index_of_sitemaps_is_followed_to_an_article_and_no_deeper() -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = f"<sitemapindex {space}><sitemap><loc>{{0}}</loc></sitemap></sitemapindex>"
    urls = f"<urlset {space}><url><loc>{{0}}/mill</loc></url></urlset>"
    outlet = KnownOutlet(
        id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",),
        feeds=(Feed(address=f"{SITE}/index.xml", kind=FeedKind.SITEMAP),),
    )
    pages = {"/index.xml": index.format(f"{SITE}/1.xml"), "/1.xml": urls.format(SITE), "/mill": GOOD["/mill"]}
    told = [remark.about for remark in checked(Web(pages), outlet)]
    assert told == [f"{SITE}/{place}" for place in ("index.xml", "1.xml", "mill")]
    endless = Web({"/index.xml": index.format(f"{SITE}/1.xml"), "/1.xml": index.format(f"{SITE}/index.xml")})
    assert all(remark.is_fine for remark in checked(endless, outlet))
    assert endless.asked == ["/robots.txt", "/index.xml", "/1.xml"]


def test_posts_that_carry_their_text_need_no_page() -> None:
    post = '[{"url": "https://social.example/@post/1", "created_at": "2025-09-12T05:30:00Z", "content": "Shut."}]'
    outlet = KnownOutlet(
        id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",),
        feeds=(Feed(address=f"{SITE}/api", kind=FeedKind.MASTODON),),
    )
    web = Web({"/api": post})
    assert [remark.words for remark in checked(web, outlet)] == ["It lists 1, the newest of 2025-09-12."]
    assert web.asked == ["/robots.txt", "/api"]


def test_a_site_that_does_not_answer_is_told_so_and_asked_for_nothing_else() -> None:
    web = Silent({}, why=Unfetched(Fault.DNS, "Nobody knows this name.", source=SITE))
    assert [remark.words for remark in checked(web)] == [
        "robots.txt could not be had, so nothing is asked there. Nobody knows this name. "
        "Check the address and the network, or try again later."
    ]
    assert web.asked == ["/robots.txt"]


def test_a_site_in_a_private_network_is_told_with_the_option_that_allows_it() -> None:
    [remark] = checked(Silent({}, why=Unfetched(Fault.PRIVATE, "It lies inside a private network.", source=SITE)))
    assert "It lies inside a private network. Allow the host with --allow-private" in remark.words


def test_a_site_that_cannot_say_its_rules_is_told_with_what_it_answered() -> None:
    class Busy(Web):
        def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
            return replace(super().get(url), status=503)

    assert "It answered 503." in checked(Busy({}))[0].words


def test_an_outlet_without_feeds_is_told_so() -> None:
    bare = KnownOutlet(id="post", name="Example Post", kind=LinkKind.OUTLET)
    assert [(remark.is_fine, "no feed" in remark.words) for remark in checked(Web({}), bare)] == [(False, True)]


def test_no_failure_of_the_web_is_raised() -> None:
    class Broken(Web):
        def get(self, url: str, *, known: Validators | None = None, limit: int | None = None) -> FetchedPage:
            if not url.endswith("robots.txt"):
                raise InputError("Nobody knows this name.", source=url, advice="Check it.")
            return super().get(url)

    assert [remark.words for remark in checked(Broken({}))] == ["Nobody knows this name. Check it."]
