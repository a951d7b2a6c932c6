"""What the benchmarks measure: the parts of the program, each loaded when first needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from vedette.errors import ModelError
from vedette.knowledge import load_knowledge
from vedette.model import Knowledge, Span
from vedette.reading.document import Block, BlockKind, Sentence
from vedette.reading.layout import lay_out
from vedette.reading.names import NameIndex
from vedette.reading.rules.lexicon import Lexicon, load_lexicon
from vedette.reading.rules.parsing import SpacyParser
from vedette.reading.tags import Tagger, Tags
from vedette.reading.tags.decoding import decode
from vedette.reading.tags.encoder import Encoder
from vedette.reading.tags.tagger import SHIPPED
from vedette.reading.tags.windows import windows
from vedette.reading.together import TogetherReader


@dataclass(frozen=True)
class Kit:
    """The program's parts, shared by the benchmarks of one run.

    ``limit`` is how many documents of each part are read, all unless told.
    ``tagger_folder`` holds the files of the network.
    """

    limit: int | None = None
    tagger_folder: Path = SHIPPED

    @cached_property
    def knowledge(self) -> Knowledge:
        """Packs and gazetteer."""
        return load_knowledge()

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the rules know of English."""
        return load_lexicon("en")

    @cached_property
    def english(self) -> TogetherReader:
        """The reader of English, whole."""
        return TogetherReader(self.knowledge, tagger=Tagger(self.tagger_folder))

    @cached_property
    def english_names(self) -> NameIndex:
        """The names of the packs in English."""
        return NameIndex(self.knowledge, language="en", ordinary=self.lexicon.ordinary_names)

    @cached_property
    def network(self) -> Network | str:
        """The tagger's network; the reason where it is not there."""
        try:
            return Network(Encoder(self.tagger_folder))
        except ModelError:
            return "the tagger has not been made; run `make train`."

    @cached_property
    def _parser(self) -> SpacyParser:
        return SpacyParser(lemmas=self.lexicon.lemmas, words=self.lexicon.words)

    def paragraphs(self, text: str, *, title: str | None = None) -> list[Block]:
        """Give the paragraphs and headings of an English text."""
        blocks = lay_out(text, words=self.lexicon.layout, title=title)
        return [block for block in blocks if block.kind is not BlockKind.FURNITURE]

    def sentences(self, text: str, blocks: Sequence[Block], *, published: str | None = None) -> list[Sentence]:
        """Parse an English text and find the names in it, as the reader does."""
        [sentences] = self._parser.parse([(text, blocks)])
        editions = self.english_names.editions_named(text)
        for sentence in sentences:
            found = self.english_names.find(sentence.span.of(text), published=published, editions=editions)
            start = sentence.span.start
            sentence.mentions = [replace(mention, span=mention.span.shifted(start)) for mention in found]
        return sentences


@dataclass(frozen=True, slots=True)
class Network:
    """The network without its looks, which keep texts on other matters than ours from being read at all."""

    encoder: Encoder

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Tag the paragraphs of a text, every one of them."""
        words = [self.encoder.pieces.words(text, paragraph) for paragraph in paragraphs]
        found = windows(words, size=self.encoder.window)
        readings = [self.encoder.finish(window, self.encoder.begin(window)) for window in found]
        return decode(readings, distance=self.encoder.distance, paragraphs=len(paragraphs))
