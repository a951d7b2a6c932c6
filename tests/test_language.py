from __future__ import annotations

import pytest

from vedette.language import detect_language, language_code


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The border guard counted fewer crossings than a week ago."),
        ("uk", "Прикордонники нарахували менше порушень, ніж минулого тижня."),
        ("ru", "Пограничники насчитали меньше нарушений, чем на прошлой неделе."),
        ("be", "Памежнікі налічылі меней парушэнняў, чым на мінулым тыдні."),
        ("pl", "Straż graniczna odnotowała mniej prób przekroczenia granicy niż przed tygodniem."),
        ("lt", "Pasieniečiai suskaičiavo mažiau pažeidimų nei prieš savaitę."),
        ("lv", "Robežsargi saskaitīja mazāk pārkāpumu nekā pirms nedēļas."),
        ("et", "Piirivalvurid lugesid vähem rikkumisi kui nädal tagasi."),
        ("de", "Der Grenzschutz zählte weniger Übertritte als in der Vorwoche."),
        ("fi", "Rajavartijat laskivat vähemmän ylityksiä kuin viikko sitten."),
        ("fr", "Les gardes-frontières ont compté moins de passages que la semaine dernière."),
        ("ka", "მესაზღვრეებმა წინა კვირაზე ნაკლები დარღვევა დათვალეს."),
    ],
)
def test_a_sentence_is_told_by_its_words(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "12:30", "Minsk 2025", "https://post.example/a/very/long/address/with/letters"])
def test_too_few_letters_have_no_language(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("value", "code"),
    [("en-US", "en"), ("UK", "uk"), ("lav", "lv"), ("pl_PL", "pl"), ("English", None), ("", None), ("x", None)],
)
def test_codes_of_pages_and_inputs_become_two_letters(value: str, code: str | None) -> None:
    assert language_code(value) == code
