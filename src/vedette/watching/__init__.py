"""What comes next when outlets are followed day and night, and when.

Nothing here knows SQL, HTML or reading: a :class:`Watch` is given the lists it works through, somebody who fetches, an
archive, a clock, and somebody who takes in what was received.
"""

from vedette.watching.asking import ManyHands, OneHand
from vedette.watching.clock import Clock, Stop, SystemClock
from vedette.watching.happenings import Happening, Tell, What, tell_nobody
from vedette.watching.intake import Arrived, Taken
from vedette.watching.keeping import PageArchive
from vedette.watching.watch import Watch

__all__ = [
    "Arrived", "Clock", "Happening", "ManyHands", "OneHand", "PageArchive", "Stop", "SystemClock", "Taken", "Tell",
    "Watch", "What", "tell_nobody",
]
