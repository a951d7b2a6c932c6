"""How many voices are behind something, of which nobody can tell two from one?"""

from __future__ import annotations

from vedette.linking.lineage.counting import independent_bodies, independent_parties
from vedette.model import LinkKind, Origin


def test_an_unnamed_voice_beside_others_of_its_party_is_no_further_party() -> None:
    ministry = Origin(name="Ministry X", kind=LinkKind.OFFICIAL, party="BY")
    sources = Origin(name="sources (by State Wire)", kind=LinkKind.UNNAMED, party="BY")

    assert independent_parties([ministry, sources]) == ("BY",)


def test_two_bodies_of_one_name_are_two() -> None:
    ministries = [Origin(name="Defence Ministry", kind=LinkKind.OFFICIAL, party=party) for party in ("LT", "PL")]

    assert independent_bodies(ministries) == ("Defence Ministry", "Defence Ministry")
    assert independent_parties(ministries) == ("LT", "PL")


def test_one_of_two_outlets_counts_only_where_neither_does() -> None:
    either = Origin(name="Example Post / Harbour Wire", kind=LinkKind.OUTLET)
    other = Origin(name="Second Sheet", kind=LinkKind.OUTLET)

    assert independent_bodies([either, other]) == ("Example Post / Harbour Wire", "Second Sheet")
    assert independent_bodies([either, Origin(name="Harbour Wire", kind=LinkKind.OUTLET)]) == ("Harbour Wire",)
