"""The sample reports hold what their README and their two tables say of them."""

from __future__ import annotations

import json
import re
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cache
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from vedette.knowledge.packs import SHIPPED, read_packs
from vedette.model import EventType, Factuality, Stage
from vedette.samples import sample_files

KEYS = ["id", "url", "title", "outlet", "published", "lang", "text"]
LANGUAGES = {"en": 39, "uk": 3, "ru": 3, "pl": 2, "be": 2, "lt": 1, "lv": 1, "et": 1, "de": 1, "fi": 1}
FIRST_DAY, LAST_DAY = "2025-07-01", "2025-11-30"
ATOM = "{http://www.w3.org/2005/Atom}"
# Names of vocabularies that a page or a feed has to give; nothing is fetched from them.
VOCABULARIES = {"schema.org", "www.w3.org"}
REAL_OUTLETS = {
    "the baltic times", "baltic news network", "the northern echo", "the warsaw voice", "notes from poland", "euractiv",
    "the moscow times", "meduza", "rzeczpospolita", "gazeta wyborcza", "gazeta kresowa", "kurier lubelski", "delfi",
    "kyiv independent", "the kyiv post", "ukrainska pravda", "європейська правда", "українська правда", "наша ніва",
    "нёман", "зеркало", "коммерсантъ", "новая газета", "postimees", "õhtuleht", "diena", "latvijas avīze", "lrytas",
    "helsingin sanomat", "ilta-sanomat", "ostsee-zeitung", "der nordschleswiger", "the guardian", "the economist",
    "lloyd's list", "railfreight.com", "flight international", "the plain dealer", "the courier", "the tribune",
}


@dataclass(frozen=True)
class Sample:
    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None


