"""The cost of a billion reports: every number comes from what was measured or from prices that were given."""

from __future__ import annotations

from dataclasses import replace

from vedette.evaluation.cost_model import Figures, Prices, page_section
from vedette.evaluation.machine import Machine

FIGURES = Figures(
    reports=1_000, claims=400, events=200, collecting=20.0, whole=36.0, storing=1.5, linking=6.0,
    archive_bytes=10_000_000, folder_bytes=3_000_000, desk_bytes=8_000_000,
)
PRICES = Prices(core_hour=0.05, gigabyte_month=0.02)
MACHINE = Machine(processor="A processor", cores=2, python="3.11.7", spacy="3.8.18", commit="abc")


def row(section: str, name: str) -> list[str]:
    line = next(line for line in section.splitlines() if line.startswith(f"| {name} |"))
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_the_model_scales_what_was_measured() -> None:
    section = page_section(FIGURES, PRICES, MACHINE)
    assert row(section, "reading, and writing Parquet") == ["16.0 ms"]
    assert row(section, "core-hours from archive to Parquet") == ["10", "10,000"]
    assert row(section, "dollars for them") == ["0", "500"]
    assert row(section, "days on 64 cores") == ["0.0", "6.5"]
    assert row(section, "Parquet, TB") == ["0.00", "3.00"]
    assert row(section, "dollars a month to keep it") == ["0", "60"]
    assert row(section, "one desk: days of its one writer to store") == ["0.0", "17.4"]
    assert row(section, "one desk: core-days to link in bulk") == ["0.1", "69.4"]
    assert "storing alone would take 17 days" in section and "its 69 core-days" in section
    assert "10,000 WARC files" in section and "1.0 core-hours" in section


def test_what_is_measured_twice_as_slow_costs_twice_as_much() -> None:
    section = page_section(replace(FIGURES, whole=72.0), PRICES, MACHINE)
    assert row(section, "dollars for them") == ["1", "1,000"]
