"""Rules of an outlet for its own pages: where the library reads them wrongly, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vedette.model import FieldSource, KnownOutlet, LinkKind, PageRules, Report
from vedette.sources.draft import Origin
from vedette.sources.known_outlets import OutletIndex
from vedette.sources.pages import read_page

PARAGRAPHS = (
    "The ferry to the island of Oakholm will not sail before Monday, the harbour office said in a notice.",
    "A crane had torn off its ramp during the night, and a spare part has to come from the yard on the coast.",
)
# The day in words that no markup repeats, the article in boxes without paragraphs, a teaser that looks like one.
PAGE = """<html lang="en"><head><title>Oakholm Post - news, weather, tides</title></head><body><!-- tail -->
<div class="teaser"><p>Ten walks along the coast that you should not miss this autumn, with maps and the best inns.</p>
<p>Read on to learn where the herring is best and why the bakers of the island have to get up so early.</p></div>
<div class="kicker">Ferry stays in port</div><span class="stamp" title="x">Printed 12 September 2025, 10:40</span>
<div class="story"><div>{0}</div><script>track()</script><div>{1}</div><div class="ad">Buy boats now!</div>
<div class="story">Nested, and not to be told twice.</div></div></body></html>"""
RULES = PageRules(
    text="//div[@class='story']", title="//div[@class='kicker']", published="//span[@class='stamp']",
    drop=("//div[@class='ad']", "/html", "//@title"),
)


def read(rules: PageRules | None, *, url: str = "https://www.post.example/1", page: str = PAGE) -> Report:
    outlet = KnownOutlet(
        id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",), rules=rules
    )
    origin = Origin(source="a.html", ref="a", url=url, outlets=OutletIndex.of((outlet,)))
    return read_page(page.format(*PARAGRAPHS).encode(), origin)


def test_without_rules_the_library_misreads_this_page() -> None:
    report = read(None)
    assert report.title != "Ferry stays in port"
    assert report.text != "\n\n".join(PARAGRAPHS)


def test_rules_say_where_title_day_and_words_stand() -> None:
    report = read(RULES)
    assert (report.title, report.title_from) == ("Ferry stays in port", FieldSource.PAGE)
    assert (report.published, report.published_from) == ("2025-09-12", FieldSource.PAGE)
    assert report.text.split("\n\n") == [*PARAGRAPHS, "Nested, and not to be told twice."]


def test_rules_are_those_of_the_outlet_whose_page_it_is() -> None:
    elsewhere = read(RULES, url="https://other.example/1")
    assert (elsewhere.title, elsewhere.text) == (read(None).title, read(None).text)


def test_the_address_that_the_page_names_counts_where_it_comes_from_a_file() -> None:
    named = PAGE.replace("<head>", '<head><link rel="canonical" href="https://post.example/ferry">')
    assert read(RULES, url="", page=named).title == "Ferry stays in port"


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        (replace(RULES, title="//h9"), "title"),
        (replace(RULES, title="//div[@class='empty']"), "title"),
        (replace(RULES, published="//h9"), "published"),
        (replace(RULES, published="//div[@class='kicker']"), "published"),
        (replace(RULES, text="//h9", drop=()), "text"),
        (replace(RULES, text="//div[", drop=()), "text"),
        (replace(RULES, text="//comment() | //script/processing-instruction()", drop=()), "text"),
        (replace(RULES, title="//namespace::*", published="//comment()", drop=("//namespace::*",)), "title"),
        (replace(RULES, title="count(//p)"), "title"),
    ],
)
def test_a_rule_that_finds_nothing_leaves_the_field_to_the_library(rules: PageRules, field: str) -> None:
    assert getattr(read(rules), field) == getattr(read(None), field)


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("//time", "2025-09-12T08:30:00+03:00"),
        ("//time/@datetime", "2025-09-12T08:30:00+03:00"),
        ("//meta[@itemprop='when']", "2025-09-11"),
        ("//time/text()", "2025-09-10"),
    ],
)
def test_what_an_element_says_to_programs_comes_before_what_it_shows(published: str, moment: str) -> None:
    stamped = PAGE.replace(
        '<div class="kicker">',
        '<meta itemprop="when" content="2025-09-11"><time datetime="2025-09-12T08:30:00+03:00">10.09.2025</time>'
        '<div class="kicker">',
    )
    assert read(replace(RULES, published=published), page=stamped).published == moment


def test_words_that_are_selected_one_by_one_are_paragraphs() -> None:
    by_paragraph = replace(RULES, text="//div[@class='story']/div[not(@class)]/text()")
    assert read(by_paragraph).text.split("\n\n") == list(PARAGRAPHS)
