"""Lets every test import the builders by name, whichever way pytest was started, and lends what is made once for all.

Lent are a PostgreSQL server, new desks that are quickly made, models that are loaded, and the sample reports, read.
How the tests are shared out stands in ``sharing.py``.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from light_children import _light_children
from loaded_once import _loaded_once
from made_once import sample_desk, sample_lines
from postgres import _made_desk, guarded_address, postgres_address, postgres_desk, postgres_server
from quick_desks import _quick_desks, every_migration
from sharing import (
    pytest_collection,
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_xdist_auto_num_workers,
)

__all__ = [
    "_light_children", "_loaded_once", "_made_desk", "_quick_desks", "every_migration", "guarded_address",
    "postgres_address", "postgres_desk", "postgres_server", "pytest_collection", "pytest_collection_modifyitems",
    "pytest_configure", "pytest_xdist_auto_num_workers", "sample_desk", "sample_lines",
]
