"""News pages made for the tests: an invented item in the language of an outlet, in the shape of a real site.

Nothing here is left to chance: which outlet has which shape and charset follows from where it stands in the list.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from vedette.model import KnownOutlet

MOMENT = "2025-09-12T10:40:00+03:00"
DAY = MOMENT[:10]
# How sites of a language were written before UTF-8; the quotation marks and dashes of a story have to exist in it.
OLD_CHARSETS: Mapping[str, tuple[str, ...]] = {
    "en": ("iso-8859-1", "windows-1252"), "de": ("windows-1252", "utf-16"), "fi": ("windows-1252", "utf-8"),
    "uk": ("windows-1251", "koi8-u"), "ru": ("windows-1251", "koi8-r"), "be": ("windows-1251", "utf-8"),
    "pl": ("windows-1250", "utf-8"), "lt": ("windows-1257", "iso-8859-13"), "lv": ("iso-8859-13", "windows-1257"),
    "et": ("iso-8859-13", "windows-1257"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Story:
    """An invented news item, and what stands around it on a site of its language."""

    title: str
    author: str
    day: str
    paragraphs: Sequence[str]
    menu: Sequence[str]
    related: Sequence[str]
    caption: str
    read_also: str
    cookies: str
    comment: str
    advert: str
    footer: str


@dataclass(frozen=True, kw_only=True)
class Site:
    """Whose page it is to be."""

    name: str
    language: str
    domain: str

    @property
    def address(self) -> str:
        return f"https://www.{self.domain}/2025/09/12/4711"


@dataclass(frozen=True, kw_only=True)
class MadePage:
    """The bytes of a page, and what has to be read from it (the keys of an expected file)."""

    body: bytes
    expected: Mapping[str, str | int]

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write ``page.html`` and ``expected.toml`` as somebody would who records a page."""
        page, expected = folder / "page.html", folder / "expected.toml"
        page.write_bytes(self.body)
        lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.expected.items())
        expected.write_text("".join(lines), encoding="utf-8")
        return page, expected


Shape = Callable[[Story, Site], str]


def stories() -> dict[str, Story]:
    """Read the item of each language."""
    written = tomllib.loads((Path(__file__).parent / "stories.toml").read_text("utf-8"))
    return {language: Story(**story) for language, story in written.items()}


def page_of(outlet: KnownOutlet, place: int, told: Mapping[str, Story]) -> MadePage:
    """Make the page of an outlet; its place in the list settles shape and charset."""
    names = list(SHAPES)
    shape = names[place % len(names)]
    language = outlet.language or ""
    olds = OLD_CHARSETS[language]
    charset = olds[place // len(names) % len(olds)] if shape in OLD_SHAPES else "utf-8"
    site = Site(name=outlet.name, language=language, domain=outlet.domains[0])
    return make_page(told[language], site, shape=shape, charset=charset)


def make_page(story: Story, site: Site, *, shape: str, charset: str) -> MadePage:
    """Make a page of a shape, in a charset that it names."""
    html = SHAPES[shape](story, site).replace("{charset}", charset)
    # The library keeps a headline or a day that stands in the box of the article itself.
    kept = [story.title] * (shape in TITLE_IN_THE_BOX) + [story.day] * (shape in DAY_IN_THE_BOX)
    paragraphs = (*kept, *story.paragraphs)
    return MadePage(
        body=html.encode(charset, "xmlcharrefreplace"),
        expected={
            "title": story.title, "outlet": site.name, "language": site.language,
            "published": DAY if shape in OLD_SHAPES else MOMENT,
            "author": "" if shape in OLD_SHAPES else story.author,
            "begins": paragraphs[0][:60], "ends": paragraphs[-1][-60:], "paragraphs": len(paragraphs),
        },
    )


def weblog(story: Story, site: Site) -> str:
    """The commonest publishing system: JSON-LD as a graph, an article with sharing, related posts and comments."""
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": site.name, "url": f"https://{site.domain}/"},
        {"@type": "Person", "name": story.author},
        _article_data(story, site),
    ]}  # fmt: skip
    return f"""<!DOCTYPE html><html lang="{site.language}"><head><meta charset="{{charset}}">
<title>{escape(story.title)} - {escape(site.name)}</title>{_open_graph(story, site)}
<script type="application/ld+json" class="schema-graph">{_json(graph)}</script>
<style>.entry-content p {{ margin: 0 }}</style></head><body class="single single-post">
{_cookies(story)}<header id="masthead"><a href="/" rel="home">{escape(site.name)}</a>{_menu(story)}</header>
<main id="main"><article id="post-4711" class="post type-post"><header class="entry-header">
<h1 class="entry-title">{escape(story.title)}</h1></header>
<div class="sharedaddy"><ul><li><a href="/share/a">Facebook</a></li><li><a href="/share/b">X</a></li></ul></div>
<div class="entry-content">{_paragraphs(story)}</div>
<footer class="entry-footer"><a rel="tag" href="/tag/a">{escape(story.menu[1])}</a></footer></article>
{_related(story)}{_comments(story)}</main><footer id="colophon"><p>{escape(story.footer)}</p></footer></body></html>"""


