"""The load that speed is measured on: always the same, all different, and like news."""

import re
from itertools import islice
from pathlib import Path

from vedette.evaluation.made_reports import ONE_IN, make_mixed, make_reports, write_reports
from vedette.evaluation.ordinary import OrdinaryParagraph
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


def test_of_mixed_news_one_report_in_ten_is_a_sample_and_the_others_are_ordinary() -> None:
    ordinary = [OrdinaryParagraph("en", f"Bread gets dearer in town {number}.") for number in range(7)]
    mixed = list(make_mixed(40, ordinary))
    ours = [report for report in mixed if not report.text.startswith("Bread")]
    assert ours == list(make_reports(40 // ONE_IN))
    assert all(report.text.count("Bread") == 5 for report in mixed if report not in ours)


def test_what_is_written_is_collected_again_as_it_was_made(tmp_path: Path) -> None:
    file = tmp_path / "made.jsonl"
    write_reports(file, make_reports(60))
    collected = [item for item in collect([str(file)], outlets=()) if isinstance(item, Report)]
    made = list(make_reports(60))
    assert [(one.ref, one.text, one.outlet, one.published) for one in collected] == [
        (one.ref, one.text, one.outlet, one.published) for one in made
    ]
