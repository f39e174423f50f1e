"""Linking: reports of one happening become one incident.

In: `Report`s. Out: `Incident`s, kept up to date by a `Linker`. How it works and how well: docs/linking.md.
"""

from dragoman.record.linking.blocks import blocks
from dragoman.record.linking.incident import Disagreement, Incident
from dragoman.record.linking.linker import Changes, Linker, link
from dragoman.record.linking.report import Report, Side, from_event

__all__ = ["Changes", "Disagreement", "Incident", "Linker", "Report", "Side", "blocks", "from_event", "link"]
