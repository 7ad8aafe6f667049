"""Retellings sorted into stories: which wordings tell one utterance, and which of them agree."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import attrs

from discrepancy.graph.retellings import Retelling, Wording
from discrepancy.graph.utterances import Utterance
from discrepancy.values.quotes import Difference, Share

__all__ = ["Side", "Story", "stories_of"]

Span = tuple[int, int]
# A sentence of fewer words is too short to be told wrong, and one name in both makes no utterance.
SHORTEST = 4


@attrs.frozen(eq=False)
class Link:
    """Two stretches of two wordings that answer each other."""

    retelling: Retelling
    share: Share

    @property
    def ends(self) -> tuple[tuple[Wording, Span], tuple[Wording, Span]]:
        """Both wordings with the words that answer each other."""
        return (self.retelling.left, self.share.left), (self.retelling.right, self.share.right)


@attrs.frozen(eq=False)
class Side:
    """One wording of an utterance with all places that have it."""

    places: tuple[tuple[Utterance, Span], ...]

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The utterances of this wording."""
        return tuple(u for u, _ in self.places)


@attrs.frozen(eq=False)
class Story:
    """One utterance with its wordings, and the link in which they differ most."""

    sides: tuple[Side, ...]
    gravest: Share
    difference: Difference
    quoted: bool
    same_speaker: bool

    @property
    def likeness(self) -> float:
        """How alike the wordings are that differ most."""
        return self.gravest.likeness

    @property
    def content(self) -> int:
        """How many content words they share."""
        return self.gravest.content


@attrs.define(eq=False)
class Forest:
    """Sets that grow together (union-find)."""

    parent: dict[int, int] = attrs.field(factory=dict)

    def root(self, item: int) -> int:
        """The item that stands for a set."""
        while self.parent.setdefault(item, item) != item:
            item = self.parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        low, high = sorted((self.root(one), self.root(other)))
        self.parent[high] = low


def stories_of(retellings: Sequence[Retelling]) -> Iterator[Story]:
    """Gather the links that speak of one utterance, and sort its wordings into sides."""
    links = [
        Link(r, s)
        for r in retellings
        for s in r.comparison.shares
        if s.difference is not Difference.OTHER
        and (s.ordinary > 1 or (s.whole and r.speakers == "same"))
        and s.size >= SHORTEST
    ]
    ends: dict[int, list[tuple[Span, int]]] = {}
    for n, link in enumerate(links):
        for wording, span in link.ends:
            ends.setdefault(wording.id, []).append((span, n))
    forest = Forest()
    for rows in ends.values():
        for (one, n), (other, m) in combinations(sorted(rows), 2):
            if min(one[1], other[1]) - max(one[0], other[0]) > 0:
                forest.join(n, m)
    stories: dict[int, list[Link]] = {}
    for n, link in enumerate(links):
        stories.setdefault(forest.root(n), []).append(link)
    for rows_of_story in stories.values():
        story = make_story(rows_of_story)
        if story is not None:
            yield story


def make_story(links: Sequence[Link]) -> Story | None:
    """Sort the wordings of one utterance into sides; nothing where all agree."""
    quotes = [n for n in links if both_quoted(n)]
    if any(n.share.difference is not Difference.NONE for n in quotes):
        links = quotes  # that reported speech differs too is no news then
    apart = [n for n in links if n.share.difference is not Difference.NONE]
    if not apart:
        return None
    spans: dict[int, Span] = {}
    wordings: dict[int, Wording] = {}
    for link in links:
        for wording, span in link.ends:
            wordings[wording.id] = wording
            old = spans.get(wording.id, span)
            spans[wording.id] = (min(old[0], span[0]), max(old[1], span[1]))
    forest = agreeing(links, apart)
    rows: dict[int, list[tuple[Utterance, Span]]] = {}
    for key, wording in sorted(wordings.items()):
        rows.setdefault(forest.root(key), []).extend((u, spans[key]) for u in wording.members)
    gravest = max(apart, key=lambda n: (both_quoted(n), n.share.difference, n.share.likeness))
    return Story(
        sides=tuple(Side(tuple(row)) for row in rows.values()),
        gravest=gravest.share,
        difference=gravest.share.difference,
        quoted=both_quoted(gravest),
        same_speaker=gravest.retelling.speakers == "same",
    )


def both_quoted(link: Link) -> bool:
    """Whether both wordings stand between quotation marks."""
    return all(wording.first.quoted for wording, _ in link.ends)


def agreeing(links: Sequence[Link], apart: Sequence[Link]) -> Forest:
    """Join the wordings that say the same; a part that fits two versions goes with the one most like it."""
    forest = Forest()
    barred = [(n.retelling.left.id, n.retelling.right.id) for n in apart]
    same = [n for n in links if n.share.difference is Difference.NONE]
    for link in sorted(same, key=lambda n: (-n.share.content, n.retelling.left.id, n.retelling.right.id)):
        one, other = forest.root(link.retelling.left.id), forest.root(link.retelling.right.id)
        if not any({forest.root(a), forest.root(b)} == {one, other} for a, b in barred):
            forest.join(one, other)
    return forest
