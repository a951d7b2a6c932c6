"""From addresses and files to reports.

The front door is :func:`collect`; :class:`Fetcher` is how a caller brings a
network of its own.
"""

from vedette.sources.collect import collect
from vedette.sources.web import FetchedPage, Fetcher, WebFetcher

__all__ = ["collect", "Fetcher", "FetchedPage", "WebFetcher"]
