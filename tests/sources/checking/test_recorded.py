"""A recorded page is compared, field by field, with what somebody read on it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from vedette.errors import InputError
from vedette.model import KnownOutlet, LinkKind, PageRules, Report
from vedette.sources.checking import Difference, differences, found_in, read_expected, read_recorded

PARAGRAPHS = (
    "The mill at Ashford will grind rye again from Monday on, its owners said on Friday after a year of repairs.",
    "A storm had torn off two of its four sails, and the oak for new ones had to dry for the whole of a summer.",
)
POST = KnownOutlet(id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",))
ADDRESS = '<link rel="canonical" href="https://post.example/mill">'
PAGE = (
    '<html lang="en"><head><title>Mill to grind again</title>{address}</head><body><article>'
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "<b class='day'>12 September 2025</b></article></body></html>"
)


@pytest.fixture
def report() -> Report:
    return Report.of(
        text="\n\n".join(PARAGRAPHS), ref="a", title="Mill to grind again", outlet="Example Post", language="en",
        published="2025-09-12",
    )


def page(folder: Path, address: str = ADDRESS) -> Path:
    file = folder / "page.html"
    file.write_text(PAGE.format(address=address))
    return file


def expected(folder: Path, content: str) -> Path:
    file = folder / "expected.toml"
    file.write_text(content, encoding="utf-8")
    return file


def test_what_is_found_is_what_to_expect(report: Report) -> None:
    assert differences(report, found_in(report)) == ()


def test_each_difference_says_what_was_expected_and_what_was_found(report: Report) -> None:
    wanted = {"title": "Mill", "author": "", "begins": "The mill of Ashford", "ends": "summer.", "paragraphs": 3}
    assert differences(report, wanted) == (
        Difference(field="title", expected="Mill", found="Mill to grind again"),
        Difference(field="begins", expected="The mill of Ashford", found="The mill at Ashford"),
        Difference(field="paragraphs", expected=3, found=2),
    )


def test_an_end_longer_than_the_text_is_not_found(report: Report) -> None:
    wanted = "x" + report.text
    assert differences(report, {"ends": wanted}) == (
        Difference(field="ends", expected=wanted, found=report.text),
    )


def test_a_recorded_page_is_read_by_the_rules_of_its_outlet(tmp_path: Path) -> None:
    ruled = KnownOutlet(
        id="post", name="Example Post", kind=LinkKind.OUTLET, domains=("post.example",),
        rules=PageRules(published="//b[@class='day']"),
    )
    assert read_recorded(page(tmp_path), ruled).published == "2025-09-12"


def test_a_page_without_an_address_is_taken_for_one_of_the_outlet(tmp_path: Path) -> None:
    assert read_recorded(page(tmp_path, address=""), POST).outlet == "Example Post"


def test_a_page_of_another_outlet_stays_one(tmp_path: Path) -> None:
    other = ADDRESS.replace("post.example", "courier.example")
    assert read_recorded(page(tmp_path, address=other), POST).outlet != "Example Post"


def test_a_packed_page_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "page.html.gz"
    file.write_bytes(gzip.compress(page(tmp_path).read_bytes()))
    assert read_recorded(file, POST).title == "Mill to grind again"


@pytest.mark.parametrize("content", [b"\x1f\x8b\x08 cut off", b"not packed at all"])
def test_a_damaged_page_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "page.html.gz"
    file.write_bytes(content)
    with pytest.raises(InputError, match="could not be read"):
        read_recorded(file, POST)


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"page\.html: There is no such file"):
        read_recorded(tmp_path / "page.html", POST)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("", "It expects nothing. Write some of: title, outlet"),
        ('titel = "A"', "'titel' is no field of a page. Write some of: title"),
        ("title = 3", "'title' cannot be 3. Write title = "),
        ('paragraphs = "3"', "'paragraphs' cannot be '3'. Write paragraphs = 3."),
        ("paragraphs = true", "'paragraphs' cannot be True"),
        ("title = ", "not valid TOML"),
    ],
)
def test_a_wrong_expectation_is_told_with_what_to_write(tmp_path: Path, content: str, wanted: str) -> None:
    with pytest.raises(InputError) as raised:
        read_expected(expected(tmp_path, content))
    assert wanted in str(raised.value)


def test_an_expectation_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no such file"):
        read_expected(tmp_path / "expected.toml")
