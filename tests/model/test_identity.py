import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.model import Judgement, Report, Verdict, content_id

AT = "2025-09-13T06:00:00+00:00"
plain = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
json_like = plain | st.lists(plain, max_size=3) | st.dictionaries(st.text(max_size=5), plain, max_size=3)


@given(content=st.dictionaries(st.text(), json_like, min_size=2))
def test_the_order_of_keys_does_not_matter(content: dict[str, object]) -> None:
    turned = dict(reversed(content.items()))
    assert content_id("r", content) == content_id("r", turned)  # type: ignore[arg-type]


def test_an_id_says_what_kind_of_thing_it_is_and_looks_the_same_in_every_version() -> None:
    assert content_id("r", {"text": "Šalčininkai", "n": 1}) == "rdab8e6abd712af53b43c"


def test_a_torn_emoji_of_a_damaged_page_still_gets_an_id() -> None:
    assert content_id("r", "\ud83d") != content_id("r", "\ude00")


def test_true_is_not_one() -> None:
    assert content_id("r", True) != content_id("r", 1)


@pytest.mark.parametrize("other", [
    {"text": "Another text."}, {"title": "Another title"}, {"outlet": "Other Post"}, {"published": "2025-09-13"},
    {"url": "https://post.example/2"},
])
def test_another_text_title_outlet_date_or_address_is_another_report(other: dict[str, str]) -> None:
    fields = {"text": "A text.", "ref": "b", "title": "Title", "outlet": "Post", "published": "2025-09-12"}
    assert Report.of(**{**fields, **other}).id != Report.of(**fields).id


def test_the_same_item_met_twice_is_one_report() -> None:
    first = Report.of("A text.", ref="a", file="a.txt", first_seen=AT)
    again = Report.of("A text.", ref="b", file="b.html", first_seen="2025-10-01T06:00:00+00:00")
    assert first.id == again.id


def test_a_judgement_does_not_depend_on_which_claim_was_named_first() -> None:
    one = Judgement.of("r1:0-5:strike", "r2:3-9:strike", Verdict.SAME, by="Ona", at=AT)
    other = Judgement.of("r2:3-9:strike", "r1:0-5:strike", Verdict.SAME, by="Ona", at=AT)
    assert one == other


@pytest.mark.parametrize("other", [{"verdict": Verdict.UNSURE}, {"by": "Jonas"}, {"at": "2025-09-14T06:00:00+00:00"}])
def test_another_verdict_person_or_moment_is_another_judgement(other: dict[str, str]) -> None:
    fields = {"verdict": Verdict.SAME, "by": "Ona", "at": AT}
    assert Judgement.of("l", "r", **{**fields, **other}).id != Judgement.of("l", "r", **fields).id
