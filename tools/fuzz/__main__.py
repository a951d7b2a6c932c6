"""Throws bytes at the readers until one of them breaks: ``python tools/fuzz [TARGET...] [--seconds N]``.

Coverage guides it (atheris, libFuzzer). It begins from the corpus beside this file; what it learns on the way lies in
``build/fuzz``, and so does the input of a finding. With ``--inside`` a target runs in this process: that is
how it calls itself.
"""

from __future__ import annotations

import argparse
import logging
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "fuzz"
# No input of a corpus is larger: what breaks a reader is small.
LONGEST = 20_000
# A reader that takes so long for so little is a finding, too (seconds).
SLOWEST = 20
MEMORY_MB = 3_000
# Whose branches guide it beside our own: what the readers of a target read with. Most of what breaks one breaks there.
GUIDES: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "listings": ("feedparser", "feedparser_sgmllib", "html", "json", "lxml"),
    "pages": ("courlan", "dateparser", "htmldate", "json", "justext", "lxml", "trafilatura"),
    "archives": ("warcio",),
    "lines": ("chardet", "json"),
    "dates": ("email",),
    "addresses": ("httpx", "idna", "protego", "urllib"),
})



def main() -> int:
    """Run each target for a while; 1 where anything was found."""
    read = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    read.add_argument("targets", nargs="*", help="which readers; all of them unless given")
    read.add_argument("--seconds", type=int, default=600, help="how long each of them")
    read.add_argument("--seed", type=int, default=0, help="for the same run again; 0 is another each time")
    read.add_argument("--work", type=Path, default=BUILD, help="where what is learned and found is put")
    # All that follows is libFuzzer's, its folders too.
    read.add_argument("--inside", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    chosen = read.parse_args()
    if chosen.inside:
        return run_inside(*chosen.inside)
    names = chosen.targets or sorted(path.name for path in (HERE / "corpus").iterdir())
    found = [name for name in names if run_target(name, chosen.seconds, chosen.seed, chosen.work)]
    sys.stderr.write(f"Found something in: {', '.join(found)}. See {chosen.work}.\n" if found else "Nothing found.\n")
    return 1 if found else 0


def run_target(name: str, seconds: int, seed: int, work: Path) -> int:
    """Run one target in a process of its own, from our corpus and from what was learned before."""
    # Here, since it imports readers: in the process of a target nothing may do so before it is instrumented.
    from fuzz_words import WORDS, dictionary  # noqa: PLC0415

    learned = work / name / "learned"
    learned.mkdir(parents=True, exist_ok=True)
    words = work / name / "words.dict"
    words.write_text(dictionary(WORDS[name]), encoding="ascii")
    sys.stderr.write(f"{name}: {seconds} seconds\n")
    command = [
        sys.executable, str(HERE), "--inside", name, f"-max_total_time={seconds}", f"-max_len={LONGEST}",
        f"-timeout={SLOWEST}", f"-report_slow_units={SLOWEST}", f"-rss_limit_mb={MEMORY_MB}", f"-seed={seed}",
        f"-artifact_prefix={work / name}/", f"-dict={words}", "-print_final_stats=1", str(learned),
        str(HERE / "corpus" / name),
    ]
    return subprocess.run(command, check=False).returncode


def run_inside(name: str, *options: str) -> int:
    """Let libFuzzer call a target in this process, which ends with it."""
    try:
        import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415
    except ImportError:
        sys.stderr.write("atheris is not installed (it comes with 'make test', on Linux): nothing was fuzzed.\n")
        return 2
    with atheris.instrument_imports(include=["vedette", *GUIDES[name]]):
        import fuzz_targets  # noqa: PLC0415
    fuzz_targets.make_ready()
    # What a library complains about is what this is for; the readers say it in a sentence of their own.
    logging.disable(logging.CRITICAL)
    atheris.Setup([sys.argv[0], *options], fuzz_targets.TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
