"""Evidence: how a party came to be who it is, in plain words.

In: the cast of a document and a party of it. Out: an `Evidence`: the rule, the words of the document that the party was
linked to with their sentence, and how likely the ranker finds its country where it was asked.
"""

from dataclasses import dataclass

from dragoman.actors.coreference import Cast
from dragoman.actors.countries.ranking import shipped, weigh
from dragoman.actors.links import Link
from dragoman.actors.mentions.mentions import Act, Mention
from dragoman.actors.names.matching import tokens
from dragoman.actors.scene.clues import Clue
from dragoman.event import Party, Words

# What `Cast` calls its rules, and what they say.
RULES = {
    "pair": "one of those named last before",
    "group": "the body named before",
    "acronym": "the name for which the text gives these letters",
    "mixed": "several, of no one country",
    "chain demonym": "of the nationality told beside this name",
    "chain told": "of what the text says of this name",
    "bearer": "who bears this title in the text",
    "subject": "whom the words right beside it speak of",
    "voice": "who speaks these words",
    "noun opening": "those with whom the sentence opens",
    "digest": "of the country that this part of the text is headed by",
    "same before": "of the one country of its sentence",
    "settlers": "of the state that settles there",
    "held in": "of where the words put it",
    "held opening": "of where the sentence opens",
    "same noun": "of the one country whose like the text has named",
}
# Whom a pronoun means where names and nouns before it were weighed.
_STANDS = {
    "he": "the person named before",
    "it": "the state or body named before",
    "they": "those named before",
    "who": "who was named before",
}
_HERE, _WITHIN, _GIVEN = "named so here", "by the name in these words", "the person before who has this name"
_SEATS = frozenset({"capital", "metonym"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a party is who it is. `sentence` counts from 0; `meant`: the words name the party itself, else only its
    country; `chance` is the ranker's for the country, None where it was not asked."""

    rule: str
    words: Words | None = None
    sentence: int | None = None
    meant: bool = True
    chance: float | None = None

    @property
    def told(self) -> str:
        """One line: "the person named before: “Ann Lee”, sentence 2; country 0.97"."""
        sure = "" if self.chance is None else f"{self.chance:.2f}"
        found = f"“{self.words.text}”, sentence {self.sentence + 1}" if self.words and self.sentence is not None else ""
        if found and self.meant:
            return f"{self.rule}: {found}" + (f"; country {sure}" if sure else "")
        return self.rule + (f", {sure}" if sure else "") + (f"; last named of that country: {found}" if found else "")


def evidence(cast: Cast, party: Party, link: Link, *, act: Act | None = None) -> Evidence:
    """How a party was found by a link of `cast`; `act` is the one that it was asked for with."""
    mention = cast.mention(party.start, party.end, act=act)
    words, sentence = _antecedent(cast, link)
    if link.rule == mention.kind:
        return Evidence(_weighed(mention, link), words, sentence, link.meant, _chance(cast, mention, link.country))
    if link.rule == "words":
        if words is None or (words.start, words.end) == (party.start, party.end):
            return Evidence(_named(cast, party))
        return Evidence(_WITHIN if party.start <= words.start < party.end else _GIVEN, words, sentence)
    told = RULES.get(link.rule, link.rule)
    if link.rule == "subject" and sentence is not None and sentence < mention.sentence:
        told = _STANDS.get(mention.kind, told)
    return Evidence(told, words, sentence, link.meant)


def linked(links: list[Link], party: Party) -> Link | None:
    """The link by which a party of this name and country was found last, if it was."""
    wanted = party.start, party.end, party.name, party.country
    return next((one for one in reversed(links) if (one.start, one.end, one.name, one.country) == wanted), None)


def _antecedent(cast: Cast, link: Link) -> tuple[Words | None, int | None]:
    start, end = link.antecedent_start, link.antecedent_end
    if start == end or not (link.meant or link.country):
        return None, None
    return Words(cast.scene.text[start:end], start, end), cast.scene.sentence_at(start)


def _weighed(mention: Mention, link: Link) -> str:
    stands = _STANDS.get(mention.kind, "") if link.meant and link.antecedent_start < link.antecedent_end else ""
    return stands or ("of the likeliest country named around" if link.country else "likeliest of no country")


def _chance(cast: Cast, mention: Mention, country: str) -> float | None:
    chances = {own: chance for chance, own in weigh(cast.scene, mention, cast.sightings(mention), shipped())}
    return chances.get(country)


def _named(cast: Cast, party: Party) -> str:
    """What words say themselves: a name, an office by its holder, a government by its seat."""
    own = {token.key for token in tokens(party.text)}
    if party.office and own.isdisjoint(token.key for token in tokens(party.name)):
        return f"who held the office by the tables: {party.office}"
    seats = [clue for clue in cast.scene.between(party.start, party.end) if _seat(clue, party)]
    return f"{_HERE}: the seat of a government stands for it" if seats else _HERE


def _seat(clue: Clue, party: Party) -> bool:
    """Whether a name is that of a capital or of a seat, and is all of a party's words."""
    same = clue.start - party.start <= len("the ") and clue.end == party.end
    return same and clue.name.kind in _SEATS and party.sector == "GOV"
