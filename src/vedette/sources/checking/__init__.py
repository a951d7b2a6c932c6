"""Whether what is written down of an outlet fits its pages: recorded ones (:func:`differences`), and those of today.

The front door for the latter is :func:`check_live`.
"""

from vedette.sources.checking.live import Remark, check_live
from vedette.sources.checking.recorded import FIELDS, Difference, differences, found_in, read_expected, read_recorded

__all__ = [
    "check_live", "Remark", "read_recorded", "read_expected", "differences", "Difference", "found_in", "FIELDS",
]
