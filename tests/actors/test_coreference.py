"""Whole paragraphs: whom pronouns, descriptions, surnames and bare nouns mean, and what each link rests on."""

from datetime import date

import pytest

from dragoman.actors.coreference import Cast
from dragoman.actors.mentions.mentions import Act
from dragoman.event import Party

MEETING = (
    "Xi Jinping, China's president, met Vladimir Putin in Astana on Thursday. "
    "He praised the Russian leader. The two leaders signed a pact. "
    "Both countries will share it. His government called the pact historic."
)
ARREST = (
    "Turkish police arrested Talin Oberek, a British journalist, in Didim. "
    "Oberek denied the charge. She was held for a night. "
    "Protesters gathered outside the court. The government said nothing."
)
STRIKE = (
    "Hezbollah fired rockets at Haifa on Monday. The group said it was an answer. "
    "Israeli jets struck Lebanon within hours."
)


def spans(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for part in text.split(". "):
        out.append((at, min(len(text), at + len(part) + 1)))
        at += len(part) + 2
    return out


def cast(text: str, title: str = "") -> Cast:
    return Cast(text, spans(text), pub_date=date(2022, 9, 16), title=title)


def who(text: str, words: str, *, nth: int = 0) -> list[Party]:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return cast(text).parties(at, at + len(words))


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (MEETING, "Xi Jinping, China's president", "CHN"), (MEETING, "Vladimir Putin", "RUS"), (MEETING, "He", "CHN"),
        (MEETING, "the Russian leader", "RUS"), (ARREST, "Turkish police", "TUR"), (ARREST, "Talin Oberek", "GBR"),
        (ARREST, "Oberek", "GBR"), (ARREST, "She", "GBR"), (ARREST, "Protesters", "TUR"),
        (STRIKE, "Hezbollah", "LBN"), (STRIKE, "The group", "LBN"), (STRIKE, "it", "LBN"),
        (STRIKE, "Israeli jets", "ISR"),
    ],
)  # fmt: skip
def test_country_of_mentions(text: str, words: str, country: str) -> None:
    assert [party.country for party in who(text, words)] == [country]


def test_two_leaders_are_two_parties() -> None:
    assert [p.name for p in who(MEETING, "The two leaders")] == ["Xi Jinping", "Vladimir Putin"]
    assert {p.country for p in who(MEETING, "Both countries")} == {"CHN", "RUS"}


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("The three leaders", ["MLI", "NER", "BFA"]), ("all three countries", ["MLI", "NER", "BFA"]),
        ("The four countries", [""]), ("The leaders of both countries", ["TCD", "TGO"]),
        ("the presidents of the three countries", ["MLI", "NER", "BFA"]),
    ],
)  # fmt: skip
def test_those_of_one_list_are_as_many_as_are_counted(words: str, countries: list[str]) -> None:
    text = f"Mali, Niger and Burkina Faso left. Chad and Togo stayed. On Monday {words} met."
    assert [p.country for p in who(text, words)] == countries


def test_two_people_in_one_span_are_two_parties() -> None:
    text = "Boran Gelu and Miro Tashan live in Kenya. Gelu and Tashan were held."
    assert [party.name for party in who(text, "Gelu and Tashan")] == ["Boran Gelu", "Miro Tashan"]
    text = "Boran Gelu lives in Kenya. Gelu and Sons were sued."
    assert len(who(text, "Gelu and Sons")) == 1


def test_two_men_may_be_of_one_country() -> None:
    text = "Two British divers, Alan Rudd and Keith Moss, were held in Cairo. A court freed both men."
    assert [(p.name, p.country) for p in who(text, "both men")] == [("Alan Rudd", "GBR"), ("Keith Moss", "GBR")]
    text = text.replace("Alan Rudd and", "Alan Rudd, an ally of Angela Merkel, and")
    assert [p.name for p in who(text, "both men")] == ["Alan Rudd", "Keith Moss"]


