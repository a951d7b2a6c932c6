"""A file of what happened is read whole, and every fault of it has its place and its way out."""

import pytest

import warned
from vedette.errors import UsageError
from vedette.presentation.truth_file import read_truth
from vedette.warning.hindsight import Happened

SCENARIOS = (warned.scenario("border"), warned.scenario("air"))


@pytest.fixture
def written(tmp_path):
    def write(text, *, encoding="utf-8"):
        file = tmp_path / "happened.toml"
        file.write_bytes(text.encode(encoding))
        return file

    return write


def test_days_may_be_days_or_text_and_one_day_needs_no_end(written):
    file = written(
        '[[happened]]\nscenario = "border"\nfrom = 2031-05-12\nto = "2031-05-16"\nwhat = "closed"\n'
        '[[happened]]\nscenario = "air"\nfrom = "2031-06-01"\n'
    )
    assert read_truth(file, SCENARIOS) == (
        Happened(scenario="border", since="2031-05-12", until="2031-05-16", what="closed"),
        Happened(scenario="air", since="2031-06-01", until="2031-06-01"),
    )


@pytest.mark.parametrize(("text", "told"), [
    ("", r"has no table \[\[happened\]\]"),
    ("happened = 3", r"has no table \[\[happened\]\]"),
    ('[[happened]]\nscenario = "sea"\nfrom = 2031-05-12', "no scenario 'sea'. There are: border, air"),
    ('[[happened]]\nscenario = "air"', "'from' is no day: None"),
    ('[[happened]]\nscenario = "air"\nfrom = "12 May"', "'from' is no day: 12 May"),
    ('[[happened]]\nscenario = "air"\nfrom = 2031-05-12\nto = 2031-05-11', "lies before"),
    ('[[happened]]\nscenario = "air"\nfrom = 2031-05-12\nuntil = 2031-05-13', "no key 'until'"),
    ("[[happened]\n", "is not valid TOML.*line 1"),
])
def test_what_is_wrong_is_told_with_its_place(written, text, told):
    with pytest.raises(UsageError, match=told):
        read_truth(written(text), SCENARIOS)


def test_a_file_that_is_not_there_or_no_text_is_told(written, tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_truth(tmp_path / "none.toml", SCENARIOS)
    with pytest.raises(UsageError, match="is not UTF-8"):
        read_truth(written('what = "é"', encoding="latin-1"), SCENARIOS)
