"""How alike articles are in their words, and which of a mixed pile tell of one thing by that alone.

Words are weighed by their rarity among the neighbours of an article, not in the whole pile: among articles
about earthquakes the word "earthquake" tells nothing.  Clusters are joined by the average of their links.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from heapq import heapify, heappop, heappush
from itertools import combinations
from math import log, log1p, sqrt

from discrepancy.language import load_words
from discrepancy.model.text import Block, Document

__all__ = ["FEW", "joined", "likenesses", "pile_clusters"]

Pair = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*\d|\d")
ENDING = re.compile(r"(?<=\w{2})(?:ing|ed|es|s)$")
SHORT = 4  # letters; words up to here keep their endings
TITLE, CAPITAL, FIGURE = 2.0, 2.0, 1.5  # weights of words in the title, of names, and of figures
FEW = 10  # fewer articles than this give no frequencies of words
BEHIND = 64  # so many articles are then assumed behind them
CROWD = 100  # a word of more articles than this tells little, and pairing by it would cost the square
ALIKE, ALIKE_FEW = 0.095, 0.2  # cosines above which two articles attract each other
DEPTH = 3  # how often the neighbours of neighbours are taken for the pile


def bag(document: Document) -> Counter[str]:
    """The words of an article without their endings, those that tell most weighed up."""
    words: Counter[str] = Counter()
    for block in document.blocks or (Block(start=0, end=len(document.text)),):
        if block.kind in {"furniture", "byline", "dateline"}:
            continue
        for match in WORD.finditer(document.text, block.start, block.end):
            word = match[0].lower()
            if word in function_words():
                continue
            weight = TITLE if block.kind == "title" else CAPITAL if match[0][0].isupper() else 1.0
            stem = ENDING.sub("", word) if len(word) > SHORT else word
            words[stem] += weight * (FIGURE if word[0].isdigit() else 1.0)  # type: ignore[assignment]
    return words


@cache
def function_words() -> frozenset[str]:
    """Words that stand in every article."""
    return frozenset(load_words("common_words")["function"])


def vectors(bags: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Each bag as a vector of length one, its words weighed by their rarity among the bags."""
    spread = Counter(word for words in bags for word in words)
    few = len(bags) < FEW
    total = BEHIND if few else len(bags)
    rows = []
    for words in bags:
        row = {
            w: log1p(n) * max(0.0, log((total + 1) / (spread[w] + 0.5)))
            for w, n in words.items()
            if few or spread[w] > 1
        }
        length = sqrt(sum(x * x for x in row.values())) or 1.0
        rows.append({w: x / length for w, x in row.items() if x})
    return rows


def likenesses(bags: Sequence[Mapping[str, float]]) -> dict[Pair, float]:
    """The cosine of each pair that has a word in common that is not everybody's."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, row in enumerate(vectors(bags)):
        for word, weight in row.items():
            holders[word].append((i, weight))
    found: dict[Pair, float] = defaultdict(float)
    for held in holders.values():
        if len(held) <= CROWD:
            for (i, left), (j, right) in combinations(held, 2):
                found[i, j] += left * right
    return dict(found)


def pile_clusters(documents: Sequence[Document], bits: Mapping[Pair, float]) -> list[list[int]]:
    """Clusters of a pile by words; ``bits`` is what else speaks against a pair, as a share of a cosine."""
    bags = [bag(d) for d in documents]
    return sorted(sorted(c) for c in narrowed(bags, list(range(len(documents))), bits, DEPTH))


def narrowed(
    bags: Sequence[Mapping[str, float]], members: list[int], bits: Mapping[Pair, float], depth: int
) -> Iterator[list[int]]:
    """Cut some members of the pile into clusters, and each cluster again by the words that are rare in it."""
    few = len(members) < FEW
    links = {
        (i, j): cosine - (ALIKE_FEW if few else ALIKE) + bits.get((members[i], members[j]), 0.0)
        for (i, j), cosine in likenesses([bags[m] for m in members]).items()
    }
    clusters = joined(len(members), links, ALIKE_FEW if few else ALIKE)
    for cluster in clusters:
        inner = [members[i] for i in cluster]
        if len(clusters) == 1 or depth == 1 or len(inner) < FEW:
            yield inner
        else:
            yield from narrowed(bags, inner, bits, depth - 1)


def joined(count: int, links: Mapping[Pair, float], absent: float = 0.0) -> list[list[int]]:
    """Average-link clustering: join the two nearest clusters while they attract each other.

    ``absent`` is how strongly a pair without a link repels.
    """
    clusters = [[i] for i in range(count)]
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), link in links.items():
        sums[i][j] = sums[j][i] = link + absent
    heap = [(-link, i, j) for (i, j), link in links.items() if link > 0]
    heapify(heap)
    while heap:
        strength, i, j = heappop(heap)
        if not clusters[i] or not clusters[j] or strength != -mean(clusters, sums, i, j, absent):
            continue
        clusters[i] += clusters[j]
        clusters[j] = []
        for k, total in sums[j].items():
            if k != i and clusters[k]:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + total
        for k in sums[i]:
            if clusters[k] and (link := mean(clusters, sums, i, k, absent)) > 0:
                heappush(heap, (-link, min(i, k), max(i, k)))
    return [sorted(c) for c in clusters if c]


def mean(
    clusters: Sequence[Sequence[int]], sums: Sequence[Mapping[int, float]], i: int, j: int, absent: float
) -> float:
    """The average link between two clusters."""
    return sums[i].get(j, 0.0) / (len(clusters[i]) * len(clusters[j])) - absent
