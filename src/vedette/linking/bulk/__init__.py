"""Linking very many reports at once, on all cores or machines: the same desk to the letter as report by report.

::

    noting      each report: its sketch, the blocks of its claims                        spread
    ledger      what was noted, of all of them, in rows of numbers
    families    which reports could be copies; which of them are                         spread
    sets        claims that hang together by anything through which linking joins them
    comparing   which of very many that hang together by blocks are near to one another      spread
    parts       some sets with all that linking them looks at                                (bench)
    apart       the events of a part                                                     spread
    merging     what goes from set to set: sums and their parts, situations

Each set is linked as if nothing else were on the desk, by the very code that links a portion. What holds whatever the
order is told in decision 0024.
"""

from vedette.linking.bulk.linking_in_bulk import link_in_bulk
from vedette.linking.bulk.noting import told_by
from vedette.linking.bulk.spreading import Here, Spread, Tools, Work

__all__ = ["link_in_bulk", "told_by", "Spread", "Work", "Tools", "Here"]
