"""What was said: quotations joined over their attribution, and reported speech, with the speaker resolved."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import attrs

from discrepancy.graph.descriptions import MARK
from discrepancy.graph.entities import Cast, Entity
from discrepancy.model.claims import Claim, Extraction, Quote
from discrepancy.model.text import Block, BlockKind, Document, Passage
from discrepancy.values.quotes import Word, split_words

__all__ = ["Utterance", "find_utterances"]

# The attribution that may stand inside one sentence of a speaker: ', a spokesman for the ministry said, '.
ATTRIBUTION = 160
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+(?=[\"“‘A-Z0-9])")
# What ends an attribution inside a sentence.
INSERTED = re.compile(r",\s*[\"“‘']?$")
# A speaker who is named this near to the marks is named by the outlet; farther off a pronoun stands for him.
NAMED_NEAR = 160
# Reported speech longer than this is a summary of many sentences.
LONG = 80


@attrs.frozen(kw_only=True, eq=False)
class Utterance:
    """Words that a document puts into somebody's mouth.

    ``quoted`` says that they stand between quotation marks, else they are reported speech.  ``speaker`` is
    the entity that says them, ``noun`` the common noun where no name is known ("the winner"); ``is_named``
    says that the name itself, or a description that fits nobody else, stands beside the words.  The offsets
    of ``words`` are those of the document.
    """

    document: str
    group: int
    words: tuple[Word, ...]
    speaker: Entity | None
    noun: str | None
    quoted: bool
    block: int
    kind: BlockKind
    is_named: bool = False
    is_described: bool = False

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.words[0].start

    def passage(self, text: str, span: tuple[int, int]) -> Passage:
        """The passage of a half-open range of words."""
        start, end = self.words[span[0]].start, self.words[span[1] - 1].end
        return Passage(self.document, start, end, text[start:end])


def find_utterances(
    documents: Sequence[Document], extractions: Sequence[Extraction], cast: Cast, groups: Mapping[str, int]
) -> tuple[Utterance, ...]:
    """The utterances of all documents, in the order of their text."""
    found: list[Utterance] = []
    people = people_of(cast)
    for document, extraction in zip(documents, extractions, strict=True):
        quotes = outer_quotes(extraction.claims)
        rows = [*quoted(document, quotes, cast), *reported(document, extraction, quotes, cast)]
        for u in sorted(rows, key=lambda u: u.start):
            others = () if u.is_described else people.get(document.id, ())
            is_named = u.is_named and not another_is_named(document, u, others)
            found.append(attrs.evolve(u, group=groups[document.id], is_named=is_named))
    return tuple(found)


def people_of(cast: Cast) -> dict[str, list[tuple[int, str]]]:
    """Where each document names people, and whom, in the order of its text."""
    people: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in cast.entities:
        if entity.kind == "person":
            for _, passage in entity.forms():
                people[passage.document].append((passage.start, entity.id))
    return {document: sorted(places) for document, places in people.items()}


def another_is_named(document: Document, utterance: Utterance, people: Sequence[tuple[int, str]]) -> bool:
    """Whether the sentence of some words names others and not their speaker: it may be one of them who says them.

    "President Berg preferred to speak of 'a fair deal'" behind words of the foreign minister.
    """
    first, last = utterance.words[0].start, utterance.words[-1].end
    floor, ceiling = max(0, first - NAMED_NEAR), last + NAMED_NEAR
    starts = [m.end() for m in SENTENCE_END.finditer(document.text, floor, first)]
    stop = SENTENCE_END.search(document.text, last, ceiling)
    start, end = starts[-1] if starts else floor, stop.start() if stop else ceiling
    inside = people[bisect_left(people, (start, "")) : bisect_left(people, (end, ""))]
    named = {key for place, key in inside if not first <= place < last}
    return bool(named) and utterance.speaker is not None and utterance.speaker.id not in named


def outer_quotes(claims: Sequence[Claim]) -> list[Claim]:
    """The quotations in text order, without those that stand inside others."""
    outer: list[Claim] = []
    for claim in sorted(
        (c for c in claims if isinstance(c.value, Quote)), key=lambda c: (c.passage.start, -c.passage.end)
    ):
        if not outer or claim.passage.start >= outer[-1].passage.end:
            outer.append(claim)
    return outer


def quoted(document: Document, quotes: Sequence[Claim], cast: Cast) -> Iterator[Utterance]:
    """The quotations, those of one speaker joined over the attribution between them."""
    rows: list[list[Claim]] = []
    for claim in quotes:
        if rows and goes_on(document, rows[-1][-1], claim):
            rows[-1].append(claim)
        else:
            rows.append([claim])
    for row in rows:
        words = joined_words(document, row)
        if words:
            yield make(document, row[0].source, words, cast, quoted=True)


def goes_on(document: Document, before: Claim, claim: Claim) -> bool:
    """Whether a quotation goes on with the sentence or the speech of the one before."""
    between = document.text[before.passage.end : claim.passage.start]
    if before.source != claim.source or "\n" in between or len(between) > ATTRIBUTION:
        return False
    opens = before.passage.quote[:1].isupper()
    stops = len(re.findall(r"[.!?](?=[\s\"“]|$)", between))
    return opens and stops <= (0 if claim.passage.quote[:1].islower() else 1)


def joined_words(document: Document, row: Sequence[Claim]) -> tuple[Word, ...]:
    """The words of quotations that are one speech.

    A part in lower case behind a comma goes on with the sentence before: "Roads," he said, "are not rails."
    """
    words: list[Word] = []
    for claim in row:
        part = list(split_words(claim.passage.quote, offset=claim.passage.start))
        if words and part and claim.passage.quote[:1].islower():
            between = document.text[words[-1].end : claim.passage.start]
            part[0] = attrs.evolve(part[0], opens=not INSERTED.search(between))
        words.extend(part)
    return tuple(words)


def make(
    document: Document, key: str | None, words: tuple[Word, ...], cast: Cast, *, quoted: bool
) -> Utterance:
    """Make an utterance; its group is filled in later."""
    speaker = cast.find(document.id, key) if key else None
    at = block_at(document.blocks, words[0].start)
    told = is_description(key)
    return Utterance(
        document=document.id,
        group=0,
        words=words,
        speaker=speaker,
        noun=key if speaker is None else None,
        quoted=quoted,
        block=at,
        kind=document.blocks[at].kind if 0 <= at < len(document.blocks) else "body",
        is_named=speaker is not None and (told or named_near(document, at, speaker, words)),
        is_described=told,
    )


def is_description(key: str | None) -> bool:
    """Whether a speaker is told by a description: it names him as a name does."""
    return key is not None and key.startswith(MARK)


def block_at(blocks: Sequence[Block], offset: int) -> int:
    """The number of the block that holds an offset."""
    return bisect_right([b.start for b in blocks], offset) - 1


def named_near(document: Document, block: int, speaker: Entity, words: Sequence[Word]) -> bool:
    """Whether the speaker's name stands beside the words, in the same paragraph."""
    start, end = words[0].start - NAMED_NEAR, words[-1].end + NAMED_NEAR
    if 0 <= block < len(document.blocks):
        start, end = max(start, document.blocks[block].start), min(end, document.blocks[block].end)
    return any(p.document == document.id and start <= p.start and p.end <= end for _, p in speaker.forms())


