"""What people decided is added, and never changed or taken away."""

import dataclasses
import sqlite3

import pytest

from stores import ON_SQLITE
from vedette.errors import JudgementError, StoreError, UnknownId
from vedette.model import Judgement, Override, Rating, Undo, Verdict
from vedette.store import DecisionFilter, open_store
from vedette.store.asked import MadeOnce, Once
from vedette.store.decisions import decision_of, decision_row

SAME = Judgement.of(["b", "a"], "c", Verdict.SAME, by="Anna", at="2025-09-13T08:00:00", why="one train")
APART = Judgement.of("b", "d", Verdict.DIFFERENT, by="Ben", at="2025-09-12T08:00:00")
GRADE = Override.of(["a", "b"], letter="B", digit=2, by="Anna", at="2025-09-13T09:00:00", why="seen ourselves")
LETTER = Rating.of("Example Post", "C", by="Ben", at="2025-09-13T10:00:00", why="often late")
UNDO = Undo.of(SAME.id, by="Ben", at="2025-09-14T08:00:00", why="two trains")


@pytest.mark.parametrize("decision", [SAME, APART, GRADE, LETTER, UNDO], ids=lambda one: type(one).__name__)
def test_a_decision_comes_back_as_it_was_made(decision):
    assert decision_of(decision_row(decision)) == decision


def test_the_log_is_in_the_order_of_recording(store):
    for decision in (SAME, APART, GRADE, LETTER, SAME):
        store.record([decision])
    assert store.decisions() == (SAME, APART, GRADE, LETTER)


@pytest.mark.parametrize(("filter", "passing"), [
    (DecisionFilter(kind="rate"), [LETTER]), (DecisionFilter(by="Anna"), [SAME, GRADE]),
    (DecisionFilter(kind="undo"), [UNDO]), (DecisionFilter(by="Ben", kind="same"), []),
    (DecisionFilter(beginning=GRADE.id[:9]), [GRADE]), (DecisionFilter(beginning="%"), []),
    (DecisionFilter(ids=frozenset([UNDO.id, APART.id])), [APART, UNDO]), (DecisionFilter(ids=frozenset()), []),
], ids=["a kind", "somebody", "what undoes", "somebody's of a kind", "a beginning", "no beginning", "some", "none"])
@pytest.mark.parametrize("limit", [1, 50])
def test_the_log_is_narrowed_and_what_was_undone_says_so_all_the_same(store, filter, passing, limit):
    store.record([SAME, APART, GRADE, LETTER, UNDO])
    wanted = [dataclasses.replace(one, undone=UNDO.at) if one is SAME else one for one in passing]
    assert list(store.decisions(filter)) == wanted
    found, part = [], store.list_decisions(filter, limit=limit)
    while part.items:
        assert (part.total, len(part.items) <= limit) == (len(wanted), True)
        found += part.items
        part = store.list_decisions(filter, after=part.end, limit=limit)
    assert found == wanted


def test_what_was_decided_later_is_found_by_its_place_in_the_log_which_may_have_gaps(store):
    store.record([APART])
    with pytest.raises(UnknownId):  # a server has then counted what never came to be
        store.record([SAME, LETTER, Undo.of("j404", by="Eve", at="2025-09-15")])
    store.record([SAME])
    seen = store.mark().decision
    store.record([GRADE])
    assert store.decisions(DecisionFilter(after=seen)) == (GRADE,)
    assert store.decisions(DecisionFilter(after=store.mark().decision)) == ()


def test_an_undo_is_a_row_of_its_own_and_the_decision_stays(store):
    for decision in (SAME, LETTER, UNDO):
        store.record([decision])
    assert store.decisions() == (dataclasses.replace(SAME, undone=UNDO.at), LETTER, UNDO)


