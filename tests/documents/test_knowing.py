"""Nắm vững: put before officials, opened, confirmed, kept for ever (Decision of Bắc Hồng, Article 2)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from chuan.clocks.models import Clock
from chuan.documents import knowing
from chuan.documents import refusals_knowing as refusals
from chuan.documents.actions import knowing as actions
from chuan.documents.models import Acknowledgement, Dissemination, Document, Group, MustKnow, Reading
from chuan.files.actions import keep
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Entry
from tests.people import Ward

View = Callable[[Official], Viewer]


@pytest.fixture
def document(reading: Reading) -> Document:
    return reading.document


@pytest.fixture
def put(document: Document, ward: Ward, clerk: Viewer, now: datetime) -> Dissemination:
    """The Decision put before three people."""
    three = [ward.specialist, ward.one_stop, ward.auditor]
    return actions.disseminate(document, three, by=clerk, at=now)


def of(put: Dissemination, official: Official) -> MustKnow:
    return put.people.get(official=official)


def read(one: MustKnow, by: Viewer, at: datetime) -> None:
    actions.open_to_read(one, by=by, at=at)
    actions.confirm_known(
        one, shown_at=at - timedelta(seconds=90), digest=one.dissemination.version_digest, by=by, at=at
    )


def test_each_person_has_it_among_his_work_until_he_confirms(
    put: Dissemination, ward: Ward, view: View, now: datetime
) -> None:
    him = view(ward.specialist)
    one = of(put, ward.specialist)
    clock = Clock.objects.get(subject_kind="must_know", subject_uid=one.uid)
    assert (clock.owner_official, clock.lawful_due_on) == (ward.specialist, him.on + timedelta(days=7))
    read(one, him, now)
    clock.refresh_from_db()
    assert (clock.state, clock.settled_on) == ("ended", him.on)


def test_who_has_not_read_is_said_in_words(put: Dissemination, ward: Ward, view: View, now: datetime) -> None:
    put.title = "Quyết định số 12/QĐ-UBND"
    told = knowing.coverage_of(put)
    assert (
        told.sentence(put.title)
        == "Còn 03 người chưa xác nhận đã nắm vững nội dung Quyết định số 12/QĐ-UBND."
    )
    for official in (ward.specialist, ward.one_stop, ward.auditor):
        read(of(put, official), view(official), now)
    assert knowing.coverage_of(put).sentence("X") == "Mọi người được giao đã xác nhận nắm vững nội dung X."
    assert [one.confirmed_at is not None for one in knowing.readers_of(put)] == [True] * 3


def test_what_was_shown_when_and_how_long_is_kept(
    put: Dissemination, document: Document, ward: Ward, view: View, now: datetime
) -> None:
    one = of(put, ward.specialist)
    read(one, view(ward.specialist), now)
    said = one.said.get(verb="confirmed")
    assert document.blob is not None
    assert (said.version_digest, said.seconds) == (document.blob.digest, 90)
    assert said.shown_at == now - timedelta(seconds=90)


def test_what_was_said_cannot_be_changed(put: Dissemination, ward: Ward, view: View, now: datetime) -> None:
    one = of(put, ward.specialist)
    read(one, view(ward.specialist), now)
    with pytest.raises(DatabaseError), transaction.atomic():
        Acknowledgement.objects.filter(must_know=one).update(seconds=9999)
    with pytest.raises(DatabaseError), transaction.atomic():
        Acknowledgement.objects.filter(must_know=one).delete()


def test_nobody_confirms_what_he_did_not_open(
    put: Dissemination, ward: Ward, view: View, now: datetime
) -> None:
    one = of(put, ward.specialist)
    with pytest.raises(refusals.NotOpened):
        actions.confirm_known(one, shown_at=now, digest=put.version_digest, by=view(ward.specialist), at=now)
    assert not Acknowledgement.objects.exists()


def test_nobody_confirms_for_another(put: Dissemination, ward: Ward, view: View, now: datetime) -> None:
    one = of(put, ward.specialist)
    for other in (ward.clerk, ward.chairman, ward.auditor):
        with pytest.raises(refusals.NotAsked):
            actions.open_to_read(one, by=view(other), at=now)
        with pytest.raises(refusals.NotAsked):
            actions.confirm_known(one, shown_at=now, digest=put.version_digest, by=view(other), at=now)


def test_confirming_twice_is_once(put: Dissemination, ward: Ward, view: View, now: datetime) -> None:
    one = of(put, ward.specialist)
    read(one, view(ward.specialist), now)
    read(one, view(ward.specialist), now)
    assert one.said.count() == 2, "opened and confirmed, once each"
    assert Entry.objects.filter(verb="knowing.confirm").count() == 1


def test_a_new_version_has_to_be_confirmed_anew_and_the_old_one_stays_said(
    put: Dissemination, document: Document, ward: Ward, clerk: Viewer, view: View, now: datetime
) -> None:
    read(of(put, ward.specialist), view(ward.specialist), now)
    document.blob = keep(b"a better scan", media_type="application/pdf")
    document.save()
    newer = actions.disseminate(document, [ward.specialist, ward.one_stop], by=clerk, at=now)
    put.refresh_from_db()
    assert newer.pk != put.pk
    assert (put.ended_at, put.reason) == (now, "Đã có bản mới")
    assert of(put, ward.specialist).said.filter(verb="confirmed").exists()
    assert not Clock.objects.running().filter(subject_uid=of(put, ward.one_stop).uid).exists()
    with pytest.raises(refusals.VersionChanged):
        actions.confirm_known(
            of(put, ward.one_stop), shown_at=now, digest=put.version_digest, by=view(ward.one_stop), at=now
        )


def test_a_page_opened_before_the_version_changed_confirms_nothing(
    put: Dissemination, ward: Ward, view: View, now: datetime
) -> None:
    one = of(put, ward.specialist)
    actions.open_to_read(one, by=view(ward.specialist), at=now)
    with pytest.raises(refusals.VersionChanged):
        actions.confirm_known(one, shown_at=now, digest="0" * 64, by=view(ward.specialist), at=now)


def test_the_same_version_put_again_only_adds_people(
    put: Dissemination, document: Document, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    again = actions.disseminate(document, [ward.specialist, ward.secretary], by=clerk, at=now)
    assert again == put
    assert put.people.count() == 4
    assert Clock.objects.filter(subject_kind="must_know").count() == 4


def test_a_reminder_is_counted_and_only_for_those_who_have_not(
    put: Dissemination, ward: Ward, clerk: Viewer, view: View, now: datetime
) -> None:
    read(of(put, ward.specialist), view(ward.specialist), now)
    assert actions.remind(put, by=clerk, at=now) == 2
    assert actions.remind(put, by=clerk, at=now) == 2
    assert (of(put, ward.one_stop).reminders, of(put, ward.one_stop).reminded_on) == (2, clerk.on)
    assert of(put, ward.specialist).reminders == 0


def test_whoever_left_is_released_with_a_reason_and_counts_no_more(
    put: Dissemination, ward: Ward, clerk: Viewer, view: View, now: datetime
) -> None:
    with pytest.raises(refusals.ReasonNeeded):
        actions.release(of(put, ward.auditor), " ", by=clerk, at=now)
    actions.release(of(put, ward.auditor), "Nghỉ thai sản", by=clerk, at=now)
    assert knowing.coverage_of(put).asked == 2
    with pytest.raises(refusals.NotAsked):
        actions.open_to_read(of(put, ward.auditor), by=view(ward.auditor), at=now)


def test_an_ended_one_waits_for_nobody(put: Dissemination, ward: Ward, clerk: Viewer, now: datetime) -> None:
    actions.end(put, "Văn bản hết hiệu lực", by=clerk, at=now)
    assert not MustKnow.objects.waiting().exists()
    assert not Clock.objects.running().filter(subject_kind="must_know").exists()


@pytest.mark.parametrize(
    "stage", ["draft", "to_sign", "handed_over", "signed", "numbered", "sealed", "dropped"]
)
def test_a_draft_binds_nobody(
    document: Document, ward: Ward, clerk: Viewer, now: datetime, stage: str
) -> None:
    document.stage = stage
    with pytest.raises(refusals.NotIssuedYet):
        actions.disseminate(document, [ward.specialist], by=clerk, at=now)


def test_nothing_to_show_nobody_chosen_a_day_gone(
    document: Document, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusals.NobodyChosen):
        actions.disseminate(document, [], by=clerk, at=now)
    with pytest.raises(refusals.DayBehind):
        actions.disseminate(
            document, [ward.specialist], by=clerk, at=now, due_on=clerk.on - timedelta(days=1)
        )
    bare = Document.objects.create(unit=clerk.unit, owner_unit=clerk.unit, type="TB", recorded_at=now)
    with pytest.raises(refusals.NothingToShow):
        actions.disseminate(bare, [ward.specialist], by=clerk, at=now)
    assert not Dissemination.objects.exists()


def test_only_those_in_charge_put_remind_release_and_end(
    put: Dissemination, document: Document, ward: Ward, view: View, now: datetime
) -> None:
    him = view(ward.specialist)
    for refused in (
        lambda: actions.disseminate(document, [ward.auditor], by=him, at=now),
        lambda: actions.remind(put, by=him, at=now),
        lambda: actions.release(of(put, ward.auditor), "x", by=him, at=now),
        lambda: actions.end(put, "x", by=him, at=now),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_people_are_found_by_name_post_and_group_each_once(ward: Ward, clerk: Viewer, now: datetime) -> None:
    group = Group.objects.create(unit=ward.unit, name="Ban Chỉ đạo ISO", recorded_at=now)
    group.officials.add(ward.secretary)
    group.posts.add(Post.objects.get(unit=ward.unit, code="van-hoa"))
    post = Post.objects.get(unit=ward.unit, code="tu-phap")
    found = knowing.people_of(
        ward.unit, clerk.on, officials=[ward.secretary], post_ids=[post.pk], groups=[group]
    )
    assert set(found) == {ward.secretary, ward.specialist, ward.one_stop}
    assert set(knowing.serving(ward.unit, clerk.on)) == set(Official.objects.filter(unit=ward.unit))


def test_nobody_serves_before_his_appointment(ward: Ward) -> None:
    assert not knowing.serving(ward.unit, date(2019, 12, 31)).exists()
