"""The official validator of SARIF, if it is there: the npm package ``@microsoft/sarif-multitool``.

It is looked for in the directory that ``SARIF_MULTITOOL`` names, else in ``node_modules`` of the checkout; its
package for this system holds the schema and the program.
"""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MODULES = Path(os.environ.get("SARIF_MULTITOOL") or ROOT / "node_modules")
MISSING = "npm install @microsoft/sarif-multitool brings the schema of SARIF; SARIF_MULTITOOL names where"
PROGRAM = "Sarif.Multitool"

# Nothing can be wrong about these: the log names no version and no page, so that it is the same bytes everywhere.
LEFT_AWAY = {"SARIF2005"}


def find_package() -> Path:
    """Return the directory of the package, or skip the test."""
    found = sorted(MODULES.glob("**/sarif-2.1.0.json"))
    if not found:
        pytest.skip(MISSING)
    return found[0].parent


def load_sarif_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((find_package() / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    return schema


def complaints(log: Path) -> list[str]:
    """What the official validator has to say of a log, with the rules of the standard and those of GitHub."""
    program = find_package() / PROGRAM
    if not os.access(program, os.X_OK):
        pytest.skip(f"{program} cannot be run here")
    target = log.with_suffix(".checked")
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", str(target)]
    subprocess.run(
        [str(program), "validate", str(log), *rules],
        check=False,
        capture_output=True,
        timeout=300,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    run = json.loads(target.read_text(encoding="utf-8-sig"))["runs"][0]
    results = [r for r in run["results"] if r["ruleId"] not in LEFT_AWAY]
    return [f"{r['ruleId']}: {r['message']}" for r in results]
