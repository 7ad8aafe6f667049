"""Why something happened: which documents leave the cause open, and which tell it as a fact.

What is open is read sentence by sentence, as it is said in too many ways for a parse to hold: a word that asks
("what caused", "the reason for") beside one that leaves it unsettled ("unknown", "too early to say").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from discrepancy.graph.claim_graph import ClaimGraph
from discrepancy.graph.frames import Frame
from discrepancy.graph.topics import kinds_of, says
from discrepancy.graph.vetoes import related
from discrepancy.language import load_words, split_words, word_set
from discrepancy.model.claims import Certainty
from discrepancy.model.text import Document, Passage

__all__ = ["OpenCause", "find_open_causes"]

SENTENCE = re.compile(r"[^\s](?:.*?[.!?][\"”’')]*(?=\s|$)|.+)", re.DOTALL)
# Whoever is asked for the cause a day later may know it; what is told then as plain fact still speaks against it.
LATER_DAYS = 1
# Happenings that people are the object of: which death is meant, only a name says.
OF_PEOPLE = frozenset({"die", "kill", "injure"})
ANY_HAPPENING = "happening"
# Letters by which a verb is known in its clause, and words behind it within which its object is named.
STEM, REACH = 4, 5


@attrs.frozen(kw_only=True, eq=False)
class OpenCause:
    """The passages that leave a cause open, and the one that names it."""

    open: tuple[Passage, ...]
    fact: Passage


@attrs.frozen(kw_only=True, eq=False)
class Asked:
    """A sentence that leaves a cause open, with the families of the happenings that it names and the people."""

    passage: Passage
    kinds: frozenset[str]
    people: frozenset[str]


@attrs.frozen(kw_only=True, eq=False)
class Named:
    """An event that names a cause, with the families of what was caused."""

    frame: Frame
    kinds: frozenset[str]


def find_open_causes(graph: ClaimGraph) -> Iterator[OpenCause]:
    """Causes that some documents of a group leave open and another one tells as a fact."""
    frames: dict[str, list[Frame]] = defaultdict(list)
    for frame in graph.frames.values():
        if frame.claim.attribute == "polarity" and frame.event is not None:
            frames[frame.document].append(frame)
    opens = {d.id: asked_in(d, frames[d.id]) for d in graph.documents}
    for document in graph.documents:
        if opens[document.id]:
            continue
        for named in named_in(document, frames[document.id]):
            found = answered(graph, named, opens, frames)
            if found:
                yield OpenCause(open=tuple(found), fact=named.frame.claim.passage)
                break


def answered(
    graph: ClaimGraph,
    named: Named,
    opens: Mapping[str, Sequence[Asked]],
    frames: Mapping[str, Sequence[Frame]],
) -> list[Passage]:
    """The sentences of other documents of the story that leave open the cause that is named."""
    telling = named.frame.document
    doubts = [
        asked.passage
        for doubting, row in opens.items()
        if graph.groups[doubting] == graph.groups[telling]
        for asked in row
        if are_one(named, asked, happened_in(frames[doubting]))
    ]
    return doubts if is_still_open(graph, [p.document for p in doubts], telling) else []


def are_one(named: Named, asked: Asked, told: frozenset[str]) -> bool:
    """Whether the cause that is asked for is that of the happening of which one is named."""
    wanted = asked.kinds - {ANY_HAPPENING} or told
    shared = {k for k in named.kinds for w in wanted if k == w or frozenset({k, w}) in related()}
    if ANY_HAPPENING in named.kinds:
        return bool(told)
    if shared and shared <= OF_PEOPLE:
        return bool(named.frame.named & asked.people)
    return bool(shared)


def happened_in(frames: Sequence[Frame]) -> frozenset[str]:
    """The families of the happenings that a document tells of."""
    return frozenset(k for f in frames if not f.is_old for k in kinds_of(f.lemma)) & caused_kinds()


def caused_kinds() -> frozenset[str]:
    """The families of happenings whose cause is asked for."""
    return word_set("certainty", "causes", "happenings")


def is_still_open(graph: ClaimGraph, doubting: Sequence[str], telling: str) -> bool:
    """Whether the fact is told hardly later than a doubt, or the doubts have lasted for more than a day."""
    told = graph.by_id[telling].published
    days = {graph.by_id[d].published for d in doubting}
    known = {d for d in days if d is not None}
    if told is None or not known:
        return False
    return (told - max(known)).days <= LATER_DAYS or (len(known) > 1 and None not in days)


@cache
def phrases(field: str) -> re.Pattern[str]:
    """Any of the phrases of a line of the causes, as whole words."""
    return re.compile(rf"(?<!\w)(?:{any_of(field)})(?!\w)", re.IGNORECASE)


@cache
def possibly_done() -> re.Pattern[str]:
    """A verb of causing behind a modal: "may have been caused"."""
    return re.compile(rf"\b(?:{any_of('modals')})\s+(?:{any_of('done')})\b", re.IGNORECASE)


def any_of(field: str) -> str:
    """The phrases of a line of the causes as one choice, the longest first."""
    words = sorted(word_set("certainty", "causes", field), key=lambda p: (-len(p), p))
    return "|".join(map(re.escape, words))


def sentences_in(document: Document) -> Iterator[Passage]:
    """The sentences of the headlines, paragraphs and captions of a document."""
    for block in document.blocks:
        if block.kind not in {"title", "body", "caption"}:
            continue
        for found in SENTENCE.finditer(document.text, block.start, block.end):
            yield Passage(document.id, found.start(), found.end(), found[0])


def asked_in(document: Document, frames: Sequence[Frame]) -> list[Asked]:
    """The sentences of a document that leave a cause open."""
    found = []
    for passage in sentences_in(document):
        if leaves_open(passage.quote):
            inside = within(passage, frames)
            found.append(
                Asked(
                    passage=passage,
                    kinds=happened_in(inside),
                    people=frozenset(i for f in inside for i in f.named),
                )
            )
    return found


def leaves_open(text: str) -> bool:
    """Whether a sentence asks for a cause and says that it is not settled, or tells of a possible one."""
    words = " ".join(text.replace("’", "'").split())
    if phrases("settled").search(words):
        return False
    if phrases("possible").search(words) or possibly_done().search(words):
        return True
    return bool(phrases("asked").search(words) and phrases("unsettled").search(words))


def within(passage: Passage, frames: Sequence[Frame]) -> list[Frame]:
    """The events that stand in a sentence."""
    return [
        f for f in frames if passage.start <= f.claim.passage.start and f.claim.passage.end <= passage.end
    ]


def named_in(document: Document, frames: Sequence[Frame]) -> Iterator[Named]:
    """The causes that a document tells in its own voice as facts."""
    for passage in sentences_in(document):
        inside = within(passage, frames)
        if any(f.lemma in word_set("speech", "say") | word_set("speech", "think") for f in inside):
            continue
        if phrases("attributed").search(passage.quote):
            continue
        for frame in inside:
            kinds = caused_by(frame, passage, inside) if is_plain(frame, passage) else frozenset()
            if kinds:
                yield Named(frame=frame, kinds=kinds)


def is_plain(frame: Frame, sentence: Passage) -> bool:
    """Whether an event is told as a fact, in the outlet's own voice, of the days of the story."""
    event = frame.event
    if event is None or event.source is not None or not event.well_read:
        return False
    if frame.is_old and any(sentence.start <= p.start < sentence.end for _, p in event.setting):
        return False
    return event.certainty is Certainty.FACT and event.positive


