"""How alike texts are: signatures never change, likeness is Jaccard's."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.likeness import BANDS, bands, likeness, shingles
from record.samples import body

FIRST = (1448020374838207345, 15853213116486967360)


def test_signatures_are_the_same_for_ever() -> None:
    made = bands(shingles("The envoys met at the ridge and agreed to open the ferry in spring."))
    assert len(made) == BANDS
    assert made[:2] == FIRST


def test_edited_copies_share_a_band_and_other_articles_do_not() -> None:
    for number in range(50):
        one = shingles(body(number, words=300))
        copy = shingles("Update: " + body(number, words=300) + " Reporting by our own staff.")
        assert likeness(one, copy) > 0.9
        assert set(bands(one)) & set(bands(copy))
        other = shingles(body(number + 1000, words=300))
        assert likeness(one, other) < 0.3


def test_case_and_punctuation_do_not_count() -> None:
    assert shingles("Envoys met; at the Ridge!") == shingles("envoys met at the ridge")


@given(st.text(max_size=200))
def test_any_text_has_a_signature_of_64_bits(text: str) -> None:
    found = shingles(text)
    assert found
    assert all(0 <= band < 1 << 64 for band in bands(found))
    assert likeness(found, found) == 1
