"""Who says what in a document: attributions of its sentences, carried over quotations of several sentences.

In: the document's text and sentences. Out: `Utterance`s in the order of the text, made once a document; the voice of
events and the statements of parties are both read from them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.coding.voice.attributing import Attribution, attributions, sounded
from dragoman.coding.voice.framing import framed
from dragoman.coding.voice.quotations import Quotation, quotations
from dragoman.coding.voice.speaking import Span
from dragoman.coding.voice.transcripts import Turn, turns
from dragoman.coding.words import words
from dragoman.datelines import behind_dateline

# A quotation of fewer words than this that nobody is said to speak is a borrowed word, not a speech.
_SPEECH = 4


@dataclass(frozen=True, slots=True)
class Utterance:
    """Characters start..end-1 of the document are what `speaker` says; `verb` is where that is told.

    `quoted` holds the parts of it that stand between quotation marks; `carried`: the speaker is named elsewhere;
    `turn`: it is a turn of a transcript, the speaker its label.
    """

    sentence: int
    speaker: Span | None
    verb: Span
    start: int
    end: int
    quoted: tuple[Span, ...] = ()
    carried: bool = False
    turn: bool = False

    def holds(self, start: int, end: int) -> bool:
        """Whether the words start..end-1 are said by the speaker and are not the telling itself."""
        inside = self.start <= start and end <= self.end
        telling = any(a < end and start < b for a, b in (self.verb, self.speaker or self.verb))
        return inside and not telling


def utterances(text: str, spans: Sequence[tuple[int, int]]) -> list[Utterance]:
    """The utterances of a document in order."""
    quotes, found = quotations(text), []
    # Quotations do not overlap, so both rise.
    opens, closes = [q.start for q in quotes], [q.end for q in quotes]
    for index, (begin, end) in enumerate(spans):
        start = behind_dateline(text, begin, end)
        own = quotes[bisect_right(closes, start) : bisect_left(opens, end)]
        sentence = words(text[start:end], offset=start)
        if not sentence:
            continue
        quoted = [any(q.start <= w.start < q.end for q in own) for w in sentence] if own else [False] * len(sentence)
        made = attributions(sentence, quoted)
        made += [f for f in framed(text[start:end], offset=start) if all(f.speaker != a.speaker for a in made)]
        found += [_utterance(index, sounded(sentence, a), own) for a in made]
    found += [_turn(t, spans) for t in turns(text)]
    return sorted([*found, *_carried(text, spans, quotes, found)], key=lambda u: (u.start, u.end))


def _turn(found: Turn, spans: Sequence[tuple[int, int]]) -> Utterance:
    sentence, said = _index(spans, found.speaker[0]), (found.start, found.end)
    return Utterance(sentence, found.speaker, found.verb, *said, quoted=(said,), carried=True, turn=True)


def _utterance(sentence: int, made: Attribution, quotes: Sequence[Quotation]) -> Utterance:
    """With each quotation that it touches taken in whole."""
    inside = [q for q in quotes if q.start < made.end and made.start < q.end]
    start = min([made.start, *(q.start for q in inside)])
    end = max([made.end, *(q.end for q in inside)])
    return Utterance(sentence, made.speaker, made.verb, start, end, tuple((q.start, q.end) for q in inside))


def _carried(
    text: str, spans: Sequence[tuple[int, int]], quotes: Sequence[Quotation], found: Sequence[Utterance]
) -> list[Utterance]:
    """Quotations without a speaker of their own, given to who speaks beside them."""
    spoken = [u for u in found if u.speaker]
    # Of several who are told to speak it the first.
    speakers = {span: u for u in reversed(spoken) for span in u.quoted}
    owners: list[Utterance | None] = [speakers.get((q.start, q.end)) for q in quotes]
    unquoted = {u.sentence: u for u in spoken if not u.quoted}
    own = [owner is not None for owner in owners]
    for order in (range(len(quotes)), range(len(quotes) - 1, -1, -1)):
        for k in order:
            step = -1 if order.step > 0 else 1
            if owners[k] is None and _long(text, quotes[k]):
                owners[k] = _beside(text, spans, quotes, owners, k, step) or _before(spans, unquoted, quotes[k], step)
    return [
        replace(
            owner, sentence=_index(spans, q.start), start=q.start, end=q.end, quoted=((q.start, q.end),), carried=True
        )
        for q, owner, mine in zip(quotes, owners, own, strict=True)
        if owner is not None and not mine
    ]


def _beside(
    text: str,
    spans: Sequence[tuple[int, int]],
    quotes: Sequence[Quotation],
    owners: Sequence[Utterance | None],
    k: int,
    step: int,
) -> Utterance | None:
    """The owner of the quotation before (step -1) or behind (1), when this one goes on with it."""
    j = k + step
    if not 0 <= j < len(quotes) or owners[j] is None:
        return None
    first, second = (quotes[j], quotes[k]) if step < 0 else (quotes[k], quotes[j])
    if second.carried:
        return owners[j]
    near = _index(spans, second.start) - _index(spans, first.end - 1) <= 1
    between = text[first.end : second.start]
    if step > 0:
        return owners[j] if near and "\n" not in between and not any(c.isalnum() for c in between) else None
    return owners[j] if near and _whole(text, spans, second) else None


def _before(
    spans: Sequence[tuple[int, int]], unquoted: Mapping[int, Utterance], quote: Quotation, step: int
) -> Utterance | None:
    """Who is told to speak in the sentence before: "The minister rejected this. “…”" has no verb of saying: None.

    `unquoted` is the last one of each sentence who is told to say something without quotation marks.
    """
    if step > 0:
        return None
    index = _index(spans, quote.start)
    opens = quote.start - spans[index][0] <= 1
    return unquoted.get(index - 1) if opens else None


def _long(text: str, quote: Quotation) -> bool:
    return len(text[quote.start : quote.end].split()) >= _SPEECH


def _whole(text: str, spans: Sequence[tuple[int, int]], quote: Quotation) -> bool:
    """Whether the sentence in which the quotation begins holds nothing else before it."""
    start = spans[_index(spans, quote.start)][0]
    return not any(c.isalnum() for c in text[start : quote.start - 1])


def _index(spans: Sequence[tuple[int, int]], at: int) -> int:
    """Index of the sentence that holds character `at`, or of the last one that begins before it."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][0] <= at:
            low = middle + 1
        else:
            high = middle
    return max(0, low - 1)


def quoted_at(found: Utterance, at: int) -> bool:
    """Whether character `at` stands in a quotation of the utterance."""
    return any(start <= at < end for start, end in found.quoted)
