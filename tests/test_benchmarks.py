"""A benchmark that is not given its data says so in one line and ends with status 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("script", ["values.py", "quantities.py", "timex.py", "names.py"])
def test_missing_data_is_told_and_ends_with_2(script: str, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-W",
        "ignore",
        str(ROOT / "benchmarks" / script),
        "--bench",
        str(tmp_path / "nowhere"),
    ]

    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("no ") and run.stderr.count("\n") == 1
