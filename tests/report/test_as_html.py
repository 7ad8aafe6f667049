"""The page of a report: whole, linked both ways, the same for the same report, and nobody's words become markup."""

import base64
import hashlib
import re
from datetime import date

import attrs
import pytest
from hypothesis import assume, given, settings

from discrepancy.model.findings import Acceptance, Discrepancy, NotCompared
from discrepancy.model.report import Report
from discrepancy.model.text import Document, LeftOut, Passage
from discrepancy.report.as_html import render_html
from discrepancy.report.excerpt import clean, visible

from .html_tree import Element, by_id, read_page
from .stories import documents, ferry_report
from .strategies import reports

SECTIONS = ["triage", "findings", "questions", "articles", "timeline", "graph", "coverage"]
HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(1)><!-- --></style>\"' "
    "{{ 7 * 7 }}{% raw %} &lt;b&gt; \u202egnp.exe\u2066 \x00\x1b[2J " + "W" * 5000
)
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
REFERRING = ("aria-labelledby", "aria-describedby", "for")


def evidence(report: Report) -> list[tuple[str, Passage]]:
    """The key of every piece of evidence of a page, with its passage."""
    ranked = sorted(report.discrepancies, key=lambda finding: finding.severity.rank)
    return [
        (f"f-{finding.id}-p{p}-e{e}", passage)
        for finding in ranked
        for p, position in enumerate(finding.positions, 1)
        for e, passage in enumerate(position.evidence, 1)
    ]


def assert_links_hold(page: Element) -> None:
    named = by_id(page)
    links = [e.attributes["href"] for e in page.all("a") if e.attributes["href"].startswith("#")]
    assert [link for link in links if link[1:] not in named] == []
    referred = [n for e in page.walk() for key in REFERRING for n in e.attributes.get(key, "").split()]
    assert [name for name in referred if name not in named] == []


def marked_words(page: Element, key: str) -> str:
    """The words under a mark of an article, all its pieces together."""
    pieces = [e for e in page.all("mark") if e.attributes.get("data-mark") == key]
    return "".join(piece.text(without="back") for piece in pieces)


def assert_marks_are_quotes(page: Element, report: Report) -> None:
    named = by_id(page)
    texts = {document.id: document.text for document in report.documents}
    for key, passage in evidence(report):
        if not passage.quote.strip() or texts[passage.document][passage.start : passage.end] != passage.quote:
            continue
        shown = named[key].one("mark")
        assert shown.text() == clean(passage.quote).strip()
        mark = shown.one("a").attributes["href"].removeprefix("#")
        assert re.sub(r"\s+", "", marked_words(page, mark)) == re.sub(r"\s+", "", visible(passage.quote))


def test_page_has_the_sections_in_order() -> None:
    page = read_page(render_html(ferry_report()))

    assert [e.attributes["id"] for e in page.one("main").inside if isinstance(e, Element)] == SECTIONS
    assert [e.attributes["href"] for e in page.one("nav").all("a")] == [f"#{name}" for name in SECTIONS]


def test_every_link_has_its_target() -> None:
    assert_links_hold(read_page(render_html(ferry_report())))


def test_every_mark_equals_its_quote() -> None:
    assert_marks_are_quotes(read_page(render_html(ferry_report())), ferry_report())


def test_marks_link_back_to_their_evidence() -> None:
    page = read_page(render_html(ferry_report()))
    named = by_id(page)

    back = {e.attributes["href"][1:] for e in page.all("sup", "back") for e in e.all("a")}
    assert back == {key for key, _ in evidence(ferry_report())}
    for key, _ in evidence(ferry_report()):
        mark = named[named[key].one("mark").one("a").attributes["href"][1:]]
        assert mark.around is not None
        after = mark.around.inside[mark.around.inside.index(mark) + 1]
        assert isinstance(after, Element) and f"#{key}" in {e.attributes["href"] for e in after.all("a")}


def test_articles_are_shown_whole() -> None:
    page = read_page(render_html(ferry_report()))

    for document, article in zip(documents(), page.all("article", "article"), strict=True):
        shown = article.one("div", "text").text(without="back")
        assert shown.split() == document.text.split()