def test_what_stands_beside_a_name_tells_its_country_or_that_it_has_none() -> None:
    text = (
        "Kenya thanked Kenya's bank. Talin Oberek, an envoy of the World Bank, praised Kenya. "
        "Keith Moss, from Lagos, left Kenya."
    )
    assert [p.country for p in who(text, "Talin Oberek")] == [""]
    assert [p.country for p in who(text, "Keith Moss")] == ["NGA"]


def test_its_is_of_the_one_country_named_before_it_in_the_sentence() -> None:
    text = "Kenya accused Uganda. Kenya wept. Kenya sang. Chad’s government said that its forces had not left."
    assert [p.country for p in who(text, "its forces")] == ["TCD"]


def test_people_of_several_countries_are_one_party_of_none() -> None:
    text = "Gunmen freed nurses from Spain and Chile. Spanish and Chilean troops searched for them."
    assert [(p.text, p.country) for p in who(text, "nurses from Spain and Chile")] == [
        ("nurses from Spain and Chile", "")
    ]
    assert [p.country for p in who(text, "Spanish and Chilean troops")] == ["ESP", "CHL"]


def test_a_place_is_where_the_words_behind_it_say() -> None:
    text = "Chad thanked Niger. Chad also promised Niger wheat for flooded villages in northern Mali."
    assert [p.country for p in who(text, "flooded villages")] == ["MLI"]
    text = "Chad thanked Niger. Chad fed displaced families in Gao. It urged its citizens in Mali to flee."
    assert [p.country for p in who(text, "displaced families in Gao")] == ["MLI"]
    assert [p.country for p in who(text, "its citizens in Mali")] == ["TCD"]


def test_names_follow_the_antecedent() -> None:
    assert who(MEETING, "He")[0].name == "Xi Jinping"
    assert who(ARREST, "Oberek", nth=1)[0].name == "Talin Oberek"
    assert who(ARREST, "She")[0].name == "Talin Oberek"


def test_every_party_quotes_the_text_and_leaves_a_link() -> None:
    made = cast(MEETING)
    at = MEETING.index("He praised")
    (party,) = made.parties(at, at + 2)
    assert MEETING[party.start : party.end] == party.text == "He"
    (link,) = made.links
    assert (link.rule, link.country) == ("subject", "CHN")
    assert MEETING[link.antecedent_start : link.antecedent_end] == "Xi Jinping"
    assert link.antecedent_end <= link.start


def test_words_that_say_it_themselves_need_no_antecedent() -> None:
    made = cast(ARREST)
    made.parties(0, 14)
    assert made.links[0].rule == "words"
    assert made.links[0].antecedent_start == made.links[0].antecedent_end


def test_the_event_s_own_day_is_asked() -> None:
    text = "Russia's president spoke to parliament."
    made = Cast(text, [(0, len(text))], pub_date=date(2022, 1, 1))
    assert made.parties(0, 18)[0].name == "Vladimir Putin"
    assert made.parties(0, 18, on=date(1995, 1, 1))[0].name == "Boris Yeltsin"


def test_asking_twice_gives_the_same() -> None:
    made = cast(STRIKE)
    at = STRIKE.index("The group")
    assert made.parties(at, at + 9) == made.parties(at, at + 9)
    assert made.matches == cast(STRIKE).matches


@pytest.mark.parametrize(("text", "sentences"), [("", []), ("...", [(0, 3)]), ("He said it.", [(0, 11)])])
def test_a_text_about_no_country_gives_none(text: str, sentences: list[tuple[int, int]]) -> None:
    made = Cast(text, sentences, pub_date=None)
    (party,) = made.parties(0, min(2, len(text)))
    assert party.country == ""


