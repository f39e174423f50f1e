"""Candidates are weighed by where they are named; the weights are data, and features.csv lists what is weighed."""

import ast
import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from actors.stops import cut
from dragoman.actors.coreference import Cast
from dragoman.actors.countries import deciding
from dragoman.actors.countries.ranking import Weights, candidates, features, likeliest, shipped, weigh, word_before
from dragoman.actors.countries.sightings import sightings
from dragoman.actors.mentions.mentions import Mention
from dragoman.actors.names.choosing import View
from dragoman.actors.names.roster import roster
from dragoman.actors.scene.scene import Scene, Sightings, scene
from dragoman.coding.coder import Coder

TEXT = "Kenya closed its border. Protesters in Kampala objected. Talin Oberek, a Ugandan lawyer, sued."
SPANS = [(0, 24), (25, 56), (57, 94)]

ACTORS = Path(deciding.__file__).parents[1]
# How a feature of the other side of an act goes on: " guessed", the type of its event, and its side.
OF_ACT = re.compile(r"(?: guessed)?(?: [A-Z]+(?: actor| recipient)?)?$")


def listed_features() -> dict[str, str]:
    """The modules that make each feature of features.csv."""
    with (ACTORS / "countries" / "features.csv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["feature"]: row["module"] for row in rows if row["meaning"]}


def unlisted(names: set[str]) -> set[str]:
    """Those of the names of features that features.csv does not tell."""
    told = listed_features()
    begun = tuple(name.removesuffix("…") for name in told if name.endswith("…"))

    def is_listed(name: str) -> bool:
        own = name.removeprefix("none ")
        of_act = told.get(OF_ACT.sub("", own), "").endswith("opponents.py")
        return name in told or own in told or of_act or name.startswith(begun)

    return {name for name in names if not is_listed(name)}


def literals(module: Path) -> set[str]:
    """The strings in a module, those of which it puts others together included."""
    nodes = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    return {node.value.strip() for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def put_together(name: str, parts: set[str]) -> bool:
    """Whether a name is one of the parts or several of them in a row."""
    return not name or any(
        put_together(name[len(one) :].strip(), parts) for one in parts if one and name.startswith(one)
    )


def laid() -> Scene:
    return scene(TEXT, SPANS, View(roster(), date(2020, 5, 1)))


def weighed(mention: Mention, weights: Weights) -> list[tuple[float, str]]:
    return weigh(laid(), mention, sightings(laid(), mention), weights)


def test_candidates_hold_the_countries_around_and_none() -> None:
    assert candidates(laid(), Mention(25, 35, 1, "civilians")) == ["", "KEN", "UGA"]


def test_probabilities_sum_to_one_and_no_weights_mean_no_preference() -> None:
    found = weighed(Mention(25, 35, 1, "civilians"), {})
    assert abs(sum(p for p, _ in found) - 1) < 1e-9
    assert len({round(p, 9) for p, _ in found}) == 1


def test_a_weight_moves_its_candidates() -> None:
    mention = Mention(25, 35, 1, "civilians")
    assert weighed(mention, {"same after": 3.0})[0][1] == "UGA"
    assert weighed(mention, {"previous": 3.0})[0][1] == "KEN"
    assert weighed(mention, {"none": 3.0})[0][1] == ""


def test_the_shipped_weights_are_numbers() -> None:
    assert shipped()
    assert all(isinstance(weight, float) for weight in shipped().values())


@pytest.mark.parametrize("kind", ["they", "police", "it+noun"])
def test_the_shipped_weights_are_summed_as_they_cross(kind: str) -> None:
    mention = Mention(25, 35, 1, kind, "officer", words=("the", "officers"))
    for (one, country), (two, same) in zip(
        weighed(mention, shipped()), weighed(mention, dict(shipped())), strict=True
    ):  # fmt: skip
        assert country == same
        assert abs(one - two) < 1e-9


def test_a_people_is_of_a_country_where_it_lives() -> None:
    text = "Kenya and Turkey met Kurds."
    found = scene(text, [(0, len(text))], View(roster(), date(2020, 5, 1)))
    assert candidates(found, Mention(21, 26, 0, "people", "Kurds")) == ["", "TUR"]


def test_a_sector_and_groups_at_home_nowhere_speak_for_none() -> None:
    text = "Islamic State fled. Charities were glad."
    found = scene(text, [(0, 19), (20, 40)], View(roster(), date(2020, 5, 1)))
    told = features(found, Mention(20, 29, 1, "society", "charity", sector="NGO"), "", {})
    assert {"none sector NGO", "none group share>60"} <= set(told)


def test_the_shipped_weights_sum_to_the_same_by_country_as_by_feature() -> None:
    mention = Mention(25, 35, 1, "civilians", "protester", words=("protesters",), sector="CVL", said=("many", "others"))
    fast, slow = weighed(mention, shipped()), weighed(mention, dict(shipped()))
    assert [country for _, country in fast] == [country for _, country in slow]
    assert [p for p, _ in fast] == pytest.approx([p for p, _ in slow])


@pytest.mark.parametrize("kind", ["they", "civilians", "name", "he"])
@pytest.mark.parametrize("weights", [shipped(), dict(shipped()), {}])
def test_the_likeliest_is_the_first_of_those_weighed(kind: str, weights: Weights) -> None:
    found, mention = laid(), Mention(57, 69, 2, kind)
    seen = sightings(found, mention)
    assert likeliest(found, mention, seen, weights) == weigh(found, mention, seen, weights)[0][1]


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("They thanked ", "thanked"), ("Then, ", ","), ("(Some ", "some"), ("", ""), ("It ended.\n", "."),
        ("A no-fly ", "no-fly"), ("Then\nAll ", "all"),
    ],
)  # fmt: skip
def test_the_word_before_a_mention(before: str, word: str) -> None:
    assert word_before(f"{before}nurses", len(before)) == word


