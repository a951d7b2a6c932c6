from __future__ import annotations

import pytest

from vedette.errors import InputError
from vedette.sources.decoding import decode, tidy

SENTENCES = {
    "ru": "Министерство обороны сообщило, что учения начнутся в сентябре и продлятся неделю.",
    "uk": "Міністерство оборони повідомило, що навчання почнуться у вересні й триватимуть тиждень.",
    "be": "Міністэрства абароны паведаміла, што вучэнні пачнуцца ў верасні і працягнуцца тыдзень.",
    "lt": "Krašto apsaugos ministerija pranešė, kad pratybos prasidės rugsėjį ir truks savaitę.",
    "lv": "Aizsardzības ministrija paziņoja, ka mācības sāksies septembrī un ilgs nedēļu.",
    "et": "Kaitseministeerium teatas, et õppused algavad septembris ja kestavad nädala.",
    "pl": "Ministerstwo obrony poinformowało, że ćwiczenia zaczną się we wrześniu i potrwają tydzień.",
    "de": "Das Ministerium teilte mit, dass die Übung im September beginnt und für eine Woche läuft.",
    "fi": "Puolustusministeriö ilmoitti, että harjoitus alkaa syyskuussa ja kestää viikon.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "windows-1251"),
        ("uk", "windows-1251"),
        ("be", "windows-1251"),
        ("ru", "koi8-r"),
        ("uk", "koi8-u"),
        ("lt", "windows-1257"),
        ("lv", "windows-1257"),
        ("et", "windows-1257"),
        ("pl", "windows-1250"),
        ("pl", "iso-8859-2"),
        ("de", "windows-1252"),
        ("fi", "windows-1252"),
        ("ru", "utf-16"),
        ("pl", "utf-8-sig"),
        ("lv", "utf-16-be"),
    ],
)
def test_old_code_pages_are_told_apart(language: str, encoding: str) -> None:
    text = SENTENCES[language]
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    assert decode(mark + text.encode(encoding), source="a.txt") == text


def test_the_declared_charset_is_believed_where_it_gives_sane_text() -> None:
    text = "Łódź"
    assert decode(text.encode("iso-8859-2"), source="a.html", declared="iso-8859-2") == text
    assert decode(SENTENCES["ru"].encode("koi8-r"), source="a.html", declared="windows-1251") == SENTENCES["ru"]


@pytest.mark.parametrize("declared", ["no-such-charset", "rot13", "base64", "idna", "x\0y", "undefined"])
def test_a_senseless_charset_does_no_harm(declared: str) -> None:
    assert decode(SENTENCES["lt"].encode("windows-1257"), source="a.html", declared=declared) == SENTENCES["lt"]


def test_a_damaged_letter_leaves_the_rest_of_utf8_as_it_is() -> None:
    data = (SENTENCES["uk"] * 3).removesuffix(".").encode()[:-1]
    text = decode(data, source="a.txt")
    assert text == (SENTENCES["uk"] * 3)[:-2] + "\ufffd"


def test_odd_words_in_good_utf8_do_no_harm() -> None:
    text = "ŁóDŹ ŻŚŹą ąŁ żŻŹ БелТА нАТО"
    assert decode(text.encode(), source="a.txt") == text


def test_line_ends_and_unreadable_characters_only_are_changed() -> None:
    assert tidy("\ufeffa\r\nb\rc\n\n  d\t\x00\ud800") == "a\nb\rc\n\n  d\t\ufffd\ufffd"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no text"),
        (b" \r\n\t\n", "no text"),
        (b"\xef\xbb\xbf  ", "no text"),
        (b"\xff\xfe \x00\n\x00", "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x01", "binary"),
        (b"ab\x00cd\x00\x00\x00ef\x00" * 20, "binary"),
        (bytes(128 + number * 73 % 127 for number in range(400)), "No known encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, source="in/a.txt", line=3)
    assert reason in caught.value.reason
    assert str(caught.value).startswith("in/a.txt, line 3: ")
    assert caught.value.advice
