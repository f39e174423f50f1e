"""The lexicon of speech loads whole, in lower case."""

from dragoman.coding.speech import lexicon, verbs


def test_every_list_has_words_in_lower_case() -> None:
    known = lexicon()
    for name in type(known).__dataclass_fields__:
        entries = getattr(known, name)
        assert entries, name
        assert [w for w in entries if w != w.lower()] == [], name


def test_lists_that_are_parts_of_others() -> None:
    known = lexicon()
    assert known.bare <= verbs()
    assert not known.plain & known.clausal