def test_triage_lists_every_finding() -> None:
    rows = by_id(read_page(render_html(ferry_report())))["triage-table"].one("tbody").all("tr")

    assert [row.one("td", "kind").text() for row in rows] == [
        "name-garbled", "number", "polarity", "quote-wording", "update",
    ]  # fmt: skip
    assert [row.one("span", "severity").text() for row in rows] == ["major"] * 3 + ["minor", "info"]
    assert [row.one("td", "what").text() for row in rows] == [d.summary for d in ferry_report().discrepancies]
    assert rows[0].one("td", "outlets").text() == "Northline, Skarholm Tidings, Coast Herald"


def test_sides_stand_under_letters_with_their_outlets() -> None:
    finding = read_page(render_html(ferry_report())).all("article", "finding")[1]

    assert [h.text().split() for h in finding.all("h4")] == [
        ["side", "A", "46", "passengers"],
        ["side", "B", "64", "passengers"],
    ]
    assert [s.text() for s in finding.all("p", "source")] == [
        "Northline, 13 May 2019",
        "Skarholm Tidings, 13 May 2019 (inferred)",
        "Coast Herald, 14 May 2019",
    ]


def test_matrix_tells_silence_from_another_occurrence() -> None:
    report = ferry_report()
    told = attrs.evolve(
        report,
        discrepancies=(attrs.evolve(report.discrepancies[3], occurrence="o1"),),
        occurrences=(attrs.evolve(report.occurrences[0], documents=("herald", "northline", "tidings")),),
    )
    rows = by_id(read_page(render_html(told)))["questions"].one("tbody").all("tr")
    cells = [cell.text() for cell in rows[0].all("td")]

    assert cells == [
        "–does not tell of it",
        "side B We had a warning of the bank,",
        "side A We had no warning of the bank,",
        "silent",
    ]


def test_times_far_apart_are_two_phases() -> None:
    timeline = by_id(read_page(render_html(ferry_report())))["timeline"]

    assert [e.one("h3").text() for e in timeline.all("li", "phase")] == ["2 February 2017", "13 May 2019"]
    assert [e.text() for e in timeline.all("li", "gap")] == ["2 years later"]
    assert (
        "2 February 2017, then 2 years later 13 May 2019" in timeline.all("svg")[0].attributes["aria-label"]
    )


def test_copy_says_whose_text_it_is() -> None:
    report = attrs.evolve(ferry_report(), copies=(("blog", "northline"),))
    page = by_id(read_page(render_html(report)))

    assert "The same text as Northline" in page["a1"].text()
    heads = [e.text() for e in page["questions"].one("thead").all("th")]
    assert len(heads) == 4 and "also printed by blog" in heads[2]


def test_accepted_finding_is_marked() -> None:
    accepted = Acceptance(reason="settled <i>by phone</i>", until=date(2019, 6, 1))
    first, *others = ferry_report().discrepancies
    report = attrs.evolve(ferry_report(), discrepancies=(attrs.evolve(first, accepted=accepted), *others))
    page = read_page(render_html(report))

    assert [e.text() for e in page.all("p", "accepted")] == [
        "✓ accepted until 1 June 2019: settled <i>by phone</i>"
    ]
    assert [e.text() for e in page.all("span", "accepted")] == ["✓ accepted"]


def test_report_without_findings_is_a_page() -> None:
    page = read_page(render_html(Report(documents=documents()[:1])))

    assert page.one("h1").text() == "No discrepancy in 1 article"
    assert "There is nothing to draw" in by_id(page)["graph"].text()
    assert_links_hold(page)


