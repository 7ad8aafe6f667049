"""The content words and names around a token: what a claim is about beyond its slots."""

import attrs

from discrepancy.extract.context import PRONOUNS, Context
from discrepancy.extract.tree import Tree

__all__ = ["Surroundings", "surroundings"]

CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
# Words so common in news that they say nothing of what a sentence is about.
EMPTY = frozenset(
    "be have do say tell make take get go come see know think want give find use also other same many much more most "
    "last first next new old day week month year time hour minute man woman people thing way part number lot".split()
)


@attrs.frozen
class Surroundings:
    """Content lemmas of the clause and of the sentence, and the local entities of the sentence."""

    words: tuple[str, ...]
    around: tuple[str, ...]
    names: tuple[str, ...]


def surroundings(context: Context, tree: Tree, at: int) -> Surroundings:
    """The surroundings of the token ``at``."""
    clause = set(tree.subtree(at))
    names = context.names_by_sentence[tree.sentence.index]
    covered = {t.i for m in names for t in tree.inside(m.name_start, m.name_end)}
    inner, outer = [], []
    for token in tree.tokens:
        lemma = token.lemma.lower()
        if token.pos not in CONTENT or lemma in EMPTY or token.i in covered or not lemma.isalpha():
            continue
        outer.append(lemma)
        if token.i in clause:
            inner.append(lemma)
    keys = dict.fromkeys(context.key_of(m) for m in names)
    for token in tree.tokens:
        if token.text.lower() in PRONOUNS and (person := context.stands_for(tree, token.i)) is not None:
            keys.setdefault(person)
    return Surroundings(tuple(dict.fromkeys(inner)), tuple(dict.fromkeys(outer)), tuple(keys))
