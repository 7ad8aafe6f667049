"""What must hold of the evidence of every report."""

from discrepancy.model.report import Report


def assert_evidence_holds(report: Report) -> None:
    """Every passage lies in a document of the report, and its words stand there."""
    texts = {document.id: document.text for document in report.documents}
    for finding in report.discrepancies:
        for position in finding.positions:
            for passage in position.evidence:
                assert texts[passage.document][passage.start : passage.end] == passage.quote, passage
