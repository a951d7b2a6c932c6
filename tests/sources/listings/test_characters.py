"""Characters that feeds write as numbers."""

from __future__ import annotations

import pytest

from vedette.sources.listings.characters import whole_characters


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a &#38; b &#x3C;c", "a &#38; b &#x3C;c"),
        ("&#xD83D;&#xDEA2;&#xD83D;&#xDEA2;", "🚢🚢"),
        ("&#60;&#xD83D;&#xDEA2;&#62;", "&#60;🚢&#62;"),
        ("&#xD83D; &#xDEA2;", "\ufffd \ufffd"),
        ("&#xDEA2;&#xD83D;", "\ufffd\ufffd"),
        ("&#x00D83D;&#0056994;", "🚢"),
        (f"&#{'9' * 5_000};", "\ufffd"),
        ("&#xD83D &#;&#x;", "&#xD83D &#;&#x;"),
    ],
    ids=["whole", "pairs", "among markup", "apart", "turned", "zeros", "long", "no reference"],
)
def test_halves_are_joined_and_the_rest_stays(written: str, read: str) -> None:
    assert whole_characters(written) == read
