"""Slips of the finger and of the scanner: how likely one word is a misspelling of another."""

__all__ = ["count_slips", "is_respelling", "is_slip"]

SLIP_LENGTH = 5  # below five letters one slip makes another name ("Kim", "Kin")
SLIP = 2.0  # one slip in a word of five letters, against two names that are alike by accident
PER_LETTER = 0.6  # each further letter that agrees
SECOND = 4.5  # each further slip
FIRST_LETTER = 3.0  # writers seldom miss the first letter
NATURAL = 2.0  # a doubled or single letter, a turned pair, what a scanner confuses: no other name looks so
_MOST_MARKS = 2
_SHORTEST_MARKED = 4  # letters: "Zhu" and "Zhou" are two names
NEVER = -8.0
_SCANNED = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("1", "l"))


# What newspapers write for a letter with a mark: German umlauts, Scandinavian letters, Japanese long vowels.
_MARKED = (
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("aa", "a"),
    ("ou", "o"),
    ("uu", "u"),
    ("oo", "o"),
    ("oh", "o"),
)


def is_respelling(left: str, right: str) -> bool:
    """Whether two folded words differ only in how a marked vowel is written ("Mueller", "Muller")."""
    if abs(len(left) - len(right)) > _MOST_MARKS or min(len(left), len(right)) < _SHORTEST_MARKED:
        return False
    return any(left.replace(long, short) == right.replace(long, short) for long, short in _MARKED)


def count_slips(left: str, right: str) -> float:
    """Return the evidence in bits that two folded words are one with slips between; at least -8."""
    shorter = min(len(left), len(right))
    if shorter < SLIP_LENGTH:
        return NEVER
    from rapidfuzz.distance import OSA  # loaded late: reading names needs no distances

    slips = OSA.distance(left, right, score_cutoff=3)
    if slips > 3:
        return NEVER
    natural = _is_natural(left, right)
    slips = 1 if natural else slips
    bits = SLIP + PER_LETTER * (shorter - SLIP_LENGTH) - SECOND * (slips - 1) + (NATURAL if natural else 0.0)
    return max(NEVER, bits - (FIRST_LETTER if left[0] != right[0] else 0.0))


def is_slip(left: str, right: str) -> bool:
    """Whether a turned pair of letters, or what a scanner confuses, is all that two words differ by."""
    return _is_natural(left, right) and _without_doubles(left) != _without_doubles(right)


def _is_natural(left: str, right: str) -> bool:
    if _without_doubles(left) == _without_doubles(right):
        return True
    if len(left) == len(right) and sorted(left) == sorted(right):
        apart = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
        return len(apart) == 2 and apart[1] == apart[0] + 1
    return any(left.replace(a, b) == right.replace(a, b) for a, b in _SCANNED)


def _without_doubles(word: str) -> str:
    return "".join(letter for i, letter in enumerate(word) if not i or letter != word[i - 1])
