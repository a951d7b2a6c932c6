"""How many: what a bare number counts."""

from __future__ import annotations

import pytest

from vedette.evaluation.gold_tags import GoldTagger
from vedette.evaluation.markup import parse_items
from vedette.knowledge import load_knowledge
from vedette.model import Report
from vedette.reading.facts import FactReader


@pytest.mark.parametrize(("language", "marked"), [
    ("de", "Am {Manöver|E1 exercise} sind {4000 Soldaten|Q1 4000 soldiers} in Polen und weitere "
           "{1500|Q2 1500 soldiers} auf See beteiligt."),
    ("fi", "{Harjoituksessa|E1 exercise} on {4000 sotilasta|Q1 4000 soldiers}, joista {1500|Q2 1500 soldiers} "
           "on ulkomailta."),
])
def test_a_bare_number_counts_what_was_counted_before(language: str, marked: str) -> None:
    head = f"@ {language}-0001 story=a published=2026-05-13 genre=agency region=baltic on=yes outlet=Example Wire\n"
    [item], problems = parse_items(f"{head}{marked}\nE1 count=Q1,Q2\n", file="test")
    assert not problems
    report = Report.of(item.text, ref="a", outlet="Example Wire", published=item.published, language=language)
    [claim] = FactReader(load_knowledge(), language=language, tagger=GoldTagger(item)).read(report)
    assert [(each.value, each.unit) for each in claim.quantities] == [(4000, "soldiers"), (1500, "soldiers")]
