"""Where: the place that words mean, and the countries that a text is about.

In: text, spans, the countries of the document. Out: `dragoman.event.Place`s.
The rules and their figures: docs/placing.md.
"""

from dragoman.placing.finding import Counted, countries
from dragoman.placing.resolving import resolve

__all__ = ["Counted", "countries", "resolve"]
