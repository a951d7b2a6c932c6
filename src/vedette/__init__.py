"""Vedette reads news reports and keeps a sourced record of events.

The working rooms each have one verb: :func:`vedette.sources.collect`,
:func:`vedette.reading.read`, :func:`vedette.linking.link` and, later,
``vedette.warning.assess``. :class:`vedette.desk.Desk` joins them.
"""

__version__ = "0.1.0"
