"""A document is given out with who leads, who cooperates, until when; each sees it among his work, and settles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import incoming
from chuan.documents.actions.incoming import Direction, Share
from chuan.documents.actions.incoming.assigning import COOPERATE, LEAD
from chuan.documents.models import Assignment, Document, DocumentState, Link
from chuan.documents.refusals_incoming import (
    ChosenTwice,
    DueBeforeArrival,
    DueMissing,
    NobodyLeads,
    NotHisPart,
    NotServing,
    PostVacant,
    ReplyUnknown,
    ResultMissing,
    WordMissing,
)
from chuan.offers.subjects import Subject, describe
from chuan.people.models import Appointment, Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, ReasonMissing, WrongMove
from tests.people import Ward

View = Callable[[Official], Viewer]
Direct = Callable[..., Direction]


def parts(document: Document) -> dict[str, Assignment]:
    return {
        one.part: one
        for one in document.assignments.standing().select_related("official", "post", "document")
    }


def clocks_of(viewer: Viewer) -> set[str]:
    rows = Clock.objects.mine(viewer).running().filter(subject_kind="assignment")
    return {str(uid) for uid in rows.values_list("subject_uid", flat=True)}


def test_everybody_sees_his_part_with_its_day(assigned: Document, ward: Ward, view: View):
    assert (assigned.stage, assigned.lead_name) == ("assigned", "Vũ Thị Văn Hóa; phối hợp: Lê Văn Một Cửa")
    given = parts(assigned)
    for part, official in (("lead", ward.specialist), ("cooperate", ward.one_stop), ("know", ward.secretary)):
        viewer = view(official)
        assert clocks_of(viewer) == {str(given[part].uid)}
        told = describe([Subject("assignment", given[part].uid)], viewer)
        assert f"/van-ban/den/{assigned.uid}/" in next(iter(told.values())).address
    assert given["lead"].due_on == assigned.due_on
    assert given["know"].due_on is None
    clock = Clock.objects.get(subject_uid=given["lead"].uid)
    assert (clock.lawful_due_on, clock.first_promise_on, clock.legal) == (
        assigned.due_on,
        assigned.due_on,
        True,
    )


def test_the_chairmans_own_clock_ends_when_it_is_given_out(assigned: Document):
    assert Clock.objects.get(subject_uid=assigned.uid, kind="registered").settled_on is not None


def test_a_post_leads_and_whoever_holds_it_sees_it(
    registered: Document, ward: Ward, chairman: Viewer, view: View, now: datetime
):
    post = Post.objects.get(unit=ward.unit, code="tu-phap")
    direction = Direction([Share(LEAD, post=post)], chairman.on + timedelta(days=3))
    incoming.assign(registered, direction, by=chairman, at=now)
    assert registered.lead_name == "Tư pháp – hộ tịch"
    assert clocks_of(view(ward.one_stop))
    assert not clocks_of(view(ward.specialist))
    incoming.start(registered, by=view(ward.one_stop), at=now)
    assert registered.stage == "in_work"


def test_the_office_writes_down_whose_direction_it_is(
    registered: Document, direct: Direct, ward: Ward, clerk: Viewer, now: datetime
):
    with pytest.raises(NotAllowed):
        incoming.assign(registered, direct(), by=clerk, at=now)
    with pytest.raises(NotAllowed):
        incoming.assign(registered, direct(for_whom=ward.secretary), by=clerk, at=now)
    incoming.assign(registered, direct(for_whom=ward.chairman), by=clerk, at=now)
    assert parts(registered)["lead"].given_by == ward.chairman
    assert '"for_whom": "Người Ký"' in registered.steps.last().data


def test_nobody_else_gives_out(registered: Document, direct: Direct, specialist: Viewer, now: datetime):
    with pytest.raises(NotAllowed):
        incoming.assign(registered, direct(), by=specialist, at=now)


def test_a_direction_without_a_leader_or_a_time_is_none(
    registered: Document, direct: Direct, ward: Ward, chairman: Viewer, now: datetime
):
    whole = direct()
    wrong = {
        NobodyLeads: replace(whole, shares=[Share(COOPERATE, ward.one_stop)]),
        DueMissing: replace(whole, due_on=None),
        DueBeforeArrival: replace(whole, due_on=chairman.on - timedelta(days=1)),
        ChosenTwice: direct(cooperate=(ward.specialist,)),
    }
    for refused, direction in wrong.items():
        with pytest.raises(refused):
            incoming.assign(registered, direction, by=chairman, at=now)
    assert not Assignment.objects.exists()


def test_two_leaders_are_none(
    registered: Document, direct: Direct, ward: Ward, chairman: Viewer, now: datetime
):
    two = replace(direct(), shares=[Share(LEAD, ward.specialist), Share(LEAD, ward.one_stop)])
    with pytest.raises(NobodyLeads):
        incoming.assign(registered, two, by=chairman, at=now)


def test_somebody_who_left_gets_nothing(
    registered: Document, direct: Direct, ward: Ward, chairman: Viewer, now: datetime
):
    Appointment.objects.filter(official=ward.one_stop).update(valid_to=chairman.on)
    with pytest.raises(NotServing, match="Lê Văn Một Cửa"):
        incoming.assign(registered, direct(lead=ward.one_stop), by=chairman, at=now)
    vacant = Direction([Share(LEAD, post=Post.objects.get(code="tu-phap", unit=ward.unit))], chairman.on)
    with pytest.raises(PostVacant):
        incoming.assign(registered, vacant, by=chairman, at=now)


def test_somebody_of_another_ward_gets_nothing(
    registered: Document, direct: Direct, other_ward: Ward, chairman: Viewer, now: datetime
):
    with pytest.raises(NotServing):
        incoming.assign(registered, direct(lead=other_ward.specialist), by=chairman, at=now)


def test_given_out_anew_what_stays_goes_on_and_the_rest_ends(
    assigned: Document, direct: Direct, ward: Ward, chairman: Viewer, view: View, now: datetime
):
    before = parts(assigned)
    incoming.assign(assigned, direct(cooperate=(ward.auditor,), know=(ward.secretary,)), by=chairman, at=now)
    after = parts(assigned)
    assert after["lead"] == before["lead"]
    assert after["know"] == before["know"]
    assert after["cooperate"].official == ward.auditor
    assert not clocks_of(view(ward.one_stop))
    assert clocks_of(view(ward.auditor))
    assert Assignment.objects.get(pk=before["cooperate"].pk).ended_at == now
    incoming.assign(assigned, direct(lead=ward.one_stop), by=chairman, at=now)
    assert not clocks_of(view(ward.specialist))
    assert clocks_of(view(ward.one_stop))
    assert assigned.stage == "assigned"


def test_whoever_leads_begins_and_settles_it_with_its_result(
    assigned: Document, specialist: Viewer, ward: Ward, view: View, now: datetime
):
    with pytest.raises(NotHisPart):
        incoming.start(assigned, by=view(ward.one_stop), at=now)
    incoming.start(assigned, by=specialist, at=now)
    assert parts(assigned)["lead"].seen_at == now
    with pytest.raises(ResultMissing):
        incoming.finish(assigned, " ", by=specialist, at=now)
    incoming.finish(assigned, "Đã rà soát\nvà báo cáo", reply_number="58/UBND-VP", by=specialist, at=now)
    assert (assigned.stage, assigned.done_on, assigned.reply_number) == ("done", specialist.on, "58/UBND-VP")
    assert assigned.progress == "Đã rà soát và báo cáo"
    assert not clocks_of(specialist)
    assert not clocks_of(view(ward.one_stop))
    assert clocks_of(view(ward.secretary)), "who is to know still has it"
    assert DocumentState.objects.get(document=assigned, until_at=None).done_on == specialist.on


def test_the_reply_of_our_own_is_joined(
    assigned: Document, ward: Ward, specialist: Viewer, chairman: Viewer, now: datetime
):
    reply = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="CV", number="058", symbol="UBND-VP", stage="issued",
        issued_on=specialist.on, recorded_at=now,
    )  # fmt: skip
    incoming.finish(assigned, "Đã trả lời", reply_number="58 / UBND-VP", by=specialist, at=now)
    link = Link.objects.get(target=assigned)
    assert (link.document, link.kind) == (reply, "replies")
    assert assigned.reply_number == "058/UBND-VP"


def test_another_wards_paper_is_no_reply(
    assigned: Document, other_ward: Ward, specialist: Viewer, now: datetime
):
    theirs = Document.objects.create(
        unit=other_ward.unit, owner_unit=other_ward.unit, type="CV", number="58", symbol="UBND-VP", stage="issued",
        recorded_at=now,
    )  # fmt: skip
    with pytest.raises(ReplyUnknown):
        incoming.finish(assigned, "Đã trả lời", reply=theirs, by=specialist, at=now)
    incoming.finish(assigned, "Đã trả lời", reply_number="58/UBND-VP", by=specialist, at=now)
    assert not Link.objects.filter(target=assigned).exists()


def test_the_office_settles_in_the_place_of_whoever_leads_and_says_so(
    assigned: Document, clerk: Viewer, ward: Ward, view: View, now: datetime
):
    with pytest.raises(NotHisPart):
        incoming.finish(assigned, "Xong", by=view(ward.auditor), at=now)
    incoming.finish(assigned, "Xong", by=clerk, at=now)
    assert '"on_behalf": true' in assigned.steps.last().data


def test_whoever_cooperates_gives_his_opinion_and_is_free(
    assigned: Document, ward: Ward, specialist: Viewer, view: View, now: datetime
):
    mine = parts(assigned)["cooperate"]
    with pytest.raises(WordMissing):
        incoming.contribute(mine, "", by=view(ward.one_stop), at=now)
    with pytest.raises(NotHisPart):
        incoming.contribute(mine, "Thống nhất", by=specialist, at=now)
    incoming.contribute(mine, "Thống nhất với dự thảo", by=view(ward.one_stop), at=now)
    assert not clocks_of(view(ward.one_stop))
    assert assigned.steps.last().note == "Thống nhất với dự thảo"
    assert clocks_of(specialist), "the lead's day runs on"


def test_whoever_is_to_know_has_only_to_open_it(
    assigned: Document,
    ward: Ward,
    specialist: Viewer,
    view: View,
    now: datetime,
    verbs: Callable[[], list[str]],
):
    mine = parts(assigned)["know"]
    with pytest.raises(NotHisPart):
        incoming.see(mine, by=specialist, at=now)
    incoming.see(mine, by=view(ward.secretary), at=now)
    incoming.see(mine, by=view(ward.secretary), at=now)
    assert mine.seen_at == now
    assert not clocks_of(view(ward.secretary))
    assert verbs().count("incoming.see") == 1


def test_kept_for_information_only(registered: Document, chairman: Viewer, specialist: Viewer, now: datetime):
    with pytest.raises(NotAllowed):
        incoming.file_away(registered, by=specialist, at=now)
    incoming.file_away(registered, "Đã biết", by=chairman, at=now)
    assert (registered.stage, registered.progress) == ("done", "Lưu để biết")
    assert not Clock.objects.running().filter(subject_uid=registered.uid).exists()


def test_reopened_with_the_reason_its_days_run_again(assigned: Document, specialist: Viewer, now: datetime):
    incoming.finish(assigned, "Xong", by=specialist, at=now)
    with pytest.raises(ReasonMissing):
        incoming.reopen(assigned, "", by=specialist, at=now)
    incoming.reopen(assigned, "Thị xã yêu cầu bổ sung", by=specialist, at=now)
    assert (assigned.stage, assigned.done_on, assigned.progress) == ("in_work", None, "")
    assert clocks_of(specialist)


def test_a_note_stands_beside_and_changes_nothing(
    assigned: Document, specialist: Viewer, ward: Ward, view: View, now: datetime
):
    with pytest.raises(NotAllowed):
        incoming.note(assigned, "Xin xem", by=view(ward.auditor), at=now)
    incoming.note(assigned, "Đã gọi thị xã", by=specialist, at=now)
    assert assigned.stage == "assigned"
    assert assigned.steps.last().note == "Đã gọi thị xã"


def test_steps_out_of_turn_are_refused(registered: Document, chairman: Viewer, clerk: Viewer, now: datetime):
    with pytest.raises(WrongMove):
        incoming.finish(registered, "Xong", by=chairman, at=now)
    with pytest.raises(WrongMove):
        incoming.reopen(registered, "vì sao", by=chairman, at=now)


def test_the_file_and_retention_are_written_on_it(
    registered: Document, clerk: Viewer, specialist: Viewer, now
):
    with pytest.raises(NotAllowed):
        incoming.put_in_file(registered, "03.KH", "10 năm", by=specialist, at=now)
    incoming.put_in_file(registered, " 03.KH ", "10 năm", by=clerk, at=now)
    assert (registered.file_code, registered.retention) == ("03.KH", "10 năm")
