"""Attributions of a sentence: who says which of its words."""

import pytest

from dragoman.coding.voice.attributing import attributions
from dragoman.coding.words import words


def told(text: str) -> list[tuple[str, str, str]]:
    sentence = words(text)
    found = attributions(sentence, [False] * len(sentence))
    return [(text[slice(*a.speaker)] if a.speaker else "", text[slice(*a.verb)], text[a.start : a.end]) for a in found]


def test_prefixed_suffixed_and_inverted() -> None:
    assert told("The army said that it had left.") == [("The army", "said", "it had left.")]
    assert told("It had left, the army said.") == [("the army", "said", "It had left")]
    assert told("The dam broke, says the mayor.") == [("the mayor", "says", "The dam broke")]
    assert told("According to Oslo, talks failed.")[0][:2] == ("Oslo", "According to")
    assert told("Talks failed, according to Oslo.")[0] == ("Oslo", "according to", "Talks failed,")


def test_what_is_set_against_it_is_not_said() -> None:
    assert told("Iran said it had hit a base, while the UN condemned the raid.")[0][2] == "it had hit a base"


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("It had left, the army said proudly.", "the army", "It had left"),
        ("It had left, a guard who asked not to be named told AFP.", "a guard", "It had left"),
        ("It had left, the army said, speaking of the tug that Mali sold.", "the army", "It had left"),
        ("It is untrue, Mali insisted, that guards fired.", "Mali", "It is untrue, Mali insisted, that guards fired."),
        ("If it left, Mali said, the guards would fire.", "Mali", "If it left, Mali said, the guards would fire."),
        ("In May, Mali told the UN, a guard fired.", "Mali", "In May, Mali told the UN, a guard fired."),
        ("It had left, Mali told the UN, a body it distrusted.", "Mali", "It had left"),
        ("Lee’s family said he had left.", "Lee’s family", "he had left."),
        (
            "Today, confirmed by guards, it left.",
            "guards",
            "Today, confirmed by guards, it left.",
        ),
        ("Guards fired, according to a new report.", "a new report", "Guards fired,"),
        ("Guards fired, the miners claim.", "the miners", "Guards fired"),
        ("Guards fired, the military claim.", "the military", "Guards fired"),
        ("Lee recalled that Mali had left.", "Lee", "Mali had left."),
        ("It had left, and, Mali says, fired at boats.", "Mali", "fired at boats."),
        ("Oslo asked for help, and Mali replied that it would come.", "Mali", "it would come."),
    ],
)
def test_who_says_and_how_much(text: str, who: str, said: str) -> None:
    assert [(a, c) for a, _, c in told(text)] == [(who, said)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mali told reporters he would go.", "he would go."),
        ("Mali told reporters on Friday the war would end.", "the war would end."),
        ("Mali told CNN the guards had left.", "the guards had left."),
        ("Mali told a court of his fears the guards had left.", "the guards had left."),
        ("Mali warned it will not stand by and watch a raid.", "it will not stand by and watch a raid."),
        ("Mali told its Peruvian friends Lee was dead.", "its Peruvian friends Lee was dead."),
        ("Mali told guards to wait so they could rest.", "guards to wait so they could rest."),
        ("Mali announced Monday it will pay.", "it will pay."),
        ("Mali said in May the guards had left.", "the guards had left."),
        ("Mali said in a statement the guards had left.", "the guards had left."),
        ("Mali said on Monday that guards had left.", "guards had left."),
        ("Mali said in a few days guards would leave.", "in a few days guards would leave."),
        ("Mali said at least ten died.", "at least ten died."),
        ("Mali argued at length that guards fired.", "guards fired."),
        ("As Mali warned, war has its own logic.", ", war has its own logic."),
    ],
)
def test_what_is_said_begins_behind_hearers_and_times(text: str, said: str) -> None:
    assert [c for a, _, c in told(text) if a == "Mali"] == [said]


@pytest.mark.parametrize(
    ("text", "who", "verb"),
    [
        ("Mali denied reports that guards fired.", "Mali", "denied reports"),
        ("Mali has rejected Chadian claims that guards fired.", "Mali", "rejected Chadian claims"),
        ("The army investigated claims that guards fired.", "The army", "investigated claims"),
        ("Mali rejected as baseless claims that guards fired.", "Mali", "rejected as baseless claims"),
        ("Mali called untrue reports that guards fired.", "Mali", "called untrue reports"),
        ("Mali described as fake news reports that guards fired.", "Mali", "described as fake news reports"),
        ("The mayor reports that guards fired.", "The mayor", "reports"),
        ("A man called Ali claims that guards fired.", "A man called Ali", "claims"),
        ("A party called United claims that guards fired.", "A party called United", "claims"),
        ("The accused claims that guards fired.", "The accused", "claims"),
        ("The Oslo-led mission claims that guards fired.", "The Oslo-led mission", "claims"),
    ],
)
def test_a_noun_of_saying_belongs_to_its_verb(text: str, who: str, verb: str) -> None:
    assert (who, verb, "guards fired.") in told(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Peru, Chad and Mali demanded that guards leave.", "Peru, Chad and Mali"),
        ("Guards left, Chad and Mali said.", "Chad and Mali"),
    ],
)
def test_a_list_speaks_as_a_whole(text: str, who: str) -> None:
    assert [a for a, _, _ in told(text)] == [who]


def test_who_asks_for_something_says_nothing_before_it() -> None:
    assert told("Peru, Chad and Mali asked for help.") == []


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("The war goes on, said Mali.", "Mali", "The war goes on"),
        ("Talks, which Chad led, will resume, announced Mali.", "Mali", "Talks, which Chad led, will resume"),
        ("“Go home,” demanded the mayor.", "the mayor", "“Go home,”"),
        ("The guard, which is led by Lee, said the cut in pay will last.", "The guard", "the cut in pay will last."),
        ("The mayor, Ann Lee, who is ill, said the cut in pay would last.", "Ann Lee", "the cut in pay would last."),
        ("Officers led by Lee said Mali had failed.", "Officers led by Lee", "Mali had failed."),
    ],
)  # fmt: skip
def test_inverted_is_only_what_somebody_can_have_said(text: str, who: str, said: str) -> None:
    assert [(a, c) for a, _, c in told(text)] == [(who, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee, the head of the guard, accused Mali.",
        "The mayor, who visited Oslo, demanded an apology.",
        "The court, led by seven judges, found Mali guilty.",
        "The retreat, announced by Ann Lee, ends the pact.",
        "The report was published.",
        "He was told nothing.",
        "They asked the envoy to say so.",
        "The State Bank fell.",
        "Unlike what Mali claimed, it fired.",
        "Mali could not confirm that it fired.",
        "It left, and with it the American report.",
        "It was the best hope of peace.",
        "He’s rarely asked “why now?”",
        "There is no doubt that guards fired.",
        "Hopes of a truce are slim.",
        "Miners admitted to the city are few.",
        "The land that Mali claimed as its own is dry.",
        "Lee argued against a truce.",
        "It is worse, told the mayor.",
        "They were cleared of treason, the gravest charge.",
        "They were cleared of treason, the main claim.",
        "Chad recalled its ambassador from Mali in May.",
        "The town, disputed by two gangs, is quiet.",
    ],
)
def test_no_telling(text: str) -> None:
    assert told(text) == []