def test_policy_allows_only_the_style_and_the_script_of_the_page() -> None:
    page = read_page(render_html(ferry_report()))
    (policy,) = (
        e.attributes["content"]
        for e in page.all("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    )

    for tag in ("style", "script"):
        digest = hashlib.sha256(page.one(tag).text().encode()).digest()
        assert f"{tag}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert [e for e in page.walk() if "style" in e.attributes] == []


def assert_loads_nothing(page: Element) -> None:
    assert {e.attributes["href"] for e in page.all("link")} == {"data:,"}
    assert [e for e in page.walk() if e.attributes.keys() & {"src", "srcset", "action", "background"}] == []
    assert [e for e in page.walk() if any(name.startswith("on") for name in e.attributes)] == []
    assert "url(" not in page.one("style").text() and "@import" not in page.one("style").text()


def test_page_loads_nothing() -> None:
    assert_loads_nothing(read_page(render_html(ferry_report())))


@pytest.mark.parametrize(
    ("url", "is_link"),
    [("https://example.org/a?b=1&c=2", True), ("javascript:alert(1)", False), ("data:text/html,x", False)],
)
def test_only_web_addresses_become_links(url: str, is_link: bool) -> None:
    report = Report(documents=(Document(id="a", text="Words.", url=url),))
    links = [e.attributes["href"] for e in read_page(render_html(report)).all("a")]

    assert (url in links) is is_link
    assert all(link.startswith("#") or link == url for link in links)


def hostile_report() -> Report:
    """A report in which everything that comes from outside is hostile."""
    text = f"{HOSTILE}\n\n{HOSTILE} 46 and 64 {HOSTILE}"
    blog = Document(
        id=HOSTILE, text=text, outlet=HOSTILE, title=HOSTILE, path=HOSTILE, url=f"https://{HOSTILE}"
    )
    other = Document(id="other", text=text, outlet="Other")
    at = text.index("46 and")

    def hostile(finding: Discrepancy) -> Discrepancy:
        sides = (
            attrs.evolve(
                side,
                value=HOSTILE,
                evidence=(Passage(d.id, at, at + 4, text[at : at + 4]), Passage(d.id, 0, 40, text[:40])),
            )
            for side, d in zip(finding.positions[:2], (blog, other), strict=True)
        )
        accepted = Acceptance(reason=HOSTILE)
        words = {"summary": HOSTILE, "explanation": HOSTILE, "subject": HOSTILE}
        return attrs.evolve(finding, positions=tuple(sides), accepted=accepted, **words)

    told = attrs.evolve(
        ferry_report().occurrences[0],
        label=HOSTILE,
        place=HOSTILE,
        documents=(blog.id,),
        statements=(Passage(blog.id, 0, 60, text[:60]),),
    )
    return Report(
        documents=(blog, other),
        occurrences=(told,),
        discrepancies=tuple(hostile(finding) for finding in ferry_report().discrepancies[:2]),
        not_compared=(NotCompared(HOSTILE, 1),),
        left_out=(LeftOut(path=HOSTILE, reason=HOSTILE),),
        copies=((other.id, blog.id),),
    )


def test_hostile_words_never_become_markup() -> None:
    text = render_html(hostile_report())
    page = read_page(text)

    assert {e.tag for e in page.walk()} <= {e.tag for e in read_page(render_html(ferry_report())).walk()}
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert "49" not in page.one("h1").text() and "{{ 7 * 7 }}" in page.one("main").text()
    assert not BIDI.search(text) and "\x00" not in text and "\x1b" not in text
    assert_loads_nothing(page)
    assert_links_hold(page)
    assert_marks_are_quotes(page, hostile_report())


def test_words_are_not_split_from_their_escapes() -> None:
    document = Document(id="a", text="Fish & chips <b>&amp;</b>")
    page = read_page(render_html(Report(documents=(document,))))

    assert by_id(page)["a1-p1"].text() == document.text


@settings(max_examples=25, deadline=None)
@given(reports())
def test_every_report_is_a_page(report: Report) -> None:
    assume(len({told.id for told in report.occurrences}) == len(report.occurrences))
    text = render_html(report)
    page = read_page(text)

    assert_links_hold(page)
    assert_marks_are_quotes(page, report)
    assert_loads_nothing(page)
    assert text == render_html(report)
    assert text.encode("utf-8") and not BIDI.search(text)


def test_order_of_articles_changes_nothing() -> None:
    from discrepancy import check

    told = [attrs.evolve(document, blocks=()) for document in documents()]

    assert check(told).to_html() == check(told[::-1]).to_html()
