"""Keeps every page as it was received, and finds it again by its place.

The front door is :class:`Archive`; :func:`verify` looks at every byte of one.
"""

from vedette.sources.archive.keeping import Archive
from vedette.sources.archive.kept import Kept, read_place
from vedette.sources.archive.stamps import DigestList, Stamper
from vedette.sources.archive.verifying import Finding, Flaw, verify

__all__ = ["Archive", "DigestList", "Finding", "Flaw", "Kept", "Stamper", "read_place", "verify"]
