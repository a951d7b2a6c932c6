"""From tags to claims: one code for ten languages, with their knowledge as data.

The tagger says which words tell of an event and which belong to it; here they
become days, places, parties and chains of sources.
"""

from vedette.reading.facts.fact_reader import FactReader

__all__ = ["FactReader"]
