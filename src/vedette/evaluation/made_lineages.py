"""Made cases of one event that several outlets tell: copies, relays, rewrites, translations, with the true origins.

A case draws one to three *voices* (a newsroom, an agency, a ministry through others, nameless
sources, an outlet nobody knows) and spreads each through up to five reports: its own, copies
with other headlines and edits, relays in other words, translations that say so. The truth is the
number of voices, and of parties behind them. The same number always makes the same case.

What a copy may do to a text: change or drop up to one word in seven, cut up to a quarter off, turn its
paragraphs, put a headline, a byline and a paragraph of its own around it. All names are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from vedette.evaluation.lineage_texts import CODE, SENTENCES
from vedette.model import (
    Attribution,
    Claim,
    EventType,
    EvidenceKind,
    Factuality,
    KnownOutlet,
    LinkKind,
    Report,
    Span,
    Stage,
)
from vedette.model.codec import name_claim

OUTLETS = (
    KnownOutlet(id="north-wire", name="North Wire", kind=LinkKind.AGENCY, aliases=("NoWire", "Норт Вайр")),
    KnownOutlet(id="state-wire", name="State Wire", kind=LinkKind.AGENCY, country="BY", state_controlled=True),
    KnownOutlet(id="state-daily", name="State Daily", kind=LinkKind.OUTLET, country="BY", state_controlled=True),
    KnownOutlet(id="courier", name="Morning Courier", kind=LinkKind.OUTLET, owner="Paper House"),
    KnownOutlet(id="gazette", name="Evening Gazette", kind=LinkKind.OUTLET, owner="Paper House"),
)
_NEWSROOMS = (*(outlet.name for outlet in OUTLETS), "Lake Post", "Hill Radio", "Port Herald", "Amber Portal")
_PARTIES = {"State Wire": "BY", "State Daily": "BY", "Morning Courier": "Paper House", "Evening Gazette": "Paper House"}
_OFFICIALS = (("Border Guard", "PL"), ("Interior Ministry", "PL"), ("Customs Office", "LT"), ("Foreign Ministry", "BY"))
_ALIASES = {"North Wire": ("NoWire", "Норт Вайр")}
_OWN = ("Our reporter adds that it rained all night.", "Photographs by the desk.", "More on this in our evening issue.")


@dataclass(frozen=True, slots=True)
class LineageCase:
    """Reports and claims of one event, and how many bodies and parties truly stand behind them.

    ``ways`` names what was done, for the list of misses.
    """

    number: int
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    bodies: int
    parties: int
    ways: tuple[str, ...]


def make_cases(count: int = 200) -> Iterator[LineageCase]:
    """Make the cases, always the same ones.

    Example:
        >>> case = next(make_cases(1))
        >>> case.bodies <= len(case.reports) <= len(case.claims)
        True
    """
    for number in range(count):
        yield _Maker(number).case()


@dataclass(slots=True)
class _Maker:
    """Makes one case; outlets and wordings are drawn without putting back."""

    number: int
    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    draw: Random = field(init=False)
    wordings: list[tuple[str, str]] = field(init=False)
    newsrooms: list[str] = field(init=False)
    relays: int = 0
    slots: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.draw = Random(self.number)
        self.wordings = [(language, code) for language in SENTENCES for code in CODE]
        self.draw.shuffle(self.wordings)
        self.newsrooms = self.draw.sample(_NEWSROOMS, len(_NEWSROOMS))
        self.slots = {"hour": str(self.draw.randint(7, 11)), "n": str(self.draw.randint(120, 980))}

    def case(self) -> LineageCase:
        makers = (self._newsroom, self._newsroom, self._official, self._official, self._unnamed, self._nobody)
        for make in self.draw.sample(makers, self.draw.randint(1, 3)):
            make()
        return LineageCase(
            self.number, tuple(self.reports), tuple(self.claims), len(self.voices), len(self.parties), tuple(self.ways)
        )

    def _newsroom(self) -> None:
        """A newsroom or agency that reports by itself, with those who take it from there."""
        name = self.newsrooms.pop()
        self._counts(name, _PARTIES.get(name, name))
        text = self._report(name, "original")
        ways = ("copy", "copy", "relay", "second relay", "translation")
        for way in self.draw.choices(ways, k=self.draw.randint(0, 4)):
            if way == "copy":
                self._copy(text)
            elif way == "translation":
                self._report(self._relay(), way, self._link(name, cue="Source"))
            else:
                between = (self._link(self._relay()),) if way == "second relay" else ()
                self._report(self._relay(), way, *between, self._link(name))
        if self.draw.random() < 0.15:
            self._contrary(text)

    def _official(self) -> None:
        """A ministry or service through outlets and agencies."""
        name, party = self.draw.choice(_OFFICIALS)
        self._counts(name, party)
        word = Attribution(name=name, kind=LinkKind.OFFICIAL, cue="said", party=party)
        outlet = self._relay()
        text = self._report(outlet, "official", word, headline=self.draw.random() < 0.5)
        for way in self.draw.choices(("copy", "own words", "relay", "relay seen through"), k=self.draw.randint(0, 4)):
            if way == "copy":
                self._copy(text)
            elif way == "own words":
                self._report(self._relay(), way, word, headline=self.draw.random() < 0.5)
            elif way == "relay":
                self._report(self._relay(), way, self._link(outlet), word)
            else:
                self._report(self._relay(), way, self._link(outlet))

    def _unnamed(self) -> None:
        """Sources without a name, who are the voice of the one who relays them."""
        outlet = self.newsrooms.pop()
        self._counts(outlet, _PARTIES.get(outlet, outlet))
        sources = Attribution(name="sources", kind=LinkKind.UNNAMED, cue="said")
        self._report(outlet, "unnamed", sources)
        for _ in range(self.draw.randint(0, 2)):
            self._report(self._relay(), "unnamed relayed", self._link(outlet), sources)

    def _nobody(self) -> None:
        """A text without an outlet: shown, never counted."""
        self._report(None, "unknown lineage")

    def _counts(self, voice: str, party: str) -> None:
        self.voices.add(voice)
        self.parties.add(party)

    def _relay(self) -> str:
        self.relays += 1
        return f"Relay {self.number}-{self.relays}"

    def _link(self, outlet: str, cue: str = "reports") -> Attribution:
        name = self.draw.choice((outlet, *_ALIASES.get(outlet, ())))
        return Attribution(name=name, kind=LinkKind.AGENCY if "Wire" in outlet else LinkKind.OUTLET, cue=cue)

    def _report(
        self, outlet: str | None, way: str, *chain: Attribution, headline: bool = False
    ) -> tuple[str, tuple[str, ...]]:
        """Write a report in a wording of its own; with a headline, the narrator tells it, too."""
        language, code = self.wordings.pop()
        wordings = SENTENCES[language]
        sentences = [pair[int(bit)].format(**self.slots) for pair, bit in zip(wordings, code, strict=True)]
        self._add(sentences, 0, outlet=outlet, language=language, chain=chain, way=way)
        if headline:
            self.claims.append(_claim(self.reports[-1], sentences[0], (), part=1))
        return language, tuple(sentences)

    def _copy(self, text: tuple[str, tuple[str, ...]], *, denied: bool = False) -> None:
        """Run a text with another headline, edits, a cut, turned paragraphs and words of one's own."""
        language, sentences = text
        every = self.draw.choice((0, 7, 9, 12, 20))
        edited = [self._edit(sentence, every) for sentence in sentences]
        kept = edited[: self.draw.choice((6, 7, 8, 8))]
        turn = self.draw.choice((0, 0, 3))
        ordered = [*kept[turn:], *kept[:turn]]
        before = self.draw.choice(([], ["By a staff writer.", "Barriers down: what we know so far."]))
        after = self.draw.choice(([], [self.draw.choice(_OWN)]))
        self._add(
            [*before, *ordered, *after], len(before) + ordered.index(kept[0]), outlet=self._relay(), language=language,
            way=f"copy, one word in {every} changed" if every else "copy", denied=denied,
        )

    def _contrary(self, text: tuple[str, tuple[str, ...]]) -> None:
        """Run a text and deny what it says: a voice of its own."""
        self._copy(text, denied=True)
        outlet = self.reports[-1].outlet or ""
        self.ways.append("turned into its contrary")
        self._counts(outlet, outlet)

    def _edit(self, sentence: str, every: int) -> str:
        words = sentence.split()
        if not every:
            return sentence
        start = self.draw.randrange(every)
        for at in range(start, len(words), every):
            words[at] = self.draw.choice(("", f"{words[at]}x", "indeed"))
        return " ".join(filter(None, words))

    def _add(
        self, sentences: list[str], telling: int, *, outlet: str | None, language: str, way: str,
        chain: tuple[Attribution, ...] = (), denied: bool = False,
    ) -> None:
        number = len(self.reports)
        paragraphs = [" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2)]
        report = Report.of(
            "\n\n".join(paragraphs), ref=f"{self.number}-{number}", title=f"Headline {number}", outlet=outlet,
            published=f"2025-09-{10 + number:02d}", language=language,
        )
        self.reports.append(report)
        self.claims.append(_claim(report, sentences[telling], chain, denied=denied))
        self.ways.append(f"{way} ({language})")


def _claim(
    report: Report, sentence: str, chain: tuple[Attribution, ...], *, denied: bool = False, part: int = 0
) -> Claim:
    start = report.text.index(sentence)
    claim = Claim(
        id="", report=report.id, type=EventType.BORDER_CLOSURE, stage=Stage.HAPPENED,
        factuality=Factuality.DENIED if denied else Factuality.ASSERTED, evidence=EvidenceKind.TOLD,
        trigger=Span(start, start + len(sentence.split(maxsplit=1)[0])), sentence=Span(start, start + len(sentence)),
        attribution=chain, part=part,
    )
    return replace(claim, id=name_claim(claim))
