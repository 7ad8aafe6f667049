"""Whom "he" or "she" beside a quotation stands for."""

import re

from discrepancy.extract.context import Context
from discrepancy.model.mentions import NameMention, QuoteMention

__all__ = ["is_person", "person_of_pronoun"]

LABEL = re.compile(r"\s*:")
# How far before its paragraph a pronoun reaches back, in characters: a paragraph of news or two.
REACH_BACK = 440


def person_of_pronoun(context: Context, at: int, quote: QuoteMention) -> str | None:
    """The person that "he" or "she" beside a quotation stands for: whom the words before it are about.

    The label of a transcript ("REED: ...") never is the one, for nobody calls himself "he".
    """
    paragraph = context.document.text.rfind("\n", 0, quote.start) + 1
    named = [
        m
        for m in context.mentions.names
        if paragraph - REACH_BACK < m.end <= at
        and m.name.kind in {"person", "unknown"}
        and not in_quotes(context, m)
        and not is_label(context, m, paragraph)
    ]
    here = [m for m in named if m.start >= paragraph]
    for row in (here, named):
        people = [m for m in row if is_person(context, m)]
        for candidates in (subjects(context, people), people, subjects(context, row), row):
            if candidates:
                return context.key_of(candidates[-1])
    return None


def subjects(context: Context, mentions: list[NameMention]) -> list[NameMention]:
    """The mentions that are subjects of something."""
    return [m for m in mentions if is_subject(context, m)]


def is_subject(context: Context, mention: NameMention) -> bool:
    """Whether a name is the subject of something in its sentence."""
    for tree in context.trees:
        if tree.sentence.start <= mention.name_start < tree.sentence.end:
            return context.is_subject(tree, mention)
    return False


def in_quotes(context: Context, mention: NameMention) -> bool:
    """Whether a name stands in somebody's words."""
    return any(q.start <= mention.start < q.end for q in context.mentions.quotes)


def is_label(context: Context, mention: NameMention, paragraph: int) -> bool:
    """Whether a name opens its paragraph as a transcript's label."""
    text = context.document.text
    return not text[paragraph : mention.start].strip() and bool(LABEL.match(text, mention.end))


def is_person(context: Context, mention: NameMention) -> bool:
    """Whether a mention names a person."""
    return context.cast.is_person(context.key_of(mention))
