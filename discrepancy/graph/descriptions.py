"""Whom a description stands for that names nobody: "the winner", "the prime minister", "the 34-year-old".

News calls people by office, age and deed once they are introduced.  A description stands for somebody whom its
own document names and whom it alone fits by what all documents of the group tell; else it stays open.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from discrepancy.graph.entities import Cast, Entity
from discrepancy.graph.frames import is_old
from discrepancy.language import load_words, split_words
from discrepancy.model.claims import Certainty, Event, Extraction
from discrepancy.model.text import Document
from discrepancy.values.quantities import Quantity

__all__ = ["MARK", "describe_people"]

# The speaker of words beside whom no name stands: "the winner".
MARK = "the "
AGE = re.compile(r"(\d{1,3})-year-old")
AGENT = re.compile(r"(?P<stem>[a-z]{2,}?)(?P<last>[a-z])(?P=last)?(?:er|or)$")


def describe_people(
    documents: Sequence[Document], extractions: Sequence[Extraction], cast: Cast, groups: Mapping[str, int]
) -> dict[tuple[str, str], Entity]:
    """The people whom the descriptions of speakers stand for, by document and description."""
    told = described(documents, extractions, cast, groups)
    found: dict[tuple[str, str], Entity] = {}
    for extraction in extractions:
        named = {
            e.id: e for x in extraction.entities if (e := cast.find(extraction.document, x.key)) is not None
        }
        for source in sorted({c.source for c in extraction.claims if c.source and c.source.startswith(MARK)}):
            entity = fitting(source.removeprefix(MARK), named, told[groups[extraction.document]])
            if entity is not None:
                found[extraction.document, source] = entity
    return found


def fitting(noun: str, named: Mapping[str, Entity], told: Mapping[str, frozenset[str]]) -> Entity | None:
    """The one person of a document whom a description fits."""
    age = AGE.match(noun)
    words = frozenset({age.group(1)}) if age else frozenset(keys_of(noun))
    fits = [named[key] for key in sorted(named) if words & told.get(key, frozenset())]
    return fits[0] if len(fits) == 1 else None


def keys_of(noun: str) -> Iterator[str]:
    """What somebody must be told to be, or to do, to be called so."""
    yield noun
    head = noun.split()[-1]
    for slot in ("does", "undergoes"):
        for family in split_words(load_words("descriptions")[slot].get(head, "")):
            yield f"{slot} {family}"
    if (match := AGENT.match(head)) is not None:
        stem = match.group("stem") + match.group("last")
        yield from (f"lemma {verb}" for verb in (stem, f"{stem}e", f"{stem}{stem[-1]}"))


def described(
    documents: Sequence[Document], extractions: Sequence[Extraction], cast: Cast, groups: Mapping[str, int]
) -> dict[int, dict[str, frozenset[str]]]:
    """For each group of documents what is told of each person: offices, ages and deeds."""
    rows: dict[int, dict[str, set[str]]] = {g: defaultdict(set) for g in sorted(set(groups.values()))}
    published = {d.id: d.published for d in documents}
    for extraction in extractions:
        row = rows[groups[extraction.document]]
        for key, word in told_in(extraction, published[extraction.document]):
            entity = cast.find(extraction.document, key)
            if entity is not None and entity.kind in {"person", "unknown"}:
                row[entity.id].add(word)
    return {g: {key: frozenset(words) for key, words in row.items()} for g, row in rows.items()}


def told_in(extraction: Extraction, published: date | None) -> Iterator[tuple[str, str]]:
    """What one document tells of its people, by their keys."""
    for entity in extraction.entities:
        for name, _ in entity.forms:
            yield from ((entity.key, part) for part in endings(name.office or ""))
    for claim in extraction.claims:
        if claim.attribute == "age" and isinstance(claim.value, Quantity):
            yield claim.subject, f"{claim.value.number:g}"
    for event in extraction.events:
        if event.positive and event.certainty is Certainty.FACT and not is_past(event, published):
            yield from deeds(event)


def endings(office: str) -> Iterator[str]:
    """An office and what it is called for short: "regional police chief", "police chief", "chief"."""
    words = office.split()
    yield from (" ".join(words[n:]) for n in range(len(words)))


def is_past(event: Event, published: date | None) -> bool:
    """Whether an event is the background of a story: last year's winner is not "the winner"."""
    return is_old([t for t, _ in event.times or event.setting], published)


def deeds(event: Event) -> Iterator[tuple[str, str]]:
    """What an event makes of those who take part in it."""
    for participant in event.participants:
        if participant.role == "agent":
            yield participant.key, f"does {event.family}"
            yield participant.key, f"lemma {event.lemma}"
        elif participant.role == "patient":
            yield participant.key, f"undergoes {event.family}"
