"""Who says so, and whether it is said to have happened, in English sentences."""

from collections.abc import Callable

import pytest

from vedette.knowledge import load_knowledge
from vedette.model import Claim, EventType, Factuality, LinkKind, Report, Stage
from vedette.reading.rules import RuleReader

Read = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def read() -> Read:
    reader = RuleReader(load_knowledge())
    return lambda text: reader.read(Report.of(text, ref="a", published="2026-05-13", language="en"))


def _origins(claims: list[Claim]) -> list[str]:
    return [claim.origin.name for claim in claims if claim.origin is not None]


def test_whoever_is_the_subject_of_a_verb_of_speech_speaks(read: Read) -> None:
    claims = read("Latvia closed its border with Belarus on Tuesday, a lorry importer said.")
    assert _origins(claims) == ["lorry importer"]


def test_what_shows_nothing_in_words_does_not_speak(read: Read) -> None:
    claims = read("The queue shows that Latvia closed its border with Belarus on Tuesday.")
    assert _origins(claims) == []


def test_who_decides_says_what_will_be_and_the_narrator_that_it_was_decided(read: Read) -> None:
    claims = read("The Saeima voted on Tuesday to close the border with Russia.")
    origins = {claim.type: claim.origin.id if claim.origin else None for claim in claims}
    assert origins.pop(EventType.BORDER_CLOSURE) == "LV-Parliament"
    assert set(origins.values()) <= {None}


@pytest.mark.parametrize("verb", ["refused to close", "declined to close", "failed to close"])
def test_what_is_refused_is_not_done(read: Read, verb: str) -> None:
    claims = read(f"Poland {verb} its border with Belarus on Tuesday.")
    assert {claim.factuality for claim in claims if claim.type is EventType.BORDER_CLOSURE} <= {Factuality.DENIED}


def test_a_negated_verb_denies_only_what_it_would_bring_about(read: Read) -> None:
    [held] = read("Belarus did not hold the exercise in Hrodna.")
    assert held.factuality is Factuality.DENIED
    [told] = read("The airspace violation on Monday did not affect the traffic.")
    assert told.factuality is Factuality.ASSERTED


@pytest.mark.parametrize("closing", [
    "Example Times reports", "the channel Example reports", "notes the tracker Example", "according to Example Wire",
])
def test_who_closes_a_sentence_with_a_cue_speaks_whatever_the_parser_makes_of_it(read: Read, closing: str) -> None:
    origins = _origins(read(f"Latvia has closed its border with Belarus, {closing}."))
    assert len(origins) == 1 and "Example" in origins[0]


def test_an_unknown_name_that_reports_is_an_outlet(read: Read) -> None:
    [claim] = read("Latvia has closed its border with Belarus, Example Times reports.")
    assert claim.origin is not None and claim.origin.kind is LinkKind.OUTLET


def test_according_to_plan_is_nobody(read: Read) -> None:
    assert _origins(read("Latvia closed its border with Belarus on Tuesday according to plan.")) == []


def test_who_adds_something_in_a_participle_has_spoken_before(read: Read) -> None:
    claims = read("Two men were hurt, the mayor of Narva said, adding that Latvia had closed its border with Russia.")
    assert _origins(claims) == ["mayor of Narva"]


def test_reportedly_is_somebody_whom_nobody_names(read: Read) -> None:
    [claim] = read("Latvia has reportedly closed its border with Belarus.")
    assert claim.origin is not None and claim.origin.kind is LinkKind.UNNAMED


@pytest.mark.parametrize("sentence", ["They closed the border with Belarus.", "Latvia will close its border."])
def test_a_speaker_who_closed_a_sentence_goes_on_in_the_next(read: Read, sentence: str) -> None:
    claims = read(f"Guards are ready, the interior minister said. {sentence}")
    assert _origins(claims) == ["interior minister"]


@pytest.mark.parametrize("before", ["The interior minister said that guards are ready.", "Guards are ready."])
def test_behind_a_speaker_who_opened_the_narrator_goes_on(read: Read, before: str) -> None:
    assert _origins(read(f"{before} Latvia closed its border with Belarus.")) == []


def test_that_somebody_denied_is_the_narrators_word_and_what_he_denied_is_his(read: Read) -> None:
    claims = read("Minsk denied that Belarus had closed the border with Poland.")
    told = {claim.type: claim.origin for claim in claims}
    assert told[EventType.DENIAL] is None and told[EventType.BORDER_CLOSURE] is not None


@pytest.mark.parametrize("sentence", [
    "No Russian troops are massing at the border with Latvia.",
    "There are no Russian troops massing at the border with Latvia.",
    "At no point did the aircraft enter Latvian airspace.",
    "None of the Russian drones entered Latvian airspace.",
    "The claim that Latvia had closed its border with Belarus is false.",
    "Reports of a drone strike on the airport in Riga are untrue.",
])
def test_what_is_said_not_to_be_so_is_denied(read: Read, sentence: str) -> None:
    assert {claim.factuality for claim in read(sentence)} == {Factuality.DENIED}


