"""Attributions of one sentence: who is given as the source of which of its words, by which verb.

In: a sentence's words and which of them stand in quotations. Out: `Attribution`s, by rules over the words alone:
"X said that …", "…, X said", "…, said X", "according to X, …", "…, went the official account".
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.coding.speech import Lexicon, lexicon, verbs
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.voice.speaking import Span, acting, after, before, finite, sound, subject
from dragoman.coding.words import Word

_MARKS = frozenset('“”"«»„')
_ENDS = frozenset(".,;:!?)]") | _MARKS
# How adjectives end that no noun for several people does: "the accused claim", "the military claim".
_ADJECTIVAL = ("est", "al", "ous", "ive", "ful")
# Within so many words behind "recalled" stands whom somebody calls back.
_OBJECT = 4
# Words of an addressee or an adverbial between the verb and what is said.
_GAP = 14


@dataclass(frozen=True, slots=True)
class Attribution:
    """Characters of the document: who speaks (None: not stated here), the verb, and the words attributed."""

    speaker: Span | None
    verb: Span
    start: int
    end: int


def attributions(sentence: Sequence[Word], quoted: Sequence[bool]) -> list[Attribution]:
    """The attributions of a sentence; `quoted` tells of each word whether it stands in a quotation."""
    known = lexicon()
    found: list[Attribution] = []
    for i, word in enumerate(sentence):
        if quoted[i]:
            continue
        made = None
        if word.low == "according" and _low(sentence, i + 1) == "to":
            made = _according(sentence, i)
        elif word.low in verbs() and _is_verb(sentence, i):
            made = _spoken(sentence, i, known, found)
        if made:
            found.append(made)
    return found


def sounded(sentence: Sequence[Word], made: Attribution) -> Attribution:
    """With the subject of the main clause as speaker where the words taken for one are no noun phrase."""
    if made.speaker is None:
        return made
    if sound(sentence, made.speaker):
        return replace(made, speaker=acting(sentence, made.speaker))
    verb = next((k for k, word in enumerate(sentence) if word.end > made.verb[0]), len(sentence))
    main = subject(sentence, verb)
    return replace(made, speaker=main if main and sound(sentence, main) else None)


def _low(sentence: Sequence[Word], i: int) -> str:
    return sentence[i].low if 0 <= i < len(sentence) else ""


def _is_verb(sentence: Sequence[Word], i: int) -> bool:
    """Whether the word is a verb that somebody says something by: no noun, no passive, no infinitive, no name."""
    known, word, last = lexicon(), sentence[i], _low(sentence, i - 1)
    if last in known.nominal | known.modals | known.quantified or last.endswith(("'s", "s'")) or (word.capital and i):
        return False
    contracted = last.endswith("ly") and _low(sentence, i - 2) in {f"{who}'s" for who in known.pronouns}
    behind_one = _low(sentence, i - 2) in known.passive and not last.endswith("ed")
    passive = contracted or last in known.passive or behind_one
    if passive and not word.low.endswith("ing"):
        return False
    if (last in ("not", "never") or last.endswith("n't")) and word.low not in known.denial | {"deny"}:
        return False
    if last == "as" and word.low.endswith("ing"):
        return False
    if word.low in known.doubtful and _low(sentence, i + 1) == "of":
        return False
    if word.low in known.recalling and not known.recalled.isdisjoint(w.low for w in sentence[i + 1 : i + _OBJECT]):
        return False
    return word.low not in known.doubtful or (_opens_clause(sentence, i + 1) and not _noun(sentence, i))


def _noun(sentence: Sequence[Word], i: int) -> bool:
    """Whether the word at `i` is the noun of "the American report" or "the gravest charge": there is no plural before
    it to be the verb of."""
    last = _low(sentence, i - 1)
    if i < 2 or _low(sentence, i).endswith("s") or (last.endswith("s") and not last.endswith("ous")):
        return False
    qualified = sentence[i - 1].capital or last in lexicon().ranking or last.endswith(_ADJECTIVAL)
    return qualified and _low(sentence, i - 2) in lexicon().nominal


def _opens_clause(sentence: Sequence[Word], i: int) -> bool:
    """Whether the word at `i` can begin what is said."""
    word = sentence[i] if i < len(sentence) else None
    if word is None or word.low == ".":
        return True
    return (
        word.capital
        or word.low in lexicon().nominal | _MARKS
        or word.low in {"that", ":", ",", "it", "he", "she", "they"}
    )


def _according(sentence: Sequence[Word], i: int) -> Attribution | None:
    speaker, stop = after(sentence, i + 2)
    if speaker is None:
        return None
    verb = (sentence[i].start, sentence[i + 1].end)
    if i == 0 or (i == 1 and not sentence[0].is_word):
        rest = sentence[stop:]
        return Attribution(speaker, verb, rest[0].start, rest[-1].end) if rest else None
    return _around(sentence, speaker, verb, i, stop)


def _spoken(sentence: Sequence[Word], i: int, known: Lexicon, earlier: Sequence[Attribution]) -> Attribution | None:
    """The attribution that the verb at `i` makes: inverted, suffixed or prefixed."""
    at = _governing(sentence, i)
    verb = (sentence[at].start, sentence[i].end)
    speaker, first = before(sentence, at)
    last = _low(sentence, at - 1)
    invertible = sentence[i].low not in known.addressing and not sentence[i].low.endswith("ing")
    if (last == "," or last in _MARKS) and invertible:
        inverted, stop = after(sentence, i + 1 + _by(sentence, i))
        sure = last in _MARKS or speaker is None or (stop >= len(sentence) - 1 and sentence[i].low not in known.telling)
        sure = sure or _asserts(sentence, first, i - 1)
        sure = sure and (last in _MARKS or sentence[i].low not in known.objective or _asserts(sentence, 0, at - 1))
        paper = _low(sentence, i + 1) in ("a", "an") and _low(sentence, i + 2) in known.documents
        if inverted and (sure or paper) and _closes(sentence, stop) and (paper or not _finite(sentence, i + 1, stop)):
            return _around(sentence, inverted, verb, i - 1, stop)
    if first > 0 and _low(sentence, first - 1) == "what":  # "contrary to what the ministry said"
        return None
    if speaker and first > 0 and _low(sentence, first - 1) in _MARKS | {","}:
        stop = _told(sentence, i)
        if _tail(sentence, stop, quoted=bool(_MARKS & {_low(sentence, first - 1), _low(sentence, first - 2)})):
            return _around(sentence, speaker, verb, first - 1, stop)
    begin = _content(sentence, i, known)
    if begin is None:
        return None
    if speaker is None:
        going_on = earlier and sentence[i].low.endswith("ing")
        speaker = earlier[-1].speaker if going_on else subject(sentence, i)
    stop = _contrast(sentence, begin, relative=first < at and last in known.who)
    return Attribution(speaker, verb, sentence[begin].start, sentence[stop - 1].end) if stop > begin else None


def _governing(sentence: Sequence[Word], i: int) -> int:
    """Index of the verb whose object is the noun of saying at `i`, of "denied reports that" and "rejected as baseless
    claims that"; `i` itself where it is no such noun."""
    known, k = lexicon(), i - 1
    if sentence[i].low not in known.doubtful or not sentence[i].low.endswith("s"):
        return i
    while k > 0 and sentence[k].low in known.disowned:
        k -= 1
    qualified = sentence[k].capital or sentence[k].low in known.qualifying
    k = k - 1 if qualified else k
    if k <= 0 or not _governs(sentence[k], near=k == i - 1, qualified=qualified):
        return i
    speaker, _ = before(sentence, k)
    return k if speaker and sound(sentence, speaker) else i


