"""A draft becomes a document: cleaned, dated, its language told, its id given.

In: Draft and ReadingOptions. Out: Document, or a Failure with the reason why there is none.
"""

from dragoman.document import Document, Failure, content_id
from dragoman.errors import DocumentError
from dragoman.reading.cleaning import clean, clean_field
from dragoman.reading.dating import published
from dragoman.reading.draft import Draft
from dragoman.reading.faults import of_source
from dragoman.reading.language import ENGLISH, language_of
from dragoman.reading.options import ReadingOptions
from dragoman.reading.stream import too_long

# No honest id, name or URL is longer; a longer one would only fill every row made of it.
MAX_FIELD = 1000


def finish(draft: Draft, options: ReadingOptions) -> Document | Failure:
    """The document that a draft gives; a Failure when it is too long, or (skipped) empty or not English.

    A draft on which something here fails is a Failure, too.
    """
    try:
        with of_source(draft.source):
            return _finished(draft, options)
    except DocumentError as error:
        return Failure(draft.source, str(error).removeprefix(f"{draft.source}: "))


def _finished(draft: Draft, options: ReadingOptions) -> Document | Failure:
    if len(draft.text) > options.max_text:
        return Failure(draft.source, too_long(len(draft.text), options.max_text))
    text = clean(draft.text)
    if not text:
        return Failure(draft.source, "no text is left after cleaning; nothing to code", "skipped")
    language = language_of(text, declared=draft.language)
    if options.english_only and language not in ("", ENGLISH):
        return Failure(draft.source, f"language is {language}, not English; only English is coded", "skipped")
    title = clean_field(draft.title)[:MAX_FIELD]
    day, basis = published(draft, asked=options.date)
    return Document(
        id=clean_field(draft.id)[:MAX_FIELD] or content_id(text, title=title),
        text=text,
        source=draft.source,
        title=title,
        author=clean_field(draft.author)[:MAX_FIELD],
        publisher=clean_field(draft.publisher)[:MAX_FIELD],
        url=clean_field(draft.url)[: 2 * MAX_FIELD],
        language=language,
        pub_date=day,
        pub_date_basis=basis,
    )
