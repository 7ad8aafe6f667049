"""Claims as JSON Lines."""

import json
from datetime import datetime

import pytest

from discrepancy.model.claims import Attribute, Certainty, Claim, Participant, Quote, Value
from discrepancy.model.text import Document, Passage
from discrepancy.report.claim_lines import claim_data, render_claims
from discrepancy.values.names import Name
from discrepancy.values.quantities import Quantity
from discrepancy.values.times import Interval, Precision, TimeValue

TEXT = "On Monday the ferry ran aground. 🚢 It was free after five hours."
MONDAY = TimeValue(
    type="DATE",
    value="2019-05-13",
    edtf="2019-05-13",
    interval=Interval(datetime(2019, 5, 13), datetime(2019, 5, 14)),
    precision=Precision.DAY,
    resolved_by="publication",
)
FIVE_HOURS = Quantity(low=18000, high=18000, number=5, unit="second")
CAPTAIN = Name(text="Ida Brekke", kind="person", parts=("Ida", "Brekke"), office="captain")
STRAIT = Participant(role="place", key="p4", head="strait", start=0, end=2)


def claim(attribute: Attribute, value: Value) -> Claim:
    return Claim(
        id="c1",
        document="herald",
        attribute=attribute,
        subject="e1",
        value=value,
        passage=Passage("herald", 0, 9, "On Monday"),
        event="e1",
        certainty=Certainty.ALLEGED,
        source="police",
    )


def test_claim_as_data() -> None:
    assert claim_data(claim("polarity", True), outlet="Herald") == {
        "id": "c1",
        "document": "herald",
        "outlet": "Herald",
        "attribute": "polarity",
        "subject": "e1",
        "value": "yes",
        "normalized": {"type": "polarity", "value": True},
        "positive": True,
        "certainty": "alleged",
        "source": "police",
        "event": "e1",
        "evidence": {"start": 0, "end": 9, "quote": "On Monday"},
    }


@pytest.mark.parametrize(
    ("attribute", "value", "type_", "key", "normal"),
    [
        ("time", MONDAY, "time", "start", "2019-05-13T00:00:00"),
        ("duration", FIVE_HOURS, "quantity", "low", 18000),
        ("office", CAPTAIN, "role", "office", "captain"),
        ("participant", CAPTAIN, "name", "parts", ["Ida", "Brekke"]),
        ("quote", Quote(words="We had no warning"), "quote", "words", "We had no warning"),
        ("place", STRAIT, "place", "name", "strait"),
        ("place", "Skarholm", "place", "value", "Skarholm"),
        ("polarity", False, "polarity", "value", False),
    ],
)
def test_value_as_data(attribute: Attribute, value: Value, type_: str, key: str, normal: object) -> None:
    data = claim_data(claim(attribute, value))

    assert data["normalized"]["type"] == type_
    assert data["normalized"][key] == normal
    assert isinstance(data["value"], str) and data["value"]
    assert json.loads(json.dumps(data)) == data


def test_one_line_a_claim_with_its_outlet() -> None:
    document = Document(id="herald", text=TEXT, outlet="Coast\nHerald")
    lines = render_claims([claim("time", MONDAY), claim("polarity", True)], [document]).splitlines()

    assert [json.loads(line)["outlet"] for line in lines] == ["Coast\nHerald", "Coast\nHerald"]


def test_no_claims_are_no_lines() -> None:
    assert render_claims([], []) == ""
