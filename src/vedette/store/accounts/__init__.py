"""Who may do what on a desk: its users, their sessions and tokens, and the log of every change of them."""

from vedette.store.accounts.nouns import Role

__all__ = ["Role"]
