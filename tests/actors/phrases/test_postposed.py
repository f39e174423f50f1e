"""A name behind a title and what it is of is the person's, unless the words before it are about somebody else."""

import pytest

from dragoman.actors import resolve
from dragoman.actors.names.roster import roster
from dragoman.actors.phrases.phrase import taken_apart


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("President of Kenya William Ruto", "William Ruto", "KEN"),
        ("President of the Republic of Azerbaijan Ilham Aliyev", "Ilham Aliyev", "AZE"),
        ("Minister of Foreign Affairs of Armenia Ararat Mirzoyan", "Ararat Mirzoyan", "ARM"),
        ("the Emir of Qatar Sheikh Tamim bin Hamad Al Thani", "Tamim bin Hamad Al Thani", "QAT"),
        ("Crown Prince of Saudi Arabia Mohammed bin Salman", "Mohammed bin Salman", "SAU"),
        ("Speaker of the House of Representatives Mike Johnson", "Mike Johnson", "USA"),
        ("Philippine Secretary of Foreign Affairs Manalo", "Enrique Manalo", "PHL"),
        ("the former President of Kenya Uhuru Kenyatta", "Uhuru Kenyatta", "KEN"),
        ("spokesman for the Foreign Ministry Esmail Baghaei", "Esmail Baghaei", "IRN"),
        # others' names, and bodies'
        ("the son of William Ruto", "son of William Ruto", "KEN"),
        ("the widow of President William Ruto", "widow of President William Ruto", "KEN"),
        ("an aide of William Ruto", "aide of William Ruto", "KEN"),
        ("the lawyer of Imran Khan", "lawyer of Imran Khan", "PAK"),
        ("president of Kenya Football Federation", "president of Kenya Football Federation", "KEN"),
        ("the ministers of Kenya William Ruto", "ministers of Kenya William Ruto", "KEN"),
    ],
)
def test_the_name_is_the_title_s(phrase: str, name: str, country: str) -> None:
    assert [(party.name, party.country) for party in resolve(phrase, on="2024-10-02")] == [(name, country)]


@pytest.mark.parametrize(
    ("phrase", "core"),
    [
        ("Head of the delegation Amos Karanja", ["head", "amos", "karanja"]),
        ("Minister of Health Amos Karanja", ["minister", "amos", "karanja"]),
        ("the head of Harvard Business School", ["the", "head"]),
        ("the mother of Chad Daniels", ["the", "mother"]),
        ("forces loyal to Syria's Bashar al-Assad", ["forces"]),
        ("the killer of Georgia Smith", ["the", "killer"]),
    ],
)
def test_a_name_no_table_has_begins_with_a_given_name(phrase: str, core: list[str]) -> None:
    (part,) = taken_apart(phrase, roster()).parts
    assert [item.key for item in part.core] == core
