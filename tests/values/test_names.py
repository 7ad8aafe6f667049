"""Names come apart into titles, office, owner and parts."""

import pytest

from discrepancy.values.names import Name, parse_name


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Ruth Calder", Name(text="Ruth Calder", parts=("Ruth", "Calder"))),
        ("Calder, Ruth", Name(text="Ruth Calder", parts=("Ruth", "Calder"))),
        ("Mr Calder", Name(text="Calder", kind="person", parts=("Calder",), titles=("Mr",))),
        (
            "US Secretary of State Antonia Blake",
            Name(
                text="Antonia Blake",
                kind="person",
                parts=("Antonia", "Blake"),
                office="secretary of state",
                of="United States",
            ),
        ),
        (
            "South Korea's foreign minister Han Seo-yun",
            Name(
                text="Han Seo-yun",
                kind="person",
                parts=("Han", "Seo-yun"),
                office="foreign minister",
                of="South Korea",
            ),
        ),
        (
            "CFO Ines Moreau",
            Name(
                text="Ines Moreau", kind="person", parts=("Ines", "Moreau"), office="chief financial officer"
            ),
        ),
        (
            "Chinese Special Envoy for Climate Change Affairs Liang Yufen",
            Name(
                text="Liang Yufen",
                kind="person",
                parts=("Liang", "Yufen"),
                office="special envoy for climate change affairs",
                of="China",
            ),
        ),
        ("Sammy Davis, Jr.", Name(text="Sammy Davis Jr.", parts=("Sammy", "Davis", "Jr."))),
    ],
)
def test_parse_name(text: str, want: Name) -> None:
    assert parse_name(text) == want


def test_parse_keeps_at_least_one_word_as_the_name() -> None:
    assert parse_name("President").text == "President"