def _governs(word: Word, *, near: bool, qualified: bool) -> bool:
    """Whether a verb governs the noun of saying behind it: any past form right before it; but "called Ali claims"."""
    past = near and (word.low.endswith("ed") or word.low in vocabulary().past_forms)
    judged = not qualified and word.low in lexicon().judging
    return not word.capital and (past or judged or word.low in lexicon().disowning)


def _by(sentence: Sequence[Word], i: int) -> bool:
    """Whether the verb at `i` is a participle behind which its speaker stands: "confirmed by officials"; who is accused
    or told by somebody is not what that one says."""
    return _low(sentence, i + 1) == "by" and sentence[i].low not in lexicon().objective | lexicon().telling


def _told(sentence: Sequence[Word], i: int) -> int:
    """Index of the first word behind the verb and whom it tells."""
    if sentence[i].low not in lexicon().telling:
        return i + 1
    hearer, stop = after(sentence, i + 1)
    asks = _low(sentence, stop) == "to" and sentence[i].low not in ("told", "tells")
    return stop if hearer and not asks and not _finite(sentence, i + 1, stop) else i + 1


def _around(sentence: Sequence[Word], speaker: Span, verb: Span, last: int, stop: int) -> Attribution | None:
    """What stands before word `last`; and what goes on behind a comma or in a quotation after word `stop`."""
    if last <= 0:
        return None
    end = sentence[last - 1].end if sentence[last].low not in _MARKS else sentence[last].end
    joined = stop + 1 < len(sentence) and sentence[stop].low == "," and sentence[last - 1].low in ("and", "but", "or")
    goes_on = stop + 1 if joined else _goes_on(sentence, stop, begun=not _finite(sentence, 0, last))
    if goes_on:
        end = sentence[_contrast(sentence, goes_on) - 1].end
    return Attribution(speaker, verb, sentence[goes_on if joined else 0].start, end)