@pytest.mark.parametrize("change", [{"why": "two trains"}, {"verdict": Verdict.UNSURE}, {"by": "Ben"}])
def test_a_decision_is_never_changed(store, change):
    store.record([SAME])
    with pytest.raises(JudgementError, match="never changed"):
        store.record([dataclasses.replace(SAME, **change)])
    assert store.decisions() == (SAME,)


def test_what_is_undone_stays_undone(store):
    store.record([SAME])
    store.record([UNDO])
    revision = store.revision()
    with pytest.raises(JudgementError, match="undone on 2025-09-14T08:00 already"):
        store.record([Undo.of(SAME.id, by="Eve", at="2025-09-15")])
    with pytest.raises(JudgementError, match="Record the decision anew"):
        store.record([Undo.of(UNDO.id, by="Eve", at="2025-09-15")])
    with pytest.raises(UnknownId, match="judge log"):
        store.record([Undo.of("j404", by="Eve", at="2025-09-15")])
    assert len(store.decisions()) == 2
    assert store.revision() == revision


def test_what_the_check_refuses_is_not_written(store):
    store.record([SAME])
    seen = []

    def refuse(_new, held):
        seen.extend(held)
        raise JudgementError("no")

    revision = store.revision()
    with pytest.raises(JudgementError, match="no"):
        store.record([APART], check=refuse)
    assert seen == []  # these anchors are of no report, so that nothing hangs together with them
    assert store.decisions() == (SAME,)
    assert store.revision() == revision


def judged(left, right, verdict=Verdict.SAME):
    return Judgement.of(f"{left}:0-4:strike", f"{right}:5-9:strike", verdict, by="Anna", at="2025-09-13T08:00:00")


def shown(store, new):
    """Give what the check of a decision is shown, and leave the decision out."""
    seen = []

    def refuse(_new, held):
        seen.extend(held)
        raise JudgementError("no")

    with pytest.raises(JudgementError, match="no"):
        store.record([new], check=refuse)
    return seen


def test_the_check_is_shown_what_hangs_together_with_the_new_decision_and_no_more(store):
    chain = [judged("r1", "r2"), judged("r2", "r3"), judged("r3", "r4", Verdict.DIFFERENT)]
    graded = Override.of(["r2:0-4:strike", "r7:0-4:strike"], letter="B", by="Anna", at="2025-09-13T09:00:00")
    store.record([chain[2], judged("r7", "r8"), LETTER, chain[0], graded, chain[1], judged("r9", "r5")])
    # An override ties no judgements together: r7 and r8 do not come into it.
    assert shown(store, judged("r1", "r6")) == [chain[2], chain[0], graded, chain[1]]
    assert shown(store, judged("r6", "r10")) == []
    assert shown(store, LETTER.of("Other Post", "B", by="Ben", at="2025-09-15")) == []


def test_the_check_sees_what_was_undone_and_what_goes_on_record_beside_it(store):
    first, again = judged("r1", "r2"), judged("r1", "r2", Verdict.DIFFERENT)
    store.record([first])
    undo, seen = Undo.of(first.id, by="Ben", at="2025-09-14T08:00:00"), []
    store.record([undo, again], check=lambda new, held: seen.append((new, list(held))))
    assert seen == [(undo, []), (again, [dataclasses.replace(first, undone=undo.at), undo])]


def test_what_was_refused_is_not_known_afterwards(store):
    """A number that was given to what never came to be may be given again, to something else."""
    kept, refused = judged("r1", "r2"), judged("r3", "r4")

    def refuse(new, _held):
        if new.id == LETTER.id:
            raise JudgementError("no")

    with pytest.raises(JudgementError, match="no"):
        store.record([refused, LETTER], check=refuse)
    store.record([kept])
    assert shown(store, judged("r1", "r5")) == [kept]
    assert shown(store, judged("r3", "r5")) == []


def test_what_another_process_decided_is_shown(store, address):
    first, second = judged("r1", "r2"), judged("r2", "r3")
    store.record([first])
    with open_store(address) as another:
        another.record([second])
    assert shown(store, judged("r1", "r5")) == [first, second]


