"""How people write what a field of a claim should say: one way for command line, pages and interface.

``understand`` reads what a person wrote, with what the packs know; ``write`` gives a value as it would be
written. ``docs/review.md`` has the table.
"""

from vedette.presentation.corrections.applied import claims_with_corrections, corrections_of
from vedette.presentation.corrections.values import known_field, understand, write

__all__ = ["claims_with_corrections", "corrections_of", "known_field", "understand", "write"]
