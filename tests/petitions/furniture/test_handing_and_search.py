"""Handing over, search by code, first steps, another calendar tried: what other rooms see of petitions."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.offers import first_steps
from chuan.offers.handover import Asked, Passing
from chuan.offers.subjects import Subject
from chuan.people import handing
from chuan.people.actions import handing as actions
from chuan.people.finding import find
from chuan.people.models import Official
from chuan.people.refusals_handing import NotForReceiver
from chuan.petitions.handing import Cases
from chuan.petitions.models import Concerned, Petition
from chuan.petitions.own_checks import standing_agrees
from chuan.trail.actions import act
from tests.examine import examine, open_page
from tests.people import PAPER, Ward
from tests.petitions.made import done, now, petition_clerk, received

pytestmark = pytest.mark.django_db
DAY = date(2021, 9, 20)


def given(ward: Ward, clerk: Official, kind: str = "complaint") -> Petition:
    """A petition given to the specialist."""
    by = ward.viewer(clerk)
    one = received(by, kind)
    if kind == "denunciation":
        one = done(one, "classify", date(2021, 9, 7), by=by)
    one = done(one, "accept", date(2021, 9, 8), by=by)
    Petition.objects.filter(pk=one.pk).update(handler=ward.specialist)
    one.refresh_from_db()
    return done(one, "assign", date(2021, 9, 9), by=by, official=ward.specialist)


def pass_on(ward: Ward, receiver: Official, at: datetime) -> None:
    by = ward.viewer(receiver)
    passing = Passing(ward.specialist, receiver, DAY, PAPER, by, at)
    with act("handover.accept", Subject("unit", ward.unit.uid), by=by, unit_uid=ward.unit.uid, at=at):
        Cases().pass_on(["in-work"], passing)


def held(ward: Ward, official: Official):
    return Cases().held(Asked(giver=official, posts=[], roles=frozenset(), on=DAY))


def test_what_is_given_is_one_line_that_names_no_petition(ward, clerk):
    assert held(ward, ward.specialist) == []
    one = given(ward, clerk, "denunciation")
    [line] = held(ward, ward.specialist)
    assert (line.count, line.due) == (1, one.next_due_on)
    assert one.code not in line.what + line.note


def test_petitions_pass_by_name_with_their_clocks(ward, clerk):
    one = given(ward, clerk)
    pass_on(ward, ward.clerk, now())
    one.refresh_from_db()
    assert one.handler == ward.clerk
    clock = Clock.objects.get(subject_kind="petition", subject_uid=one.uid)
    assert (clock.owner_official, clock.lawful_due_on) == (ward.clerk, one.next_due_on)
    assert one.events.get(verb="hand_over").official == ward.clerk
    assert not list(standing_agrees())


def test_one_about_the_receiver_goes_back_to_who_keeps_the_register(ward, clerk):
    one = given(ward, clerk, "denunciation")
    Concerned.objects.create(petition=one, official=ward.clerk, recorded_at=now())
    pass_on(ward, ward.clerk, now())
    one.refresh_from_db()
    assert one.handler is None
    clock = Clock.objects.get(subject_kind="petition", subject_uid=one.uid)
    assert (clock.owner_official, clock.owner_role) == (None, "petition_clerk")


def test_one_without_a_role_of_work_takes_no_petition_and_the_line_says_so(ward, clerk, client, sign_in):
    one = given(ward, clerk)
    boss = sign_in(client, ward.chairman)
    address = f"/can-bo/{ward.specialist.uid}/ban-giao/"
    typed = {"receiver": str(ward.auditor.uid), "on": f"{timezone.localdate():%d/%m/%Y}", "citation": PAPER}
    form = open_page(boss, address).form(button="Lập danh mục bàn giao")
    roles = [key for key in form.values["co"] if key.startswith("posts/")]
    kept = {f"ly-do:{key}": "vẫn giữ" for key in roles}
    page = examine(form.send(boss, **typed, **kept, muc=["petitions/in-work"]), address, status=422)
    [said] = page.texts("//tbody//p[@class='form-error']")
    assert said == "Đỗ Đánh Giá không giữ vai trò xử lý công việc nên không nhận đơn thư được."
    assert "“1 đơn được giao, chưa kết thúc” không giao cho Đỗ Đánh Giá được" in page.text
    assert page.form(button="Lập danh mục bàn giao").values["receiver"] == str(ward.auditor.uid)
    role = "posts/role:specialist"
    del kept[f"ly-do:{role}"]
    both = form.send(boss, **typed, **kept, muc=["petitions/in-work", role])
    assert both.status_code == 302, "vai trò cùng danh mục ấy trao luôn"
    one.refresh_from_db()
    assert one.handler == ward.specialist


@pytest.mark.parametrize("lost", ["role", "post"])
def test_who_lost_role_or_post_before_the_second_word_takes_nothing(ward, clerk, lost: str):
    one = given(ward, clerk)
    at = now()
    on = timezone.localdate(at)
    boss, giver = ward.viewer(ward.chairman, on), ward.viewer(ward.specialist, on)
    keys = [item.key for item in handing.items_of(ward.specialist, on)]
    choices = {key: actions.Choice(key == "petitions/in-work", "vẫn giữ") for key in keys}
    terms = actions.Terms(ward.one_stop, on, PAPER, choices)
    made = actions.prepare(ward.specialist, terms, by=boss, at=at)
    seen = handing.digest_of(handing.items_of(ward.specialist, on))
    actions.give(made, seen=seen, by=giver, at=at)
    gone = ward.one_stop.grants if lost == "role" else ward.one_stop.appointments
    gone.update(valid_to=on)
    with pytest.raises(NotForReceiver):
        actions.accept(made, seen=seen, by=ward.viewer(ward.one_stop, on), at=at)
    one.refresh_from_db()
    assert one.handler == ward.specialist


def test_petitions_are_found_by_code_only(ward, clerk):
    by = ward.viewer(clerk)
    one = received(by, text="Ranh giới thửa đất", place="Thôn Đoài", field="đất đai")
    assert codes("DT-2021-0001", by) == [one.uid]
    for word in ("Ranh giới", "Đoài", "đất đai"):
        assert codes(word, by) == []


def test_a_denunciation_is_found_by_who_keeps_and_leads_only(ward, clerk):
    one = given(ward, clerk, "denunciation")
    for official, finds in (
        (clerk, True), (ward.chairman, True), (ward.specialist, False), (ward.auditor, False), (ward.clerk, False),
    ):  # fmt: skip
        assert (codes(one.code, ward.viewer(official)) == [one.uid]) is finds
    Concerned.objects.create(petition=one, official=clerk, recorded_at=now())
    assert codes(one.code, ward.viewer(clerk)) == []


def test_whom_a_complaint_was_given_to_finds_it(ward, clerk):
    one = given(ward, clerk)
    assert codes(one.code, ward.viewer(ward.specialist)) == [one.uid]
    assert codes(one.code, ward.viewer(ward.clerk)) == []


def codes(typed: str, viewer):
    return [hit.subject.uid for hit in find(typed, viewer=viewer, kind="petition").hits]


def test_first_steps_ask_for_a_clerk_and_the_register(ward):
    steps = {one.key: one for one in first_steps.steps()}
    assert not steps["petition_clerk"].done(ward.unit, DAY)
    petition_clerk(ward)
    assert steps["petition_clerk"].done(ward.unit, DAY)
    assert not steps["petition_register"].done(ward.unit, DAY)
