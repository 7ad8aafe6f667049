"""Quantities with a form of their own: clocked times, ages, ranks, magnitudes."""

import re

from discrepancy.mentions.quantities_lexicon import load_lexicon
from discrepancy.mentions.quantities_number import Number
from discrepancy.mentions.quantities_reading import Reading
from discrepancy.mentions.quantities_tokens import HYPHENS, Tokens

__all__ = ["read_age", "read_clocked", "read_magnitude", "read_rank"]

# 2:06:41 and 2h06m41s; two parts alone (17:30) are a time of day.
_CLOCKED = re.compile(
    r"""
      (?P<h>\d{1,3}) : (?P<m>[0-5]\d) : (?P<s>[0-5]\d(?:\.\d+)?)
    | (?P<hh>\d+) h (?P<mm>\d\d?) (?: m (?:in)? (?P<ss>\d\d?)? s? )?
    """,
    re.VERBOSE,
)
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_AGES = range(1, 120)
_MOST_MAGNITUDE = 11
# Below this a bare figure after "was" may count anything.
_LEAST_BARE_AGE = 10


def read_clocked(tokens: Tokens, index: int) -> Reading | None:
    """Read a stopped time, "2:06:41" or "2h06m41s"; in seconds."""
    match = _CLOCKED.fullmatch(tokens.words[index])
    if match is None or tokens.words[index + 1] in load_lexicon().sets["not_counts.clock_after"]:
        return None
    parts = match.groupdict()
    hours, minutes, seconds = (
        parts[one] or parts[two] or "0" for one, two in (("h", "hh"), ("m", "mm"), ("s", "ss"))
    )
    value = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    # Times without seconds are cut off as often as rounded, so they are taken for two minutes wide.
    resolution = 1.0 if parts["s"] or parts["ss"] else 120.0
    number = Number(value=value, resolution=resolution, start=index, end=index + 1)
    return Reading(
        number=number,
        value=value,
        start=index,
        end=index + 1,
        next=index + 1,
        unit="second",
        resolution=resolution,
        written="clock",
    )


def read_age(tokens: Tokens, number: Number) -> Reading | None:
    """Read "Ann Lee, 34,", "aged 19", "turned 50"; in years."""
    lexicon = load_lexicon()
    at, end = number.start, number.end
    if number.value not in _AGES or number.is_scaled:
        return None
    before, after = tokens.words[at - 1] if at else "", tokens.words[end]
    is_age = (
        before in lexicon.sets["ages.before"]
        or (before == "between" and at > 1 and tokens.words[at - 2] in lexicon.sets["ages.before"])
        or _is_age_at_death(tokens, number)
        or _ends_clause_of_age(tokens, number)
        or (before in lexicon.sets["ages.turned"] and not after.isalpha() and after not in HYPHENS)
    )
    is_age = is_age or (
        before == "of"
        and at > 1
        and tokens.words[at - 2] in (*lexicon.sets["ages.holders"], "age")
        and not after.isalpha()
    )
    if not (is_age or _follows_name(tokens, number)):
        return None
    return Reading(
        number=number,
        value=number.value,
        start=at,
        end=end,
        next=end,
        unit="age",
        resolution=1.0,
        written="year",
    )


def _ends_clause_of_age(tokens: Tokens, number: Number) -> bool:
    """ "He was 75.", "who died at 77,": a bare figure that ends the clause after these words."""
    at, ages = number.start, load_lexicon().sets
    if at < 2 or number.kind != "figure" or tokens.words[number.end] not in (".", ",", ";", "and", ""):
        return False
    before, second = tokens.words[at - 1], tokens.words[at - 2]
    if before in ("was", "is") and number.value >= _LEAST_BARE_AGE:
        is_named = tokens.raw(at - 2)[:1].isupper() and at >= 3 and tokens.raw(at - 3)[:1].isupper()
        return second in ages["ages.persons"] or is_named
    return before == "and" and at > 2 and tokens.words[at - 3] in ages["ages.before"]


def _is_age_at_death(tokens: Tokens, number: Number) -> bool:
    """ "dies at 77", in headlines without a stop; not "died at 10 p.m."."""
    at, sets = number.start, load_lexicon().sets
    if at < 2 or tokens.words[at - 1] != "at" or tokens.words[at - 2] not in sets["ages.died"]:
        return False
    after = tokens.words[number.end]
    return (
        number.value >= _LEAST_BARE_AGE
        and after not in sets["not_counts.clock_after"]
        and after not in ("a", "p")
    )


