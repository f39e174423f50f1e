"""What travels from coding to record and desk: an event with its evidence, and its public JSON form.

In: what the coder decided. Out: slotted dataclasses and plain dictionaries in the contract's order.
All `start`/`end` are characters of the document's cleaned text, end exclusive.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Literal

from dragoman.errors import UsageError

Status = Literal["actual", "planned", "hypothetical", "negated"]
Precision = Literal["day", "week", "month", "season", "year", "decade"]
Basis = Literal["explicit", "relative", "publication"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who: a phrase of the text, resolved as far as it can be.

    `country` is ISO 3166 alpha-3 or "" (none, unknown, international); `sector` is PLOVER's (GOV, MIL, REB …) or "";
    `actor_code` is CAMEO style (RUSGOV); `wikidata` is a QID or "".
    """

    text: str
    start: int
    end: int
    name: str = ""
    country: str = ""
    sector: str = ""
    actor_code: str = ""
    office: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the document that gave a decision."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words and what they resolve to; coordinates in degrees, None where no point is meant."""

    text: str
    start: int
    end: int
    name: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says so, when it is not the author."""

    text: str
    start: int
    end: int
    name: str = ""
    country: str = ""
    sector: str = ""
    voice: Literal["quoted", "reported"] = "reported"


@dataclass(frozen=True, slots=True)
class Dating:
    """When: inclusive ISO days, how precise, from which words, on which basis; all None when unknown."""

    date_start: str | None = None
    date_end: str | None = None
    date_precision: Precision | None = None
    date_text: str | None = None
    date_basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One political interaction that one sentence reports. Field meanings: docs/contract.md."""

    document_id: str
    sentence_index: int
    sentence: str
    sentence_start: int
    sentence_end: int
    event_type: str
    mode: str
    contexts: tuple[str, ...]
    cameo_code: str
    quad_class: int
    goldstein: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    trigger: Words
    status: Status
    historical: bool
    dating: Dating
    place: Place | None
    said_by: Voice | None
    confidence: float
    coder: str
    happening_id: str = ""
    # The id under which a record keeps the event, where a correction of its type would give it another.
    kept_id: str = ""

    @property
    def event_id(self) -> str:
        """The same document, sentence, spans and type give the same id on any machine; a correction changes none."""
        if self.kept_id:
            return self.kept_id
        sides = ([(p.start, p.end) for p in side] for side in (self.actors, self.recipients))
        spans = [str(part) for part in (*sides, (self.trigger.start, self.trigger.end))]
        key = "\x1f".join([self.document_id, str(self.sentence_start), self.sentence, self.event_type, *spans])
        return f"ev-{blake2b(key.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}"

    @property
    def date_start(self) -> str | None:
        """The first day, as in the contract."""
        return self.dating.date_start

    @property
    def date_end(self) -> str | None:
        """The last day, as in the contract."""
        return self.dating.date_end

    @property
    def date_precision(self) -> Precision | None:
        """How precise the days are, as in the contract."""
        return self.dating.date_precision

    @property
    def date_text(self) -> str | None:
        """The words that date it, as in the contract."""
        return self.dating.date_text

    @property
    def date_basis(self) -> Basis | None:
        """How the days are known, as in the contract."""
        return self.dating.date_basis

    def to_dict(self) -> dict[str, Any]:
        """The event in the public JSON contract: plain values, keys in the contract's order."""
        row: dict[str, Any] = {"event_id": self.event_id}
        for name in type(self).__dataclass_fields__:
            if name == "place":
                row |= flat(self.dating)
            if name not in ("dating", "kept_id"):
                row[name] = getattr(self, name)
        row["contexts"] = list(self.contexts)
        for side in ("actors", "recipients"):
            row[side] = [flat(party) for party in row[side]]
        for part in ("trigger", "place", "said_by"):
            row[part] = flat(row[part]) if row[part] else None
        return row

    @classmethod
    def stored(cls, row: dict[str, Any]) -> "Event":
        """The event of a record's row, under the id that it has there, whatever people corrected since."""
        event = cls.from_dict(row)
        return event if event.event_id == row["event_id"] else replace(event, kept_id=row["event_id"])

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> "Event":
        """Rebuild an event from its public JSON form. Raises UsageError on a row that is none."""
        try:
            return cls._rebuilt(row)
        except KeyError as error:
            raise UsageError(f"the row is no event: {error} is missing") from error
        except (TypeError, AttributeError) as error:
            raise UsageError(f"the row is no event: {error}") from error

    @classmethod
    def _rebuilt(cls, row: dict[str, Any]) -> "Event":
        fields = {k: v for k, v in row.items() if k != "event_id" and not k.startswith("date_")}
        fields["dating"] = Dating(**{k: row[k] for k in Dating.__dataclass_fields__})
        fields["contexts"] = tuple(row["contexts"])
        fields["actors"] = _parties(row["actors"])
        fields["recipients"] = _parties(row["recipients"])
        fields["trigger"] = Words(**row["trigger"])
        fields["place"] = Place(**row["place"]) if row["place"] else None
        fields["said_by"] = Voice(**row["said_by"]) if row["said_by"] else None
        return cls(**fields)


def _parties(rows: Iterable[dict[str, Any]]) -> tuple[Party, ...]:
    return tuple(Party(**row) for row in rows)


def flat(part: Any) -> dict[str, Any]:
    """A part's fields: none of them holds parts again, so `asdict`, which copies deeply, is not needed."""
    return {name: getattr(part, name) for name in type(part).__dataclass_fields__}
