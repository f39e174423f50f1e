"""Articles for tests of the desk, in news style and written for it: two months of talks, a visit, a quarrel, a raid.

Several papers tell the same happenings, and not all of them alike.
"""

from collections.abc import Iterator
from datetime import date

from dragoman.document import Document

# (published, paper, title, text)
_TOLD = (
    ("2024-05-06", "Harbour Post", "Uzbek president in Astana",
     "President Shavkat Mirziyoyev of Uzbekistan arrived in Astana on Monday for talks with Kazakhstan’s president.\n"
     "Kazakhstan and Uzbekistan signed an agreement on sharing the water of the Syr Darya, the foreign ministry in "
     "Tashkent said.\nThe two sides are to meet again in June."),
    ("2024-05-07", "The Steppe Courier", "Water deal signed in Astana",
     "Uzbekistan’s President Shavkat Mirziyoyev visited Kazakhstan on Monday.\n"
     "Kazakhstan and Uzbekistan signed an agreement on water on Monday, officials said."),
    ("2024-05-07", "Evening Ledger", "Mirziyoyev’s trip",
     "Uzbek President Shavkat Mirziyoyev visited Astana on Monday, his office said.\n"
     "Kyrgyzstan accused Uzbekistan of holding back water from its fields."),
    ("2024-05-14", "Harbour Post", "Kyrgyz protest note",
     "Kyrgyzstan accused Tajikistan of letting armed men cross the border near Batken on Monday.\n"
     "Tajikistan rejected the accusation on Tuesday."),
    ("2024-05-15", "The Steppe Courier", "Shots at the border",
     "Tajik soldiers shelled a Kyrgyz border post on Tuesday, killing three guards, the Kyrgyz border service said.\n"
     "Kyrgyzstan called on Tajikistan to explain itself."),
    ("2024-05-15", "Evening Ledger", "Border post shelled",
     "Tajik soldiers shelled a Kyrgyz border post on Tuesday, killing five guards.\n"
     "Tajikistan denied that its soldiers shelled the post."),
    ("2024-05-17", "Harbour Post", "Moscow offers to mediate",
     "Russia offered to mediate between Kyrgyzstan and Tajikistan on Thursday.\n"
     "Russian Foreign Minister Sergei Lavrov is to visit Bishkek next week."),
    ("2024-05-22", "The Steppe Courier", "Lavrov in Bishkek",
     "Russian Foreign Minister Sergei Lavrov visited Bishkek on Tuesday and met the Kyrgyz president.\n"
     "“We expect both sides to pull back their troops,” Lavrov said."),
    ("2024-05-28", "Evening Ledger", "Troops pull back",
     "Tajikistan withdrew its troops from the border with Kyrgyzstan on Monday.\n"
     "Kyrgyzstan praised the withdrawal."),
    ("2024-06-03", "Harbour Post", "China lends to Kyrgyzstan",
     "China gave Kyrgyzstan a loan of 300 million dollars for a railway on Friday.\n"
     "The United States imposed sanctions on two Tajik banks on Monday."),
    ("2024-06-05", "The Steppe Courier", "Arrests in Osh",
     "Kyrgyz police arrested a former customs officer in Osh on Tuesday, the interior ministry said.\n"
     "Thousands of people protested against the government in Bishkek on Tuesday."),
    ("2024-06-11", "Evening Ledger", "Talks resumed",
     "Kyrgyzstan and Tajikistan held talks in Dushanbe on Monday about the border.\n"
     "Tajik President Emomali Rahmon met his Kyrgyz counterpart."),
    ("2024-06-12", "Harbour Post", "Talks in Dushanbe",
     "Kyrgyzstan and Tajikistan held talks on the border in Dushanbe on Monday.\n"
     "Turkey sent medical supplies to Kyrgyzstan."),
    ("2024-06-18", "The Steppe Courier", "Putin in Pyongyang",
     "Russian President Vladimir Putin will visit North Korea on Wednesday.\n"
     "South Korea warned Russia against giving weapons to North Korea."),
    ("2024-06-20", "Harbour Post", "A pact in Pyongyang",
     "Russian President Vladimir Putin visited North Korea on Wednesday.\n"
     "Russia and North Korea signed a treaty of mutual defence, the Kremlin said.\n"
     "“It is a document of a new kind,” Putin said."),
    ("2024-06-20", "Evening Ledger", "Putin meets Kim",
     "Russian President Vladimir Putin visited Pyongyang on Wednesday and met North Korean leader Kim Jong Un.\n"
     "Japan condemned the treaty between Russia and North Korea.\n"
     "The United States accused North Korea of sending shells to Russia."),
    ("2024-06-21", "The Steppe Courier", "Seoul answers",
     "South Korea summoned the Russian ambassador on Friday to protest against the treaty.\n"
     "South Korea threatened to send weapons to Ukraine."),
    ("2024-06-25", "Evening Ledger", "Raid on the harbour",
     "Ukrainian drones attacked a Russian harbour on Monday, the Ukrainian army said.\n"
     "Russia denied that the harbour was hit."),
)  # fmt: skip


def articles() -> Iterator[Document]:
    """All of them, in the order of their days."""
    for number, (day, paper, title, text) in enumerate(_TOLD, 1):
        yield Document(
            id=f"n{number:02}", text=text, source=f"news/{number:02}.txt", title=title, author="Staff",
            publisher=paper, url=f"https://news.example/{number:02}", language="en", pub_date=date.fromisoformat(day),
            pub_date_basis="metadata",
        )  # fmt: skip
