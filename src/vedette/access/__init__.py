"""Lets people and programs onto a desk: passwords, sessions, tokens, and patience with who guesses.

The front door is :class:`Doorkeeper`, who is asked by the pages and by the command line alike. What
is kept stands in :mod:`vedette.store.accounts`; of passwords and keys that is hashes only.
"""

from vedette.access.doorkeeper import LONGEST_DAYS, Admitted, Doorkeeper, Refused
from vedette.access.keys import digest_of, new_key, new_token
from vedette.access.limits import Limits
from vedette.access.passwords import Passwords, checked_password

__all__ = [
    "Admitted", "Doorkeeper", "LONGEST_DAYS", "Limits", "Passwords", "Refused", "checked_password",
    "digest_of", "new_key", "new_token",
]
