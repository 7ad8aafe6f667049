"""Documents become sentences that keep every offset."""

import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy.errors import ParserError
from discrepancy.model.text import Block, Document, Sentence, Unit
from discrepancy.parse import parse, parse_all

NEWS = (
    "Minister So Min-ho met his counterpart, Ms. An, for a 35-minute talk on Monday. "
    "“It’s over,” he said.\n\n"
    "The U.S. envoy didn’t attend — she was in Tabira."
)


def read(text: str, *units: Unit) -> tuple[Sentence, ...]:
    return parse(Document(id="a", text=text), units)


def test_tokens_keep_the_offsets_of_the_text() -> None:
    for sentence in read(NEWS, Unit(9, 18, "person"), Unit(44, 46, "person")):
        for token in sentence.tokens:
            assert NEWS[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)


def test_every_sentence_has_one_root_and_no_circle() -> None:
    for sentence in read(NEWS):
        assert [token.dep for token in sentence.tokens if token.head == token.i] == ["root"]
        for token in sentence.tokens:
            steps = 0
            while sentence.tokens[token.head] != token:
                token, steps = sentence.tokens[token.head], steps + 1
                assert steps <= len(sentence.tokens)


def test_name_hangs_together_by_one_word() -> None:
    (first, *_) = read(NEWS, Unit(9, 18, "person"), Unit(44, 46, "person"))

    name = [token for token in first.tokens if token.start >= 9 and token.end <= 18]
    inside = {token.i for token in name}

    assert [token.text for token in name] == ["So", "Min", "-", "ho"]
    assert len([token for token in name if token.head not in inside]) == 1
    assert [token.pos for token in name] == ["PROPN", "PROPN", "PUNCT", "PROPN"]
    assert [token.dep for token in name[1:]] == ["flat", "punct", "flat"]


@pytest.mark.parametrize("surname", ["So", "An", "Do", "Long", "He", "You", "Man", "Will", "Grace"])
def test_surname_that_looks_like_a_word_is_the_subject(surname: str) -> None:
    text = f"{surname} told reporters on Sunday that the talks had failed."

    (sentence,) = read(text, Unit(0, len(surname), "person"))

    assert (sentence.tokens[0].pos, sentence.tokens[0].dep) == ("PROPN", "nsubj")
    assert sentence.tokens[sentence.tokens[0].head].text == "told"
    assert sentence.tokens[0].lemma == surname


def test_sentence_stays_inside_its_block_and_furniture_is_left_out() -> None:
    text = "Ministers meet in Tabira The talks began on Monday. Read more stories"
    blocks = (
        Block(start=0, end=24, kind="title"),
        Block(start=25, end=51),
        Block(start=52, end=69, kind="furniture"),
    )

    found = parse(Document(id="a", text=text, blocks=blocks))

    assert [text[s.start : s.end] for s in found] == [
        "Ministers meet in Tabira",
        "The talks began on Monday.",
    ]
    assert [(s.index, s.block.kind, s.document) for s in found] == [(0, "title", "a"), (1, "body", "a")]


def test_parsing_twice_or_in_company_gives_the_same() -> None:
    document = Document(id="a", text=NEWS)
    other = Document(id="b", text="Rain fell. " * 40)

    alone = parse(document)

    assert parse(document) == alone
    assert parse_all([(other, ()), (document, ())])[1] == alone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n\t ",
        ".",
        "\x00\x01 bell \x07 rang",
        "🙂🙂 talks 🇺🇳 ended 👩‍👩‍👧 today",
        "قال الوزير إن المحادثات انتهت. ثم غادر.",
        "“Unbalanced (quotes ‘ and [brackets",
        "Zu\u0301rich na\u00efve \u202eoverride\u202c text",
        "a" * 3000,
        "- - - --- … … !!! ???",
    ],
)
def test_odd_input_is_read_without_complaint(text: str) -> None:
    for sentence in read(text):
        assert all(text[token.start : token.end] == token.text for token in sentence.tokens)


def test_units_that_overlap_or_miss_words_do_no_harm() -> None:
    text = "Vera Lund-Ryu spoke."
    units = [Unit(0, 9, "person"), Unit(5, 14, "person"), Unit(2, 3, "place"), Unit(20, 21, "person")]

    (sentence,) = read(text, *units)

    assert "".join(token.text for token in sentence.tokens) == text.replace(" ", "")


def test_endless_sentence_is_cut() -> None:
    found = read("the rain and the wind and the sea , " * 1250)

    assert max(len(sentence.tokens) for sentence in found) <= 200


def test_missing_pipeline_says_what_to_do() -> None:
    with pytest.raises(ParserError, match=r"no_such_pipeline.*spacy download no_such_pipeline"):
        parse(Document(id="a", text="Hello."), pipeline="no_such_pipeline")


def test_pipeline_without_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(ParserError, match="no dependency parser"):
        parse(Document(id="a", text="Hello."), pipeline=str(tmp_path / "blank"))


def test_import_does_not_load_spacy() -> None:
    code = "import sys, discrepancy.parse; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
