"""The grammar of times as data: every rule compiles and has a builder, classes are known, cost is linear."""

import re
import subprocess
import sys

import pytest

from discrepancy.language import load_words
from discrepancy.mentions import times
from discrepancy.mentions.times import find_times
from discrepancy.mentions.times.vocabulary import load_layers, load_lexicon


def class_names() -> set[str]:
    """Word classes of the tables, shapes that the lexer gives, and what rules produce."""
    table = load_words("time_rules")
    given = {rule["gives"] for layer in table["layer"] for rule in layer["rule"]}
    shapes = {
        "WORD", "NAME", "NA", "NB", "NC", "ND", "NE", "NF", "YR", "HM", "NG", "DEC", "DOTC", "CLOCK",
        "RUN", "STAMP", "ISO", "ORDN", "DECADE", "AP", "POSS", "QTR", "HOL", "GLUED", "MONTH", "WDAY",
        "WDAYS", "SEASON", "PARTW", "PARTS", "ZONE", "COMMA", "DOT", "HY", "DASH", "SLASH", "LPAR",
        "RPAR", "QUOTE", "CUR", "PCT", "APOS", "COLON", "PLUS", "ENDS", "MARK",
    }  # fmt: skip
    return {*given, *shapes, *load_words("time_words")["class"], *table["macro"]}


def test_every_rule_names_known_classes() -> None:
    known = class_names()

    unknown = {
        name
        for layer in load_words("time_rules")["layer"]
        for rule in layer["rule"]
        for name in re.findall(r"\b[A-Z][A-Z]+\b", rule["match"])
        if name not in known
    }

    assert unknown == set()


def test_every_rule_has_a_builder() -> None:
    builders = times._builders()

    assert {rule.build for layer in load_layers() for rule in layer.rules} <= set(builders)


def test_rule_names_are_unique() -> None:
    names = [rule.name for layer in load_layers() for rule in layer.rules]

    assert len(names) == len(set(names))


def test_words_stand_in_one_class() -> None:
    words = load_words("time_words")
    entries = [
        word
        for table in words["class"].values()
        if "same_as" not in table
        for word in table.get("words", table)
    ]

    assert [word for word in entries if entries.count(word) > 1] == []
    assert {word for word in entries if word != word.lower()} == set()
    assert load_lexicon()["monday"][1] == 0


@pytest.mark.parametrize(
    "piece",
    ["1 ", "May 5, ", "the 5 of ", "2 to ", "two-", "one hundred and ", "(", "12:34:", "1,222", "\n ", "a"],
)
def test_hard_text_is_read_to_its_end(piece: str) -> None:
    """A search that went back over the text again and again would not come to the day at its end."""
    text = piece * 8_000 + ". The fair opened on 3 June 2019."

    assert "2019-06-03" in [m.value for m in find_times(text)]


def test_import_needs_neither_parser_nor_graph_library() -> None:
    code = "import sys; import discrepancy.mentions.times; print({'spacy', 'networkx'} & set(sys.modules))"

    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "set()"
