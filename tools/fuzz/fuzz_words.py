"""Words that libFuzzer puts into what it changes: no chance change of bytes comes upon the name of a tag."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vedette.sources import date_words

_MARKS = ("\ufeff", "\0", "\r\n", "\n\n", "\u2028", "\xa0", "\xad", "\u200b", "\ufffd", "🚢", "İ", "ß", "²", "٣")
_REFERENCES = ("&amp;", "&lt;", "&nbsp;", "&bogus;", "&#0;", "&#xD83D;", "&#xDE80;", "&#x110000;", "&#60;", "&", "&#")
_XML = (
    "<?xml version='1.0' encoding='", "?>", "<!DOCTYPE x [", "<!ENTITY a 'b'>", "&a;", "]>", "<![CDATA[", "]]>", "<!--",
    "-->", "<?x ?>", " xmlns='", " xmlns:x='", " xml:base='", " xml:lang='", "<x:", "</x:", "</", "/>", ">", "='", "'",
    '"',
)
_CHARSETS = ("utf-8", "utf-16", "windows-1251", "koi8-r", "idna", "utf-7", "hz", "unicode_escape", "base64")
_MOMENTS = (
    "2025-09-12", "T08:15:00", "Z", "+03:00", "-12:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00",
    "2025-W37-5", "20250912", "Fri, 12 Sep 2025 08:15:00 GMT", "12.09.2025", "12/09/2025", "24:00:00", "08:15:60",
    "29 Feb 2025",
)
_ADDRESSES = (
    "http://", "https://", "//", "://", "[::1]", "[fe80::1%25a]", "127.1", "0x7f.1", ":80", ":443", ":0", "user:pw@",
    "xn--", "%2e%2e", "%2F", "%zz", "%00", "/../", "/./", "?utm_source=a", "&fbclid=b", "#a", "javascript:", "mailto:",
    "data:,", "\\", "%",
)
_FEED = (
    "<rss version='2.0'>", "<rdf:RDF ", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<channel>", "<item>", "</item>",
    "<entry>", "</entry>", "<title>", "</title>", "<title type='html'>", "<title mode='base64'>", "<link>", "</link>",
    "<link rel='alternate' href='", "<guid>", "</guid>", "<pubDate>", "</pubDate>", "<dc:date>", "</dc:date>",
    "<published>", "<updated>", "<modified>", "<created>", "<issued>", "<description>", "<summary>",
    "<content:encoded>", "<content type='xhtml'>", "<content src='", "<author>", "<name>", "<email>", "<uri>",
    "<dc:creator>", "<source url='", "<source>", "<category>", "<language>", "<image>", "<url>", "<textinput>",
    "<cloud ", "<enclosure url='", "<media:content url='", "<media:thumbnail>", "<media:rating>", "<media:title>",
    "<georss:point>", "<georss:polygon>", "<georss:where>", "<gml:Point>", "<gml:pos>", "<gml:exterior>",
    "<itunes:image href='", "<itunes:keywords>", "<itunes:explicit>", "<itunes:duration>", "<psc:chapter start='",
    "<creativeCommons:license>", "<feedburner:origLink>", "<slash:", "<wfw:commentRss>", "<thr:in-reply-to ",
    "<contributor>", "<generator>", "<tagline>", "<copyright>", "<expirationDate>",
)
_SITEMAP = (
    "<urlset>", "<sitemapindex>", "<url>", "</url>", "<sitemap>", "<loc>", "</loc>", "<lastmod>", "</lastmod>",
    "<news:news>", "<news:title>", "<news:publication_date>", "<xhtml:link href='", "<image:loc>",
)
_LISTED_PAGE = (
    "tgme_widget_message", "tgme_widget_message_text", "tgme_widget_message_poll_question", "tgme_widget_message_reply",
    "tgme_widget_message_date", "tgme_widget_message_forwarded_from_name", "tgme_channel_info", "tgme_page",
    " data-post='post/1'", "<div class='", "<a href='", "<base href='", "<time datetime='", "<article>", "<header>",
    "<footer>", "<nav>", "three words or more",
)
_JSON = (
    "{", "}", "[", "]", ":", ",", '"', '\\"', "\\u0000", "\\ud83d", "\\ude80", "\\n", "null", "true", "NaN",
    "-Infinity", "1e999", "-0", "[[[[", '{"":', "99999999999999999999",
)
_POSTS = (*(f'"{key}":' for key in (
    "feed", "post", "uri", "record", "text", "createdAt", "indexedAt", "author", "displayName", "handle", "reason",
    "$type", "error", "message", "url", "visibility", "reblog", "account", "acct", "display_name", "content",
    "spoiler_text", "created_at", "edited_at",
)), "at://did:plc:a/app.bsky.feed.post/1", "app.bsky.feed.defs#reasonRepost", "unlisted", "public")
_PAGE = (
    "<html lang='", "<head>", "</head>", "<body>", "</body>", "</html>", "<frameset>", "<title>", "<meta charset='",
    "<meta name='", "<meta property='", "<meta itemprop='", " content='", "og:title", "og:site_name", "og:url",
    "og:locale", "article:published_time", "author", "date", "dc.date", "<link rel='canonical' href='https://post.example/a'>",
    "<script type='application/ld+json'>", "</script>", "<style>", "<article>", "</article>", "<main>", "<section>",
    "<div>", "</div>", "<p>", "</p>", "<h1>", "<h2>", "<br>", "<hr>", "<ul>", "<li>", "<ol>", "<dl>", "<dt>", "<dd>",
    "<table>", "<tr>", "<td>", "<th>", "<tbody>", "<blockquote>", "<pre>", "<code>", "<q>", "<a href='", "<img src='",
    "<figure>", "<figcaption>", "<picture>", "<video>", "<iframe>", "<svg>", "<math>", "<template>", "<noscript>",
    "<select>", "<option>", "<textarea>", "<form>", "<font>", "<center>", "<b>", "<i>", "<sub>", "<del>",
    "<time datetime='", "<abbr class='published' title='", " class='", " id='", " rel='author'",
    " itemprop='datePublished'", " hidden", " style='display:none'", "comments", "post-content", "entry-content",
    "article-body", "related", "footer", "sidebar", "byline", "<hi rend='#b'>", "<ref target='", "<lb/>", "<graphic ",
    "<cell>", "<row>", "<item>", "<list>", "<head rend='h1'>", "<quote>", "<ab>", "<o:p>", "<base href='",
    "The port was closed on Friday, the mayor said. ",
)
_LINKED = (*(f'"{key}":' for key in (
    "@context", "@graph", "@type", "headline", "datePublished", "author", "name", "givenName", "publisher",
    "articleSection",
)), '"https://schema.org"', '"NewsArticle"', '"Person"', '"BreadcrumbList"')
_WARC = (
    "WARC/1.0\r\n", "WARC/1.1\r\n", "WARC/0.18\r\n", "WARC-Type: response\r\n", "WARC-Type: resource\r\n",
    "WARC-Type: conversion\r\n", "WARC-Type: revisit\r\n", "WARC-Type: warcinfo\r\n", "WARC-Target-URI: ",
    "WARC-Date: ", "WARC-Record-ID: ", "WARC-Block-Digest: sha256:", "WARC-Payload-Digest: sha1:",
    "WARC-Segment-Number: 1\r\n", "WARC-Truncated: length\r\n", "WARC-Profile: ", "Vedette-Asked: ",
    "Vedette-Gone-To: ", "Vedette-Retry-After: ", "Content-Type: ", "application/http; msgtype=response",
    "application/warc-fields", "text/html", "text/plain", "; charset=", "Content-Length: ", "Content-Length: -1\r\n",
    "Content-Length: 99999999999\r\n", "\r\n\r\n", "\r\n ", "HTTP/1.1 200 OK\r\n", "HTTP/1.0 404 x\r\n", "HTTP/1.1 ",
    "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Content-Encoding: deflate\r\n",
    "Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "ffffffff\r\n", "-1\r\n", "filedesc://a.arc", "dns:a", "nan",
)
_LINE = tuple(f'"{key}":' for key in ("id", "url", "title", "outlet", "author", "published", "lang", "text"))
_DATELINE = ("VILNIUS, September 12 (BNS) - ", "MINSK. 12 верасня /АБВ/ ", "Source: ", "Background:", "# ", "\\n\\n")
_ROBOTS = (
    "User-agent: *\n", "User-agent: vedette\n", "User-agent:", "Disallow: /", "Allow: /", "Disallow:\n",
    "Crawl-delay: ", "Request-rate: ", "Visit-time: ", "Sitemap: ", "Host: ", "1/10s", "1/0", "0/1", "nan", "inf", "-1",
    "1e400", "0900-1200", "*", "$", "*$", "#", "%zz",
)
_DATES = (
    *date_words.RANGE_WORDS, *date_words.END_WORDS, *date_words.CLOSE_END_WORDS, *date_words.END_WORDS_AFTER,
    *date_words.PLAN_STEMS, *date_words.SPEECH_STEMS, *date_words.START_WORDS,
    *(f"{label}:" for label in date_words.BACKGROUND_LABELS), *(stem for stems in (*date_words.MONTH_STEMS,
    *date_words.MONTH_WORDS) for stem in stems), " 2025", " 12 ", "12.", "12th", "rugsėjo 12 d.", " gada ", " m. ",
    " d.", "2025. aasta ", "\u2013", "GMT", "+2400", "-0000", " UTC",
)

WORDS: Mapping[str, Sequence[str]] = MappingProxyType({
    "listings": (
        *_MARKS, *_REFERENCES, *_XML, *_CHARSETS, *_MOMENTS, *_ADDRESSES, *_FEED, *_SITEMAP, *_LISTED_PAGE, *_JSON,
        *_POSTS,
    ),
    "pages": (*_MARKS, *_REFERENCES, *_XML, *_CHARSETS, *_MOMENTS, *_PAGE, *_JSON, *_LINKED),
    "archives": (*_MARKS, *_CHARSETS, *_MOMENTS, *_WARC),
    "lines": (*_MARKS, *_JSON, *_LINE, *_MOMENTS, *_DATELINE),
    "dates": (*_MARKS, *_MOMENTS, *_DATES),
    "addresses": (*_MARKS, *_ADDRESSES, *_ROBOTS),
})


def dictionary(words: Sequence[str]) -> str:
    r"""Write words in the form in which libFuzzer takes them.

    Example:
        >>> dictionary(["a", "b\n"])
        '"\\x61"\n"\\x62\\x0a"\n'
    """
    # It takes no word of more than 64 bytes, and nothing beyond ASCII but as numbers.
    known = {word.encode()[:64] for word in words}
    return "".join(f'"{_numbered(word)}"\n' for word in sorted(known))


def _numbered(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
