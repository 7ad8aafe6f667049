"""Gives a month the year that stands after the next one ("in August and September 1914")."""

import attrs

from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.lexer import Token
from discrepancy.mentions.times.vocabulary import CODES

__all__ = ["share_years"]

_CALENDAR = frozenset(CODES[name] for name in ("MTH", "MDAY", "DAT", "SEA"))
_LINKS = frozenset(
    CODES[name]
    for name in ("AND", "TO", "OR", "HY", "DASH", "COMMA", "UNTIL", "THROUGH", "EARLY", "THE", "ON")
)
# "August and in early September 1914": so many tokens may stand between two dates that share a year.
_MOST_BETWEEN = 3


def share_years(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the year of a date given to the ones it is listed with, from right to left."""
    result = list(tokens)
    for i in range(len(tokens) - 2, -1, -1):
        draft = result[i].value
        if tokens[i].code not in _CALENDAR or not isinstance(draft, Draft) or not _lacks_year(draft):
            continue
        following = _following(result, i)
        if following is None or following.named.year is None or following.era:
            continue
        year = following.named.year - (1 if _month(draft) > _month(following) else 0)
        result[i] = result[i]._replace(value=_with_year(draft, year))
    return result


def _lacks_year(draft: Draft) -> bool:
    return draft.named.year is None and draft.base is None and draft.way is None and draft.kind == "date"


def _following(tokens: list[Token], i: int) -> Draft | None:
    """Return the next date where only links stand between."""
    for j in range(i + 1, min(i + _MOST_BETWEEN + 2, len(tokens))):
        if tokens[j].code in _CALENDAR:
            draft = tokens[j].value
            return draft if j > i + 1 and isinstance(draft, Draft) and _month(draft) else None
        if tokens[j].code not in _LINKS:
            return None
    return None


_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _month(draft: Draft) -> int:
    return draft.named.month or _SEASON_MONTHS.get(draft.season or "", 0)


def _with_year(draft: Draft, year: int) -> Draft:
    until = name_fields(draft.until, year=year) if draft.until is not None else None
    return attrs.evolve(name_fields(draft, year=year), until=until)
