"""Reports in, claims out: all knowledge of language is in this room.

Pure: no clock, no network, no database. The same report gives the same claims.
"""

from vedette.reading.reader import read

__all__ = ["read"]
