"""Outlets of the packs as lines of output, and as the files that they may be written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vedette.model import KnownOutlet
from vedette.presentation.safe_text import json_line


def outlet_line(outlet: KnownOutlet) -> dict[str, Any]:
    """Give an outlet as an object of JSONL; its keys are those of its file."""
    rules = outlet.rules
    return {
        "id": outlet.id, "name": outlet.name, "kind": str(outlet.kind), "country": outlet.country,
        "language": outlet.language, "owner": outlet.owner, "state_controlled": outlet.state_controlled,
        "aliases": list(outlet.aliases), "domains": list(outlet.domains),
        "feeds": [{"address": feed.address, "kind": str(feed.kind)} for feed in outlet.feeds],
        "page": rules and {
            "text": rules.text, "title": rules.title, "published": rules.published, "drop": list(rules.drop)
        },
    }  # fmt: skip


def outlet_file(outlet: KnownOutlet) -> str:
    r"""Give an outlet as the file that says it; what is not known is left out.

    Example:
        >>> from vedette.model import LinkKind
        >>> print(outlet_file(KnownOutlet(id="Post", name="Example Post", kind=LinkKind.OUTLET, country="LT")), end="")
        # outlets/Post.toml
        name = "Example Post"
        kind = "outlet"
        country = "LT"
    """
    line = outlet_line(outlet)
    feeds, page = line.pop("feeds"), line.pop("page")
    parts = [f"# outlets/{line.pop('id')}.toml\n" + toml_lines(line)]
    parts += [f"[[feeds]]\n{toml_lines(feed)}" for feed in feeds]
    parts += [f"[page]\n{toml_lines(page)}"] if page else []
    return "\n".join(parts)


def toml_lines(values: Mapping[str, Any]) -> str:
    r"""Write keys and values as lines of TOML: texts, numbers, true, and lists of texts; what is empty is left out.

    Example:
        >>> toml_lines({"name": "Žinios \x1b", "paragraphs": 3, "owner": None, "aliases": []})
        'name = "Žinios \\u001b"\nparagraphs = 3\n'
    """
    # A value of JSON is one of TOML, and json_line escapes what a terminal would act on.
    kept = {key: value for key, value in values.items() if value not in (None, False, [])}
    return "".join(f"{key} = {json_line({'': value})[5:-1]}\n" for key, value in kept.items())
