from __future__ import annotations

import pytest

from vedette.model import KnownOutlet
from vedette.sources.datelines import Dateline, read_dateline
from vedette.sources.known_outlets import OutletIndex

NONE = OutletIndex.of(())


@pytest.mark.parametrize(
    ("line", "agency", "published"),
    [
        ("VILNIUS, August 5 (BNS) - The drills of 2025 began.", "BNS", "2025-08-05"),
        ("MINSK, 12 September (BelTA) — Exercise Oak-2025 goes on.", "BelTA", "2025-09-12"),
        ("Warsaw, 10.09.2025 (PAP) The guard was strengthened.", "PAP", "2025-09-10"),
        ("Kyiv, Ukraine (AP) — The bridge was hit.", "AP", None),
        ("12 верасня, Мінск /Кар. БЕЛТА/. Вучэнні 2025 года пачаліся.", "БЕЛТА", "2025-09-12"),
        ("МОСКВА, 12 сентября. /ТАСС/. Учения 2025 года начались.", "ТАСС", "2025-09-12"),
        ("VILNIUS, 2025 m. rugpjūčio 5 d. (BNS) – Pratybos prasidėjo.", "BNS", "2025-08-05"),
        ("RĪGA, 5. augusts (LETA) - Mācības sākās 2025. gadā.", "LETA", "2025-08-05"),
        ("Tallinn, 5. augustil 2025 (BNS) - Õppus algas.", "BNS", "2025-08-05"),
        ("Berlin (dpa) - Die Übung begann.", "dpa", None),
        ("Helsinki, 5. elokuuta 2025 (STT) – Harjoitus alkoi.", "STT", "2025-08-05"),
        ("ODESA, August 5 (Baltic News Service) - The port is shut.", "BNS", None),
        ("BRUSSELS, 12 September 2025 – Allies met.", None, "2025-09-12"),
    ],
)
def test_place_day_and_agency_are_read(
    line: str, agency: str | None, published: str | None, outlets: tuple[KnownOutlet, ...]
) -> None:
    text = f"A headline\n\n{line}"
    assert read_dateline(text, outlets=OutletIndex.of(outlets)) == Dateline(agency=agency, published=published)


@pytest.mark.parametrize(
    "line",
    [
        "Vilnius (Lithuania) is a city of half a million.",
        "NATO (the alliance) - which met on Friday - agreed.",
        "Poland shut its border on 12 September 2025 (PAP) and the guard was strengthened.",
        "The guard found 12 balloons (2025) - all empty.",
        "Source: BNS (Vilnius) - 5 August 2025",
    ],
)
def test_a_sentence_with_a_bracket_is_no_dateline(line: str) -> None:
    assert read_dateline(line, outlets=NONE) is None


def test_a_dateline_far_down_belongs_to_another_item() -> None:
    text = "\n\n".join(["One.", "Two.", "Three.", "Four.", "RIGA, August 5, 2025 (LETA) - Five."])
    assert read_dateline(text, outlets=NONE) is None
