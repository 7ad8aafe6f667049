"""How much it says that two claims share a word or a name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log2

import attrs

from discrepancy.graph.frames import Frame

__all__ = ["Rarities", "Rarity"]


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
        held: dict[tuple[str, int], set[str]] = {}
        for frame in frames:
            row = held.setdefault((frame.document, frame.event.sentence if frame.event else -1), set())
            row.update(frame.around, frame.named, frame.people, frame.units)
        return cls(Counter(item for row in held.values() for item in row), len(held))

    def __add__(self, other: "Rarity") -> "Rarity":
        """The rarity in the documents of both."""
        return Rarity(self.counts + other.counts, self.sentences + other.sentences)

    def bits(self, item: str) -> float:
        """A share of the information of finding the item in two sentences."""
        total = max(self.sentences, self.FLOOR)
        return self.SHARE * log2(total / min(total, max(1, self.counts[item])))


@attrs.frozen(eq=False)
class Rarities:
    """The rarity within each group of documents: what else is told elsewhere makes no word of a story common."""

    of_group: Mapping[int, Rarity]
    _of_two: dict[tuple[int, int], Rarity] = attrs.field(factory=dict, init=False)

    @classmethod
    def of(cls, frames: Iterable[Frame]) -> "Rarities":
        """Count words and names group by group."""
        rows: dict[int, list[Frame]] = {}
        for frame in frames:
            rows.setdefault(frame.group, []).append(frame)
        return cls({group: Rarity.of(row) for group, row in rows.items()})

    def between(self, left: Frame, right: Frame) -> Rarity:
        """The rarity in the group of two claims, or in the two groups that they belong to."""
        low, high = sorted((left.group, right.group))
        if low == high:
            return self.of_group[low]
        if (low, high) not in self._of_two:
            self._of_two[low, high] = self.of_group[low] + self.of_group[high]
        return self._of_two[low, high]