@pytest.mark.parametrize(("sentence", "stage"), [
    ("Latvia may close its border with Belarus.", Stage.PLANNED),
    ("Latvia threatened to close its border with Belarus.", Stage.PLANNED),
    ("Russian drones may have entered Latvian airspace on Monday.", Stage.HAPPENED),
])
def test_what_is_possible_lies_ahead_unless_its_verb_looks_back(read: Read, sentence: str, stage: Stage) -> None:
    possible = [claim for claim in read(sentence) if claim.factuality is Factuality.POSSIBLE]
    assert [claim.stage for claim in possible] == [stage]


def _party(claims: list[Claim]) -> str | None:
    [origin] = {claim.origin for claim in claims if claim.origin is not None}
    return origin.party


@pytest.mark.parametrize(("speaker", "party"), [
    ("the military in Manila", "PH"), ("Hamburg prosecutors", "DE"), ("a controller in Riga", "LV"),
])
def test_a_speaker_is_of_the_place_that_its_own_words_name(read: Read, speaker: str, party: str) -> None:
    assert _party(read(f"Russian drones violated Polish airspace on Tuesday, {speaker} said.")) == party


def test_a_minister_is_of_the_country_that_the_text_speaks_of_not_of_whom_it_accuses(read: Read) -> None:
    claims = read(
        "Estonia is calling up reservists. Estonia closed a road near Narva.\n\n"
        "Drones from Russia crossed the border on Tuesday, the interior minister said."
    )
    assert _party([claim for claim in claims if claim.attribution]) == "EE"


@pytest.mark.parametrize(("speaker", "kind"), [
    ("an airport worker", LinkKind.WITNESS), ("the tracking firm Example", LinkKind.EXPERT),
    ("the procurement agency", LinkKind.OFFICIAL), ("the news agency Example", LinkKind.AGENCY),
    ("a base inspector", LinkKind.OFFICIAL),
])
def test_what_a_speaker_is_by_his_calling(read: Read, speaker: str, kind: LinkKind) -> None:
    [claim] = read(f"Latvia closed its border with Belarus on Tuesday, {speaker} said.")
    assert claim.origin is not None and claim.origin.kind is kind


def test_journalists_without_a_name_are_those_of_the_investigation_named_before(read: Read) -> None:
    told = "The investigative project Lumen reported that Belarus had rebuilt an airfield near Hrodna."
    also = "Journalists noted that Belarus is building a base near Brest."
    [first, second] = read(f"{told} {also}")
    assert first.origin is not None and second.origin is not None
    assert (second.origin.name, second.origin.kind) == (first.origin.name, LinkKind.INVESTIGATION)
    [alone] = read(also)
    assert alone.origin is not None and alone.origin.name == "Journalists"


def test_journalists_of_a_known_project_keep_their_word_and_have_its_identity(read: Read) -> None:
    told = "Bellingcat reported that Belarus had rebuilt an airfield near Hrodna."
    claims = read(f"{told} Journalists noted that Belarus is building a base near Brest.")
    names = [(claim.origin.name, claim.origin.id) for claim in claims if claim.origin is not None]
    assert len(names) == 2 and names[1][0] == "Journalists" and names[0][1] == names[1][1] is not None


ALSO = (
    "Latvia has closed its border with Russia, the defence minister said.\n\n"
    "The border with Belarus is also being closed."
)


@pytest.mark.parametrize(("text", "others"), [
    (ALSO, 2), (ALSO.replace("also ", ""), 1), (ALSO.replace("minister said.", "minister said. It is May."), 1),
])
def test_what_is_also_so_is_said_by_who_said_the_like_right_before(read: Read, text: str, others: int) -> None:
    assert _origins(read(text)).count("defence minister") == others


def test_whom_somebody_told_it_stands_before_who_spoke(read: Read) -> None:
    claims = read("“Poland closed its border with Belarus on Tuesday,” a border guard told the Reuters news agency.")
    assert [link.name for link in claims[0].attribution] == ["Reuters", "border guard"]


def test_the_subject_of_a_quotation_is_not_who_speaks_behind_it(read: Read) -> None:
    claims = read('"Ten crews whose papers lacked a stamp have been subjected to a travel ban," Finnish police said.')
    assert _origins(claims) == ["Finnish police"]


def test_a_body_that_nobody_knows_speaks_for_the_state_it_is_named_after(read: Read) -> None:
    text = "The United Kingdom Harbour Watch Centre, which has ten rooms, said Latvia closed its border with Russia."
    claims = read(text)
    assert [(claim.origin.name, claim.origin.party) for claim in claims if claim.origin is not None] == [
        ("United Kingdom Harbour Watch Centre", "GB")
    ]


def test_of_a_quotation_of_several_sentences_all_are_of_who_closes_it(read: Read) -> None:
    claims = read(
        "“Latvia closed its border with Russia on Monday. Poland closed its border with Belarus on Tuesday. "
        "Nobody was asked,” a border guard said."
    )
    assert _origins(claims) == ["border guard"] * 2


def test_what_is_suspected_is_probable(read: Read) -> None:
    claims = read("Finnish police suspect that Russia attacked a bridge in Finland on Tuesday.")
    assert {claim.factuality for claim in claims if claim.type is EventType.STRIKE} == {Factuality.PROBABLE}


def test_a_meeting_in_which_something_was_said_is_over(read: Read) -> None:
    claims = read("Poland announced it during a meeting with Ukraine in Warsaw on Tuesday.")
    assert {claim.stage for claim in claims if claim.type is EventType.DIPLOMATIC_MEETING} <= {Stage.HAPPENED}
