"""Units of measure: their canonical unit, how to convert to it, and how finely a bare figure tells."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import attrs

from discrepancy.language import load_words

__all__ = ["Unit", "load_units", "shown_step"]


@attrs.frozen(kw_only=True)
class Unit:
    """A unit as news writes it; ``canonical = figure * factor + offset`` in the unit ``to``.

    ``step`` and ``round_to`` say what a whole figure is accurate to, in this unit; ``loose`` is the share by
    which the unit itself is uncertain ("ton").  ``forms`` and ``tight`` are its written forms; a tight one
    needs a figure right before it.
    """

    name: str
    to: str
    factor: float
    offset: float = 0.0
    forms: tuple[str, ...] = ()
    tight: tuple[str, ...] = ()
    step: float = 1.0
    round_to: float | None = None
    loose: float = 0.0

    def convert(self, figure: float) -> float:
        """Return ``figure`` of this unit in the canonical unit."""
        return figure * self.factor + self.offset

    def restore(self, canonical: float) -> float:
        """Return a canonical value in this unit."""
        return (canonical - self.offset) / self.factor


@cache
def load_units() -> Mapping[str, Unit]:
    """Return all units by name."""
    table = load_words("units")
    return MappingProxyType({name: _read_unit(name, row) for name, row in table.items()})


def shown_step(unit: Unit, figure: float, shown: float) -> float:
    """Return the size of the last digit that ``figure`` shows, in canonical units.

    ``shown`` is the last significant digit of the bare figure.  A whole number of hours is told to the half
    hour, 35 minutes to five minutes, 34 minutes to one.
    """
    step = shown
    if figure == int(figure) and shown <= 1:
        is_round = unit.round_to is not None and figure % unit.round_to == 0
        step = unit.round_to if is_round and unit.round_to is not None else unit.step
    return max(step * unit.factor, unit.loose * abs(figure) * unit.factor)


def _read_unit(name: str, row: Mapping[str, object]) -> Unit:
    options = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Unit(name=name, **options)  # type: ignore[arg-type]
