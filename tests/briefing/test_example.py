"""The example's first brief: an hour, the programme's own lines, a task given, a line of tomorrow explained."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from chuan.briefing.choices import choice_of
from chuan.briefing.example import load_brief
from chuan.briefing.models import Answer, Brief, Explanation, Foreseen
from chuan.people.viewer import Viewer
from chuan.trail.models import Entry
from tests.briefing import made
from tests.people import Ward

pytestmark = pytest.mark.django_db
TOLD = """
hour = "06:30"
[[answer]]
kind = "objectives.figure"
who = "clerk"
words = "Nhập trong tuần (minh họa)"
[[explain]]
who = "one_stop"
kind = "dossiers.late"
words = "Chờ xác minh (minh họa)"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "ban-tin.toml"
    found.write_text(TOLD, encoding="utf-8")
    return found


def load(ward: Ward, path: Path) -> Brief:
    today = timezone.localdate()

    def seated(username: str) -> Viewer:
        return ward.viewer(getattr(ward, username), today)

    return load_brief(path, seated, head=seated("chairman"), clock=timezone.now)


def test_it_is_made_by_the_programme_on_the_day_itself_with_nobody_named_who_was_not_told(
    ward: Ward, path: Path
):
    yesterday = timezone.localdate() - timedelta(days=1)
    made.late(ward.unit, ward.one_stop, yesterday)
    brief = load(ward, path)
    assert brief.on == timezone.localdate()
    assert brief.due_at <= brief.made_at
    assert not brief.lines.filter(official__isnull=False).exists()
    assert Foreseen.objects.filter(official=ward.one_stop).exists()
    assert Explanation.objects.get().words == "Chờ xác minh (minh họa)"
    assert Entry.objects.get(verb="briefs.make").actor == "system/briefing"


def test_the_hour_stays_chosen_so_that_the_next_working_day_has_its_own(ward: Ward, path: Path):
    load(ward, path)
    choice = choice_of(ward.unit, timezone.localdate())
    assert choice.on
    assert f"{choice.hour:%H:%M}" == "06:30"
    assert choice.readers == ("chairman",)


def test_a_line_nobody_answers_for_becomes_a_task_and_one_that_did_not_come_is_left(ward: Ward, path: Path):
    load(ward, path)
    assert not Answer.objects.exists(), "no figure was behind"
    assert not Explanation.objects.exists()


def test_a_line_of_the_kind_is_given_to_whom_the_file_names(ward: Ward, path: Path):
    path.write_text(TOLD.replace("objectives.figure", "dossiers.late"), encoding="utf-8")
    made.late(ward.unit, ward.chairman, timezone.localdate() - timedelta(days=1))
    brief = load(ward, path)
    given = Answer.objects.get()
    assert given.line.brief == brief
    assert (given.verb, given.official, given.words) == ("assign", ward.clerk, "Nhập trong tuần (minh họa)")
