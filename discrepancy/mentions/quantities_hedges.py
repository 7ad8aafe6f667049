"""Words that bound or blur a number, and the range they leave."""

from collections.abc import Mapping
from functools import cache

import attrs

from discrepancy.language import load_words
from discrepancy.mentions.quantities_lexicon import Phrases, arrange_phrases
from discrepancy.mentions.quantities_tokens import Tokens
from discrepancy.values.quantities import Bound

__all__ = ["Hedge", "Range", "bound_range", "read_hedge_after", "read_hedge_before"]


@attrs.frozen(kw_only=True)
class Hedge:
    """A hedge and how far it lets a number reach; widths are shares of the number.

    ``above`` is infinite for an open end; ``strict`` excludes the number itself; ``least`` is the smallest
    width for counts.
    """

    bound: Bound
    below: float = 0.0
    above: float = 0.0
    strict: bool = False
    least: float = 0.0


@attrs.frozen(kw_only=True)
class Range:
    """The numbers that words allow; ``None`` is an open end."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


@cache
def _load_hedges() -> tuple[
    Mapping[tuple[str, ...], Hedge], Phrases, Mapping[tuple[str, ...], Hedge], Phrases
]:
    before: dict[tuple[str, ...], Hedge] = {}
    after: dict[tuple[str, ...], Hedge] = {}
    for row in load_words("hedges")["hedge"]:
        above = row.get("above", 0.0)
        hedge = Hedge(
            bound=row["bound"],
            below=row.get("below", 0.0),
            above=float("inf") if above == "open" else above,
            strict=row.get("strict", False),
            least=row.get("least", 0.0),
        )
        before.update({_cut(phrase): hedge for phrase in row["words"]})
        after.update({_cut(phrase): hedge for phrase in row.get("after", ())})
    # Hedges before a number are looked up from their last word.
    reversed_phrases = arrange_phrases([phrase[::-1] for phrase in before])
    return before, reversed_phrases, after, arrange_phrases(after)


def _cut(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").replace(".", " .").split())


def read_hedge_before(tokens: Tokens, start: int, floor: int) -> tuple[Hedge, int] | None:
    """Return the longest hedge that ends before token ``start`` and its first token, not before ``floor``."""
    hedges, by_last, _, _ = _load_hedges()
    if start <= floor:
        return None
    for backwards in by_last.get(tokens.words[start - 1], ()):
        phrase = backwards[::-1]
        first = start - len(phrase)
        if first >= floor and tokens.matches(first, phrase):
            return hedges[phrase], first
    return None


def read_hedge_after(tokens: Tokens, end: int) -> tuple[Hedge, int] | None:
    """Return the hedge that begins at token ``end`` ("or so", "or more") and the token after it."""
    _, _, hedges, by_first = _load_hedges()
    at = tokens.skip_hyphen(end)
    for phrase in by_first.get(tokens.words[at], ()):
        if tokens.matches(at, phrase):
            return hedges[phrase], at + len(phrase)
    return None


def _reach(share: float, value: float, hedge: Hedge, unit: str) -> float:
    """How far a hedge lets a value go to one side."""
    if not share:
        return 0.0
    absolute = load_words("hedges")["absolute"].get(unit)
    if absolute is not None:
        return float(absolute)
    return max(share * abs(value), hedge.least if unit == "count" else 0.0)


def bound_range(low: float, high: float, hedge: Hedge | None, *, unit: str) -> Range:
    """Return the range of ``low`` to ``high`` (one number: both the same) under ``hedge``."""
    if hedge is None or hedge.bound in ("exact", "further"):
        return Range(low=low, high=high)
    below, above = _reach(hedge.below, low, hedge, unit), _reach(hedge.above, high, hedge, unit)
    if hedge.below >= 1.0:
        # Temperatures go below nothing; all else ends there.
        is_open = high <= 0 or unit in ("celsius", "degree")
        return Range(low=None if is_open else 0.0, high=high, low_open=not is_open, high_open=hedge.strict)
    if hedge.above == float("inf"):
        return Range(low=low, high=None, low_open=hedge.strict)
    return Range(
        low=low - below,
        high=high + above,
        low_open=hedge.strict and not below,
        high_open=hedge.strict and not above,
    )
