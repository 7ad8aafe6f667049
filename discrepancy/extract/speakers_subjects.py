"""Whom the subject of a verb of saying stands for: a name in it, a name beside it, else its noun."""

import re

import attrs

from discrepancy.extract.context import Context
from discrepancy.extract.speakers_words import may_speak
from discrepancy.extract.stance import speaker_key
from discrepancy.extract.tree import Tree
from discrepancy.model.mentions import NameMention
from discrepancy.model.text import Token

__all__ = ["Zone", "is_label_of_line", "key_of_subject", "people_in"]

# "Ana Ortega, a professor": what stands between a name and the noun that describes it.
DESCRIBED = re.compile(r",\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}", re.IGNORECASE)


@attrs.frozen
class Zone:
    """The words around a quotation that may name its speaker."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether a span lies inside."""
        return self.start <= start and end <= self.end


def key_of_subject(context: Context, tree: Tree, subject: Token, verb: Token) -> str | None:
    """The key of a subject: its own name, the one beside it, else who or what the noun stands for."""
    named = context.name_at(tree, subject.i) or apposed(context, tree, subject)
    if named is None and subject.i < verb.i:
        between = context.document.text[subject.end : verb.start]
        beside = people_in(context, Zone(subject.end, verb.start))
        if beside and "," in between[: beside[0].start - subject.end]:
            named = beside[0]
        before = people_in(context, Zone(max(0, subject.start - 60), subject.start))
        if named is None and before and is_described(context, before[-1], subject):
            named = before[-1]
    if named is not None:
        return context.key_of(named)
    unknown = any(
        t.lemma.lower() in {"a", "an", "one", "another"} for t in tree.below(subject.i, "det", "nummod")
    )
    if unknown:
        return subject.lemma.lower()
    key = speaker_key(context, tree, subject)
    article = next((t for t in tree.below(subject.i, "det") if t.lemma.lower() == "the"), None)
    if article is None or key != subject.lemma.lower():
        return key
    return f"the {context.document.text[article.end : subject.end].strip().lower()}"


def is_label_of_line(context: Context, token: Token) -> bool:
    """Whether a word is the label of a transcript's line ("REED: ...")."""
    text = context.document.text
    return text[token.end : token.end + 1] == ":" and "\n" in text[max(0, token.start - 1) : token.start]


def is_described(context: Context, mention: NameMention, subject: Token) -> bool:
    """Whether a noun only describes the name before it ("Ana Ortega, a professor, said")."""
    return bool(DESCRIBED.fullmatch(context.document.text[mention.end : subject.start]))


def apposed(context: Context, tree: Tree, subject: Token) -> NameMention | None:
    """The name that stands in apposition to a noun ("the governor of the province, Ana Ortega")."""
    for child in tree.below(subject.i, "appos", "flat"):
        mention = context.name_at(tree, child.i)
        if mention is not None and may_speak(context, mention):
            return mention
    return None


def people_in(context: Context, zone: Zone) -> list[NameMention]:
    """The people named in a zone."""
    return [m for m in context.mentions.names if zone.holds(m.start, m.end) and may_speak(context, m)]