def reported(
    document: Document, extraction: Extraction, quotes: Sequence[Claim], cast: Cast
) -> Iterator[Utterance]:
    """Sentences without quotation marks that are told as somebody's words."""
    sources = sorted((e.passage.start, e.source) for e in extraction.events if e.source is not None)
    starts = [start for start, _ in sources]
    marks = [(c.passage.start, c.passage.end) for c in quotes]
    for block in document.blocks:
        if block.kind != "body":
            continue
        for start, end in sentences_of(document.text, block):
            at = bisect_right(marks, (end, end)) - 1
            if at >= 0 and marks[at][1] > start:
                continue
            inside = sources[bisect_right(starts, start - 1) : bisect_right(starts, end)]
            key = main_source([key for _, key in inside])
            if key is None or cast.find(document.id, key) is None:
                continue
            words = split_words(document.text[start:end], offset=start)
            if 4 < len(words) <= LONG:
                yield make(document, key, words, cast, quoted=False)


def main_source(keys: Sequence[str]) -> str | None:
    """Whose words a sentence is: those of the first clause; none where another speaker has more of it."""
    if not keys:
        return None
    counts = Counter(keys)
    return keys[0] if counts[keys[0]] == max(counts.values()) else None


def sentences_of(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, roughly."""
    start = block.start
    for match in SENTENCE_END.finditer(text, block.start, block.end):
        yield start, match.start()
        start = match.end()
    yield start, block.end
