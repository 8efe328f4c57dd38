"""Whole lives of petitions, with every day by hand."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.petitions.own_checks import standing_agrees
from tests.petitions.made import done

pytestmark = pytest.mark.django_db


def test_a_complaint_of_2021_runs_to_its_decision_with_one_lawful_extension(ward, case):
    """Luật Khiếu nại 2011, Điều 28: 30 days from acceptance, 45 in all for a complex case."""
    act = case("complaint", date(2021, 9, 6), date(2021, 9, 10))
    one = act("assign", ward.specialist, "Xem lại hồ sơ đền bù", on=date(2021, 9, 13))
    assert (one.status, one.handler, one.due_on) == ("verifying", ward.specialist, date(2021, 10, 11))
    handler = ward.viewer(ward.specialist)
    act("plan", "Làm việc với tổ dân phố", date(2021, 9, 30), on=date(2021, 9, 14), by=handler)
    act("minutes", "Làm việc với người khiếu nại", on=date(2021, 9, 20), by=handler)
    act("talk_notice", date(2021, 9, 29), "Trụ sở phường", on=date(2021, 9, 22), by=handler)
    act(
        "talk",
        "Hai bên thống nhất đo lại",
        on=date(2021, 9, 29),
        copies=3,
        absent=False,
        official=ward.chairman,
    )
    one = act("determine", 1, "Cần đo đạc nhiều thửa", on=date(2021, 10, 4))
    assert (one.complexity, one.due_on) == ("complex", date(2021, 10, 11))
    one = act("prolong", 15, "Chờ kết quả đo đạc", on=date(2021, 10, 8))
    assert one.due_on == date(2021, 10, 25)
    one = act("conclude", "partly", "Công nhận một phần", on=date(2021, 10, 20))
    assert (one.status, one.verdict, one.outcome) == ("decided", "partly", "early")
    one = act("publish", "Niêm yết tại trụ sở", on=date(2021, 10, 22), checked=True)
    one = act("finish", "Hồ sơ 12, tủ 3", on=date(2021, 11, 1))
    assert (one.status, one.closed_on, one.odd) == ("closed", date(2021, 11, 1), "")
    assert not list(standing_agrees())


def test_a_complaint_of_2026_is_prolonged_by_the_same_days_and_notified_five_days_before(ward, case):
    """155/2026/NĐ-CP: acceptance in 7 working days, 30 days to solve, dialogue told 5 days before."""
    act = case("complaint", date(2026, 7, 6), date(2026, 7, 13))
    one = act("assign", ward.specialist, "Xem lại hồ sơ", on=date(2026, 7, 14))
    assert one.due_on == date(2026, 8, 12)
    act("talk_notice", date(2026, 7, 27), "Trụ sở phường", on=date(2026, 7, 22))
    act("determine", 2, "Hai tiêu chí", on=date(2026, 8, 3))
    one = act("prolong", 15, "", on=date(2026, 8, 12))
    assert one.due_on == date(2026, 8, 27)
    one = act("conclude", "wrong", "Không có căn cứ", on=date(2026, 8, 28))
    assert (one.outcome, one.late_days) == ("late", 1)


def test_a_denunciation_is_prolonged_twice_when_especially_complex(ward, case):
    """31/2019/NĐ-CP, Điều 3: 30 days, and 30 more once or twice."""
    act = case("denunciation", date(2021, 3, 1), date(2021, 3, 8))
    one = act("assign", ward.specialist, "Xác minh việc thu tiền", on=date(2021, 3, 9))
    done(one, "notify", date(2021, 3, 10), by=act.by)
    assert one.due_on == date(2021, 4, 7)
    act("determine", 1, "Nhiều nội dung", on=date(2021, 3, 20))
    assert act("prolong", 30, "", on=date(2021, 4, 1)).due_on == date(2021, 5, 7)
    assert act("determine", 2, "Hai tiêu chí", on=date(2021, 4, 20)).complexity == "especially"
    assert act("prolong", 30, "", on=date(2021, 5, 7)).due_on == date(2021, 6, 7)
    one = act("conclude", "right", "Có việc thu sai", on=date(2021, 6, 4))
    assert (one.status, one.outcome, one.next_clock) == ("concluded", "early", "denunciation.publish")
    one = act("publish", "Cổng thông tin phường", on=date(2021, 6, 10), checked=True)
    assert (one.status, one.next_due_on) == ("published", None)


def test_feedback_is_asked_supplied_answered_and_rated(ward, keeper, case):
    """Portal feedback: handled in 15, published in 2 working days."""
    act = case("feedback", date(2023, 9, 6), channel="portal")
    by = ward.viewer(keeper)
    done(act.petition, "ask", date(2023, 9, 7), by=by)
    one = act("supply", "Gửi thêm ảnh cống tắc", on=date(2023, 9, 8), by=by)
    assert one.status == "received"
    done(one, "accept", date(2023, 9, 8), by=by)
    one = act("assign", ward.specialist, "Xem cống ở ngõ 2", on=date(2023, 9, 9))
    assert (one.status, one.handler, one.due_on) == ("in_work", ward.specialist, date(2023, 9, 27))
    one = act("answer", "Đã khơi cống", on=date(2023, 9, 20), by=ward.viewer(ward.specialist))
    assert (one.status, one.outcome, one.next_clock) == ("answered", "early", "feedback.publish")
    act("publish", "Trên Cổng", on=date(2023, 9, 21), checked=True)
    act("rate", "4", on=date(2023, 9, 23))
    assert act("finish", "Lưu trên Cổng", on=date(2023, 9, 24)).status == "closed"


def test_a_suspended_case_goes_on_where_it_stood(ward, case):
    """136/2025/QH15, Điều 28b of the decree: the day of suspension does not count, the day of going on does."""
    act = case("complaint", date(2026, 7, 1), date(2026, 7, 6))
    act("assign", ward.specialist, "Xem lại hồ sơ", on=date(2026, 7, 7))
    one = act("suspend", "Người khiếu nại ốm nặng", on=date(2026, 7, 16))
    assert (one.status, one.due_on, one.next_clock) == ("suspended", None, "complaint.suspension.send")
    assert one.next_due_on == date(2026, 7, 21)
    one = act("send", "Người khiếu nại, Thanh tra tỉnh", on=date(2026, 7, 17))
    assert one.next_due_on is None
    one = act("resume", "", on=date(2026, 8, 10))
    # 07/07 to 15/07: nine days; 21 more from 10/08 on: the last is 30/08, a Sunday before days off.
    assert (one.status, one.due_on) == ("verifying", date(2026, 9, 3))


def test_the_clock_in_my_work_is_of_whoever_was_given_the_case(ward, case):
    act = case("complaint", date(2021, 9, 6), date(2021, 9, 10))
    act("assign", ward.specialist, "Xem lại", on=date(2021, 9, 13))
    clock = Clock.objects.get(subject_kind="petition", subject_uid=act.petition.uid)
    assert (clock.owner_official, clock.owner_role) == (ward.specialist, "")
    act("assign", ward.clerk, "Xem lại", on=date(2021, 9, 15))
    clock.refresh_from_db()
    assert clock.owner_official == ward.clerk