@pytest.mark.parametrize(
    ("text", "words", "country", "name"),
    [
        ("Vladimir Putin flew to Pyongyang. Kim Jong-un warmly embraced him.", "him", "RUS", "Vladimir Putin"),
        ("Mohammed bin Salman spoke. France praised Prince Mohammed.", "Prince Mohammed", "SAU", "Mohammed bin Salman"),
        ("Trevor Reed was freed in Russia. Russia had jailed Reed.", "Reed.", "USA", "Trevor Reed"),
        ("Angela Merkel met Emmanuel Macron in Rome. The chancellor smiled.", "The chancellor", "DEU", "chancellor"),
        ("Kenya sent troops to Somalia. Rebels struck Kismayo.", "Kismayo", "SOM", "Kismayo"),
    ],
)  # fmt: skip
def test_what_tells_a_party_nearly_always(text: str, words: str, country: str, name: str) -> None:
    at = text.rindex(words)
    (party,) = cast(text).parties(at, at + len(words.rstrip(".")))
    assert (party.country, party.name) == (country, name)


def test_we_are_who_speaks() -> None:
    text = "Iran condemned the raid. “We will answer,” Emmanuel Macron said."
    at = text.index("We")
    spoken = (text.index("“"), text.index("”") + 1, (text.index("Emmanuel"), text.index(" said")))
    made = Cast(text, spans(text), pub_date=date(2022, 9, 16), voices=[spoken])
    assert [party.country for party in made.parties(at, at + 2)] == ["FRA"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Hezbollah fired rockets. The United Nations asked the group to stop. Israel waited.", "the group", "LBN"),
        ("Hezbollah fired rockets. The terror group said so. Israel waited.", "The terror group", "LBN"),
        ("Fiji left the African Union. The bloc was sorry. Kenya waited.", "The bloc", ""),
        ("Fiji spoke to Hezbollah and the African Union. The group was sorry.", "The group", "LBN"),
        ("Chad met Mali. An envoy of Niger, who sang, left.", "who", "NER"),
        ("Haiti’s international partners met in Ottawa. Canada hosted them.", "Haiti’s international partners", ""),
        ("Serb forces killed three ethnic Albanians in southern Serbia on Friday.", "three ethnic Albanians", "SRB"),
        ("Kyrgyz police held four ethnic Uzbeks in Osh.", "four ethnic Uzbeks", "KGZ"),
        ("Kyrgyz police held four Uzbeks in Osh.", "four Uzbeks", "UZB"),
        ("Ukraine protected ethnic Russians in Kharkiv, said Kyiv.", "ethnic Russians", "UKR"),
    ],
)
def test_groups_partners_and_people_by_descent(text: str, words: str, country: str) -> None:
    assert [party.country for party in who(text, words)] == [country]


def test_who_is_addressed_is_not_who_speaks() -> None:
    text = "“Leave Iraq to your friends, not to you,” Barham Salih told US diplomats in Baghdad."
    at = text.index("you,")
    said = Cast(text, spans(text), pub_date=date(2019, 2, 4), voices=[(0, 41, (42, 54))])
    said.parties(at, at + 3)
    assert [link.rule for link in said.links] == ["you"]


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Kenya", 1), ("the two leaders", 2), ("both", 2), ("France, Germany and Italy", 3),
        ("officials from Kenya and Uganda", 2), ("US-China", 2), ("US-Turkish", 2),
    ],
)  # fmt: skip
def test_a_mention_has_no_more_parties_than_are_counted(text: str, most: int) -> None:
    made = cast(f"{text} met in Oslo.")
    assert len(made.parties(0, len(text))) <= made.most(0, len(text)) == most


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Gen. Talin Oberek, a Kenyan army spokesman, accused Uganda.", "Gen. Talin Oberek", "KEN"),
        ("Uganda was accused by General Talin Oberek, a commander of Kenya's army, on Monday.", "General Talin Oberek",
         "KEN"),
        ("Sen. Talin Oberek, D-Calif., urged Kenya to leave.", "Sen. Talin Oberek", "USA"),
    ],
)  # fmt: skip
def test_a_title_leaves_a_name_a_name(text: str, words: str, country: str) -> None:
    assert [party.country for party in who(text, words)] == [country]


