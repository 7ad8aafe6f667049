"""Whose age a figure is."""

from discrepancy.extract.context import PRONOUNS, Context
from discrepancy.extract.lexicon import families, listed
from discrepancy.extract.tree import Tree
from discrepancy.extract.triggers import trigger_above
from discrepancy.model.mentions import QuantityMention
from discrepancy.model.text import Token

__all__ = ["owner_of_age"]

AGE_REACH = 4  # characters between a name and its age: a comma, a bracket, "aged" is counted with the age
# "He was 78.": a sentence of no more words tells the age of today, or of death.
SHORT = 6
ENDING = listed("ending_life")
PRESENT = listed("present")


def owner_of_age(context: Context, tree: Tree, mention: QuantityMention) -> str | None:
    """The person whose age a figure is: named beside it, or the subject of its clause; nobody where neither is told."""
    names = context.names_by_sentence[tree.sentence.index]
    before = [
        m for m in names if 0 <= mention.start - m.end <= AGE_REACH and m.name.kind in {"person", "unknown"}
    ]
    if before:
        return context.key_of(before[-1])
    behind = [m for m in names if 0 <= m.start - mention.end <= 2 * AGE_REACH and m.name.kind == "person"]
    return context.key_of(behind[0]) if behind else owner_in_clause(context, tree, mention)


def owner_in_clause(context: Context, tree: Tree, mention: QuantityMention) -> str | None:
    """The subject that died at that age, or is of that age: "has died in Uppsala aged 87", "She is 39".

    "She was 58 when ..." tells an age of another time and makes no claim here.
    """
    head = tree.head_of(mention.start, mention.end)
    if head is None:
        return None
    at = head.i if tree.has(head.i, "cop") else trigger_above(tree, head.i)
    if at is None or not (is_age_of_today(tree, at) or ends_life(tree.tokens[at])):
        return None
    subject = tree.subject(at)
    if subject is None:
        return None
    if subject.text.lower() in PRONOUNS:
        return context.stands_for(tree, subject.i)
    mentioned = context.name_at(tree, subject.i)
    return context.key_of(mentioned) if mentioned is not None and mentioned.name.kind == "person" else None


def is_age_of_today(tree: Tree, at: int) -> bool:
    """Whether an age is told of today, or stands for itself in a short sentence."""
    copula = [t.text.lower() for t in tree.below(at, "cop")]
    if not copula or tree.has(at, "advcl"):
        return False
    return bool(PRESENT & set(copula)) or len(tree.tokens) <= SHORT


def ends_life(token: Token) -> bool:
    """Whether a verb tells that somebody died."""
    return bool(set(families().get((token.lemma.lower(), token.pos), ())) & ENDING)
