"""Who says the words between quotation marks.

News names the speaker right after the marks ("...," said Ortega), right before them (Ortega told reporters:
"..."), or not at all where the paragraph goes on with words of the one who spoke last.
"""

import re
from functools import cache

from discrepancy.extract.context import PRONOUNS, Context
from discrepancy.extract.lexicon import speech
from discrepancy.extract.participants import subject_of
from discrepancy.extract.speakers_pronouns import person_of_pronoun
from discrepancy.extract.speakers_subjects import Zone, is_label_of_line, key_of_subject, people_in
from discrepancy.extract.speakers_words import Spoken, speaker_in_words, speaker_of_insertion
from discrepancy.extract.stance import speaker_key
from discrepancy.extract.tree import Tree
from discrepancy.language import load_words
from discrepancy.model.mentions import QuoteMention
from discrepancy.model.text import Token

__all__ = ["speakers_of"]

MARKS = " \t“”„\"'‘’«»‹›`"
# A quotation that is a full sentence in itself leaves nothing for the words behind it to say.
FULL_STOP = re.compile(r"[.!?…][\"'”’»]*$")
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)[.!?](?=\s|$)|\n")
PRONOUN_FIRST = re.compile(r"[\s,–—-]*(?P<pronoun>he|she)\b", re.IGNORECASE)
PRONOUN_LAST = re.compile(r"\b(?:he|she)$")
# "a spokesman for Ortega said": the name belongs to another noun.
BELONGS = re.compile(r"\b(?:for|of|to|from|by|with|against|and)\s+(?:the\s+)?$")
# "..., and I quote, ...": the reporter's own aside.
FIRST = frozenset({"i", "we"})
# How far an attribution reaches from the marks; longer stretches are sentences of their own.
REACH = 220


def speakers_of(context: Context) -> dict[int, str]:
    """Map the start of each quotation to the local entity or noun that speaks it."""
    quotes = [q for q in context.mentions.quotes if q.kind == "speech"]
    found: dict[int, str] = {}
    before: QuoteMention | None = None
    for n, quote in enumerate(quotes):
        if before is not None and before.start <= quote.start < before.end:
            if before.start in found:
                found[quote.start] = found[before.start]  # nested: the outer speaker reports it
            continue
        follower = next((q for q in quotes[n + 1 :] if q.start > quote.end), None)
        zone = tail_of(context, quote, follower)
        pronoun = PRONOUN_FIRST.match(context.document.text, zone.start, zone.end)
        if pronoun:
            speaker = person_of_pronoun(context, pronoun.start("pronoun"), quote)
        else:
            speaker = by_attribution(context, zone, quote, before)
        if speaker is None and not pronoun:
            if before is not None and goes_on(context, before, quote):
                speaker = found.get(before.start)
            elif opens_paragraph(context, before, quote):
                speaker = by_sentence_before(context, quote)
        if speaker is not None:
            found[quote.start] = speaker
        before = quote
    return found


def tail_of(context: Context, quote: QuoteMention, follower: QuoteMention | None) -> Zone:
    """The words after the closing mark that go on with the sentence of a quotation, if any do."""
    text = context.document.text
    start = quote.end + 1
    while start < len(text) and text[start] in MARKS:
        start += 1
    after = text[start : start + 1]
    if FULL_STOP.search(text[quote.start : quote.end]) and not (
        after.islower() or text[quote.end - 1] in "!?"
    ):
        return Zone(start, start)
    stop = SENTENCE_END.search(text, start)
    end = min(
        stop.start() if stop else len(text), start + REACH, follower.start - 1 if follower else len(text)
    )
    return Zone(start, max(start, end))


def by_attribution(
    context: Context, zone: Zone, quote: QuoteMention, before: QuoteMention | None
) -> str | None:
    """The speaker named behind or before the marks; a fragment without a comma goes with the words before."""
    text = context.document.text
    tail = text[zone.start : zone.end].split(None, 1)
    if tail and tail[0].lower() in breaks():
        return by_lead(context, quote, before)
    closes = text[quote.end - 1] in ",?!…—–-" or text[quote.end + 1 : quote.end + 2] == ","
    if closes or not text[quote.start].islower():
        return by_tail(context, zone, quote) or by_lead(context, quote, before)
    return by_lead(context, quote, before) or by_tail(context, zone, quote)


@cache
def breaks() -> frozenset[str]:
    """The words with which another clause begins behind a quotation."""
    return frozenset(load_words("quotes")["attribution"]["breaks"].split())


def by_tail(context: Context, zone: Zone, quote: QuoteMention) -> str | None:
    """The speaker named after the closing mark: "...," said Ortega."""
    if zone.end <= zone.start:
        return None
    found = by_verb(context, zone, quote, first=True)
    if found is not None and context.cast.entity(found) is not None:
        return found
    spoken = key_of_spoken(context, speaker_in_words(context, zone.start, zone.end), quote)
    if spoken is not None and (found is None or context.cast.entity(spoken) is not None):
        return spoken
    return found or by_reporting_words(context, zone, after_marks=True)


def key_of_spoken(context: Context, spoken: Spoken | None, quote: QuoteMention) -> str | None:
    """The key of a speaker that the words alone name; who holds the office that they give, else the words."""
    if spoken is None:
        return None
    if spoken.name is not None:
        return context.key_of(spoken.name)
    if spoken.pronoun is not None:
        return person_of_pronoun(context, spoken.pronoun, quote)
    noun = spoken.noun or ""
    return context.cast.holder(noun.removeprefix("the ")) or noun or None


