"""What a figure counts or measures: the noun at it, the subject it is told of, people where nothing is said."""

from functools import cache

from discrepancy.extract.lexicon import listed, people_nouns
from discrepancy.extract.tree import Tree
from discrepancy.language import word_set
from discrepancy.model.claims import Event
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token

__all__ = ["counted_noun", "counted_token"]

# Nouns that a figure with a unit is the value of, and verbs that give it to their subject.
MEASURES = listed("measures")
MEASURING = listed("measuring")
# "18 km north of the town" is a distance.
BEARINGS = listed("bearings")
BRACKETED = 8  # tokens within which a bracket behind a distance is closed
PEOPLE = "people"
# A bare number in these slots is told of: "killing five", "five are dead", "five of them".
TOLD_OF = frozenset({"nsubj", "nsubj:pass", "obj", "nsubj:outer"})


def counted_noun(
    tree: Tree, mention: QuantityMention, token: Token | None, event: Event | None, before: str | None
) -> str | None:
    """The lemma of what a figure counts; ``before`` is what the figure before it in the sentence counts.

    A body of people ("a class of 23", "61 strong") counts people, and so does a bare number where people are told
    of ("killing five"); another bare number takes up the noun of the one before it ("212 cases, 38 confirmed").
    """
    quantity = mention.quantity
    if (
        token is not None
        and mention.start <= token.start < mention.end
        and token.lemma.lower() not in people_nouns()
    ):
        token = None if quantity.unit == "count" else token
    noun = token.lemma.lower() if token is not None else quantity.counted
    if quantity.unit != "count" or quantity.other is not None:
        return noun
    head = tree.head_of(mention.start, mention.end)
    if noun or head is None:
        return noun
    if is_body(tree, mention, head):
        return PEOPLE
    if not is_told_of(tree, head):
        return None
    if (said := said_to_be(tree, head)) is not None:
        return said
    return PEOPLE if event is not None and event.family in word_set("counted", "peopled") else before


@cache
def bodies() -> frozenset[str]:
    """Nouns for a body of people."""
    return word_set("counted", "bodies")


def is_body(tree: Tree, mention: QuantityMention, head: Token) -> bool:
    """Whether a figure is the size of a body of people: "a crew of 14", "the shift, 61 strong"."""
    above = tree.tokens[head.head]
    if head.dep.startswith("nmod") and "of" in tree.markers(head.i) and above.lemma.lower() in bodies():
        return True
    behind = [t.text.lower() for t in tree.tokens if mention.end <= t.start <= mention.end + 1]
    return behind[:1] == ["strong"]


def said_to_be(tree: Tree, head: Token) -> str | None:
    """The noun that a bare number is said to be: "three were staff"."""
    above = tree.tokens[head.head]
    is_noun = above.pos == "NOUN" and head.dep.startswith("nsubj") and tree.has(above.i, "cop")
    return above.lemma.lower() if is_noun else None


def is_told_of(tree: Tree, head: Token) -> bool:
    """Whether a bare number is what something is told of, and stands for what it counts ("38 confirmed")."""
    if head.pos != "NUM" or tree.markers(head.i):
        return False
    behind = tree.tokens[head.i + 1 : head.i + 2]
    return head.dep in TOLD_OF or any(t.text.lower() in listed("certain") for t in behind)


def counted_token(tree: Tree, mention: QuantityMention, head: Token) -> Token | None:
    """The noun that a number counts: what it modifies, or the noun found behind it in the text."""
    if mention.quantity.unit != "count":
        return measured_token(tree, head, mention)
    if head.dep in {"nummod", "nmod:num", "det", "amod", "compound"} and head.head != head.i:
        above = tree.tokens[head.head]
        if above.pos in {"NOUN", "PROPN", "ADJ"}:
            return above
    if mention.counted_start is not None and mention.counted_end is not None:
        return tree.head_of(mention.counted_start, mention.counted_end)
    for child in tree.below(head.i, "nmod"):
        if "of" in tree.markers(child.i) and child.pos != "PRON":
            return child
    if head.pos == "NOUN":
        return head
    subject = tree.subject(told_by(tree, head)) if head.dep in {"obl", "obj"} else None
    if subject is None or subject.pos != "NOUN":
        return None
    inside = [t for t in tree.below(subject.i, "nmod") if "of" in tree.markers(t.i)]
    return inside[0] if inside and subject.lemma.lower() in {"number", "figure", "total"} else subject


def measured_token(tree: Tree, head: Token, mention: QuantityMention) -> Token | None:
    """The noun whose measure a figure with a unit is: "61 grams of dust", "a turnout of 58%", "depth 12 km"."""
    inside = [t for t in tree.below(head.i, "nmod") if "of" in tree.markers(t.i) and t.pos == "NOUN"]
    inside = [t for t in inside if not mention.start <= t.start < mention.end]
    if inside:
        return inside[0]
    above = tree.tokens[head.head]
    if head.dep.split(":")[0] == "nmod" and above.pos == "NOUN" and {"of", "at"} & set(tree.markers(head.i)):
        return above
    if (moved := moved_token(tree, head)) is not None:
        return moved
    if head.dep in {"obl", "obj", "root"} and (subject := tree.subject(told_by(tree, head))) is not None:
        known = subject.pos == "NOUN" or subject.lemma.lower() in MEASURES
        return subject if known else None
    bearing = bearing_behind(tree, head)
    if bearing is not None:
        return bearing
    before = [t for t in tree.tokens[max(0, head.i - 5) : head.i] if t.end <= mention.start][-2:]
    return next((t for t in before if t.lemma.lower() in MEASURES), None)


def moved_token(tree: Tree, head: Token) -> Token | None:
    """The measure that a figure moves: "cut its rate by half a point, to 3 percent", "turnout rose to 61"."""
    if not {"to", "by", "from"} & set(tree.markers(head.i)):
        return None
    above = next((t for t in tree.up(head.i) if t.pos == "VERB"), None)
    if above is None:
        return None
    moved = [*tree.below(above.i, "obj"), *([s] if (s := tree.subject(above.i)) is not None else [])]
    return next((t for t in moved if t.lemma.lower() in MEASURES), None)


def bearing_behind(tree: Tree, head: Token) -> Token | None:
    """The direction behind a distance, past the same distance in another unit: "18 km (11 miles) north"."""
    open_brackets = 0
    for token in tree.tokens[head.i + 1 : head.i + 1 + BRACKETED]:
        open_brackets += (token.text == "(") - (token.text == ")")
        if open_brackets <= 0 and token.text != ")":
            return token if token.text.lower() in BEARINGS else None
    return None


def told_by(tree: Tree, head: Token) -> int:
    """The verb that gives its subject the figure: "amounted to", "stood at", "was"; else the figure itself."""
    above = tree.tokens[head.head]
    return above.i if head.dep in {"obl", "obj"} and above.lemma.lower() in MEASURING else head.i
