"""The load that speed is measured on: always the same, all different, and like news."""

import re
from itertools import islice
from pathlib import Path

from vedette.evaluation.eventless import EventlessParagraph
from vedette.evaluation.made_reports import ONE_IN, WORDS, make_mixed, make_reports, make_subject, write_reports
from vedette.model import Report
from vedette.sources import collect


def test_the_same_count_always_makes_the_same_reports() -> None:
    assert list(make_reports(90)) == list(make_reports(90))


def test_no_two_reports_are_one() -> None:
    made = list(make_reports(200))
    assert len({report.id for report in made}) == len({report.ref for report in made}) == 200


def test_only_english_reports_are_made() -> None:
    assert {report.language for report in make_reports(80)} == {"en"}


def test_a_smaller_count_makes_the_first_ones() -> None:
    assert list(islice(make_reports(100), 40)) == list(make_reports(40))


def by_ref(ref: str) -> Report:
    return next(report for report in make_reports(200) if report.ref == ref)


def test_days_figures_order_outlet_and_date_differ_from_round_to_round() -> None:
    first, second = by_ref("vistula-0912"), by_ref("vistula-0912-1")
    assert "There were 21 and not 19" in first.text and "There were 22 and not 20" in second.text
    assert first.text.split("\n\n")[1][:20] != second.text.split("\n\n")[1][:20]
    assert first.outlet != second.outlet
    assert (first.published or "")[:10] == "2025-09-12" and (second.published or "")[:10] == "2025-09-13"


def test_names_years_and_articles_stay_what_they_are() -> None:
    for number in (1, 3):
        before, after = by_ref("sound-0920"), by_ref(f"sound-0920-{number}")
        fixed = re.compile(r"MiG-31|20\d\d|Article 4")
        assert sorted(fixed.findall(before.text)) == sorted(fixed.findall(after.text)) != []


def test_no_day_leaves_its_month() -> None:
    days = [int(day) for one in make_reports(1200) for day in re.findall(r"\b(\d+) (?:February|September)\b", one.text)]
    assert set(days) == set(range(1, 29))


def mixed(count: int) -> list[Report]:
    ordinary = [
        EventlessParagraph("en", f"Bread gets dearer in town {number}, say those who bake and those who buy it. " * 2)
        for number in range(40)
    ]
    return list(make_mixed(count, ordinary))


def test_of_mixed_news_one_report_in_ten_is_on_our_subjects_and_the_others_are_ordinary() -> None:
    made = mixed(40)
    assert [report for report in made if "Bread" not in report.text] == list(make_subject(40 // ONE_IN))
    assert made == mixed(40) and len({report.id for report in made}) == 40


def test_mixed_news_is_as_long_as_news() -> None:
    for report in mixed(40):
        assert WORDS * 0.9 <= len(report.text.split()) <= WORDS * 1.5


def test_a_report_on_our_subjects_is_made_of_samples_that_no_other_takes() -> None:
    samples = list(make_reports(60))
    first, second, *_ = make_subject(10)
    taken = [[one.ref for one in samples if one.text in report.text] for report in (first, second)]
    assert [len(some) for some in taken] == [len(set(some)) for some in taken]
    assert all(1 < len(some) < 6 for some in taken)
    assert not set(taken[0]) & set(taken[1])


def test_what_is_written_is_collected_again_as_it_was_made(tmp_path: Path) -> None:
    file = tmp_path / "made.jsonl"
    write_reports(file, make_reports(60))
    collected = [item for item in collect([str(file)], outlets=()) if isinstance(item, Report)]
    made = list(make_reports(60))
    assert [(one.ref, one.text, one.outlet, one.published) for one in collected] == [
        (one.ref, one.text, one.outlet, one.published) for one in made
    ]
