"""docs/outlets.md says what a file of an outlet can hold, and its example is one."""

import re
from pathlib import Path

from vedette.knowledge import load_outlets, read_outlet
from vedette.knowledge.outlets import FACTS, FEED_KEYS, KINDS, RULE_KEYS, WATCHED
from vedette.model import Feed, FeedKind
from vedette.presentation.outlet_lines import outlet_line
from vedette.sources.checking import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "outlets.md").read_text(encoding="utf-8")


def table(heading: str) -> dict[str, str]:
    """Give the rows of the first table below a heading: its names, and what is said of them."""
    _, found, rest = PAGE.partition(f"## {heading}\n")
    assert found, heading
    rows = re.findall(r"^\| (`.+?) \| (.+) \|$", rest.partition("\n## ")[0], re.M)
    return {name: meaning for names, meaning in rows for name in re.findall(r"`(\w+)`", names)}


def test_each_key_of_a_file_is_explained_and_none_that_is_not() -> None:
    assert list(table("A file")) == [*FACTS, *WATCHED]
    assert all(f"`{key}`" in table("A file")["feeds"] for key in FEED_KEYS)
    assert all(f"`{kind}`" in table("A file")["kind"] for kind in KINDS)


def test_each_kind_of_feed_is_explained() -> None:
    assert list(table("Kinds of feeds")) == list(FeedKind)


def test_each_rule_is_explained() -> None:
    assert list(table("Rules for pages")) == list(RULE_KEYS)


def test_each_field_of_an_expected_file_is_explained() -> None:
    assert list(table("Checking")) == list(FIELDS)


def test_the_example_is_a_file_that_has_every_key(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", PAGE, re.S)[0]
    file = tmp_path / "Post.toml"
    file.write_text(example, encoding="utf-8")
    outlet = read_outlet(file)
    assert outlet.feeds == (
        Feed(address="https://www.post.example/rss"),
        Feed(address="https://t.me/s/examplepost", kind=FeedKind.TELEGRAM),
    )
    assert set(re.findall(r"^\[*(\w+)", example, re.M)) == {"address", *RULE_KEYS, *outlet_line(outlet)} - {"id"}


def test_the_number_that_is_shipped_is_the_one_on_the_page() -> None:
    said = re.search(r"^(\d+) outlets and agencies", PAGE, re.M)
    assert said
    assert int(said[1]) == sum(bool(outlet.feeds) for outlet in load_outlets())
