"""Who says the words between quotation marks."""

from discrepancy.extract.context import Context
from discrepancy.extract.lexicon import speech
from discrepancy.extract.participants import subject_of
from discrepancy.extract.stance import speaker_key
from discrepancy.extract.tree import Tree
from discrepancy.model.mentions import NameMention, QuoteMention

__all__ = ["speakers_of"]

# "Ortega: ..." or "Ortega, from her seat: ..." before a quotation: the name stands this near to the colon.
COLON_REACH = 120


def speakers_of(context: Context) -> dict[int, str]:
    """Map the start of each quotation to the local entity or noun that speaks it."""
    found: dict[int, str] = {}
    last: tuple[int, str] | None = None
    for quote in context.mentions.quotes:
        if quote.kind != "speech":
            continue
        speaker = by_verb(context, quote) or by_colon(context, quote)
        if speaker is None and last is not None and quote.start - last[0] < 400:
            speaker = last[1]
        if speaker is not None:
            found[quote.start] = speaker
            last = (quote.end, speaker)
    return found


def trees_near(context: Context, quote: QuoteMention) -> list[Tree]:
    """The sentences that overlap a quotation or touch it."""
    return [
        tree
        for tree in context.trees
        if tree.sentence.start <= quote.end + 2 and quote.start - 2 <= tree.sentence.end
    ]


def by_verb(context: Context, quote: QuoteMention) -> str | None:
    """The subject of the nearest verb of saying outside the quotation."""
    best: tuple[int, str] | None = None
    for tree in trees_near(context, quote):
        for token in tree.tokens:
            if token.pos != "VERB" or token.lemma.lower() not in speech("say"):
                continue
            if quote.start <= token.start < quote.end:
                continue
            subject = subject_of(tree, token.i)
            if subject is None or quote.start <= subject.start < quote.end:
                continue
            speaker = speaker_key(context, tree, subject)
            distance = min(abs(token.start - quote.end), abs(quote.start - token.end))
            if speaker is not None and (best is None or distance < best[0]):
                best = (distance, speaker)
    return best[1] if best else None


def by_colon(context: Context, quote: QuoteMention) -> str | None:
    """The name before a colon that opens the quotation."""
    lead = context.document.text[max(0, quote.start - COLON_REACH) : quote.start].rstrip(" “\"'‘«")
    if not lead.endswith(":"):
        return None
    names = [m for m in context.mentions.names if quote.start - COLON_REACH <= m.start < quote.start]
    people = [m for m in names if is_person(context, m)]
    return context.key_of(people[0]) if people else None


def is_person(context: Context, mention: NameMention) -> bool:
    """Whether a mention names a person."""
    return context.cast.is_person(context.key_of(mention))
