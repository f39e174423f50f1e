"""Who speaks: the noun phrase before or behind a verb of saying, found without a parse.

In: a sentence's words and the verb's place. Out: character spans of the document, None where nobody is named.
"""

from collections.abc import Sequence

from dragoman.actors.names.words import listed
from dragoman.coding.speech import lexicon, verbs
from dragoman.coding.vocabulary import vocabulary
from dragoman.coding.words import Word

Span = tuple[int, int]

# A speaker of more words than this is no noun phrase but a clause that has been misread.
_LONGEST = 16
# An apposition between speaker and verb has no more words than this.
_APPOSITION = 40
# Openers that join what may still be one clause.
_JOINING = frozenset({"and", "or", "for", "than"})
_STOPS = frozenset('“”"«»:;—–-().!?„')


def before(sentence: Sequence[Word], verb: int) -> tuple[Span | None, int]:
    """The speaker that ends before word `verb`, and the index of its first word."""
    k = _last(sentence, verb)
    if k < 0:
        return None, verb
    if sentence[k].low in lexicon().who:
        return _relative(sentence, k)
    if sentence[k].low in lexicon().pronouns and not (sentence[k].low == "it" and _related(sentence, k)):
        return (sentence[k].start, sentence[k].end), k
    if sentence[k].low in lexicon().openers:
        return None, verb
    related = _related(sentence, k)
    if related:
        named = any(
            a.low == "as" and b.capital for a, b in zip(sentence[related:k], sentence[related + 1 :], strict=False)
        )
        return _trimmed(sentence, _begin(sentence, related - 1), k if named else related - 1)
    head = k
    if sentence[k].low == ",":
        head = _over_apposition(sentence, k)
        if head < 0:
            return None, verb
        k = k - 1 if _names(sentence, head + 2, k) else head
    begin = _begin(sentence, head)
    accompanied = sentence[verb].low.endswith("ing") and begin < head and sentence[begin].low == "with"
    speaker, first = _trimmed(sentence, begin + accompanied, k)
    several = speaker is not None and any(word.low == "and" for word in sentence[first:k])
    first = _listed(sentence, first) if several else first
    return ((sentence[first].start, speaker[1]) if speaker else None), first


def _last(sentence: Sequence[Word], verb: int) -> int:
    """Index of the last word before the verb that is no adverb nor, of a finite verb, part of a time: in "sent a letter
    on Tuesday warning" no letter speaks."""
    finite, k = not sentence[verb].low.endswith("ing"), verb - 1
    while k >= 0:
        k = timeless(sentence, k) if finite else k
        if sentence[k].low not in lexicon().between and not (finite and _adverb(sentence, k)):
            break
        k -= 1
    return k


def _adverb(sentence: Sequence[Word], k: int) -> bool:
    """Whether word `k` is an adverb in -ly behind a noun, as in "he vehemently denied"; no "family" or "elderly"."""
    word = sentence[k]
    formed = word.low.endswith("ly") and not word.capital and word.low not in lexicon().nouns_in_ly
    return formed and k > 0 and sentence[k - 1].low not in vocabulary().noun_marks | lexicon().nominal


def timeless(sentence: Sequence[Word], last: int) -> int:
    """Index of the last word before a time that ends with word `last`: "Kenya last week", "Ethiopia on Thursday"."""
    k, known = last, lexicon()
    while k > 0 and (sentence[k].low in known.times | known.units or sentence[k].low.isdigit()):
        k -= 1
    opening = k
    while k >= 0 and sentence[k].low in known.timing:
        k -= 1
    opened = 0 <= k < opening < last and sentence[k].is_word and sentence[k].low not in vocabulary().noun_marks
    return k if opened else last


def _listed(sentence: Sequence[Word], first: int) -> int:
    """Index of the first name of a list that ends with the words from `first` on: "Brazil, Colombia and Mexico".

    "In Brazil, Colombia and Mexico said" and "after he met Putin, Paris and Rome said" are no such lists.
    """
    begin, k = first, first - 1
    while k > 0 and sentence[k].low == ",":
        k -= 1
        while k >= 0 and (sentence[k].capital or sentence[k].low == "the") and not _dates(sentence[k]):
            k -= 1
        if k + 1 >= begin - 1 or (k >= 0 and sentence[k].low not in _STOPS | {","}):
            break
        begin = k + 1
    return begin


def _dates(word: Word) -> bool:
    """Whether a word opens an adverbial or is part of one."""
    return word.low in lexicon().adverbial | lexicon().times


