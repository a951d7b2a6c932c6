"""Compiles the gazetteer before the package is built or installed in place."""

from __future__ import annotations

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerBuildHook(BuildHookInterface):
    """Runs the gazetteer's builder where its file is missing or older than what decides its content."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Build the gazetteer if it is stale; called by hatchling for wheels and for editable installs."""
        source = str(Path(self.root) / "src")
        sys.path.insert(0, source)
        try:
            from vedette.knowledge.build_gazetteer import build, is_stale

            if is_stale():
                self.app.display_info("Compiling the gazetteer (about half a minute)")
                build()
        finally:
            sys.path.remove(source)
