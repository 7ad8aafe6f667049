"""Claims beside figures: when and where, who holds which office, what was said, whether it happened."""

from collections.abc import Iterator

from discrepancy.extract.context import Context
from discrepancy.extract.events import EventsOfSentence
from discrepancy.extract.words import surroundings, words_of
from discrepancy.model.claims import Attribute, Claim, Event, Quote, Value
from discrepancy.model.text import Passage

__all__ = ["office_claims", "quote_claims", "statement_claims"]


def statement_claims(context: Context, found: EventsOfSentence) -> Iterator[Claim]:
    """The claims on time, place and polarity of the events of a sentence."""
    sentence = words_of(context, found.tree)
    for i, event in found.by_token.items():
        near = surroundings(sentence, i)
        kinds = found.kinds(thin=near.thin)
        for attribute, value, passage, scope in told_of(context, event):
            yield Claim(
                id="",
                document=context.document.id,
                attribute=attribute,
                subject=event.id,
                value=value,
                passage=passage,
                event=event.id,
                scope=scope,
                words=near.words,
                around=near.around,
                kinds=kinds,
                names=near.names,
                positive=event.positive,
                certainty=event.certainty,
                source=event.source,
                well_read=event.well_read,
            )


def told_of(context: Context, event: Event) -> Iterator[tuple[Attribute, Value, Passage, tuple[str, ...]]]:
    """What an event answers: when and since when, where, and whether."""
    for time, passage in event.times:
        yield "time", time, joined(context, event.passage, passage), ("begun",) if event.begun else ()
    for time, passage in event.since:
        yield "time", time, joined(context, event.passage, passage), ("since",)
    for place in event.places:
        if place.name is not None:
            where = context.passage(place.start, place.end)
            yield "place", place, joined(context, event.passage, where), ()
    yield "polarity", event.positive, event.passage, ()


def joined(context: Context, left: Passage, right: Passage) -> Passage:
    """One passage that shows both, where they lie close together; else the second alone."""
    start, end = min(left.start, right.start), max(left.end, right.end)
    return context.passage(start, end) if end - start <= 240 else right


def office_claims(context: Context) -> Iterator[Claim]:
    """Which office the document gives to each person."""
    for entity in context.cast.entities:
        if entity.kind != "person":
            continue
        for name, passage in entity.forms:
            if name.office:
                yield Claim(
                    id="",
                    document=context.document.id,
                    attribute="office",
                    subject=entity.key,
                    value=name,
                    passage=passage,
                    names=(entity.key,),
                )


def quote_claims(context: Context, speakers: dict[int, str]) -> Iterator[Claim]:
    """The quotations of the document with their speakers."""
    for mention in context.mentions.quotes:
        if mention.kind != "speech":
            continue
        passage = context.passage(mention.start, mention.end)
        speaker = speakers.get(mention.start)
        yield Claim(
            id="",
            document=context.document.id,
            attribute="quote",
            subject=speaker or "",
            value=Quote(words=passage.quote, speaker=speaker),
            passage=passage,
            source=speaker,
        )
