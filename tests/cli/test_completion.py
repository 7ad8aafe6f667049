"""Completion as the shells themselves do it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from discrepancy.cli import build_parser
from discrepancy.cli.completion import SHELLS, render_completion
from discrepancy.report.formats import FORMATS

from .conftest import Run

CASES = [
    (["discrepancy", "ch"], {"check"}),
    (["discrepancy", ""], {"check", "claims", "group", "kinds", "explain", "completion"}),
    (["discrepancy", "check", "--min"], {"--min-severity"}),
    (["discrepancy", "check", "a.txt", "--format", ""], set(FORMATS)),
    (["discrepancy", "check", "--fail-on", "m"], {"major", "minor"}),
    (["discrepancy", "claims", "--fail"], set()),
    (["discrepancy", "completion", ""], set(SHELLS)),
]
NAMES = [" ".join(words) for words, _ in CASES]


def in_bash(words: list[str], script: Path, shell: str) -> set[str]:
    """What bash (or zsh, which runs the same function) offers for the last of the words."""
    quoted = " ".join(f"'{word}'" for word in words)
    start = (
        "" if shell == "bash" else "autoload -Uz compinit; compinit -u -D; setopt ksh_arrays sh_word_split;"
    )
    run = (
        f"{start} source {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _discrepancy; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run([shell, "-c", run], capture_output=True, text=True, check=True, cwd=script.parent)
    found = set(done.stdout.split())
    # In zsh the function offers all words of the place, and the shell leaves away those that begin otherwise.
    return found if shell == "bash" else {word for word in found if word.startswith(words[-1])}


@pytest.mark.parametrize(("words", "offered"), CASES, ids=NAMES)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_bash_and_zsh_offer_what_fits(
    tmp_path: Path, shell: str, words: list[str], offered: set[str]
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "completion"
    script.write_text(render_completion(build_parser(), shell), encoding="utf-8")

    assert in_bash(words, script, shell) == offered


@pytest.mark.parametrize(("words", "offered"), CASES, ids=NAMES)
def test_fish_offers_what_fits(tmp_path: Path, words: list[str], offered: set[str]) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    script = tmp_path / "completion.fish"
    script.write_text(render_completion(build_parser(), "fish"), encoding="utf-8")
    run = f"source {script}; complete -C'{' '.join(words)}'"
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["fish", "--no-config", "-c", run],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    found = {line.split("\t")[0] for line in done.stdout.splitlines()}

    assert {word for word in found if not (tmp_path / word).exists()} == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_command_prints_the_script(run: Run, shell: str) -> None:
    assert run("completion", shell) == (0, render_completion(build_parser(), shell), "")
