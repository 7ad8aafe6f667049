"""Jobs, service ranks and ties of kinship, and which of them one person can have."""

import pytest

from discrepancy.values.comparison import Relation
from discrepancy.values.jobs import compare_roles, job_in, read_kinship, read_service
from discrepancy.values.offices import Office, read_office


def role(words: str) -> Office:
    job = job_in(words.split(), at_end=True)
    found = read_kinship(words) or read_office(words) or (job[1] if job else None) or read_service(words)
    assert found is not None, words
    return found


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("mechanic", "bus driver", Relation.CONFLICTING),
        ("driver", "plumber", Relation.INCOMPARABLE),
        ("driver", "passenger", Relation.CONFLICTING),
        ("surgeon", "cardiologist", Relation.COMPATIBLE),
        ("lawyer", "accountant", Relation.COMPATIBLE),
        ("nurse", "pathologist", Relation.CONFLICTING),
        ("colonel", "lieutenant colonel", Relation.COMPATIBLE),
        ("major", "colonel", Relation.CONFLICTING),
        ("husband", "partner", Relation.COMPATIBLE),
        ("husband", "brother", Relation.CONFLICTING),
        ("mayor", "teacher", Relation.INCOMPARABLE),
    ],
)
def test_roles_held_together(left: str, right: str, relation: Relation) -> None:
    one, other = role(left), role(right)

    assert compare_roles(one, other).relation is relation
    assert compare_roles(other, one).relation is relation


def test_job_behind_a_name_ends_before_another_phrase() -> None:
    assert job_in(["mechanic", "whom", "the", "firm", "sends"], at_end=False) == (
        1,
        Office(post="mechanic", sort="job"),
    )
    assert job_in(["nephew", "of", "the", "driver"], at_end=False) is None
