"""Fact by fact: who stands behind it, in plain words."""

from __future__ import annotations

from fake_view import make_event

from vedette.model import EvidenceKind, LinkKind, Origin, Support, Update, UpdateStep
from vedette.presentation.standing import fact_rows, update_rows
from vedette.presentation.wording import count_origins, describe_support


def test_a_fact_names_everybody_and_counts_those_who_count() -> None:
    support = Support(
        fact="happened", value="asserted", claims=("c1",), origins=("Army", "Border Guard", "sources (by Army)"),
        bodies=("Army", "Border Guard"), parties=("PL",), evidence=(EvidenceKind.TOLD, EvidenceKind.IMAGERY),
        reports=4, outlets=3,
    )
    event = make_event(support=(support,), bodies=support.bodies, parties=support.parties)

    row, = fact_rows(event, {"c1": 7})
    assert (row.asked, row.said) == ("whether it happened", "stated as fact")
    assert row.count == "4 reports, 3 outlets, 2 origins of 1 party"
    assert (row.evidence, row.claims) == ("told, satellite or aerial images", ((7, "c1"),))


def test_an_unnamed_voice_beside_its_relay_is_no_further_origin() -> None:
    wire = Origin(name="Wire", kind=LinkKind.AGENCY, claims=("c1",))
    sources = Origin(name="sources (by Wire)", kind=LinkKind.UNNAMED, party="Wire", claims=("c1",))
    support = Support(fact="happened", value="asserted", claims=("c1",), bodies=("Wire",), parties=("Wire",))
    event = make_event(origins=(wire, sources), support=(support,), bodies=("Wire",), parties=("Wire",))

    assert count_origins(event) == 1
    assert describe_support(event).endswith("1 origin")


def test_who_changed_their_word_does_so_step_by_step() -> None:
    steps = (
        UpdateStep(value="3 killed", published="2025-09-12", claims=("c1",)),
        UpdateStep(value="9 killed", published="2025-09-13", claims=("c1",)),
    )
    event = make_event(updates=(Update(field="quantity:killed", origin="Police", steps=steps),))

    row, = update_rows(event)
    assert (row.asked, row.origin) == ("how many killed", "Police")
    assert row.steps == (("3 killed", "2025-09-12"), ("9 killed", "2025-09-13"))
