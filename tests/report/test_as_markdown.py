"""The report as Markdown: nothing in an article is markup, link, picture or mention in it."""

import re
from collections.abc import Iterator, Sequence

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from discrepancy.model.findings import Acceptance, IdleAcceptance
from discrepancy.model.questions import Answer, QuestionSummary
from discrepancy.model.report import Report
from discrepancy.model.text import Passage
from discrepancy.report.as_markdown import render_markdown
from discrepancy.report.excerpt import clean
from discrepancy.report.markdown_text import inline, paragraph
from discrepancy.values.comparison import Relation

from .golden import assert_golden
from .hostile import WORDS, hostile_report
from .stories import ferry_report
from .strategies import reports

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

# What the report itself is made of.
OWN = {
    "inline", "text", "softbreak", "code_inline", "text_special",
    *(f"{name}_{end}" for name in ("heading", "paragraph", "blockquote", "strong", "table", "thead", "tbody", "tr",
                                   "th", "td") for end in ("open", "close")),
}  # fmt: skip

# What trackers link in the finished page, where backslashes are gone.
LIVE = re.compile(
    r"@\w|#\w|://|\bwww\.|\w\.[a-z]{2}|:[\w+-]+:|\b[A-Z]{2,}-\d|\b(?=\d*[a-f])[0-9a-f]{7,40}\b",
)


def tokens(text: str) -> Iterator[Token]:
    def walk(found: Sequence[Token]) -> Iterator[Token]:
        for token in found:
            yield token
            yield from walk(token.children or [])

    return walk(MARKDOWN.parse(text))


def shown(text: str) -> str:
    return "".join(t.content for t in tokens(text) if t.type in {"text", "code_inline", "text_special"})


def test_markdown_is_golden() -> None:
    assert_golden("ferry.md", render_markdown(ferry_report()))


def test_evidence_is_bold_in_its_quotation() -> None:
    text = render_markdown(ferry_report())

    assert "\n> “The ferry had **▸46 passengers◂** and a crew of nine aboard, the coastguard said.”\n" in text
    assert "\n> — Northline, 13 May 2019; Skarholm Tidings, 13 May 2019 (inferred)\n" in text


def test_report_says_what_was_not_compared_and_left_out() -> None:
    text = render_markdown(ferry_report())

    assert "14 of 23 questions with more than one answer agree." in text
    assert "| different occurrence | 3 |" in text
    assert "| ferry/photo.\u200btxt | is not text (byte 0 at position 4) |" in text


def question(relation: Relation, *answers: tuple[str, str]) -> QuestionSummary:
    passages = {d.id: Passage(d.id, 0, 5, d.text[:5]) for d in ferry_report().documents}
    return QuestionSummary(
        id="q0",
        subject="when the *ferry* sailed",
        attribute="time",
        relation=relation,
        answers=tuple(Answer(value=value, passage=passages[name]) for name, value in answers),
    )


def test_report_says_what_agrees() -> None:
    agreed = question(
        Relation.COMPATIBLE, ("herald", "Monday"), ("northline", "early | Monday"), ("tidings", "Monday")
    )
    opposed = question(Relation.CONFLICTING, ("herald", "Sunday"), ("northline", "Monday"))
    text = render_markdown(attrs.evolve(ferry_report(), questions=(agreed, opposed)))

    assert "\n## What agrees\n" in text
    assert (
        "\n| when the \\*ferry\\* sailed "
        "| Monday (Coast Herald, Skarholm Tidings); early \\| Monday (Northline) |\n" in text
    )
    assert "Sunday" not in text
    assert "## What agrees" not in render_markdown(ferry_report())


def test_acceptance_that_marks_nothing_is_named() -> None:
    idle = IdleAcceptance(id="0" * 12, acceptance=Acceptance(reason="[asked](x)"), is_found=False)
    text = render_markdown(attrs.evolve(ferry_report(), idle_acceptances=(idle,)))

    assert "\nAccepted, but not found: 000000000000 (\\[asked\\](x)).\n" in text


def test_accepted_finding_is_marked() -> None:
    finding = attrs.evolve(ferry_report().discrepancies[0], accepted=Acceptance(reason="asked"))
    text = render_markdown(attrs.evolve(ferry_report(), discrepancies=(finding,)))

    assert "\n✓ **accepted**: asked\n" in text
    assert text.startswith("# 1 discrepancy in 4 articles: 1 major (1 accepted)\n")


@pytest.mark.parametrize("words", WORDS)
def test_foreign_text_is_shown_as_it_is_and_nothing_of_it_works(words: str) -> None:
    read = list(tokens(f"before {inline(words)} after"))

    assert {t.type for t in read} <= {"paragraph_open", "inline", "text", "text_special", "paragraph_close"}
    text = "".join(t.content for t in read if t.type != "inline")
    assert text.replace("\u200b", "") == f"before {clean(words)} after"
    assert LIVE.findall(text) == []


@given(st.text(st.sampled_from([*"ab12 #>+-=*_`~|.)(&;<!@:/$^{}[]\\\n"]), max_size=30))
def test_paragraph_is_a_paragraph(words: str) -> None:
    types = [t.type for t in tokens(paragraph(words)) if t.type not in {"text", "text_special", "inline"}]

    assert types in ([], ["paragraph_open", "paragraph_close"])
    assert shown(paragraph(words)).replace("\u200b", "") == clean(words).strip()


def test_hostile_report_is_made_of_its_own_parts_only() -> None:
    text = render_markdown(hostile_report())

    assert {t.type for t in tokens(text)} <= OWN
    assert LIVE.findall("\n".join(t.content for t in tokens(text) if t.type.startswith("text"))) == []
    assert shown(text).count("▸") == 2 * len(WORDS)


@settings(max_examples=30, deadline=None)
@given(reports())
def test_every_report_is_made_of_its_own_parts_only(report: Report) -> None:
    read = list(tokens(render_markdown(report)))

    assert {t.type for t in read} <= OWN
    assert [t.tag for t in read if t.type == "heading_open"].count("h3") == len(report.discrepancies)
