"""How two words of names compare: by spelling, sound, known name or alphabet system, in bits."""

from functools import cache, lru_cache
from typing import Literal

import attrs

from discrepancy.language import load_words
from discrepancy.values.names_fold import fold
from discrepancy.values.names_slips import count_slips, is_respelling, is_slip
from discrepancy.values.names_systems import compare_readings
from discrepancy.values.sound import compare_sounds, self_bits, skeletons

__all__ = [
    "How",
    "PartMatch",
    "is_known_family",
    "is_known_given",
    "is_other_name",
    "match_parts",
    "nickname_groups",
    "sounds_close",
]

How = Literal["equal", "initial", "nickname", "romanisation", "typo", "sound", "contrast", "different"]

EQUAL = 7.0  # an equal word: about one person in 130 of a cast shares it by accident
INITIAL = 4.5  # a fitting initial: one name in twenty has it, and writers shorten on purpose
NICKNAME = 6.0  # short forms are shared by several names ("Alex")
ROMANISATION = 7.0  # two systems that spell the same syllables
AMBIGUOUS = 2.5  # the same, but each is also another name in one system ("Chang", "Zhang")
DIFFERENT = -8.0  # the floor: one contradicted word outweighs one equal word
SOUND_TOP = 6.0  # words that only sound alike never weigh as much as equal ones
DEFICIT = 0.6  # bits lost per bit that the alignment falls short of a perfect one
EASE = 0.22  # share of a perfect alignment that a transliteration may lose without loss
CONTRAST = 6.0  # two valid strings of one system: the difference is meant
OTHER_NAME = 6.0  # two well-known names: whoever writes one does not mean the other
TWIN = -6.0  # "Mario" and "Maria": the ending tells another person


@attrs.frozen
class PartMatch:
    """The evidence in bits that two words name one person, and the channel that gave it."""

    bits: float
    how: How


_DIFFERENT = PartMatch(DIFFERENT, "different")


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(load_words("nicknames")["groups"]):
        for name in line.split():
            groups.setdefault(fold(name).replace("-", ""), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(fold(name) for name in load_words("nicknames")[kind])


def nickname_groups(word: str) -> frozenset[int]:
    """Return the numbers of the given names of which a folded word is a form."""
    return _groups().get(word, frozenset())


def is_known_given(word: str) -> bool:
    """Whether a folded word is a given name that the tables know."""
    return word in _groups() or word in _known("men") or word in _known("women")


@cache
def _family_endings() -> tuple[str, ...]:
    return tuple(fold(ending) for ending in load_words("nicknames")["family_endings"])


@lru_cache(maxsize=16384)
def is_known_family(word: str) -> bool:
    """Whether a folded word is a family name that the tables know, or ends as family names do."""
    return word in _known("families") or (len(word) > 4 and word.endswith(_family_endings()))


@lru_cache(maxsize=262144)
def match_parts(left: str, right: str, *, contrasts: bool = True) -> PartMatch:
    """Compare two folded words; the strongest channel speaks, contrasts speak against.

    ``contrasts``: both names are well-formed in a spelling system of East Asia, so that it decides.
    """
    if left == right:
        return PartMatch(EQUAL, "equal")
    if len(left) == 1 or len(right) == 1:
        return PartMatch(INITIAL, "initial") if left[0] == right[0] else _DIFFERENT
    if nickname_groups(left) & nickname_groups(right):
        return PartMatch(NICKNAME, "nickname")
    if is_respelling(left, right):
        return PartMatch(ROMANISATION, "romanisation")
    readings = compare_readings(left, right)
    if readings == "same":
        return PartMatch(ROMANISATION, "romanisation")
    if _are_twins(left, right):
        return PartMatch(TWIN, "contrast")
    sound, spelling = _sound(left, right), count_slips(left, right)
    slipped = spelling > sound or (spelling > 0 and is_slip(left, right))
    best = PartMatch(max(sound, spelling), "typo" if slipped else "sound")
    if readings == "ambiguous":
        return PartMatch(AMBIGUOUS, "romanisation")
    if contrasts and readings == "contrast" and not (is_known_given(left) or is_known_given(right)):
        return PartMatch(max(DIFFERENT, sound - CONTRAST), "contrast")
    if _are_other_names(left, right):
        bits = max(DIFFERENT, best.bits - OTHER_NAME)
        return PartMatch(bits, "sound" if sounds_close(left, right) else "contrast")
    return best if best.bits > 0 else PartMatch(max(DIFFERENT, best.bits), "different")


def is_other_name(left: str, right: str) -> bool:
    """Whether two folded words are known as the names of two people ("Erik", "Erin"; "Mario", "Maria")."""
    if left == right or nickname_groups(left) & nickname_groups(right):
        return False
    return _are_twins(left, right) or _are_other_names(left, right)


def sounds_close(left: str, right: str) -> bool:
    """Whether two folded words begin alike and have the same classes of consonants in the same order."""
    return left[0] == right[0] and not skeletons(left).isdisjoint(skeletons(right))


def _sound(left: str, right: str) -> float:
    top = (self_bits(left) + self_bits(right)) / 2
    deficit = max(0.0, top * (1 - EASE) - compare_sounds(left, right))
    return max(DIFFERENT, SOUND_TOP - DEFICIT * deficit)


def _are_other_names(left: str, right: str) -> bool:
    """Whether both words are well-known names and different ones ("Erik", "Erin")."""
    both_given = is_known_given(left) and is_known_given(right)
    return both_given or (left in _known("families") and right in _known("families"))


def _are_twins(left: str, right: str) -> bool:
    """Whether two given names differ by the ending that tells men from women ("Paul", "Paula")."""
    if not (is_known_given(left) or is_known_given(right)):
        return False
    shorter, longer = sorted((left, right), key=len)
    if is_known_given(shorter) and longer in (
        shorter + "a",
        shorter + "e",
        shorter + "ine",
        shorter + "ina",
        shorter + "ette",
    ):
        return True
    return left[:-1] == right[:-1] and {left[-1], right[-1]} in (
        {"o", "a"},
        {"e", "a"},
        {"i", "a"},
        {"y", "a"},
    )
