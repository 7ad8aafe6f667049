"""Finds where several articles about one story cannot all be right, with the words of every side.

The names below are loaded when they are first used, so that ``import discrepancy`` stays quick and needs
neither a language model nor a graph library.
"""

from importlib import import_module

# As in ``typing``, which takes longer to load than all else here; type checkers know the name.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from discrepancy.checker import check, compare
    from discrepancy.errors import DiscrepancyError, InputError, ManifestError, OptionError, ParserError
    from discrepancy.grouping import Group, group
    from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
    from discrepancy.model.report import Report
    from discrepancy.model.text import Document, Passage
    from discrepancy.read import read_documents

    __version__: str

__all__ = [
    "Discrepancy",
    "DiscrepancyError",
    "Document",
    "Group",
    "InputError",
    "Kind",
    "ManifestError",
    "OptionError",
    "ParserError",
    "Passage",
    "Position",
    "Report",
    "Severity",
    "__version__",
    "check",
    "compare",
    "group",
    "read_documents",
]

_HOMES = {
    "check": "checker",
    "compare": "checker",
    "Discrepancy": "model.findings",
    "DiscrepancyError": "errors",
    "Document": "model.text",
    "Group": "grouping",
    "group": "grouping",
    "InputError": "errors",
    "Kind": "model.findings",
    "ManifestError": "errors",
    "OptionError": "errors",
    "ParserError": "errors",
    "Passage": "model.text",
    "Position": "model.findings",
    "read_documents": "read",
    "Report": "model.report",
    "Severity": "model.findings",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        value: object = _installed_version()
    elif name in _HOMES:
        value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _installed_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(__name__)
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
