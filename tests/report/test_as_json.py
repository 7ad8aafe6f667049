"""The JSON of a report keeps to its schema."""

import copy
import json
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given, settings

from discrepancy.model.findings import Acceptance, Kind, Severity
from discrepancy.model.report import Report
from discrepancy.report.as_json import load_schema, render_json

from .evidence import assert_evidence_holds
from .golden import assert_golden
from .stories import ferry_report
from .strategies import reports

VALIDATOR = jsonschema.Draft202012Validator(load_schema())


def test_schema_is_a_valid_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema())


def test_report_keeps_to_the_schema() -> None:
    VALIDATOR.validate(json.loads(render_json(ferry_report())))


def test_report_without_anything_keeps_to_the_schema() -> None:
    VALIDATOR.validate(json.loads(render_json(Report(documents=()))))


def test_json_is_golden() -> None:
    assert_golden("ferry.json", render_json(ferry_report()))


def test_evidence_of_the_invented_report_holds() -> None:
    assert_evidence_holds(ferry_report())


@settings(max_examples=20, deadline=None)
@given(reports())
def test_every_report_keeps_to_the_schema(report: Report) -> None:
    text = render_json(report)

    VALIDATOR.validate(json.loads(text))
    assert text.endswith("}\n")
    assert_evidence_holds(report)


def test_schema_knows_every_kind_and_severity() -> None:
    finding = load_schema()["$defs"]["discrepancy"]["properties"]

    assert finding["kind"]["enum"] == [kind.value for kind in Kind]
    assert finding["severity"]["enum"] == [severity.value for severity in Severity]


def test_further_keys_are_allowed() -> None:
    data = json.loads(render_json(ferry_report()))
    data["tool"] = "later"
    data["discrepancies"][0]["positions"][0]["evidence"][0]["prefix"] = "later"

    VALIDATOR.validate(data)


def _required_keys(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key of a report, save those inside normalised values, which differ by type."""
    found: list[tuple[Any, ...]] = []
    if isinstance(data, dict):
        for key, value in data.items():
            found.append((*path, key))
            if key != "normalized":
                found += _required_keys(value, (*path, key))
    elif isinstance(data, list) and data:
        found += _required_keys(data[0], (*path, 0))
    return found


@pytest.mark.parametrize("path", _required_keys(ferry_report().to_data()), ids=str)
def test_every_key_is_required(path: tuple[Any, ...]) -> None:
    data = copy.deepcopy(ferry_report().to_data())
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]

    assert VALIDATOR.is_valid(data) is (path == ("left_out",))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("format",), "other"),
        (("documents", 0, "published"), "13 May 2019"),
        (("documents", 0, "published_from"), "guessed"),
        (("documents", 0, "words"), -1),
        (("occurrences", 0, "time", "start"), "2019-05-13"),
        (("discrepancies", 0, "id"), "377B305582E1"),
        (("discrepancies", 0, "kind"), "typo"),
        (("discrepancies", 0, "severity"), "warning"),
        (("discrepancies", 0, "scope"), "between"),
        (("discrepancies", 0, "confidence"), 1.5),
        (("discrepancies", 0, "confidence"), "strong"),
        (("discrepancies", 0, "positions"), []),
        (("discrepancies", 0, "positions", 0, "normalized"), {}),
        (("discrepancies", 0, "positions", 0, "documents"), []),
        (("discrepancies", 0, "positions", 0, "independent_sources"), 0),
        (("discrepancies", 0, "positions", 0, "evidence", 0, "start"), 1.5),
        (("not_compared", 0, "count"), "many"),
    ],
    ids=str,
)
def test_wrong_value_is_refused(path: tuple[Any, ...], value: object) -> None:
    data: Any = copy.deepcopy(ferry_report().to_data())
    holder = data
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value

    assert not VALIDATOR.is_valid(data)


def test_acceptance_draft_and_extracted_text_are_in_the_json() -> None:
    report = ferry_report()
    accepted = Acceptance(reason="as agreed with the coast guard", until=date(2019, 6, 1))
    first, *others = report.discrepancies
    page, *plain = report.documents
    marked = attrs.evolve(
        report,
        documents=(attrs.evolve(page, is_extracted=True), *plain),
        discrepancies=(attrs.evolve(first, accepted=accepted), *others),
        drafts=("herald",),
        outside_drafts=2,
    )
    data = json.loads(render_json(marked))

    VALIDATOR.validate(data)
    assert data["discrepancies"][0]["accepted"] == {"reason": accepted.reason, "until": "2019-06-01"}
    assert [d.get("draft") for d in data["documents"]] == [None, True, None, None]
    assert [d.get("text") for d in data["documents"]] == [page.text, None, None, None]
    assert data["outside_drafts"] == 2
    assert [f["id"] for f in data["discrepancies"]] == [f.id for f in report.discrepancies]
    assert not any("accepted" in finding for finding in data["discrepancies"][1:])
