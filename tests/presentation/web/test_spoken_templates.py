"""What templates say by themselves is said in the language of the page, as it would be looked up word by word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep

import pytest
from jinja2 import DictLoader

from vedette.presentation.saying import speaking
from vedette.presentation.web.spoken_templates import SpokenTemplates


def templates(language: str, source: str) -> SpokenTemplates:
    return SpokenTemplates(
        language, loader=DictLoader({"page.html": source}), autoescape=True, extensions=["jinja2.ext.i18n"]
    )


def test_words_are_said_in_the_language_of_the_templates():
    english, ukrainian = (templates(language, '<h2>{{ _("Events") }}</h2>') for language in ("en", "uk"))
    assert english.get_template("page.html").render() == "<h2>Events</h2>"
    assert ukrainian.get_template("page.html").render() == "<h2>Події</h2>"


def test_whoever_reads_a_template_first_does_not_set_its_language():
    with speaking("uk"):
        assert templates("en", '{{ _("Events") }}').get_template("page.html").render() == "Events"


@pytest.mark.parametrize(("source", "said"), [
    ('{{ _("<code>vedette quarantine</code> lists what waits with its reason.") }}',
     "<code>vedette quarantine</code> lists what waits with its reason."),
    ('{{ _("100%% of it") }}', "100% of it"),
    ("""{% set what = _("Tom & <b>Jerry</b>") %}<a title="{{ what }}">{{ "<i>" }}</a>""",
     '<a title="Tom & <b>Jerry</b>">&lt;i&gt;</a>'),
    ("{% macro titled(words) %}<p>{{ words }}</p>{% endmacro %}{{ titled(_('All <em>events</em>')) }}",
     "<p>All <em>events</em></p>"),
])
def test_a_message_keeps_its_elements_and_its_percent_signs(source, said):
    assert templates("en", source).get_template("page.html").render() == said


def test_what_is_filled_in_is_looked_up_when_the_page_is_made():
    made = templates("en", '{{ _("%(who)s says so", who=who) }}')
    made.install_gettext_callables(lambda message: message.upper().replace("%(WHO)S", "%(who)s"), None, newstyle=True)
    assert made.get_template("page.html").render(who="<Ann>") == "&lt;Ann&gt; SAYS SO"


def test_of_readers_who_ask_for_a_new_template_at_once_one_reads_it_for_all(monkeypatch):
    made, read, all_ask = templates("en", "{{ _('Events') }}"), [], Barrier(5)
    compiled = made.compile

    def slowly(*source, **options):
        read.append(source)
        sleep(0.05)
        return compiled(*source, **options)

    monkeypatch.setattr(made, "compile", slowly)

    def ask() -> None:
        all_ask.wait(timeout=10)
        assert made.get_template("page.html").render() == "Events"

    with ThreadPoolExecutor(5) as readers:
        for asked in [readers.submit(ask) for _ in range(5)]:
            asked.result(timeout=10)
    assert len(read) == 1
