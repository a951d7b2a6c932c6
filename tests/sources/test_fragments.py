from __future__ import annotations

import pytest

from vedette.sources.fragments import fragment_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Plain words.", "Plain words."),
        ("A &amp; B &laquo;C&raquo;", "A & B «C»"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<br/><br/>Three", "One\n\nTwo\n\nThree"),
        ("<p>One <a href='x'>link</a> after</p> tail", "One link after\n\ntail"),
        ("<p>Broken\n over lines</p>", "Broken over lines"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<p>Kept</p><figure><img><figcaption>Photo: X</figcaption></figure>after", "Kept\n\nafter"),
        ("<p>Kept<!-- not this --> too</p><style>p{}</style>", "Kept too"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_html_of_a_feed_becomes_paragraphs(html: str, text: str) -> None:
    assert fragment_text(html) == text


def test_deep_nesting_ends() -> None:
    assert fragment_text("<p>Kept</p>" + "<b>" * 20_000 + "x").startswith("Kept")