def _follows_name(tokens: Tokens, number: Number) -> bool:
    """A figure between commas or brackets after a capitalised word: "Ann Lee, 34, said", "Lee (34)"."""
    at, end = number.start, number.end
    if at < 2 or end != at + 1 or number.kind != "figure" or not tokens.words[at].isdecimal():
        return False
    name = tokens.raw(at - 2)
    if tokens.words[at - 2] == "." and at > 2:
        name = tokens.raw(at - 3) if tokens.words[at - 3] in load_lexicon().sets["ages.junior"] else ""
    lexicon = load_lexicon()
    if not (name[:1].isupper() and name[-1:].islower()) or name.lower() in (
        lexicon.sets["not_counts.months"] | lexicon.sets["not_counts.weekdays"]
    ):
        return False
    opening, closing = tokens.words[at - 1], tokens.words[end]
    if opening == "(":
        return closing == ")" and number.value >= 15
    return opening == "," and (
        closing in (",", ";", ".", ")", "", "—", "–") or closing in lexicon.sets["ages.name_before"]
    )


def read_magnitude(tokens: Tokens, number: Number) -> Reading | None:
    """Read "magnitude 6.1", "magnitude was put at 6.1", "6.1-magnitude", "a quake measuring 6.1"."""
    at, end = number.start, number.end
    after = tokens.skip_hyphen(end)
    if not 0 < number.value < _MOST_MAGNITUDE or number.is_scaled or number.kind not in ("figure", "words"):
        return None
    start, stop = at, end
    before, sets = tokens.words[max(0, at - 4) : at], load_lexicon().sets
    if before[-1:] == ["magnitude"] or (before[-2:-1] == ["magnitude"] and before[-1] in HYPHENS):
        start = at - 1 if before[-1] == "magnitude" else at - 2
    elif tokens.words[after] == "magnitude":
        stop = after + 1
    elif "magnitude" in before:
        if not sets["magnitudes.links"].issuperset(before[before.index("magnitude") + 1 :]):
            return None
    elif not sets["magnitudes.measuring"].intersection(before[-1:]) or not sets[
        "magnitudes.quakes"
    ].intersection(before):
        return None
    return Reading(
        number=number,
        value=number.value,
        start=start,
        end=stop,
        next=stop,
        unit="magnitude",
        resolution=number.resolution,
    )


def read_rank(tokens: Tokens, index: int) -> Reading | None:
    """Read an ordinal that is a rank: "finished ninth", "in fifth place"; not "fourth floor"."""
    lexicon = load_lexicon()
    word, end = tokens.words[index], index + 1
    value = lexicon.ordinals.get(word)
    if value is None and word.isdecimal() and tokens.words[end] in _ORDINAL_ENDINGS and tokens.is_glued(end):
        value, end = int(word), end + 1
    if value is None:
        return None
    if tokens.words[index - 2 : index] == ["in", "the"] and tokens.words[end] == "place":
        return None  # the idiom
    after = tokens.skip_hyphen(end)
    ranks = lexicon.sets
    if tokens.words[after] in ranks["ranks.hyphenated"] and (after > end or tokens.words[after] != "placed"):
        stop = after + 1
    elif tokens.words[end] in ranks["ranks.places"] or (
        tokens.words[end] in ranks["ranks.spots"] and _has_verb(tokens, index)
    ):
        stop = end + 1
    elif _has_verb(tokens, index) and _may_close(tokens, end):
        stop = end
    else:
        return None
    number = Number(value=float(value), resolution=0.0, start=index, end=stop, kind="ordinal")
    return Reading(number=number, value=float(value), start=index, end=stop, next=stop, unit="rank")


def _has_verb(tokens: Tokens, index: int) -> bool:
    """Whether a verb of finishing stands before, with at most two little words between."""
    lexicon = load_lexicon()
    at = index - 1
    for _ in range(4):
        if at < 0:
            return False
        word = tokens.words[at]
        if word in lexicon.sets["ranks.verbs"]:
            is_adverb = word in lexicon.sets["ranks.weak_verbs"] and tokens.words[index] in (
                "first",
                "second",
            )
            return not is_adverb
        if word not in lexicon.sets["ranks.between"]:
            return False
        at -= 1
    return False


def _may_close(tokens: Tokens, end: int) -> bool:
    word = tokens.words[end]
    return (
        (not word.isalnum() and word not in HYPHENS)
        or word in load_lexicon().sets["ranks.after"]
        or word == "overall"
    )
