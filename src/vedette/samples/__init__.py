"""Sample reports, to try every command without looking for news first.

They retell public facts of the summer and autumn of 2025 in our own words;
the outlets are invented. ``README.md`` beside them says what they are and
under which licence they come.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from vedette.errors import VedetteError

__all__ = ["sample_files"]

# The ways in that the samples show: JSON Lines, plain text, a saved page, a feed.
_SUFFIXES = frozenset({".jsonl", ".txt", ".html", ".atom"})


def sample_files() -> tuple[Path, ...]:
    """Give the files with sample reports, ready for ``vedette read`` or ``Desk.add``.

    Reports only, ordered by name: one ``reports.jsonl`` that holds most of them, and
    some as plain text, as saved web pages and as an Atom feed. What a reader would
    note in them stands in ``expected.toml`` and ``relations.toml`` of the same
    folder, which are not reports and not among these files.

    Raises:
        VedetteError: The package runs from inside an archive, where there are no files.

    Example:
        >>> [file.name for file in sample_files() if file.suffix == ".jsonl"]
        ['reports.jsonl']
    """
    folder = resources.files(__name__)
    if not isinstance(folder, Path):
        raise VedetteError(f"The samples are inside an archive ({folder}). Install vedette unpacked, with pip.")
    return tuple(sorted(file for file in folder.iterdir() if file.suffix in _SUFFIXES))
