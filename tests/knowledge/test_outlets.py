"""An outlet with a file of its own: what it says, where it may lie, and what is told of a mistake."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import KnowledgeError
from vedette.knowledge import Holdings, cautions, load_outlets, read_outlet
from vedette.knowledge.entry import Entry
from vedette.knowledge.outlets import FACTS, FEED_KEYS, RULE_KEYS, WATCHED, outlet
from vedette.knowledge.packs import SHIPPED
from vedette.model import Feed, FeedKind, KnownOutlet, LinkKind, PageRules

FULL = """
name = "Example Wire"
kind = "agency"
country = "LT"
language = "lt"
owner = "Example House"
state_controlled = true
aliases = ["ExWire", "Экс-Вайр"]
domains = ["wire.example", "en.wire.example"]

[[feeds]]
address = "https://wire.example/rss"

[[feeds]]
address = "https://t.me/s/exwire"
kind = "telegram"

[page]
text = "//div[@class='body']"
title = "//h1"
published = "//time/@datetime"
drop = ["//aside"]
"""


def outlet_file(pack: Path, name: str, content: str) -> Path:
    file = pack / "outlets" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


def test_a_file_says_all_of_an_outlet(tmp_path: Path) -> None:
    assert read_outlet(outlet_file(tmp_path, "ExWire", FULL)) == KnownOutlet(
        id="ExWire", name="Example Wire", kind=LinkKind.AGENCY, country="LT", language="lt", owner="Example House",
        state_controlled=True, aliases=("ExWire", "Экс-Вайр"), domains=("wire.example", "en.wire.example"),
        feeds=(
            Feed(address="https://wire.example/rss"), Feed(address="https://t.me/s/exwire", kind=FeedKind.TELEGRAM),
        ),
        rules=PageRules(
            text="//div[@class='body']", title="//h1", published="//time/@datetime", drop=("//aside",)
        ),
    )  # fmt: skip


def test_a_name_is_enough(tmp_path: Path) -> None:
    found = read_outlet(outlet_file(tmp_path, "Post", 'name = "Example Post"'))
    assert (found.kind, found.language, found.feeds, found.rules) == (LinkKind.OUTLET, None, (), None)


def test_files_and_lists_of_a_pack_are_loaded_together(tmp_path: Path) -> None:
    outlet_file(tmp_path, "Post", 'name = "Example Post"')
    (tmp_path / "outlets.toml").write_text('[[outlet]]\nid = "Wire"\nname = "Example Wire"\nlanguage = "et"\n')
    found = {outlet.id: outlet for outlet in load_outlets([tmp_path])}
    assert (found["Post"].name, found["Wire"].name, found["Wire"].language) == ("Example Post", "Example Wire", "et")
    assert len(found) == len(load_outlets()) + 2


def test_a_folder_of_outlets_alone_is_a_pack(tmp_path: Path) -> None:
    outlet_file(tmp_path, "Post", 'name = "Example Post"')
    assert "Post" in {outlet.id for outlet in load_outlets([tmp_path])}


def test_a_file_of_ones_own_replaces_the_shipped_outlet_as_a_whole(tmp_path: Path) -> None:
    outlet_file(tmp_path, "LRT", 'name = "LRT"\nowner = "Somebody"')
    found = {outlet.id: outlet for outlet in load_outlets([tmp_path])}
    assert (found["LRT"].owner, found["LRT"].feeds, found["LRT"].aliases) == ("Somebody", (), ())
    assert len(found) == len(load_outlets())


def test_an_outlet_stands_once_in_a_pack(tmp_path: Path) -> None:
    file = outlet_file(tmp_path, "Wire", 'name = "Example Wire"')
    listed = tmp_path / "outlets.toml"
    listed.write_text('[[outlet]]\nid = "Post"\nname = "P"\n[[outlet]]\nid = "Wire"\nname = "Example Wire"\n')
    with pytest.raises(KnowledgeError) as raised:
        load_outlets([tmp_path])
    wanted = (str(file), f"'Wire' stands in {listed} too", f"Take it out of {listed} (outlet 2), or remove the file")
    assert [part for part in wanted if part not in str(raised.value)] == []


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("", ["key 'name'", "is missing"]),
        ('name = "A"\nfeed = []', ["key 'feed'", "Did you mean 'feeds'?"]),
        ('name = "A"\nid = "A"', ["key 'id'", "the name of the file, 'Wrong'"]),
        ('[[outlet]]\nname = "A"', ["key 'outlet'", "one outlet", "Take out the line [[outlet]]"]),
        ('name = "A"\nlanguage = "Lithuanian"', ["key 'language'", "ISO 639-1", 'language = "lt"']),
        ('name = "A"\ncountry = "lt"', ["key 'country'", "alpha-2"]),
        ('name = "A"\ndomains = ["https://a.example/"]', ["key 'domains'", "'https://a.example/' is not a domain"]),
        ('name = "A"\ndomains = ["www.a.example"]', ["key 'domains'", "without www."]),
        ('name = "A"\ndomains = ["A.example"]', ["key 'domains'", "small letters"]),
        ('name = "A"\nfeeds = ["https://a.example/rss"]', ["key 'feeds'", "Begin each with [[feeds]]"]),
        ('name = "A"\n[[feeds]]\nkind = "rss"', ["feed 1, key 'address'", "is missing"]),
        ('name = "A"\n[[feeds]]\naddress = "a.example/rss"', ["feed 1, key 'address'", "https://post.example/rss"]),
        ('name = "A"\n[[feeds]]\naddress = "file:///etc/passwd"', ["feed 1", "is not the address of a feed"]),
        ('name = "A"\n[[feeds]]\naddress = "http://["', ["feed 1", "is not the address of a feed"]),
        ('name = "A"\n[[feeds]]\naddress = "https://me:pw@a.example/"', ["feed 1", "is not the address of a feed"]),
        ('name = "A"\n[[feeds]]\naddress = "https://a.example/a b"', ["feed 1", "is not the address of a feed"]),
        (
            'name = "A"\n[[feeds]]\naddress = "https://a.example/"\n[[feeds]]\naddress = "https://a.example/"',
            ["feed 2, key 'address'", "stands in feed 1 already"],
        ),
        (
            'name = "A"\n[[feeds]]\naddress = "https://a.example/"\nkind = "rsss"',
            ["feed 1, key 'kind'", "Did you mean 'rss'?", "telegram"],
        ),
        ('name = "A"\n[[feeds]]\nurl = "https://a.example/"', ["feed 1, key 'url'", "Known keys: address, kind"]),
        ('name = "A"\npage = "//p"', ["key 'page'", "[page]", "text, title, published, drop"]),
        ('name = "A"\n[page]', ["key 'page'", "table of rules"]),
        ('name = "A"\n[page]\ntexts = "//p"', ["key 'page.texts'", "Did you mean 'page.text'?"]),
        ('name = "A"\n[page]\ntext = ".body p"', ["key 'page.text'", "is not XPath 1.0", "//div[@class='body']"]),
        ('name = "A"\n[page]\ntext = "div.body > p"', ["key 'page.text'", "it gives a bool"]),
        ('name = "A"\n[page]\ntitle = "css:h1(1)"', ["key 'page.title'", "is not XPath 1.0"]),
        ('name = "A"\n[page]\npublished = "count(//time)"', ["key 'page.published'", "it gives a float"]),
        ('name = "A"\n[page]\ndrop = "//aside"', ["key 'page.drop'", "list of texts"]),
        ('name = "A"\n[page]\ndrop = ["//aside["]', ["key 'page.drop'", "is not XPath 1.0"]),
        ('name = "A', ["is not valid TOML", "Correct the file"]),
    ],
)
def test_a_wrong_file_is_told_where_and_what_to_do(tmp_path: Path, content: str, wanted: list[str]) -> None:
    file = outlet_file(tmp_path, "Wrong", content)
    with pytest.raises(KnowledgeError) as raised:
        read_outlet(file)
    assert [part for part in (str(file), *wanted) if part not in str(raised.value)] == []


def test_a_list_does_not_say_what_is_watched(tmp_path: Path) -> None:
    (tmp_path / "outlets.toml").write_text('[[outlet]]\nid = "Wire"\nname = "W"\nfeeds = []\n')
    with pytest.raises(KnowledgeError, match=r"'feeds': does not belong in a list.*outlets/Wire\.toml"):
        load_outlets([tmp_path])


def test_no_name_of_a_watched_outlet_is_a_common_word() -> None:
    assert [caution for outlet in load_outlets() if outlet.feeds for caution in cautions(outlet)] == []


def test_nothing_of_a_shipped_outlet_is_another_ones() -> None:
    outlets = load_outlets()
    holdings = Holdings.of(outlets)
    assert [clash for outlet in outlets for clash in holdings.clashes(outlet)] == []


def test_a_file_that_is_shipped_says_what_is_needed_to_watch() -> None:
    languages = {"en", "uk", "ru", "be", "pl", "lt", "lv", "et", "de", "fi"}
    for one in (read_outlet(file) for pack in SHIPPED for file in sorted((pack / "outlets").glob("*.toml"))):
        assert one.feeds and one.domains and one.country and one.owner, one.id
        assert one.language in languages, one.id


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from((*FEED_KEYS, *RULE_KEYS)), inner),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(("id", *FACTS, *WATCHED)), VALUES), st.sampled_from([None, 1]))
def test_whatever_is_written_is_an_outlet_or_a_mistake_that_is_told(
    written: dict[str, object], number: int | None
) -> None:
    values = {"id": "Post", "name": "Example Post", **written}
    entry = Entry(file=Path("pack/outlets/Post.toml"), table="outlet", number=number, values=values)
    try:
        assert outlet(entry).name
    except KnowledgeError as error:
        assert str(entry.file) in str(error) and "key '" in str(error)
