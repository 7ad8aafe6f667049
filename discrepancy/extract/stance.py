"""How a document puts a statement: did it happen or not, how sure, and whose words are these."""

from discrepancy.extract.context import PRONOUNS, Context
from discrepancy.extract.lexicon import certainties, negators, speech
from discrepancy.extract.participants import office_words, subject_of
from discrepancy.extract.tree import Tree
from discrepancy.language import word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Token

__all__ = ["certainty_of", "is_positive", "source_of"]

# The first one that is found holds: a condition outweighs a wish, a wish a possibility, ...
ORDER = ("hypothetical", "wanted", "possible", "alleged", "planned")
# "in no way", "at no time", "under no circumstances"
IN_NO_WAY = frozenset({"way", "time", "circumstance", "account", "event", "condition", "stage"})
# "not a single"
LONGEST_OPENING = 4
QUOTATION_MARKS = frozenset("\"'“”‘’«»")
CONTENT = frozenset({"ccomp", "xcomp", "obj", "parataxis", "acl", "nmod", "csubj"})


def is_positive(tree: Tree, i: int) -> bool:
    """Whether the event is told as happening; each turn ("refused to", "no", "not") turns it round."""
    positive = not is_negated(tree, i)
    current = tree.tokens[i]
    for above in tree.up(i):
        turns, goes_on = turns_above(tree, current, above)
        positive = positive is not turns
        if not goes_on:
            break
        current = above
    return positive


def turns_above(tree: Tree, token: Token, above: Token) -> tuple[bool, bool]:
    """Whether what governs an event turns it round, and whether what governs that may turn it again."""
    base = token.dep.split(":")[0]
    lemma = with_particle(tree, above.i)
    if base == "conj":
        shared = above.pos == token.pos and not tree.has(token.i, "nsubj") and shares_negation(tree, token.i)
        return shared and is_negated(tree, above.i), False
    if above.pos in {"NOUN", "ADJ", "ADV"} and base in {"acl", "nmod", "xcomp", "advcl", "ccomp", "obl"}:
        turns = token.dep != "acl:relcl" and lemma in word_set("polarity", "implicative", "nouns")
        return turns, turns
    if above.pos != "VERB":
        return False, False
    verbal = token.pos in {"VERB", "AUX"} and is_complement(tree, token, base)
    if verbal and base == "ccomp" and token.i != above.i:
        return lemma in word_set("polarity", "implicative", "clause"), False
    if verbal:
        turns = lemma in word_set("polarity", "implicative", "negative")
        return turns is not (is_negated(tree, above.i) or is_outstanding(tree, token, above)), True
    if base == "obj":
        turns = lemma in word_set("polarity", "implicative", "object")
        carries = turns or lemma in word_set("polarity", "implicative", "carriers")
        return turns is not (carries and is_negated(tree, above.i)), carries
    return False, False


def is_complement(tree: Tree, token: Token, base: str) -> bool:
    """Whether a verb is what the verb above speaks of: "to sign", "from signing", "that he signed"."""
    if base in {"xcomp", "obj", "ccomp"}:
        return True
    return base in {"advcl", "obl"} and bool({"to", "from", "of"} & set(tree.markers(token.i)))


def is_outstanding(tree: Tree, token: Token, above: Token) -> bool:
    """Whether a verb says that something is still to come: "has yet to clear", "remains to be seen"."""
    if above.lemma in {"have", "be"}:
        return any(t.lemma.lower() in {"yet", "still"} for t in tree.below(above.i, "advmod"))
    return above.lemma == "remain" and "to" in tree.markers(token.i)


def with_particle(tree: Tree, i: int) -> str:
    """The lemma of a word with its particle ("rule_out")."""
    lemma = tree.tokens[i].lemma.lower()
    particles = tree.below(i, "compound:prt")
    return f"{lemma}_{particles[0].lemma.lower()}" if particles else lemma


def shares_negation(tree: Tree, i: int) -> bool:
    """Whether a coordinated verb stands under the negation of the first one ("did not eat or sleep")."""
    return any(t.lemma.lower() in {"or", "nor"} for t in tree.below(i, "cc"))


def is_negated(tree: Tree, i: int) -> bool:
    """Whether a predicate has a negator of its own, also in its subject or object ("nobody was hurt")."""
    words = negators()
    for k in tree.children[i]:
        child = tree.tokens[k]
        base = child.dep.split(":")[0]
        is_negator = base in {"advmod", "det", "cc", "mark", "case"} and child.text.lower() in words
        if is_negator and not speaks_of_part(tree, k):
            return True
        is_slot = base in {"nsubj", "obj"} or (base == "obl" and child.lemma in IN_NO_WAY)
        if is_slot and negates_noun(tree, k):
            return True
    return tree.tokens[i].pos == "VERB" and opens_negated(tree, i)


