"""Readers of what strangers send give something sound, or say in a sentence why not; never anything else.

The corpus is read first, then changed at random by a seed. Where atheris is installed, libFuzzer then goes on from
there for some seconds, guided by what it reaches; ``make fuzz`` lets it go on for long.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz_targets import TARGETS
from fuzz_words import WORDS, dictionary
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

FUZZ = Path(__file__).parents[2] / "tools" / "fuzz"
CORPUS = {name: [path.read_bytes() for path in sorted((FUZZ / "corpus" / name).iterdir())] for name in TARGETS}
# Seconds for each target, besides those in which it starts.
SECONDS = 2
EXAMPLES = {"pages": 40, "dates": 150, "addresses": 150}


@pytest.mark.parametrize("name", TARGETS)
def test_the_corpus_is_read(name: str) -> None:
    assert CORPUS[name]
    for data in CORPUS[name]:
        TARGETS[name](data)
        TARGETS[name](data[:len(data) // 2])
    TARGETS[name](b"")


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """Take an input of the corpus and change it as damage and malice would."""
    data = bytearray(draw(st.sampled_from(CORPUS[name])))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(len(data) - 1, 0)))
        length = draw(st.integers(0, 12))
        what = draw(st.sampled_from(("put", "cut", "twice", "swap")))
        if what == "put":
            data[place:place] = draw(st.binary(max_size=8))
        elif what == "cut":
            del data[place:place + length]
        elif what == "twice":
            data[place:place] = data[place:place + 200] * draw(st.integers(1, 5))
        else:
            data[place:place + length] = draw(st.binary(min_size=length, max_size=length))
    return bytes(data)


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_damaged_breaks_no_reader(name: str) -> None:
    @seed(20250912)
    @settings(
        max_examples=EXAMPLES.get(name, 80), deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(data=changed(name))
    def run(data: bytes) -> None:
        TARGETS[name](data)

    run()


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed (Linux only)")
@pytest.mark.parametrize("name", TARGETS)
def test_guided_by_what_it_reaches_nothing_breaks_in_seconds(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(FUZZ), name, "--seconds", str(SECONDS), "--seed", "1", "--work", str(tmp_path)],
        capture_output=True, text=True, errors="replace", check=False, timeout=240,
    )
    left = {path.name for path in (tmp_path / name).iterdir()} - {"learned", "words.dict"}
    assert (done.returncode, left) == (0, set()), done.stderr[-3_000:]
    assert "stat::number_of_executed_units" in done.stderr, done.stderr[-3_000:]
    assert "Instrumenting vedette.sources.decoding" in done.stderr, "It is not guided by what it reaches."
    assert f"Dictionary: {len(dictionary(WORDS[name]).splitlines())} entries" in done.stderr
    assert f"seed corpus: files: {len(CORPUS[name])} " in done.stderr, "It did not go on from the corpus."
