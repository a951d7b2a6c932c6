"""News for large desks: always the same, some words common and most rare, claims that belong to their report."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from vedette.evaluation.speed.made_news import made_text, make_news, word
from vedette.model.codec import name_claim


def test_a_larger_number_begins_with_the_same_reports() -> None:
    assert list(make_news(25)) == list(islice(make_news(300), 25))


def test_one_report_in_ten_tells_of_something_and_days_do_not_go_back() -> None:
    made = list(make_news(400))
    assert [bool(item.claims) for item in made[:11]] == [True, *[False] * 9, True]
    days = [item.report.published or "" for item in made]
    assert days == sorted(days) and len(set(days)) > 1
    assert len({item.report.id for item in made}) == 400


def test_claims_are_of_the_report_that_holds_them() -> None:
    for item in make_news(30):
        assert all(claim.report == item.report.id and claim.id == name_claim(claim) for claim in item.claims)


def test_few_words_are_common_and_many_rare() -> None:
    held = Counter(one for number in range(60) for one in set(made_text(number).split()))
    assert held[word(0)] > 55
    assert 1 <= held[word(3_000)] + held[word(3_001)] + held[word(3_002)] < 30
    assert sum(times == 1 for times in held.values()) > len(held) / 3
