"""The stages together: what a check promises whatever the articles are."""

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from typing import ClassVar

import attrs
import networkx as nx
import pytest

from discrepancy import checker
from discrepancy.checker import check, compare, extract_claims
from discrepancy.errors import OptionError, ParserError
from discrepancy.graph import ClaimGraph
from discrepancy.model.findings import Discrepancy, Kind, Position, Severity
from discrepancy.model.report import Report
from discrepancy.model.text import Document, Passage
from discrepancy.read import document_from_text
from discrepancy.values.comparison import Relation

CITY = (
    "Foreign Minister Ines Varga met President Tomas Rehn in Lyon on Monday. Their talks lasted five hours, and "
    "31 dockers protested in the rain. “The old harbour will stay open for another ten years,” said Varga."
)
EVENING = (
    "President Tomas Rehn and Foreign Minister Ines Varga met in Lyon on Tuesday for nine hours. Outside, 13 "
    "dockers protested. “The old harbour will stay open for another two years,” said Varga."
)
NIGHT = (
    "In Lyon, Foreign Minister Ines Varga held talks with President Tomas Rehn on Monday. The talks lasted five "
    "hours."
)
# Told by one article and without a time: an occurrence that a report does not show.
ASIDE = (
    "Judge Ada Stern once met the painter Emil Kroll in Bern, and the two visited the poet Ruth Amsel. On Thursday "
    "the painter Emil Kroll married the singer Ina Weiss. It was a long, warm and dusty day, and the guests walked "
    "home by the lake when the lamps were lit. Years ago Judge Ada Stern had dinner with the poet Paul Orsini."
)
KINDS = ["date", "duration", "number", "quote-wording"]


def article(id: str, text: str, outlet: str = "") -> Document:
    return document_from_text(text, id=id, outlet=outlet, published=date(2024, 6, 7))


def story() -> list[Document]:
    return [article("city", CITY, "City News"), article("evening", EVENING), article("night", NIGHT)]


@pytest.fixture(scope="module")
def report() -> Report:
    return check(story())


def kinds(report: Report) -> set[str]:
    return {d.kind.value for d in report.discrepancies}


def test_what_cannot_all_be_right_is_found(report: Report) -> None:
    assert kinds(report) >= set(KINDS)


def test_order_of_articles_changes_no_byte(report: Report) -> None:
    reports = {check(documents).to_json() for documents in permutations(story())}

    assert reports == {report.to_json()}


def test_articles_may_come_from_an_iterator(report: Report) -> None:
    assert check(iter(story())).to_json() == report.to_json()


def test_reprint_of_an_article_adds_no_finding(report: Report) -> None:
    again = check([*story(), article("reprint", CITY, "City News")])

    told = [(d.kind, d.severity, [p.value for p in d.positions]) for d in again.discrepancies]
    assert told == [(d.kind, d.severity, [p.value for p in d.positions]) for d in report.discrepancies]


def test_reprint_of_an_article_is_no_further_source(report: Report) -> None:
    again = check([*story(), article("reprint", CITY, "City News")])

    sources = [[p.independent_sources for p in d.positions] for d in again.discrepancies]
    assert sources == [[p.independent_sources for p in d.positions] for d in report.discrepancies]


def test_every_passage_shows_its_words(report: Report) -> None:
    texts = {d.id: d.text for d in report.documents}

    passages = [e for d in report.discrepancies for p in d.positions for e in p.evidence]
    assert [texts[e.document][e.start : e.end] for e in passages] == [e.quote for e in passages]


def test_positions_of_a_finding_differ(report: Report) -> None:
    for finding in report.discrepancies:
        evidence = [e for p in finding.positions for e in p.evidence]
        assert len(evidence) == len(set(evidence)), finding.summary


def test_findings_have_ids_of_their_own(report: Report) -> None:
    ids = [d.id for d in report.discrepancies]

    assert len(ids) == len(set(ids))


def test_gravest_findings_come_first(report: Report) -> None:
    ranks = [d.severity.rank for d in report.discrepancies]

    assert ranks == sorted(ranks)


def test_confidence_is_a_chance(report: Report) -> None:
    assert all(0 < d.confidence <= 1 for d in report.discrepancies)


def test_scope_tells_whether_one_article_contradicts_itself(report: Report) -> None:
    for finding in report.discrepancies:
        documents = {d for p in finding.positions for d in p.documents}
        assert finding.scope == ("within" if len(documents) == 1 else "across")


def test_occurrences_are_numbered_without_a_gap() -> None:
    found = check([*story(), article("aside", ASIDE)])

    assert len(found.occurrences) > 1
    assert [o.id for o in found.occurrences] == [f"o{n + 1}" for n in range(len(found.occurrences))]


