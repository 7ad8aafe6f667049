"""Times that count from publication or from another time: this week, two days later, the end of May."""

from typing import Any

import attrs

from discrepancy.mentions.times.drafts import Draft, name_fields
from discrepancy.mentions.times.grammar import Builder, Found
from discrepancy.mentions.times.vocabulary import CODES

__all__ = ["RELATIVE_BUILDERS"]

_UNITS = {"quarter": "Q", "weekend": "WE"}


def _unit(found: Found) -> str:
    return str(_UNITS.get(found.value("u"), found.value("u")))


def _this_unit(found: Found) -> Draft | None:
    """Read "this week" (publication), "that week", "the same week" (last mentioned), "the week" (weak)."""
    unit, words = _unit(found), found.words("det")
    if unit.startswith("T"):
        return None
    if words == "this":
        return Draft(base="anchor" if unit == "D" else "publication", unit=unit)
    weak = words == "the" and unit not in ("WE", "Q") and not _is_meant(found, unit)
    if unit == "WE" and words == "the":
        return Draft(base="publication", unit=unit, loose=True)
    return Draft(base="sentence" if weak and unit == "D" else "anchor", unit=unit, weak=weak)


def _is_meant(found: Found, unit: str) -> bool:
    """Whether "the year" is one of the calendar: "raised its target for the year." """
    before, after = found.neighbour(-1), found.neighbour(1)
    is_after = before is not None and before.code in (CODES["FOR"], CODES["IN"]) and unit in ("W", "M", "Y")
    return is_after and (after is None or after.code in (CODES["COMMA"], CODES["DOT"], CODES["ENDS"]))


_SHIFTS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "latest": -1, "current": 0}


def _last_unit(found: Found) -> Draft:
    unit, word = _unit(found), found.words("det")
    definite = found.tokens[found.start].code == CODES["THE"]
    shift = _SHIFTS.get(word, 0 if word in ("present", "ongoing") else 1)
    told = word in ("previous", "preceding", "prior", "following", "subsequent", "ensuing")
    told = told or (word == "next" and definite)
    if unit == "Q" and word == "latest":
        return _latest_period(found)
    weak = definite and word == "last" and unit == "D"
    return Draft(base="anchor" if told else "publication", shift=shift, unit=unit, weak=weak)


def _year_earlier(found: Found) -> Draft | None:
    """Read "the year-ago quarter", "year-earlier"."""
    if found.value("y") != "Y":
        return None
    if not found.has("n"):
        return Draft(base="anchor", shift=-1, unit="Y", loose=True)
    number = 2 if found.is_class("n", "SECOND") else int(found.value("n"))
    return Draft(base="publication", shift=-1, unit="Y", quarter=number) if number <= 4 else None


def _latest_period(found: Found) -> Draft:
    return Draft(base="anchor", unit="Q")


def _present_day(found: Found) -> Draft | None:
    return Draft(kind="reference", value="PRESENT_REF") if found.tokens[found.end - 1].value == "D" else None


def _full_unit(found: Found) -> Draft:
    unit = _unit(found)
    return Draft(base="publication" if unit == "Y" else "anchor", unit=unit, weak=unit == "D")


def _deictic(found: Found) -> Draft:
    return Draft(base="publication", shift=found.value("d"), unit="D")


def _tonight(found: Found) -> Draft:
    return name_fields(Draft(base="publication", unit="D"), part="NI")


def _day_beyond(found: Found) -> Draft | None:
    if found.value("u") != "D":
        return None
    step = -1 if found.words("side") == "before" else 1
    return Draft(base="publication", shift=found.value("d") + step, unit="D")


def _reference(found: Found) -> Draft:
    return Draft(kind="reference", value=found.rule.const.get("value") or found.value("r"))


def _away(found: Found) -> Draft | None:
    """Read "two weeks ago", "a year earlier", "three days after 18 June"."""
    length: Draft = found.value("a")
    side = found.words("side")
    if side == "since" or len(length.amounts) != 1 or length.until is not None:
        return None
    number, unit = length.amounts[0]
    sign = -1 if side in ("ago", "earlier", "before", "previously", "beforehand") else 1
    if number is None:
        return (
            Draft(kind="reference", value="PAST_REF" if sign < 0 else "FUTURE_REF")
            if not found.has("b")
            else None
        )
    origin = found.value("b") if found.has("b") else None
    if origin is not None and origin.kind != "date":
        origin = None
        base: Any = "publication"
    else:
        base = "publication" if side == "ago" else "anchor"
    return Draft(base=base, shift=sign * number, unit=unit, mod=length.mod, origin=origin, loose=True)


def _day_beside(found: Found) -> Draft | None:
    """Read "the day before", "the day after 3 May"; beside an event it stays open."""
    whole: Draft = found.value("w")
    definite = found.tokens[found.start].value == "the" or found.words("w").startswith("the ")
    if (
        not definite
        or whole.shift
        or whole.until
        or whole.mod
        or whole.unit not in ("D", "W", "WE", "M", "Y")
    ):
        return None
    shift = -1 if found.words("side") == "before" else 1
    draft = attrs.evolve(whole, base="anchor", shift=shift, weak=False)
    if found.has("b"):
        return attrs.evolve(draft, origin=found.value("b"))
    after = found.neighbour(1)
    told = after is None or after.code in _ENDINGS
    return draft if told else attrs.evolve(draft, shift=None)


_ENDINGS = tuple(
    CODES[name] for name in ("COMMA", "DOT", "ENDS", "QUOTE", "AND", "DASH", "RPAR", "COLON", "IN", "AT")
)


def _edge(found: Found) -> Draft | None:
    draft: Draft = found.value("b")
    if draft.until is not None or draft.mod is not None or draft.kind != "date":
        return None
    return attrs.evolve(draft, mod=found.value("edge"), weak=False)


def _unit_edge(found: Found) -> Draft | None:
    unit = found.value("u") if found.has("u") else found.value("b")
    if unit == "D":
        return None
    return Draft(base="publication", unit=str(_UNITS.get(unit, unit)), mod=found.value("edge"))


def _turn(found: Found) -> Draft | None:
    draft: Draft = found.value("b")
    return attrs.evolve(draft, mod="TURN", weak=False)


def _earlier(found: Found) -> Draft | None:
    draft: Draft = found.value("b")
    if draft.until is not None:
        return None
    return attrs.evolve(draft, weak=False)


def _hedged_date(found: Found) -> Draft | None:
    draft: Draft = found.value("b")
    mod = "APPROX" if found.has("near") else found.value("hedge")
    if draft.mod is not None or mod not in ("APPROX", ""):
        return None
    return attrs.evolve(draft, mod=mod or None)


RELATIVE_BUILDERS: dict[str, Builder] = {
    "this_unit": _this_unit,
    "last_unit": _last_unit,
    "full_unit": _full_unit,
    "year_earlier": _year_earlier,
    "latest_period": _latest_period,
    "present_day": _present_day,
    "deictic": _deictic,
    "tonight": _tonight,
    "day_beyond": _day_beyond,
    "reference": _reference,
    "away": _away,
    "day_beside": _day_beside,
    "edge": _edge,
    "unit_edge": _unit_edge,
    "turn": _turn,
    "earlier": _earlier,
    "hedged_date": _hedged_date,
}
