"""Whether two claims can tell of the same place."""

from __future__ import annotations

from vedette.linking.feature import NEUTRAL, RULED_OUT, Feature
from vedette.linking.folding import fold_name
from vedette.linking.kinship import INCIDENTS
from vedette.linking.profile import Profile
from vedette.model import PlaceKind, distance_km

NEAR_KM = 15.0
"""Two names for one spot: a village and the town next to it."""
FAR_KM = 75.0
"""Beyond this, two named spots are two incidents."""
_SPOT, _NEAR, _AREA, _HOLDS, _REGION = 2.5, 2.0, 1.0, 1.0, 0.5


def compare_where(left: Profile, right: Profile) -> Feature:
    """Weigh the places of two claims (where it came from is not looked at).

    Rule: countries that have nothing in common rule out one event, so do two
    different borders and, for incidents, spots more than 75 km apart. The same
    spot or border speaks most for it; a country holds its towns.
    """
    if not left.places or not right.places:
        return Feature("where", NEUTRAL, "no place in one of them")
    words = f"{left.where_words} / {right.where_words}"
    if _apart(left, right):
        return Feature("where", RULED_OUT, words)
    if left.spots & right.spots:
        return Feature("where", _SPOT, words)
    if left.points and right.points:
        return _compare_points(left, right, words=words)
    return Feature("where", _country_value(left, right), words)


def _apart(left: Profile, right: Profile) -> bool:
    if left.countries and right.countries and not left.countries & right.countries:
        return True
    return bool(left.borders and right.borders and not left.borders & right.borders)


def _compare_points(left: Profile, right: Profile, *, words: str) -> Feature:
    nearest = min(distance_km(one, other) for one in left.points for other in right.points)
    words = f"{words}: {nearest:.0f} km apart"
    if nearest <= NEAR_KM:
        return Feature("where", _NEAR, words)
    if nearest <= FAR_KM:
        return Feature("where", NEUTRAL, words)
    if left.family in INCIDENTS:
        return Feature("where", RULED_OUT, words)
    return Feature("where", NEUTRAL if left.family == "exercise" else -1.5, words)


def _country_value(left: Profile, right: Profile) -> float:
    if not left.countries or not right.countries:
        shared = {fold_name(place.name) for place in left.places} & {fold_name(place.name) for place in right.places}
        return _AREA if shared else NEUTRAL
    regional = any(place.kind is PlaceKind.REGION and len(place.countries) > 1 for place in left.places + right.places)
    if regional:
        return _REGION
    return _HOLDS if left.points or right.points else _AREA
