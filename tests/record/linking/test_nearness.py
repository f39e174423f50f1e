"""A suburb is its town; what is no point is nowhere."""

import pytest

from dragoman.record.linking.nearness import near_by
from dragoman.record.linking.traits import traits
from reports import report


@pytest.mark.parametrize(
    ("latitude", "longitude", "near"),
    [(0.35, 32.6, True), (2.77, 32.3, False), (None, 32.6, None), (0.32, 392.58, True)],
)
def test_near(latitude: float | None, longitude: float, near: bool | None) -> None:
    found = near_by(traits(report()), traits(report("ev-2", latitude=latitude, longitude=longitude)))
    assert found is near
