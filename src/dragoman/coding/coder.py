"""The coder: documents in, events out.

In: `Document`s or plain texts. Out: `Event`s in the order of the text, the same for the same input everywhere.
Sentences are read in one pass, each candidate trigger is argued in a second, and what stands is settled.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.actors.names.users import roster_with
from dragoman.coding.explaining import Explanation, explained
from dragoman.coding.merging import merge
from dragoman.coding.parties.filling import fill
from dragoman.coding.relating import Place, relate
from dragoman.coding.sentences import once
from dragoman.coding.settling import deed_of, settle
from dragoman.coding.story import Story
from dragoman.coding.triggers.arguing import Finding, argue
from dragoman.coding.triggers.echoing import answered, echoes
from dragoman.coding.triggers.rivals import rivalled
from dragoman.coding.triggers.selecting import Decision, Reading, decide
from dragoman.coding.triggers.spotting import Candidate, candidates
from dragoman.coding.triggers.tolls import without_tolls
from dragoman.coding.triggers.unsaid import addressed, without_unsaid
from dragoman.coding.triggers.windowing import Windowed
from dragoman.coding.voice.statements import statements
from dragoman.collecting import uncollected
from dragoman.document import Document, composed, day_of
from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.models import MAX_TOKENS, Network, network
from dragoman.models.tokens import tokenise
from dragoman.settings import LEAST_CONFIDENCE

_log = logging.getLogger(__name__)

# Findings less likely than this are not even settled: next to none of them would be likely enough to be told.
THRESHOLD = 0.2
# From which chance on a finding counts for who stands against whom: from 0.15 to 0.45 parties come out alike.
_SURE = 0.4
# Sentences that are read before the triggers among them are argued; nearly every article has fewer.
BLOCK = 256


class Coder:
    """Codes documents. The network is loaded on first use and shared by all coders of a process.

    `actors` is a CSV of the caller's own actors; `min_confidence` drops events below it (0 to 1);
    `threshold` is the least chance at which a finding is told; `weights` another weights file than the shipped one.
    """

    def __init__(
        self,
        *,
        actors: str | Path | None = None,
        min_confidence: float = LEAST_CONFIDENCE,
        threshold: float = THRESHOLD,
        weights: Path | None = None,
    ) -> None:
        for name, value in (("min_confidence", min_confidence), ("threshold", threshold)):
            if not 0 <= value <= 1:
                raise UsageError(f"{name} {value} is no probability; give a number from 0 to 1")
        self._names = roster_with(Path(actors)) if actors else None
        self._least = min_confidence
        self._threshold = threshold
        self._weights = weights
        self._last: tuple[Document, Story] | None = None

    @property
    def version(self) -> str:
        """What coded an event: the package's version and the weights' hash."""
        return f"dragoman {__version__} {self._network.version}"

    @property
    def types(self) -> tuple[str, ...]:
        """The event types in the order of the network's outputs."""
        return self._network.labels.types[1:]

    @property
    def calibration(self) -> Mapping[str, Any]:
        """What the confidence is computed from, as it travels with the weights."""
        return self._network.labels.calibration

    def code(self, text: str, *, pub_date: str | date | None = None, title: str = "") -> list[Event]:
        """The events of a text as it stands (no cleaning but of half characters, which become U+FFFD, as in reading).

        Offsets count characters of the text with its letters composed (NFC), as nearly every text is written.
        `pub_date` is a date or an ISO day; None: unknown. Where nothing is found in a text of another language than
        English, a warning is logged.
        """
        text, title = (composed(one) if isinstance(one, str) else one for one in (text, title))
        document = Document("", text, title=title, pub_date=day_of(pub_date))
        told = self.code_document(replace(document, pub_date_basis="argument") if document.pub_date else document)
        if not told:
            _warn_of_language(text)
        return told

    def code_document(self, document: Document) -> list[Event]:
        """The events of a document, in the order of its text."""
        return merge([reading.event for reading in self.readings(document) if reading.event])

    def statements(self, document: Document) -> list[dict[str, Any]]:
        """Who says what in a document, in the order of its text: one row a statement (docs/voice.md)."""
        with uncollected():
            return [statement.to_dict() for statement in statements(self._story(document))]

    def readings(self, document: Document) -> list[Reading]:
        """Every candidate of a document with what became of it: what is told and what is not, and why."""
        with uncollected():
            story = self._story(document)
            found = answered(self._told(story), story.spans, threshold=self._threshold)
            whole = addressed([fill(story, f) for f in found], story, least=self._threshold)
            decisions = list(without_tolls(decide(rivalled(whole), threshold=self._threshold), story))
            story.cast.learn(
                deed_of(story, d.finding) for d in decisions if d.verdict == "kept" and d.finding.chance >= _SURE
            )
            settled = list(self._settled(story, decisions))
            return without_unsaid(settled, story)

    def explain(self, document: Document) -> list[Explanation]:
        """Why: each candidate with what became of it, and what gave each field of the event that it tells."""
        readings = self.readings(document)
        with uncollected():
            return explained(self._story(document), readings, types=self.types)

    def relate(
        self, text: str, *, actor: Place | None = None, recipient: Place | None = None
    ) -> list[tuple[str, float]]:
        """(event type, probability), likeliest first, for a given pair of parties.

        A side is a character span, a list of them (the party named more than once), or None.
        """
        return relate(self._network, text, actor=actor, recipient=recipient)

    def _story(self, document: Document) -> Story:
        """The document laid out. The last one is kept: its events and its statements are asked for in turn."""
        if not isinstance(document, Document):
            raise UsageError(f"{document!r:.60} is no Document; `code` takes a text")
        if self._last is None or self._last[0] is not document:
            self._last = document, Story.of(document, names=self._names)
        return self._last[1]

    def _told(self, story: Story) -> list[Finding]:
        """The findings of a document, whose repeated sentences are not read."""
        every = [story.sentence(i) for i in range(len(story.spans))]
        kept = once(every)
        found = self._findings([every[i] for i in kept])
        return found if len(kept) == len(every) else [replace(f, sentence=kept[f.sentence]) for f in found]

    def _findings(self, sentences: Sequence[str]) -> list[Finding]:
        """Block by block: what is kept of a sentence between its two looks takes 1.5 kB a token."""
        found: list[Finding] = []
        for start in range(0, len(sentences), BLOCK):
            own = self._argued(sentences[start : start + BLOCK])
            found += own if not start else [replace(f, sentence=start + f.sentence) for f in own]
        return found

    def _argued(self, sentences: Sequence[str]) -> list[Finding]:
        tokens = tokenise(sentences)
        read = Windowed(tokens, limit=MAX_TOKENS)
        looks = self._network.detect([own.ids for own in read.tokens])
        found: list[Candidate] = []
        for i, (sentence, own, types) in enumerate(zip(sentences, tokens, read.types(looks), strict=True)):
            found += candidates(i, own, types)
            found += echoes(i, sentence, own, labels=self._network.labels)
        placed = [read.placed(candidate) for candidate in found]
        told = argue(self._network, read.repeated(sentences), read.tokens, looks=looks, found=placed)
        return [read.told(finding) for finding in told]

    def _settled(self, story: Story, decisions: Sequence[Decision]) -> Iterator[Reading]:
        labels, version = self._network.labels, self.version
        for decision in decisions:
            event = None
            if decision.verdict == "kept":
                event = settle(story, decision.finding, labels, coder=version, least=self._least)
            yield Reading(decision, event)

    @cached_property
    def _network(self) -> Network:
        return network(self._weights)


def _warn_of_language(text: str) -> None:
    # Only asked where nothing was found: it takes longer than coding a sentence.
    from dragoman.reading.language import ENGLISH, language_of

    language = language_of(text)
    if language not in ("", ENGLISH):
        _log.warning("the text's language is %s, not English; only English is coded", language)
