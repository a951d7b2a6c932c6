"""Which thing something told of before was: in the words of ten languages, and as a claim of whoever says so."""

from __future__ import annotations

import pytest

from vedette.model import Claim, Knowledge, Report, Span
from vedette.reading import read
from vedette.reading.incident_words import load_naming_words

SAID = [
    ("en", "The ministry identified it as a Gerbera.", True),
    ("en", "The ministry said it was not a Gerbera.", False),
    ("en", "The ministry said the Gerbera was harmless.", False),
    ("en", "The ministry said who it was, a Gerbera.", False),
    ("uk", "Міністр сказав, що це був Gerbera.", True),
    ("uk", "Міністр сказав, що це не був Gerbera.", False),
    ("ru", "Министр сказал, что дрон опознали как Gerbera.", True),
    ("ru", "Министр сказал, что Gerbera дешевле ракеты.", False),
    ("be", "Міністр сказаў, што гэта быў Gerbera.", True),
    ("be", "Міністр сказаў, што Gerbera танная.", False),
    ("pl", "Minister powiedział, że był to Gerbera.", True),
    ("pl", "Minister powiedział, że nie była to Gerbera.", False),
    ("de", "Es habe sich um eine Gerbera gehandelt, so das Amt.", True),
    ("de", "Es sei keine Gerbera gewesen, so das Amt.", False),
    ("lt", "Ministrė sakė, kad tai buvo Gerbera.", True),
    ("lt", "Ministrė sakė, kad tai nebuvo Gerbera.", False),
    ("lv", "Ministrs teica, ka tā bija Gerbera.", True),
    ("lv", "Ministrs teica, ka tā nebija Gerbera.", False),
    ("et", "Minister ütles, et see oli Gerbera.", True),
    ("et", "Minister ütles, et see ei olnud Gerbera.", False),
    ("fi", "Ministeri sanoi, että se oli Gerbera.", True),
    ("fi", "Ministeri sanoi, että se ei ollut Gerbera.", False),
]


@pytest.mark.parametrize(("language", "sentence", "so"), SAID)
def test_a_sentence_says_what_something_was(language: str, sentence: str, so: bool) -> None:
    start = sentence.index("Gerbera")
    said = load_naming_words(language).say_so(sentence, Span(start, start + 7), within=Span(0, len(sentence)))
    assert said is so


TOLD = {  # who tells of a drone, and who says then which one it was
    "en": [
        "A drone flew into Latvia on 18 April, the police said.",
        "The defence minister later said it was a Gerbera.",
    ],
    "uk": [
        "Дрон залетів до Румунії 18 квітня, повідомила поліція.",
        "Міністр оборони раніше заявив, що це був «Шахед».",
    ],
    "ru": [
        "Беспилотник залетел в Латвию 18 апреля, сообщила полиция.",
        "Министр обороны сообщил, что это была «Гербера».",
    ],
    "be": [
        "Беспілотнік заляцеў у Польшчу 18 красавіка, паведаміла паліцыя.",
        "Міністр абароны заявіў, што гэта была «Гербера».",
    ],
    "pl": [
        "Dron wleciał do Polski 18 kwietnia, podała policja.",
        "Minister obrony powiedział później, że była to Gerbera.",
    ],
    "de": [
        "Eine Drohne flog am 18. April nach Litauen, teilte die Polizei mit.",
        "Das Verteidigungsministerium erklärte später, es habe sich um eine Gerbera gehandelt.",
    ],
    "lt": [
        "Dronas įskrido į Lietuvą balandžio 18 d., pranešė policija.",
        "Gynybos ministrė sakė, kad tai buvo „Gerbera“.",
    ],
    "lv": [
        "Drons ielidoja Latvijā 18. aprīlī, paziņoja policija.",
        'Aizsardzības ministrs teica, ka tā bija "Gerbera".',
    ],
    "et": [
        "Droon lendas 18. aprillil Eestisse, teatas politsei.",
        "Kaitseminister ütles hiljem, et see oli Gerbera.",
    ],
    "fi": [
        "Drooni lensi Suomeen 18. huhtikuuta, poliisi kertoi.",
        "Puolustusministeri kertoi, että se oli Gerbera.",
    ],
}


def test_who_says_which_drone_it_was_makes_a_claim_in_nearly_every_language(knowledge: Knowledge) -> None:
    reports = [
        Report.of("\n\n".join(told), ref=code, published="2026-04-20", language=code) for code, told in TOLD.items()
    ]
    named = {found.report.ref: _named(found.claims) for found in read(reports, knowledge=knowledge)}
    right = [code for code, names in named.items() if names in ([[], ["Gerbera"]], [[], ["Shahed-136"]])]
    assert len(right) >= 9, named


def _named(claims: tuple[Claim, ...]) -> list[list[str]]:
    """The names that each claim gives the drone, by words of its own that a pack knows."""
    return [[item.name for item in claim.equipment if item.name[0] in "GS"] for claim in claims]