def test_of_several_decisions_all_are_recorded_or_none(store):
    with pytest.raises(UnknownId):
        store.record([LETTER, GRADE, UNDO])
    assert store.decisions() == ()
    store.record([LETTER, GRADE])
    assert store.decisions() == (LETTER, GRADE)


@ON_SQLITE
@pytest.mark.parametrize("statement", [
    "UPDATE decisions SET by = 'Eve'",
    "UPDATE decisions SET number = 9 WHERE number = 1",
    "DELETE FROM decisions",
    "DELETE FROM decisions WHERE number = 1",
    "INSERT OR REPLACE INTO decisions SELECT number, id, kind, 'Eve', at, why, content FROM decisions",
    "INSERT OR REPLACE INTO decisions SELECT number, 'jx', kind, 'Eve', at, why, content FROM decisions",
    "INSERT OR REPLACE INTO decisions SELECT 99, id, kind, 'Eve', at, why, content FROM decisions",
    "INSERT INTO decisions SELECT * FROM decisions WHERE true ON CONFLICT(id) DO UPDATE SET by = 'Eve'",
])
def test_the_database_refuses_whoever_opens_the_file(store, file, statement):
    store.record([SAME])
    store.record([UNDO])
    before = store.decisions()
    with sqlite3.connect(file) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()
    assert store.decisions() == before


@ON_SQLITE
def test_a_lock_that_was_broken_open_is_seen(store, file):
    assert store.log_is_locked()
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TRIGGER decisions_never_deleted")
    connection.close()
    assert not store.log_is_locked()


def test_a_desk_opened_to_read_takes_no_decision(store, address):
    with open_store(address, read_only=True) as view, pytest.raises(StoreError, match="cannot be written"):
        view.record([SAME])


def test_what_is_recorded_under_a_key_is_recorded_once(store):
    once = Once(key="k", asked="letter")
    store.record([LETTER], once=once)
    store.record([GRADE], once=once)
    assert store.decisions() == (LETTER,)
    assert store.decided_once("k") == MadeOnce(asked="letter", decisions=(LETTER.id,))
    assert store.decided_once("other") is None


def test_a_key_of_what_was_refused_stays_free(store):
    once = Once(key="k", asked="an undo")
    with pytest.raises(UnknownId):
        store.record([UNDO], once=once)
    assert store.decided_once("k") is None


def told_of(report: str, *, at: str = "2025-09-13") -> Override:
    return Override.of([f"{report}:4-9:strike"], letter="B", digit=2, by="Anna", at=at, why="seen")


@pytest.mark.parametrize("others", [(), [f"r{number}" for number in range(50, 90)]], ids=["few reports", "many"])
def test_decisions_about_reports_come_with_what_took_them_back(store, others):
    first, longer = told_of("r1"), told_of("r11")
    pair = Judgement.of(["r2:1-5:strike"], ["r1:9-12:strike"], Verdict.SAME, by="Ben", at="2025-09-13")
    back = Undo.of(first.id, by="Ben", at="2025-09-14")
    store.record([first, longer, Rating.of("r1:4", "C", by="Ben", at="2025-09-13"), pair, back])
    assert store.decisions_about(["r1", *others]) == (dataclasses.replace(first, undone=back.at), pair, back)
    assert store.decisions_about(["r2", *others]) == (pair,)
    assert store.decisions_about(["r_", "r%", "r", *others]) == ()
    assert store.decisions_about([]) == ()


def test_decisions_are_given_by_their_ids(store):
    for decision in (SAME, LETTER, UNDO):
        store.record([decision])
    assert store.decisions_of_ids([SAME.id, "j404"]) == (dataclasses.replace(SAME, undone=UNDO.at), UNDO)
    assert store.decisions_of_ids([UNDO.id]) == (UNDO,)
    assert store.decisions_of_ids([]) == ()