class _Page(HTMLParser):
    """Takes what a page says of itself, and the paragraphs of its article."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.lang: str | None = None
        self.article: list[str] = []
        self.around: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._open.append(tag)
        if tag == "html":
            self.lang = given.get("lang")
        if tag == "meta":
            self.meta[given.get("property") or given.get("name") or "charset"] = given.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "article" in self._open and "p" in self._open:
            self.article.append(data)
        elif "body" in self._open:
            self.around.append(data)


def _page(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    return page


def _files(suffix: str) -> list[Path]:
    return [file for file in sample_files() if file.suffix == suffix]


def _lines() -> list[dict[str, str]]:
    (file,) = _files(".jsonl")
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _entries() -> Iterator[Sample]:
    for file in _files(".atom"):
        feed = ET.parse(file).getroot()
        lang = feed.get("{http://www.w3.org/XML/1998/namespace}lang")
        for entry in feed.iter(f"{ATOM}entry"):
            given = {key: entry.findtext(f"{ATOM}{key}") or "" for key in ("id", "content", "published")}
            text = re.sub(r"<[^>]+>", "", given["content"])
            yield Sample(given["id"], text, feed.findtext(f"{ATOM}title"), given["published"], lang)


@cache
def samples() -> tuple[Sample, ...]:
    found = [Sample(line["id"], line["text"], line["outlet"], line["published"], line["lang"]) for line in _lines()]
    found += [Sample(file.stem, file.read_text(encoding="utf-8")) for file in _files(".txt")]
    for file in _files(".html"):
        page = _page(file)
        published = page.meta["article:published_time"]
        found.append(Sample(file.stem, "\n\n".join(page.article), page.meta["og:site_name"], published, page.lang))
    return (*found, *_entries())


@cache
def detector() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier


def detected(sample: Sample) -> str:
    return str(detector().classify(sample.text)[0])


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((sample_files()[0].parent / name).read_text(encoding="utf-8"))


def by_id(id: str) -> Sample:
    return next(sample for sample in samples() if sample.id == id)


def likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def expected_events() -> list[tuple[str, dict[str, Any]]]:
    return [(report["id"], event) for report in table("expected.toml")["report"] for event in report["event"]]


def relation_sides() -> list[dict[str, Any]]:
    relations = table("relations.toml")
    return [*relations["copies"], *relations["relays"], *relations["event"]]


# -- the files -------------------------------------------------------------------------------------------------------


def test_all_ways_in_are_shown() -> None:
    assert Counter(file.suffix for file in sample_files()) == {".jsonl": 1, ".txt": 3, ".html": 3, ".atom": 1}
    assert len(list(_entries())) == 3


def test_files_come_in_the_order_of_their_names_without_tables_or_readme() -> None:
    names = [file.name for file in sample_files()]
    assert names == sorted(names)
    assert not {"README.md", "expected.toml", "relations.toml"} & set(names)


def test_every_line_has_all_keys_filled_in() -> None:
    first, *rest = _lines()
    assert "not journalism" in first["note"]
    assert [key for key in first if key != "note"] == KEYS
    for line in rest:
        assert list(line) == KEYS
        assert all(line.values()), line["id"]


def test_ids_are_unique() -> None:
    assert [key for key, count in Counter(sample.id for sample in samples()).items() if count > 1] == []


def test_titles_do_not_repeat_in_different_reports() -> None:
    titles = [line["title"] for line in _lines()]
    assert len(set(titles)) == len(titles)


def test_pages_have_something_around_the_article_that_is_no_report() -> None:
    for file in _files(".html"):
        around = " ".join(_page(file).around).casefold()
        assert "comments" in around or "komentarai" in around
        assert len(_page(file).article) >= 5


def test_pages_say_the_same_in_meta_tags_and_in_json_ld() -> None:
    for file in _files(".html"):
        source = file.read_text(encoding="utf-8")
        script = re.search(r'<script type="application/ld\+json">(.+?)</script>', source, re.S)
        assert script is not None
        told, meta = json.loads(script[1]), _page(file).meta
        assert told["headline"] == meta["og:title"]
        assert told["datePublished"] == meta["article:published_time"]
        assert told["publisher"]["name"] == meta["og:site_name"]


def test_one_text_repeats_its_headline_as_sloppy_feeds_do() -> None:
    heads = [file.read_text(encoding="utf-8").splitlines()[:2] for file in _files(".txt")]
    assert sum(first == second for first, second in heads) == 1


# -- the reports -----------------------------------------------------------------------------------------------------


def test_languages_are_those_of_the_readme() -> None:
    assert Counter(sample.lang or detected(sample) for sample in samples()) == LANGUAGES


def test_texts_are_in_the_language_that_they_declare() -> None:
    wrong = {sample.id: detected(sample) for sample in samples() if sample.lang not in (None, detected(sample))}
    assert wrong == {}


def test_reports_were_published_between_july_and_november_2025() -> None:
    for sample in samples():
        if sample.published is not None:
            day = datetime.fromisoformat(sample.published).date().isoformat()
            assert FIRST_DAY <= day <= LAST_DAY, sample.id


def test_every_address_is_an_example() -> None:
    for file in sample_files():
        hosts = set(re.findall(r"https?://([^/\s\"<>]+)", file.read_text(encoding="utf-8"))) - VOCABULARIES
        assert all(host.endswith(".example") for host in hosts), (file.name, hosts)


def test_every_outlet_has_one_address() -> None:
    hosts: dict[str, set[str]] = {}
    for line in _lines():
        hosts.setdefault(line["outlet"], set()).add(line["url"].split("/")[2])
    assert {outlet: given for outlet, given in hosts.items() if len(given) > 1} == {}


def test_no_outlet_bears_the_name_of_a_real_one() -> None:
    known = read_packs(SHIPPED).outlets.values()
    real = REAL_OUTLETS | {name.casefold() for outlet in known for name in (outlet.name, *outlet.aliases)}
    bare = {name.removeprefix("the ") for name in real}
    invented = {sample.outlet.casefold().removeprefix("the ") for sample in samples() if sample.outlet}
    assert invented & bare == set()


def test_reports_are_as_long_as_short_news_items_are() -> None:
    lengths = {sample.id: len(sample.text.split()) for sample in samples()}
    assert {key: words for key, words in lengths.items() if not 60 <= words <= 350} == {}


# -- what a reader would note ----------------------------------------------------------------------------------------


def days(text: str) -> list[str]:
    """Give the days that a date of the tables names; raises where one does not exist."""
    parts = [part for part in text.split("/") if part]
    return [date.fromisoformat(part if len(part) == 10 else f"{part}-01").isoformat() for part in parts]


def test_a_dozen_english_reports_have_expected_events() -> None:
    reports = {key for key, _ in expected_events()}
    assert len(reports) >= 12
    assert {by_id(key).lang or detected(by_id(key)) for key in reports} == {"en"}


@pytest.mark.parametrize(("report", "event"), expected_events())
def test_expected_events_use_the_words_of_the_model(report: str, event: dict[str, Any]) -> None:
    assert by_id(report)
    assert EventType(event["type"]) and Stage(event["stage"]) and Factuality(event["factuality"])
    assert all(re.fullmatch("[A-Z]{2}", country) for country in event["countries"])
    assert days(event["date"]) == sorted(days(event["date"]))


@pytest.mark.parametrize(("report", "event"), expected_events())
def test_expected_origins_stand_in_the_text(report: str, event: dict[str, Any]) -> None:
    assert event["origin"] in by_id(report).text


def test_reports_that_tell_of_nothing_are_a_film_a_match_and_an_opinion() -> None:
    empty = {report["id"] for report in table("expected.toml")["report"] if not report["event"]}
    titles = {line["title"].split()[0] for line in _lines() if line["id"] in empty}
    assert titles == {"Film:", "Marshland", "Opinion:"}


# -- how the reports hang together -----------------------------------------------------------------------------------


@pytest.mark.parametrize("side", relation_sides())
def test_relations_name_reports_that_exist_and_each_once(side: dict[str, Any]) -> None:
    assert len(set(side["reports"])) == len(side["reports"]) >= 2
    assert all(by_id(key) for key in side["reports"])
    assert "type" not in side or (EventType(side["type"]) and days(side["date"]))


def test_copies_are_near_identical_and_name_their_agency() -> None:
    for group in table("relations.toml")["copies"]:
        texts = [by_id(key).text for key in group["reports"]]
        assert len(texts) == 3
        assert all(group["agency"] in text for text in texts)
        assert min(likeness(one, other) for one, other in combinations(texts, 2)) > 0.85


def test_relays_tell_one_story_in_four_wordings_and_name_their_agency() -> None:
    (group,) = table("relations.toml")["relays"]
    reports = [by_id(key) for key in group["reports"]]
    assert len({report.outlet for report in reports}) == 4
    assert all(group["agency"] in report.text for report in reports)
    assert max(likeness(one.text, other.text) for one, other in combinations(reports, 2)) < 0.5


def test_only_declared_copies_are_alike() -> None:
    groups = table("relations.toml")["copies"]
    copies = {frozenset(pair) for group in groups for pair in combinations(group["reports"], 2)}
    alike = {
        frozenset((one.id, other.id)) for one, other in combinations(samples(), 2)
        if one.lang == other.lang and likeness(one.text, other.text) > 0.5
    }
    assert alike == copies


def test_announcements_and_their_fulfilment_belong_to_the_event() -> None:
    relations = table("relations.toml")
    reports = {event["name"]: set(event["reports"]) for event in relations["event"]}
    for announced in relations["announced"]:
        assert {*announced["before"], *announced["after"]} <= reports[announced["event"]]


def test_disagreements_quote_their_reports_and_belong_to_an_event() -> None:
    relations = table("relations.toml")
    reports = {event["name"]: set(event["reports"]) for event in relations["event"]}
    for disagreement in relations["disagreement"]:
        assert len({value["value"] for value in disagreement["values"]}) >= 2
        for value in disagreement["values"]:
            assert value["words"] in by_id(value["report"]).text
            assert value["report"] in reports[disagreement["event"]]
