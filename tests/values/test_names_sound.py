"""Sound alone orders spellings of one name before other names."""

import pytest

from discrepancy.values.names import rough_keys, sound_keys, sounds_like
from discrepancy.values.sound import self_bits, spelling_units


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("gaddafi", ("qaddafi", "kadhafi", "khadafi"), ("gadot", "haddad", "adelphi")),
        ("tchaikovsky", ("chaikovskii", "tschaikowski"), ("tarkovsky", "malinovsky")),
        ("xiang", ("shyang", "hsiang", "siang"), ("wang", "liang", "diaz")),
        ("zhukov", ("joukov", "jukov", "zhoukow"), ("kulikov", "sokolov")),
        ("qin", ("keane", "chen", "chin", "ch'in", "tsin", "kin"), ("wang", "cohen", "kim", "li", "xi")),
        ("yusuf", ("youssef", "iusuf"), ("yunus", "yasir")),
    ],
)
def test_spellings_of_one_sound_come_first(word: str, near: tuple[str, ...], far: tuple[str, ...]) -> None:
    assert min(sounds_like(word, other) for other in near) > max(sounds_like(word, other) for other in far)


def test_a_word_sounds_most_like_itself() -> None:
    words = ("lebedev", "okafor", "sandoval", "qiu", "brandt")

    for word in words:
        assert sounds_like(word, word) == pytest.approx(self_bits(word))
        assert all(sounds_like(word, other) < self_bits(word) for other in words if other != word)


def test_doubled_letters_are_one_sound() -> None:
    assert spelling_units("hassan") == spelling_units("hasan")


@pytest.mark.parametrize(
    ("left", "right"), [("qaddafi", "kadhafi"), ("xiang", "hsiang"), ("cheung", "zhang"), ("george", "jorge")]
)
def test_spellings_of_one_sound_share_a_blocking_key(left: str, right: str) -> None:
    assert sound_keys(left) & sound_keys(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Catherine", "Katherine"),
        ("Bob", "Robert"),
        ("Tony", "Antony"),
        ("Yusuf", "Jussef"),
        ("Lavrovsky", "Lavrovskiy"),
    ],
)
def test_parts_that_may_be_one_share_a_rough_key(left: str, right: str) -> None:
    assert rough_keys(left) & rough_keys(right)


def test_unlike_parts_share_no_rough_key() -> None:
    assert not rough_keys("Lund") & rough_keys("Merrow")
