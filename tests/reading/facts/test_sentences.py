"""A full stop ends a sentence, unless it belongs to an abbreviation, an ordinal or an initial."""

import pytest

from vedette.model import Span
from vedette.reading.facts.sentences import split_sentences

SHORT = frozenset({"тис", "g", "val", "ca", "godz"})


@pytest.mark.parametrize(("text", "wanted"), [
    ("Кордон закрито. Рух зупинено.", ["Кордон закрито.", "Рух зупинено."]),
    ("Прибуло 5 тис. військових. Решта їде.", ["Прибуло 5 тис. військових.", "Решта їде."]),
    ("Am 3. Mai schloss der Übergang. Er bleibt zu.", ["Am 3. Mai schloss der Übergang.", "Er bleibt zu."]),
    ("2026 g. Rygoje susitiko du ministrai. Kalbėjo 3 val. Vėliau išvyko.", [
        "2026 g. Rygoje susitiko du ministrai.", "Kalbėjo 3 val. Vėliau išvyko.",
    ]),
    ("„Raja on kiinni.” Ministeri vahvisti asian.", ["„Raja on kiinni.”", "Ministeri vahvisti asian."]),
    ("General J. Kowal spoke. Nobody asked.", ["General J. Kowal spoke.", "Nobody asked."]),
    ("Who closed it? Nobody says… “Not us!” The gate is shut.", [
        "Who closed it?", "Nobody says…", "“Not us!”", "The gate is shut.",
    ]),
    ("No end", ["No end"]),
])  # fmt: skip
def test_sentences(text: str, wanted: list[str]) -> None:
    found = split_sentences(text, Span(0, len(text)), abbreviations=SHORT)
    assert [span.of(text) for span in found] == wanted


def test_only_the_stretch_is_cut_and_nothing_of_it_is_lost() -> None:
    text = "One. Two. Three. Four."
    found = split_sentences(text, Span(5, 16), abbreviations=frozenset())
    assert [span.of(text) for span in found] == ["Two.", "Three."]
