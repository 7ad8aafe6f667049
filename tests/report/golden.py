"""Compares a text with the one that was read and approved; ``UPDATE_GOLDEN=1`` writes it anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden" / "report"


def assert_golden(name: str, text: str) -> None:
    assert_same(GOLDEN / name, text)


def assert_same(path: Path, text: str) -> None:
    """Compare with a whole file; a change is made by the explicit option only, and read in review."""
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == text, (
        f"{path.name} differs; look, then UPDATE_GOLDEN=1 pytest"
    )
