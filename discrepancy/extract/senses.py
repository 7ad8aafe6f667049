"""Which meaning a predicate has: "held talks" is a meeting, "held a suspect" an arrest, "held the cup" neither.

The object, the subject and the words beside a predicate choose among its families (selectional preference,
Resnik 1997); the choices are a table of the language.
"""

from collections.abc import Callable, Sequence
from functools import cache

import attrs

from discrepancy.extract.lexicon import event_nouns, families, listed
from discrepancy.extract.tree import Tree
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.claims import Participant
from discrepancy.model.text import Token

__all__ = ["family_at"]

PRONOUNS = listed("pronouns")
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@attrs.frozen
class Sense:
    """A family with the condition under which a word has it; without a slot it holds always."""

    family: str
    slot: str = ""
    words: frozenset[str] = frozenset()


@attrs.frozen(eq=False)
class Filler:
    """What fills a slot: the token, and the participant where it is one."""

    tree: Tree
    token: Token
    participant: Participant | None = None


@cache
def senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    """The meanings of each word of the table, by lemma and part of speech."""
    found = {}
    for section, pos in (("verbs", "VERB"), ("nouns", "NOUN")):
        for lemma, lines in load_words("senses")[section].items():
            found[lemma, pos] = tuple(read_sense(line) for line in lines)
    return found


def read_sense(line: str) -> Sense:
    """Read "FAMILY: SLOT = WORD, WORD"."""
    family, _, condition = line.partition(":")
    slot, _, words = condition.partition("=")
    return Sense(family.strip(), slot.strip(), frozenset(split_words(words)))


@cache
def people() -> frozenset[str]:
    """Common nouns that stand for people."""
    bearers = {*load_words("titles")["heads"], *word_set("kinship", "words"), *load_words("senses")["people"]}
    return frozenset(bearers)


@cache
def idioms() -> dict[str, tuple[tuple[frozenset[str], str], ...]]:
    """Phrases of several words that are one predicate ("came to grief"), by their verb: what else stands below it."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for family, row in load_words("predicates").items():
        for phrase in split_words(row.get("idioms", "")):
            verb, *rest = phrase.split("_")
            found.setdefault(verb, []).append((frozenset(rest), family))
    return {verb: tuple(sorted(rows, key=lambda r: -len(r[0]))) for verb, rows in found.items()}


def idiom_at(tree: Tree, i: int) -> str | None:
    """The family of the idiom that a verb stands in, the longest where there are two."""
    known = idioms().get(tree.tokens[i].lemma.lower())
    if known is None or tree.tokens[i].pos != "VERB":
        return None
    below = [t for t in (tree.tokens[k] for k in tree.children[i]) if t.pos != "PUNCT"]
    near = {t.lemma.lower() for t in below} | {t.text.lower() for t in below}
    behind = {tree.tokens[i + 1].text.lower()} if i + 1 < len(tree.tokens) else set()
    wide = near | behind | {m for t in below for m in tree.markers(t.i)}
    return next(
        (family for words, family in known if words <= (wide if len(words) > 1 else near | behind)), None
    )


def family_at(tree: Tree, i: int, lemma: str, participants: Sequence[Participant]) -> str:
    """The predicate family of the word at ``i``; the lemma itself where it has none."""
    if (family := idiom_at(tree, i)) is not None:
        return family
    pos = "NOUN" if tree.tokens[i].pos == "PROPN" else tree.tokens[i].pos
    known = senses().get((lemma, pos))
    if known is None:
        return listed_family(lemma, pos)
    for sense in known:
        fillers = fillers_of(tree, i, sense.slot, participants)
        if not sense.slot or ("NONE" in sense.words and not fillers):
            return sense.family
        fitting = [f for f in fillers if fits(f, sense.words)]
        if fitting:
            return named_by(sense, fitting[0], lemma)
    return own_name(lemma)


def named_by(sense: Sense, filler: Filler, lemma: str) -> str:
    """The family that a sense gives: its own, that of the happening in the slot, or none."""
    if sense.family.startswith("="):
        return listed_family(filler.token.lemma.lower(), "NOUN")
    return own_name(lemma) if sense.family == "-" else sense.family


def own_name(lemma: str) -> str:
    """What a word without a family is called: itself, unless a family has its name."""
    return f"{lemma} itself" if lemma in load_words("predicates") else lemma


def listed_family(lemma: str, pos: str) -> str:
    """The first family that lists a word; the word itself where none does."""
    found = families().get((lemma, pos)) or families().get((lemma.split("_")[0], pos))
    return found[0] if found else lemma


def fillers_of(tree: Tree, i: int, slot: str, participants: Sequence[Participant]) -> list[Filler]:
    """What fills a slot of the word at ``i``."""
    if slot in {"object", "subject"}:
        role = "patient" if slot == "object" else "agent"
        rows = [p for p in participants if p.role == role]
        heads = [(p, tree.head_of(p.start, p.end)) for p in rows]
        found = [Filler(tree, token, p) for p, token in heads if token is not None]
        if slot == "object" and tree.has(i, "ccomp", "xcomp"):
            found += [Filler(tree, t) for t in tree.below(i, "ccomp", "xcomp")]
        return found
    relations = {
        "with": ("obl", "nmod", "obj", "xcomp"),
        "of": ("nmod",),
        "beside": ("amod", "compound", "nummod"),
    }
    return [Filler(tree, t) for t in tree.below(i, *relations.get(slot, ()))]


def fits(filler: Filler, words: frozenset[str]) -> bool:
    """Whether a filler is one of some words or classes."""
    lemma = filler.token.lemma.lower()
    return lemma in words or any(test(filler) for name, test in CLASSES.items() if name in words)


def is_person(filler: Filler) -> bool:
    """Whether a filler is somebody."""
    named = filler.participant.name if filler.participant is not None else None
    if named is not None:
        return named.kind == "person"
    token = filler.token
    lemma = token.lemma.lower()
    return lemma in PRONOUNS or token.text.lower() in PRONOUNS or (token.pos == "NOUN" and lemma in people())


def is_event(filler: Filler) -> bool:
    """Whether a filler is a noun that stands for a happening."""
    token = filler.token
    return (
        token.pos == "NOUN" and token.lemma.lower() in event_nouns() and token.lemma.lower() not in people()
    )


CLASSES: dict[str, Callable[[Filler], bool]] = {
    "PERSON": is_person,
    "NAME": lambda f: f.participant is not None and f.participant.name is not None,
    "EVENT": is_event,
    "NUMBER": lambda f: f.token.pos == "NUM" or f.tree.has(f.token.i, "nummod"),
    "CLAUSE": lambda f: f.token.dep.split(":")[0] in {"ccomp", "xcomp"},
    "PLURAL": lambda f: "Number=Plur" in f.token.features,
}
