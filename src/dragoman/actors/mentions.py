"""What sort of words a mention is: that decides where its country is looked for.

In: a mention's words. Out: its `kind`, one of a few that the ranker keeps weights for.
"""

from dataclasses import dataclass

from dragoman.actors.words import listed

_GROUPS = {
    "GOV": "government", "LEG": "government", "JUD": "justice", "COP": "police", "MIL": "military", "SPY": "military",
    "REB": "rebels", "UAF": "rebels", "CRM": "rebels", "CVL": "civilians", "ELI": "civilians", "OPP": "opposition",
    "PTY": "opposition", "BUS": "business", "LAB": "society", "EDU": "society", "MED": "society", "JRN": "society",
    "NGO": "society", "SOC": "society", "REL": "society", "REF": "civilians", "IGO": "society",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A party's words in the document: span, sentence, sort of words, the head noun where a common noun heads it."""

    start: int
    end: int
    sentence: int
    kind: str
    noun: str = ""
    pair: bool = False


def kind_of(words: tuple[str, ...], *, noun_sector: str | None, capital: bool) -> str:
    """The kind of a mention; `words` are folded, `noun_sector` is the head noun's sector (None without a noun)."""
    first = words[0] if words else ""
    if len(words) <= 1 or (len(words) == 2 and words[1] == "s"):
        alone = _pronoun(first)
        if alone:
            return alone
    if words and words[-1] in ("both", "themselves"):
        return "they"
    owned = _pronoun(first) if first in ("his", "her", "its", "their", "our", "my") else ""
    if owned:
        return f"{owned}+noun"
    if capital and noun_sector is None:
        return "name"
    return _GROUPS.get(noun_sector or "", "other")


def is_pair(words: tuple[str, ...]) -> bool:
    """Whether the words mean two parties at once: "both", "the two leaders", "the two sides"."""
    return bool(words) and (words[0] == "both" or (len(words) > 2 and words[:2] == ("the", "two")))


def _pronoun(word: str) -> str:
    if word in listed("he"):
        return "he"
    if word in listed("it"):
        return "it"
    if word in listed("they"):
        return "they"
    if word in listed("we"):
        return "we"
    return "who" if word in listed("who") else ""
