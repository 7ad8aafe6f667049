"""Number words and lengths of time."""

from typing import Any

import attrs

from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found
from discrepancy.mentions.times.vocabulary import CODES, listed

__all__ = ["NUMBER_BUILDERS", "number_of"]


def number_of(value: Any) -> float | None:
    """Return the number of a figure or number word; 14.25 read as a clock counts as a decimal here."""
    if isinstance(value, tuple):
        return float(value[2])
    return value if isinstance(value, int | float) else None


def _keep(found: Found) -> bool:
    return True


def _add(found: Found) -> int:
    return int(found.value("a")) + int(found.value("b") or 0)


def _tens_second(found: Found) -> int:
    return int(found.value("a")) + 2


def _multiply(found: Found) -> float | None:
    factor = number_of(found.value("n")) if not found.is_class("n", "AN") else 1
    if factor is None and found.has("n"):
        return None
    number = (factor or 1) * found.value("h") + (found.value("rest") or 0)
    return int(number) if number == int(number) else number


def _and_half(found: Found) -> float | None:
    number = number_of(found.value("n"))
    return None if number is None else number + 0.5


def _fraction(found: Found) -> float | None:
    number, part, whole = number_of(found.value("n")), found.value("a"), found.value("b")
    return None if number is None or part >= whole else number + part / whole


def _year_words(found: Found) -> Draft | None:
    """Read "nineteen ninety-six", "two thousand and fifteen"."""
    century, rest = found.value("a"), found.value("b")
    if century == 2 and 0 < rest < 100:
        return name_fields(Draft(), year=2000 + rest)
    if century in range(15, 21) and rest in range(10, 100):
        return name_fields(Draft(), year=century * 100 + rest)
    return None


def _felt_duration(found: Found) -> Draft | None:
    """Read "seventeen long minutes", "nine nerve-racking hours"."""
    return _duration(found) if found.words("felt") in listed("felt") else None


_MOST = 10_000_000
_ONE = ("a", "an", "another")
_RANKS = tuple(CODES[name] for name in ("ORD", "ORDN", "SECOND", "TIMES", "TIMEW", "LEAST"))
_RANK_REACH = 5


def _duration(found: Found) -> Draft | None:
    number: float | None = None
    if found.has("n"):
        number = 1 if found.words("n").split()[0] in _ONE else number_of(found.value("n"))
        if number is None or number > _MOST:
            return None
    if found.has("one"):
        return Draft(
            kind="duration", amounts=((None if found.has("vague") else 1, _unit(found.value("one"))),)
        )
    if found.has("half"):
        number = (number or 0) + 0.5
    singular = found.is_class("u", "CS") or found.is_class("u", "SECOND") or found.is_class("u", "QUARTER")
    if singular and found.is_class("n", "YR"):
        return None
    draft = Draft(kind="duration", amounts=((number, _unit(found.value("u"))),))
    most = number_of(found.value("m")) if found.has("m") else None
    return draft if most is None else _with_most(found, draft, most)


def _with_most(found: Found, draft: Draft, most: float) -> Draft | None:
    number = draft.amounts[0][0]
    if number is None or not number < most <= _MOST:
        return None
    low_unit = _unit(found.value("v")) if found.has("v") else draft.amounts[0][1]
    end = Draft(kind="duration", amounts=((most, draft.amounts[0][1]),))
    return attrs.evolve(draft, amounts=((number, low_unit),), until=end)


def _unit(value: str) -> str:
    words = {"quarter": "Q", "quarters": "Q", "second": "TS", "weekend": "WE", "weekends": "WE"}
    return words.get(value, value)


def _quarter_hours(found: Found) -> Draft:
    quarters = number_of(found.value("k")) or 1
    return Draft(kind="duration", amounts=((15 * quarters, "TM"),))


def _sum(found: Found) -> Draft | None:
    """Join "one hour and 45 minutes": each unit must be smaller than the one before."""
    left: Draft = found.value("a")
    right: Draft = found.value("b")
    order = ["CE", "DE", "Y", "Q", "M", "W", "D", "TH", "TM", "TS"]
    units = [unit for _, unit in (*left.amounts, *right.amounts)]
    if any(unit not in order for unit in units) or any(n is None for n, _ in (*left.amounts, *right.amounts)):
        return None
    ranks = [order.index(unit) for unit in units]
    if any(n != int(n) for n, _ in left.amounts if n is not None):
        return None
    if ranks != sorted(set(ranks)) or left.mod or right.mod or left.until or right.until:
        return None
    return attrs.evolve(left, amounts=left.amounts + right.amounts)


_HEDGES = {
    "more": "MORE_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "over": "MORE_THAN",
    "up": "EQUAL_OR_LESS",
}


def _hedged(found: Found) -> Draft:
    draft: Draft = found.value("a")
    first = found.words("hedge").split(" ")[0]
    if first == "at":
        return attrs.evolve(draft, mod=found.value("hedge"))
    value = found.value("hedge")
    mod = _HEDGES.get(first) or (value if found.is_class("hedge", "AROUND") else None)
    return attrs.evolve(draft, mod=mod or draft.mod)


def _last_units(found: Found) -> Draft:
    """Read "the past two months": a length that ends at publication."""
    draft: Draft = found.value("a")
    ways = {"last": -1, "past": -1, "next": 1, "coming": 1}
    return attrs.evolve(draft, way=ways.get(found.words("way")))


def _ahead(found: Found) -> Draft | None:
    """Read "in two weeks", a point to come where the sentence speaks of what will be."""
    draft: Draft = found.value("a")
    before = found.neighbour(-1)
    is_in = before is not None and found.text[before.start : before.end].lower() == "in"
    is_plain = len(draft.amounts) == 1 and draft.until is None and draft.way is None
    return attrs.evolve(draft, ahead=True) if is_in and is_plain and not _is_ranked(found) else None


def _is_ranked(found: Found) -> bool:
    """Whether the words before are of a record ("the first win in two years", "the worst in a decade")."""
    first = max(0, found.start - _RANK_REACH)
    return any(
        token.code in _RANKS or (token.code == CODES["WORD"] and str(token.value).endswith("est"))
        for token in found.tokens[first : found.start]
    )


NUMBER_BUILDERS: dict[str, Builder] = {
    "keep": _keep,
    "add": _add,
    "tens_second": _tens_second,
    "multiply": _multiply,
    "and_half": _and_half,
    "fraction": _fraction,
    "year_words": _year_words,
    "duration": _duration,
    "felt_duration": _felt_duration,
    "quarter_hours": _quarter_hours,
    "sum": _sum,
    "hedged": _hedged,
    "last_units": _last_units,
    "ahead": _ahead,
}
