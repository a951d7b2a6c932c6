"""A folder of claims: what a backfill wrote, partition by partition, and what a desk can take in without reading again.

::

    FOLDER/backfill.json           by which reader
    FOLDER/reports/PART.parquet    claims/PART.parquet    quarantined/PART.parquet
    FOLDER/done/PART.json          written last: only then does the partition count
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from vedette import __version__
from vedette.errors import InputError, MissingExtra, UsageError
from vedette.inputs.claim_tables import claim_of, quarantined_of, report_of
from vedette.inputs.storage import name_address, open_storage
from vedette.model import Claim, QuarantinedInput, ReadReport, Report
from vedette.model.codec import name_claim

FORM = 1
TABLES = ("reports", "claims", "quarantined")
_SETTINGS = "backfill.json"
_ROWS = 1_000


class WrongRow(ValueError):
    """A row of a table does not hold what its id says."""


@dataclass(frozen=True, slots=True)
class ClaimFolder:
    """A folder of claims at an address.

    Args:
        system: Its file system.
        root: Its path there.
        reader: The mark of the reader that its claims come from.
    """

    system: Any
    root: str
    reader: str

    @classmethod
    def find(cls, address: str) -> ClaimFolder | None:
        """Open the folder at an address; ``None`` where there is none, or another kind of folder."""
        try:
            system, path = open_storage(address)
        except (MissingExtra, UsageError):
            return None
        try:
            with system.open(f"{path}/{_SETTINGS}", "rb") as file:
                said = json.load(file)
        except (OSError, ValueError):
            return None
        if said.get("form") != FORM:
            raise UsageError(f"{address}: this folder was written by another Vedette ({said.get('made_by')}).")
        return cls(system, path, said["reader"])

    @classmethod
    def begin(cls, address: str, reader: str) -> ClaimFolder:
        """Open the folder at an address to write into it; one is made where there is none.

        Raises:
            UsageError: It was begun with another reader, or cannot be written.
        """
        found = cls.find(address)
        if found is not None:
            if found.reader != reader:
                raise UsageError(
                    f"{address}: this folder was begun with another reader, or other packs. Choose a new folder; "
                    "'vedette add' takes this one, too, and reads its reports again."
                )
            return found
        system, path = open_storage(address)
        folder = cls(system, path, reader)
        try:
            for table in (*TABLES, "done"):
                system.makedirs(f"{path}/{table}", exist_ok=True)
            folder.write_json(_SETTINGS, {"form": FORM, "made_by": f"vedette {__version__}", "reader": reader})
        except OSError as error:
            raise UsageError(f"{address}: it cannot be written ({error}). Choose another folder.") from error
        return folder

    def path(self, table: str, part: str) -> str:
        """Give the path of one table of a partition."""
        return f"{self.root}/{table}/{part}.parquet"

    def write_json(self, name: str, value: Mapping[str, Any]) -> None:
        """Write a small file, as a whole or not at all."""
        part = f"{self.root}/{name}.part"
        with self.system.open(part, "wb") as file:
            file.write(json.dumps(value, indent=1, ensure_ascii=False).encode("utf-8", "backslashreplace"))
        self.system.mv(part, f"{self.root}/{name}")

    def done(self) -> dict[str, dict[str, Any]]:
        """Give what was noted of each partition that is done, by its id, in the order of what they were read from."""
        noted = []
        with suppress(FileNotFoundError):
            self.system.invalidate_cache()
            for path in self.system.find(f"{self.root}/done"):
                if path.endswith(".json"):
                    with self.system.open(path, "rb") as file:
                        noted.append(json.load(file))
        noted.sort(key=lambda one: (one["pieces"][0]["address"], one["pieces"][0]["start"], one["id"]))
        return {one["id"]: one for one in noted}

    def items(self, part: str) -> Iterator[ReadReport | QuarantinedInput]:
        """Give what one partition holds: its reports with their claims, then what could not be read.

        A row that does not hold what its id says, or a file that cannot be read, comes as quarantined input.
        """
        for table, read in (("reports", self._read), ("quarantined", self._put_aside)):
            try:
                yield from read(part)
            except Exception as error:  # a file may be damaged in more ways than pyarrow has names for
                told = str(error) if isinstance(error, WrongRow) else f"{type(error).__name__}: {error}"
                yield _damaged(name_address(self.system, self.path(table, part)), told)

    def _put_aside(self, part: str) -> Iterator[QuarantinedInput]:
        return map(quarantined_of, self._rows("quarantined", part))

    def _read(self, part: str) -> Iterator[ReadReport]:
        claims = map(claim_of, self._rows("claims", part))
        for row in self._rows("reports", part):
            report = report_of(row)
            if report.id != row["id"]:
                raise WrongRow(f"Report {row['id']} is no longer what was read")
            yield ReadReport(report=report, claims=_own(claims, row["claims"], report), note=row["note"])

    def _rows(self, table: str, part: str) -> Iterator[dict[str, Any]]:
        parquet = load_pyarrow("parquet")
        with self.system.open(self.path(table, part), "rb") as file, parquet.ParquetFile(file) as opened:
            for batch in opened.iter_batches(batch_size=_ROWS):
                yield from batch.to_pylist()


def load_pyarrow(module: str = "") -> Any:
    """Give pyarrow, or a module of it.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        import pyarrow  # noqa: PLC0415 (an extra)
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("A folder of claims", "cluster") from error
    return getattr(pyarrow, module) if module else pyarrow


def _own(claims: Iterator[Claim], number: int, report: Report) -> tuple[Claim, ...]:
    own = tuple(islice(claims, number))
    if len(own) != number or any(claim.report != report.id or claim.id != name_claim(claim) for claim in own):
        raise WrongRow(f"The claims of report {report.id} are no longer what was read")
    return own


def _damaged(source: str, reason: str) -> QuarantinedInput:
    advice = "Delete the file of this partition in 'done' and run the same backfill again."
    return QuarantinedInput.of(InputError(f"The partition is damaged ({reason}).", source=source, advice=advice))