def _goes_on(sentence: Sequence[Word], stop: int, *, begun: bool) -> int:
    """Where what is said goes on behind the comma at or after word `stop`; 0: nowhere. "…, speaking to us" does not.

    `begun`: nothing has been said before the speaker but the opening of a clause, "In May, he said, a guard fired".
    """
    for k in range(stop, len(sentence) - 2):
        following = sentence[k + 1].low
        aside = sentence[k].low == "," and following.endswith("ing") and following not in verbs()
        if aside or sentence[k].low in {"."} | lexicon().contrast:
            return 0
        opens = (
            following not in lexicon().nominal
            or (following == "that" and k - stop < 3)
            or begun
            or _unfinished(sentence)
        )
        if opens and sentence[k].low == "," and _finite(sentence, k + 1, len(sentence)):
            return k + 1
    return 0


def _unfinished(sentence: Sequence[Word]) -> bool:
    """Whether the sentence begins with a clause that another one has to follow."""
    return next((word.low for word in sentence if word.is_word), "") in lexicon().unfinished


def _finite(sentence: Sequence[Word], begin: int, stop: int) -> bool:
    """Whether words begin..stop-1 hold a finite verb: then they are a clause and no speaker."""
    past = vocabulary().past_forms
    return any(
        finite(sentence, k)
        or ((w.low.endswith("ed") or w.low in past) and not w.capital and _low(sentence, k + 1) != "by")
        for k, w in enumerate(sentence[begin:stop], start=begin)
    )


def _asserts(sentence: Sequence[Word], begin: int, stop: int) -> bool:
    """Whether words begin..stop-1 hold a finite verb outside "…, which is led by Oslo,": what can have been said."""
    k = begin
    while k < stop:
        if sentence[k].low == "," and _low(sentence, k + 1) in lexicon().who:
            k = next((j for j in range(k + 1, stop) if sentence[j].low == ","), stop)
        if _finite(sentence, k, min(k + 1, stop)):
            return True
        k += 1
    return False


def _closes(sentence: Sequence[Word], i: int) -> bool:
    return i >= len(sentence) or sentence[i].low in _ENDS or sentence[i].low in lexicon().tail


def _tail(sentence: Sequence[Word], i: int, *, quoted: bool) -> bool:
    """Whether nothing that can be what is said follows the verb: only an adverbial, or a stop.

    `quoted`: the speaker stands right behind a quotation, and whatever follows without a verb of its own may be one.
    """
    if i >= len(sentence) or sentence[i].low in (".", ",", ")", "—", "–", "-", ";"):
        return True
    adverbial = sentence[i].low in lexicon().tail or sentence[i].low.endswith("ly")
    if not adverbial and (not quoted or _finite(sentence, i, _stop(sentence, i))):
        return False
    for word in sentence[i:]:
        if word.low in ("that", ":") or word.low in _MARKS:
            return False
        if word.low in (".", ","):
            return True
    return True


