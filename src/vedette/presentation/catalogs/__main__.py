"""Bring the files of messages up to date: ``python -m vedette.presentation.catalogs [LANGUAGE...]``."""

from __future__ import annotations

import sys

from vedette.presentation.catalogs.keeping import path_of, refresh, untranslated
from vedette.presentation.saying import ENGLISH, languages


def main(wanted: list[str]) -> int:
    """Refresh the languages that are named, or all; exit code 1 where words are lacking."""
    lacking = 0
    for language in wanted or [known for known in languages() if known != ENGLISH]:
        missing = untranslated(refresh(language))
        lacking += len(missing)
        sys.stdout.write(f"{path_of(language).name} of {language}: {len(missing)} messages without words\n")
    return 1 if lacking else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
