"""The table as a data frame of pandas or polars: the same rows and types in both, and a clear error in neither."""

from importlib.util import find_spec

import pandas
import pytest

from discrepancy.errors import OptionError
from discrepancy.model.report import Report
from discrepancy.report import as_dataframe
from discrepancy.report.rows import COLUMNS, evidence_rows

from .hostile import hostile_report
from .stories import ferry_report

LIBRARIES = ["pandas", pytest.param("polars", marks=pytest.mark.skipif(
    find_spec("polars") is None, reason="polars is not installed"))]  # fmt: skip


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("report", [ferry_report(), hostile_report()], ids=["ferry", "hostile"])
def test_frame_has_the_rows(report: Report, library: as_dataframe.Library) -> None:
    frame = report.to_dataframe(library)
    rows = frame.to_dicts() if library == "polars" else frame.to_dict("records")

    assert rows == list(evidence_rows(report))
    assert type(frame).__module__.startswith(library)


def test_types_are_the_same_with_and_without_rows() -> None:
    full, bare = ferry_report().to_dataframe("pandas"), Report(documents=()).to_dataframe("pandas")

    assert list(bare.columns) == list(full.columns) == list(COLUMNS)
    assert list(bare.dtypes) == list(full.dtypes)
    assert len(bare) == 0


def test_whichever_is_installed_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(ferry_report().to_dataframe(), pandas.DataFrame)

    monkeypatch.setattr(as_dataframe, "find_spec", lambda name: name == "polars" or None)

    assert as_dataframe._choose(None) == "polars"


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_dataframe, "find_spec", lambda name: None)

    with pytest.raises(
        OptionError, match=r"neither pandas nor polars is installed; .*discrepancy\[dataframe\]"
    ):
        ferry_report().to_dataframe()
    with pytest.raises(OptionError, match="polars is not installed"):
        ferry_report().to_dataframe("polars")


def test_unknown_library_is_refused() -> None:
    with pytest.raises(
        OptionError, match="unknown library 'numpy'; a data frame is made by pandas or polars"
    ):
        as_dataframe.make_dataframe(ferry_report(), "numpy")  # type: ignore[arg-type]
