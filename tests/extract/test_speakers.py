"""Who says the words between quotation marks."""

from collections.abc import Callable

import pytest

from discrepancy.model.claims import Extraction, Quote

ExtractText = Callable[..., Extraction]


def speakers(extraction: Extraction) -> list[str | None]:
    """The speakers of the quotations in text order, by their full names."""
    names: dict[str | None, str] = {e.key: e.name.text for e in extraction.entities}
    quotes = [c for c in extraction.claims if isinstance(c.value, Quote)]
    return [
        names.get(c.value.speaker, c.value.speaker)
        for c in sorted(quotes, key=lambda c: c.passage.start)
        if isinstance(c.value, Quote)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge will not be rebuilt this year,” said Ines Varga.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” Ines Varga said on Monday.", "Ines Varga"),
        ("Ines Varga told reporters: “The bridge will not be rebuilt this year.”", "Ines Varga"),
        ("Ines Varga said the city was broke and “will not rebuild the bridge this year”.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” said mayor Ines Varga.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” beamed Ines Varga.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” stammers guide Ines Varga, pale.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” lamented the engineer, Ines Varga.", "Ines Varga"),
        (
            "“The bridge will not be rebuilt this year,” narrated to this paper the other diver, Ines Varga.",
            "Ines Varga",
        ),
        (
            "“The bridge will not be rebuilt this year,” Varga remarks drily. Ines Varga built it.",
            "Ines Varga",
        ),
        ("“The bridge will not be rebuilt this year,” says mother of two Ines Varga, 34.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” says Lyon's site manager, Ines Varga.", "Ines Varga"),
        (
            "Ines Varga, an engineer, put it like this: “The bridge will not be rebuilt this year.”",
            "Ines Varga",
        ),
        ("A ruin, says engineer Ines Varga, “that will not be rebuilt this year”.", "Ines Varga"),
        ("“The bridge will not be rebuilt this year,” the winner shouted.", "the winner"),
        ("“The bridge will not be rebuilt this year,” giggled the winner, a cup in her hand.", "the winner"),
        ("“The bridge will not be rebuilt this year,” the 34-year-old said.", "the 34-year-old"),
        ("“The bridge will not be rebuilt this year,” has said the judge.", "the judge"),
        ("“The bridge will not be rebuilt this year,” laughs a crane driver.", "driver"),
    ],
)
def test_name_beside_the_marks_speaks(text: str, speaker: str, extract_text: ExtractText) -> None:
    assert speakers(extract_text(text)) == [speaker]


def test_name_behind_a_long_office_speaks(extract_text: ExtractText) -> None:
    extraction = extract_text(
        "“The bridge will not be rebuilt this year,” said the mayor of Lyon, Ines Varga."
    )

    assert speakers(extraction) == ["Ines Varga"]


def test_pronoun_speaks_for_whom_the_words_before_are_about(extract_text: ExtractText) -> None:
    extraction = extract_text("Ines Varga looked at the ruins. “We shall not rebuild the bridge,” she said.")

    assert speakers(extraction) == ["Ines Varga"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ines Varga was up when Tomas Rehn fell. “We shall not rebuild the bridge,” she said.",
            "Ines Varga",
        ),
        ("Mrs Varga met Mr Rehn. “We shall not rebuild the bridge,” he said.", "Rehn"),
        ("Her brother Luc was there. Ines Varga left. “We shall not rebuild it,” he said.", "Luc"),
        (
            "Tomas Rehn drove. Among them was Ines Varga, 30, who slept. “We shall not stop,” she said.",
            "Ines Varga",
        ),
        (
            "Ines Varga, a father of two, met Kim Lo. “We shall not rebuild the bridge,” he said.",
            "Ines Varga",
        ),
    ],
)
def test_pronoun_speaks_for_nobody_of_the_other_gender(
    text: str, speaker: str, extract_text: ExtractText
) -> None:
    assert speakers(extract_text(text)) == [speaker]


def test_quotation_that_goes_on_has_the_same_speaker(extract_text: ExtractText) -> None:
    extraction = extract_text(
        "“We shall not rebuild the bridge,” said Ines Varga. “The city has no money left for it.”"
    )

    assert speakers(extraction) == ["Ines Varga", "Ines Varga"]


def test_two_speakers_each_have_their_own_words(extract_text: ExtractText) -> None:
    extraction = extract_text(
        "“We shall not rebuild the bridge,” said Ines Varga.\n\n“Then the village will die,” said Tomas Rehn."
    )

    assert speakers(extraction) == ["Ines Varga", "Tomas Rehn"]


def test_spokesman_of_somebody_is_not_that_person(extract_text: ExtractText) -> None:
    extraction = extract_text("“We shall not rebuild the bridge,” said a spokesman for Ines Varga.")

    assert speakers(extraction) != ["Ines Varga"]


def test_what_is_said_between_the_marks_is_the_speakers(extract_text: ExtractText) -> None:
    extraction = extract_text("“The bridge collapsed on Sunday night,” said Ines Varga.")

    sources = [e.source for e in extraction.events if e.lemma == "collapse"]
    assert sources == [e.key for e in extraction.entities if e.name.text == "Ines Varga"]


def test_words_that_nobody_says_have_no_speaker(extract_text: ExtractText) -> None:
    extraction = extract_text("The sign on the gate reads “The bridge will not be rebuilt this year”.")

    assert speakers(extraction) in ([None], ["sign"], ["the sign"])
