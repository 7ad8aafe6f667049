"""How much it says that two claims share a word or a name."""

from collections import Counter
from collections.abc import Iterable
from math import log2

import attrs

from discrepancy.graph.frames import Frame

__all__ = ["Rarity"]


@attrs.frozen
class Rarity:
    """How much it says that two claims share a word or a name: less, the more sentences hold it."""

    counts: Counter[str]
    sentences: int

    # Two short texts give no frequencies; news prose of this many sentences is assumed behind them.
    FLOOR = 64
    SHARE = 0.3

    @classmethod
    def of(cls, frames: Iterable[Frame]) -> "Rarity":
        """Count the sentences that hold each word and each name."""
        held: dict[tuple[str, int], frozenset[str]] = {}
        for frame in frames:
            key = (frame.document, frame.event.sentence if frame.event else -1)
            held[key] = held.get(key, frozenset()) | frame.around | frame.named | frame.people | frame.units
        return cls(Counter(item for row in held.values() for item in row), len(held))

    def bits(self, item: str) -> float:
        """A share of the information of finding the item in two sentences."""
        total = max(self.sentences, self.FLOOR)
        return self.SHARE * log2(total / min(total, max(1, self.counts[item])))
