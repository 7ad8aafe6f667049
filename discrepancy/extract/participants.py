"""Who takes part in an event: subjects (also the implied ones), objects, partners, owners, places."""

from collections.abc import Iterator

from discrepancy.extract.context import PRONOUNS, Context, is_relative
from discrepancy.extract.lexicon import listed
from discrepancy.extract.tree import SUBJECTS, Tree
from discrepancy.model.claims import Participant, Role
from discrepancy.model.text import Token

__all__ = ["participants_of", "subject_of", "to_participants"]

# A clause without a subject of its own takes it over from the clause above through these relations.
SHARED = frozenset({"xcomp", "advcl", "conj", "parataxis", "ccomp"})
OBJECT_CONTROL = listed("object_control")
# An event behind these is one that the subject takes part in; behind "due to" or "by" it is a cause.
TAKING_PART = listed("taking_part")
PLACE_MARKERS = listed("place_markers")


def subject_of(tree: Tree, i: int, *, depth: int = 0) -> Token | None:
    """The subject of a predicate, its own or the one that the clause above lends it."""
    own = tree.subject(i)
    if own is not None:
        return antecedent(tree, own)
    token = tree.tokens[i]
    if depth > 6 or token.head == i:
        return None
    base = token.dep.split(":")[0]
    if base == "acl":
        return tree.tokens[token.head]
    if base == "xcomp" and tree.tokens[token.head].lemma in OBJECT_CONTROL:
        objects = tree.below(token.head, "obj", "iobj")
        if objects:
            return objects[0]
    if base == "advcl" and "of" in tree.markers(i) and tree.has(token.head, "obj"):
        return tree.below(token.head, "obj")[0]  # "suspects him of having hired the car"
    if base == "conj" and tree.has(token.head, "vocative", "dislocated"):
        return tree.below(token.head, "vocative", "dislocated")[0]
    if base in SHARED or takes_over(tree, i):
        return subject_of(tree, token.head, depth=depth + 1)
    return None


