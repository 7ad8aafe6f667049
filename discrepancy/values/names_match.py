"""How two words of names compare: by spelling, sound, known name or alphabet system, in bits."""

from functools import cache, lru_cache
from typing import Literal

import attrs

from discrepancy.language import load_words
from discrepancy.values.names_systems import has_contrast, share_reading
from discrepancy.values.sound import self_bits, sounds_like

__all__ = ["How", "PartMatch", "is_known_given", "match_parts"]

How = Literal["equal", "initial", "nickname", "romanisation", "typo", "sound", "different"]

EQUAL = 7.0  # an equal word: about one person in 130 of a cast shares it by accident
EQUAL_SHORT = 1.1  # bits per letter below the cap: "Li" says less than "Lindqvist"
INITIAL = 2.5  # a fitting initial: one name in six begins with the letter
NICKNAME = 5.0  # short forms are shared by several names ("Alex")
ROMANISATION = 6.0  # two systems that spell the same syllables
TYPO = 4.0  # one slip in a long word
DIFFERENT = -8.0  # the floor: one contradicted word outweighs one equal word
SOUND_TOP = 6.0  # words that only sound alike never weigh as much as equal ones
DEFICIT = 0.85  # bits lost per bit that the alignment falls short of a perfect one
CONTRAST = 4.0  # two valid strings of one system: the difference is meant
TYPO_LENGTH = 5  # below five letters one slip makes another name ("Kim", "Kin")


@attrs.frozen
class PartMatch:
    """The evidence in bits that two words name one person, and the channel that gave it."""

    bits: float
    how: How


@cache
def _groups() -> dict[str, frozenset[int]]:
    from discrepancy.values.names_fold import fold

    groups: dict[str, set[int]] = {}
    for number, line in enumerate(load_words("nicknames")["groups"]):
        for name in line.split():
            groups.setdefault(fold(name).replace("-", ""), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def _known(kind: str) -> frozenset[str]:
    from discrepancy.values.names_fold import fold

    return frozenset(fold(name) for name in load_words("nicknames")[kind])


def is_known_given(word: str) -> bool:
    """Whether a folded word is a given name that the tables know."""
    return word in _groups() or word in _known("men") or word in _known("women")


@lru_cache(maxsize=262144)
def match_parts(left: str, right: str) -> PartMatch:
    """Compare two folded words; the strongest channel speaks, contrasts speak against."""
    if left == right:
        return PartMatch(min(EQUAL, EQUAL_SHORT * (len(left) + 2)), "equal")
    if len(left) == 1 or len(right) == 1:
        fits = left[0] == right[0]
        return PartMatch(INITIAL, "initial") if fits else PartMatch(DIFFERENT, "different")
    candidates = [_match_sound(left, right), _match_spelling(left, right)]
    if _groups().get(left, frozenset()) & _groups().get(right, frozenset()):
        return PartMatch(max(NICKNAME, candidates[0].bits), "nickname")
    if share_reading(left, right):
        return PartMatch(ROMANISATION, "romanisation")
    best = max(candidates, key=lambda match: match.bits)
    bits = best.bits - CONTRAST if has_contrast(left, right) or _are_other_names(left, right) else best.bits
    return PartMatch(max(DIFFERENT, bits), best.how if bits > 0 else "different")


def _match_sound(left: str, right: str) -> PartMatch:
    top = (self_bits(left) + self_bits(right)) / 2
    deficit = top - sounds_like(left, right)
    ceiling = min(SOUND_TOP, top / 2)
    return PartMatch(max(DIFFERENT, ceiling - DEFICIT * deficit), "sound")


def _match_spelling(left: str, right: str) -> PartMatch:
    shorter = min(len(left), len(right))
    if shorter < TYPO_LENGTH:
        return PartMatch(DIFFERENT, "typo")
    from rapidfuzz.distance import OSA  # loaded late: reading names needs no distances

    slips = OSA.distance(_plain(left), _plain(right), score_cutoff=3)
    return PartMatch(TYPO + 0.4 * (shorter - TYPO_LENGTH) - 4.0 * (slips - 1), "typo")


def _plain(word: str) -> str:
    """Undo what a scanner confuses: "rn" for "m", "vv" for "w"."""
    return word.replace("rn", "m").replace("vv", "w")


def _are_other_names(left: str, right: str) -> bool:
    """Whether both words are well-known names and different ones ("Emil", "Elin")."""
    for kind in ("men", "women", "families"):
        if left in _known(kind) and right in _known(kind):
            return True
    return (left in _known("men") and right in _known("women")) or (
        left in _known("women") and right in _known("men")
    )