def by_lead(context: Context, quote: QuoteMention, before: QuoteMention | None) -> str | None:
    """The speaker named before the opening mark: Ortega told reporters: "..."."""
    text = context.document.text
    end = quote.start - 1
    while end > 0 and text[end - 1] in MARKS:
        end -= 1
    floor = max(0, quote.start - REACH, before.end + 1 if before is not None else 0)
    stops = list(SENTENCE_END.finditer(text, floor, end))
    start = stops[-1].end() if stops else floor
    while start < end and text[start] in MARKS:
        start += 1
    if end <= start:
        return None
    zone = Zone(start, end)
    opened = text[end - 1]
    inserted = speaker_of_insertion(context, start, end)
    if inserted is not None:
        return key_of_spoken(context, inserted, quote)
    pronoun = PRONOUN_LAST.search(text, start, end)
    if opened not in ":," and pronoun:
        return person_of_pronoun(context, pronoun.start(), quote)
    found = by_verb(context, zone, quote, first=False)
    if found is None and opened in ":,":
        found = by_reporting_words(context, zone, after_marks=False)
    if found is None and opened == ":":
        found = first_person(context, zone)
    return found


def by_verb(context: Context, zone: Zone, quote: QuoteMention, *, first: bool) -> str | None:
    """The subject of the verb of saying in a zone that stands nearest to the marks, as the parse has it."""
    verbs = [(tree, token) for tree in trees_in(context, zone) for token in says(tree, zone)]
    for tree, token in verbs if first else reversed(verbs):
        subject = subject_of(tree, token.i)
        if subject is None or quote.start <= subject.start < quote.end or subject.text.lower() in FIRST:
            continue
        if is_label_of_line(context, subject):
            continue
        if subject.text.lower() in PRONOUNS:
            return person_of_pronoun(context, subject.start, quote)
        if first and not zone.holds(subject.start, subject.end):
            continue
        return key_of_subject(context, tree, subject, token)
    return None


def says(tree: Tree, zone: Zone) -> list[Token]:
    """The verbs of saying in a zone."""
    return [
        t
        for t in tree.tokens
        if t.pos == "VERB" and t.lemma.lower() in speech("say") and zone.holds(t.start, t.end)
    ]


def trees_in(context: Context, zone: Zone) -> list[Tree]:
    """The sentences that overlap a zone."""
    return [t for t in context.trees if t.sentence.start < zone.end and zone.start < t.sentence.end]


def by_reporting_words(context: Context, zone: Zone, *, after_marks: bool) -> str | None:
    """A second reading by the text alone, for quotations that broke the parse.

    Right after or right before the marks stands the attribution, so the first person in it speaks, whatever
    the verb is ("beamed", "thundered"), unless the name belongs to another noun.
    """
    text = context.document.text
    for mention in people_in(context, zone):
        lead = text[zone.start : mention.start]
        if BELONGS.search(lead) or text[mention.end : mention.end + 2] in {"'s", "’s"}:
            return None
        words = lead.split()
        if after_marks and len(words) > 4:
            return None
        rest = text[mention.end : zone.end]
        verbs = any(t for tree in trees_in(context, zone) for t in tree.tokens if is_verb(t, zone))
        return context.key_of(mention) if verbs or rest.strip() == ":" else None
    return None


def is_verb(token: Token, zone: Zone) -> bool:
    """Whether a token is a verb inside the zone."""
    return token.pos == "VERB" and zone.holds(token.start, token.end)


def first_person(context: Context, zone: Zone) -> str | None:
    """The name that opens a zone before a colon ("Ortega, from her seat: ...")."""
    people = people_in(context, zone)
    return context.key_of(people[0]) if people else None


def goes_on(context: Context, before: QuoteMention, quote: QuoteMention) -> bool:
    """Whether a quotation goes on with the words of the one before it.

    In one paragraph no more than the attribution may stand between them; a paragraph of its own that is
    nothing but a quotation goes on with the speaker of the paragraph before.
    """
    text = context.document.text
    between = text[before.end : quote.start].strip(MARKS + "\n")
    if "\n" not in text[before.end : quote.start]:
        return len(SENTENCE_END.findall(between)) <= 1 and len(between) <= REACH
    line = text[text.rfind("\n", 0, quote.start) + 1 : (text.find("\n", quote.end) + 1 or len(text) + 1) - 1]
    alone = len(line.strip(MARKS)) <= quote.end - quote.start
    return alone and len(between) <= REACH and len(re.findall(r"\n+", between)) <= 1


def opens_paragraph(context: Context, before: QuoteMention | None, quote: QuoteMention) -> bool:
    """Whether a quotation is the first of its paragraph."""
    paragraph = context.document.text.rfind("\n", 0, quote.start) + 1
    return before is None or before.end < paragraph


def by_sentence_before(context: Context, quote: QuoteMention) -> str | None:
    """The subject of the verb of saying in the sentence that leads up to a quotation."""
    text = context.document.text
    paragraph = text.rfind("\n", 0, quote.start) + 1
    trees = [t for t in context.trees if paragraph <= t.sentence.start and t.sentence.end <= quote.start]
    if not trees or not text[quote.start : quote.start + 1].isupper():
        return None
    tree = trees[-1]
    whole = Zone(tree.sentence.start, tree.sentence.end)
    for token in says(tree, whole):
        subject = subject_of(tree, token.i)
        if subject is not None and subject.i < token.i:
            return speaker_key(context, tree, subject)
    return None
