"""Lets every test import the builders by name, whichever way pytest was started; and lends it a PostgreSQL server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from postgres import _made_desk, guarded_address, postgres_address, postgres_desk, postgres_server

__all__ = ["_made_desk", "guarded_address", "postgres_address", "postgres_desk", "postgres_server"]
