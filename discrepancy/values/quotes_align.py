"""Which words of two quotations answer each other: local alignment of words (Smith and Waterman 1981)."""

import itertools
from collections.abc import Sequence

import attrs

from discrepancy.values.quotes_words import Word

__all__ = ["Stretch", "align_words", "words_before", "words_behind"]

# A match earns a little for any word and the word's own weight; what differs costs less than that.
MATCH, MISMATCH, GAP = 0.6, -0.5, -0.4
# Longer quotations are speeches; their first words are compared.
LONGEST = 300
# A rest of so few words may have been moved.
TAIL = 3
NO_MOVE, DIAGONAL, UP, LEFT = range(4)


@attrs.frozen
class Stretch:
    """Words of the left and of the right quotation that answer each other, as half-open ranges of places."""

    left: tuple[int, int]
    right: tuple[int, int]


def align_words(left: Sequence[Word], right: Sequence[Word]) -> tuple[Stretch, ...]:
    """Align two quotations and cut what they share where both begin a new sentence."""
    left, right = left[:LONGEST], right[:LONGEST]
    pairs = matched_pairs(left, right)
    if not pairs:
        return ()
    start = widened_start(left, right, pairs[0])
    end = widened_end(left, right, pairs[-1])
    cuts = [start]
    for (i, j), (k, m) in itertools.pairwise(pairs):
        one = next((n for n in range(i + 1, k + 1) if left[n].opens), None)
        other = next((n for n in range(j + 1, m + 1) if right[n].opens), None)
        if one is not None and other is not None:
            cuts.append((one, other))
    cuts.append(end)
    return tuple(Stretch((a[0], b[0]), (a[1], b[1])) for a, b in itertools.pairwise(cuts))


def matched_pairs(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[int, int]]:
    """The places of equal words on the best local path."""
    width = len(right) + 1
    above = [0.0] * width
    moves: list[bytearray] = []
    best, at = 0.0, (0, 0)
    for i, one in enumerate(left):
        row = [0.0] * width
        move = bytearray(width)
        for j, other in enumerate(right, 1):
            step = MATCH + one.weight if one.key == other.key else MISMATCH
            score, kind = 0.0, NO_MOVE
            for value, way in (
                (above[j - 1] + step, DIAGONAL),
                (above[j] + GAP, UP),
                (row[j - 1] + GAP, LEFT),
            ):
                if value > score:
                    score, kind = value, way
            row[j], move[j] = score, kind
            if score > best:
                best, at = score, (i, j)
        moves.append(move)
        above = row
    return traced_back(left, right, moves, at) if best > 0 else []


def traced_back(
    left: Sequence[Word], right: Sequence[Word], moves: list[bytearray], at: tuple[int, int]
) -> list[tuple[int, int]]:
    """Follow the moves back from the best cell and keep the equal words."""
    i, j = at
    pairs: list[tuple[int, int]] = []
    while i >= 0 and j > 0 and moves[i][j] != NO_MOVE:
        move = moves[i][j]
        if move == DIAGONAL:
            if left[i].key == right[j - 1].key:
                pairs.append((i, j - 1))
            i, j = i - 1, j - 1
        elif move == UP:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def widened_start(left: Sequence[Word], right: Sequence[Word], first: tuple[int, int]) -> tuple[int, int]:
    """Take in the words before the first match where both sentences have some; a part cut off is none."""
    i, j = first
    room = min(words_before(left, i), words_before(right, j))
    if room == 0:
        return i, j
    return (
        (i - words_before(left, i), j - words_before(right, j))
        if near(left, right, i, j)
        else (i - room, j - room)
    )


def near(left: Sequence[Word], right: Sequence[Word], i: int, j: int) -> bool:
    """Whether both sentences begin shortly before a pair of words, about equally far."""
    return abs(words_before(left, i) - words_before(right, j)) <= 2


def words_before(words: Sequence[Word], at: int) -> int:
    """How many words of its sentence stand before a word."""
    count = 0
    while at - count > 0 and not words[at - count].opens:
        count += 1
    return count


def widened_end(left: Sequence[Word], right: Sequence[Word], last: tuple[int, int]) -> tuple[int, int]:
    """Take in the words after the last match where both sentences have some."""
    i, j = last[0] + 1, last[1] + 1
    after = words_behind(left, i), words_behind(right, j)
    room = min(after)
    if not room and 0 < max(after) <= TAIL:
        return moved_end(left, right, (i, j), after)
    if room and abs(after[0] - after[1]) <= 2:
        return i + after[0], j + after[1]
    return i + room, j + room


def moved_end(
    left: Sequence[Word], right: Sequence[Word], end: tuple[int, int], after: tuple[int, int]
) -> tuple[int, int]:
    """Take in a short rest of one side that the other has further up ("pitch of grass", "grass pitch")."""
    i, j = end
    rest = [*left[i : i + after[0]], *right[j : j + after[1]]]
    body = {w.key for w in (right[:j] if after[0] else left[:i])}
    moved = any(w.is_content and w.key in body for w in rest)
    return (i + after[0], j + after[1]) if moved else end


def words_behind(words: Sequence[Word], at: int) -> int:
    """How many words of the sentence are left from a place on."""
    count = 0
    while at + count < len(words) and not words[at + count].opens:
        count += 1
    return count