def caused_by(frame: Frame, sentence: Passage, inside: Sequence[Frame]) -> frozenset[str]:
    """The families of the happenings of which an event names the cause."""
    event = frame.event
    if event is None:
        return frozenset()
    if (not event.nominal or "_" in frame.lemma) and (kinds := happenings_of(frame)):
        return kinds
    if event.nominal and frame.lemma in word_set("certainty", "causes", "nouns"):
        is_told = any(p.role == "agent" for p in event.participants) and is_equated(event.passage.quote)
        return happened_in([f for f in inside if f is not frame]) if is_told else frozenset()
    return happening_with_reason(frame, sentence)


def happening_with_reason(frame: Frame, sentence: Passage) -> frozenset[str]:
    """The families of a happening for which its sentence gives the reason: "collapsed because its cables ..."."""
    own = kinds_of(frame.lemma) & caused_kinds()
    end = frame.claim.passage.end - sentence.start
    start = frame.claim.passage.start - sentence.start
    is_noun = frame.event is None or frame.event.nominal
    reason = phrases("because").search(sentence.quote, end if is_noun else start)
    if not own or reason is None or phrases("open_reason").search(sentence.quote, reason.start()):
        return frozenset()
    between = sentence.quote[end : reason.start()]
    if is_noun and not (is_equated(between) and len(between) < len(" has been partly ")):
        return frozenset()
    return own


def is_equated(text: str) -> bool:
    """Whether a clause says what something is or was."""
    return bool(phrases("equated").search(text))


@cache
def named_phrases() -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The predicates that name a cause, each with the families of what it is itself."""
    table = load_words("certainty")["causes"]
    plain = [(tuple(p.split()), frozenset[str]()) for p in split_words(table["named"])]
    own = [(tuple(p.split()), frozenset(split_words(line))) for p, line in table["itself"].items()]
    return (*own, *plain)


def happenings_of(frame: Frame) -> frozenset[str]:
    """The families of the happenings that an event brings about, where its predicate names a cause."""
    known = [kinds for phrase, kinds in named_phrases() if frame.lemma == phrase[0] and says(frame, phrase)]
    if not known:
        return frozenset()
    parts = frame.event.participants if frame.event else ()
    is_done = any(p.role == "agent" for p in parts)
    objects = {p.key for p in parts if p.role == "patient"} if is_done else set()
    found = frozenset(k for w in objects for k in kinds_of(w)) & caused_kinds()
    return known[0] | found or named_behind(frame)


def named_behind(frame: Frame) -> frozenset[str]:
    """The families of the happenings that are named just behind a verb that somebody does: a second reading."""
    words = frame.claim.passage.quote.lower().split()
    stem = frame.lemma.split("_")[0][:STEM]
    at = next((n for n, word in enumerate(words) if word.startswith(stem)), len(words))
    behind = [w.strip(",.;:") for w in words[at + 1 : at + 1 + REACH]]
    if "by" in behind:
        return frozenset()
    return frozenset(k for w in behind for k in kinds_of(w)) & caused_kinds()