def portal(story: Story, site: Site) -> str:
    """A content system of large portals: fields, meta tags of Dublin Core, a date in a time element."""
    return f"""<!DOCTYPE html><html lang="{site.language}" dir="ltr"><head><meta charset="{{charset}}">
<meta name="dcterms.date" content="{MOMENT}"><meta name="author" content="{escape(story.author)}">
<meta property="og:title" content="{escape(story.title)}"><link rel="canonical" href="{site.address}">
<title>{escape(story.title)} | {escape(site.name)}</title></head><body class="path-node page-node-type-article">
<nav role="navigation" class="menu--main">{_menu(story)}</nav><div class="region-content"><article role="article">
<h1>{escape(story.title)}</h1><time datetime="{MOMENT}">{escape(story.day)}</time>
<div class="field field--name-body field--type-text-with-summary">{_paragraphs(story)}</div></article></div>
<aside class="region-sidebar">{_related(story)}</aside><div class="eu-cookie-compliance-banner">{_cookies(story)}</div>
<footer><p>{escape(story.footer)}</p></footer></body></html>"""


def microdata(story: Story, site: Site) -> str:
    """Facts as attributes of what is shown, an advertisement between the paragraphs."""
    first, *rest = story.paragraphs
    return f"""<!DOCTYPE html><html lang="{site.language}"><head><meta charset="{{charset}}">
<title>{escape(story.title)}</title><meta property="og:url" content="{site.address}">
<meta property="og:title" content="{escape(story.title)}"><meta name="author" content="{escape(story.author)}">
</head><body>{_menu(story)}<div itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">{escape(story.title)}</h1><meta itemprop="datePublished" content="{MOMENT}">
<div itemprop="articleBody" class="article-body"><p>{escape(first)}</p>
<div class="ad advertisement banner"><span>{escape(story.advert)}</span></div>
{"".join(f"<p>{escape(one)}</p>" for one in rest)}</div></div>
<div class="sidebar related">{_related(story)}</div>{_comments(story)}{_cookies(story)}
<footer class="footer">{escape(story.footer)}</footer></body></html>"""


def single_page(story: Story, site: Site) -> str:
    """What frameworks of JavaScript send: names of classes that say nothing, the whole item once more as data."""
    state = {"props": {"pageProps": {"article": {"title": story.title, "body": list(story.paragraphs)}}}}
    paragraphs = "".join(f'<p class="css-1x9{number}">{escape(one)}</p>' for number, one in enumerate(story.paragraphs))
    return f"""<!DOCTYPE html><html lang="{site.language}"><head><meta charSet="{{charset}}"/>
<title>{escape(story.title)}</title>{_open_graph(story, site)}
<script type="application/ld+json">{_json(_article_data(story, site))}</script></head><body><div id="__next">
<div class="css-a1"><div class="css-b2">{_menu(story)}</div><main class="css-c3"><article class="css-d4">
<div class="css-e5"><h1 class="css-f6">{escape(story.title)}</h1></div><section class="css-g7">{paragraphs}</section>
</article></main><div class="css-h8">{_related(story)}</div><div class="css-i9">{_cookies(story)}</div></div></div>
<script id="__NEXT_DATA__" type="application/json">{_json(state)}</script></body></html>"""


def broadcaster(story: Story, site: Site) -> str:
    """A picture with its caption, a player, and boxes with other items in the midst of the text."""
    first, second, *rest = story.paragraphs
    return f"""<!doctype html><html lang="{site.language}"><head><meta charset="{{charset}}">
<title>{escape(story.title)} | {escape(site.name)}</title>{_open_graph(story, site)}
<script type="application/ld+json">[{_json(_article_data(story, site))}]</script></head><body>
<div class="top-bar">{_menu(story)}</div><div class="content"><article class="article">
<h1 class="article__title">{escape(story.title)}</h1>
<figure class="article__image"><img src="/a.jpg" alt=""><figcaption>{escape(story.caption)}</figcaption></figure>
<div class="article__player"><button type="button">0:00</button><script>player("4711")</script></div>
<div class="article__text"><p>{escape(first)}</p><p>{escape(second)}</p>
<aside class="related-inline"><a href="/4710">{escape(story.read_also)}</a></aside>
{"".join(f"<p>{escape(one)}</p>" for one in rest)}</div></article></div>
<section class="recommended">{_related(story)}</section><div class="cookie-consent">{_cookies(story)}</div>
<footer><p>{escape(story.footer)}</p></footer></body></html>"""


