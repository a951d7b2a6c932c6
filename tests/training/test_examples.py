"""What is learned from an item is what its annotation says, no more."""

from pathlib import Path

import pytest
from training.examples import UNTOLD, WORD_HEADS, Example, eventless, example
from training.vocabulary import SIGNS, kept, piece_model

from vedette.evaluation.annotated import AnnotatedItem
from vedette.evaluation.eventless import EventlessParagraph
from vedette.evaluation.markup import read_corpus
from vedette.reading.tags.labels import HEADS, ROLES, Role, SpanKind
from vedette.reading.tags.words import Pieces

ITEM = """@ en-0001 story=gate published=2026-05-13 genre=relay region=baltic on=yes outlet=Northern Wire
{Harbour Post|S1 outlet}, {citing|C1} {police|S2 official EE}, {says|C1b} \
<S1>S2:{Estonia|A1 EE} {shut|E1 border_closure} {two gates|Q1 2 gates}>.
~ {It|A2=A1} did {so|E2=E1} {in March|T1 2026-03..}.
% The marathon starts at nine in Estonia.
E1 who=A1 count=Q1
E2 who=A2 when=T1
"""

QUIET = """@ en-0002 story=gates published=2026-05-13 genre=relay region=baltic on=yes outlet=Northern Wire
{Estonia|A1 EE} has two gates in narva.
"""


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    letters = [*SIGNS, "▁", *"abcdefghijklmnopqrstuvwxyz.,"]
    return Pieces(piece_model(letters, [-float(number) for number in range(len(letters))]))


@pytest.fixture
def item(tmp_path: Path) -> AnnotatedItem:
    file = tmp_path / "item.txt"
    file.write_text(ITEM, "utf-8")
    [item] = read_corpus(file)
    return item


def _row(made: Example, head: str) -> list[int]:
    return made.labels[WORD_HEADS.index(head)].tolist()


def test_words_of_an_event_are_marked_and_typed(item: AnnotatedItem, pieces: Pieces) -> None:
    made = example([item], pieces)
    words = [word.span.of(item.text) for word in made.window.words]
    assert [words[number] for number, label in enumerate(_row(made, "event")) if label == 1] == ["shut", "so"]
    closure = HEADS["type"].labels.index("border_closure")
    assert {label for label in _row(made, "type") if label != UNTOLD} == {closure}


def test_a_quantity_is_one_stretch_of_several_words(item: AnnotatedItem, pieces: Pieces) -> None:
    made = example([item], pieces)
    words = [word.span.of(item.text) for word in made.window.words]
    marked = [(words[number], label) for number, label in enumerate(_row(made, SpanKind.QUANTITY)) if label > 0]
    assert marked == [("two", 1), ("gates", 2)]


def test_of_a_paragraph_that_is_off_names_are_not_learned_but_that_it_has_no_event_is(
    item: AnnotatedItem, pieces: Pieces
) -> None:
    made = example([item], pieces)
    words = [word.span.of(item.text) for word in made.window.words]
    marathon = words.index("marathon")
    assert made.labels[WORD_HEADS.index(SpanKind.PLACE), marathon] == UNTOLD
    assert made.labels[WORD_HEADS.index("event"), marathon] == 0
    assert made.on.tolist() == [1, 1, 0]


def test_of_a_paragraph_without_an_event_unmarked_names_stay_open_and_now_and_then_all_does(
    tmp_path: Path, pieces: Pieces
) -> None:
    file = tmp_path / "item.txt"
    file.write_text(QUIET, "utf-8")
    [quiet] = read_corpus(file)
    told, silent = example([quiet], pieces), example([quiet], pieces, silent=lambda: True)
    assert set(_row(told, "event")) == {0} and set(_row(silent, "event")) == {UNTOLD}
    for made in (told, silent):
        assert set(_row(made, SpanKind.ACTOR)) == {1, UNTOLD} and set(_row(made, SpanKind.PLACE)) == {UNTOLD}
        assert made.on.tolist() == [1]


def test_roles_chains_and_sameness_are_links(item: AnnotatedItem, pieces: Pieces) -> None:
    made = example([item], pieces)
    words = [word.span.of(item.text) for word in made.window.words]
    links = {
        (ROLES[role], words[made.stretches[left].first], words[made.stretches[right].first])
        for role, left, right in made.links
    }
    assert (Role.WHO, "shut", "Estonia") in links
    assert (Role.SAYS, "shut", "Harbour") in links and (Role.SAYS, "shut", "police") in links
    assert (Role.CITES, "Harbour", "police") in links and (Role.CITES, "police", "Harbour") not in links
    assert (Role.SAME, "It", "Estonia") in links and (Role.SAME, "so", "shut") in links
    assert (Role.CUED, "Harbour", "says") in links


def test_one_paragraph_alone_has_only_its_own_links(item: AnnotatedItem, pieces: Pieces) -> None:
    made = example([item], pieces, only=range(1, 2))
    assert {ROLES[role] for role, _, _ in made.links} == {Role.WHO, Role.WHEN}
    assert made.on.tolist() == [1]


def test_two_items_together_keep_their_links_apart(item: AnnotatedItem, pieces: Pieces) -> None:
    alone, both = example([item], pieces), example([item, item], pieces)
    assert len(both.links) == 2 * len(alone.links)
    half = len(alone.stretches)
    assert all((left < half) == (right < half) for _, left, right in both.links)


def test_capitals_change_the_words_and_not_the_marks(item: AnnotatedItem, pieces: Pieces) -> None:
    quiet, loud = example([item], pieces), example([item], pieces, shout=True)
    assert (quiet.labels == loud.labels).all() and quiet.links == loud.links


def test_pieces_of_other_scripts_are_left_out() -> None:
    assert kept(["<s>", "▁border", "мяжа", "国境", "▁2026", "ülő", "κ", "❤"]) == [0, 1, 2, 4, 5, 7]


def test_of_an_ordinary_paragraph_is_learned_that_it_has_no_event_and_nothing_else(pieces: Pieces) -> None:
    made = example([eventless(EventlessParagraph("en", "bread gets dearer in riga."))], pieces)
    assert set(_row(made, "event")) == {0}
    assert all(set(_row(made, head)) == {UNTOLD} for head in WORD_HEADS if head != "event")
    assert made.on.tolist() == [0]
