"""Events as hypothesis draws them: of one kind with the contract, and such as a format can hold whole."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from dragoman.actors.knowledge import load as knowledge
from dragoman.actors.names.codes import actor_code
from dragoman.event import Dating, Event, Party, Place, Voice, Words
from dragoman.ontology import contexts, load
from dragoman.ontology.crosswalk import cameo_code
from dragoman.record.exchange.countries import fips

_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters=",;-")
_WORD = st.text(_CHARACTERS, min_size=1, max_size=8).filter(lambda word: word not in ("None", "NULL", "\\N"))
NAMES = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
# States that every code knows: those with a FIPS code.
COUNTRIES = st.sampled_from(sorted(s.iso3 for s in knowledge().states if s.kind == "member" and fips(s.iso3)))
# Sectors whose CAMEO role is theirs alone, beside any country.
SECTORS = st.sampled_from(sorted({s.code for s in knowledge().sectors} - {"PRM", "UAF", "CVL", "SOC", "INT", "UNK"}))
CONTEXTS = st.lists(st.sampled_from(sorted(contexts())), unique=True, max_size=3).map(tuple)
STATUSES = st.sampled_from(["actual", "planned", "hypothetical", "negated"])
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
OFFSETS = st.integers(0, 100_000)


def _words(kind: type, *, texts: st.SearchStrategy[str] = NAMES, **fields: st.SearchStrategy[Any]) -> Any:
    return st.builds(kind, text=texts, start=OFFSETS, end=OFFSETS, **fields)


@st.composite
def parties(draw: st.DrawFn) -> Party:
    """A party whose code is that of its country and sector."""
    country, sector = draw(COUNTRIES), draw(SECTORS)
    text, name, office = draw(NAMES), draw(NAMES), draw(NAMES)
    code = actor_code(country, sector)
    return Party(
        text, draw(OFFSETS), draw(OFFSETS), name, country, sector, code, office, draw(st.sampled_from(["", "Q7"]))
    )


@st.composite
def datings(draw: st.DrawFn) -> Dating:
    """A day, a span of days, or nothing."""
    if draw(st.booleans()):
        return Dating()
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.sampled_from([0, 0, 6])))
    return Dating(start.isoformat(), end.isoformat(), "day" if end == start else "week", draw(NAMES), "explicit")


PLACES = _words(
    Place,
    name=NAMES,
    country=COUNTRIES,
    latitude=st.floats(-90, 90),
    longitude=st.floats(-180, 180),
    geonames_id=st.none() | st.integers(1, 2**31 - 1),
)
VOICES = _words(Voice, name=NAMES, country=COUNTRIES, sector=SECTORS, voice=st.sampled_from(["quoted", "reported"]))


@st.composite
def events(draw: st.DrawFn, *, texts: st.SearchStrategy[str] = NAMES) -> Event:
    """Any event of the contract with at least one party; codes fit type and mode."""
    book = load()
    kind = draw(st.sampled_from(sorted(book.types)))
    mode = draw(st.sampled_from(["", *book.modes(kind)]))
    status, about = draw(STATUSES), draw(CONTEXTS)
    code = cameo_code(kind, mode, status=status, contexts=about)
    actors = tuple(draw(st.lists(parties(), max_size=3)))
    recipients = tuple(draw(st.lists(parties(), min_size=0 if actors else 1, max_size=2)))
    sentence, start = draw(texts), draw(OFFSETS)
    return Event(
        draw(NAMES), draw(st.integers(0, 500)), sentence, start, start + len(sentence), kind, mode, about, code,
        book.quad_class(kind), draw(st.floats(-10, 10)), actors, recipients, draw(_words(Words, texts=texts)), status,
        draw(st.booleans()), draw(datings()), draw(st.none() | PLACES), draw(st.none() | VOICES),
        draw(st.floats(0, 1)), "dragoman 0.1.0", draw(st.sampled_from(["", "ev-1"])),
    )  # fmt: skip
