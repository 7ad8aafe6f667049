"""The content words, numbers and names around a token: what a claim is about beyond its slots."""

import attrs

from discrepancy.extract.context import PRONOUNS, Context
from discrepancy.extract.lexicon import listed
from discrepancy.extract.tree import Tree

__all__ = ["SentenceWords", "Surroundings", "surroundings", "words_of"]

CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
# Words so common in news that they say nothing of what a sentence is about.
EMPTY = listed("empty")
# A sentence of fewer content words ("It was half past four.") takes up what the one before it is about.
THIN = 3


@attrs.frozen
class Surroundings:
    """Content lemmas of the clause and of the sentence, and the local entities of the sentence."""

    words: tuple[str, ...]
    around: tuple[str, ...]
    names: tuple[str, ...]
    thin: bool

    def with_those_of(self, other: "Surroundings") -> "Surroundings":
        """The surroundings of what is told in two sentences."""
        words, around, names = (
            tuple(dict.fromkeys((*mine, *theirs)))
            for mine, theirs in (
                (self.words, other.words),
                (self.around, other.around),
                (self.names, other.names),
            )
        )
        return Surroundings(words, around, names, self.thin)


@attrs.frozen(eq=False)
class SentenceWords:
    """The content words, figures and names of one sentence, found once for all of its claims."""

    tree: Tree
    content: tuple[tuple[int, str], ...]
    around: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def thin(self) -> bool:
        """Whether the sentence says so little that it takes up what the one before it is about."""
        return len(self.content) < THIN


def words_of(context: Context, tree: Tree) -> SentenceWords:
    """Read the words of a sentence, with those of the one before where it says little."""
    content = tuple(content_words(context, tree))
    around = [lemma for _, lemma in content] + numbers_in(tree)
    names = names_in(context, tree)
    if len(content) < THIN and tree.sentence.index > 0:
        before = context.trees[tree.sentence.index - 1]
        around += [lemma for _, lemma in content_words(context, before)] + numbers_in(before)
        names += names_in(context, before)
    return SentenceWords(tree, content, tuple(dict.fromkeys(around)), tuple(dict.fromkeys(names)))


def surroundings(sentence: SentenceWords, at: int) -> Surroundings:
    """The surroundings of the token ``at``."""
    clause = set(sentence.tree.subtree(at))
    inner = dict.fromkeys(lemma for i, lemma in sentence.content if i in clause)
    return Surroundings(tuple(inner), sentence.around, sentence.names, sentence.thin)


def content_words(context: Context, tree: Tree) -> list[tuple[int, str]]:
    """Nouns, verbs and adjectives of a sentence that are no part of a name and say something."""
    names = context.names_by_sentence[tree.sentence.index]
    covered = {t.i for m in names for t in tree.inside(m.name_start, m.name_end)}
    return [
        (t.i, t.lemma.lower())
        for t in tree.tokens
        if t.pos in CONTENT and t.i not in covered and t.lemma.isalpha() and t.lemma.lower() not in EMPTY
    ]


def numbers_in(tree: Tree) -> list[str]:
    """The figures of a sentence with two digits or more; that two sentences share one is no accident."""
    figures = [t.text.replace(",", "") for t in tree.tokens if t.pos == "NUM"]
    return [f for f in figures if len(f) > 1 and f.isdigit() and not f.startswith(("19", "20"))]


def names_in(context: Context, tree: Tree) -> list[str]:
    """The local entities that a sentence names, also through pronouns."""
    keys = [context.key_of(m) for m in context.names_by_sentence[tree.sentence.index]]
    people = [context.stands_for(tree, t.i) for t in tree.tokens if t.text.lower() in PRONOUNS]
    return keys + [p for p in people if p is not None]
