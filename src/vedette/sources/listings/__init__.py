"""What an outlet lists of what it published: feeds, sitemaps, channels, accounts, pages of links.

The front door is :func:`read_listing`.
"""

from vedette.sources.listings.listed import Listed
from vedette.sources.listings.reading import read_listing
from vedette.sources.listings.syndication import looks_like_feed

__all__ = ["read_listing", "Listed", "looks_like_feed"]