def _names(sentence: Sequence[Word], first: int, stop: int) -> bool:
    """Whether the apposition names the speaker: "the minister, Ann Lee,"."""
    return 0 < stop - first <= 5 and all(w.capital or not w.is_word for w in sentence[first:stop])


def _relative(sentence: Sequence[Word], who: int) -> tuple[Span | None, int]:
    """ "Lee, who said": the noun phrase that the relative clause belongs to."""
    last = who - 1
    if last >= 0 and sentence[last].low == ",":
        last -= 1
    if last < 0:
        return None, who
    first = _begin(sentence, last)
    if first and sentence[first - 1].low in lexicon().passive:  # "was rebuked by the mayor, who said"
        first = next((k + 1 for k in range(last - 1, first, -1) if sentence[k].low == "by"), first)
    return _trimmed(sentence, first, last)


def _related(sentence: Sequence[Word], last: int) -> int:
    """Index of the pronoun whose clause ends with word `last`, of "an official who asked not to be named"; 0: none."""
    for k in range(last, max(0, last - _LONGEST), -1):
        word = sentence[k].low
        if word in lexicon().who or word == "whose":
            clause = sentence[k + 1 : last + 1]
            return k if sentence[k - 1].is_word and any(_verbal(w, lexicon().finite | _past()) for w in clause) else 0
        if word in _STOPS or word == "," or (word in lexicon().openers and word not in ("as", "for", "than")):
            return 0
    return 0


def _past() -> frozenset[str]:
    return vocabulary().past_forms


def _over_apposition(sentence: Sequence[Word], comma: int) -> int:
    """Index of the last word of the head in "the minister, Ann Lee, said"; -1 when there is no earlier comma."""
    for k in range(comma - 1, max(-1, comma - _APPOSITION), -1):
        if sentence[k].low in _STOPS:
            return -1
        if sentence[k].low == "," and not sentence[k - 1].low.isdigit():
            head = _begin(sentence, k - 1)
            return comma - 1 if _dates(sentence[head]) else k - 1
    return -1


def _begin(sentence: Sequence[Word], last: int) -> int:
    """Index of the first word of the noun phrase that ends with word `last`."""
    k = last
    while k > 0 and last - k < _LONGEST:
        word = sentence[k - 1]
        if word.low in _STOPS or word.low == "," or _breaks(sentence, k - 1):
            break
        if word.low == "and" and _told_before(sentence, k - 1, last):
            break
        k -= 1
    return k


def _breaks(sentence: Sequence[Word], k: int) -> bool:
    word, following = sentence[k], sentence[k + 1]
    if word.low in ("and", "or"):
        if k and sentence[k - 1].low in _STOPS | {","}:  # a new clause
            return True
        return following.low in lexicon().determiners or following.low in lexicon().pronouns or k == 0
    if word.low == "for":
        return k == 0
    return word.low in lexicon().openers or finite(sentence, k)


def finite(sentence: Sequence[Word], k: int) -> bool:
    """Whether word `k` is a finite verb of the lexicon: no participle as in "officers led by Lee", no "Will Lee"."""
    word = sentence[k]
    if word.low not in lexicon().finite or (word.capital and word.low in vocabulary().namesakes):
        return False
    by = k + 1 < len(sentence) and sentence[k + 1].low == "by"
    return not by or word.low not in _past() or (k > 0 and sentence[k - 1].low in lexicon().passive)


def _told_before(sentence: Sequence[Word], end: int, last: int) -> bool:
    """Whether a clause in the past ends before the "and" at `end`, behind which words up to `last` are a noun phrase:
    "Russia bombed Aleppo and French officials"; not "reports filed in Aleppo and Homs", where names are listed."""
    if end and sentence[end - 1].capital and all(word.capital for word in sentence[end + 1 : last + 1]):
        return False
    for k in range(end - 1, max(0, end - _LONGEST), -1):
        word = sentence[k]
        clause = word.low in lexicon().openers - _JOINING and sentence[k + 1].low not in lexicon().times
        if word.low in _STOPS or word.low == "," or clause:
            return False
        if _acts(sentence, k):
            return True
    return False


def _acts(sentence: Sequence[Word], k: int) -> bool:
    """Whether word `k` is a verb in the past, as what stands around it tells: no participle as in "armed men"."""
    word, previous, behind = sentence[k], sentence[k - 1].low, sentence[k + 1]
    ending = word.low.endswith("ed") and word.low.isalpha() and not word.capital
    if word.low in verbs() or not (ending or word.low in _past()) or behind.low == "by":
        return False
    if previous in lexicon().passive:
        return True
    adjectival = previous in vocabulary().noun_marks | lexicon().nominal | lexicon().determiners
    if adjectival or previous.endswith(("ly", "'s")) or not sentence[k - 1].is_word:
        return False
    object_ = vocabulary().noun_marks | lexicon().determiners | listed("quantities")
    return behind.capital or behind.low in object_ or behind.low[0].isdigit()