SPOKEN = "Police in Kampala beat Bobi Wine. “They kicked me,” he said. “We wept,” he added."


def spoken(words: str) -> Party:
    def span(part: str) -> tuple[int, int]:
        return SPOKEN.index(part), SPOKEN.index(part) + len(part)

    said = [("They kicked me,", "he said"), ("We wept,", "he added")]
    voices = [(*span(quoted), (span(verb)[0], span(verb)[0] + 2)) for quoted, verb in said]
    found = Cast(SPOKEN, spans(SPOKEN), pub_date=date(2024, 4, 6), voices=voices)
    return found.parties(*span(words))[0]


@pytest.mark.parametrize(
    ("speaker", "name", "sector"),
    [
        ("Dmitry Peskov", "Russia", "GOV"),
        ("Emmanuel Macron", "France", "GOV"),
        # no office of the state's own, or none
        ("Sadiq Khan", "We", ""),
        ("Talin Oberek", "We", ""),
        ("A French minister", "We", ""),
        ("he", "We", ""),
    ],
)
def test_we_of_an_office_holder_are_the_state(speaker: str, name: str, sector: str) -> None:
    text = f"Mali met Emmanuel Macron. “We will not leave Mali,” {speaker} said."
    at, who = text.index("We"), text.rindex(speaker)
    said = Cast(text, spans(text), pub_date=date(2022, 9, 16), voices=[(at, at + 22, (who, who + len(speaker)))])
    assert [(p.name, p.sector) for p in said.parties(at, at + 2)] == [(name, sector)]


@pytest.mark.parametrize(
    ("text", "quoted", "words", "name"),
    [
        ("Mali heard Emmanuel Macron. “Angela Merkel lied to me,” he said.", "Angela Merkel lied to me,", "he",
         "Emmanuel Macron"),
        ("Mali heard Keir Starmer. “Boris Johnson lied,” he said. He left.", "Boris Johnson lied,", "He",
         "Keir Starmer"),
        # told without quotation marks, or by somebody else
        ("Mali heard Keir Starmer. Boris Johnson lied, he said.", "Boris Johnson lied,", "he", "Boris Johnson"),
        ("Mali heard Keir Starmer. “Boris Johnson lied,” he said. Mali left. He left.", "Boris Johnson lied,", "He",
         "Boris Johnson"),
    ],
)  # fmt: skip
def test_who_speaks_names_somebody_else(text: str, quoted: str, words: str, name: str) -> None:
    at, who = text.index(quoted), text.index("he said")
    said = Cast(text, spans(text), pub_date=date(2022, 1, 1), voices=[(at, at + len(quoted), (who, who + 2))])
    assert said.parties(start := text.rindex(f"{words} "), start + 2)[0].name == name


