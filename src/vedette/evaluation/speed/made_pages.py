"""Web pages that hold given reports, with what stands around an article on an ordinary news site.

Invented outlets and words; always the same for the same report.
"""

from __future__ import annotations

import json
from html import escape
from itertools import islice

from vedette.model import Report

_SECTIONS = (
    "Home", "World", "Europe", "Politics", "Economy", "Markets", "Science", "Weather", "Sport", "Culture", "Travel",
    "Opinion", "Podcasts", "Video", "Letters", "Archive",
)
_TEASERS = (
    "Bakers say flour will cost more by spring", "Five walks for a grey afternoon", "The bridge that nobody wanted",
    "Why the trams are late again", "A museum opens its cellar", "Readers' pictures of the week",
)
_RELATED, _LINKS, _COMMENTS, _STATE = 24, 40, 6, 150


def made_page(report: Report) -> str:
    """Write a page with menus, banners, teasers, comments, scripts and styles around the text of a report.

    Example:
        >>> page = made_page(Report.of("The gate was shut.", ref="a", title="Gate shut", published="2025-09-12"))
        >>> page.count("<p>The gate was shut.</p>"), "Gate shut</h1>" in page, len(page) > 20_000
        (1, True, True)
    """
    return "\n".join([
        "<!DOCTYPE html>", f'<html lang="{report.language or "en"}">', _head(report), "<body>", _BANNER, _MENU,
        _article(report), _ASIDE, _DISCUSSION, _FOOTER, _SCRIPT, "</body>", "</html>", "",
    ])


def _head(report: Report) -> str:
    title, day = escape(report.title or "News"), report.published or "2025-09-01"
    address = f"https://lantern.example/{escape(report.ref)}"
    about = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": report.title, "datePublished": day,
        "publisher": {"@type": "Organization", "name": report.outlet},
    }
    return "\n".join([
        "<head>", '<meta charset="utf-8">', f"<title>{title} | {escape(report.outlet or 'News')}</title>",
        f'<link rel="canonical" href="{address}">', '<meta property="og:type" content="article">',
        f'<meta property="og:title" content="{title}">', f'<meta property="og:url" content="{address}">',
        f'<meta property="og:site_name" content="{escape(report.outlet or "News")}">',
        f'<meta property="article:published_time" content="{day}">',
        f'<script type="application/ld+json">{json.dumps(about).replace("<", "&lt;")}</script>', _STYLE, "</head>",
    ])


def _article(report: Report) -> str:
    paragraphs = "\n".join(f"<p>{escape(one)}</p>" for one in report.text.split("\n\n"))
    return (
        f'<main><article>\n<h1>{escape(report.title or "News")}</h1>\n'
        f'<div class="meta"><time datetime="{report.published or ""}">{report.published or ""}</time></div>\n'
        f'{_SHARING}\n<div class="story">\n{paragraphs}\n</div>\n</article></main>'
    )


def _links(words: tuple[str, ...], number: int) -> str:
    every = (f'<li><a href="/{turn}/{turn}.html">{words[turn % len(words)]}</a></li>' for turn in range(number))
    return "<ul>\n" + "\n".join(every) + "\n</ul>"


def _teasers(number: int) -> str:
    every = (
        f'<div class="card"><a href="/story/{turn}"><img src="/i/{turn}.jpg" alt="" loading="lazy">'
        f"<h3>{_TEASERS[turn % len(_TEASERS)]}</h3></a><span>{turn + 1} min</span></div>" for turn in range(number)
    )
    return "\n".join(every)


def _comments(number: int) -> str:
    every = (
        f'<li class="comment"><b>reader{turn}</b><p>{_TEASERS[turn % len(_TEASERS)]}, they say. I doubt it.</p>'
        "<button>Reply</button></li>" for turn in range(number)
    )
    return "\n".join(every)


_STYLE = "<style>" + "\n".join(
    f".c{number}{{margin:{number}px;color:#{number:03x};display:flex}}" for number in islice(range(1000), _STATE)
) + "</style>"
_BANNER = (
    '<div id="consent" class="cookie-banner" role="dialog"><p>We use cookies. Choose what you allow.</p>'
    "<button>Allow all</button><button>Only what is needed</button></div>"
)
_MENU = f"<header><nav class='menu'>{_links(_SECTIONS, _LINKS)}</nav></header>"
_SHARING = '<div class="share"><a href="/mail">Mail</a> <a href="/copy">Copy link</a> <a href="/print">Print</a></div>'
_ASIDE = f'<aside class="related"><h2>More stories</h2>\n{_teasers(_RELATED)}</aside>'
_DISCUSSION = f'<section id="comments" class="comments"><h2>Comments</h2><ol>{_comments(_COMMENTS)}</ol></section>'
_FOOTER = f"<footer>{_links(_SECTIONS, _LINKS)}<p>An invented newspaper.</p></footer>"
_SCRIPT = "<script>window.state = " + json.dumps(
    [{"id": number, "slug": f"story-{number}", "seen": False, "tags": list(_SECTIONS[:4])} for number in range(_STATE)]
) + ";</script>"