def test_occurrences_of_the_graph_have_the_numbers_of_the_report() -> None:
    found = check([*story(), article("aside", ASIDE)])

    labels = {n: a["label"] for n, a in found.graph.nodes(data=True) if a["kind"] == "occurrence"}
    assert len(labels) > len(found.occurrences)
    assert [labels[f"occurrence:{o.id}"] for o in found.occurrences] == [o.label for o in found.occurrences]


def test_number_of_an_occurrence_is_no_part_of_the_id_of_a_finding(report: Report) -> None:
    again = check([*story(), article("aside", ASIDE)])

    later = {d.id: d.occurrence for d in again.discrepancies}
    moved = {d.id: (d.occurrence, later[d.id]) for d in report.discrepancies if d.id in later}
    assert set(moved) == {d.id for d in report.discrepancies}
    assert any(before != after for before, after in moved.values())


def test_occurrence_of_a_finding_is_in_the_report(report: Report) -> None:
    known = {o.id for o in report.occurrences}

    assert {d.occurrence for d in report.discrepancies} <= known | {None}


def test_documents_name_the_occurrence_that_they_are_mainly_about(report: Report) -> None:
    shown = {o["id"]: o for o in report.to_data()["occurrences"]}
    city, evening, _ = report.to_data()["documents"]

    for document in (city, evening):
        told = shown[document["occurrence"]]
        assert told["kind"] == "meeting"
        assert told["participants"] == ["Ines Varga", "Tomas Rehn"]
        assert document["id"] in told["documents"]


def test_article_without_named_people_is_about_no_occurrence() -> None:
    data = check([article("rain", "It rained in the hills for nine days.")]).to_data()

    assert [d["occurrence"] for d in data["documents"]] == [None]


def test_reprint_is_about_the_same_occurrence_as_the_article() -> None:
    data = check([*story(), article("reprint", CITY)]).to_data()
    by_id = {d["id"]: d["occurrence"] for d in data["documents"]}

    assert by_id["reprint"] == by_id["city"] is not None


@pytest.mark.parametrize("kind", KINDS)
def test_select_keeps_one_kind(kind: str, report: Report) -> None:
    chosen = check(story(), select=[kind])

    assert [d.id for d in chosen.discrepancies] == [d.id for d in report.discrepancies if d.kind == kind]


@pytest.mark.parametrize("kind", KINDS)
def test_ignore_leaves_one_kind_out(kind: str, report: Report) -> None:
    chosen = check(story(), ignore=[kind])

    assert [d.id for d in chosen.discrepancies] == [d.id for d in report.discrepancies if d.kind != kind]


def test_update_is_selected_by_its_own_name() -> None:
    toll = (
        "A ferry capsized off Corra on Monday. {} people were injured in the accident, the coastguard said."
    )
    pile = [
        Document(id=f"day{day}", published=date(2025, 9, day), text=toll.format(injured))
        for day, injured in ((9, "Nine"), (10, "14"))
    ]

    assert kinds(check(pile)) == kinds(check(pile, select=["update"])) == {"update"}
    assert check(pile, select=["number"]).discrepancies == ()
    assert check(pile, ignore=["update"]).discrepancies == ()


def test_kinds_may_be_given_as_members() -> None:
    assert kinds(check(story(), select=[Kind.DATE, "number"], ignore=[Kind.NUMBER])) == {"date"}


def test_nothing_is_selected_by_an_empty_list() -> None:
    assert check(story(), select=[]).discrepancies == ()


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_unknown_kind_is_an_error_that_names_the_known_ones(option: str) -> None:
    with pytest.raises(OptionError, match=r"'dates'.*the kinds are event-conflation, date, duration"):
        check(story(), **{option: ["dates"]})  # type: ignore[arg-type]


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_one_string_is_no_list_of_kinds(option: str) -> None:
    with pytest.raises(OptionError, match=rf'{option} = "number" is a string; want a list, as in {option}='):
        check(story(), **{option: "number"})  # type: ignore[arg-type]


def test_unknown_parser_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(ParserError, match=r"'no_such_parser'.*python -m spacy download no_such_parser"):
        check(story(), parser="no_such_parser")


def test_compare_calls_two_texts_a_and_b() -> None:
    found = compare("Ines Varga met Tomas Rehn for five hours.", "Ines Varga met Tomas Rehn for nine hours.")

    assert [d.id for d in found.documents] == ["a", "b"]
    assert kinds(found) == {"duration"}


def test_who_was_killed_is_what_the_finding_is_about() -> None:
    found = compare("Marta Ruiz was killed by Jon Alder in Lund.", "Jon Alder did not kill Marta Ruiz.")

    assert [d.subject for d in found.discrepancies] == ["whether Marta Ruiz survived or died"]


def test_deed_told_the_other_way_round_is_told_as_that() -> None:
    found = compare("Arden Foods bought Milton Mills in May.", "Milton Mills bought Arden Foods in May.")

    assert [(d.subject, d.explanation) for d in found.discrepancies] == [
        ("buy, by whom and to whom", "Who does it in one document has it done to them in the other.")
    ]


