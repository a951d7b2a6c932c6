"""Templates: a scenario in which what a region names itself is left open, and files that fill it in.

A file with ``[[parameter]]`` is a template and no scenario; ``"$name"`` stands for the parameter in it. A file with
``template = "..."`` and a table ``[values]`` is a scenario: the template, filled in.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from vedette.knowledge.entry import Entry
from vedette.knowledge.scenarios.faults import Faults
from vedette.knowledge.scenarios.keys import PARAMETER, SCENARIO
from vedette.knowledge.scenarios.lines import line_naming
from vedette.knowledge.scenarios.tables import entries

Content = Mapping[str, Any]
_WHOLE = re.compile(r"\$([a-z0-9][a-z0-9_-]*)")
FILLING = ("template", "values")


def is_template(content: Content) -> bool:
    """Say whether a file is a template."""
    return "parameter" in content


def check_template(content: Content, faults: Faults) -> None:
    """Tell what is wrong with the parameters of a template: wrongly written, used and not there, there and not used."""
    names: dict[str, Entry] = {}
    for entry in entries(content, "parameter", faults):
        for key in entry.values:
            if key not in PARAMETER:
                faults.tell(entry, key, "is not a key of this table.", f"Known keys: {', '.join(PARAMETER)}.")
        name = faults.attempt(entry, "name", lambda entry=entry: entry.text("name"))  # type: ignore[misc]
        faults.attempt(entry, "about", lambda entry=entry: entry.text("about"))  # type: ignore[misc]
        if name is not None and not _WHOLE.fullmatch(f"${name}"):
            faults.tell(entry, "name", f"'{name}' is no name.", "Use small letters, digits, - and _.")
        elif name is not None and name in names:
            faults.tell(entry, "name", "is that of another parameter.", "Give each a name of its own.")
        elif name is not None:
            names[name] = entry
    used = set(_used({key: value for key, value in content.items() if key != "parameter"}))
    for name in sorted(used - set(names)):
        faults.add(f"'${name}' is no parameter. Add it with [[parameter]], or correct it. There are: {_list(names)}.",
                   line=line_naming(faults.text, f"${name}"))
    for name in sorted(set(names) - used):
        faults.tell(names[name], "name", "is used nowhere.", f'Write "${name}" where it belongs, or take it out.')


def fill_in(content: Content, templates: Mapping[str, Content], faults: Faults) -> Content | None:
    """Give the content of a scenario that fills a template in; ``None`` where that cannot be done.

    Args:
        content: What the file says: ``template``, ``[values]``, and what replaces the top of the template.
        templates: The templates by their ids.
        faults: Gathers what is wrong.
    """
    entry = Entry(file=faults.file, table="scenario", number=None, values=content)
    name = faults.attempt(entry, "template", lambda: entry.text("template"))
    if name is None:
        return None
    if name not in templates:
        faults.tell(entry, "template", f"there is no template '{name}' without faults.",
                    f"Use one of: {_list(templates)}.")
        return None
    values = content.get("values", {})
    if not isinstance(values, dict):
        faults.tell(entry, "values", f"has to be a table, not {values!r}.", "Begin it with [values].")
        return None
    template = templates[name]
    wanted = {str(one["name"]): str(one["about"]) for one in template["parameter"]}
    _check_values(entry, values, wanted, faults)
    if faults.found:
        return None
    filled: Content = _filled({key: value for key, value in template.items() if key != "parameter"}, values)
    return {**filled, **{key: value for key, value in content.items() if key not in FILLING}}


def _check_values(entry: Entry, values: Content, wanted: Mapping[str, str], faults: Faults) -> None:
    for name, about in wanted.items():
        if name not in values:
            faults.tell(entry, f"values.{name}", "is missing.", f"Write it under [values]: {about}")
    for name in values:
        if name not in wanted:
            near = difflib.get_close_matches(name, wanted, n=1)
            fix = f"Did you mean '{near[0]}'?" if near else f"It has: {_list(wanted)}."
            faults.tell(entry, f"values.{name}", "is no parameter of the template.", fix)
    for key in entry.values:
        if key not in (*SCENARIO, *FILLING):
            faults.tell(entry, key, "belongs to the template.", "Take it out, or write a scenario of its own.")


def _filled(value: Any, values: Content) -> Any:
    if isinstance(value, dict):
        return {key: _filled(inner, values) for key, inner in value.items()}
    if isinstance(value, list):
        return [one for inner in value for one in _spread(inner, values)]
    if not isinstance(value, str):
        return value
    whole = _WHOLE.fullmatch(value)
    return values[whole[1]] if whole else _WHOLE.sub(lambda found: str(values[found[1]]), value)


def _spread(inner: Any, values: Content) -> list[Any]:
    """Fill in one thing in a list; a list in its place is spread out."""
    filled = _filled(inner, values)
    return filled if isinstance(inner, str) and isinstance(filled, list) else [filled]


def _used(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _WHOLE.findall(value)
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _used(inner)


def _list(names: Mapping[str, object]) -> str:
    return ", ".join(sorted(names)) or "none"
