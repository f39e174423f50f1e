"""The vocabulary of status loads whole, in lower case."""

from dragoman.coding.vocabulary import vocabulary


def test_every_list_has_words_in_lower_case() -> None:
    known = vocabulary()
    for name in type(known).__dataclass_fields__:
        entries = getattr(known, name)
        assert entries, name
        assert [w for w in entries if w != w.lower()] == [], name
