"""What a figure is counted by: "a day", "per person", "14.50 euros in cash per share"."""

import attrs

from discrepancy.mentions.quantities_lexicon import load_lexicon
from discrepancy.mentions.quantities_reading import Reading
from discrepancy.mentions.quantities_tokens import Tokens

__all__ = ["add_rate", "read_rate"]


def read_rate(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Return what a rate counts by ("a day", "per person", "annually") and the token after it."""
    rates = load_lexicon().words["rates"]
    word = tokens.words[index]
    if word in rates["adverbs"]:
        return rates["adverbs"][word], index + 1
    at = tokens.skip_hyphen(index)
    if tokens.words[at] not in load_lexicon().sets["rates.links"]:
        return None
    noun = tokens.skip_hyphen(at + 1)
    canonical = rates["nouns"].get(tokens.words[noun])
    if canonical is None or tokens.words[noun + 1] in load_lexicon().sets["not_counts.points_after"]:
        return None
    return canonical, noun + 1


def add_rate(tokens: Tokens, reading: Reading) -> Reading:
    """Give a figure the rate behind it: "50,000 shillings a week"."""
    if reading.unit in ("second", "month") and tokens.words[reading.end] not in (
        "per",
        "each",
        "every",
        "a",
        "an",
    ):
        return reading
    rate = read_rate(tokens, reading.end) or read_rate(tokens, _past_manner(tokens, reading.end))
    if rate is None or (rate[0] == "year" and tokens.words[rate[1]] in ("and", "ago", "earlier", "later")):
        return reading
    return attrs.evolve(reading, per=rate[0], end=rate[1], next=rate[1])


def _past_manner(tokens: Tokens, index: int) -> int:
    """Step over how an amount is paid: "14.50 euros in cash per share"."""
    between = load_lexicon().sets["rates.between"]
    two = " ".join(tokens.words[index : index + 2])
    return index + (2 if two in between else 1 if tokens.words[index] in between else 0)
