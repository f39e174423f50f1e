"""The gender that the word before a name tells, where no table has it: "his spokeswoman Kira Yarmysh", "Lord Lee".

In: a text and the spans of one person's name. Out: "m", "f" or "".
"""

from collections.abc import Iterable
from functools import cache

from dragoman.actors.knowledge.agents import load_agents
from dragoman.actors.names.words import listed

# How far before a name the word is looked for.
_NEAR = 20


def told(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The gender that the words before a name tell; "" where they tell none, or both."""
    words = [word for start, _ in spans for word in text[max(0, start - _NEAR) : start].split()[-1:]]
    genders = {_gendered().get(_plain(word), "") for word in words} - {""}
    return genders.pop() if len(genders) == 1 else ""


def _plain(word: str) -> str:
    """A word, folded, without a full stop; behind a comma, family alone names who follows: "his daughter, Reera"."""
    folded = word.casefold().removesuffix(".")
    return folded[:-1] if folded.endswith(",") and folded[:-1] in listed("kin") else folded


@cache
def _gendered() -> dict[str, str]:
    """The gender of each noun and form of address that has one."""
    nouns = {agent.noun: agent.gender for agent in load_agents() if agent.gender}
    return nouns | dict.fromkeys(listed("forms for men"), "m") | dict.fromkeys(listed("forms for women"), "f")
