"""Whom "he" or "she" beside a quotation stands for."""

import re

from discrepancy.extract.context import Context
from discrepancy.extract.speakers_words import may_speak
from discrepancy.extract.tree import Tree
from discrepancy.model.mentions import NameMention, QuoteMention
from discrepancy.values.names_offices import is_head

__all__ = ["person_of_pronoun"]

LABEL = re.compile(r"\s*:")
# "Among them is Ana Berg, 30, who ...": what goes on about a name makes it what the sentence is about.
TAKEN_UP = re.compile(r"(?:,\s+\d\d)?,\s+whos?e?\b")
OBJECTS = ("obj", "iobj", "obl", "nmod")
PRONOUN = re.compile(r"she|he", re.IGNORECASE)
ARTICLES = ("the ", "The ")
# How far before its paragraph a pronoun reaches back, in characters: a paragraph of news or two.
REACH_BACK = 440


def person_of_pronoun(context: Context, at: int, quote: QuoteMention) -> str | None:
    """The person that "he" or "she" beside a quotation stands for: whom the words before it are about.

    The label of a transcript ("REED: ...") never is the one, for nobody calls himself "he"; nor is a man "she".
    """
    text = context.document.text
    paragraph = text.rfind("\n", 0, quote.start) + 1
    found = PRONOUN.match(text, at)
    pronoun = found.group() if found else ""
    named = [
        m
        for m in context.mentions.names
        if paragraph - REACH_BACK < m.end <= at
        and can_be_meant(context, m, pronoun)
        and not in_quotes(context, m)
        and not is_label(context, m, paragraph)
    ]
    office = subject_before(context, paragraph, quote)
    if office is not None and not any(m.start >= office[1] for m in named):
        return context.cast.holder(office[0])
    here = [m for m in named if m.start >= paragraph]
    for row in (here, named):
        sure = [m for m in row if context.cast.is_person(context.key_of(m))]
        people = [m for m in row if may_speak(context, m)]
        for some in (sure, people, row):
            if some:
                return context.key_of((main_subjects(context, some) or some)[-1])
    return None


def subject_before(context: Context, paragraph: int, quote: QuoteMention) -> tuple[str, int] | None:
    """The office that is the subject of the sentence before a quotation, and where: "The president smiled."."""
    trees = [t for t in context.trees if paragraph <= t.sentence.start and t.sentence.end <= quote.start]
    if not trees:
        return None
    root = next((t for t in trees[-1].tokens if t.head == t.i), None)
    subject = trees[-1].subject(root.i) if root is not None else None
    if subject is None or subject.pos != "NOUN" or not is_head(subject.lemma):
        return None
    words = [t.lemma.lower() for t in trees[-1].below(subject.i, "amod", "compound") if t.i < subject.i]
    return " ".join((*words, subject.lemma.lower())), trees[-1].sentence.start


def can_be_meant(context: Context, mention: NameMention, pronoun: str) -> bool:
    """Whether a name can be that of a man or a woman of the pronoun's gender: "the Lantern" is nobody."""
    if mention.name.kind not in {"person", "unknown"}:
        return False
    lead = context.document.text[max(0, mention.start - 4) : mention.start]
    return not (mention.name.kind == "unknown" and lead in ARTICLES) and context.cast.fits(
        context.key_of(mention), pronoun
    )


def main_subjects(context: Context, mentions: list[NameMention]) -> list[NameMention]:
    """The mentions that are subjects of something; in one sentence those of its main clause before others."""
    rows: dict[int, list[tuple[bool, NameMention]]] = {}
    for mention in mentions:
        tree = tree_of(context, mention)
        if tree is not None and is_taken_up(context, tree, mention):
            rows.setdefault(tree.sentence.index, []).append((is_main(tree, mention), mention))
    found = []
    for row in rows.values():
        main = [m for is_in_main, m in row if is_in_main]
        found.extend(main or [m for _, m in row])
    return found


def tree_of(context: Context, mention: NameMention) -> Tree | None:
    """The sentence of a name."""
    for tree in context.trees:
        if tree.sentence.start <= mention.name_start < tree.sentence.end:
            return tree
    return None


def is_taken_up(context: Context, tree: Tree, mention: NameMention) -> bool:
    """Whether a name is the subject of something in its sentence, or of a relative clause behind it."""
    head = tree.head_of(mention.name_start, mention.name_end)
    if head is None or head.dep.split(":")[0] in OBJECTS:
        return False
    return context.is_subject(tree, mention) or bool(TAKEN_UP.match(context.document.text, mention.end))


def is_main(tree: Tree, mention: NameMention) -> bool:
    """Whether a name is the subject of the main clause, not of one that says when or why."""
    head = tree.head_of(mention.name_start, mention.name_end)
    if head is None:
        return False
    verb = tree.tokens[head.head]
    return not any(t.dep.split(":")[0] in {"advcl", "ccomp", "acl"} for t in (verb, *tree.up(verb.i)))


def in_quotes(context: Context, mention: NameMention) -> bool:
    """Whether a name stands in somebody's words."""
    return any(q.start <= mention.start < q.end for q in context.mentions.quotes)


def is_label(context: Context, mention: NameMention, paragraph: int) -> bool:
    """Whether a name opens its paragraph as a transcript's label."""
    text = context.document.text
    return not text[paragraph : mention.start].strip() and bool(LABEL.match(text, mention.end))
