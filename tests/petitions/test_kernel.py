"""A petition's lines, its states, its clocks and who may see it."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.people.models import Official
from chuan.petitions.actions.recording import record, void
from chuan.petitions.models import Concerned, Petition, PetitionState
from chuan.petitions.own_checks import standing_agrees
from chuan.petitions.refusals import StepToCome, StepVoided
from chuan.rules.refusals import WrongMove
from tests.people import Ward, make_ward
from tests.petitions.made import DECISION, done, now, petition_clerk, received

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward() -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


def test_a_complaint_is_accepted_in_ten_days_and_resolved_in_thirty(ward, clerk):
    """Luật Khiếu nại 2011, Điều 27 and 28."""
    by = ward.viewer(clerk)
    one = received(by, "complaint", date(2021, 9, 6))
    assert (one.status, one.next_clock, one.next_due_on) == (
        "received",
        "complaint.accept",
        date(2021, 9, 16),
    )
    one = done(one, "accept", date(2021, 9, 10), by=by)
    assert (one.status, one.due_on, one.decided) == ("accepted", date(2021, 10, 11), "accept")
    one = done(one, "assign", date(2021, 9, 13), by=by, official=ward.specialist)
    one = done(one, "decide", date(2021, 10, 8), by=by, paper=DECISION, data={"verdict": "partly"})
    assert (one.status, one.outcome, one.verdict) == ("decided", "early", "partly")
    assert one.counted_on == date(2021, 10, 8)


def test_the_law_of_2026_gives_seven_working_days_to_accept(ward, clerk):
    """155/2026/NĐ-CP, Điều 10; before it ten days."""
    one = received(ward.viewer(clerk), "complaint", date(2026, 7, 6))
    assert one.next_due_on == date(2026, 7, 15)


def test_every_act_begins_a_state_and_ends_the_one_before(ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    states = list(PetitionState.objects.filter(petition=one).order_by("seq"))
    assert [(state.seq, state.why, state.until_at is None) for state in states] == [
        (1, "receive", False),
        (2, "accept", True),
    ]
    assert not list(standing_agrees())


def test_one_clock_stands_for_the_deadline_that_is_next(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by)
    clock = Clock.objects.get(subject_kind="petition", subject_uid=one.uid)
    assert (clock.lawful_due_on, clock.owner_role) == (date(2021, 9, 16), "petition_clerk")
    done(one, "forward", date(2021, 9, 8), by=by)
    clock.refresh_from_db()
    assert clock.settled_on is not None


def test_what_the_lifecycle_does_not_allow_is_refused(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by)
    with pytest.raises(WrongMove):
        record(one, "decide", on=date(2021, 9, 8), by=by, at=now())
    with pytest.raises(StepToCome):
        record(one, "accept", on=date(2999, 1, 1), by=by, at=now())
    assert one.events.count() == 1


def test_a_line_is_voided_not_edited_and_later_lines_go_first(ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    one = done(one, "assign", date(2021, 9, 13), by=by, official=ward.specialist)
    accept = one.events.get(verb="accept")
    with pytest.raises(StepVoided):
        void(accept, "ghi nhầm ngày", by=by, at=now())
    void(one.events.get(verb="assign"), "ghi nhầm người", by=by, at=now())
    void(accept, "ghi nhầm ngày", by=by, at=now())
    one.refresh_from_db()
    assert (one.status, one.accepted_on) == ("received", None)
    assert one.events.count() == 5


def test_nobody_sees_a_petition_about_himself(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by, "denunciation", concerned=(ward.specialist, clerk))
    Petition.objects.filter(pk=one.pk).update(handler=ward.specialist)
    for official in (clerk, ward.specialist):
        assert not Petition.objects.seen_by(ward.viewer(official)).exists()
    assert Petition.objects.seen_by(ward.viewer(ward.chairman)).exists()


def test_the_chairman_sees_a_complaint_about_his_own_decision(ward, clerk):
    """Luật Khiếu nại 2011, Điều 17: the first complaint is his to resolve."""
    one = received(ward.viewer(clerk), "complaint")
    Concerned.objects.create(petition=one, official=ward.chairman, recorded_at=now())
    assert Petition.objects.seen_by(ward.viewer(ward.chairman)).exists()


@pytest.mark.parametrize("kind", ["complaint", "denunciation", "mixed", "feedback"])
def test_auditors_see_no_denunciations_and_others_nothing(ward, clerk, kind):
    received(ward.viewer(clerk), kind)
    seen = Petition.objects.seen_by(ward.viewer(ward.auditor)).exists()
    assert seen == (kind in ("complaint", "feedback"))
    assert not Petition.objects.seen_by(ward.viewer(ward.specialist)).exists()


def test_another_ward_sees_nothing(ward, clerk):
    received(ward.viewer(clerk))
    other = make_ward("Nam Hồng", "18118", "nam-")
    assert not Petition.objects.seen_by(other.viewer(other.chairman)).exists()


def test_codes_follow_one_another_by_year(ward, clerk):
    by = ward.viewer(clerk)
    codes = [received(by, on=day).code for day in (date(2021, 1, 5), date(2021, 3, 1), date(2022, 1, 4))]
    assert codes == ["DT-2021-0001", "DT-2021-0002", "DT-2022-0001"]
