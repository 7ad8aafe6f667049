"""The commands beside ``check``."""

import argparse

from discrepancy.cli.codes import DEGRADED, FINE
from discrepancy.cli.completion import render_completion
from discrepancy.cli.output import show, write
from discrepancy.cli.reading import read_articles
from discrepancy.errors import OptionError

__all__ = ["run_bare", "run_claims", "run_completion", "run_explain", "run_group", "run_kinds"]


def run_bare(options: argparse.Namespace) -> int:
    """Run without a command: only the version can be shown so."""
    if options.version:
        from discrepancy import __version__

        show(f"discrepancy {__version__}\n")
        return FINE
    raise OptionError(
        "name a command: check, claims, group, kinds, explain or completion (see discrepancy --help)"
    )


def run_claims(options: argparse.Namespace) -> int:
    """List what every article says."""
    from discrepancy.report.claim_lines import render_claims

    documents, _, left_out = read_articles(options)
    from discrepancy.checker import extract_claims

    write(render_claims(extract_claims(documents, parser=options.parser), documents), options)
    return DEGRADED if left_out else FINE


def run_group(options: argparse.Namespace) -> int:
    """Put together the articles that tell of one occurrence."""
    documents, _, left_out = read_articles(options)
    from discrepancy.grouping import group
    from discrepancy.report.group_lines import render_groups, render_groups_json

    found = [(g.documents, g.occurrence) for g in group(documents, parser=options.parser)]
    write(render_groups_json(found) if options.format == "json" else render_groups(found), options)
    return DEGRADED if left_out else FINE


def run_kinds(options: argparse.Namespace) -> int:
    """List the kinds of discrepancy."""
    from discrepancy.report.explain import render_kinds

    show(render_kinds())
    return FINE


def run_explain(options: argparse.Namespace) -> int:
    """Say what a kind flags, what it does not, and its limits."""
    from discrepancy.report.explain import describe_kind, render_explanation
    from discrepancy.report.selection import parse_kind

    kind = parse_kind(options.kind)
    from discrepancy.checker import detectors

    show(render_explanation(describe_kind(kind, detectors())))
    return FINE


def run_completion(options: argparse.Namespace) -> int:
    """Print what a shell needs to complete commands and options."""
    show(render_completion(options.parser_of_all, options.shell))
    return FINE
