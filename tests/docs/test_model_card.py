"""The model card names the files of the tagger as they ship."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from vedette.reading.tags.tagger import SHIPPED

CARD = Path(__file__).parents[2] / "docs" / "model-card.md"
ROW = re.compile(r"^\| `([\w.]+)` \| [\d.]+ MB \| `([0-9a-f]{16})` \|$", re.MULTILINE)


def test_the_card_has_the_checksum_of_every_file_that_ships() -> None:
    told = dict(ROW.findall(CARD.read_text("utf-8")))
    held = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in SHIPPED.iterdir() if file.is_file()
    }
    assert told == held
