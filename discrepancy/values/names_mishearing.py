"""How much of one full name is left in another that may be the same one, misheard or miswritten in several letters.

Two people of one story who are called nearly alike are mostly of one family; where the family names differ too,
one of both names is mostly a slip.
"""

from functools import lru_cache

import attrs

from discrepancy.values.names import Name
from discrepancy.values.names_match import is_other_name
from discrepancy.values.names_score import Alignment, Pair, align_names
from discrepancy.values.names_systems import is_east_asian
from discrepancy.values.sound import compare_sounds

__all__ = ["Mishearing", "compare_letters", "sound_alike"]

FEMININE = ("a", "ova", "eva", "ina", "aya", "ska")  # a wife or a sister bears the name so

# Bits of sound in each part from which both are one name by ear: among a hundred thousand pairs of people of
# fifty stories no two others that begin alike in both parts come above 4.
EAR = 6.0


@attrs.frozen
class Mishearing:
    """The share of the letters that two full names have in common: in all parts together, and in the worst part."""

    whole: float
    worst: float


@lru_cache(maxsize=65536)
def compare_letters(left: Name, right: Name) -> Mishearing | None:
    """How alike two full names are by their letters; ``None`` where they cannot be one name misheard.

    So it is with two members of a family, two names that are both well known, and the short syllables of East
    Asia, of which each is another name.
    """
    first, second = sorted((" ".join(left.parts), " ".join(right.parts)))
    found = align_names(first, second)
    if not can_be_slip(found):
        return None
    kept = [(share(pair), size(pair)) for pair in found.pairs]
    total = sum(weight for _, weight in kept)
    return Mishearing(sum(part * weight for part, weight in kept) / total, min(part for part, _ in kept))


@lru_cache(maxsize=65536)
def sound_alike(left: Name, right: Name, *, in_all: bool = True) -> bool:
    """Whether two full names are alike by ear in every part; ``in_all``: and spelled in other letters in each."""
    first, second = sorted((" ".join(left.parts), " ".join(right.parts)))
    found = align_names(first, second)
    if not can_be_slip(found):
        return False
    equal = [pair.left.text == pair.right.text for pair in found.pairs]
    heard = all(same or is_heard(pair) for same, pair in zip(equal, found.pairs, strict=True))
    return heard and not (in_all and any(equal))


def is_heard(pair: Pair) -> bool:
    """Whether one part of a name is another one by ear."""
    one, other = pair.left.text, pair.right.text
    return one[0] == other[0] and compare_sounds(one, other) >= EAR


def can_be_slip(found: Alignment) -> bool:
    """Whether the parts of two names answer each other one by one, with different family names."""
    if found.moved or found.left_over or found.right_over or len(found.pairs) < 2:
        return False
    if any(pair.left.is_initial or pair.right.is_initial or are_other(pair) for pair in found.pairs):
        return False
    family = found.pairs[-1]
    if family.left.text == family.right.text or are_relatives(family):
        return False
    return not all(is_east_asian(part.text) for pair in found.pairs for part in (pair.left, pair.right))


def are_other(pair: Pair) -> bool:
    """Whether two parts are known as two names."""
    return is_other_name(pair.left.text, pair.right.text)


def are_relatives(pair: Pair) -> bool:
    """Whether one family name is the other one as a woman bears it ("Novak", "Novakova")."""
    short, long = sorted((pair.left.text, pair.right.text), key=len)
    return any(long in (short + ending, short[:-1] + ending) for ending in FEMININE)


def share(pair: Pair) -> float:
    """The share of the letters that two parts keep."""
    from rapidfuzz.distance import OSA  # loaded late: reading names needs no distances

    return OSA.normalized_similarity(pair.left.text, pair.right.text)


def size(pair: Pair) -> int:
    """The letters of the longer part."""
    return max(len(pair.left.text), len(pair.right.text))