def telephone(story: Story, site: Site) -> str:
    """A page for telephones, in the stricter form that a search engine asked for."""
    return f"""<!doctype html><html amp lang="{site.language}"><head><meta charset="{{charset}}">
<link rel="canonical" href="{site.address}"><title>{escape(story.title)}</title>
<meta name="author" content="{escape(story.author)}"><meta property="og:title" content="{escape(story.title)}">
<script type="application/ld+json">{_json(_article_data(story, site))}</script>
<style amp-boilerplate>body{{animation:none}}</style></head><body>
<amp-sidebar id="menu" layout="nodisplay">{_menu(story)}</amp-sidebar><article class="amp-wp-article">
<h1 class="amp-wp-title">{escape(story.title)}</h1><amp-img src="/a.jpg" width="600" height="300"></amp-img>
<div class="amp-wp-article-content">{_paragraphs(story)}</div><amp-ad width="300" height="250"></amp-ad></article>
<amp-consent layout="nodisplay">{_cookies(story)}</amp-consent>
<footer><p>{escape(story.footer)}</p></footer></body></html>"""


def table_layout(story: Story, site: Site) -> str:
    """A page of twenty years ago: laid out in tables, nothing said to programs but the charset."""
    rows = "".join(f'<tr><td><a href="/{n}">{escape(one)}</a></td></tr>' for n, one in enumerate(story.menu))
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={{charset}}">
<TITLE>{escape(story.title)}</TITLE><LINK REL="canonical" HREF="{site.address}"></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH="100%"><TR><TD WIDTH="160" VALIGN="top"><TABLE>{rows}</TABLE></TD><TD VALIGN="top">
<H1>{escape(story.title)}</H1><P><SMALL>{escape(story.day)}</SMALL></P>{_paragraphs(story)}</TD>
<TD WIDTH="120"><A HREF="/ad"><IMG SRC="/banner.gif" ALT="{escape(story.advert)}"></A></TD></TR></TABLE>
<HR><CENTER><SMALL>{escape(story.footer)}</SMALL></CENTER></BODY></HTML>"""


def plain_div(story: Story, site: Site) -> str:
    """A small paper's own system: one box, the charset in the head, the day only for people to see."""
    return f"""<html><head><meta charset="{{charset}}"><title>{escape(story.title)}</title>
<link rel="canonical" href="{site.address}"></head><body><div id="top">{_menu(story)}</div>
<div id="news"><h1>{escape(story.title)}</h1><div class="date">{escape(story.day)}</div>
<div class="text">{_paragraphs(story)}</div></div><div id="right">{_related(story)}</div>
<div id="bottom">{escape(story.footer)}</div></body></html>"""


SHAPES: Mapping[str, Shape] = {
    "weblog": weblog, "portal": portal, "table layout": table_layout, "microdata": microdata,
    "single page": single_page, "broadcaster": broadcaster, "plain div": plain_div, "telephone": telephone,
}  # fmt: skip
OLD_SHAPES = frozenset(("table layout", "plain div"))
TITLE_IN_THE_BOX = frozenset(("portal", "single page", "broadcaster"))
DAY_IN_THE_BOX = frozenset(("table layout",))


def _article_data(story: Story, site: Site) -> dict[str, object]:
    return {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title, "url": site.address,
        "datePublished": MOMENT, "dateModified": "2025-09-13T08:00:00+03:00",
        "author": [{"@type": "Person", "name": story.author}],
        "publisher": {"@type": "Organization", "name": site.name},
    }  # fmt: skip


def _open_graph(story: Story, site: Site) -> str:
    facts = {
        "og:type": "article", "og:title": story.title, "og:site_name": site.name, "og:url": site.address,
        "og:locale": site.language, "article:published_time": MOMENT,
    }  # fmt: skip
    tags = "".join(f'<meta property="{key}" content="{escape(value)}">' for key, value in facts.items())
    return f'{tags}<meta name="author" content="{escape(story.author)}">'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")


def _paragraphs(story: Story) -> str:
    return "\n".join(f"<p>{escape(one)}</p>" for one in story.paragraphs)


def _menu(story: Story) -> str:
    items = "".join(f'<li><a href="/{number}">{escape(one)}</a></li>' for number, one in enumerate(story.menu))
    return f'<nav class="menu"><ul>{items}</ul></nav>'


def _related(story: Story) -> str:
    items = "".join(f'<li><a href="/r/{number}">{escape(one)}</a></li>' for number, one in enumerate(story.related))
    return f'<div class="related-posts"><h3>{escape(story.read_also.partition(":")[0])}</h3><ul>{items}</ul></div>'


def _comments(story: Story) -> str:
    return (
        f'<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment">'
        f'<div class="comment-content"><p>{escape(story.comment)}</p></div></li></ol>'
        f'<form id="commentform"><textarea></textarea><button>OK</button></form></div>'
    )


def _cookies(story: Story) -> str:
    words = f'<p>{escape(story.cookies)}</p><a href="#">OK</a>'
    return f'<div id="cookie-notice" class="cookie-banner" role="dialog">{words}</div>'
