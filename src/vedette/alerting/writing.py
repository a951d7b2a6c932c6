"""The words of a letter: from the template that is built in, or from one of the user's own.

A template is filled in a sandbox, in a process of its own: it sees the alerts and nothing else, and has seconds for it.
One that fails is told with its file, line and fix, and the letter goes out in the built-in words: a misspelt field
keeps no warning back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vedette.alerting.channels import Channel
from vedette.alerting.delivering import Words
from vedette.alerting.filling import Failed, fill_apart
from vedette.alerting.plain import calling_nobody, one_line
from vedette.alerting.wordbook import Phrase, Wordbook, describe_change, english
from vedette.store.alerting import Alert, Quote, Told

BUILT_IN = "alerts.txt.j2"
SUBJECT = "Subject:"
# Longer letters are cut: some services refuse them, others send a page for each screen.
LONGEST = 20_000
_LONGEST_SUBJECT = 160
_QUOTES, _QUOTE_LENGTH = 3, 400
_FIELDS = "alerts (id, name, change, kind, day, on, level, before, likelihood, confidence, observable, meaning, " \
    "because, told, unseen, outlook, link), desk, key, channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFault:
    """A template that cannot be filled in: where, what is wrong, what to do.

    Example:
        >>> str(TemplateFault(file=Path("short.txt"), line=3, reason="'alert' is not there.", fix="Write alerts."))
        "short.txt, line 3: 'alert' is not there. Write alerts."
    """

    file: Path
    line: int | None
    reason: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}{'' if self.line is None else f', line {self.line}'}: {self.reason} {self.fix}"


@dataclass(slots=True)
class Writer:
    """Writes letters for channels, and gathers the templates that failed.

    ``desk`` is the address of the desk's pages, ``words`` is the language of the letters.

    Example:
        >>> Writer(desk="https://desk.example").faults
        []
    """

    desk: str = ""
    words: Wordbook = field(default_factory=Wordbook)
    faults: list[TemplateFault] = field(default_factory=list)

    def __call__(self, channel: Channel, alerts: Sequence[Alert], key: str) -> Words:
        """Give the words of a letter."""
        seen = {"alerts": [_seen(one, self.desk, self.words) for one in alerts], "desk": self.desk, "key": key,
                "channel": channel.name}
        body = self._own(channel.template, seen)
        if body is None:
            built_in = files("vedette.alerting.templates").joinpath(BUILT_IN).read_text(encoding="utf-8")
            body = _fill(built_in, seen, self.words.phrase)
        subject, body = _parted(body, alerts, self.words.phrase)
        return Words(subject=subject, body=cut(body, key, self.words.phrase))

    def _own(self, template: Path | None, seen: Mapping[str, Any]) -> str | None:
        if template is None:
            return None
        try:
            filled = fill_apart(template.read_text(encoding="utf-8"), seen)
            if isinstance(filled, str) and filled.strip():
                return filled
            empty = Failed(reason="it gives no text", fix="Write what is to be told.")
            fault = _fault(template, empty if isinstance(filled, str) else filled)
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            fault = TemplateFault(
                file=template, line=None, reason=f"cannot be read: {why}.", fix="Check 'template' of the channel."
            )
        if fault not in self.faults:
            self.faults.append(fault)
        return None


def _parted(text: str, alerts: Sequence[Alert], phrase: Phrase) -> tuple[str, str]:
    """Take the subject from the first line, where the template gives one."""
    first, _, rest = text.strip().partition("\n")
    if first.startswith(SUBJECT):
        return one_line(first.removeprefix(SUBJECT))[:_LONGEST_SUBJECT], rest.strip()
    return _subject(alerts, phrase), text.strip()


def _subject(alerts: Sequence[Alert], phrase: Phrase) -> str:
    if len(alerts) == 1:
        told = f"{alerts[0].name}: {describe_change(alerts[0], phrase)}"
    else:
        names = ", ".join(dict.fromkeys(one.name for one in alerts))
        told = phrase("%(number)s alerts: %(names)s") % {"number": len(alerts), "names": names}
    return one_line(f"Vedette: {told}")[:_LONGEST_SUBJECT]


def cut(body: str, key: str, phrase: Phrase = english) -> str:
    """Cut a letter that is too long, and say so."""
    if len(body) <= LONGEST:
        return body
    rest = phrase("The rest is on the desk. Letter %(key)s") % {"key": key}
    return f"{body[:LONGEST].rstrip()} ...\n\n{rest}"


def _fill(text: str, seen: Mapping[str, Any], phrase: Phrase) -> str:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals["_"] = phrase
    return environment.from_string(text).render(seen)


def _seen(alert: Alert, desk: str, words: Wordbook) -> dict[str, Any]:
    """Give an alert as templates see it: lines that nobody's words can break up."""
    return {
        "id": alert.id, "scenario": alert.scenario, "name": one_line(alert.name), "kind": str(alert.kind),
        "change": describe_change(alert, words.phrase), "day": alert.day, "on": words.day(alert.day),
        "level": alert.level_name, "before": alert.before_name,
        "likelihood": words.likelihood(alert.likelihood) if alert.likelihood else "",
        "confidence": words.confidence(alert.confidence),
        "observable": round(100 * alert.observable), "meaning": one_line(alert.meaning),
        "because": list(map(one_line, alert.because)), "unseen": list(map(one_line, alert.unseen)),
        "outlook": list(map(one_line, alert.outlook)),
        "told": [_indicator(one, desk, words) for one in alert.told],
        "link": f"{desk}/warnings/{alert.scenario}" if desk else "",
    }


def _indicator(one: Told, desk: str, words: Wordbook) -> dict[str, Any]:
    return {
        "name": one_line(one.name), "rule": one_line(one.rule), "why": one_line(one.why), "new": one.new,
        "against": one.against, "quotes": [_quote(quote, desk, words) for quote in one.quotes[:_QUOTES]],
    }


def _quote(quote: Quote, desk: str, words: Wordbook) -> dict[str, Any]:
    sentence = calling_nobody(quote.sentence)
    return {
        "sentence": sentence if len(sentence) <= _QUOTE_LENGTH else f"{sentence[:_QUOTE_LENGTH].rstrip()} ...",
        "said_by": calling_nobody(quote.said_by), "published": quote.published or "",
        "when": words.moment(quote.published) if quote.published else "", "url": quote.url or "",
        "link": f"{desk}/events/{quote.event}" if desk else "",
    }


def _fault(file: Path, failed: Failed) -> TemplateFault:
    fix = f"A template sees: {_FIELDS}." if failed.is_unknown_name else failed.fix or "Correct that line."
    reason = one_line(failed.reason).rstrip(".")[:300]
    return TemplateFault(file=file, line=failed.line, reason=f"{reason}.", fix=fix)
