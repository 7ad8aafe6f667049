"""The command line run in this process, with a checker that gives the invented report."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
from report.stories import documents, ferry_report

from discrepancy.cli import main
from discrepancy.model.claims import Claim
from discrepancy.model.text import Passage

Run = Callable[..., tuple[int, str, str]]


class FakeChecker(ModuleType):
    """Stands for the checker: gives the invented report, and remembers how it was asked."""

    def __init__(self) -> None:
        super().__init__("discrepancy.checker")
        self.asked: dict[str, Any] = {}
        self.raised: BaseException | None = None
        self.found: tuple[object, ...] = ()

    def check(self, documents: Any, **options: Any) -> Any:
        self.asked = {"documents": documents, **options}
        if self.raised is not None:
            raise self.raised
        if options["progress"]:
            options["progress"](1, len(documents))
        return attrs.evolve(ferry_report(), left_out=())

    def detectors(self) -> tuple[object, ...]:
        return self.found

    def extract_claims(self, documents: Any, *, parser: str | None = None) -> Any:
        self.asked = {"documents": documents, "parser": parser}
        document = documents[0]
        words = document.text.split()[0]
        passage = Passage(document.id, document.text.index(words), len(words), words)
        return (
            Claim(
                id="c1", document=document.id, attribute="office", subject="p1", value="mate", passage=passage
            ),
        )


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def checker(monkeypatch: pytest.MonkeyPatch) -> FakeChecker:
    fake = FakeChecker()
    monkeypatch.setitem(sys.modules, "discrepancy.checker", fake)
    return fake


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A directory with the four articles of the invented story."""
    directory = tmp_path / "ferry"
    directory.mkdir()
    for document in documents():
        (directory / f"{document.id}.txt").write_text(document.text, encoding="utf-8")
    return directory


@pytest.fixture
def run(checker: FakeChecker, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_main(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_main
