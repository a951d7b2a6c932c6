"""Marks for tests of the store that speak of what only one of the databases has."""

import pytest

ON_SQLITE = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
ON_POSTGRES = pytest.mark.parametrize("address", ["postgres"], indirect=True)
