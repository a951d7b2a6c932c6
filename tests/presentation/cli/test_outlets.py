"""vedette outlets: what the packs know, whether a file is right, and whether it fits a page and the web."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vedette.errors import InputError
from vedette.knowledge import load_outlets, read_outlet
from vedette.presentation.outlet_lines import outlet_file, outlet_line, toml_lines
from vedette.sources.web import FetchedPage

POST = """
name = "Example Post"
language = "en"
domains = ["post.example"]

[[feeds]]
address = "https://post.example/rss"

[page]
title = "//h2"
"""
PARAGRAPHS = (
    "The mill at Ashford will grind rye again from Monday on, its owners said on Friday after a year of repairs.",
    "A storm had torn off two of its four sails, and the oak for new ones had to dry for the whole of a summer.",
)
PAGE = (
    '<html lang="en"><head><title>News</title><meta property="article:published_time" content="2025-09-12"></head>'
    f"<body><h2>Mill to grind again</h2><article><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article></body></html>"
)
RSS = "<rss version='2.0'><channel><item><title>Mill</title><link>/mill</link></item></channel></rss>"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    file = tmp_path / "pack" / "outlets" / "Post.toml"
    file.parent.mkdir(parents=True)
    file.write_text(POST)
    return file


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    return file


def test_the_list_names_every_outlet_of_a_country(vedette: Callable[..., Any]) -> None:
    answer = vedette("outlets", "list", "--country", "lt", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {row["id"] for row in rows} == {one.id for one in load_outlets() if one.country == "LT"}
    assert next(row for row in rows if row["id"] == "LRT")["domains"] == "lrt.lt"


def test_what_can_be_watched_is_listed_with_its_feeds(vedette: Callable[..., Any], post: Path) -> None:
    answer = vedette("outlets", "list", "--feeds", "--format", "jsonl", "--packs", str(post.parents[1]))
    lines = {line["id"]: line for line in map(json.loads, answer.out.splitlines())}
    assert lines["Post"]["feeds"] == [{"address": "https://post.example/rss", "kind": "rss"}]
    assert lines["Post"]["page"] == {"text": None, "title": "//h2", "published": None, "drop": []}
    assert all(line["feeds"] and line["schema"] == 1 for line in lines.values())


def test_a_country_without_outlets_is_said_to_have_none(vedette: Callable[..., Any]) -> None:
    answer = vedette("outlets", "list", "--country", "AQ")
    assert (answer.code, answer.out) == (0, "")
    assert "no such outlet" in answer.err


@pytest.mark.parametrize("name", ["Post", "example post", "EXAMPLE POST"])
def test_an_outlet_is_shown_as_the_file_that_says_it(
    vedette: Callable[..., Any], post: Path, tmp_path: Path, name: str
) -> None:
    answer = vedette("outlets", "show", name, "--packs", str(post.parents[1]))
    copy = tmp_path / "Post.toml"
    copy.write_text(answer.out)
    assert read_outlet(copy) == read_outlet(post)


def test_each_shipped_outlet_survives_being_written_out(tmp_path: Path) -> None:
    for outlet in load_outlets():
        if outlet.feeds:
            copy = tmp_path / f"{outlet.id}.toml"
            copy.write_text(outlet_file(outlet), encoding="utf-8")
            assert read_outlet(copy) == outlet


def test_no_sign_of_a_terminal_is_written_out() -> None:
    written = toml_lines({"name": 'A "quoted" \x1b[31m \u202e \\ name'})
    assert "\x1b" not in written and "\u202e" not in written
    assert tomllib.loads(written) == {"name": 'A "quoted" \x1b[31m \u202e \\ name'}


def test_an_outlet_that_nobody_knows_is_told(vedette: Callable[..., Any]) -> None:
    answer = vedette("outlets", "show", "Nobody's Gazette")
    assert (answer.code, answer.out) == (1, "")
    assert "No pack has an outlet 'Nobody's Gazette'. 'vedette outlets list' names them" in answer.err


def test_every_file_is_checked_whatever_the_others_are_like(vedette: Callable[..., Any], post: Path) -> None:
    wrong = post.with_name("Wrong.toml")
    wrong.write_text('name = "Wrong"\nlanguage = "English"\n')
    answer = vedette("outlets", "check", str(wrong), "nobody", "LRT", str(post))
    assert answer.code == 1
    problems = [line for line in answer.out.splitlines() if line.startswith("problem")]
    assert len(problems) == 2
    assert f"{wrong}: key 'language': 'English' is not an ISO 639-1 code" in problems[0]
    assert "ok       LRT: 1 domain, 2 feeds." in answer.out
    assert "ok       Post: 1 domain, 1 feed." in answer.out


def test_a_mistake_in_a_pack_does_not_keep_its_other_files_from_being_checked(
    vedette: Callable[..., Any], post: Path
) -> None:
    post.with_name("Wrong.toml").write_text("name = 3")
    pack = str(post.parents[1])
    answer = vedette("outlets", "check", str(post), "--packs", pack)
    assert (answer.code, "ok       Post" in answer.out) == (0, True)
    assert "Your packs are left out" in answer.err
    assert "Wrong.toml: key 'name'" in vedette("outlets", "check", "--packs", pack).err


def test_without_a_name_all_that_can_be_watched_are_checked(vedette: Callable[..., Any]) -> None:
    answer = vedette("outlets", "check")
    assert answer.code == 0
    assert len(answer.out.splitlines()) == sum(bool(one.feeds) for one in load_outlets())


def test_what_belongs_to_another_outlet_already_is_told(vedette: Callable[..., Any], post: Path) -> None:
    post.write_text('name = "Post"\naliases = ["Helsingin sanomat"]\ndomains = ["lrt.lt"]\n')
    answer = vedette("outlets", "check", str(post))
    assert answer.code == 1
    assert "The name 'Helsingin sanomat' is one of Helsingin Sanomat (HelsinginSanomat) already." in answer.out
    assert "The domain 'lrt.lt' is one of LRT (LRT) already." in answer.out


def test_a_name_that_is_a_common_word_is_noted(vedette: Callable[..., Any], post: Path) -> None:
    post.write_text('name = "Example Post"\naliases = ["Monday", "Example Monday", "wire", "ERA"]\n')
    answer = vedette("outlets", "check", str(post))
    assert answer.code == 0
    assert [name for name in ("Monday", "Example Monday", "wire", "ERA") if f"name '{name}'" in answer.err] == [
        "Monday", "wire"
    ]


def test_a_page_is_compared_with_what_is_expected(vedette: Callable[..., Any], post: Path, page: Path) -> None:
    read = vedette("outlets", "check", str(post), "--page", str(page))
    assert tomllib.loads(read.out) == {
        "title": "Mill to grind again", "outlet": "Example Post", "published": "2025-09-12", "language": "en",
        "author": "", "begins": PARAGRAPHS[0], "ends": PARAGRAPHS[1], "paragraphs": 2,
    }  # fmt: skip
    expected = page.with_name("expected.toml")
    expected.write_text(read.out)
    answer = vedette("outlets", "check", str(post), "--page", str(page), "--expect", str(expected))
    assert (answer.code, "8 fields as expected" in answer.out) == (0, True)


def test_a_difference_is_shown_on_both_sides(vedette: Callable[..., Any], post: Path, page: Path) -> None:
    expected = page.with_name("expected.toml")
    expected.write_text('title = "Mill to grind no more"\nauthor = "Rita Oak"\nlanguage = "en"\n')
    answer = vedette("outlets", "check", str(post), "--page", str(page), "--expect", str(expected))
    assert answer.code == 1
    assert "2 of 3 fields differ" in answer.out
    row = next(line for line in answer.out.splitlines() if line.startswith("title"))
    assert "Mill to grind no more" in row and "Mill to grind again" in row
    assert "(nothing)" in next(line for line in answer.out.splitlines() if line.startswith("author"))


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("LRT", "--expect", "e.toml"), "--expect needs a page"),
        (("--page", "a.html"), "A page belongs to one outlet"),
        (("LRT", "ERR", "--page", "a.html"), "A page belongs to one outlet"),
    ],
)
def test_wrong_usage_is_told(vedette: Callable[..., Any], arguments: tuple[str, ...], wanted: str) -> None:
    answer = vedette("outlets", "check", *arguments)
    assert answer.code == 2
    assert wanted in answer.err


def test_a_page_that_is_not_there_is_named(vedette: Callable[..., Any], post: Path) -> None:
    answer = vedette("outlets", "check", str(post), "--page", "nowhere.html")
    assert (answer.code, "nowhere.html: There is no such file" in answer.err) == (1, True)


def test_a_live_check_says_what_is_there(
    vedette: Callable[..., Any], post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Web:
        def __init__(self, **_: Any) -> None:
            pass

        def get(self, url: str, **_: Any) -> FetchedPage:
            body = {"/rss": RSS, "/mill": PAGE}.get(url.removeprefix("https://post.example"))
            if "post.example" not in url:
                raise InputError("Nobody knows this name.", source=url)
            return FetchedPage(
                url=url, status=200 if body else 404, content_type="", body=(body or "").encode(), asked=url
            )

    waited: list[float] = []
    monkeypatch.setattr("vedette.sources.web.WebFetcher", Web)
    monkeypatch.setattr("vedette.presentation.cli.outlet_check.time.sleep", waited.append)
    answer = vedette("outlets", "check", str(post), "--live")
    assert (answer.code, waited) == (0, [5.0, 5.0])
    assert "https://post.example/rss: It lists 1, without days." in answer.out
    assert "https://post.example/mill: 'Mill to grind again', 2025-09-12, in 'en'" in answer.out
    failed = vedette("outlets", "check", str(post), "MTV3", "--live")
    assert failed.code == 1
    assert "problem  MTV3: https://www.mtvuutiset.fi" in failed.out


def test_a_line_of_output_has_the_keys_of_a_file(post: Path) -> None:
    written = tomllib.loads(POST)
    assert set(written) <= set(outlet_line(read_outlet(post)))
