"""A parsed sentence as a tree: children, spans, the way up."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

from discrepancy.model.mentions import TimeMention
from discrepancy.model.text import Sentence, Token

__all__ = ["Tree", "grow"]

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})


@attrs.frozen(eq=False)
class Tree:
    """A sentence with its children lists; all indices are token indices of the sentence.

    ``timed`` are the words of its dates and clock times, which are no happenings ("a quarter past three").
    """

    sentence: Sentence
    children: tuple[tuple[int, ...], ...]
    timed: frozenset[int] = frozenset()
    tokens: tuple[Token, ...] = attrs.field(init=False)

    @tokens.default
    def _tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    def below(self, i: int, *relations: str) -> list[Token]:
        """The children of ``i`` whose relation is one of ``relations`` (subtypes count)."""
        return [self.tokens[k] for k in self.children[i] if matches(self.tokens[k].dep, relations)]

    def has(self, i: int, *relations: str) -> bool:
        """Whether ``i`` has a child with one of the relations."""
        return any(matches(self.tokens[k].dep, relations) for k in self.children[i])

    def subtree(self, i: int) -> list[int]:
        """All indices at or below ``i``, in text order."""
        found, queue = [], [i]
        while queue:
            k = queue.pop()
            found.append(k)
            queue.extend(self.children[k])
        return sorted(found)

    def span(self, i: int) -> tuple[int, int]:
        """Start and end offsets of the subtree of ``i``."""
        indices = self.subtree(i)
        return self.tokens[indices[0]].start, self.tokens[indices[-1]].end

    def up(self, i: int) -> Iterator[Token]:
        """The ancestors of ``i`` from its head to the root."""
        seen = {i}
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            if i in seen:
                return
            seen.add(i)
            yield self.tokens[i]

    def inside(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap the span."""
        first = bisect_right(self.tokens, start, key=lambda t: t.end)
        last = bisect_left(self.tokens, end, key=lambda t: t.start)
        return list(self.tokens[first:last])

    def head_of(self, start: int, end: int) -> Token | None:
        """The token of the span through which it hangs on the rest of the sentence."""
        inside = self.inside(start, end)
        within = {t.i for t in inside}
        outward = [t for t in inside if t.head not in within or t.head == t.i]
        content = [t for t in outward if t.pos not in {"PUNCT", "ADP", "DET", "PART", "ADV"}]
        found = content or outward or inside
        return found[0] if found else None

    def subject(self, i: int) -> Token | None:
        """The subject of ``i`` itself, without looking further up."""
        for k in self.children[i]:
            if self.tokens[k].dep in SUBJECTS:
                return self.tokens[k]
        return None

    def markers(self, i: int) -> list[str]:
        """The case markers and subordinators of ``i``, lower case ("for", "because of" as "because", "of")."""
        found = []
        inner = [j for k in self.children[i] if self.tokens[k].dep in TITLE for j in self.children[k]]
        for k in (*self.children[i], *inner):
            if self.tokens[k].dep in {"case", "mark"}:
                found.append(self.tokens[k].text.lower())
                found.extend(
                    self.tokens[j].text.lower() for j in self.children[k] if self.tokens[j].dep == "fixed"
                )
        return found

    def noun_phrase(self, i: int) -> tuple[int, int]:
        """The span of the noun phrase of ``i`` without relative clauses, appositions and coordinations."""
        keep = {i}
        for k in self.children[i]:
            if self.tokens[k].dep.split(":")[0] in PHRASE:
                keep.update(self.subtree(k))
        indices = sorted(keep)
        return self.tokens[indices[0]].start, self.tokens[indices[-1]].end


# In "by President Marsh" the preposition hangs on the title.
TITLE = frozenset({"nmod:desc", "compound", "flat", "amod"})
PHRASE = frozenset({"det", "amod", "compound", "flat", "nummod", "nmod", "fixed", "goeswith"})


@lru_cache(maxsize=4096)
def matches(dep: str, relations: tuple[str, ...]) -> bool:
    """Whether a relation is one of those named; ``obl`` also takes its subtypes."""
    return dep in relations or dep.split(":")[0] in relations


def grow(sentence: Sentence, times: Iterable[TimeMention] = ()) -> Tree:
    """Make the tree of a parsed sentence with the dates and clock times in it."""
    children: list[list[int]] = [[] for _ in sentence.tokens]
    for token in sentence.tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    tree = Tree(sentence, tuple(tuple(row) for row in children))
    timed = {t.i for m in times if m.type in {"DATE", "TIME"} for t in tree.inside(m.start, m.end)}
    return attrs.evolve(tree, timed=frozenset(timed)) if timed else tree
