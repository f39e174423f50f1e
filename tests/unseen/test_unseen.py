"""What holds on tables that nothing was made by; floors a row or two under what was measured, and only to be raised."""

import pytest

from unseen.measure import Share, shares

FLOORS = {
    "country": 0.98, "country and sector": 0.96, "nobody": 0.98, "act told": 0.92, "date": 0.95, "place": 0.95,
    "status": 0.98, "voice": 0.97,
}  # fmt: skip


@pytest.fixture(scope="module")
def measured() -> dict[str, Share]:
    return shares()


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_floors(measured: dict[str, Share], name: str, floor: float) -> None:
    assert measured[name].part >= floor


def test_every_share_has_a_floor(measured: dict[str, Share]) -> None:
    assert set(measured) == set(FLOORS)
    assert all(share.of > 100 for share in measured.values())
