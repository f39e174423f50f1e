"""What somebody is by the words beside their name, taken over by surnames and pronouns elsewhere."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast


def sector(text: str, words: str) -> tuple[str, str]:
    """Name and sector of the party that the last place of the words means."""
    sentences, at = [], 0
    for part in text.split(". "):
        sentences.append((at, min(len(text), at + len(part) + 1)))
        at += len(part) + 2
    cast = Cast(text, sentences, pub_date=date(2024, 6, 21))
    start = text.rindex(words)
    (party,) = cast.parties(start, start + len(words))
    return party.name, party.sector


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("Finance Minister Jonas Kamande of Kenya met bankers.", "GOV"),
        ("Kenyan army spokesman Jonas Kamande met bankers.", "MIL"),
        ("Jonas Kamande, the finance minister, met bankers in Kenya.", "GOV"),
        ("Jonas Kamande, 45, a Kenyan senator, met bankers.", "LEG"),
        ("The former minister Jonas Kamande met bankers in Kenya.", "ELI"),
        ("The finance minister, Jonas Kamande, met bankers in Kenya.", "GOV"),
        ("On Monday, Kenya's finance minister, Jonas Kamande, met bankers.", "GOV"),
        ("Bankers in Kenya met the finance minister, Jonas Kamande.", "GOV"),
        ("Jonas Kamande, a Kenyan teacher who lost his house, met bankers.", "EDU"),
        ("Two Kenyan ministers, Ruth Achola and Jonas Kamande, met bankers.", "GOV"),
        ("Kenya freed three opposition leaders, Ruth Achola, Ann Reed, 34, and Jonas Kamande.", "OPP"),
        # words that are somebody else's, or of another clause
        ("Bankers in Kenya met the minister, Jonas Kamande and others.", ""),
        ("Kenya freed Ruth Achola, the finance minister, Jonas Kamande, and others.", ""),
        ("A lawyer for the president, Jonas Kamande, met bankers in Kenya.", ""),
        ("Her husband, Jonas Kamande, met bankers in Kenya.", ""),
        ("Police arrested Jonas Kamande in Kenya.", ""),
        ("The minister shot Jonas Kamande in Kenya.", ""),
        ("A judge freed Jonas Kamande, the police said in Kenya.", ""),
        ("Kenya freed Jonas Kamande, after a Kenyan reporter wrote of it.", ""),
        ("Kenya freed Jonas Kamande, Finance Minister Ruth Achola and others.", ""),
        ("Kenya freed Jonas Kamande, the finance minister and others.", ""),
        ("The retired four-star army general Jonas Kamande met bankers in Kenya.", "ELI"),
        ("Jonas Kamande, executive director of a bank, met bankers in Kenya.", ""),
        ("Kenya freed Ruth Achola and partner Jonas Kamande.", ""),
        ("Three Kenyan ministers, Ruth Achola and Jonas Kamande met bankers.", ""),
        ("Kenyan ministers, Ruth Achola and Jonas Kamande met bankers.", ""),
        # two are told
        ("Senator Jonas Kamande, the Kenyan finance minister, met bankers.", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("again", ["Kamande", "He"])
def test_who_is_told_of_once_is_so_at_each_mention(first: str, told: str, again: str) -> None:
    assert sector(f"{first} {again} condemned Uganda.", again) == ("Jonas Kamande", told)


def test_relatives_of_one_last_name_are_each_what_they_are() -> None:
    text = "Kenya's finance minister Jonas Kamande met the judge Ruth Kamande. Jonas Kamande left. Ruth Kamande stayed."
    assert sector(text, "Jonas Kamande") == ("Jonas Kamande", "GOV")
    assert sector(text, "Ruth Kamande") == ("Ruth Kamande", "JUD")


def test_whom_the_tables_have_without_an_office_that_day_is_what_the_text_says() -> None:
    text = "British senator Sajid Javid spoke. Javid condemned Uganda. He left."
    assert sector(text, "Javid") == sector(text, "He") == ("Sajid Javid", "LEG")
    untold = text.replace("senator ", "")
    assert sector(untold, "Javid") == sector(untold, "He") == ("Sajid Javid", "ELI")
    assert sector(f"{text} The former minister Sajid Javid left.", "former minister Sajid Javid")[1] == "ELI"


def test_an_office_of_the_tables_is_of_its_days() -> None:
    text = "Former president Luiz Inácio Lula da Silva spoke in Brazil. Lula was jailed in Brazil."
    cast = Cast(text, [(0, 60), (60, len(text))], pub_date=date(2024, 6, 21))
    at = text.rindex("Lula")
    assert [p.sector for p in cast.parties(at, at + 4)] == ["GOV"]
    assert [p.sector for p in cast.parties(at, at + 4, on=date(2018, 4, 7))] == ["ELI"]
