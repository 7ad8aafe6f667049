"""What tests of every room share: small stories told by a few outlets."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from discrepancy.checker import check
from discrepancy.model.report import Report
from discrepancy.read import document_from_text

CheckStory = Callable[[Sequence[dict[str, Any]]], Report]


@pytest.fixture(scope="session")
def check_story() -> CheckStory:
    """Check articles given as ``{text, outlet, published}``; the same story is checked only once."""
    seen: dict[tuple[tuple[str, str, date | None], ...], Report] = {}

    def check_once(articles: Sequence[dict[str, Any]]) -> Report:
        key = tuple((a["text"], a.get("outlet", ""), a.get("published")) for a in articles)
        if key not in seen:
            seen[key] = check(
                document_from_text(text, id=f"d{n}", outlet=outlet or f"Outlet {n}", published=published)
                for n, (text, outlet, published) in enumerate(key)
            )
        return seen[key]

    return check_once
