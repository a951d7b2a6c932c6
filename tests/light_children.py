"""Hundreds of processes start in these tests: none of them is to import torch, which the extra 'train' brings.

Only what a test starts does without it. The tests of the training, which run where they are, have torch as ever.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# With a `sitecustomize.py`, which Python runs when it starts.
STARTUP = str(Path(__file__).parent / "startup")


@pytest.fixture(scope="session", autouse=True)
def _light_children() -> Iterator[None]:
    """Put the folder where whatever starts a Python takes the path from: the variable, or the path of this one."""
    inherited = os.environ.get("PYTHONPATH")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (STARTUP, inherited))))
        patch.setattr(sys, "path", [*sys.path, STARTUP])
        yield
