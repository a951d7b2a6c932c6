"""Telling people: assessments in, letters out.

::

    noticing          what there is to tell of a scenario       cap, cap_rules  alerts as CAP 1.2
    choosing          which alerts go to a channel now          digesting       a digest as a letter
    writing           the words of a letter                     following       what somebody follows
    wordbook          in which language                         filling         templates of users (filling_apart)
    delivering        at least once, each letter under one key  previewing      what would go out
    apprise_sending   the way out (extra ``alerts``)            trying          an invented alert
    channels          to whom

:func:`notice` puts on record what there is to tell, :func:`deliver` sends it. Neither knows a clock, a service or a
page: whoever calls gives the words, the time, and the way out. ``docs/alerts.md`` tells it with an example.
"""

from vedette.alerting.channels import Channel, ChannelFault, Channels, load_channels
from vedette.alerting.delivering import NotDelivered, Outcome, Words, deliver
from vedette.alerting.noticing import News, Wording, drafts, news_of, notice
from vedette.alerting.writing import TemplateFault, Writer

__all__ = [
    "Channel", "ChannelFault", "Channels", "News", "NotDelivered", "Outcome", "TemplateFault", "Wording", "Words",
    "Writer", "deliver", "drafts", "load_channels", "news_of", "notice",
]
