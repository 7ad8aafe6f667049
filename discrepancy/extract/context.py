"""What the extractors of one document share: its trees, its cast, and who a pronoun stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

import attrs

from discrepancy.extract.cast import Cast
from discrepancy.extract.lexicon import listed
from discrepancy.extract.tree import SUBJECTS, Tree
from discrepancy.mentions.gather import Mentions
from discrepancy.model.mentions import NameMention, QuantityMention, TimeMention
from discrepancy.model.text import Document, Passage, Token

__all__ = ["PRONOUNS", "RELATIVES", "Context"]

PRONOUNS = listed("pronouns")
# What stands between two names of one list: a bracket, a comma, "and".
LISTED = re.compile(r"\s*(?:\([^()]{1,20}\)\s*)?(?:and|&)\s+")
RELATIVES = listed("relatives")


@attrs.frozen(eq=False)
class Context:
    """One document with everything that is known of it before events are made."""

    document: Document
    mentions: Mentions
    cast: Cast
    trees: tuple[Tree, ...]
    names_by_sentence: tuple[tuple[NameMention, ...], ...]
    salient: tuple[tuple[str, ...], ...]

    def passage(self, start: int, end: int) -> Passage:
        """The passage of a span of the document."""
        return Passage(self.document.id, start, end, self.document.text[start:end])

    def name_at(self, tree: Tree, i: int) -> NameMention | None:
        """The name mention that covers a token."""
        token = tree.tokens[i]
        for mention in self.names_by_sentence[tree.sentence.index]:
            if mention.start <= token.start and token.end <= mention.end + 2:
                return mention
        return None

    def key_of(self, mention: NameMention) -> str:
        """The local entity of a name mention."""
        return self.cast.key_at[mention.name_start]

    def listed_with(self, tree: Tree, mention: NameMention) -> list[int]:
        """The head tokens of people named in one list with a name: a second reading, by the text alone.

        "Ana Berg (left) and Minister Jo Okoye meet": the bracket often breaks the parse, never the list.
        """
        names = [m for m in self.names_by_sentence[tree.sentence.index] if m.name.kind == "person"]
        found = []
        for one, other in pairwise(names):
            if mention not in (one, other) or not LISTED.fullmatch(self.document.text[one.end : other.start]):
                continue
            head = tree.head_of(other.name_start, other.name_end) if mention is one else None
            if head is not None:
                found.append(head.i)
        return found

    def stands_for(self, tree: Tree, i: int) -> str | None:
        """The person that a personal pronoun stands for: a subject before it, else the last one in focus.

        News keeps its subject: a pronoun takes up the subject of the clause or sentence before it.
        """
        pronoun = tree.tokens[i].text
        here = [
            (tree.tokens[i].start - m.name_start, self.key_of(m))
            for m in self.names_by_sentence[tree.sentence.index]
            if m.name_end <= tree.tokens[i].start and self.is_subject(tree, m) and m.name.kind == "person"
            if self.cast.fits(self.key_of(m), pronoun)
        ]
        if here:
            return max(here)[1]
        for back in range(1, 4):
            k = tree.sentence.index - back
            fitting = [key for key in self.salient[k] if self.cast.fits(key, pronoun)] if k >= 0 else []
            if fitting:
                return fitting[0]
        return None

    @staticmethod
    def is_subject(tree: Tree, mention: NameMention) -> bool:
        """Whether a name is the subject of something in its sentence."""
        head = tree.head_of(mention.name_start, mention.name_end)
        return head is not None and head.dep in SUBJECTS


def build_context(document: Document, mentions: Mentions, cast: Cast, trees: Sequence[Tree]) -> Context:
    """Sort the names into sentences and note which people each sentence puts in focus."""
    names: list[tuple[NameMention, ...]] = []
    left = sorted(mentions.names, key=lambda m: m.name_start)
    at = 0
    for tree in trees:
        while at < len(left) and left[at].name_start < tree.sentence.start:
            at += 1
        first = at
        while at < len(left) and left[at].name_start < tree.sentence.end:
            at += 1
        names.append(tuple(left[first:at]))
    salient = tuple(in_focus(cast, tree, row) for tree, row in zip(trees, names, strict=True))
    return Context(document, mentions, cast, tuple(trees), tuple(names), salient)


def in_focus(cast: Cast, tree: Tree, names: tuple[NameMention, ...]) -> tuple[str, ...]:
    """The people of a sentence, subjects first."""
    people = [m for m in names if cast.is_person(cast.key_at[m.name_start])]
    ordered = sorted(people, key=lambda m: (not Context.is_subject(tree, m), m.name_start))
    return tuple(dict.fromkeys(cast.key_at[m.name_start] for m in ordered))


def is_relative(token: Token) -> bool:
    """Whether a token is a relative pronoun."""
    return token.lemma.lower() in RELATIVES and token.pos in {"PRON", "DET", "SCONJ", "ADV"}


Found = TypeVar("Found", TimeMention, QuantityMention)


def between(mentions: Sequence[Found], start: int, end: int) -> Sequence[Found]:
    """The mentions that begin in a stretch of the text; they stand in text order."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, lo=first, key=lambda m: m.start)
    return mentions[first:last]
