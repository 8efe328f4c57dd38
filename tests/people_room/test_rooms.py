"""Rooms switched on and off: by whom, from when, what is said with it, what stays; what a new house begins with."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from chuan.clocks.models import Clock
from chuan.offers import rooms as offered
from chuan.offers.uids import new_uid
from chuan.people import founding, rooms
from chuan.people.actions.rooms import Wanted, begin_with_what_is_needed, say_kept, settle_rooms, switch_room
from chuan.people.models import RoomSwitch, Unit
from chuan.people.refusals_rooms import (
    KeptWhereBlank,
    KeptWhereMissing,
    OffWithoutReason,
    RoomAlready,
    RoomNeeded,
    SwitchInPast,
)
from chuan.people.rooms_checks import room_days_agree
from chuan.rules.refusals import NotAllowed
from tests.examine import open_page
from tests.people import Ward
from tests.people_room.test_founding import GIVEN

pytestmark = pytest.mark.django_db
WHY = "tỉnh đã có hệ thống riêng"


@pytest.fixture
def switch(ward: Ward, now, today):
    """Switch a room as the chairman sees the unit now."""

    def switch(key: str, on: bool, *, since=today, reason: str = WHY, kept_at: str = "", by=ward.chairman):
        room = offered.find(key)
        assert room is not None
        return switch_room(Wanted(room, on, since, reason, kept_at), by=ward.viewer(by, today), at=now)

    return switch


@pytest.fixture
def closed(ward: Ward, today):
    """Keys of the rooms that are off today, as the database says it now."""
    return lambda on=today: offered.off(Unit.objects.get(pk=ward.unit.pk), on)


def test_every_room_of_a_unit_is_on_until_somebody_switches_it(ward: Ward, closed):
    assert closed() == frozenset()
    assert all(one.on and one.is_chosen for one in rooms.shown(ward.unit, ward.unit.valid_from))


def test_a_room_is_off_from_its_day_on_and_the_trail_says_it(switch, closed, acts, today):
    switch("reviews", False, since=today + timedelta(days=3))
    assert closed() == frozenset()
    assert closed(today + timedelta(days=3)) == {"reviews"}
    assert acts() == ["room.switch"]
    row = RoomSwitch.objects.get()
    assert (row.on, row.reason, row.by is not None) == (False, WHY, True)


def test_what_stands_on_the_unit_is_what_the_switches_say(switch, ward: Ward):
    for on in (False, True, False):
        switch("reviews", on)
    ward.unit.refresh_from_db()
    kept = RoomSwitch.objects.order_by("pk").values_list("room", "since", "on")
    assert ward.unit.room_days == [[room, since.isoformat(), on] for room, since, on in kept]


def test_what_stands_on_the_unit_otherwise_is_found(switch, ward: Ward):
    switch("reviews", False)
    assert list(room_days_agree()) == []
    Unit.objects.filter(pk=ward.unit.pk).update(room_days=[])
    assert [one.split(":")[0] for one in room_days_agree()] == ["UBND phường Bắc Hồng"]


def test_only_who_keeps_the_staff_switches(switch, ward: Ward):
    switch("reviews", False, by=ward.administrator)
    with pytest.raises(NotAllowed):
        switch("reviews", True, by=ward.secretary)


def test_a_room_that_others_need_is_not_switched_off_before_them(switch, closed):
    with pytest.raises(RoomNeeded) as refused:
        switch("processes", False)
    assert "Rủi ro, cơ hội, Đánh giá nội bộ" in refused.value.sentence
    for key in ("audits", "risks", "processes"):
        switch(key, False)
    assert closed() == {"audits", "risks", "processes"}


def test_a_room_is_switched_on_with_all_that_it_needs(switch, closed):
    for key in ("audits", "risks", "corrections", "processes"):
        switch(key, False)
    assert [one.key for one in switch("audits", True)] == ["processes", "corrections", "audits"]
    assert closed() == {"risks"}


def test_nothing_is_switched_off_without_a_reason_nor_into_the_past_nor_twice(switch, today):
    with pytest.raises(OffWithoutReason):
        switch("reviews", False, reason="  ")
    with pytest.raises(SwitchInPast):
        switch("reviews", False, since=today - timedelta(days=1))
    with pytest.raises(RoomAlready) as refused:
        switch("reviews", True)
    assert "đã bật" in refused.value.sentence
    assert not RoomSwitch.objects.exists()


def test_switching_off_twice_is_refused_as_already_off(switch, today):
    switch("reviews", False)
    with pytest.raises(RoomAlready) as refused:
        switch("reviews", False)
    assert "đã tắt" in refused.value.sentence
    switch("reviews", True)
    assert RoomSwitch.objects.count() == 2


def test_a_room_that_holds_open_cases_is_switched_off_only_with_where_they_go_on(
    switch, ward: Ward, today, closed
):
    Clock.objects.create(subject_kind="petition", subject_uid=new_uid(), unit=ward.unit, opened_on=today)
    with pytest.raises(KeptWhereMissing) as refused:
        switch("petitions", False)
    assert "1 việc đang chạy" in refused.value.sentence
    switch("petitions", False, kept_at="Sổ đơn giấy, tủ số 2 phòng Văn phòng")
    assert closed() == {"petitions"}
    assert Clock.objects.running().count() == 1


def test_where_a_room_that_is_off_keeps_its_evidence_is_said_and_said_anew(
    switch, ward: Ward, now, today, acts, closed
):
    room, by = offered.find("risks"), ward.viewer(ward.chairman, today)
    assert room is not None
    with pytest.raises(RoomAlready):
        say_kept(room, "Sổ giấy", by=by, at=now)
    switch("risks", False)
    with pytest.raises(KeptWhereBlank):
        say_kept(room, "  ", by=by, at=now)
    say_kept(room, " https://so.tinh.vn/rui-ro ", by=by, at=now)
    assert (closed(), acts()) == ({"risks"}, ["room.switch", "room.say_kept"])
    told = rooms.off_now(Unit.objects.get(pk=ward.unit.pk), today)
    assert [(one.kept_at, one.last.reason) for one in told if one.last] == [
        ("https://so.tinh.vn/rui-ro", WHY)
    ]


def test_a_switch_is_only_added_and_off_by_a_person_has_its_reason(switch, ward: Ward, now, today):
    switch("reviews", False)
    row = RoomSwitch.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        RoomSwitch.objects.filter(pk=row.pk).update(on=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoomSwitch.objects.create(
            unit=ward.unit, room="risks", on=False, since=today, by=ward.chairman, recorded_at=now
        )


# A new house


def test_a_house_founded_small_has_only_what_is_needed_until_somebody_chooses(now):
    unit = founding.found_unit(**GIVEN, at=now, every_room=False).unit
    assert offered.off(unit, unit.valid_from) == {one.key for one in offered.rooms()}
    assert not rooms.all_chosen(unit, unit.valid_from)
    assert RoomSwitch.objects.filter(by=None).count() == len(offered.rooms())


def test_a_house_founded_whole_writes_no_switch(now):
    assert founding.found_unit(**GIVEN, at=now).unit.room_days == []


def test_the_first_choice_is_settled_in_one_line_and_switches_nothing(ward: Ward, now, today, acts, closed):
    begin_with_what_is_needed(ward.unit, on=ward.unit.valid_from, at=now)
    before = closed()
    assert settle_rooms(by=ward.viewer(ward.chairman, today), at=now) == len(offered.rooms())
    assert (closed(), acts()) == (before, ["room.settle"])
    assert rooms.all_chosen(Unit.objects.get(pk=ward.unit.pk), today)
    assert settle_rooms(by=ward.viewer(ward.chairman, today), at=now) == 0


def test_who_may_not_switch_may_not_settle_either(ward: Ward, now, today):
    with pytest.raises(NotAllowed):
        settle_rooms(by=ward.viewer(ward.secretary, today), at=now)


# The pages


@pytest.fixture
def chairman(client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.chairman)


def test_the_page_lists_every_room_with_what_it_brings(chairman):
    page = open_page(chairman, "/don-vi/phan-he/")
    assert "Đang dùng 10 trong 10 phân hệ" in page.text
    for room in offered.rooms():
        assert str(room.name) in page.text
        assert str(room.brings) in page.text


def test_who_may_not_switch_reads_who_may_and_finds_no_button(client, ward: Ward, sign_in):
    signed_in = sign_in(client, ward.secretary)
    page = open_page(signed_in, "/don-vi/phan-he/")
    assert "Chủ tịch hoặc Quản trị bật, tắt được." in page.text
    assert not page.find("//a[contains(@href, '/phan-he/reviews/')]")
    assert signed_in.get("/don-vi/phan-he/reviews/").status_code == 403


def test_a_room_is_switched_off_and_on_again_from_its_page(chairman, closed):
    address = "/don-vi/phan-he/reviews/"
    answer = open_page(chairman, address).form(button="Tắt phân hệ").send(chairman, reason=WHY)
    assert (answer.status_code, closed()) == (302, {"reviews"})
    page = open_page(chairman, answer["Location"])
    assert "Đã tắt: Xem xét của lãnh đạo." in page.text
    assert WHY in page.text
    answer = open_page(chairman, address).form(button="Bật phân hệ").send(chairman)
    assert (answer.status_code, closed()) == (302, frozenset())


def test_what_was_typed_stays_where_it_is_refused(chairman, ward: Ward, today):
    Clock.objects.create(subject_kind="petition", subject_uid=new_uid(), unit=ward.unit, opened_on=today)
    page = open_page(chairman, "/don-vi/phan-he/petitions/")
    assert "Đang giữ: 1 việc đang chạy" in page.text
    answer = page.form(button="Tắt phân hệ").send(chairman, reason=WHY)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "tiếp tục ở đâu" in text
    assert WHY in text


def test_where_evidence_is_kept_is_written_on_a_page_of_its_own(chairman, switch):
    switch("risks", False)
    page = open_page(chairman, "/don-vi/phan-he/risks/bang-chung/")
    assert page.form(button="Ghi nơi giữ").send(chairman).status_code == 422
    answer = page.form(button="Ghi nơi giữ").send(chairman, kept_at="Sổ rủi ro, https://so.tinh.vn/rui-ro")
    listed = open_page(chairman, answer["Location"])
    assert listed.find("//a[@href='https://so.tinh.vn/rui-ro']")


def test_a_room_that_is_none_is_not_there(chairman):
    for key in ("objectives", "documents", "khong-co"):
        assert chairman.get(f"/don-vi/phan-he/{key}/").status_code == 404


def test_the_button_of_the_first_choice_goes_with_the_choice(chairman, ward: Ward, now):
    begin_with_what_is_needed(ward.unit, on=ward.unit.valid_from, at=now)
    page = open_page(chairman, "/don-vi/phan-he/")
    answer = page.form(button="Bắt đầu với các phân hệ đang bật").send(chairman)
    again = open_page(chairman, answer["Location"])
    assert "đơn vị bắt đầu với những phân hệ đang bật" in again.text
    assert "Bắt đầu với các phân hệ đang bật" not in again.text
