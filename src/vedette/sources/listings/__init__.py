"""What an outlet lists of what it published: feeds, sitemaps, channels, pages of links."""

from vedette.sources.listings.listed import Listed

__all__ = ["Listed"]
