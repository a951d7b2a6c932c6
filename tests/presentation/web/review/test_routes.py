"""What people are asked, what they answer, and that two people at once lose nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from review_desk import ReviewDesk, Reviewer, form_in, with_field

from vedette.model import CorrectedField, Correction, Decision, Judgement, Override, Undo, Verdict
from vedette.model.question import QuestionKind
from vedette.store import DecisionFilter

MakeDesk = Callable[..., ReviewDesk]


def test_an_open_pair_is_shown_with_both_sentences_and_what_speaks_for_and_against(desk: ReviewDesk) -> None:
    page = Reviewer(desk, "Ann").get("/review?kind=pair").text

    assert page.count("<blockquote") == 2
    assert "A <mark" in page and "Villagers <mark" in page
    assert "Alpha Post" in page and "Beta Times" in page
    assert re.search(r"Agrees:.*drone incident.*Not said:.*no actor in one of them", page, flags=re.S)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_an_answer_is_on_record_and_the_question_is_gone(desk: ReviewDesk, verdict: Verdict) -> None:
    ann = Reviewer(desk, "Ann")

    answer = ann.post(form_in(ann.get("/review").text, str(verdict)))

    [judgement] = desk.log()
    assert answer.status_code == 303
    assert isinstance(judgement, Judgement)
    assert (judgement.verdict, judgement.by) == (verdict, "Ann")
    assert desk.questions() == ()
    assert desk.store.counts()["events"] == (1 if verdict is Verdict.SAME else 2)


def test_after_an_answer_the_next_question_comes_where_the_person_was(make_desk: MakeDesk) -> None:
    desk = make_desk(3)
    ann = Reviewer(desk, "Ann")
    second = desk.questions()[1].id

    answer = ann.post(form_in(ann.get("/review?kind=pair").text, "different"))
    page = ann.get(answer.headers["location"]).text

    assert re.findall(r'id="q-(\w+)"', page)[0] == second
    assert "Recorded:" in page


def test_the_last_answer_is_taken_back_and_the_question_is_asked_again(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    asked = desk.questions()
    after = ann.post(form_in(ann.get("/review").text, "same")).headers["location"]

    ann.post(form_in(ann.get(after).text, "undo"))

    assert isinstance(desk.log()[-1], Undo)
    assert desk.questions() == asked


def test_nobody_takes_back_what_another_decided_by_a_key(desk: ReviewDesk) -> None:
    ann, ben = Reviewer(desk, "Ann"), Reviewer(desk, "Ben")
    ann.post(form_in(ann.get("/review").text, "same"))

    assert 'value="undo"' not in ben.get("/review").text


def test_a_skipped_question_stays_and_the_queue_goes_on_behind_it(make_desk: MakeDesk) -> None:
    desk = make_desk(2)
    ann = Reviewer(desk, "Ann")
    page = ann.get("/review?kind=pair").text

    skip = re.search(r'href="([^"]+)" data-key="j"', page)
    assert skip
    behind = ann.get(skip[1].replace("&amp;", "&")).text

    assert re.findall(r'id="q-(\w+)"', behind) == [desk.questions()[1].id]
    assert len(desk.questions()) == 2


def test_pages_of_the_queue_hold_each_question_once_in_one_order(make_desk: MakeDesk) -> None:
    desk = make_desk(12)
    ann = Reviewer(desk, "Ann")
    seen, address = [], "/review"
    while address:
        page = ann.get(address).text
        seen += re.findall(r'id="q-(\w+)"', page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        address = onward[1].replace("&amp;", "&") if onward else ""

    pairs, claims = desk.questions(), desk.questions(QuestionKind.CLAIM)
    assert seen == [one.id for one in (*pairs, *claims)]
    assert len(seen) == 12 + 24


def test_two_people_at_once_lose_nothing(desk: ReviewDesk) -> None:
    ann, ben = Reviewer(desk, "Ann"), Reviewer(desk, "Ben")
    anns, bens = (form_in(one.get("/review").text, act) for one, act in ((ann, "same"), (ben, "different")))

    first = ann.post(with_field(anns, "why", "one field, one drone"))
    second = ben.post(with_field(bens, "why", "the engine was a tractor"))

    assert (first.status_code, second.status_code) == (303, 409)
    assert [one.by for one in desk.log()] == ["Ann"]
    assert "one field, one drone" in second.text
    assert "the engine was a tractor" in second.text

    ben.post(form_in(second.text, "undo"))
    ben.post(with_field(form_in(ben.get("/review").text, "different"), "why", "the engine was a tractor"))

    assert [one.by for one in desk.log()] == ["Ann", "Ben", "Ben"]
    assert desk.store.counts()["events"] == 2


def test_the_second_person_can_record_theirs_beside_the_first(make_desk: MakeDesk) -> None:
    desk = make_desk()
    ann, ben = Reviewer(desk, "Ann"), Reviewer(desk, "Ben")
    event = desk.questions()[0].events[0]
    page = ben.get(f"/events/{event}").text
    grade = with_field(form_in(page, "grade"), "grade", "B2")
    ann.post(with_field(form_in(ann.get(f"/events/{event}").text, "grade"), "grade", "C3"))

    shown = ben.post(with_field(grade, "why", "we have seen the footage"))
    again = form_in(shown.text, "grade")
    ben.post(with_field(again, "why", "we have seen the footage"))

    assert shown.status_code == 409
    assert [(one.by, one.letter) for one in desk.log() if isinstance(one, Override)] == [("Ann", "C"), ("Ben", "B")]
    assert str(desk.store.event(event).grade) == "B2"


def test_sixteen_at_once_about_sixteen_pairs_are_all_on_record(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VEDETTE_BY", "Ann")
    desk = make_desk(16)
    ann = Reviewer(desk, "Ann")
    forms = [
        form_in(page, act, holding=one.events[0])
        for one, act in zip(desk.questions(), ["same", "different"] * 8, strict=True)
        for page in (ann.get(f"/events/{one.events[0]}").text,)
    ]
    csrf = ann.csrf()

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda form: ann.post(form, csrf=csrf), forms))

    assert [answer.status_code for answer in answers] == [303] * 16
    assert len(desk.log()) == len({one.id for one in desk.log()}) == 16
    assert desk.questions() == ()
    assert desk.store.counts()["events"] == 8 + 16
    assert desk.store.is_linked()


def test_a_form_without_what_was_seen_records_nothing(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    form = [(name, value) for name, value in form_in(ann.get("/review").text, "same") if name != "seen"]

    answer = ann.post(form)

    assert answer.status_code == 409
    assert desk.log() == ()
    assert ann.post(form_in(answer.text, "same")).status_code == 303


def test_a_report_that_came_meanwhile_is_shown_first(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    form = form_in(ann.get("/review").text, "same")
    left = dict(form)["left"]
    claim = next(desk.store.claims(desk.store.event(left).claims))
    desk.desk.decide([Override.of([claim.anchor], letter="B", by="Ben", at="2025-09-12")])

    assert ann.post(form).status_code == 409
    assert len(desk.log()) == 1


def test_a_form_from_elsewhere_is_refused(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    form = form_in(ann.get("/review").text, "same")

    assert ann.post(form, csrf="0" * 64).status_code == 403
    assert desk.log() == ()


def test_where_the_person_goes_on_is_an_address_of_this_desk(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    form = with_field(form_in(ann.get("/review").text, "same"), "back", "//elsewhere.example/review")

    assert ann.post(form).headers["location"].startswith("/review")


def test_a_single_origin_is_confirmed_and_not_asked_again(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    before = len(desk.questions(QuestionKind.CLAIM))

    ann.post(form_in(ann.get("/review?kind=claim").text, "confirm"))

    assert len(desk.questions(QuestionKind.CLAIM)) == before - 1
    assert [one.field for one in desk.log() if isinstance(one, Correction)] == [CorrectedField.CLAIM]


def claim_page(desk: ReviewDesk, ann: Reviewer) -> str:
    """The address of a claim, as the page of its event gives it."""
    page = ann.get(f"/events/{desk.questions()[0].events[0]}").text
    found = re.search(r'href="(/claims/[^"]+)"', page)
    assert found
    return found[1]


def test_a_field_is_set_on_the_page_of_its_claim_and_taken_back(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    event, address = desk.questions()[0].events[0], claim_page(desk, ann)
    form = form_in(ann.get(address).text, "correct", holding='value="place"')

    ann.post(with_field(with_field(form, "value", "Kaunas"), "why", "the police station is there"))

    assert [one.place.name for one in desk.store.event(event).places] == ["Kaunas"]
    page = ann.get(address).text
    assert re.search(r"was read as Lithuania, LT|was read as LT", page)
    assert "set by Ann" in page
    ann.post(form_in(page, "undo"))
    assert [one.place.name for one in desk.store.event(event).places] == ["Lithuania"]


def test_words_to_choose_from_are_said_in_the_language_of_the_reader_and_sent_as_the_desk_knows_them(
    desk: ReviewDesk,
) -> None:
    ann = Reviewer(desk, "Ann")
    page = ann.get(claim_page(desk, ann) + "?lang=uk").text
    chosen = dict(re.findall(r'<option value="([^"]*)"(?: selected)?>([^<]*)</option>', page))
    assert {"happened", "under way", "denied", "exercise"} <= set(chosen)
    assert not any(re.search("[A-Za-z]", words) for words in chosen.values())
    form = form_in(page, "correct", holding='value="stage"')
    assert ann.post(with_field(with_field(form, "value", "planned"), "why", "it is announced")).status_code == 303


def test_the_queue_reads_the_whole_log_only_for_who_does_not_come_from_deciding(
    desk: ReviewDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, ben = Reviewer(desk, "Ann"), Reviewer(desk, "Ben")
    ann.get("/review")
    read: list[str] = []
    really = desk.store.decisions

    def noting(filter: DecisionFilter = DecisionFilter()) -> tuple[Decision, ...]:  # noqa: B008 (frozen)
        read.append("log" if filter.ids is None else "one")
        return really(filter)

    monkeypatch.setattr(desk.store, "decisions", noting)

    answer = ann.post(form_in(ann.get("/review").text, "different"))
    read.clear()
    page = ann.get(answer.headers["location"]).text

    assert form_in(page, "undo")
    assert read == ["one"]
    read.clear()
    # Ben's own last decision is another: there is none, and it is looked for once as long as nothing changes.
    for _ in range(3):
        assert 'value="undo"' not in ben.get("/review").text
    assert read == ["log"]


def test_what_cannot_be_understood_is_said_and_nothing_is_recorded(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    form = form_in(ann.get(claim_page(desk, ann)).text, "correct", holding='value="period"')

    answer = ann.post(with_field(with_field(form, "value", "last Tuesday"), "why", "x"))

    assert answer.status_code == 400
    assert "is no date" in answer.text
    assert desk.log() == ()


def test_two_events_named_by_hand_are_shown_before_anything_is_recorded(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    left, right = desk.questions()[0].events
    form = [("left", left), ("right", right[:9]), ("act", "different"), ("why", "two days"), ("back", "/review")]

    shown = ann.post(form)

    assert shown.status_code == 409
    assert desk.log() == ()
    assert ann.post(form_in(shown.text, "different")).status_code == 303


def test_an_id_that_nothing_has_is_said_without_naming_commands(desk: ReviewDesk) -> None:
    left, _ = desk.questions()[0].events
    shown = Reviewer(desk, "Ann").post(
        [("left", left), ("right", "e0000"), ("act", "same"), ("why", "x"), ("back", "/review")]
    )
    assert shown.status_code == 409
    assert "No event &#39;e0000&#39; on this desk." in shown.text and "vedette events" not in shown.text
    assert desk.log() == ()


def test_hostile_words_in_a_reason_are_shown_as_text(desk: ReviewDesk) -> None:
    ann = Reviewer(desk, "Ann")
    ann.post(with_field(form_in(ann.get("/review").text, "same"), "why", "<script>alert(1)</script>"))

    page = ann.get("/review").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
