"""The web: one address at a time, safely, politely and as it was sent."""

from vedette.sources.web.answers import Fault, FetchedPage, Fetcher, Unfetched, Validators

__all__ = ["Fault", "FetchedPage", "Fetcher", "Unfetched", "Validators"]
