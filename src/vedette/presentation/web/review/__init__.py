"""Reviewing a desk in the browser: what people are asked, and how they answer.

::

    routes      the addresses
    queue_page  what is asked, in order
    forms       what can be decided about one event
    claim_page  what can be set in one claim
    acts        what a form says, made a decision
    seen        whether the desk is still as the person saw it
    conflict    what is shown where it is not
"""
