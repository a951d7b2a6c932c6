"""The web: one address at a time, safely, politely and as it was sent.

The front door is :class:`WebFetcher`, a :class:`Fetcher` over the network.
Beside it stand what a polite visitor keeps in mind: :class:`Robots` and
the :class:`Standing` with a host.
"""

from vedette.sources.web.addresses import canonical, host_of, is_address, name_of_address
from vedette.sources.web.answers import Fault, FetchedPage, Fetcher, Unfetched, Validators
from vedette.sources.web.fetcher import WebFetcher
from vedette.sources.web.manners import USUAL_PAUSE, Standing
from vedette.sources.web.robots import KnownRobots, Robots, read_robots, robots_address
from vedette.sources.web.twins import own_address

__all__ = [
    "WebFetcher", "Fetcher", "FetchedPage", "Validators", "Unfetched", "Fault",
    "Standing", "USUAL_PAUSE", "KnownRobots", "Robots", "read_robots", "robots_address", "canonical",
    "own_address", "host_of", "is_address", "name_of_address",
]
