"""Who says a quotation by the words beside it alone: a second reading, where the parse does not know the verb.

Right behind the closing mark stands a verb, whatever it is, and then the speaker ('..., stammers guide Ana
Berg'), or the speaker and then the verb ('..., the winner shouted').
"""

import re
from collections.abc import Mapping, Sequence

import attrs

from discrepancy.extract.context import Context
from discrepancy.language import word_set
from discrepancy.mentions.names_sayings import is_reporting
from discrepancy.mentions.names_words import is_function, is_saying
from discrepancy.model.mentions import NameMention

__all__ = ["Spoken", "may_speak", "speaker_in_words", "speaker_of_insertion"]

WORD = re.compile(r"[^\W_][\w'’-]*|\S")
MOST_WORDS = 6  # words of a description
MOST_BESIDE = 12  # words of an apposition between a speaker and the verb
# ", says the judge, ": a verb of saying between commas, before its subject.
INSERTED = re.compile(r"[,–—]\s+(?P<verb>[a-z]+)\s")


def beside(kind: str) -> frozenset[str]:
    """Small words that stand beside a quotation."""
    return word_set("speech", "beside", kind)


def determiners() -> frozenset[str]:
    """The words with which a description begins."""
    return beside("definite") | beside("indefinite") | beside("owners")


@attrs.frozen(kw_only=True)
class Spoken:
    """The speaker that some words name: a name, a pronoun by its offset, or a noun ("the winner", "nurse")."""

    name: NameMention | None = None
    pronoun: int | None = None
    noun: str | None = None


def speaker_in_words(context: Context, start: int, end: int) -> Spoken | None:
    """The speaker that the words right behind a quotation name, whatever verb reports."""
    row = Row.of(context, start, end)
    first = row.past_adverbs(0)
    verb = row.past_verb(first)
    if verb is not None:
        found, _ = row.subject(row.past_listener(verb))
        return found
    found, after = row.subject(first)
    if found is None or found.pronoun is not None:
        return None
    if found.noun is not None:
        return found if after < 0 else None
    return found if row.past_verb(row.past_beside(after)) is not None else None


def speaker_of_insertion(context: Context, start: int, end: int) -> Spoken | None:
    """The speaker of words into which the attribution is set: 'A crack, says the nurse, "like a whip"'."""
    text = context.document.text
    for match in reversed(list(INSERTED.finditer(text, start, end))):
        if is_saying(match.group("verb")):
            row = Row.of(context, match.start("verb"), end)
            found, after = row.subject(1)
            if found is not None and (row.word(after) in {",", ""} or row.word(after) in beside("ends")):
                return found
    return None


def may_speak(context: Context, mention: NameMention) -> bool:
    """Whether a name can be that of a person: known as one, or a full name of no known kind."""
    entity = context.cast.entity(context.key_of(mention))
    return entity is not None and (
        entity.kind == "person" or (entity.kind == "unknown" and len(mention.name.parts) > 1)
    )


