"""Context tags of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import ontology
from dragoman.coding.contexts import contexts

SENTENCES = [
    ("Harbour pilots threatened a strike over lunch breaks.", ()),
    ("The two foreign ministers opened an embassy on the island.", ("diplomatic",)),
    ("Judges at the supreme court refused the request.", ("legal",)),
    ("Inspectors found traces of a nerve agent near the depot.", ("cbrn",)),
    ("Riot police fired tear gas at the crowd.", ("repression",)),
    ("Voters chose between two candidates in the runoff.", ("election",)),
    ("Islamic State claimed the attack.", ("terrorism",)),
    ("Smugglers hid cocaine in the lorry.", ("crime", "illegal_drugs", "trafficking")),
    ("Peacekeepers crossed the bridge at noon.", ("peacekeeping",)),
    ("The MINISTRY blamed hackers.", ("cyber",)),
    ("who will pay for it?", ()),
    ("The WHO sent two teams.", ("health",)),
    ("Clouds of poison gas drifted over the ridge.", ()),
    ("The senator’s lawyer asked for bail.", ("legislative", "legal")),
]


@pytest.mark.parametrize(("sentence", "tags"), SENTENCES)
def test_a_sentence_is_tagged_by_what_it_says(sentence: str, tags: tuple[str, ...]) -> None:
    assert contexts(sentence) == tags


@pytest.mark.parametrize("name", list(ontology.contexts()))
def test_every_term_of_a_context_tags_it(name: str) -> None:
    missed = [word for word in ontology.contexts()[name].words if name not in contexts(f"They spoke of {word}.")]
    assert missed == []


@given(st.text(max_size=400))
def test_any_text_gives_known_tags_in_order(text: str) -> None:
    found = contexts(text)
    assert [name for name in ontology.contexts() if name in found] == list(found)


def test_a_very_long_sentence_is_tagged() -> None:
    assert contexts("rain and " * 50_000 + "the embassy") == ("diplomatic",)
