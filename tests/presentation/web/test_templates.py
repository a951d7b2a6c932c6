"""Templates and their contexts name the same things; the style can be read by everybody."""

from __future__ import annotations

import colorsys
import re
from dataclasses import fields
from importlib.resources import files

import pytest
from jinja2 import meta, nodes

from vedette.model import EVENT_TYPES
from vedette.presentation.web import app
from vedette.presentation.web.contexts import PageContext
from vedette.presentation.web.rendering import page_templates

WEB = files(app.__name__.rpartition(".")[0])


def kinds_of(context: type[PageContext]) -> list[type[PageContext]]:
    """Every context that has a template: wherever it is made, the application knows it."""
    found = [kind for below in context.__subclasses__() for kind in kinds_of(below)]
    return found + [context for _ in "x" if "TEMPLATE" in vars(context)]


CONTEXTS = sorted(kinds_of(PageContext), key=lambda kind: kind.__name__)
CSS = (WEB / "static" / "vedette.css").read_text(encoding="utf-8")


def names_used(template: str) -> set[str]:
    """Names that a template and all that it extends take from the context."""
    environment = page_templates()
    source, _, _ = environment.loader.get_source(environment, template)
    tree = environment.parse(source)
    names = meta.find_undeclared_variables(tree)
    for other in meta.find_referenced_templates(tree):
        names |= names_used(other)
    return names - set(environment.globals) - named_within(tree)


def named_within(tree: nodes.Template) -> set[str]:
    """Macros that a template makes or imports; its blocks see them."""
    made = {macro.name for macro in tree.find_all(nodes.Macro)}
    imported = {name for found in tree.find_all(nodes.FromImport) for name in found.names}
    return made | {name if isinstance(name, str) else name[1] for name in imported}


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.__name__)
def test_a_template_uses_what_its_context_has_and_all_of_it(context):
    assert names_used(context.TEMPLATE) == {field.name for field in fields(context)}


def test_every_template_has_a_context():
    templates = {file.name for file in (WEB / "templates").iterdir() if file.name.endswith(".html")}
    parts = {name for name in templates if name.startswith("_")}
    assert {context.TEMPLATE for context in CONTEXTS} == templates - parts - {"base.html"}


def test_no_template_turns_the_escaping_off():
    for file in (WEB / "templates").iterdir():
        source = file.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|Markup", source), file.name


def colours(scheme: str) -> dict[str, str]:
    """The variables of the light or dark scheme."""
    blocks = re.findall(r":root \{(.*?)\n\s*\}", CSS, flags=re.S)
    light, dark = (dict(re.findall(r"--([\w-]+): ([^;]+);", block)) for block in blocks)
    return light if scheme == "light" else {**light, **dark}


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def hsl(hue: str, saturation: str, lightness: str) -> tuple[float, float, float]:
    share = float(lightness.strip("%")) / 100, float(saturation.strip("%")) / 100
    return colorsys.hls_to_rgb(int(hue) / 360, *share)


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The contrast ratio of WCAG 2."""
    def luminance(colour):
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "accent", "warn", "deny", "plan", "good"])
@pytest.mark.parametrize("paper", ["paper", "card", "told"])
def test_every_ink_can_be_read_on_every_paper(scheme, ink, paper):
    palette = colours(scheme)
    assert contrast(rgb(palette[ink]), rgb(palette[paper])) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_notices_and_focus_can_be_seen(scheme):
    palette = colours(scheme)
    assert contrast(rgb(palette["paper"]), rgb(palette["accent"])) >= 4.5
    assert contrast(rgb(palette["ink"]), rgb(palette["notice"])) >= 4.5
    assert contrast(rgb(palette["focus"]), rgb(palette["paper"])) >= 3
    assert contrast(rgb(palette["strong-line"]), rgb(palette["card"])) >= 3, "the edge of a field (WCAG 1.4.11)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("family", sorted({definition.family for definition in EVENT_TYPES}))
def test_every_family_has_a_colour_on_which_its_label_can_be_read(scheme, family):
    found = re.search(rf"\.family-{family} {{ --hue: (\d+); }}", CSS)
    assert found, f"no colour for the family {family}"
    palette = colours(scheme)
    ink = hsl(found[1], palette["badge-ink-s"], palette["badge-ink-l"])
    paper = hsl(found[1], palette["badge-paper-s"], palette["badge-paper-l"])
    assert contrast(ink, paper) >= 4.5