def _trimmed(sentence: Sequence[Word], first: int, last: int) -> tuple[Span | None, int]:
    """Without the adverbial that opens the sentence: "on Monday the army" -> "the army"."""
    known, start = lexicon(), first
    if sentence[first].low in known.adverbial or sentence[first].low in lexicon().times:
        for k in range(first + 1, last + 1):
            noun = (
                sentence[k].low in lexicon().determiners or sentence[k].capital or sentence[k].low in lexicon().pronouns
            )
            if (
                noun
                and sentence[k].low not in lexicon().times
                and sentence[k - 1].low not in ("in", "of", "at", "on", "from")
            ):
                start = k
                break
        else:
            if sentence[first].low in lexicon().times and first < last:
                start = first + 1
            elif sentence[first].low in known.adverbial:
                return None, first
    if not sentence[start].is_word or start > last:
        return None, start
    return (sentence[start].start, sentence[last].end), start


def after(sentence: Sequence[Word], begin: int) -> tuple[Span | None, int]:
    """The noun phrase that begins with word `begin`, and the index of the first word behind it."""
    k = begin
    while k < len(sentence) and k - begin < _LONGEST:
        word = sentence[k]
        if (
            word.low in _STOPS
            or word.low == ","
            or (word.low in lexicon().behind and not (word.low == "and" and k > begin))
        ):
            break
        k += 1
    if k == begin:
        return None, k
    return (sentence[begin].start, sentence[k - 1].end), k


def sound(sentence: Sequence[Word], span: Span) -> bool:
    """Whether the words of a span can be a noun phrase: no verb outside a relative clause, no loose end, no mark."""
    inside = [word for word in sentence if span[0] <= word.start < span[1]]
    low = [word.low for word in inside]
    relative = next((k for k, word in enumerate(low) if word in lexicon().who), len(low))
    verbal = any(finite(inside, k) for k in range(relative))
    if not inside or verbal or _STOPS.intersection(low) - {"."}:
        return False
    return low[-1] not in vocabulary().noun_marks | {"to"} and low[0] not in lexicon().unspeaking


def acting(sentence: Sequence[Word], span: Span) -> Span:
    """The span as far as a verb with an object: "Sweden" of "Sweden expelled two diplomats on Friday and accused"; but
    whom a paper quoted speaks."""
    inside, known = [word for word in sentence if span[0] <= word.start < span[1]], lexicon()
    for k in range(1, len(inside) - 1):
        if inside[k].low in known.who | known.citing | _STOPS | {","}:
            break
        joined = inside[k - 1].low in known.openers | known.passive | {"having"}
        at_once = inside[k + 1].low not in vocabulary().noun_marks - known.determiners
        if _acts(inside, k) and at_once and not joined:
            last = _last(inside, k)
            return (span[0], inside[last].end) if last >= 0 else span
    return span


def subject(sentence: Sequence[Word], verb: int) -> Span | None:
    """The subject of the sentence's main clause, for "…, saying" and "… and said"."""
    known, k = lexicon(), 0
    while k < verb and not sentence[k].is_word:
        k += 1
    if k < verb and sentence[k].low in known.adverbial:
        comma = next((j for j in range(k, verb) if sentence[j].low == ","), None)
        k = k + 1 if comma is None else comma + 1
    first = k
    while k < verb and k - first < _LONGEST and not _verbal(sentence[k], known.finite | verbs()):
        if k > first and _wants(sentence, k):
            break
        if sentence[k].low == "," or sentence[k].low in _STOPS or sentence[k].low in lexicon().who:
            break
        k += 1
    last = timeless(sentence, k - 1)
    return (sentence[first].start, sentence[last].end) if k > first else None


def _wants(sentence: Sequence[Word], k: int) -> bool:
    """Whether word `k` is a verb in the present behind a name or pronoun: "Lee wants to", "she leads the"."""
    word, last, behind = sentence[k], sentence[k - 1], sentence[k + 1 : k + 2]
    named = last.capital or last.low in lexicon().pronouns
    governs = bool(behind) and behind[0].low in lexicon().determiners | {"to", "that"}
    return word.low.endswith("s") and not word.capital and named and governs


def _verbal(word: Word, finite: frozenset[str]) -> bool:
    return word.low in finite or (word.low.endswith("ed") and not word.capital)