def test_they_in_a_quotation_are_not_who_speaks_and_me_is() -> None:
    assert (spoken("They").name, spoken("They").sector) == ("Police in Kampala", "COP")
    assert (spoken("me").name, spoken("me").country) == ("Bobi Wine", "UGA")
    assert spoken("We").name == "We"


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Gunmen fled. Police held Luis Maduro in Lima. Mr Maduro wept.", "Mr Maduro", "Luis Maduro", "PER"),
        ("Police held Luis Maduro in Lima. President Maduro wept.", "President Maduro", "Nicolás Maduro", "VEN"),
        ("Archbishop Lauro Dabiri of Nyeri left Ghana.", "Archbishop Lauro Dabiri of Nyeri", "Lauro Dabiri", "GHA"),
        ("Rangers wept in Kruger National Park.", "Rangers", "Rangers", ""),
    ],
)
def test_a_name_is_not_another_s(text: str, words: str, name: str, country: str) -> None:
    assert [(p.name, p.country) for p in who(text, words)] == [(name, country)]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("ISLAMABAD: The Foreign Office spokesperson accused India.", "The Foreign Office spokesperson", "PAK"),
        ("LONDON: The Foreign Office met India. Britain paid.", "The Foreign Office", "GBR"),
        ("SEOUL: The Joint Chiefs of Staff accused North Korea.", "The Joint Chiefs of Staff", "KOR"),
        ("The Joint Chiefs of Staff warned North Korea.", "The Joint Chiefs of Staff", "USA"),
        ("SEOUL: The Democratic Party called for talks. South Korea agreed.", "The Democratic Party", "KOR"),
        ("The Democratic Party accused Trump.", "The Democratic Party", "USA"),
        ("DHAKA: Memorial condemned the raid.", "Memorial", "BGD"), ("Memorial condemned the raid.", "Memorial", "RUS"),
        ("Brussels rejected it. The EU voted.", "Brussels", ""), ("Spain left. Brussels wept.", "Brussels", "BEL"),
        ("Belgium wept. The EU paid. Brussels rejected it.", "Brussels", "BEL"),
        ("Brussels police fled. The EU voted.", "Brussels police", "BEL"),
        ("Settlers attacked Palestinian farmers.", "Settlers", "ISR"),
        ("Settlers in the West Bank shot Palestinians.", "Settlers in the West Bank", "ISR"),
        ("White settlers in Kenya wept.", "White settlers in Kenya", "KEN"),
        ("Brussels rejected it. The EPP voted.", "The EPP", ""), ("Paraguay's army met the EPP.", "the EPP", "PRY"),
        ("South Korea condemned the North. North Korea fired.", "the North", "PRK"),
        ("Nigerian troops attacked. The North rejected the bill.", "The North", "NGA"),
        ("Emmanuel Macron met von der Leyen in Paris.", "von der Leyen", ""),
        ("US-led forces took Herat. The US-led coalition bombed Syria.", "The US-led coalition", ""),
        ("The Saudi-led coalition bombed Yemen.", "The Saudi-led coalition", "SAU"),
    ],
)  # fmt: skip
def test_bodies_that_many_states_have_are_of_the_one_told_of(text: str, words: str, country: str) -> None:
    assert [party.country for party in who(text, words)] == [country]


def test_the_one_who_urges_two_presidents_is_none_of_them() -> None:
    text = "Sadyr Japarov and Emomali Rahmon met. Vladimir Putin urged both presidents to talk."
    at, of = text.index("both presidents"), text.index("Vladimir Putin")
    act = Act("REQUEST", "recipient", ((of, of + 14),))
    assert [p.country for p in cast(text).parties(at, at + 15, act=act)] == ["KGZ", "TJK"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Russia vetoed the draft. António Guterres deplored it. He left.", "António Guterres", ""),
        ("Russia vetoed the draft. On Monday, Volker Türk deplored it. He left.", "Volker Türk", ""),
        # somebody of a country, somebody else named before, words still quoted
        ("Russia vetoed the draft. Emmanuel Macron deplored it. He left.", "Emmanuel Macron", "FRA"),
        ("On a visit António Guterres met Vladimir Putin. He left.", "Vladimir Putin", "RUS"),
        ("António Guterres met Vladimir Putin. He left.", "António Guterres", ""),
        ("Russia vetoed the draft. “António Guterres deplored it. He left.”", "He", "RUS"),
    ],
)
def test_he_may_be_the_one_person_before_who_is_of_no_country(text: str, name: str, country: str) -> None:
    at = text.index("He left")
    assert [(p.name, p.country) for p in cast(text).parties(at, at + 2)] == [(name, country)]


def test_officials_do_nothing_to_their_own_state_as_such() -> None:
    text = "The cabinet asked Chad for help. Togo and Chad are at peace."
    made = Cast(text, [(0, 32), (33, len(text))], pub_date=date(2020, 5, 1))
    chad = (text.index("Chad"), text.index("Chad") + 4)
    (asking,) = made.parties(0, 11, act=Act("REQUEST", "actor", (chad,)))
    assert asking.country == "TGO"
    (asked,) = made.parties(0, 11, act=Act("REQUEST", "recipient", (chad,)))
    assert asked.country == "TCD"
