from __future__ import annotations

import pytest

from vedette.model import KnownOutlet, LinkKind
from vedette.sources.known_outlets import OutletIndex


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://post.example/a", "Example Post"),
        ("http://www.POST.example:8080/a?b", "Example Post"),
        ("https://en.news.post.example", "Example Post"),
        ("https://notpost.example/a", None),
        ("https://example/a", None),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_an_address_belongs_to_the_outlet_of_its_domain(
    url: str | None, name: str | None, outlets: tuple[KnownOutlet, ...]
) -> None:
    assert OutletIndex.of(outlets).at(url) == name


def test_any_name_of_an_outlet_gives_its_usual_name(outlets: tuple[KnownOutlet, ...]) -> None:
    index = OutletIndex.of(outlets)
    assert index.name_of("baltic  news SERVICE") == "BNS"
    assert index.name_of("Baltic News") is None


def test_a_domain_in_letters_of_its_country_is_that_of_the_wire():
    outlet = KnownOutlet(id="hazeta", name="Газета", kind=LinkKind.OUTLET, domains=("газета.example",))
    index = OutletIndex.of([outlet])
    assert index.at("https://xn--80aahjj1e.example/a") == index.at("https://www.газета.example/a") == "Газета"
    assert index.at(f"https://{'х' * 80}.example/a") is None
