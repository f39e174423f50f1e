"""What sort of words a mention is: that decides where its country is looked for.

In: a mention's words. Out: its `kind`, one of a few that the ranker keeps weights for.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.actors.names.words import listed

_GROUPS = {
    "GOV": "government", "LEG": "government", "JUD": "justice", "COP": "police", "MIL": "military", "SPY": "military",
    "REB": "rebels", "UAF": "rebels", "CRM": "rebels", "CVL": "civilians", "ELI": "civilians", "OPP": "opposition",
    "PTY": "opposition", "BUS": "business", "LAB": "society", "EDU": "society", "MED": "society", "JRN": "society",
    "NGO": "society", "SOC": "society", "REL": "society", "REF": "civilians", "IGO": "society",
}  # fmt: skip
# Words of "the leaders", "the top leaders".
_SHORT = 3
_PAIR = 2
_NUMBERS = {"two": _PAIR, "three": 3, "four": 4, "five": 5}
_GENDERS = {"men": "m", "women": "f"}
NOUN_KINDS = frozenset(_GROUPS.values()) | {"other"}


@dataclass(frozen=True, slots=True)
class Act:
    """What a mention does or suffers: the event's type, the mention's side, and where those on the other side stand."""

    type: str
    side: str
    facing: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A party's words in the document: span, sentence, sort of words, the head word, the gender of a
    pronoun, for two parties at once what they are, the words of the core, folded, whether it begins with "the", whether
    its noun is a plural, whether they are several beside somebody, of no one country: "its Western allies", its
    sector, all its words, folded, and the act that it is a side of."""

    start: int
    end: int
    sentence: int
    kind: str
    noun: str = ""
    gender: str = ""
    pair: str = ""
    words: tuple[str, ...] = ()
    definite: bool = False
    many: bool = False
    mixed: bool = False
    sector: str = ""
    said: tuple[str, ...] = ()
    act: Act | None = None


def kind_of(words: tuple[str, ...], *, noun_sector: str | None, capital: bool, related: bool = False) -> str:
    """The kind of a mention; `words` are folded, `noun_sector` is the head noun's sector (None without a noun).

    `related` says that the head means somebody beside its owner: an ally, a neighbour.
    """
    if words[1:2] == ("of",) and words[2:3] and words[2] in listed("owners"):
        words = words[2:]  # "one of its vehicles"
    first = words[0] if words else ""
    if len(words) <= 1 or (len(words) == 2 and words[1] == "s"):
        alone = _pronoun(first)
        if alone:
            return alone
    if words and words[-1] in ("both", "themselves"):
        return "they"
    owned = _pronoun(first) if first in listed("owners") else ""
    if owned:
        return f"{owned}+ally" if related else f"{owned}+noun"
    if related:
        return "ally"
    if capital and noun_sector is None:
        return "name"
    return _GROUPS.get(noun_sector or "", "other")


def pair_of(words: tuple[str, ...]) -> str:
    """What several parties the words mean at once: "people" (of two countries), "persons" (of any), "states",
    "sides" of a war, "any" of them, those of "owners" (whose leaders they are); "" when they mean not several."""
    if words[-2:-1] == ("of",) and words[-1] in listed("headed"):
        words = words[:-2]  # "the two heads of state"
    last = words[-1] if words else ""
    owners = _owners(words)
    if owners:
        heads = listed("paired people") | listed("paired states")
        return "owners" if words[-len(owners) - 2] in heads and pair_of(owners) == "states" else ""
    number = number_of(words)
    counted = not listed("quantities").isdisjoint(words[1:2]) and not number
    if words[:1] == ("the",) and len(words) <= _SHORT and last in listed("paired leaders") and not counted:
        return "people"
    if not number:
        return ""
    if number > _PAIR:
        return "people" if last in listed("paired leaders") else "states" if last in listed("paired owners") else ""
    if last in listed("pair"):
        return "any"
    if last in listed("paired sides"):
        return "sides"
    if last in listed("paired people") | listed("paired persons"):
        if words[0] == "two":
            return ""  # "two officials", "two men" may be anybody
        return "people" if last in listed("paired people") else "persons"
    return "states" if last in listed("paired states") else ""


def _owners(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words for unnamed states whose others are: "both countries" of "the leaders of both countries"."""
    whose = [at for at, word in enumerate(words) if at and word in ("of", "from")]
    return words[whose[-1] + 1 :] if whose and words[-1] in listed("paired owners") else ()


def number_of(words: tuple[str, ...]) -> int:
    """How many parties words count: two of "both" and "the two leaders", three of "all three"; 0 where they do not."""
    words = _owners(words) or words
    if words[:1] and words[0] in listed("pair"):
        return _PAIR
    return _NUMBERS.get(words[1], 0) if words[:1] in (("the",), ("all",)) and len(words) > 1 else 0


def gender_of(words: tuple[str, ...]) -> str:
    """Gender of a pronoun at the head of the words, or of "both men": "m", "f" or ""."""
    first = words[0] if words else ""
    if pair_of(words) == "persons":
        return _GENDERS.get(words[-1], "")
    return (
        "f" if first in ("she", "her", "hers", "herself") else "m" if first in ("he", "his", "him", "himself") else ""
    )


@lru_cache(maxsize=4096)
def title_of(words: tuple[str, ...]) -> str:
    """The title that the words of a core may be: without adjectives that leave an office what it is."""
    return " ".join([word for word in words if word not in listed("plain adjectives")])


def is_pronoun(text: str) -> bool:
    """Whether words are a pronoun alone: "they", "Himself"."""
    return bool(_pronoun(text.casefold()))


def _pronoun(word: str) -> str:
    return _pronouns().get(word, "")


@cache
def _pronouns() -> dict[str, str]:
    """The sort of each pronoun."""
    return {word: sort for sort in ("who", "you", "we", "they", "it", "he") for word in listed(sort)}
