"""The findings as a data frame of pandas or polars, whichever is there."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from discrepancy.errors import OptionError
from discrepancy.model.report import Report
from discrepancy.report.rows import COLUMNS, evidence_rows

__all__ = ["Library", "make_dataframe"]

Library = Literal["pandas", "polars"]

# The first that is installed is taken when nobody says which.
_LIBRARIES = ("pandas", "polars")
_ADVICE = "pip install 'discrepancy[dataframe]' brings pandas"


def make_dataframe(report: Report, library: Library | None = None) -> Any:
    """Return a ``pandas.DataFrame`` or ``polars.DataFrame`` with a row for each passage of evidence.

    The columns and their types are those of ``COLUMNS``, with or without rows.  Raises ``OptionError`` when the
    library is unknown or not installed.
    """
    name = _choose(library)
    frames = import_module(name)
    rows = list(evidence_rows(report))
    if name == "polars":
        return frames.DataFrame(rows, schema=COLUMNS)
    types = {column: "str" if of is str else of for column, of in COLUMNS.items()}
    return frames.DataFrame(rows, columns=list(COLUMNS)).astype(types)


def _choose(library: str | None) -> str:
    if library is not None and library not in _LIBRARIES:
        raise OptionError(f"unknown library {library!r}; a data frame is made by {' or '.join(_LIBRARIES)}")
    wanted = (library,) if library else _LIBRARIES
    for name in wanted:
        if find_spec(name) is not None:
            return name
    missing = f"{library} is not" if library else f"neither {' nor '.join(_LIBRARIES)} is"
    raise OptionError(f"{missing} installed; {_ADVICE}")
