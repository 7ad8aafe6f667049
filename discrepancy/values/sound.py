"""How alike two words sound, in bits: spelling units aligned with costs learned as log-odds.

A word is cut into spelling units that tend to stand for one sound ("sh", "kh", "ou", final "e").  The bits of
two units are log2 p(a, b) / (p(a) p(b)) over aligned transliteration pairs: how much more often they answer
each other in two spellings of one name than by accident.  A unit may answer nothing.  Ambiguity lies in the
numbers: "q" answers both "k" (a reader's guess) and "ch" (pinyin).
"""

from functools import lru_cache

from discrepancy.language import load_words

__all__ = ["compare_sounds", "keys_of_sound", "self_bits", "skeletons", "spelling_units"]

Unit = int
GAP = 0

# The consonant classes of the blocking keys: what transliterations confuse falls together.
_CLASSES = {
    **dict.fromkeys("pbfvw", "P"),
    **dict.fromkeys("dtszj", "T"),
    **dict.fromkeys("kgqx", "K"),
    **dict.fromkeys("mn", "N"),
    **dict.fromkeys("rl", "R"),
}
# Letters that belong to two classes: "c", "x", "q", "j", "g", "h" change sides between alphabets.
_AMBIGUOUS = {"c": "TK", "x": "TK", "q": "TK", "j": "TK", "g": "TK", "w": "P_", "h": "K_"}
_MAX_KEYS = 8  # more expansions cost more candidates than they find
LONGEST_SKELETON = 8  # classes; hardly a word has more
KEY_LENGTH = 3  # recall .96 of Chinese tokens and garbles at 1/38 of the candidates


class _Table:
    """The learned costs, read once: unit numbers and the bits of each pair of units."""

    def __init__(self) -> None:
        words = load_words("sound")
        self.units: dict[str, Unit] = {unit: i for i, unit in enumerate(words["units"])}
        self.longest = max(len(unit.rstrip("$")) for unit in self.units)
        scale: float = words["scale"]
        size = len(self.units)
        self.bits = [[0.0] * size for _ in range(size)]
        for unit, row in words["bits"].items():
            i = self.units[unit]
            for j, value in enumerate(row):
                self.bits[i][j] = self.bits[j][i] = value * scale


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()


@lru_cache(maxsize=65536)
def spelling_units(word: str) -> tuple[Unit, ...]:
    """Cut a folded word (lower-case ASCII letters) into the numbers of its spelling units, longest first."""
    table = _table()
    units: list[Unit] = []
    position = 0
    while position < len(word):
        for length in range(min(table.longest, len(word) - position), 0, -1):
            piece = word[position : position + length]
            final = position + length == len(word) and position > 0
            unit = table.units.get(piece + "$") if final else None
            unit = table.units.get(piece) if unit is None else unit
            if unit is not None:
                if length > 1 or not units or units[-1] != unit:  # a doubled letter is one sound
                    units.append(unit)
                break
        position += length
    return tuple(units)


@lru_cache(maxsize=65536)
def self_bits(word: str) -> float:
    """The bits that a folded word scores against itself: the most it can have."""
    bits = _table().bits
    return sum(bits[unit][unit] for unit in spelling_units(word))


@lru_cache(maxsize=262144)
def compare_sounds(left: str, right: str) -> float:
    """Return the evidence in bits that two folded words are one word by sound alone; above 0 speaks for it.

    Best alignment of spelling units; symmetric.  A word against itself has ``self_bits``.  The table says how
    its costs were made (``language/en/sound.toml``).
    """
    first, second = spelling_units(left), spelling_units(right)
    bits = _table().bits
    gap = bits[GAP]
    row = [0.0]
    for b in second:
        row.append(row[-1] + gap[b])
    for a in first:
        costs, skip = bits[a], gap[a]
        diagonal = row[0]
        here = diagonal + skip
        new = [here]
        for j, b in enumerate(second, 1):
            above = row[j]
            best = diagonal + costs[b]
            up = above + skip
            if up > best:
                best = up
            here += gap[b]
            if best > here:
                here = best
            new.append(here)
            diagonal = above
        row = new
    return row[-1]


@lru_cache(maxsize=65536)
def keys_of_sound(word: str) -> frozenset[str]:
    """Return the blocking keys of a folded word: two words that may sound alike share one.

    The first three consonant classes, letters of two classes expanded, and the first two letters.
    """
    return skeletons(word, KEY_LENGTH) | {word[:2]}


@lru_cache(maxsize=65536)
def skeletons(word: str, length: int = LONGEST_SKELETON) -> frozenset[str]:
    """Return the strings of consonant classes that a folded word can stand for, cut at ``length``."""
    keys = {""}
    previous = ""
    for letter in word:
        classes = _AMBIGUOUS.get(letter) or _CLASSES.get(letter)
        if classes and letter != previous:
            longer = {
                key if len(key) >= length or c == "_" or key.endswith(c) else key + c
                for key in keys
                for c in classes
            }
            keys = set(sorted(longer)[:_MAX_KEYS])
        previous = letter
    return frozenset(keys)
