"""How often the cast knows who an annotated party is: its name and its countries, given its words in its article.

In: annotated events (JSON lines with document_id, text, events whose parties have text, country and name) and the
articles they stand in (JSON lines, gzipped or not, with id and text). Out: one line a kind of words, with the parties
and how many have the annotation's name and its countries. "he" and the like are judged by the name as well.

    python benchmarks/parties.py EVENTS.jsonl ARTICLES.jsonl.gz [--misses FILE]

The countries are asked of the weights that ship, which were fitted on such parties: `python -m training.actors` says
how right they are on articles held out. `--misses` writes each party that has another name or country.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.actors import Annotated, articles, cast_of
from training.corpus import Row, rows

from dragoman.actors.countries.ranking import shipped
from dragoman.actors.mentions.mentions import is_pronoun
from dragoman.event import Party

Names = dict[tuple[str, str], set[str]]


def named(events: Iterable[Row]) -> Names:
    """By document and words of a party: the names annotated for it."""
    found: Names = defaultdict(set)
    for row in events:
        for event in row["events"]:
            for party in (*event["actor"], *event["recipient"]):
                found[row["document_id"], party["text"]].add(plain(party["name"]))
    return found


def plain(name: str) -> str:
    """A name without case and article, as two annotators would agree on it."""
    return name.casefold().removeprefix("the ").strip()


def kind(words: str) -> str:
    """What sort of words they are: a pronoun, words with a capital after the first letter, or plain ones."""
    if is_pronoun(words):
        return "pronouns"
    return "with a name" if any(word[:1].isupper() for word in words.split()) else "plain nouns"


def judged(article: Annotated, names: Names) -> Iterator[dict[str, Any]]:
    """Each annotated party of an article: its words, whether name and countries are right, and what was found."""
    cast = cast_of(article, shipped())
    for start, end, countries in article.parties:
        words = article.text[start:end]
        found: list[Party] = cast.parties(start, end, act=article.acts[start, end])
        wanted = names[article.id, words]
        yield {
            "document_id": article.id, "start": start, "text": words, "kind": kind(words),
            "name": bool(wanted & {plain(party.name or party.text) for party in found}),
            "country": {party.country for party in found} == countries, "countries": sorted(countries),
            "found": [f"{party.name} ({party.country})" for party in found], "wanted": sorted(wanted),
        }  # fmt: skip


def main() -> None:
    """Print the figures, and write the misses if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--misses", type=Path)
    asked = parser.parse_args()
    events = rows(asked.events)
    names = named(events)
    told = [one for article in articles(events, asked.articles) for one in judged(article, names)]
    counts = Counter((sort, what) for one in told for sort in (one["kind"], "all") for what in hits(one))
    for sort in [*sorted({one["kind"] for one in told}), "all"]:
        print(f"{sort}: {counts[sort, 'parties']} parties, name {counts[sort, 'name']}, "
              f"country {counts[sort, 'country']}")  # fmt: skip
    if asked.misses:
        lines = (json.dumps(one, ensure_ascii=False) for one in told if len(hits(one)) < 3)
        asked.misses.write_text("\n".join(lines) + "\n", encoding="utf-8")


def hits(one: dict[str, Any]) -> list[str]:
    """What a judged party counts for."""
    return ["parties", *(what for what in ("name", "country") if one[what])]


if __name__ == "__main__":
    main()
