"""Which documents are copies of one text: wire copy is printed by many and counts as one source."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

import attrs

from discrepancy.model.text import Document

__all__ = ["Sources", "find_sources"]

SHINGLE = 5  # words
# Share of the shorter text's shingles that stand in the longer one; independent reports of one event stay far below.
COPIED = 0.5
COMMON = 25  # a shingle in more documents than this is boilerplate and pairs nobody


@attrs.frozen(eq=False)
class Sources:
    """For each document the number of the independent source that it belongs to."""

    source_of: dict[str, int]

    def count(self, documents: Iterable[str]) -> int:
        """How many independent sources stand behind some documents."""
        return len({self.source_of[d] for d in documents})

    def copies(self, documents: Iterable[str]) -> bool:
        """Whether some of these documents are copies of one another."""
        listed = set(documents)
        return self.count(listed) < len(listed)


def find_sources(documents: Sequence[Document]) -> Sources:
    """Join documents of which one holds at least half of the other's five-word runs."""
    shingles = [shingles_of(d) for d in documents]
    holders: dict[bytes, list[int]] = defaultdict(list)
    for i, row in enumerate(shingles):
        for shingle in row:
            holders[shingle].append(i)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for together in holders.values():
        if 1 < len(together) <= COMMON:
            for n, i in enumerate(together):
                for j in together[n + 1 :]:
                    shared[i, j] += 1
    source = list(range(len(documents)))
    for (i, j), count in sorted(shared.items()):
        if count / max(1, min(len(shingles[i]), len(shingles[j]))) >= COPIED:
            low, high = sorted((source[i], source[j]))
            source = [low if s == high else s for s in source]
    return Sources({d.id: source[i] for i, d in enumerate(documents)})


def shingles_of(document: Document) -> set[bytes]:
    """The five-word runs of the telling parts of a document, as short hashes."""
    found: set[bytes] = set()
    telling = [document.text[b.start : b.end] for b in document.blocks if b.kind in {"body", "caption"}]
    for text in telling if document.blocks else [document.text]:
        words = text.lower().split()
        for i in range(len(words) - SHINGLE + 1):
            run = " ".join(words[i : i + SHINGLE])
            found.add(blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return found
