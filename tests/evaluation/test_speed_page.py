import pytest

from vedette.evaluation.machine import Machine, this_machine
from vedette.evaluation.measuring import Measurement
from vedette.evaluation.speed_page import speed_section, with_section

MACHINE = Machine(processor="Example 9000", cores=2, python="3.11.7", spacy="3.8.18", commit="0123456789")


def measured(what: str, seconds: float, *, reports: int = 2000, peak: float = 300) -> Measurement:
    return Measurement(
        what=what, reports=reports, seconds=seconds, processor_seconds=seconds, peak_mb=peak, found=reports
    )


ONCE = (measured("spacy", 50), measured("read", 100), measured("add", 125, peak=412.4))
REPEATED = tuple(
    measured(what, seconds, reports=100) for seconds in (2, 4, 5) for what in ("spacy", "read", "add")
)
MIXED = (measured("spacy", 40, reports=1000), measured("read", 10, reports=1000))
SECTION = speed_section(ONCE, REPEATED, MIXED, machine=MACHINE, at="2026-11-22T06:00:00+00:00")


def test_half_the_speed_of_spacy_is_a_ratio_of_a_half() -> None:
    assert "| read | 2,000 | 20.0 | 100.0 | 100.0 | 300 | 0.50 |" in SECTION.splitlines()
    assert "| add | 2,000 | 16.0 | 125.0 | 125.0 | 412 | 0.40 |" in SECTION.splitlines()


def test_mixed_news_stands_beside_spacy_on_the_same_news() -> None:
    assert "| read | 1,000 | 100.0 | 10.0 | 10.0 | 300 | 4.00 |" in SECTION.splitlines()


def test_repeats_show_least_median_and_most() -> None:
    assert "| spaCy alone | 20.0 / 25.0 / 50.0 | 300 / 300 / 300 |" in SECTION.splitlines()


def test_the_section_says_where_when_and_what_was_measured() -> None:
    for said in ("2026-11-22", "Example 9000", "2 cores", "3.11.7", "3.8.18", "0123456789"):
        assert said in SECTION


def test_only_what_is_between_the_marks_changes() -> None:
    page = "# Page\n\n<!-- speed -->\nold\ntables\n<!-- end of speed -->\n\nMore.\n"
    changed = with_section(page, SECTION)
    assert changed == page.replace("old\ntables", SECTION)
    assert with_section(changed, SECTION) == changed


def test_a_page_without_marks_is_left_alone() -> None:
    with pytest.raises(ValueError, match="no '<!-- speed -->'"):
        with_section("# Page\n", SECTION)


def test_this_machine_can_be_told() -> None:
    machine = this_machine()
    assert machine.cores >= 1 and machine.processor and machine.python.startswith("3.")
