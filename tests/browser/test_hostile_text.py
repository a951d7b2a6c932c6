"""What strangers write never runs: known attacks in every text of a report, on every page, in every form of export.

Each attack stands in the title, the body, the outlet, the author, the address and the name of one report, and in the
reason and the name of somebody who decided about it. A page that let one through would say so: it would set a value,
open a dialog, ask a server elsewhere or breach its own policy, and each of these is watched.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import httpx
import pytest
from playwright.sync_api import Page

from browser.attacks import ATTACKS
from browser.journeys import await_drawn
from browser.scenarios import assess
from browser.scenarios import hostile as hostile_scenarios
from browser.serving import ask
from vedette.desk import Desk
from vedette.knowledge import load_knowledge
from vedette.model import CorrectedField
from vedette.presentation.ruling import Signature, confirmed, corrected

ACTIVE = {
    "script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "svg", "math", "img", "input",
    "video",
}
# Of these our own pages have some; a script and a handler are looked at one by one.
OURS = {"meta", "link", "form", "svg", "img", "input", "script"}
ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster"}
WATCH = """
document.addEventListener("securitypolicyviolation", (event) =>
  told(`against the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
Object.defineProperty(window, "struck", { set: () => told("a script ran") });
"""
# Elements and attributes that no template of ours writes. Map and timeline set styles by script, which is no attack.
INSPECT = """() => {
  const strange = `script:not([src^="/static/"]), iframe, object, embed, base, meta[http-equiv], style, math, video,
    marquee, animate, use, foreignObject, input[autofocus], button[autofocus], form:not([action^="/"]),
    link[rel=stylesheet]:not([href^="/static/"]), img:not([src^="/static/"])`;
  const found = [...document.querySelectorAll(strange)].map((it) => it.outerHTML.slice(0, 150));
  for (const it of document.querySelectorAll("*")) {
    const drawn = it.closest("#islands") !== null;
    for (const { name } of it.attributes)
      if (name.startsWith("on") || name === "srcdoc" || (name === "style" && !drawn))
        found.push(`${name} in ${it.outerHTML.slice(0, 150)}`);
  }
  for (const link of document.links)
    if (!["http:", "https:"].includes(link.protocol)) found.push(link.outerHTML.slice(0, 150));
  return found;
}"""


def report_of(number: int, attack: str) -> dict[str, str]:
    address = attack if attack.partition(":")[0].isalpha() else f"https://outlet-{number}.example/{attack}"
    return {
        "id": f"{number} {attack}", "title": f"Border shut {attack}", "outlet": f"Herald {number} {attack}",
        "author": f"{attack} Example", "url": address, "published": "2025-09-12", "lang": "en",
        "text": f"{attack}\n\nPoland closed its border with Belarus on {1 + number % 28} August 2025, {attack} said. "
                f"{attack}\n\nLatvia closed its border with Belarus, too.\n\n"
                f"The government will hold the exercise \"{attack}\" in Poland in October 2025.",
    }


def decide_about(desk: Desk) -> None:
    """Let people with every attack for a name and a reason decide about the reports."""
    claims = [claim for report in desk.store.reports() for claim in desk.store.claims_of_report(report.id)]
    signed = [Signature(by=attack, at="2025-09-13T10:00:00Z", why=attack) for attack in ATTACKS]
    desk.decide([confirmed(claim, one) for claim, one in zip(claims[2:], signed, strict=False)])
    for field, written in (
        (CorrectedField.ACTOR, "<img src=x onerror=struck=1>"),
        (CorrectedField.PLACE, "<svg onload=struck=1> @ 52.10 23.70, BY"),
    ):
        desk.decide([corrected(
            desk.store, claims[0], field=field, written=written, knowledge=load_knowledge(), signed=signed[0]
        )])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, serve: Any) -> Iterator[Any]:
    """A desk on which all text is an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = folder / "reports.jsonl"
    reports = [report_of(number, attack) for number, attack in enumerate(ATTACKS)]
    lines.write_text("\n".join(json.dumps(report) for report in reports), encoding="utf-8")
    with Desk.open(str(folder / "desk.sqlite")) as desk:
        desk.add([str(lines)])
        decide_about(desk)
        assess(desk, *hostile_scenarios())
    with serve(folder / "desk.sqlite") as served:
        yield served


def listed(served: Any, noun: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    following = f"/api/v1/{noun}?limit=200"
    while following:
        part = ask(served.address + following).raise_for_status().json()
        found += part[noun]
        following = part["next"]
    return found


@pytest.fixture
def watched(page_of: Callable[..., Page], hostile: Any) -> tuple[Page, list[str]]:
    """A window, and what went wrong in it."""
    page, struck = page_of(faults=False), []
    watch(page, hostile.address, struck)
    return page, struck


def watch(page: Page, address: str, struck: list[str]) -> None:
    ours = (address, "data:", "blob:")
    page.expose_binding("told", lambda _, words: struck.append(words))
    page.add_init_script(WATCH)
    page.on("dialog", lambda dialog: (struck.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: struck.append(str(error)))
    # Only looked at, not held up: a browser whose requests are held up keeps nothing, and every page takes longer.
    page.on("request", lambda asked: struck.append(f"asked: {asked.url}") if not asked.url.startswith(ours) else None)


def look(page: Page, address: str) -> list[str]:
    """Open a page; give what stands in it that we did not write."""
    page.goto(address)
    return [f"{address}: {strange}" for strange in page.evaluate(INSPECT)]


def test_the_desk_holds_every_attack(hostile):
    reports = listed(hostile, "reports")
    assert len(reports) == len(ATTACKS)
    claims = listed(hostile, "claims")
    assert len({claim["report"]["id"] for claim in claims}) == len(ATTACKS), "each report is told of by an event"
    assert len(listed(hostile, "decisions")) > len(ATTACKS)


def test_no_attack_runs_on_any_page(watched, hostile):
    page, struck = watched
    paths = ["/", "/situations", "/sources", "/review", "/review?kind=pair", "/briefing", "/search?q=border"]
    events = sorted(listed(hostile, "events"), key=lambda event: -len(event["claims"]))
    paths += [f"/events/{one['id']}" for one in events[:10]]  # of all others below
    paths += [f"/reports/{one['id']}" for one in listed(hostile, "reports")]
    paths += [f"/claims/{one['id']}" for one in listed(hostile, "claims")[:6]]
    paths += ["/warnings", *(f"/warnings/{one['scenario']}" for one in listed(hostile, "warnings")[:6])]
    strange = [fault for path in paths for fault in look(page, hostile.address + path)]
    assert strange == []
    assert struck == []


def test_no_attack_runs_beside_map_and_timeline(watched, hostile):
    page, struck = watched
    faults = look(page, f"{hostile.address}/events?limit=500")
    await_drawn(page)
    page.locator("#map canvas").click()
    assert faults + page.evaluate(INSPECT) == []
    assert struck == []


@pytest.mark.parametrize(("noun", "key"), [
    ("events", "id"), ("situations", "id"), ("claims", "id"), ("warnings", "scenario"),
])
def test_no_page_of_the_desk_is_written_with_markup_of_strangers(hostile, noun, key):
    addresses = [f"{hostile.address}/{noun}/{one[key]}" for one in listed(hostile, noun)[:30]]
    pages = [ask(address).raise_for_status() for address in addresses]
    assert pages
    assert [page.url for page in pages if strangers_in(page.text, ours=OURS)] == []


# Each attack comes with two of five addresses, and each address with two fifths of all attacks.
@pytest.mark.parametrize(("turn", "path"), list(enumerate(
    ["/search?q={}", "/events?text={}", "/events?actor={}", "/reports/{}", "/?lang={}"]
)))
def test_no_attack_in_an_address_comes_back_as_more_than_text(hostile, turn, path):
    for attack in (each for number, each in enumerate(ATTACKS) if (number - turn) % 5 in (0, 2)):
        answer = ask(hostile.address + path.format(quote(attack, safe="")))
        assert answer.status_code < 500, attack
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
        assert not strangers_in(answer.text, ours=OURS), attack


class Parts(HTMLParser):
    """Notes what of a text would be more than text in a browser."""

    def __init__(self, ours: set[str]) -> None:
        super().__init__()
        self.ours = ours
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = [(name, "".join((value or "").split()).casefold()) for name, value in attrs]
        if tag in ACTIVE - self.ours or (tag == "script" and not dict(values).get("src", "").startswith("/static/")):
            self.found.append(tag)
        self.found += [name for name, _ in values if name.startswith("on")]
        addresses = [value for name, value in values if name in ADDRESSES]
        self.found += [value for value in addresses if value.startswith(("javascript:", "vbscript:", "data:"))]


def strangers_in(markup: str, *, ours: set[str] = frozenset()) -> list[str]:
    """Give the elements, handlers and addresses of a text that could do something."""
    parser = Parts(set(ours))
    parser.feed(markup)
    parser.close()
    return parser.found


def export(hostile: Any, suffix: str) -> httpx.Response:
    answer = ask(f"{hostile.address}/{suffix}").raise_for_status()
    assert answer.headers["x-content-type-options"] == "nosniff", "no browser takes it for a page"
    return answer


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "geojson", "kml", "ics", "stix.json", "timeline.json", "atom"])
def test_no_export_is_sent_as_a_page(hostile, suffix):
    answer = export(hostile, f"events.{suffix}")
    assert not answer.headers["content-type"].startswith(("text/html", "application/xhtml", "image/svg", "text/xml"))


def test_no_cell_of_a_csv_is_a_formula(hostile):
    cells = [cell for row in csv.reader(io.StringIO(export(hostile, "events.csv").text)) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def shown_as_html(each: ElementTree.Element) -> bool:
    """Whether who shows the file takes this text for HTML: a description in KML; in Atom what says so."""
    return each.tag.endswith(("kml/2.2}description", "kml/2.2}text")) or each.get("type") in ("html", "xhtml")


@pytest.mark.parametrize("file", ["events.kml", "events.atom", "warnings.atom"])
def test_markup_within_xml_is_text_also_where_it_is_shown_as_html(hostile, file):
    root = ElementTree.fromstring(export(hostile, file).text)
    spaces = {each.tag.partition("}")[0] for each in root.iter()}
    assert spaces <= {"{http://www.opengis.net/kml/2.2", "{http://www.w3.org/2005/Atom"}
    for each in root.iter():
        assert not (shown_as_html(each) and strangers_in(each.text or "")), each.text
        address = each.get("href") or (each.text or "" if each.tag.endswith(("}href", "}uri")) else "")
        assert not address.casefold().startswith(("javascript:", "data:", "vbscript:"))


def texts(value: Any) -> Iterator[str]:
    """Every text within a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def test_a_timeline_which_is_shown_as_html_holds_no_markup_of_strangers(hostile):
    slides = json.loads(export(hostile, "events.timeline.json").text)
    assert [text for text in texts(slides) if strangers_in(text)] == []


def test_lines_of_a_calendar_are_its_own(hostile):
    lines = export(hostile, "events.ics").text.split("\r\n")
    kinds = {line.partition(":")[2] for line in lines if line.startswith("BEGIN:")}
    assert kinds <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    assert "VEVENT" in kinds
    assert [line for line in lines if line.startswith(("X-Evil", "ACTION", "<"))] == []


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_briefing_that_is_taken_away_holds_no_markup_of_strangers(hostile, form):
    text = export(hostile, f"briefing.{form}?published_since=2025-09-01").text
    assert "Herald" in text
    if form == "md":  # where a backslash stands before a sign, it is that sign and no markup
        text = text.replace("\\<", "&lt;")
    assert not strangers_in(text, ours={"meta", "style", "svg"})


@pytest.mark.parametrize("noun", ["events", "reports", "claims", "situations", "outlets", "decisions", "search?q=a"])
def test_the_interface_answers_in_json_and_nothing_else(hostile, noun):
    answer = ask(f"{hostile.address}/api/v1/{noun}").raise_for_status()
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()


@pytest.mark.parametrize("policy", [{}, {"Content-Security-Policy": "script-src 'self'"}], ids=["none", "strict"])
@pytest.mark.parametrize("attack", [ATTACKS[0], "<img src=/static/x onerror=struck=1>", "<svg onload=struck=1>"])
def test_the_watch_would_notice_an_attack_that_got_through(watched, hostile, policy, attack):
    page, struck = watched
    headers = {"Content-Type": "text/html", **policy}
    body = f"<!doctype html><html><body>{attack}</body></html>"
    page.route("**/let-through", lambda route: route.fulfill(headers=headers, body=body))
    assert look(page, f"{hostile.address}/let-through")
    assert struck
