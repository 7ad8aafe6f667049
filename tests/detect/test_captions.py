"""Stories about the kind event-conflation as data: what must be flagged, and what must stay quiet."""

from typing import Any

import pytest

from .stories import CheckStory, load_stories, mistakes

FILE = "captions"


@pytest.mark.parametrize("story", load_stories(FILE, "flags"), ids=lambda story: story["name"])
def test_flags_what_cannot_both_hold(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report) == []


@pytest.mark.parametrize("story", load_stories(FILE, "quiet"), ids=lambda story: story["name"])
def test_look_alike_stays_quiet(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report) == []


@pytest.mark.parametrize("story", load_stories(FILE, "open"), ids=lambda story: story["name"])
def test_open_story_is_told_wrongly_as_yet(story: dict[str, Any], check_story: CheckStory) -> None:
    report = check_story(story["articles"])

    assert mistakes(story, report), "comes out right: move it to the list that it expects"