def test_article_agrees_with_itself() -> None:
    assert compare(CITY, CITY).discrepancies == ()


def test_one_article_is_enough() -> None:
    found = check([article("city", CITY)])

    assert [d.id for d in found.documents] == ["city"]
    assert found.discrepancies == ()


def test_no_article_makes_an_empty_report() -> None:
    found = check([])

    assert (found.documents, found.occurrences, found.discrepancies) == ((), (), ())
    assert isinstance(found.graph, nx.MultiDiGraph)


def test_graph_of_a_report_is_a_multigraph(report: Report) -> None:
    assert isinstance(report.graph, nx.MultiDiGraph)
    assert {f"document:{d.id}" for d in report.documents} <= set(report.graph)
    assert {f"occurrence:{o.id}" for o in report.occurrences} <= set(report.graph)


def test_conflicts_are_no_more_than_questions(report: Report) -> None:
    assert 0 < report.compared.conflicting <= report.compared.questions
    assert report.compared.agreed + report.compared.conflicting <= report.compared.questions


def test_reasons_for_setting_aside_come_most_frequent_first(report: Report) -> None:
    counts = [n.count for n in report.not_compared]

    assert counts == sorted(counts, reverse=True)
    assert all(n.reason for n in report.not_compared)


def test_progress_is_told_for_each_article() -> None:
    told: list[tuple[int, int]] = []

    check(story(), progress=lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_claims_come_in_the_order_of_their_text() -> None:
    claims = extract_claims(story()[::-1])

    places = [(c.document, c.passage.start) for c in claims]
    assert places == sorted(places)


@attrs.frozen
class EveryArticle:
    """A detector of somebody else's."""

    kind: ClassVar[Kind] = Kind.ORDER

    def detect(self, graph: ClaimGraph) -> Iterator[Discrepancy]:
        """Yield one finding on the first two articles."""
        first, second = graph.documents[:2]
        yield Discrepancy(
            kind=self.kind,
            severity=Severity.INFO,
            scope="across",
            confidence=0.5,
            subject="the first letter",
            summary="Two articles begin otherwise.",
            explanation="They do.",
            positions=tuple(
                Position(value=d.text[0], normalized={}, evidence=(Passage(d.id, 0, 1, d.text[0]),))
                for d in (first, second)
            ),
        )


@attrs.frozen
class EntryPoint:
    """What ``importlib.metadata`` gives for a detector of another package."""

    name: str

    def load(self) -> type[EveryArticle]:
        """Load the class."""
        return EveryArticle


@pytest.fixture
def other_package(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = {"discrepancy.detectors": (EntryPoint("every-article"),)}
    monkeypatch.setattr(checker, "entry_points", lambda *, group: groups[group])


@pytest.mark.usefixtures("other_package")
def test_detector_of_another_package_is_heard() -> None:
    found = check(story(), select=["order"])

    assert [d.subject for d in found.discrepancies] == ["the first letter"]


@pytest.mark.usefixtures("other_package")
def test_detector_of_another_package_can_be_left_out() -> None:
    assert "the first letter" not in [d.subject for d in check(story(), ignore=["order"]).discrepancies]


def test_questions_show_every_answer(report: Report) -> None:
    (times,) = (q for q in report.questions if q.attribute == "time")

    assert times.subject == "the time of the meeting of Ines Varga and Tomas Rehn"
    assert [(a.document, a.value) for a in times.answers] == [
        ("city", "Monday 3 June 2024"),
        ("evening", "Tuesday 4 June 2024"),
        ("night", "Monday 3 June 2024"),
    ]
    assert times.relation is Relation.CONFLICTING
    assert times.documents == ("city", "evening", "night")
    assert times.occurrence in {told.id for told in report.occurrences}


def test_questions_tell_agreement_from_conflict(report: Report) -> None:
    conflicting = [q for q in report.questions if q.relation is Relation.CONFLICTING]

    assert len(report.questions) == report.compared.questions
    assert len(conflicting) == report.compared.conflicting
    assert len(report.questions) - len(conflicting) == report.compared.agreed


def test_questions_and_claims_show_their_words(report: Report) -> None:
    texts = {document.id: document.text for document in story()}

    for answer in (a for q in report.questions for a in q.answers):
        passage = answer.passage
        assert texts[passage.document][passage.start : passage.end] == passage.quote
    claims = [node for _, node in report.graph.nodes(data=True) if node["kind"] == "claim"]
    assert claims
    assert all(texts[n["document"]][n["start"] : n["end"]] == n["label"] for n in claims)


def test_occurrences_show_their_statements_in_order(report: Report) -> None:
    texts = {document.id: document.text for document in story()}

    for told in report.occurrences:
        places = [(p.document, p.start, p.end) for p in told.statements]
        assert places == sorted(set(places))
        assert {p.document for p in told.statements} == set(told.documents)
        assert all(texts[p.document][p.start : p.end] == p.quote for p in told.statements)
