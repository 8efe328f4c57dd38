"""A higher body's list comes in by file: the ward's own files are found by code, and nobody's name is kept."""

from __future__ import annotations

import pytest
from django.utils import timezone

from chuan.demo_exports import escalations as demo
from chuan.demo_exports import petitions as own_list
from chuan.intake.previews import preview_of
from chuan.intake.showing.systems import registers_named
from chuan.offers.measures import Scope
from chuan.petitions.actions import escalating as actions
from chuan.petitions.actions.escalating import Found
from chuan.petitions.escalated import judging
from chuan.petitions.escalated.standing import cases_of
from chuan.petitions.measures.escalated import EscalatedPast
from chuan.petitions.models import Escalation
from chuan.petitions.refusals_escalated import KeptByFile
from chuan.rules.types import Period
from tests.people import at
from tests.petitions.escalated.conftest import BODY
from tests.petitions.following.made import bring, taken_in, withdraw
from tests.petitions.following.test_never_kept import in_tables, on_disk
from tests.petitions.made import now

pytestmark = pytest.mark.django_db
NAME = "Kha Thị Giấu Kín"
ROW = {"received_on": "2021-05-20", "body": BODY, "kind": "complaint", "channel": "letter"}


def test_the_years_list_is_judged_by_itself_whichever_list_came_first(ward, by):
    (list_above,) = dict(demo.files()).values()
    brought = taken_in(list_above, demo.LIST, by=by)
    assert brought.register == "escalations"
    assert preview_of(brought).withheld == 1, "đơn tố cáo Phó Chủ tịch: chỉ biết có một dòng"
    scope = Scope(ward.unit.uid, Period.year(2021), timezone.now())
    assert [one.code for one in EscalatedPast().obstacles(scope)] == ["not_judged"], (
        "chưa có danh sách đơn của phường"
    )
    taken_in(dict(own_list.files())[f"{own_list.FOLDER}/{own_list.LIST}"], own_list.LIST, by=by)
    scope = Scope(ward.unit.uid, Period.year(2021), timezone.now())
    assert EscalatedPast().obstacles(scope) == ()
    counts = EscalatedPast().counts(scope)
    assert (counts.numerator, counts.excluded) == (0, {judging.DECIDED: 2, judging.OVERDUE: 1})
    assert EscalatedPast().grade_in(scope) == "B"


def test_no_name_is_kept_in_rows_or_in_the_file_itself(ward, by):
    (data,) = dict(demo.files()).values()
    taken_in(data, demo.LIST, by=by)
    assert on_disk(NAME) == in_tables(NAME) == []
    assert Escalation.objects.latest_ones().count() == len(demo.letters()) - 1, (
        "đơn tố cáo Phó Chủ tịch không nhận"
    )


def test_what_was_found_out_here_stays_when_the_list_comes_again(ward, by):
    bring(ward.unit, {"T1": ROW, "T2": ROW}, at=at(2021, 6, 1), register="escalations")
    one = Escalation.objects.get(outside_code="T1")
    actions.settle(one, Found(said="other", why_said="việc của tòa án"), by=by, at=now())
    with pytest.raises(KeptByFile):
        actions.void(one, "không thích", by=by, at=now())
    brought = bring(ward.unit, {"T1": {**ROW, "kind": "feedback"}}, at=timezone.now(), register="escalations")
    latest = Escalation.objects.standing().get(outside_code="T1")
    assert (latest.kind, latest.said, latest.seq, latest.code) == ("feedback", "other", 3, one.code)
    withdraw(brought, at=timezone.now())
    assert Escalation.objects.standing().get(outside_code="T1").kind == "complaint"
    assert Escalation.objects.standing(at(2021, 7, 1)).get(outside_code="T1").said == ""


def test_a_line_that_leaves_its_list_counts_no_more_and_the_clerks_own_entry_becomes_it(ward, above):
    mine = above(paper="45/PC-BTCD")
    bring(ward.unit, {"T1": {**ROW, "paper": "45/PC-BTCD"}}, at=timezone.now(), register="escalations")
    assert Escalation.objects.standing().get().uid == mine.uid, "một vụ, không phải hai"
    bring(ward.unit, {"T1": None}, at=timezone.now(), register="escalations")
    assert not Escalation.objects.standing().exists()


def test_a_list_that_says_the_ward_was_not_asked_needs_nobody_to_say_it_again(ward):
    bring(ward.unit, {"T1": {**ROW, "asked": "no"}}, at=at(2021, 6, 1), register="escalations")
    (case,) = cases_of(list(Escalation.objects.standing()))
    assert case.judged.reason == judging.NEVER_ASKED


def test_it_is_never_the_wards_own_register_to_keep(ward):
    assert "escalations" not in dict(registers_named())
