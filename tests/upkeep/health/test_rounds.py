"""Examinations in the background: when they are due, when somebody asks, and where nobody goes the rounds."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.utils import timezone

from chuan.offers.examinations import fine
from chuan.upkeep import beats, doctor, reports_kept, rounds
from chuan.upkeep.models import Backup

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Only one examination, so that a round is quick."""
    from chuan.offers.examinations import Examination

    only = [Examination("thu", "Thử", 1, lambda looking: [fine("ổn")])]
    monkeypatch.setattr(doctor, "examinations", lambda: only)


def turn(after: timedelta = timedelta(), running: timedelta = timedelta(days=1)) -> bool:
    at = timezone.now() + after
    return rounds.turn(at=at, began=at - running)


def test_the_first_minute_after_the_start_belongs_to_others():
    assert not turn(running=timedelta(seconds=30))
    assert turn(running=timedelta(seconds=90))


def test_a_round_is_made_every_day_where_no_backup_is():
    assert turn()
    assert not turn(timedelta(hours=20), running=timedelta(days=2))
    assert turn(timedelta(hours=26), running=timedelta(days=2))


def test_a_report_from_before_the_start_is_old():
    assert turn()
    assert not turn(timedelta(minutes=10))
    assert not turn(timedelta(minutes=10), running=timedelta(seconds=30))
    assert turn(timedelta(minutes=10), running=timedelta(minutes=5))


def test_what_is_asked_for_is_made_by_whoever_goes_the_rounds(data: Path):
    turn()
    rounds.ask(at=timezone.now())
    assert rounds.waiting()
    before = reports_kept.last()
    assert turn()
    assert reports_kept.last() != before
    assert not rounds.waiting()
    assert not turn()


def test_where_nobody_goes_the_rounds_it_is_made_at_once():
    rounds.ask(at=timezone.now())
    assert reports_kept.last() is not None
    assert not rounds.waiting()


def test_a_backup_that_ended_since_makes_the_report_old():
    turn()
    later = timezone.now() + timedelta(minutes=1)
    Backup.objects.create(begun_at=later, asked_by="system", touched_at=later, made_at=later, state="made")
    assert turn(timedelta(minutes=2))
    assert not turn(timedelta(minutes=2))


def test_going_the_rounds_gives_a_sign_of_life():
    turn()
    assert beats.last_beat(rounds.ROUNDS) is not None


def test_a_disk_that_refuses_the_question_is_no_error():
    turn()
    with patch("pathlib.Path.touch", side_effect=OSError(30, "read-only")):
        rounds.ask(at=timezone.now())
    assert not rounds.waiting()
