"""What a desk keeps of warning: which events indicators are about, and how scenarios stood on each day.

::

    ports         what everybody may read, and what brings it up to date
    sql_warnings  reading          sql_book  writing, in two steps: matching, weighing

An open store gives the reading half itself, and the writing half as ``store.warning``.
"""

from vedette.store.warning.matching import Matching, Unmatched
from vedette.store.warning.ports import WarningBook, Warnings
from vedette.store.warning.sql_book import SqlWarningBook
from vedette.store.warning.waiting import Every
from vedette.store.warning.weighing import Known, Weighing

__all__ = ["Every", "Known", "Matching", "SqlWarningBook", "Unmatched", "WarningBook", "Warnings", "Weighing"]