def takes_over(tree: Tree, i: int) -> bool:
    """Whether an event noun has the participants of the verb above: "held talks", "spoke during the visit"."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    if above.i == i or above.pos != "VERB":
        return False
    base = token.dep.split(":")[0]
    return base in {"obj", "nsubj"} or (base == "obl" and bool(TAKING_PART & set(tree.markers(i))))


def antecedent(tree: Tree, token: Token) -> Token:
    """What a relative pronoun refers to: the noun that its clause hangs on; any other token is itself."""
    if not is_relative(token):
        return token
    for above in tree.up(token.i):
        if above.dep.startswith("acl") and above.head != above.i:
            return tree.tokens[above.head]
    nouns = [t for t in tree.tokens[: token.i] if t.pos in {"NOUN", "PROPN"}]
    return nouns[-1] if nouns and token.i - nouns[-1].i <= 2 else token


def participants_of(context: Context, tree: Tree, i: int) -> tuple[Participant, ...]:
    """The participants of the event at token ``i``, without doubles."""
    found: dict[tuple[str, str], Participant] = {}
    for role, token in slots(tree, i):
        if token.i == i:
            continue
        for participant in to_participants(context, tree, token, role):
            found.setdefault((participant.role, participant.key), participant)
    return tuple(found.values())


def slots(tree: Tree, i: int) -> Iterator[tuple[Role, Token]]:
    """The tokens that fill the slots of a predicate, with their roles."""
    token = tree.tokens[i]
    subject = subject_of(tree, i)
    if subject is not None:
        yield ("patient" if is_passive(tree, i) else "agent"), subject
    yield from complements(tree, i)
    if token.dep.startswith("nsubj") and tree.has(token.head, "cop"):
        yield from (("owner", t) for t in tree.below(token.head, "nmod:poss"))
    if token.pos in {"NOUN", "PROPN"} and takes_over(tree, i):
        yield from complements(tree, token.head)


def is_passive(tree: Tree, i: int) -> bool:
    """Whether the predicate is passive, also as a bare participle behind its noun ("a man shot by police")."""
    if any(t.dep.endswith(":pass") for t in (tree.tokens[k] for k in tree.children[i])):
        return True
    token = tree.tokens[i]
    participle = "VerbForm=Part" in token.features and "Tense=Past" in token.features
    return participle and token.dep.startswith("acl") and not tree.has(i, "aux", "obj")


def complements(tree: Tree, i: int) -> Iterator[tuple[Role, Token]]:
    """Objects, obliques and the modifiers of an event noun."""
    passive = is_passive(tree, i)
    for k in tree.children[i]:
        child = tree.tokens[k]
        base = child.dep.split(":")[0]
        if child.dep in SUBJECTS:
            if child.dep.endswith("pass"):
                yield "patient", antecedent(tree, child)
        elif child.dep == "nmod:poss":
            yield "owner", child
        elif base == "obj":
            yield "patient", antecedent(tree, child)
        elif base == "iobj":
            yield "recipient", child
        elif base in {"compound", "flat"} and tree.tokens[i].pos != "VERB":
            yield "partner", child
        elif child.dep == "obl:agent":
            yield "agent", child
        elif base in {"obl", "nmod"}:
            yield role_of(tree.markers(k) or marker_before(tree, k), passive=passive), child


def marker_before(tree: Tree, i: int) -> list[str]:
    """The preposition in front of a noun phrase whose parse lost it: a second reading, by position."""
    first = min(tree.subtree(i))
    before = tree.tokens[first - 1] if first > 0 else None
    return [before.text.lower()] if before is not None and before.pos == "ADP" else []


def role_of(markers: list[str], *, passive: bool) -> Role:
    """The role that a preposition gives."""
    if "with" in markers or "against" in markers:
        return "partner"
    if "between" in markers or "among" in markers or ("by" in markers and passive):
        return "agent"
    if "by" in markers:
        return "agent"
    if "of" in markers:
        return "patient"
    if any(m in PLACE_MARKERS for m in markers):
        return "place"
    return "theme"


def to_participants(context: Context, tree: Tree, token: Token, role: Role) -> Iterator[Participant]:
    """The participants that a token and its coordinations stand for."""
    yield one_participant(context, tree, token, role)
    listed = [t.i for t in tree.below(token.i, "conj") if t.pos in {"NOUN", "PROPN", "PRON"}]
    mention = context.name_at(tree, token.i)
    if mention is not None:
        listed += [i for i in context.listed_with(tree, mention) if i not in listed]
    for i in listed:
        yield one_participant(context, tree, tree.tokens[i], role)


def one_participant(context: Context, tree: Tree, token: Token, role: Role) -> Participant:
    """A single participant: a named entity, the person of a pronoun or office, else the noun itself."""
    mention = context.name_at(tree, token.i)
    if mention is not None:
        return Participant(
            role=role,
            key=context.key_of(mention),
            head=mention.name.text,
            start=mention.start,
            end=mention.end,
            name=mention.name,
        )
    key = token.lemma.lower()
    if token.lemma.lower() in PRONOUNS or token.text.lower() in PRONOUNS:
        key = context.stands_for(tree, token.i) or key
    elif token.pos == "NOUN" and is_definite(tree, token.i) and "Number=Plur" not in token.features:
        key = context.cast.holder(office_words(tree, token.i)) or key
    start, end = tree.noun_phrase(token.i)
    return Participant(role=role, key=key, head=token.lemma.lower(), start=start, end=end)


def office_words(tree: Tree, i: int) -> str:
    """A noun with the words that make it an office ("foreign minister")."""
    before = [t for t in tree.below(i, "amod", "compound") if t.i < i and t.text.islower()]
    return " ".join(t.lemma.lower() for t in (*before, tree.tokens[i]))


def is_definite(tree: Tree, i: int) -> bool:
    """Whether a noun refers back: "the minister", "his brother", "this meeting"."""
    if tree.has(i, "nmod:poss"):
        return True
    return any(t.lemma.lower() in {"the", "this", "that", "these", "those"} for t in tree.below(i, "det"))
