"""How two whole names compare: their parts aligned freely, the evidence summed in bits."""

from collections.abc import Iterator
from functools import lru_cache
from math import log2

import attrs

from discrepancy.values.names_fold import Part, split_parts
from discrepancy.values.names_match import PartMatch, match_parts
from discrepancy.values.names_systems import is_east_asian

__all__ = ["Alignment", "align_names"]

LEFT_OVER = -0.9  # a part that one side leaves out: newspapers shorten names all the time
LEFT_OVER_INITIAL = -0.2
MOVED = -0.6  # family name first or last: says little
LEFT_OVER_MOST = -2.0  # long official names leave out many
FURTHER = 1.0  # each further agreeing part
STRONG = 4.0  # parts this near need no other cutting of the words
NOTHING = -8.0  # two names of which one has no part
MAX_PARTS = 8
MOST_JOINED = 2  # "Lien Ho Tsao Pao" has two more parts than "Lianhe Zaobao"


@attrs.frozen
class Pair:
    """Two aligned parts and how they compare."""

    left: Part
    right: Part
    match: PartMatch


@attrs.frozen
class Alignment:
    """The best alignment of two names: ``bits`` of evidence, the pairs, and what stood alone on each side."""

    bits: float
    pairs: tuple[Pair, ...] = ()
    left_over: tuple[Part, ...] = ()
    right_over: tuple[Part, ...] = ()
    moved: bool = False
    joined: bool = False


@lru_cache(maxsize=65536)
def align_names(left: str, right: str) -> Alignment:
    """Align the parts of two names; words may be cut otherwise ("Yu-fen", "Yufen")."""
    first, second = split_parts(left)[:MAX_PARTS], split_parts(right)[:MAX_PARTS]
    if not first or not second:
        return Alignment(NOTHING)
    best = _align(first, second)
    if all(pair.match.bits >= STRONG for pair in best.pairs) and not (best.left_over or best.right_over):
        return best
    if abs(len(first) - len(second)) > MOST_JOINED:
        return best
    for one, other in _other_cuts(first, second):
        candidate = _align(one, other)
        if candidate.bits > best.bits + 1:
            best = attrs.evolve(candidate, joined=True)
    return best


def _other_cuts(
    first: tuple[Part, ...], second: tuple[Part, ...]
) -> Iterator[tuple[tuple[Part, ...], tuple[Part, ...]]]:
    """Yield cuts in which the side with more parts has two of them joined, or both sides all of them."""
    if len(first) > len(second):
        yield from ((one, second) for one in _joinings(first, len(second)))
    elif len(second) > len(first):
        yield from ((first, other) for other in _joinings(second, len(first)))


def _joinings(parts: tuple[Part, ...], wanted: int) -> Iterator[tuple[Part, ...]]:
    """Join neighbours until no more than ``wanted`` parts are left: "Abd al-Aziz", "Jin Ping"."""
    for i in range(len(parts) - 1):
        joined = (*parts[:i], Part(parts[i].text + parts[i + 1].text), *parts[i + 2 :])
        yield joined
        if len(joined) > wanted:
            yield from _joinings(joined, wanted)


def _align(first: tuple[Part, ...], second: tuple[Part, ...]) -> Alignment:
    contrasts = all(
        part.weight < 1 or part.is_initial or is_east_asian(part.text) for part in (*first, *second)
    )
    scored = sorted(
        (
            (-match.bits * min(a.weight, b.weight), abs(i - j), i, j, match)
            for i, a in enumerate(first)
            for j, b in enumerate(second)
            for match in (_match(a, b, contrasts=contrasts),)
        ),
        key=lambda row: row[:4],
    )
    used_left: dict[int, int] = {}
    used_right: set[int] = set()
    pairs = []
    for _, _, i, j, match in scored:
        if i not in used_left and j not in used_right:
            used_left[i] = j
            used_right.add(j)
            pairs.append((i, Pair(first[i], second[j], match)))
    ordered = [used_left[i] for i in sorted(used_left)]
    moved = ordered != sorted(ordered)
    left_over = tuple(part for i, part in enumerate(first) if i not in used_left)
    right_over = tuple(part for j, part in enumerate(second) if j not in used_right)
    found = tuple(pair for _, pair in sorted(pairs, key=lambda row: row[0]))
    return Alignment(_sum(found, left_over + right_over, moved), found, left_over, right_over, moved)


def _match(left: Part, right: Part, *, contrasts: bool) -> PartMatch:
    if left.weight < 1 and right.weight < 1:
        return PartMatch(8.0 if left.text == right.text else 3.0, "equal")
    return match_parts(left.text, right.text, contrasts=contrasts)


def _sum(pairs: tuple[Pair, ...], over: tuple[Part, ...], moved: bool) -> float:
    """Join the evidence: one person needs every pair to agree, so the weakest pair decides.

    The odds against add up over the pairs (a soft minimum); more agreeing pairs add a little.
    """
    doubt = 0.0
    support = 0.0
    for pair in pairs:
        weight = min(pair.left.weight, pair.right.weight)
        doubt += 2.0 ** -(pair.match.bits * weight if weight < 1 and pair.match.bits < 0 else pair.match.bits)
        if pair.match.bits > 0 and weight == 1:
            support += 1
    shortened = sum((LEFT_OVER_INITIAL if part.is_initial else LEFT_OVER) * part.weight for part in over)
    more = FURTHER * max(0.0, support - 1)
    return more - log2(doubt) + max(shortened, LEFT_OVER_MOST) + (MOVED if moved else 0.0)