@attrs.frozen(eq=False)
class Row:
    """The words of a stretch of text, read from left to right."""

    context: Context
    words: Sequence[re.Match[str]]
    names: Mapping[int, NameMention]

    @classmethod
    def of(cls, context: Context, start: int, end: int) -> "Row":
        """Cut a stretch into words."""
        words = list(WORD.finditer(context.document.text, start, end))
        return cls(context, words, {m.start: m for m in context.mentions.names if start <= m.start < end})

    def word(self, i: int) -> str:
        """The word at a place; empty behind the last one."""
        return self.words[i].group() if 0 <= i < len(self.words) else ""

    def past_adverbs(self, i: int) -> int:
        """The place behind adverbs: "drily", "later"."""
        while self.word(i).endswith("ly") or self.word(i) in {"then", "later", "also", "once", ",", "–", "—"}:
            i += 1
        return i

    def past_verb(self, i: int) -> int | None:
        """The place behind a verb that reports, if one stands here."""
        i = self.past_adverbs(i)
        if self.word(i) in beside("auxiliaries"):
            i = self.past_adverbs(i + 1)
            return i + 1 if is_saying(self.word(i)) else None
        return i + 1 if is_reporting(self.word(i)) else None

    def past_listener(self, i: int) -> int:
        """The place behind whom it is said to: "narrated to this paper", "told the court"."""
        if self.word(i) != "to":
            return i
        i += 2
        while self.word(i)[:1].isupper() or (self.word(i) and self.word(i - 1) in determiners()):
            i += 1
        return i

    def past_beside(self, i: int) -> int:
        """The place behind what stands beside a name between commas."""
        if self.word(i) != ",":
            return i
        stop = next((k for k in range(i + 1, i + MOST_BESIDE) if self.word(k) == ","), i)
        return stop + 1

    def name_at(self, i: int) -> NameMention | None:
        """The name that begins at a word, with what belongs to it."""
        return self.names.get(self.words[i].start()) if i < len(self.words) else None

    def behind(self, mention: NameMention) -> int:
        """The place behind a name."""
        return next((k for k, w in enumerate(self.words) if w.start() >= mention.end), len(self.words))

    def subject(self, i: int) -> tuple[Spoken | None, int]:
        """The speaker that begins here and the place behind it; -1 where the verb stands in it."""
        if self.word(i).lower() in {"he", "she"}:
            return Spoken(pronoun=self.words[i].start()), i + 1
        mention = self.name_at(i)
        if mention is not None and not self.owns(mention):
            return (Spoken(name=mention), self.behind(mention)) if self.speaks(mention) else (None, i)
        if mention is not None:
            i = self.behind(mention) + 1
        return self.described(i)

    def owns(self, mention: NameMention) -> bool:
        """Whether a name stands in the possessive: "Berg's lawyer"."""
        return self.context.document.text[mention.end : mention.end + 2] in {"'s", "’s"}

    def speaks(self, mention: NameMention) -> bool:
        """Whether a name right beside the verb is no place and no body."""
        entity = self.context.cast.entity(self.context.key_of(mention))
        return entity is not None and entity.kind in {"person", "unknown"}

    def described(self, i: int) -> tuple[Spoken | None, int]:
        """The speaker that a noun describes: the name behind it, else the noun."""
        article = self.word(i).lower()
        first = i + 1 if article in determiners() else i
        last = first
        while last - first < MOST_WORDS and self.is_noun(last):
            last += 1
        if last == first:
            return None, i
        mention = self.name_behind(last)
        if mention is not None:
            return Spoken(name=mention), self.behind(mention)
        if first == i:
            return None, i
        verb = self.verb_within(first, last)
        noun = [self.word(k).lower() for k in range(first, verb or last)]
        key = f"the {' '.join(noun)}" if article in beside("definite") else noun[-1]
        return Spoken(noun=key), -1 if verb or self.past_verb(last) is not None else last

    def is_noun(self, i: int) -> bool:
        """Whether a word can belong to a description: in lower case and no function word."""
        word = self.word(i)
        described = word in beside("adjectives") or not is_function(word)
        return (word[:1].islower() and described) or word[:1].isdigit()

    def verb_within(self, first: int, last: int) -> int | None:
        """Where the verb stands that was read as a part of the description: "the winner shouted"."""
        for k in range(last - 1, first, -1):
            if is_saying(self.word(k)) or (is_reporting(self.word(k)) and self.word(k).endswith("ed")):
                return k
        return None

    def name_behind(self, i: int) -> NameMention | None:
        """The name that a description leads to: right behind it, or behind a complement and a comma."""
        if self.word(i) in beside("complements"):
            stop = next((k for k in range(i, i + MOST_WORDS) if self.word(k) in {",", ""}), None)
            number = self.word(i + 1) in beside("counts")
            i = i + 2 if number else stop if stop is not None else i
        if self.word(i) == ",":
            i += 1
        mention = self.name_at(i)
        if mention is None or self.owns(mention) or not may_speak(self.context, mention):
            return None
        return mention
