"""A revision from its first line to the day it is obsolete."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import controlled as actions
from chuan.documents.controlled.standing import in_force, stamp_of, state_on
from chuan.documents.models import ControlledDocument, Dissemination, MustKnow, Revision
from chuan.documents.refusals_controlled import (
    DocumentRetired,
    EffectBegun,
    EffectInPast,
    NothingInForce,
    NotItsDayYet,
    OpinionMissing,
    OwnWorkReviewed,
    RevisionChangedMeanwhile,
    RevisionEmpty,
    RevisionInTheMaking,
    RevisionSecret,
    RevisionUnfinished,
)
from chuan.people.models import RoleGrant
from chuan.people.roles import Role
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from tests.documents.controlled.conftest import Office
from tests.people import PAPER, START, Ward


def test_a_new_procedure_begins_with_the_layout_of_its_kind(office: Office) -> None:
    document = office.open(code="QT.XNKBCXB.02", kind="service_procedure", title="Xác nhận nơi cư trú")
    text = document.revisions.get().content
    assert "# 1. KÝ HIỆU QUY TRÌNH\nQT.XNKBCXB.02" in text
    assert "## 2.10. Các bước xử lý" in text
    assert "| B1 |" in text
    assert "BM.XNKBCXB.02.01" in text
    assert "# 4. HỒ SƠ LƯU" in text


def test_from_draft_to_force_everybody_does_his_own_part(
    office: Office, verbs: Callable[[], list[str]]
) -> None:
    document = office.open()
    revision = document.revisions.get()
    office.approved(revision)
    assert revision.status == "approved"
    assert (revision.reviewed_by, revision.approved_by) == (office.ward.secretary, office.ward.chairman)
    actions.take_effect(revision, [office.ward.specialist], by=office.secretary, at=office.now)
    revision.refresh_from_db()
    assert revision.status == "in_force"
    assert MustKnow.objects.get().official == office.ward.specialist
    assert verbs() == [
        "controlled.open", "revision.submit", "revision.review", "revision.approve", "revision.take_effect",
    ]  # fmt: skip


def test_the_earlier_revision_ends_on_the_very_day_the_next_begins(office: Office) -> None:
    document = office.in_force()
    first = document.revisions.get()
    second = office.approved(office.next(document), later=10)
    first.refresh_from_db()
    assert first.obsolete_on == second.effective_from == office.day(10)
    assert in_force(document.revisions.all(), office.day(9)) == first
    assert in_force(document.revisions.all(), office.day(10)) == second
    assert Revision.objects.in_force(office.day(9)).get() == first
    assert Revision.objects.in_force(office.day(10)).get() == second


def test_on_its_day_it_is_in_force_though_nobody_pressed_anything(office: Office) -> None:
    document = office.in_force()
    second = office.approved(office.next(document), later=10)
    assert second.status == "approved"
    assert state_on(second, office.day(9)) == "approved"
    assert state_on(second, office.day(10)) == "in_force"
    first = document.revisions.get(number=1)
    assert first.status == "in_force"
    assert state_on(first, office.day(10)) == "obsolete"
    assert stamp_of(first, office.day(10)) == f"HẾT HIỆU LỰC từ {office.day(10):%d/%m/%Y}"
    assert stamp_of(second, office.day(9)) == f"CHƯA CÓ HIỆU LỰC, áp dụng từ {office.day(10):%d/%m/%Y}"
    assert stamp_of(second, office.day(10)) == ""


def test_the_next_act_after_the_day_writes_down_what_the_day_did(office: Office) -> None:
    document = office.in_force()
    office.approved(office.next(document), later=10)
    later = office.viewer(office.ward.clerk, later=12)
    third = actions.begin_revision(document, "Sửa tiếp", by=later, at=office.now)
    states = dict(document.revisions.values_list("number", "status"))
    assert states == {1: "obsolete", 2: "in_force", 3: "draft"}
    assert third.content == "# 1. MỚI\nBản mới"


def test_readers_of_the_earlier_one_have_to_confirm_it_no_more(office: Office) -> None:
    document = office.in_force()
    first = document.revisions.get()
    actions.disseminate(first, [office.ward.specialist], by=office.secretary, at=office.now)
    second = office.approved(office.next(document))
    actions.take_effect(second, [office.ward.specialist], by=office.secretary, at=office.now)
    ended, standing = Dissemination.objects.order_by("pk")
    assert ended.ended_at is not None
    assert ended.reason == "Đã có lần ban hành mới"
    assert standing.ended_at is None
    assert "lần ban hành 02" in standing.title


def test_it_takes_effect_on_its_day_and_not_before(office: Office) -> None:
    document = office.open()
    revision = office.approved(document.revisions.get(), later=5)
    with pytest.raises(NotItsDayYet):
        actions.take_effect(revision, [], by=office.secretary, at=office.now)
    with pytest.raises(NothingInForce):
        actions.disseminate(revision, [office.ward.clerk], by=office.secretary, at=office.now)
    late = office.viewer(office.ward.secretary, later=6)
    actions.disseminate(revision, [office.ward.clerk], by=late, at=office.now)
    revision.refresh_from_db()
    assert revision.status == "in_force"


def test_no_effect_before_the_day_of_approval(office: Office) -> None:
    revision = office.to_approval(office.open().revisions.get())
    with pytest.raises(EffectInPast):
        actions.approve(revision, office.day(-1), by=office.chairman, at=office.now)
    revision.refresh_from_db()
    assert revision.status == "approval"


def test_a_draft_is_not_approved_twice(office: Office) -> None:
    revision = office.approved(office.open().revisions.get())
    with pytest.raises(WrongMove):
        actions.approve(revision, office.day(1), by=office.chairman, at=office.now)


def test_of_two_editors_the_later_is_told_and_overwrites_nothing(office: Office) -> None:
    revision = office.open().revisions.get()
    actions.save_text(revision, "Bản của thư ký", "", based_on=0, by=office.secretary, at=office.now)
    with pytest.raises(RevisionChangedMeanwhile) as refused:
        actions.save_text(revision, "Bản của văn phòng", "", based_on=0, by=office.clerk, at=office.now)
    assert office.ward.secretary.name in refused.value.sentence
    revision.refresh_from_db()
    assert revision.content == "Bản của thư ký"
    assert revision.saves == 1


def test_nothing_is_saved_when_nothing_changed(office: Office) -> None:
    revision = office.open().revisions.get()
    kept = actions.save_text(
        revision, revision.content, revision.changes, based_on=0, by=office.clerk, at=office.now
    )
    assert kept == 0


def test_nobody_reviews_his_own_work_where_another_can(office: Office) -> None:
    revision = office.open().revisions.get()
    actions.submit(revision, by=office.clerk, at=office.now)
    with pytest.raises(OwnWorkReviewed) as refused:
        actions.review(revision, "", by=office.clerk, at=office.now)
    assert office.ward.secretary.name in refused.value.sentence


def test_whoever_saved_last_is_its_writer_too(office: Office) -> None:
    revision = office.open().revisions.get()
    actions.save_text(revision, "Sửa", "", based_on=0, by=office.secretary, at=office.now)
    actions.submit(revision, by=office.clerk, at=office.now)
    actions.review(revision, "", by=office.secretary, at=office.now)
    revision.refresh_from_db()
    assert revision.status == "approval", "both wrote, nobody else may review: one of them does"


def test_a_ward_with_one_keeper_reviews_all_the_same(office: Office) -> None:
    RoleGrant.objects.filter(role=Role.ISO_SECRETARY).delete()
    revision = office.open().revisions.get()
    actions.submit(revision, by=office.clerk, at=office.now)
    actions.review(revision, "", by=office.clerk, at=office.now)
    revision.refresh_from_db()
    assert revision.status == "approval"


def test_it_comes_back_with_an_opinion_and_waits_for_its_drafter(office: Office) -> None:
    revision = office.to_approval(office.open().revisions.get())
    with pytest.raises(OpinionMissing):
        actions.return_to_drafter(revision, "  ", by=office.chairman, at=office.now)
    actions.return_to_drafter(revision, "Ghi rõ thời hạn bước B3", by=office.chairman, at=office.now)
    revision.refresh_from_db()
    assert (revision.status, revision.note) == ("draft", "Ghi rõ thời hạn bước B3")
    clock = Clock.objects.running().get(subject_uid=revision.uid)
    assert clock.owner_official == office.ward.clerk


def test_each_step_waits_for_whom_it_is_up_to(office: Office) -> None:
    revision = office.open().revisions.get()

    def waits() -> list[str]:
        running = Clock.objects.running().filter(subject_uid=revision.uid)
        return list(running.values_list("owner_role", flat=True))

    actions.submit(revision, by=office.clerk, at=office.now)
    assert waits() == [Role.ISO_SECRETARY]
    actions.review(revision, "", by=office.secretary, at=office.now)
    assert waits() == [Role.CHAIRMAN]
    actions.approve(revision, office.day(3), by=office.chairman, at=office.now)
    clock = Clock.objects.running().get(subject_uid=revision.uid)
    assert (clock.owner_role, clock.lawful_due_on) == (Role.ISO_SECRETARY, office.day(3))
    late = office.viewer(office.ward.secretary, later=3)
    actions.take_effect(revision, [], by=late, at=office.now)
    assert waits() == []


def test_what_the_secretary_wrote_waits_for_the_office_clerk(office: Office) -> None:
    document = office.in_force()
    made = actions.begin_revision(document, "Sửa", by=office.secretary, at=office.now)
    actions.submit(made, by=office.secretary, at=office.now)
    assert Clock.objects.running().get(subject_uid=made.uid).owner_role == Role.OFFICE_CLERK


def test_one_revision_in_the_making_at_a_time(office: Office) -> None:
    document = office.in_force()
    office.next(document)
    with pytest.raises(RevisionInTheMaking):
        actions.begin_revision(document, "Sửa nữa", by=office.secretary, at=office.now)


def test_an_approved_one_is_dropped_before_its_day_and_the_earlier_lives_on(office: Office) -> None:
    document = office.in_force()
    second = office.approved(office.next(document), later=10)
    with pytest.raises(NotAllowed):
        actions.drop(second, "Thôi", by=office.clerk, at=office.now)
    actions.drop(second, "Chờ quy định mới", by=office.chairman, at=office.now)
    first = document.revisions.get(number=1)
    assert first.obsolete_on is None
    assert state_on(first, office.day(100)) == "in_force"
    third = actions.begin_revision(document, "Làm lại", by=office.clerk, at=office.now)
    assert third.number == 3


def test_what_is_in_force_is_not_dropped(office: Office) -> None:
    revision = office.approved(office.open().revisions.get())
    with pytest.raises(EffectBegun):
        actions.drop(revision, "Thôi", by=office.chairman, at=office.now)


def test_a_dropped_first_revision_leaves_no_review_to_be_done(office: Office) -> None:
    document = office.open()
    revision = office.approved(document.revisions.get(), later=4)
    actions.drop(revision, "Chưa cần", by=office.chairman, at=office.now)
    assert not Clock.objects.running().filter(subject_uid=document.uid).exists()


def test_an_empty_revision_is_not_sent_on(office: Office) -> None:
    revision = office.open(kind="outside", code="TLN-01").revisions.get()
    with pytest.raises(RevisionEmpty):
        actions.submit(revision, by=office.clerk, at=office.now)


def test_a_state_secret_is_not_stored(office: Office) -> None:
    revision = office.open().revisions.get()
    with pytest.raises(RevisionSecret):
        actions.save_text(revision, "MẬT\nNội dung", "", based_on=0, by=office.clerk, at=office.now)
    revision.refresh_from_db()
    assert "MẬT\n" not in revision.content


@pytest.mark.parametrize("who", ["specialist", "one_stop", "auditor", "administrator"])
def test_others_only_read(office: Office, who: str) -> None:
    document = office.open()
    viewer = office.viewer(getattr(office.ward, who))
    revision = document.revisions.get()
    for act in (
        lambda: actions.save_text(revision, "x", "", based_on=0, by=viewer, at=office.now),
        lambda: actions.submit(revision, by=viewer, at=office.now),
        lambda: actions.drop(revision, "x", by=viewer, at=office.now),
        lambda: actions.begin_revision(document, "x", by=viewer, at=office.now),
        lambda: actions.retire(document, "x", by=viewer, at=office.now),
        lambda: actions.keep_as_it_is(document, "x", by=viewer, at=office.now),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_clerk_does_not_approve_and_the_vice_chairman_does(office: Office) -> None:
    revision = office.to_approval(office.open().revisions.get())
    with pytest.raises(NotAllowed):
        actions.approve(revision, office.on, by=office.clerk, at=office.now)
    ward = office.ward
    RoleGrant.objects.create(
        official=ward.specialist, unit=ward.unit, role=Role.VICE_CHAIRMAN, valid_from=START, citation=PAPER
    )
    actions.approve(revision, office.on, by=office.viewer(ward.specialist), at=office.now)
    revision.refresh_from_db()
    assert revision.approved_by == ward.specialist


def test_another_ward_changes_nothing(office: Office, other_ward: Ward) -> None:
    document: ControlledDocument = office.open()
    stranger = office.viewer(other_ward.clerk)
    revision = document.revisions.get()
    with pytest.raises(NotFound):
        actions.save_text(revision, "x", "", based_on=0, by=stranger, at=office.now)
    with pytest.raises(NotFound):
        actions.begin_revision(document, "x", by=stranger, at=office.now)


def test_a_retired_document_is_changed_no_more(office: Office) -> None:
    document = office.in_force()
    actions.retire(document, "Thủ tục đã bãi bỏ", by=office.chairman, at=office.now)
    document.refresh_from_db()
    assert document.retired_on == office.on
    assert not Revision.objects.in_force(office.on).exists()
    with pytest.raises(DocumentRetired):
        actions.begin_revision(document, "x", by=office.clerk, at=office.now)


def test_approved_for_today_it_ends_the_reading_of_the_earlier_one_at_once(office: Office) -> None:
    document = office.in_force()
    actions.disseminate(
        document.revisions.get(), [office.ward.specialist], by=office.secretary, at=office.now
    )
    office.approved(office.next(document))
    assert Dissemination.objects.get().ended_at is not None


def test_the_reading_of_a_revision_that_ends_later_goes_on_until_then(office: Office) -> None:
    document = office.in_force()
    actions.disseminate(
        document.revisions.get(), [office.ward.specialist], by=office.secretary, at=office.now
    )
    office.approved(office.next(document), later=3)
    assert Dissemination.objects.get().ended_at is None


def test_nothing_is_submitted_while_the_template_still_asks(office: Office) -> None:
    card = actions.Card(code="QT-77", title="Đánh giá nội bộ", kind="system_procedure")
    revision = actions.open_document(card, by=office.clerk, at=office.now).revisions.get()
    with pytest.raises(RevisionUnfinished, match="dòng chưa viết") as refused:
        actions.submit(revision, by=office.clerk, at=office.now)
    assert refused.value.count > 3
    text = "# 1. MỤC ĐÍCH\nĐánh giá việc thực hiện\n> Lời dẫn của riêng đơn vị"
    actions.save_text(revision, text, "", based_on=0, by=office.clerk, at=office.now)
    actions.submit(revision, by=office.clerk, at=office.now)
    revision.refresh_from_db()
    assert revision.status == "review", "a note of the unit's own is no hint of ours"
