"""What is made before the package is built or installed in place: the gazetteer, the map and the timeline.

Each has one front door of its own; neither is made anew while it is newer than what it is made from.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class VedetteBuildHook(BuildHookInterface):
    """Makes what the repository does not hold; called by hatchling for wheels and for editable installs."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Make what is missing or stale."""
        self._compile_gazetteer()
        self._build_islands()

    def _compile_gazetteer(self) -> None:
        with _importable(Path(self.root) / "src"):
            from vedette.knowledge.build_gazetteer import build, is_stale

            if is_stale():
                self.app.display_info("Compiling the gazetteer (about half a minute)")
                build()

    def _build_islands(self) -> None:
        with _importable(Path(self.root) / "islands"):
            from build_islands import build

            if sentence := build():
                self.app.display_warning(sentence)


@contextmanager
def _importable(folder: Path) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
