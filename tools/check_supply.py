"""What Vedette is made of: known vulnerabilities in it (pip-audit), and a bill of materials (CycloneDX).

Run by ``make check``. Advisories come over the network; where they cannot be had, this says so and
for which packages, and does not fail: nothing was found, since nobody looked. The bill of materials is written
to ``build/sbom.json`` from the lock file, without any network.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements" / "run.lock"
SBOM = ROOT / "build" / "sbom.json"
_SECONDS = 300
Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found: vulnerabilities in a line each, packages that nobody could look up, how many were."""

    vulnerable: tuple[str, ...]
    not_looked_up: tuple[str, ...]
    looked_up: int


def main() -> int:
    """Audit the lock file and write the bill of materials; 1 where a vulnerability is known."""
    code = tell(audit(_run))
    count = write_sbom(_run)
    sys.stderr.write(f"Bill of materials: {SBOM.relative_to(ROOT)}, {count} components.\n")
    return code


def tell(found: Audit | str) -> int:
    """Say what an audit found, or why there was none; 1 where a vulnerability is known."""
    if isinstance(found, str):
        sys.stderr.write(f"SKIPPED, not audited: {found}\n")
        return 0
    if not found.looked_up:
        sys.stderr.write(
            f"SKIPPED, not audited: no advisories could be had for any of {len(found.not_looked_up)} packages. "
            "Run it where pypi.org can be reached.\n"
        )
        return 0
    if found.not_looked_up:
        sys.stderr.write(f"Not audited: {', '.join(found.not_looked_up)}.\n")
    for line in found.vulnerable:
        sys.stderr.write(f"VULNERABLE: {line}\n")
    sys.stderr.write(f"Audited {found.looked_up} packages: {len(found.vulnerable)} known vulnerabilities.\n")
    return 1 if found.vulnerable else 0


def audit(run: Run) -> Audit | str:
    """Look up every package of the lock file; a sentence where that could not be done at all."""
    try:
        done = run([
            sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off",
            "--timeout=5", "--format=json", "--requirement", str(LOCK),
        ])
        return read_audit(done.stdout)
    except subprocess.TimeoutExpired:
        return f"the advisories did not come within {_SECONDS} seconds."
    except ValueError:
        return f"pip-audit gave no answer ({_last_words(done.stderr)})."


def read_audit(answer: str) -> Audit:
    """Understand the answer of pip-audit.

    Raises:
        ValueError: It is none.
    """
    try:
        packages = json.loads(answer)["dependencies"]
    except (KeyError, TypeError) as error:
        raise ValueError("it is no answer of pip-audit") from error
    return Audit(
        vulnerable=tuple(
            f"{one['name']} {one['version']}: {known['id']}, mended in {', '.join(known['fix_versions']) or 'none'}"
            for one in packages for known in one.get("vulns", ())
        ),
        not_looked_up=tuple(one["name"] for one in packages if "skip_reason" in one),
        looked_up=sum("skip_reason" not in one for one in packages),
    )


def write_sbom(run: Run) -> int:
    """Write the bill of materials, and give how many components stand in it."""
    SBOM.parent.mkdir(exist_ok=True)
    done = run([
        sys.executable, "-m", "cyclonedx_py", "requirements", "--pyproject", str(ROOT / "pyproject.toml"),
        "--output-reproducible", "--output-format", "JSON", "--output-file", str(SBOM), str(LOCK),
    ])
    if done.returncode:
        raise SystemExit(f"The bill of materials could not be written: {_last_words(done.stderr)}")
    return len(json.loads(SBOM.read_text(encoding="utf-8"))["components"])


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)


def _last_words(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "it said nothing")[:200]


if __name__ == "__main__":
    sys.exit(main())
