"""A report in several languages: each paragraph is read in its own, and every offset stays."""

from itertools import combinations

from vedette.model import Report
from vedette.reading.language_file import language_tables
from vedette.reading.tongues import PLAIN, READ_LANGUAGES, by_language

ENGLISH = "The ministry said on Monday that all four crossings would stay closed until the end of the month."
RUSSIAN = "Министерство сообщило в понедельник, что все четыре пункта пропуска останутся закрытыми до конца месяца."
LITHUANIAN = "Ministerija pirmadienį pranešė, kad visi keturi pasienio punktai liks uždaryti iki mėnesio pabaigos."


def test_a_report_in_one_language_is_read_as_it_is() -> None:
    report = Report.of(f"{ENGLISH}\n{ENGLISH}", ref="a")
    assert list(by_language(report, "en")) == [("en", report)]


def test_each_paragraph_goes_to_its_language_and_stays_where_it_is() -> None:
    text = f"{ENGLISH}\n\n{RUSSIAN}\n\n{LITHUANIAN}\n\n{ENGLISH}"
    parts = dict(by_language(Report.of(text, ref="a"), "en"))
    assert sorted(parts) == ["en", "lt", "ru"]
    assert all(len(part.text) == len(text) for part in parts.values())
    assert parts["ru"].text.strip() == RUSSIAN and parts["ru"].text.index(RUSSIAN) == text.index(RUSSIAN)
    assert RUSSIAN not in parts["en"].text and parts["en"].text.count(ENGLISH) == 2


def test_a_short_quotation_does_not_make_a_report_bilingual() -> None:
    report = Report.of(f"{ENGLISH}\n„Uždaryta“, sakė jis.\n{ENGLISH}", ref="a")
    assert [language for language, _ in by_language(report, "en")] == ["en"]


def test_claims_and_all_else_still_belong_to_the_whole_report() -> None:
    report = Report.of(f"{ENGLISH}\n{RUSSIAN}", ref="a", outlet="Example Wire", published="2026-05-13")
    assert {(part.id, part.outlet, part.published) for _, part in by_language(report, "en")} == {
        (report.id, "Example Wire", "2026-05-13"),
    }


def test_no_two_languages_share_a_common_word() -> None:
    common = {language: frozenset(language_tables(language, "layout")["common"]) for language in READ_LANGUAGES}
    assert all(len(words) >= 3 * PLAIN for words in common.values())
    assert [(one, two) for one, two in combinations(common, 2) if common[one] & common[two]] == []


def test_a_foreign_paragraph_with_a_few_words_of_the_report_is_still_foreign() -> None:
    told = f"{RUSSIAN} The and."
    assert [language for language, _ in by_language(Report.of(f"{ENGLISH}\n{told}", ref="a"), "en")] == ["en", "ru"]
