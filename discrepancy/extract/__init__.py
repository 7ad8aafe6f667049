"""From parsed sentences to events and claims; nothing but the library's own nouns leaves this room."""

from collections.abc import Sequence

import attrs

from discrepancy.extract.cast import build_cast
from discrepancy.extract.context import Context, between, build_context
from discrepancy.extract.events import EventsOfSentence, find_events
from discrepancy.extract.figures import figure_claims
from discrepancy.extract.speakers import speakers_of
from discrepancy.extract.statements import office_claims, quote_claims, statement_claims
from discrepancy.extract.tree import grow
from discrepancy.mentions.gather import Mentions
from discrepancy.model.claims import Claim, Event, Extraction
from discrepancy.model.text import Document, Sentence

__all__ = ["extract"]


def extract(document: Document, mentions: Mentions, sentences: Sequence[Sentence]) -> Extraction:
    """Find the entities, events and claims of one parsed document."""
    cast = build_cast(document, mentions.names)
    trees = [grow(s, between(mentions.times, s.start, s.end)) for s in sentences]
    context = build_context(document, mentions, cast, trees)
    speakers = speakers_of(context)
    found = [with_speakers(context, row, speakers) for row in find_events(context)]
    claims: list[Claim] = []
    for n, row in enumerate(found):
        claims.extend(figure_claims(context, found, n))
        claims.extend(statement_claims(context, row))
    claims.extend(office_claims(context))
    claims.extend(quote_claims(context, speakers))
    return Extraction(
        document=document.id,
        entities=cast.entities,
        events=tuple(event for row in found for event in row.by_token.values()),
        claims=tuple(attrs.evolve(c, id=f"{document.id}:c{n}") for n, c in enumerate(claims)),
    )


def with_speakers(context: Context, row: EventsOfSentence, speakers: dict[int, str]) -> EventsOfSentence:
    """Put what stands between quotation marks into the mouth of the one who says it."""
    quotes = [m for m in context.mentions.quotes if m.kind == "speech" and m.start in speakers]
    events: dict[int, Event] = {}
    for i, event in row.by_token.items():
        at = row.tree.tokens[i].start
        speaker = next((speakers[m.start] for m in quotes if m.start <= at < m.end), None)
        events[i] = event if speaker is None else attrs.evolve(event, source=speaker)
    return EventsOfSentence(row.tree, events, row.before)