def test_all_words_of_a_mention_and_the_one_before_it_speak_for_none() -> None:
    mention = Mention(36, 45, 1, "other", said=("in", "kampala"))
    assert {"none said in", "none said kampala", "none after protesters"} <= set(features(laid(), mention, "", {}))


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Fiji's minister spoke. The embassy in Kyiv helped 80 Fijians.", "The embassy in Kyiv", "FJI"),
        ("Chad left Sudan. The ambassador in Khartoum met the general.", "The ambassador in Khartoum", "TCD"),
        ("Fiji's minister spoke. Arab ambassadors in Kyiv met him in Chad.", "Arab ambassadors in Kyiv", ""),
        ("Fiji spoke. It closed its embassies in Kyiv.", "its embassies in Kyiv", "FJI"),
        ("Police ringed the embassy in Kyiv.", "the embassy in Kyiv", ""),
        ("Fiji's minister spoke. The court in Kyiv jailed 80 Fijians.", "The court in Kyiv", "UKR"),
        ("Fiji's minister spoke. The Chadian embassy in Kyiv closed.", "The Chadian embassy in Kyiv", "TCD"),
    ],
)
def test_those_sent_abroad_are_not_of_where_they_are(text: str, words: str, country: str) -> None:
    cast = Cast(text, cut(text), pub_date=date(2020, 5, 1))
    (party,) = cast.parties(text.index(words), text.index(words) + len(words))
    assert party.country == country


def test_every_shipped_weight_is_of_a_listed_feature() -> None:
    assert unlisted({name.rpartition("|")[2] for name in shipped()}) == set()


def test_every_listed_feature_is_made_where_the_list_says() -> None:
    numbers = set("01234")
    for name, modules in listed_features().items():
        parts = numbers.union(*(literals(ACTORS / module) for module in modules.split()))
        assert put_together(name.removesuffix("…").strip(), parts), name


def documents() -> Iterator[str]:
    """The sentences of the tables of cases, some at a time, as documents."""
    cases = Path(__file__).parents[2] / "coding"
    for table in ("status_cases.csv", "voice_cases.csv"):
        with (cases / table).open(encoding="utf-8", newline="") as lines:
            sentences = list(dict.fromkeys(row["sentence"] for row in csv.DictReader(lines)))
        yield from (" ".join(sentences[at : at + 8]) for at in range(0, 160, 8))


def test_whatever_is_seen_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    names: set[str] = set()

    def noted(scene: Scene, mention: Mention, seen: Sightings, weights: Weights, *, but: frozenset[str]) -> str:
        for country in candidates(scene, mention):
            names.update(features(scene, mention, country, seen))
        names.update(seen)
        return likeliest(scene, mention, seen, weights, but=but)

    monkeypatch.setattr(deciding, "likeliest", noted)
    coder = Coder()
    for text in documents():
        coder.code(text, pub_date=date(2020, 5, 1))
    assert unlisted(names) == set()
    assert len(names) > 200
    assert unlisted({"they were here", "none heard", "twin ASSAULT"}) == {
        "they were here",
        "none heard",
        "twin ASSAULT",
    }
