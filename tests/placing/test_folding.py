"""Folding: forms of a name that readers take for the same are the same key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.placing.folding import fold


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Erdoğan", "ERDOGAN"),
        ("Kim Jong-un", "Kim  Jong Un"),
        ("Løkke", "Lokke"),
        ("Wałęsa", "Walesa"),
        ("Sa'ar", "Sa’ar"),
        ("J.D. Vance", "JD Vance"),
        ("Yıldırım", "Yildirim"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    ],
)
def test_forms_of_one_name_fold_together(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_different_names_stay_apart() -> None:
    assert len({fold(name) for name in ("Mao", "Ma", "Moon", "Mann")}) == 4


@given(st.text(max_size=60))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
