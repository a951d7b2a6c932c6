"""From pairs to events; what people judged comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vedette.linking.profile import Profile
from vedette.linking.same.blocking import CROWD, closed_by, crowds_among, keys_of, pairs_among

CLOSURE = {"by": ["PL"], "where": ["PL-BY"], "when": "2025-09-12"}
DRONE = {"by": ["RU"], "when": "2025-07-28"}


def candidate_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """The pairs that are compared where these claims are all there are."""
    keys = [keys_of(profile) for profile in profiles]
    return sorted(set(pairs_among(profiles, keys, closed=closed_by(crowds_among(keys)))))


def test_one_vague_report_does_not_merge_two_incidents(newsroom: Any) -> None:
    kaunas = newsroom.claim("drone_incident", where=["Kaunas"], **DRONE)
    vilnius = newsroom.claim("drone_incident", where=["Vilnius"], **DRONE)
    somewhere = newsroom.claim("drone_incident", where=["Lithuania"], **DRONE)
    assert newsroom.verdict(somewhere, kaunas) == newsroom.verdict(somewhere, vilnius) == "same"

    clusters = newsroom.clusters()

    assert len(clusters) == 2
    assert not any({kaunas.id, vilnius.id} <= group for group in clusters)


def test_every_claim_is_in_exactly_one_event(newsroom: Any) -> None:
    for day in range(10, 20):
        newsroom.claim("strike", where=["Lublin"], when=f"2025-09-{day}")
        newsroom.claim("strike", where=["Lublin"], when=f"2025-09-{day}")

    clusters = newsroom.clusters()

    assert sorted(member for group in clusters for member in group) == sorted(claim.id for claim in newsroom.claims)
    assert len(clusters) == 10


def test_a_person_joins_what_the_score_keeps_apart(newsroom: Any) -> None:
    kaunas = newsroom.claim("drone_incident", where=["Kaunas"], **DRONE)
    vilnius = newsroom.claim("drone_incident", where=["Vilnius"], **DRONE)
    assert newsroom.verdict(kaunas, vilnius) == "different"

    assert newsroom.clusters([newsroom.judge(kaunas, vilnius, "same")]) == [{kaunas.id, vilnius.id}]


def test_a_person_parts_what_the_score_joins(newsroom: Any) -> None:
    first, second = newsroom.claim("border_closure", **CLOSURE), newsroom.claim("border_closure", **CLOSURE)
    assert newsroom.clusters() == [{first.id, second.id}]

    for verdict in ("different", "unsure"):
        assert len(newsroom.clusters([newsroom.judge(first, second, verdict)])) == 2


def test_parted_claims_stay_apart_in_company(newsroom: Any) -> None:
    first, second, *_ = [newsroom.claim("border_closure", **CLOSURE) for _ in range(6)]

    clusters = newsroom.clusters([newsroom.judge(first, second, "different")])

    assert len(clusters) == 2
    assert not any({first.id, second.id} <= group for group in clusters)


def test_what_is_like_one_of_two_joined_claims_goes_with_both(newsroom: Any) -> None:
    kaunas = newsroom.claim("drone_incident", where=["Kaunas"], **DRONE)
    vilnius = newsroom.claim("drone_incident", where=["Vilnius"], **DRONE)
    again = newsroom.claim("drone_incident", where=["Vilnius"], **DRONE)

    assert newsroom.clusters([newsroom.judge(kaunas, vilnius, "same")]) == [{kaunas.id, vilnius.id, again.id}]


def test_the_newest_judgement_counts(newsroom: Any) -> None:
    first, second = newsroom.claim("border_closure", **CLOSURE), newsroom.claim("border_closure", **CLOSURE)
    older = newsroom.judge(first, second, "different", at="2025-09-20T10:00Z")
    newer = newsroom.judge(first, second, "same", at="2025-09-21T10:00Z")

    assert len(newsroom.clusters([older, newer])) == len(newsroom.clusters([newer, older])) == 1


def test_an_older_judgement_that_contradicts_newer_ones_through_others_does_not_count(newsroom: Any) -> None:
    a, b, c = [newsroom.claim("strike", where=["Lublin"], when=f"2025-0{month}-01") for month in (1, 4, 8)]
    judgements = [
        newsroom.judge(a, c, "different", at="2025-09-20"),
        newsroom.judge(a, b, "same", at="2025-09-21"), newsroom.judge(b, c, "same", at="2025-09-22"),
    ]

    assert newsroom.clusters(judgements) == [{a.id, b.id, c.id}]


def test_a_judgement_taken_back_or_about_a_claim_not_here_changes_nothing(newsroom: Any) -> None:
    from dataclasses import replace

    first, second = newsroom.claim("border_closure", **CLOSURE), newsroom.claim("border_closure", **CLOSURE)
    undone = replace(newsroom.judge(first, second, "different"), undone="2025-09-21")
    elsewhere = replace(newsroom.judge(first, second, "different"), right=("gone:0-5:border_closure",))

    assert newsroom.clusters([undone, elsewhere]) == newsroom.clusters()


def test_dates_either_side_of_a_month_meet(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], when=newsroom.evening("2025-08-31"))
    newsroom.claim("strike", where=["Lublin"], when="2025-09-01")

    assert candidate_pairs(newsroom.profiles()) == [(0, 1)]


def test_claims_a_year_apart_or_in_other_countries_are_not_even_compared(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], when="2024-08-31", published="2024-08-31")
    newsroom.claim("strike", where=["Lublin"], when="2025-08-31", published="2025-08-31")
    newsroom.claim("strike", where=["Tartu"], when="2025-08-31", published="2025-08-31")

    assert candidate_pairs(newsroom.profiles()) == []


def test_an_undated_claim_meets_the_dated_ones_of_its_country(newsroom: Any) -> None:
    newsroom.claim("border_closure", **CLOSURE)
    newsroom.claim("border_closure", by=["PL"], where=["PL-BY"], published=None)

    assert candidate_pairs(newsroom.profiles()) == [(0, 1)]


def test_what_has_no_date_is_compared_as_long_as_there_is_no_crowd(newsroom: Any) -> None:
    for day in range(CROWD - 1):
        newsroom.claim("strike", where=["Lublin"], when=f"{1990 + day // 12}-{1 + day % 12:02d}-01", published=None)
    undated = newsroom.claim("strike", where=["Lublin"], published=None)
    profiles = newsroom.profiles()
    position = [profile.claim.id for profile in profiles].index(undated.id)
    assert sum(position in pair for pair in candidate_pairs(profiles)) == CROWD - 1

    newsroom.claim("strike", where=["Lublin"], when="2025-09-12")

    assert candidate_pairs(newsroom.profiles()) == []


def test_a_claim_of_a_month_is_compared_with_its_days(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], when="2025-08-12", published="2025-08-12")
    newsroom.claim("strike", where=["Lublin"], when=newsroom.month("2025-08"), published="2025-09-20")
    newsroom.claim("strike", where=["Lublin"], when="2025-10-12", published="2025-10-12")

    assert candidate_pairs(newsroom.profiles()) == [(0, 1)]


def test_what_is_told_without_a_place_meets_by_who_did_it(newsroom: Any) -> None:
    newsroom.claim("strike", where=["Lublin"], by=["RU"], when="2025-09-12")
    newsroom.claim("strike", by=["RU"], when="2025-09-12")
    newsroom.claim("strike", where=["Kaunas"], by=["RU"], when="2025-09-12")
    profiles = newsroom.profiles()
    nowhere = next(at for at, profile in enumerate(profiles) if not profile.countries)

    pairs = candidate_pairs(profiles)

    assert len(pairs) == 2
    assert all(nowhere in pair for pair in pairs)


def test_another_edition_is_compared_only_where_the_year_is_not_known(newsroom: Any) -> None:
    for name in ("Zapad 2021", "Zapad 2025"):
        newsroom.claim("exercise", names=[name], published="2025-09-12")
    assert candidate_pairs(newsroom.profiles()) == []

    newsroom.claim("exercise", names=["Zapad"], published=None)

    assert len(candidate_pairs(newsroom.profiles())) == 2
