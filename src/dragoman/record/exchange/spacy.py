"""spaCy's DocBin: sentences as tokens with spans and events, for training and for spaCy's own tools; written only.

In: events. Out: bytes for `DocBin().from_disk(path)`. The layout is private to spaCy, so spaCy writes it: the extra
"spacy" installs it.
"""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.document import Document
from dragoman.errors import UsageError
from dragoman.event import Event
from dragoman.record.exchange.format import Format, Lookup, Written, no_documents, sink
from dragoman.record.exchange.tokens import Annotated, Span, write_sentences

# Name of the group of spans: several may cover a token, which spaCy's entities may not.
SPANS = "sc"


def write(events: Iterable[Event], target: BinaryIO | Path, *, documents: Lookup = no_documents) -> Written:
    """One Doc a sentence, held in memory until the end. Raises UsageError where spaCy is not installed."""
    box, vocabulary = _library()

    def put(_stream: BinaryIO, sentence: Annotated, _document: Document | None) -> None:
        box.add(_doc(sentence, vocabulary))

    with sink(target) as stream:
        written = write_sentences(events, stream, put, documents=documents)
        stream.write(box.to_bytes())
    return written


def _library() -> tuple[Any, Any]:
    try:
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab
    except ImportError as error:
        raise UsageError("the format spacy needs spaCy: pip install 'dragoman[spacy]'") from error
    return DocBin(store_user_data=True), Vocab()


def _doc(sentence: Annotated, vocabulary: Any) -> Any:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Piece

    words, spaces = _words(sentence)
    doc = Doc(vocabulary, words=[word for word, _ in words], spaces=spaces)
    # What stands between words is a token there: numbers of tokens move.
    places = [number for number, (_, real) in enumerate(words) if real]

    def piece(span: Span) -> Any:
        return Piece(doc, places[span.first], places[span.last] + 1, label=span.label)

    doc.spans[SPANS] = [piece(span) for span in sentence.spans]
    number = {span: at for at, span in enumerate(sentence.spans)}
    doc.user_data["document"] = sentence.events[0].document_id
    doc.user_data["relations"] = [[number[r.trigger], number[r.part], r.role] for r in sentence.relations]
    doc.user_data["events"] = [event.to_dict() for event in sentence.events]
    return doc


def _words(sentence: Annotated) -> tuple[list[tuple[str, bool]], list[bool]]:
    """Tokens and, between them, blanks that are more than one space; with each whether a space follows."""
    text, words, spaces = sentence.text, list[tuple[str, bool]](), list[bool]()
    bounds = [(0, 0), *((token.start, token.end) for token in sentence.tokens), (len(text), len(text))]
    for (start, end), (following, _) in pairwise(bounds):
        gap = text[end:following]
        if end > start:
            words.append((text[start:end], True))
            spaces.append(gap.startswith(" "))
            gap = gap.removeprefix(" ")
        if gap:
            words.append((gap, False))
            spaces.append(False)
    return words, spaces


FORMAT = Format(
    name="spacy",
    title="spaCy DocBin",
    suffixes=(".spacy",),
    write=write,
    read=None,
    partial=(("sentence", "events without a sentence are left out; each event is whole in the Doc's user_data"),),
)
