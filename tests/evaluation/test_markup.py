"""The mark-up of the corpus: what is read, written back, and how faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.errors import KnowledgeError, UsageError
from vedette.evaluation.annotated import AnnotatedItem, Content, EventLine, Link, Mark, Paragraph, Role
from vedette.evaluation.markup import parse_items, read_corpus
from vedette.evaluation.markup_writer import write_item, write_items
from vedette.evaluation.problem import CorpusError
from vedette.evaluation.value_codes import parse_value
from vedette.evaluation.values import PlaceValue, QuantityValue, TimeValue
from vedette.model import EventType, PlaceKind, Section, Span
from vedette.model.claim import EvidenceKind, Factuality, Stage

CORPUS = Path(__file__).parents[2] / "corpus"
HEAD = "@ en-0001 story=quay published=2026-05-13 genre=agency region=baltic on=yes outlet=Northern Wire\n"


def item_of(body: str) -> AnnotatedItem:
    items, problems = parse_items(HEAD + body, file="a.txt")
    assert not problems, "\n".join(map(str, problems))
    return items[0]


def faults_of(body: str, head: str = HEAD) -> list[str]:
    return [str(problem) for problem in parse_items(head + body, file="a.txt")[1]]


def test_marks_come_back_at_their_place_in_the_plain_text() -> None:
    body = "The {{port|P1 site LV} of {Riga|A2=A1}|P2 site LV} is {shut|E1 border_closure}."
    item = item_of(f"# {{Riga|A1 LV}} shuts\n{body}\nE1\n")
    assert item.text == "Riga shuts\n\nThe port of Riga is shut."
    assert {mark.id: mark.span.of(item.text) for mark in item.marks} == {
        "A1": "Riga", "P1": "port", "A2": "Riga", "P2": "port of Riga", "E1": "shut",
    }  # fmt: skip
    assert [paragraph.section for paragraph in item.paragraphs] == [Section.HEADLINE, Section.BODY]
    assert item.value("A2") == item.value("A1")
    assert item.type_of("E1") is EventType.BORDER_CLOSURE


def test_an_event_line_says_what_is_not_the_default() -> None:
    item = item_of("{He|A1 ?} may {train|E1 exercise}.\nE1 planned possible imagery who=A1\n")
    assert item.events == (
        EventLine(id="E1", stage=Stage.PLANNED, factuality=Factuality.POSSIBLE, evidence=EvidenceKind.IMAGERY,
                  links=(Link(role=Role.INITIATOR, mark="A1"),)),
    )  # fmt: skip


def test_the_chain_follows_from_nested_contents_outermost_first() -> None:
    item = item_of("{B|S1 outlet} <S1:says {C|S2 agency} <S2:says they {drill|E1 exercise}> on>.\nE1\n")
    assert item.chain("E1") == ("S1", "S2")


def test_one_content_can_carry_a_whole_chain() -> None:
    assert item_of("{B|S1 outlet} {C|S2 agency} <S1>S2:they {drill|E1 exercise}>.\nE1\n").chain("E1") == ("S1", "S2")


@pytest.mark.parametrize(("says", "chain"), [("says=S2>S1", ("S2", "S1")), ("says=-", ()), ("", ("S1",))])
def test_a_line_may_give_the_chain_itself(says: str, chain: tuple[str, ...]) -> None:
    item = item_of(f"{{B|S1 outlet}} {{C|S2 agency}} <S1:they {{drill|E1 exercise}}>.\nE1 {says}\n")
    assert item.chain("E1") == chain


def test_cues_belong_to_the_source_of_their_number() -> None:
    item = item_of("{Kim|S1 expert} {said|C1} and {added|C1b} <S1:no>; {Lee|S12 expert} {agreed|C12} <S12:so>.")
    assert [mark.id for mark in item.cues("S1")] == ["C1", "C1b"]


def test_signs_of_the_mark_up_can_be_text() -> None:
    item = item_of("\\E40 costs \\{5\\} \\| \\<6\\> \\\\.\n\\# no headline\n")
    assert item.text == "E40 costs {5} | <6> \\.\n\n# no headline"
    assert item.paragraphs[1].section is Section.BODY


def test_an_off_paragraph_is_off_and_the_rest_is_on() -> None:
    item = item_of("{A drill|E1 exercise} began.\n% Rain.\nE1\n")
    assert [paragraph.on for paragraph in item.paragraphs] == [True, False]
    assert write_item(item).splitlines()[2] == "% Rain."


@pytest.mark.parametrize(
    ("letter", "words", "expected"),
    [
        ("Q", ">=30 ships", QuantityValue(value=30, unit="ships", qualifier="at_least")),
        ("Q", "6000..8000 troops", QuantityValue(value=6000, high=8000, unit="troops")),
        ("Q", "2.5 kg of=high_explosive", QuantityValue(value=2.5, unit="kg", of="high explosive")),
    ],
)
def test_quantities_have_bound_range_and_unit(letter: str, words: str, expected: QuantityValue) -> None:
    assert parse_value(letter, words) == expected


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("2026-05-13", "2026-05-13", None),
        ("2026-05-13T14", "2026-05-13T14:00", None),
        ("2026-05-12-night", "2026-05-12T22:00", "2026-05-13T06:00"),
        ("2026-W19-weekend", "2026-05-09", "2026-05-10"),
        ("2026-02-late", "2026-02-21", "2026-02-28"),
        ("2025-winter", "2025-12", "2026-02"),
        ("..2026-05-16", None, "2026-05-16"),
        ("2026-W20..2026-05-20", "2026-05-11", "2026-05-20"),
    ],
)
def test_times_stand_for_periods(code: str, start: str | None, end: str | None) -> None:
    value = parse_value("T", code)
    assert isinstance(value, TimeValue)
    assert value.period is not None
    assert (value.period.start, value.period.end) == (start, end)


def test_since_is_open_and_a_length_is_no_period() -> None:
    since, length = parse_value("T", "2026-05-11.."), parse_value("T", "P2W")
    assert isinstance(since, TimeValue) and since.period and since.period.open_end
    assert isinstance(length, TimeValue) and length.period is None and length.duration == "P2W"


@pytest.mark.parametrize(
    ("letter", "words", "why"),
    [
        ("E", "border_closing", "'border_closing' is no event type"),
        ("T", "2026-02-30", "day is out of range"),
        ("T", "2026-05-13..2026-05-12", "is later than"),
        ("T", "2026-05-13T25", "is no time of day"),
        ("T", "Friday", "'Friday' is no time"),
        ("Q", "many troops", "is no quantity"),
        ("Q", "30", "is no quantity"),
        ("Q", "8..6 km", "runs backwards"),
        ("P", "town PL", "is no kind of place"),
        ("P", "city QQ", "'QQ' is no country"),
        ("P", "border PL", "both sides"),
        ("P", "city", "lies in a country"),
        ("A", "", "An actor has a party"),
        ("A", "poland", "'poland' is no party"),
        ("S", "minister PL", "is no kind of source"),
        ("W", "drone", "is no kind of equipment"),
        ("C", "said", "has no value"),
        ("T", "2026 as=year", "stands only behind"),
    ],
)
def test_a_wrong_value_is_refused_with_its_reason(letter: str, words: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_value(letter, words)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("{Riga|A1 LV\n", "a.txt:2: The label behind 'Riga' is never closed. Write '}' behind it."),
        ("{Riga is a {port|P1 site LV}\n", "a.txt:2: The '{' before 'Riga is a port' is never closed. "
                                            "Close it in the same paragraph."),
        ("<S1:Riga\n", "a.txt:2: The '<' of S1 is never closed. Close it in the same paragraph."),
        ("Riga|A1 LV}\n", "a.txt:2: A '|' stands outside of {words|LABEL}. "
                          "Write a backslash before it if it is part of the text."),
        ("{Riga}\n", "a.txt:2: A '}' comes without a label. Write {words|LABEL}, or a backslash before it."),
        ("{Riga|X1}\n", "a.txt:2: 'X1' behind 'Riga' is no label. Write a letter of EAPTQWNSC and a number: A1 PL."),
        ("{ Riga|A1 LV}\n", "a.txt:2: The words of A1 are empty or have a blank at an edge. Mark whole words only."),
        ("{|A1 LV}x\n", "a.txt:2: The words of A1 are empty or have a blank at an edge. Mark whole words only."),
        ("{drill|E1 exercise}\n", "a.txt:2: en-0001: E1 has no line. Write a line 'E1 ...' under the text."),
        ("Rain.\nE1\n", "a.txt:3: en-0001: E1 is not marked in the text. Mark its trigger, or take the line out."),
        ("{drill|E1 exercise}\nE1 who=A1\n", "a.txt:3: en-0001: E1: who=A1 names no mark. Mark it, or leave it out."),
        ("{drill|E1 exercise} {now|T1 2026}\nE1 who=T1\n",
         "a.txt:3: E1: who= takes no T1. Link a mark of actor (A1), or use another role."),
        ("{drill|E1 exercise}\nE1 planned cancelled\n",
         "a.txt:3: E1: 'cancelled' is no stage, factuality or evidence, or a second one. Known: planned, "
         "under_way, happened, cancelled, asserted, probable, possible, denied, unknown, told, "
         "document, imagery, footage, sensor."),
        ("{drill|E1 exercise}\nE1 says=S1\n",
         "a.txt:3: en-0001: S1 is not marked in the text. Mark the source: {words|S1 official}."),
        ("{drill|E1 exercise}\nE1\nE1\n", "a.txt:3: en-0001: E1 has more than one line. Join them."),
        ("{Riga|A1 LV} {it|A1 LV}\n",
         "a.txt:2: en-0001: A1 is given to more than one stretch of words. Number each on its own: A2=A1."),
        ("{Riga|A1=A2} {it|A2=A1}\n",
         "a.txt:2: en-0001: A1 is the same as itself, in a circle. Let the later name the earlier."),
        ("{Riga|A1=P1} {it|P1 city LV}\n", "a.txt:2: en-0001: A1=P1 names no other mark of its kind. Write A2=A1."),
        ("he {said|C1} so\n", "a.txt:2: en-0001: The source of C1 is not marked. Mark S1, or renumber the cue."),
        ("% {Riga|A1 LV}\n", "a.txt:2: en-0001: A1 stands in a text off our subjects. Take out the mark, or the '%'."),
        ("a  b\n", "a.txt:2: Two blanks follow one another. Write one."),
        ("{a|S1 expert} <S1:b {c|A1 LV>}\n", "a.txt:2: A1 'c': 'LV>' is no party. "
                                               "Write a country code, an organisation (NATO), or ? if unknown."),
        ("a > b\n", "a.txt:2: A '>' closes no content. Write a backslash before it if it is part of the text."),
        ("a < b\n", "a.txt:2: A '<' does not open a content such as <S1:words>. "
                    "Write a backslash before it if it is part of the text."),
        ("", "a.txt:1: en-0001 has no text. Write its paragraphs under the head."),
    ],
)  # fmt: skip
def test_a_fault_says_where_what_and_what_to_do(body: str, fault: str) -> None:
    assert fault in faults_of(body)


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("@ en-1 story=a\n", "a.txt:1: This is no head of an item."),
        ("Rain.\n", "a.txt:1: Text stands before the first head."),
        (HEAD.replace("agency", "novel"), "a.txt:1: en-0001: 'novel' is no genre. Known: agency, relay,"),
        (HEAD.replace("2026-05-13", "13.5.2026"), "a.txt:1: en-0001: '13.5.2026' is no date."),
        (HEAD.replace("en-0001", "xx-0001"), "a.txt:1: xx-0001: This is no id."),
        (HEAD.replace(" story=quay", ""), "a.txt:1: en-0001: story= is missing."),
        (HEAD.replace("story=", "tale="), "a.txt:1: en-0001: tale= is no key."),
    ],
)
def test_a_wrong_head_is_named(head: str, fault: str) -> None:
    assert any(found.startswith(fault) for found in faults_of("Rain.\n", head=head))


def test_every_error_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    file = tmp_path / "001-x.txt"
    file.write_text(HEAD + "{Riga|A1 lv} {x|Z}\nE7\n" + HEAD + "Rain.\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        list(read_corpus(tmp_path))
    assert isinstance(caught.value, KnowledgeError)
    assert [problem.line for problem in caught.value.problems] == [2, 2, 3, 4]
    assert str(caught.value).count("\n") == 3


def test_a_good_item_beside_a_bad_one_is_still_read() -> None:
    items, problems = parse_items(HEAD + "{a|X}\n" + HEAD.replace("0001", "0002") + "Rain.\n", file="a.txt")
    assert [item.id for item in items] == ["en-0001", "en-0002"]
    assert len(problems) == 1


def test_marks_that_cross_cannot_be_written() -> None:
    item = item_of("One two three.")
    marks = tuple(Mark(id=f"A{n}", span=Span(n, n + 5), value=parse_value("A", "LV")) for n in (1, 3))
    crossed = AnnotatedItem(**{name: getattr(item, name) for name in item.__slots__} | {"marks": marks})
    with pytest.raises(UsageError, match="crosses another mark"):
        write_item(crossed)


@pytest.mark.parametrize("file", sorted(CORPUS.rglob("*.txt")), ids=lambda file: file.name)
def test_the_corpus_survives_the_way_to_mark_up_and_back(file: Path) -> None:
    items = list(read_corpus(file))
    again, problems = parse_items(write_items(items), file="again.txt")
    assert problems == []
    assert again == items


# Anything that a person may type: signs of the mark-up, line signs, letters of several scripts.
typed = st.text(alphabet="ab я|{}<>\\#~%@E1:S", min_size=1, max_size=12)
words = typed.map(lambda raw: " ".join(raw.split())).filter(bool)
values = st.sampled_from(["A PL", "P border PL-BY", "P water as=Black_Sea", "Q ~30.5 km", "T 2026-05-12-night",
                          "W uav"])


@st.composite
def items(draw: st.DrawFn) -> AnnotatedItem:
    """An item of one to three paragraphs with marks and contents that nest."""
    text, paragraphs, marks, contents = "", [], [], []
    for _ in range(draw(st.integers(1, 3))):
        base = len(text) + (2 if text else 0)
        pieces = draw(st.lists(words, min_size=1, max_size=4))
        line = " ".join(pieces)
        at = base
        for piece in pieces:
            span = Span(at, at + len(piece))
            at += len(piece) + 1
            for value in draw(st.lists(values, max_size=2)):
                letter, _, code = value.partition(" ")
                marks.append(Mark(id=f"{letter}{len(marks) + 1}", span=span, value=parse_value(letter, code)))
            if draw(st.booleans()):
                contents.append(Content(chain=draw(st.sampled_from([("S99",), ("S98", "S99")])), span=span))
        if draw(st.booleans()):
            contents.append(Content(chain=("S97",), span=Span(base, base + len(line))))
        section = draw(st.sampled_from(list(Section)))
        paragraphs.append(Paragraph(span=Span(base, base + len(line)), section=section))
        text += ("\n\n" if text else "") + line
    for source in ("S97", "S98", "S99"):
        marks.append(Mark(id=source, span=paragraphs[0].span, value=parse_value("S", "agency LV")))
    return AnnotatedItem(
        id="en-0001", language="en", story="s", published="2026-05-13", genre="agency", region="world", outlet="N W",
        on=True, text=text, paragraphs=tuple(paragraphs),
        marks=tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.id))),
        contents=tuple(sorted(contents, key=lambda content: (content.span.start, -content.span.end))),
    )  # fmt: skip


@given(items())
def test_what_is_written_is_read_again(item: AnnotatedItem) -> None:
    again, problems = parse_items(write_item(item), file="a.txt")
    assert problems == []
    assert again == [item]


@given(st.text(alphabet="ab {|}<>S1:;=E\n@#%A", max_size=60))
def test_nonsense_is_reported_and_never_breaks(raw: str) -> None:
    found, problems = parse_items(HEAD + raw, file="a.txt")
    for item in found:
        assert all(mark.span.end <= len(item.text) for mark in item.marks)
    for problem in problems:
        assert problem.line >= 1
        assert problem.fix


def test_a_place_keeps_its_usual_name() -> None:
    assert parse_value("P", "city BY as=Брэст") == PlaceValue(kind=PlaceKind.CITY, countries=("BY",), name="Брэст")
