"""Articles are written by strangers: whatever they write, nothing acts in the reader's browser."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fake_view import FakeView

import builders
from vedette.model import Conflict, ConflictValue, Grade, LinkKind, Origin
from vedette.presentation.web.rendering import web_link
from vedette.presentation.web.security import SECURE_HEADERS
from vedette.settings import Tiles

ATTACKS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    "<style>*{background:url(//evil.example)}</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><button>",
    "{{ 65537 * 65539 }}{% for x in y %}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202e\u2066<b>turned</b>\x02\x03",
    "<a href=javascript:alert(1)>",
    "javascript:alert(1)",
)
BAD_LINKS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//evil.example", "http://",
    "https:evil", "http://[::1", "https://post.example/\u202egpj.exe", "https://post.example/a b", "",
    "mailto:a@b.example",
)
ALLOWED = frozenset({
    "html", "head", "meta", "title", "link", "body", "a", "header", "div", "img", "nav", "ul", "li", "form", "label",
    "input", "button", "main", "footer", "p", "h1", "h2", "h3", "span", "strong", "ol", "code", "section", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "bdi", "blockquote", "mark", "dl", "dt", "dd", "aside",
    "br", "select", "option", "optgroup",
    # Of the drawings that are made here.
    "figure", "figcaption", "svg", "g", "path", "line", "rect", "circle", "text", "tspan", "desc",
})


# The one script of a page; it is a file of ours, and nothing stands in it.
OUR_SCRIPT = ("script", {"type": "module", "src": "/static/islands/events.js"})


class Elements(HTMLParser):
    """Collects elements, attributes and addresses of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if (tag, dict(attrs)) == OUR_SCRIPT:
            return
        # Our drawings say what they are; one that does not is a stranger's.
        self.tags.add("svg of a stranger" if tag == "svg" and not {"role", "aria-hidden"} & dict(attrs).keys() else tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


def hostile_desk(attack: str, url: str | None = None) -> FakeView:
    """A desk with the attack in every field that a stranger can fill."""
    told = builders.report(
        f"{attack} closed {attack}", ref=attack, outlet=attack, title=attack, url=url or attack, author=attack,
        language=attack, published=attack, file=attack, first_seen=attack,
    )
    closing = builders.claim(
        told, words="closed", names=[attack], places=[builders.place(attack, countries=[attack])],
        actors=[builders.actor(attack, attack, span=(0, 3))], equipment=[builders.equipment(attack, attack)],
        quantities=[builders.quantity(3, attack, of=attack, scope=attack)],
        attribution=[builders.link(attack, cue=attack, party=attack)],
        period=builders.when("2025", text=attack, span=(1, 5)),
    )
    happening = replace(
        builders.event([closing]), grade=Grade(reasons=(attack,)),
        origins=(Origin(name=attack, kind=LinkKind.AGENCY, party=attack, claims=(closing.id,)),),
        conflicts=(Conflict(field=attack, values=(
            ConflictValue(value=attack, claims=(closing.id,), origins=(attack,)),)),),
    )
    series = builders.situation(attack, [happening], names=[attack])
    happening = replace(happening, situation=series.id)
    return FakeView(
        all_reports=(told,), all_claims=(closing,), all_events=(happening,), all_situations=(series,),
        all_quarantined=(builders.quarantined(attack, reason=attack),),
    )


def addresses_of(view: FakeView) -> list[str]:
    return [
        "/", "/events", "/sources", "/search?q=closed", f"/events/{view.all_events[0].id}",
        f"/reports/{view.all_reports[0].id}", f"/situations/{view.all_situations[0].id}",
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_every_field_stays_words(browse, attack):
    browser = browse(hostile_desk(attack))
    for address in addresses_of(browser.view):
        answer = browser.get(address)
        assert answer.status_code == 200
        found = Elements(answer.text)
        assert found.tags <= ALLOWED, f"{address}: {found.tags - ALLOWED}"
        assert not [name for name in found.attributes if name.startswith("on") or name in ("style", "srcdoc")]
        assert not [link for link in found.addresses if not link.startswith(("/", "#")) or link.startswith("//")]
        # A number that no key or mark of a page holds by chance.
        assert str(65537 * 65539) not in answer.text, "no text is run as a template"


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_in_the_address_stays_words(border, attack):
    for path in ("/search?q=", "/events?text=", "/events?actor=", "/events?since=", "/events?type=", "/events/"):
        answer = border.get(path + quoted(attack))
        assert answer.status_code in (200, 404, 422)
        assert Elements(answer.text).tags <= ALLOWED


def quoted(words: str) -> str:
    return quote(words, safe="")


@pytest.mark.parametrize("url", BAD_LINKS)
def test_an_address_that_is_no_web_page_is_never_a_link(browse, url):
    assert web_link(url) is None
    view = hostile_desk("plain words", url)
    answer = browse(view).get(f"/reports/{view.all_reports[0].id}").text
    assert not [link for link in Elements(answer).addresses if not link.startswith(("/", "#"))]


def test_a_link_to_the_outlet_says_nothing_of_the_reader(border):
    post = border.view.all_reports[0]
    answer = border.get(f"/reports/{post.id}").text
    assert 'href="https://post.example/a?x=1&amp;y=2" rel="noopener noreferrer nofollow external"' in answer


@pytest.mark.parametrize("address", [
    "/", "/events", "/events/e1", "/nowhere", "/events?since=abc", "/api/v1/events", "/api/v1/nowhere", "/healthz",
    "/static/vedette.css", "/static/vedette.svg",
])
def test_every_answer_carries_the_protecting_headers(border, address):
    headers = border.get(address).headers
    for name, value in SECURE_HEADERS.items():
        assert headers[name] == value


def policy_of(browser) -> dict[str, str]:
    policy = browser.get("/").headers["content-security-policy"]
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_the_policy_lets_in_what_comes_from_the_desk_and_nothing_that_stands_in_a_page(border):
    policy = policy_of(border)
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["img-src"] == "'self'"
    assert set(policy.values()) <= {"'none'", "'self'"}


def test_tiles_are_asked_for_only_where_the_desk_was_told_to_and_are_pictures_only(browse):
    tiles = Tiles(address="https://tiles.example:8443/{z}/{x}/{y}.png", credit="Tiles <b>Example</b>")
    browser = browse(FakeView(), tiles=tiles)
    policy = policy_of(browser)
    assert policy["img-src"] == policy["connect-src"] == "'self' https://tiles.example:8443"
    assert policy["script-src"] == policy["worker-src"] == policy["style-src"] == "'self'"
    assert set(policy) == set(policy_of(browse(FakeView())))


def test_marks_that_turn_the_reading_direction_are_taken_out_of_titles(border):
    assert "\u202e" not in border.get("/").text + border.get("/events/e1").text


@pytest.mark.parametrize("host", ["localhost", "localhost:9000", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST:8765"])
def test_a_desk_answers_under_the_names_of_this_machine(border, host):
    assert border.get("/events", host=host).status_code == 200


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:8765", "localhost.evil.example", "127.0.0.1.evil.example",
])
def test_a_page_that_points_its_own_name_here_reads_nothing(border, host):
    answer = border.get("/api/v1/events", host=host)
    assert answer.status_code == 421
    assert border.opened == 0
    assert answer.headers["x-content-type-options"] == "nosniff"
