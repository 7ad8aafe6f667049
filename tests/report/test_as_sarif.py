"""The SARIF log: valid by the official schema, its regions lead to the words, nothing foreign is a link."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import jsonschema
import pytest
from hypothesis import given, settings

from discrepancy.model.findings import Acceptance, Kind
from discrepancy.model.report import Report
from discrepancy.model.text import Document
from discrepancy.report.as_sarif import render_sarif

from .golden import assert_golden
from .hostile import WORDS, hostile_report
from .sarif_schema import complaints, load_sarif_schema
from .stories import ferry_report
from .strategies import reports

LINK = re.compile(r"\[(?:\\.|[^\[\]\\])*\]\(([^)]*)\)")


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(render_sarif(report))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def accepted_report() -> Report:
    first, *others = ferry_report().discrepancies
    accepted = Acceptance(reason="asked the coastguard")
    return attrs.evolve(ferry_report(), discrepancies=(attrs.evolve(first, accepted=accepted), *others))


def test_log_is_golden() -> None:
    assert_golden("ferry.sarif", render_sarif(ferry_report()))


@pytest.mark.parametrize(
    "report", [ferry_report(), hostile_report(), Report(documents=()), accepted_report()]
)
def test_log_keeps_to_the_official_schema(report: Report) -> None:
    jsonschema.Draft202012Validator(load_sarif_schema()).validate(json.loads(render_sarif(report)))


@settings(max_examples=10, deadline=None)
@given(reports())
def test_every_log_keeps_to_the_official_schema(report: Report) -> None:
    jsonschema.Draft202012Validator(load_sarif_schema()).validate(json.loads(render_sarif(report)))


@pytest.mark.parametrize("report", [ferry_report(), accepted_report()])
def test_official_validator_has_no_complaint(report: Report, tmp_path: Path) -> None:
    log = tmp_path / "report.sarif"
    log.write_text(render_sarif(report), encoding="utf-8")

    assert complaints(log) == []


def locations(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [place for r in run["results"] for place in (*r["locations"], *r["relatedLocations"])]


@pytest.mark.parametrize("report", [ferry_report(), hostile_report()])
def test_regions_lead_to_the_words(report: Report) -> None:
    run = run_of(report)
    found = []
    for place in locations(run):
        physical = place["physicalLocation"]
        text = report.documents[physical["artifactLocation"]["index"]].text
        region = physical["region"]
        lines = text.split("\n")[region["startLine"] - 1 : region["endLine"]]
        lines[-1] = lines[-1][: region["endColumn"] - 1]
        lines[0] = lines[0][region["startColumn"] - 1 :]
        found.append("\n".join(lines))
        start, length = region["charOffset"], region["charLength"]

        assert text[start : start + length] == region["snippet"]["text"] == found[-1]
    wanted = [p.quote for f in report.discrepancies for side in f.positions for p in side.evidence]

    assert run["columnKind"] == "unicodeCodePoints"
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize("report", [ferry_report(), hostile_report()])
def test_message_links_to_every_related_location_and_to_nothing_else(report: Report) -> None:
    for result in run_of(report)["results"]:
        ids = [place["id"] for place in result["relatedLocations"]]

        assert [int(target) for target in LINK.findall(result["message"]["text"])] == ids
        assert ids == list(range(1, len(ids) + 1))


def test_braces_of_an_article_are_no_placeholders() -> None:
    words = next(w for w in WORDS if "{0}" in w)
    texts = [r["message"]["text"] for r in run_of(hostile_report())["results"]]

    assert any("{{0}} of {{braces}}" in text for text in texts), words
    assert not any(re.search(r"(?<!\{)\{\d+\}(?!\})", text) for text in texts)


def test_every_kind_is_a_rule_with_help() -> None:
    run = run_of(ferry_report())
    rules = run["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == [kind.value for kind in Kind]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_severity_is_the_level() -> None:
    assert [r["level"] for r in run_of(ferry_report())["results"]] == [
        "error", "error", "error", "warning", "note",
    ]  # fmt: skip


def test_accepted_finding_stays_and_is_suppressed() -> None:
    first, *others = run_of(accepted_report())["results"]

    assert first["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "asked the coastguard"}
    ]
    assert [r["suppressions"] for r in others] == [[]] * 4


def test_left_out_article_is_a_notification() -> None:
    (notification,) = run_of(ferry_report())["invocations"][0]["toolExecutionNotifications"]

    assert notification["level"] == "warning"
    assert notification["message"]["text"] == "ferry/photo.txt: is not text (byte 0 at position 4)"


def test_fingerprint_of_the_question_outlives_an_edit_of_the_article() -> None:
    report = ferry_report()
    polarity = report.discrepancies[2]
    accepts, declines = polarity.positions
    fewer = attrs.evolve(accepts, evidence=accepts.evidence[:-1])
    edited = attrs.evolve(polarity, positions=(fewer, declines))
    one = [r["partialFingerprints"] for r in run_of(report)["results"]]
    (other,) = (
        r["partialFingerprints"] for r in run_of(attrs.evolve(report, discrepancies=(edited,)))["results"]
    )

    assert [f["finding/v1"] for f in one] == [f.id for f in report.discrepancies]
    assert one[2]["finding/v1"] != other["finding/v1"]
    assert one[2]["question/v1"] == other["question/v1"]
    assert len({f["question/v1"] for f in one}) == len(one)


@pytest.mark.parametrize(
    ("path", "is_extracted", "has_text"),
    [("a.txt", False, False), ("a.html", True, True), ("a.jsonl", False, True), (None, False, True)],
)
def test_article_that_is_no_file_carries_its_text(
    path: str | None, is_extracted: bool, has_text: bool
) -> None:
    document = Document(id="d", text="words", path=path, is_extracted=is_extracted)
    (artifact,) = run_of(Report(documents=(document,)))["artifacts"]

    assert ("contents" in artifact) is has_text
    assert artifact.get("contents", {"text": "words"}) == {"text": "words"}


def test_uris_are_relative_and_encoded() -> None:
    uris = [artifact["location"]["uri"] for artifact in run_of(hostile_report())["artifacts"]]

    assert len(set(uris)) == len(WORDS)
    assert all(uri.isascii() and not re.search(r"[^\w./%~-]", uri) for uri in uris)
    assert [urlsplit(uri).scheme for uri in uris] == [""] * len(WORDS)
