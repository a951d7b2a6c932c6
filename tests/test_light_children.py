"""Whatever a test starts does without torch, and this process does not."""

from __future__ import annotations

import subprocess
import sys

from command import environment
from engine_steps import Answers
from light_children import STARTUP
from vedette.engine import Done, Engine, spread

ASK = "import sys; print('torch' in sys.modules and sys.modules['torch'] is None)"


def test_a_python_that_a_test_starts_has_no_torch() -> None:
    for variables in (None, environment()):
        done = subprocess.run([sys.executable, "-c", ASK], env=variables, capture_output=True, text=True, check=True)
        assert done.stdout == "True\n"


def test_neither_has_a_worker() -> None:
    [outcome] = spread(Answers(), ["torch"], engine=Engine.PROCESSES, workers=1)
    assert isinstance(outcome, Done) and outcome.result is True


def test_this_process_may_import_it() -> None:
    assert sys.modules.get("torch", True) is not None
    assert STARTUP in sys.path
