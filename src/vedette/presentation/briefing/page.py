"""A briefing as one HTML file: no script, nothing loaded from elsewhere, good on paper and in the dark."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from vedette.presentation.briefing.map_svg import draw_map
from vedette.presentation.briefing.outline import Briefing
from vedette.presentation.safe_text import printable_piece
from vedette.presentation.wording import describe_day


def to_html(briefing: Briefing) -> str:
    """Write a briefing as one self-contained HTML file; every text of a report is escaped."""
    environment = Environment(
        loader=PackageLoader("vedette.presentation.briefing", "templates"), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )
    environment.filters["seen"] = printable_piece
    environment.filters["day"] = describe_day
    page = environment.get_template("briefing.html.j2")
    return page.render(briefing=briefing, map=Markup(draw_map(briefing.points))) + "\n"
