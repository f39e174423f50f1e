"""Where: place words in text, the places they mean, and which of them is an event's.

In: text, spans, the countries of the document. Out: `PlaceWords` and `dragoman.event.Place`s.
The rules and their figures: docs/placing.md.
"""

from dragoman.coding.placing.attaching import attach
from dragoman.coding.placing.finding import PlaceWords, countries, places
from dragoman.coding.placing.resolving import resolve

__all__ = ["PlaceWords", "attach", "countries", "places", "resolve"]
