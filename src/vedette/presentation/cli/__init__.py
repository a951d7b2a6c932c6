"""The command line: ``vedette COMMAND``.

Results go to standard output, everything else to standard error. Exit codes: 0 done,
1 something failed (all of it named), 2 wrong usage, 130 stopped with Ctrl-C.
"""

from vedette.presentation.cli.run import main, run

__all__ = ["main", "run"]