def _stop(sentence: Sequence[Word], i: int) -> int:
    """Index of the next stop or comma from word `i` on."""
    return next((k for k in range(i, len(sentence)) if sentence[k].low in (".", ",", ";", "?", "!")), len(sentence))


def _content(sentence: Sequence[Word], i: int, known: Lexicon) -> int | None:
    """Where what is said begins behind the verb at `i`; None when nothing is said."""
    verb = sentence[i].low
    if _low(sentence, i + 1) in known.particles:
        i += 1
    i = _aside(sentence, i, known)
    aside = verb in known.bare or _low(sentence, i + 1) in known.tail | known.between | {"to", ","} | _MARKS
    reach = _GAP if verb in known.bare or (verb in known.plain and aside) else 1
    for k in range(i + 1, min(i + 1 + reach, len(sentence))):
        word = sentence[k].low
        if verb in known.bare and word in _MARKS | {"that"} and _finite(sentence, i + 1, k):
            break
        if word in _MARKS or word in (":", "that"):
            return k + 1 if k + 1 < len(sentence) else None
        if word in (";", ".", "?", "!"):
            break
    to_or_about = _low(sentence, i + 1) in known.prepositions and verb not in known.telling | known.speaking
    if to_or_about or not (verb in known.plain or (verb in known.bare and _clause(sentence, i + 1, known))):
        return None
    begin = _unheard(sentence, i) if verb in known.telling else i + 1
    return begin if begin < len(sentence) else None


def _aside(sentence: Sequence[Word], i: int, known: Lexicon) -> int:
    """Index of the last word of a time or a document right behind the verb at `i`, where a clause follows it: "said in
    May the firm", "said in a statement it"; else `i`."""
    k = i + 2 if _low(sentence, i + 1) in ("on", "in") else i + 1
    if k > i + 1 and _low(sentence, k) in ("a", "an"):
        k += 1 if _low(sentence, k + 1) in known.documents else 2  # "a statement", "a press release"
        ends = _low(sentence, k) in known.documents
    else:
        ends = _low(sentence, k) in known.times and sentence[k].capital
    opens = _low(sentence, k + 1) in known.determiners | known.pronouns | {"this", "these", "those", "there"}
    return k if ends and opens else i


def _unheard(sentence: Sequence[Word], i: int) -> int:
    """Where what is said begins behind the one who is told: "told the court he", "told CNN the company"."""
    known = lexicon()
    begins = known.pronouns | {"there", "this"}
    articles = known.determiners | {"this", "these", "those"}
    for k in range(i + 2, min(i + _GAP, len(sentence))):
        word, last = sentence[k].low, sentence[k - 1].low
        if word == "to" or not sentence[k - 1].is_word or _finite(sentence, i + 1, k):
            break
        if k == i + 2 and last in known.hearers:
            return _aside(sentence, k - 1, known) + 1
        inside = last in vocabulary().noun_marks | articles | {"to", "with", "and", "or"}
        if word in begins or (word in articles and not inside):
            return k
    return i + 1


def _clause(sentence: Sequence[Word], begin: int, known: Lexicon) -> bool:
    """Whether the words from `begin` read as a clause: a subject of some words, then a finite verb."""
    for k in range(begin + 1, min(begin + 12, len(sentence))):
        word = sentence[k].low
        if word in (",", ".", ";"):
            return False
        if word in known.finite:
            return True
        if word.endswith("ed") and sentence[k - 1].low not in ("the", "a", "an", "of", "his", "its", "their"):
            return True
    return False


def _contrast(sentence: Sequence[Word], begin: int, *, relative: bool = False) -> int:
    """Where what is said ends: at a clause set against it, with the relative clause, or with the sentence."""
    for k in range(begin + 1, len(sentence) - 1):
        comma = sentence[k].low == ","
        if sentence[k].low == ";" or (comma and (relative or sentence[k + 1].low in lexicon().contrast)):
            return k
    return len(sentence)
