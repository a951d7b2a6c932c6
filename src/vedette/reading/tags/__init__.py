"""The tagger: a small network that marks what a text tells of, in ten languages.

One pass over the words gives events with type, stage, factuality and kind of
evidence; actors, places, times, quantities, equipment, names, sources; and
which belong together. Turning them into claims is the work of others.
"""

from vedette.reading.tags.tagged import Tagged, TaggedEvent, TaggedLink, TaggedSpan, Tags
from vedette.reading.tags.tagger import Tagger

__all__ = ["Tagged", "TaggedEvent", "TaggedLink", "TaggedSpan", "Tagger", "Tags"]
