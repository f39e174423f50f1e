"""Whom "who" follows, and who is said to speak of themselves."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.subjects import leading, subject
from dragoman.actors.scene.antecedents import NounPhrase
from dragoman.coding.story import Story
from dragoman.document import Document

DAY = date(2022, 9, 16)


def told(text: str, words: str) -> str:
    """The words that the last `words` of a sentence follow; "" for none."""
    cast = Cast(text, [(0, len(text))], pub_date=DAY)
    at = text.rindex(words)
    found = subject(cast.scene, cast.mention(at, at + len(words)))
    return text[found.start : found.end] if found is not None else ""


def told_in_story(text: str) -> str:
    """Whom the last "he" of a text means, by who is told to speak in it; "" for none."""
    cast = Story.of(Document("d", text, pub_date=DAY)).cast
    at = text.rindex("he ")
    found = subject(cast.scene, cast.mention(at, at + 2))
    return text[found.start : found.end] if found is not None else ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Olaf Scholz said peace would be lost if Emmanuel Macron left. This, he said, was clear.", "Olaf Scholz"),
        ("Olaf Scholz said Emmanuel Macron had left. “He is tired,” he said.", "Olaf Scholz"),
        # somebody else begins the sentence between, a woman spoke, or he says nothing
        ("Olaf Scholz said he had left. Emmanuel Macron waited. “Good,” he said.", ""),
        ("Angela Merkel said Emmanuel Macron had left. This, he said, was clear.", ""),
        ("Olaf Scholz, the chancellor, said Emmanuel Macron had left. “He is tired,” he said.", "Olaf Scholz"),
        ("Olaf Scholz lostRead moreJoe Brandtevar, the director, said it rained. “He is tired,” he said.", ""),
        ("Olaf Scholz said Emmanuel Macron had left. In May, he went too.", ""),
    ],
)
def test_he_who_says_what_stands_before_is_who_spoke_last(text: str, meant: str) -> None:
    assert told_in_story(text) == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Kenya punished two companies that it accused of fraud.", "it", "Kenya"),
        ("On Monday Kenya punished two companies that it accused of fraud.", "it", ""),
        ("Kenya punished a company that it accused of fraud.", "it", ""),
        ("Mali freed Emmanuel Macron, who sang.", "who", "Emmanuel Macron"),
        ("Chad praised a Swiss mediator, who sang.", "who", "a Swiss mediator"),
        ("They met in Chad, who knows why.", "who", ""),
        ("António Guterres condemned the attack on Kyiv, his spokesman said.", "his spokesman", "António Guterres"),
        ("António Guterres condemned Mali, but his spokesman told them so.", "his spokesman", ""),
        ("Mali blamed Chad, his spokesman said.", "his spokesman", ""),
        ("Mali waited as Emmanuel Macron said that his troops would go.", "his troops", "Emmanuel Macron"),
        ("Chad told Emmanuel Macron, the president of France, that he could go.", "he", ""),
        ("Emmanuel Macron, who visited Chad, said he was glad.", "he", "Emmanuel Macron"),
        ("In Chad a Swiss mediator said she was tired.", "she", "a Swiss mediator"),
        ("In Chad the rebels said they were tired.", "they", "the rebels"),
        ("In Chad the rebels said he was tired.", "he", ""),
        ("Emmanuel Macron of France met Chad and said its army was weak.", "its army", ""),
        ("France said its army was weak.", "its army", "France"),
        ("Emmanuel Macron told him a story.", "him", ""),
        ("Angela Merkel of Chad sang.", "Chad", ""),
        ("Angela Merkel blamed Theresa May and said she would sue.", "she", "Angela Merkel"),
        ("Angela Merkel blamed Emmanuel Macron and said he would sue.", "he", ""),
        ("Kenya blamed Chad and said it would sue.", "it", ""),
        # whom somebody met is whom they asked
        ("Angela Merkel telephoned Emmanuel Macron and asked him to come.", "him", "Emmanuel Macron"),
        ("Angela Merkel met Emmanuel Macron, and embraced him.", "him", "Emmanuel Macron"),
        ("Angela Merkel met Emmanuel Macron and with him left.", "him", ""),
        ("Angela Merkel met Emmanuel Macron and wrote that Chad asked him to come.", "him", ""),
        ("Angela Merkel met Emmanuel Macron and asked her to come.", "her", ""),
        ("Angela Merkel met Kenya and asked him to come.", "him", ""),
        # who tells it is whom it befell
        ("Emmanuel Macron said Joe Biden had assured him of help.", "him", "Emmanuel Macron"),
        ("Emmanuel Macron said on Friday that President Joe Biden had asked him to come.", "him", "Emmanuel Macron"),
        ("Emmanuel Macron said Chad and Joe Biden, who left, had asked him to come.", "him", ""),
        ("Emmanuel Macron said Joe Biden had asked her to come.", "her", ""),
        ("Emmanuel Macron saw Joe Biden embrace him.", "him", ""),
    ],
)
def test_whom_the_words_before_a_pronoun_tell(text: str, words: str, meant: str) -> None:
    assert told(text, words) == meant


def test_a_noun_is_told_with_its_number() -> None:
    text = "In Chad, Swiss envoys said their bus was late."
    cast = Cast(text, [(0, len(text))], pub_date=DAY)
    at = text.index("their bus")
    found = subject(cast.scene, cast.mention(at, at + 9))
    assert isinstance(found, NounPhrase)
    assert found.many
    assert [p.country for p in cast.parties(at, at + 9)] == ["CHE"]


def test_a_person_of_another_gender_is_not_meant() -> None:
    assert told("Angela Merkel said his troops would go.", "his troops") == ""


@pytest.mark.parametrize(
    ("first", "second", "words", "meant"),
    [
        (
            "On Monday Kenyan police arrested a trader. ",
            "The president of Chad demanded his release.",
            "his",
            "a trader",
        ),
        ("On Monday Kenyan police arrested Swiss traders. ", "Chad demanded their release.", "their", "Swiss traders"),
        ("On Monday Kenyan police arrested Swiss traders. ", "Chad praised their courage.", "their", ""),
        ("On Monday Kenyan police arrested Swiss traders. ", "In Chad they sentence traders.", "they", ""),
        ("It rained. ", "The president of Chad demanded his release.", "his", ""),
    ],
)
def test_who_was_told_of_is_who_is_to_be_released(first: str, second: str, words: str, meant: str) -> None:
    text = first + second
    cast = Cast(text, [(0, len(first) - 1), (len(first), len(text))], pub_date=DAY)
    at = text.index(words, len(first))
    found = subject(cast.scene, cast.mention(at, at + len(words)))
    told_of = text[found.start : found.end] if found is not None else ""
    assert told_of.endswith(meant)
    assert bool(told_of) == bool(meant)


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        ("Emmanuel Macron met Kenyan clerks. ", "He blamed Chad.", "Emmanuel Macron"),
        ("Chad was blamed by a Kenyan, Emmanuel Macron. ", "He wept.", "Emmanuel Macron"),
        ("Emmanuel Macron came, and Macron wept. ", "He blamed Chad.", "Emmanuel Macron"),
        ("Talin Oberek wrote on Brantevgram. ", "He blamed Chad.", "Talin Oberek"),
        ("António Guterres blamed Chad. ", "He wept.", "António Guterres"),
        # of several who begins the sentence
        ("Emmanuel Macron met Joe Biden. ", "He blamed Chad.", "Emmanuel Macron"),
        ("On Monday the president, Emmanuel Macron, called Joe Biden. ", "He blamed Chad.", ""),
        ("On Monday President Emmanuel Macron called Joe Biden. ", "He blamed Chad.", "Emmanuel Macron"),
        ("An ally of Emmanuel Macron called Joe Biden. ", "He blamed Chad.", ""),
        ("Police saw Emmanuel Macron call Joe Biden. ", "He blamed Chad.", ""),
        ("Mali saw Emmanuel Macron call Joe Biden. ", "He blamed Chad.", ""),
        ("Emmanuel Macron and Joe Biden met. ", "He blamed Chad.", ""),
        ("Angela Merkel called Joe Biden. ", "He blamed Chad.", ""),
        ("“Emmanuel Macron called Joe Biden,” Mali said. ", "He blamed Chad.", ""),
        # none, one of the other gender, words that go on being quoted
        ("Kenya blamed Chad. ", "He wept.", ""),
        ("Angela Merkel blamed Chad. ", "He wept.", ""),
        ('Kenya said: "Emmanuel Macron wept. ', 'He blamed Chad."', ""),
    ],
)
def test_he_at_the_head_is_the_one_person_of_the_sentence_before(first: str, second: str, meant: str) -> None:
    text = first + second
    cast = Cast(text, [(0, len(first) - 1), (len(first), len(text))], pub_date=DAY)
    found = subject(cast.scene, cast.mention(len(first), len(first) + 2))
    assert (text[found.start : found.end] if found is not None else "") == meant


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("He accused Chad of theft, his spokesman said.", "his spokesman", "He"),
        ("She accused Chad of theft, her lawyer said.", "her lawyer", "She"),
        ("She accused Chad of theft, his spokesman said.", "his spokesman", ""),
        ("He accused Chad and his spokesman.", "his spokesman", ""),
        ("Chad accused Mali, his spokesman said.", "his spokesman", ""),
    ],
)
def test_who_leads_the_sentence_is_whose_spokesman_tells_it(text: str, words: str, meant: str) -> None:
    cast = Cast(text, [(0, len(text))], pub_date=DAY)
    at = text.index(words)
    found = leading(cast.scene, cast.mention(at, at + len(words)))
    assert (text[found.start : found.end] if found else "") == meant


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        ("Moscow expelled two Finnish envoys. ", "It also expelled Swiss envoys.", "Moscow"),
        ("Norway accused Russia of spying. ", "It has also expelled Swiss envoys.", "Norway"),
        # one that only speaks, owns or is a person; another deed
        ("Norway said Russia had fired. ", "It also hit Odesa.", ""),
        ("Norway's president accused Russia. ", "It also hit Odesa.", ""),
        ("Emmanuel Macron accused Russia. ", "It also hit Odesa.", ""),
        ("Norway accused Russia of spying. ", "It expelled Swiss envoys.", ""),
    ],
)
def test_it_that_also_does_something_is_who_did_the_first(first: str, second: str, meant: str) -> None:
    text = first + second
    cast = Cast(text, [(0, len(first) - 1), (len(first), len(text))], pub_date=DAY)
    found = subject(cast.scene, cast.mention(len(first), len(first) + 2))
    assert (text[found.start : found.end] if found is not None else "") == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Russia fired, the interior ministry said. It denied all.", "the interior ministry"),
        ("Russia fired, the Kenyan court said. It accused Mali.", "the Kenyan court"),
        ("Russia fired, Poland said. It accused Mali.", "Poland"),
        ("“Russia fired,” the Kenyan court said. Mali wept. “Good,” it added.", "the Kenyan court"),
        # a person spoke, or too long before, or more is told than what it says
        ("Russia fired, the minister said. It denied all.", ""),
        ("Russia fired, Olaf Scholz said. It denied all.", ""),
        ("Russia fired, Poland said. Mali wept. It accused Chad.", ""),
        ("Russia fired, Poland said. It hit Kyiv.", ""),
        ("Russia fired. It denied all.", ""),
    ],
)
def test_it_that_speaks_on_is_the_body_that_spoke_last(text: str, meant: str) -> None:
    cast = Story.of(Document("d", text, pub_date=DAY)).cast
    at = max(text.rfind("It "), text.rfind("it "))
    found = subject(cast.scene, cast.mention(at, at + 2))
    assert (text[found.start : found.end] if found is not None else "") == meant
