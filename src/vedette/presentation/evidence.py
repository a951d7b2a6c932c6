"""The sentence behind a claim, with the words that express the event set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vedette.model import Claim, Event, Factuality, Report
from vedette.model.voices import who_may_be
from vedette.presentation.wording import describe_chain

if TYPE_CHECKING:
    from vedette.store import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim as a reader checks it: who says so, and the sentence in three parts.

    ``chain`` runs from the outlet to the origin. ``before``, ``trigger`` and ``after`` make
    the sentence. ``title`` is the report's, or its ``ref`` where it has none. ``url`` is
    given only where it is a web address.
    """

    claim: Claim
    chain: tuple[str, ...]
    before: str
    trigger: str
    after: str
    report: str
    title: str
    published: str | None
    url: str | None

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.before + self.trigger + self.after


def evidence_of(claim: Claim, report: Report) -> Evidence:
    """Cut the sentence of a claim around its trigger."""
    text, sentence, trigger = report.text, claim.sentence, claim.trigger
    return Evidence(
        claim=claim, chain=tuple(describe_chain(claim, report)),
        before=text[sentence.start : max(sentence.start, trigger.start)], trigger=trigger.of(text),
        after=text[min(trigger.end, sentence.end) : sentence.end], report=report.id,
        title=report.title or report.ref, published=report.published, url=web_address(report.url),
    )


def evidence_by_party(view: View, event: Event) -> Iterator[Evidence]:
    """Give the claim that says most plainly that an event is so, and then one of each further independent party.

    Rule: nothing that denies it; a known origin before others, then what was published first. Whose origin nobody
    knows is no further party, nor is one that may be a party before it.

    Args:
        view: The desk, for claims and reports.
        event: The event.
    """
    known = {claim: one.party or one.name for one in event.origins if one.known for claim in one.claims}
    claims = [one for one in view.claims(event.claims) if one.factuality is not Factuality.DENIED]
    reports = {one.id: one for one in view.reports(sorted({claim.report for claim in claims}))}
    told = [one for one in claims if one.report in reports]
    heard: set[str] = set()
    for one in sorted(told, key=lambda one: (one.id not in known, reports[one.report].published or "9", one.id)):
        names = set(who_may_be(known[one.id])) if one.id in known else {""}
        if not heard or ("" not in names and heard.isdisjoint(names)):
            heard |= names
            yield evidence_of(one, reports[one.report])


def evidence_to_json(said: Evidence) -> dict[str, Any]:
    """Give one sentence with the claim that was read from it, who says so, and where it can be read."""
    claim = said.claim
    return {
        "claim": claim.id, "sentence": said.sentence, "trigger": said.trigger, "stage": str(claim.stage),
        "factuality": str(claim.factuality), "evidence": str(claim.evidence), "chain": list(said.chain),
        "report": said.report, "title": said.title, "published": said.published, "url": said.url,
    }


def web_address(url: str | None) -> str | None:
    """Let only addresses of the web through: nothing that would act when it is clicked.

    Example:
        >>> web_address("https://news.example/a"), web_address("javascript:alert(1)")
        ('https://news.example/a', None)

    """
    if url is None or not url.casefold().startswith(("http://", "https://")):
        return None
    return url if url.isprintable() and not set(url) & set(" <>\"'`\\") else None
