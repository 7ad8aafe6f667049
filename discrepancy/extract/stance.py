"""How a document puts a statement: did it happen or not, how sure, and whose words are these."""

from discrepancy.extract.context import PRONOUNS, Context
from discrepancy.extract.lexicon import certainties, negators, speech, word_set
from discrepancy.extract.participants import subject_of
from discrepancy.extract.tree import Tree
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Token

__all__ = ["certainty_of", "is_positive", "source_of"]

# The first one that is found holds: a condition outweighs a wish, a wish a possibility, ...
ORDER = ("hypothetical", "wanted", "possible", "alleged", "planned")
CONTENT = frozenset({"ccomp", "xcomp", "obj", "parataxis", "acl", "nmod", "csubj"})


def is_positive(tree: Tree, i: int) -> bool:
    """Whether the event is told as happening; each turn ("refused to", "no", "not") turns it round."""
    positive = not is_negated(tree, i)
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if above.i != i and token.dep.split(":")[0] in {"xcomp", "obj"} and above.pos == "VERB":
        if above.lemma in word_set("polarity", "implicative", "negative"):
            positive = not positive
        if token.dep.split(":")[0] == "xcomp" and is_negated(tree, above.i):
            positive = not positive
        if token.dep == "obj" and is_negated(tree, above.i):
            positive = not positive
    if (
        token.dep == "conj"
        and not tree.has(i, "nsubj")
        and is_negated(tree, above.i)
        and shares_negation(tree, i)
    ):
        positive = not positive
    return positive


def shares_negation(tree: Tree, i: int) -> bool:
    """Whether a coordinated verb stands under the negation of the first one ("did not eat or sleep")."""
    return any(t.lemma.lower() in {"or", "nor"} for t in tree.below(i, "cc"))


def is_negated(tree: Tree, i: int) -> bool:
    """Whether a predicate has a negator of its own, also in its subject or object ("nobody was hurt")."""
    words = negators()
    for k in tree.children[i]:
        child = tree.tokens[k]
        base = child.dep.split(":")[0]
        if base in {"advmod", "det", "cc", "mark", "case"} and child.text.lower() in words:
            return True
        if base in {"nsubj", "obj"} and (
            child.text.lower() in words or any(t.text.lower() in words for t in tree.below(k, "det"))
        ):
            return True
    return False


def certainty_of(tree: Tree, i: int) -> Certainty:
    """The certainty of an event by its own words and those that govern it."""
    found = own_levels(tree, i) | governing_levels(tree, i)
    for level in ORDER:
        if level in found:
            return Certainty(level)
    return Certainty.FACT


def own_levels(tree: Tree, i: int) -> set[str]:
    """Levels given by auxiliaries, adverbs, adjectives and subordinators of the event itself."""
    words = certainties()
    levels: set[str] = set()
    for k in tree.children[i]:
        child = tree.tokens[k]
        base, lemma = child.dep.split(":")[0], child.lemma.lower()
        form = child.text.lower()
        if base == "aux":
            levels.add(words.auxiliaries.get(form) or words.auxiliaries.get(lemma) or "fact")
        elif base == "advmod":
            levels.add(words.adverbs.get(lemma, "fact"))
        elif base == "amod":
            levels.add(words.adjectives.get(lemma, "fact"))
        elif base == "mark":
            levels.add(words.markers.get(form, "fact"))
    return levels - {"fact"}


def governing_levels(tree: Tree, i: int) -> set[str]:
    """Levels given by the verbs, adjectives and nouns above ("plans to", "is due to", "a threat of")."""
    words = certainties()
    levels: set[str] = set()
    for above, base in governors(tree, i):
        lemma = above.lemma.lower()
        if above.pos == "VERB":
            if lemma in speech("say") and base in {"ccomp", "parataxis"}:
                return levels
            levels.add(words.verbs.get(lemma, "fact"))
        elif above.pos == "ADJ":
            levels.add(words.adjectives.get(lemma, "fact"))
        elif above.pos == "NOUN":
            levels.add(words.nouns.get(lemma, "fact"))
        levels |= own_levels(tree, above.i)
    return levels - {"fact"}


def governors(tree: Tree, i: int) -> list[tuple[Token, str]]:
    """The tokens above ``i`` that take it as their content, with the relation below each."""
    found = []
    current = tree.tokens[i]
    for above in tree.up(i):
        base = current.dep.split(":")[0]
        if base not in CONTENT or current.dep == "acl:relcl":
            break
        if base == "obj" and tree.tokens[i].pos == "VERB" and current.i != i:
            break
        found.append((above, base))
        current = above
    return found


def source_of(context: Context, tree: Tree, i: int) -> str | None:
    """Whose words the event is told in; ``None`` for the outlet's own voice and for unnamed officials."""
    current = tree.tokens[i]
    for above in tree.up(i):
        base = current.dep.split(":")[0]
        if (
            base in {"ccomp", "parataxis", "obj"}
            and above.pos == "VERB"
            and above.lemma in speech("say") | speech("think")
        ):
            speaker = subject_of(tree, above.i)
            if speaker is not None:
                return speaker_key(context, tree, speaker)
        current = above
    return by_according(context, tree, i)


def by_according(context: Context, tree: Tree, i: int) -> str | None:
    """The source of "according to ..." in the clause or its main clause."""
    for token in [tree.tokens[i], *tree.up(i)]:
        for child in tree.below(token.i, "obl", "nmod"):
            if "according" in tree.markers(child.i):
                return speaker_key(context, tree, child)
    return None


def speaker_key(context: Context, tree: Tree, token: Token) -> str | None:
    """The key of a speaker: an entity, else a noun; unnamed officials speak for nobody in particular."""
    mention = context.name_at(tree, token.i)
    if mention is not None:
        return context.key_of(mention)
    if token.text.lower() in PRONOUNS:
        return context.stands_for(tree, token.i)
    lemma = token.lemma.lower()
    holder = context.cast.holder(lemma)
    if holder is not None:
        return holder
    return None if lemma in speech("vague") or token.pos == "PRON" else lemma
