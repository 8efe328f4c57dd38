"""An act that also governs running cases comes into force: they are judged by it from that day on, once."""

from __future__ import annotations

import json
from datetime import date

import pytest

from chuan.petitions import coming_in
from chuan.petitions.keeping import kept_names
from chuan.petitions.models import Petition, PetitionState
from chuan.trail.models import Entry
from tests.petitions.made import done, now, received

pytestmark = pytest.mark.django_db
ACT = "complaint.suspension.running@2026-07-01"


def before_the_act(petition: Petition) -> None:
    """As it stood on 30/06/2026: it never heard of the act, and no day of sending is kept."""
    names = {name: digest for name, digest in kept_names(petition.law_kept).items() if "@" not in name}
    Petition.objects.filter(pk=petition.pk).update(
        law_kept=json.dumps(names), next_due_on=None, next_clock=""
    )


def test_a_running_complaint_is_judged_by_the_act_once_it_is_in_force(ward, clerk):
    """155/2026/NĐ-CP, Điều 22: the suspension of a running complaint has to be sent within three working days."""
    by = ward.viewer(clerk)
    one = done(received(by, on=date(2026, 6, 15)), "accept", date(2026, 6, 22), by=by)
    one = done(one, "suspend", date(2026, 7, 13), by=by)
    other = received(by, "feedback", on=date(2026, 6, 15))
    before_the_act(one)
    states = PetitionState.objects.filter(petition=other).count()
    assert coming_in.judge_anew(at=now()) == 1
    one.refresh_from_db()
    assert (one.next_clock, one.next_due_on) == ("complaint.suspension.send", date(2026, 7, 16))
    assert ACT in kept_names(one.law_kept)
    assert PetitionState.objects.get(petition=one, until_at=None).why == "law"
    assert PetitionState.objects.filter(petition=other).count() == states
    line = Entry.objects.get(verb="petition_law.came_in")
    assert line.subject_uid == ward.unit.uid


def test_it_is_done_once_and_then_costs_one_question_for_each_act(ward, clerk, django_assert_max_num_queries):
    by = ward.viewer(clerk)
    before_the_act(done(received(by, on=date(2026, 6, 15)), "accept", date(2026, 6, 22), by=by))
    coming_in.judge_anew(at=now())
    with django_assert_max_num_queries(3):
        assert coming_in.judge_anew(at=now()) == 0
    assert Entry.objects.filter(verb="petition_law.came_in").count() == 1