def opens_negated(tree: Tree, i: int) -> bool:
    """Whether a clause begins with a negation that its parse may have lost: "not one of the six wore", "none of"."""
    first = min(tree.subtree(i))
    words = [t.text.lower() for t in tree.tokens[first : first + LONGEST_OPENING]]
    openings = word_set("polarity", "openings")
    return any(" ".join(words[:n]) in openings for n in range(2, LONGEST_OPENING + 1))


def negates_noun(tree: Tree, k: int) -> bool:
    """Whether a noun phrase is empty: "nobody", "no decision"; "nothing but a canvas" is something."""
    following = tree.tokens[k + 1].text.lower() if k + 1 < len(tree.tokens) else ""
    if tree.tokens[k].text.lower() in negators():
        return following not in {"but", "except", "less"}
    return any(t.text.lower() in negators() for t in tree.below(k, "det"))


def speaks_of_part(tree: Tree, k: int) -> bool:
    """Whether a negator turns only the word behind it: "not only", "not necessarily", "not all"."""
    following = tree.tokens[k + 1].text.lower() if k + 1 < len(tree.tokens) else ""
    return following in word_set("polarity", "implicative", "part")


def certainty_of(tree: Tree, i: int) -> Certainty:
    """The certainty of an event by its own words and those that govern it."""
    found = own_levels(tree, i) | governing_levels(tree, i)
    if asks(tree):
        return Certainty.HYPOTHETICAL
    for level in ORDER:
        if level in found:
            return Certainty(level)
    return Certainty.FACT


def asks(tree: Tree) -> bool:
    """Whether the sentence is a question, which states nothing."""
    marks = [t.text for t in tree.tokens if t.pos == "PUNCT" and t.text not in QUOTATION_MARKS]
    return bool(marks) and marks[-1] == "?" and tree.tokens[-1].pos == "PUNCT"


def own_levels(tree: Tree, i: int) -> set[str]:
    """Levels given by auxiliaries, adverbs, adjectives and subordinators of the event itself."""
    words = certainties()
    levels: set[str] = set()
    for k in tree.children[i]:
        child = tree.tokens[k]
        base, lemma = child.dep.split(":")[0], child.lemma.lower()
        form = child.text.lower()
        if base == "aux" and not (lemma == "would" and is_refusal(tree, i)):
            levels.add(words.auxiliaries.get(form) or words.auxiliaries.get(lemma) or "fact")
        elif base == "advmod":
            levels.add(words.adverbs.get(lemma, "fact"))
        elif base == "amod":
            levels.add(words.adjectives.get(lemma, "fact"))
        elif base == "mark":
            levels.add(words.markers.get(form, "fact"))
    if is_to_come(tree, i):
        levels.add("planned")
    return (levels | asked_levels(tree, i)) - {"fact"}


def is_to_come(tree: Tree, i: int) -> bool:
    """Whether an event "is to" happen: the talks are to begin, he is to be sentenced."""
    marks = [t.i for t in tree.below(i, "mark") if t.text.lower() == "to" and t.i > 0]
    forms = ("aux", "cop")
    return any(tree.tokens[k - 1].lemma == "be" and tree.tokens[k - 1].dep in forms for k in marks)


def is_refusal(tree: Tree, i: int) -> bool:
    """Whether somebody "would not" do something, which he was asked for; with a condition it is one."""
    if tree.tokens[i].pos != "VERB" or any(t.lemma == "have" for t in tree.below(i, "aux")):
        return False
    return is_negated(tree, i) and all(t.text.lower() not in certainties().markers for t in tree.tokens)


def asked_levels(tree: Tree, i: int) -> set[str]:
    """Levels of what is asked ("whether he gave ...") and of what is called a possibility."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    levels = set()
    if token.pos == "VERB" and tree.tokens[min(tree.subtree(i))].text.lower() == "whether":
        levels.add("hypothetical")
    if token.dep == "nsubj" and above.pos == "NOUN" and tree.has(above.i, "cop"):
        levels.add(certainties().nouns.get(above.lemma.lower(), "fact"))
    return levels


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
        governs = above.pos == "ADJ" or above.lemma in certainties().verbs
        is_due = base == "advcl" and governs and bool({"to", "of"} & set(tree.markers(current.i)))
        if not is_due and (base not in CONTENT or current.dep == "acl:relcl"):
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
    holder = context.cast.holder(office_words(tree, token.i))
    if holder is not None:
        return holder
    return None if lemma in speech("vague") or token.pos == "PRON" else lemma
