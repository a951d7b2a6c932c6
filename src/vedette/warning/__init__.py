"""Warning: events and scenarios in, assessments out.

::

    assessing     the way of one scenario on one day
    explaining    what one change would do               confidence   how sure it is
    weighing      points and levels                      lapsing      when what is met is met no more
    measuring     how an indicator stands on a day       (composing, tallies, observing)
    matching      which events an indicator is about     (places, figures, standing_for)
    index         which indicators an event can touch
    hindsight     what the alarms of past days were worth

Each uses only those below it. A function of its arguments: no clock, no desk. The way of one event:
:func:`touched` names the few indicators that it can concern, :func:`match` says whether it does;
the matches are kept. :func:`assess` takes the matches of a scenario and says how it stands on a day;
with :func:`untouched`, only what new matches concern is measured anew. ``docs/warning.md`` tells it with an example.
"""

from vedette.warning.assessing import assess, untouched
from vedette.warning.index import Index, touched
from vedette.warning.matching import match, state_media
from vedette.warning.measuring import measure
from vedette.warning.outlook import Outlook

__all__ = ["Index", "Outlook", "assess", "match", "measure", "state_media", "touched", "untouched"]
