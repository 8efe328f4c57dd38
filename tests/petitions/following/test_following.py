"""What an import, a later one and a withdrawal make of petitions."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.petitions.actions.recording import record
from chuan.petitions.models import Petition, PetitionState, Sender
from chuan.petitions.own_checks import standing_agrees
from tests.people import Ward, at
from tests.petitions.following.made import COMPLAINT, bring, row, the, withdraw
from tests.petitions.made import DECISION, done, petition_clerk, received

pytestmark = pytest.mark.django_db
MAY, JUNE, JULY = at(2021, 5, 3), at(2021, 6, 7), at(2021, 7, 5)


def kinds() -> dict[str, str]:
    return dict(Petition.objects.values_list("outside_code", "kind"))


def test_a_row_becomes_a_petition_under_its_own_code(ward: Ward):
    bring(ward.unit, {"HT-1": row(COMPLAINT, signers="7", field="Đất đai")}, at=MAY)
    one = the("HT-1")
    assert (one.code, one.kind, one.channel, one.field, one.signers) == (
        "HT-1", "complaint", "reception", "Đất đai", 7,
    )  # fmt: skip
    assert (one.listed, one.present, one.accepted_on) == (True, True, date(2021, 4, 9))
    assert (one.due_on, one.due_basis) == (date(2021, 5, 10), "law"), (
        "30 ngày từ thụ lý, ngày cuối là Chủ nhật"
    )
    assert not list(standing_agrees())


def test_the_complaints_law_is_that_of_the_day_it_was_accepted(ward: Ward):
    """Both laws on the same rows, five years apart: 10 days, then 7 working days to accept; 30 days to solve."""
    rows = {
        "CU": row(COMPLAINT, received_on="2026-06-01", accepted_on="", due_on="", channel="post"),
        "MOI": row(COMPLAINT, received_on="2026-07-06", accepted_on="", due_on="", channel="post"),
    }
    bring(ward.unit, rows, at=at(2026, 7, 7))
    assert (the("CU").next_due_on, the("MOI").next_due_on) == (date(2026, 6, 11), date(2026, 7, 15))


@pytest.mark.parametrize(
    ("year", "basis", "due"), [(2021, "source", date(2021, 4, 20)), (2026, "law", date(2026, 4, 23))]
)
def test_a_posts_day_is_the_sources_until_there_is_a_rule(ward: Ward, year: int, basis: str, due: date):
    """No limit of feedback by a portal was in force in 2021; 15 working days since 2022."""
    told = {"received_on": f"{year}-04-02", "due_on": f"{year}-04-20"}
    bring(ward.unit, {"PA1": told}, at=at(year, 4, 5), register="feedback")
    one = the("PA1")
    assert (one.kind, one.channel, one.due_basis) == ("feedback", "portal", basis)
    assert one.due_on == due


def test_another_file_begins_a_state_where_something_differs_and_only_there(ward: Ward):
    bring(ward.unit, {"A1": row(), "A2": row()}, at=MAY)
    bring(ward.unit, {"A1": row(settled_on="2021-04-19"), "A2": row()}, at=JUNE)
    assert [one.why for one in PetitionState.objects.filter(petition=the("A1")).order_by("seq")] == [
        "import"
    ] * 2
    assert the("A2").history.count() == 1
    assert (the("A1").status, the("A1").outcome) == ("answered", "early")
    assert not list(standing_agrees())


def test_a_kind_said_otherwise_later_is_another_state(ward: Ward):
    bring(ward.unit, {"A1": row()}, at=MAY)
    Sender.objects.create(petition=the("A1"), name="Người Gửi", recorded_at=timezone.now())
    bring(ward.unit, {"A1": row(kind="denunciation")}, at=JUNE)
    assert (the("A1").kind, the("A1").history.count()) == ("denunciation", 2)
    assert not Sender.objects.exists(), "tố cáo không giữ người gửi, kể cả người ghi trước đó"
    assert not list(standing_agrees())


def test_a_due_day_moved_after_it_passed_makes_nobody_punctual(ward: Ward):
    late = row(settled_on="2021-04-29")
    bring(ward.unit, {"A1": late}, at=MAY)
    assert (the("A1").outcome, the("A1").late_days) == ("late", 6)
    second = bring(ward.unit, {"A1": late | {"due_on": "2021-04-30"}}, at=JUNE)
    assert (the("A1").outcome, the("A1").due_on) == ("late", date(2021, 4, 20))
    assert '"due_on_now":"2021-04-30"' in the("A1").outside
    withdraw(second, at=JULY)
    assert "due_on_now" not in the("A1").outside
    moved_in_time = row(due_on="2021-09-30", received_on="2021-04-05")
    bring(ward.unit, {"B1": row(due_on="2021-08-20")}, at=JUNE)
    bring(ward.unit, {"B1": moved_in_time}, at=JULY)
    assert the("B1").due_on == date(2021, 9, 30), "dời khi chưa tới hạn thì theo hạn mới"


def test_what_its_source_lists_no_more_stays_and_says_so(ward: Ward):
    bring(ward.unit, {"A1": row()}, at=MAY)
    bring(ward.unit, {"A1": None}, at=JUNE)
    one = the("A1")
    assert (one.present, one.kind, one.history.count()) == (False, "feedback", 2)
    assert not Clock.objects.running().exists()
    bring(ward.unit, {"A1": row()}, at=JULY)
    assert the("A1").present
    assert not list(standing_agrees())


def test_a_withdrawal_gives_back_what_stood_before(ward: Ward):
    bring(ward.unit, {"A1": row()}, at=MAY)
    second = bring(ward.unit, {"A1": row(settled_on="2021-04-28"), "A2": row()}, at=JUNE)
    withdraw(second, at=JULY)
    assert (the("A1").settled_on, the("A1").status) == (None, "received")
    assert not the("A2").present
    assert not list(standing_agrees())


def test_a_petition_written_here_meets_its_row_by_the_code_typed_on_it(ward: Ward):
    by = ward.viewer(petition_clerk(ward))
    one = done(received(by, "complaint", date(2021, 4, 6)), "accept", date(2021, 4, 12), by=by)
    Petition.objects.filter(pk=one.pk).update(outside_code="HT-9", source="Gõ tay")
    told = row(COMPLAINT, settled_on="2021-05-06", channel="post")
    brought = bring(ward.unit, {"HT-9": told}, at=timezone.now())
    one = the("HT-9")
    assert Petition.objects.count() == 1
    assert (one.code, one.listed, one.channel) == ("DT-2021-0001", True, "post")
    assert (one.received_on, one.accepted_on, one.settled_on) == (
        date(2021, 4, 5), date(2021, 4, 9), date(2021, 5, 6),
    ), "ngày của nguồn đi trước"  # fmt: skip
    withdraw(brought, at=timezone.now())
    one.refresh_from_db()
    assert (one.present, one.listed, one.accepted_on) == (True, False, date(2021, 4, 12))


def test_lines_written_here_stay_beside_the_rows(ward: Ward):
    by = ward.viewer(petition_clerk(ward))
    bring(ward.unit, {"A1": row(COMPLAINT, due_on="")}, at=MAY)
    record(the("A1"), "assign", on=date(2021, 4, 12), by=by, at=timezone.now(), official=ward.specialist)
    bring(ward.unit, {"A1": row(COMPLAINT, field="Đất đai", due_on="")}, at=timezone.now())
    assert (the("A1").status, the("A1").field) == ("verifying", "Đất đai")
    done(the("A1"), "decide", date(2021, 5, 7), by=by, paper=DECISION)
    assert the("A1").outcome == "early"


def test_a_line_written_while_a_file_was_worked_out_is_not_lost(ward: Ward):
    from chuan.offers.registers import Arrival, Arrived
    from chuan.petitions.fields import PetitionRegister
    from chuan.petitions.following import PetitionFollower

    by = ward.viewer(petition_clerk(ward))
    brought = bring(ward.unit, {"A1": row(COMPLAINT)}, at=MAY)
    rows = [Arrived(brought.source, "A1", row(COMPLAINT, field="Đất đai"))]
    arrival = Arrival(ward.unit.pk, ward.unit.uid, "petitions", brought.uid, None, rows)
    writing = PetitionFollower(PetitionRegister()).prepare(arrival, at=timezone.now())
    record(the("A1"), "assign", on=date(2021, 4, 12), by=by, at=timezone.now(), official=ward.specialist)
    writing()
    assert (the("A1").status, the("A1").field) == ("verifying", "Đất đai")
    assert not list(standing_agrees())


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (row(COMPLAINT, accepted_on="", settled_on="2021-05-04"), "chưa thụ lý"),
        (row(stage="done"), "đã giải quyết nhưng không ghi ngày"),
        (row(COMPLAINT, stage="suspended"), "tạm đình chỉ nhưng không ghi ngày"),
        (
            row(COMPLAINT, complexity="complex", due_on="2021-05-24", settled_on="2021-05-20"),
            "văn bản gia hạn",
        ),
    ],
)
def test_a_story_that_cannot_be_judged_is_not_guessed_at(ward: Ward, values: dict[str, str], words: str):
    bring(ward.unit, {"A1": values}, at=JUNE)
    assert words in the("A1").odd


def test_a_complex_case_solved_within_the_plain_period_needs_no_paper(ward: Ward):
    told = row(COMPLAINT, complexity="complex", due_on="2021-05-24", settled_on="2021-05-06")
    bring(ward.unit, {"A1": told}, at=JUNE)
    assert (the("A1").odd, the("A1").outcome) == ("", "early")


def test_one_code_of_two_sources_is_two_petitions(ward: Ward):
    bring(ward.unit, {"12": row()}, at=MAY)
    bring(ward.unit, {"12": row()}, at=MAY, source="Cổng tỉnh", register="feedback")
    assert sorted(Petition.objects.values_list("code", flat=True)) == ["12", "12~2"]
    long = "X" * 60 + "1"
    bring(ward.unit, {long: row()}, at=MAY)
    assert len(the(long).code) <= 40


def test_many_rows_cost_few_statements(ward: Ward):
    """Not one a row."""
    many = {f"A{n}": row(settled_on="2021-04-19") for n in range(60)}
    with CaptureQueriesContext(connection) as asked:
        bring(ward.unit, many, at=MAY)
    assert len(asked) < 40
    with CaptureQueriesContext(connection) as again:
        bring(ward.unit, {code: told | {"field": "Đất đai"} for code, told in many.items()}, at=JUNE)
    assert len(again) < 50


def test_a_unit_sees_only_its_own(ward: Ward):
    from tests.people import make_ward

    bring(ward.unit, {"A1": row()}, at=MAY)
    other = make_ward("Nam Hồng", "18118", "nam-")
    bring(other.unit, {"A1": row(settled_on="2021-04-19")}, at=MAY)
    assert not Petition.objects.seen_by(other.viewer(other.chairman)).filter(owner_unit=ward.unit).exists()
    assert Petition.objects.get(owner_unit=ward.unit).settled_on is None
