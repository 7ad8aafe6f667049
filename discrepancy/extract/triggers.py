"""Which words of a sentence stand for something that happens or is the case."""

from collections.abc import Iterator

from discrepancy.extract.lexicon import event_nouns, families
from discrepancy.extract.tree import Tree
from discrepancy.model.text import Token

__all__ = ["is_trigger", "trigger_above", "triggers"]

AUXILIARY = frozenset({"aux", "cop"})
# A verb that stands so is none ("a given day"), save where it has a subject of its own.
BESIDE = frozenset({"amod", "case", "mark", "compound"})


def triggers(tree: Tree) -> Iterator[int]:
    """The tokens that stand for something that happens or is the case."""
    for token in tree.tokens:
        if is_trigger(tree, token):
            yield token.i


def is_trigger(tree: Tree, token: Token) -> bool:
    """Whether a token is a predicate: a full verb, an event noun, an adjective with a copula."""
    if token.dep.split(":")[0] in AUXILIARY or token.i in tree.timed:
        return False
    if token.pos == "VERB":
        return token.dep not in BESIDE or (token.dep == "amod" and tree.has(token.i, "nsubj"))
    if token.pos == "NOUN" or opens_sentence(tree, token):
        return token.lemma.lower() in event_nouns() or tree.has(token.i, "cop")
    if token.pos == "ADJ":
        return tree.has(token.i, "cop") or (token.lemma.lower(), "ADJ") in families()
    return False


def opens_sentence(tree: Tree, token: Token) -> bool:
    """Whether a capital only opens a sentence: "Alarm at 11:46" is no name, "March 3" and "March Hare" are."""
    behind = tree.tokens[token.i + 1 : token.i + 2]
    return token.pos == "PROPN" and token.i == 0 and all(t.pos not in {"PROPN", "NUM"} for t in behind)


def trigger_above(tree: Tree, i: int) -> int | None:
    """The nearest predicate at or above a token."""
    if is_trigger(tree, tree.tokens[i]):
        return i
    return next((t.i for t in tree.up(i) if is_trigger(tree, t)), None)
