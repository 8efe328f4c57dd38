"""Chuẩn's own use as one of the shared systems: counted once, when the month is over, where a rule asks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.people.actions.sessions import KEPT
from chuan.people.models import SignInSession
from chuan.rules.types import Period
from chuan.trail.models import Entry
from chuan.workforce import refusals_tools as no
from chuan.workforce.actions.own_use import count_due, count_own_use
from chuan.workforce.fields import OWN, SIGN_INS
from chuan.workforce.measures.tools_used import SharedSoftware
from chuan.workforce.models import OwnMonth, OwnUse
from chuan.workforce.tools import reasons
from tests.examine import open_page
from tests.workforce.made import personnel_clerk
from tests.workforce.tools import made

ADDRESS = "/nhan-su/cong-cu/chuan/"


def last_month():
    today = timezone.localdate()
    before = today.replace(day=1) - timedelta(days=1)
    return Period.month(before.year, before.month)


def signed_in(official, day, times=1):
    began = timezone.make_aware(datetime(day.year, day.month, day.day, 8))
    for _each in range(times):
        SignInSession.objects.create(
            account=official.account, key_digest="0" * 64, began=began, runs_out=began + timedelta(hours=9),
            seen_at=began, address="192.0.2.1", browser="Firefox",
        )  # fmt: skip


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward), on=timezone.localdate())


def ruled(keeper, since=None):
    made.ruled(keeper, (OWN, 3), tool=SIGN_INS, since=since or last_month().start)


def numbers():
    return dict(OwnUse.objects.values_list("official__name", "count"))


def test_a_month_is_counted_once_as_numbers_and_judged(ward, keeper, client, sign_in):
    month = last_month()
    ruled(keeper)
    measure, scope = SharedSoftware(), made.scope(ward.unit, month)
    (lacking,) = measure.obstacles(scope)
    assert "chưa có số liệu Chuẩn" in lacking.sentence
    assert lacking.mend[1] == "/nhan-su/cong-cu/?cong-cu=phan-mem"
    signed_in(ward.clerk, month.start, 2)
    signed_in(ward.clerk, month.end - timedelta(days=1))
    signed_in(ward.clerk, month.end, 9)
    signed_in(ward.specialist, month.start, 2)
    type(ward.auditor).objects.filter(pk=ward.auditor.pk).update(account=None)

    sign_in(client, keeper.official)
    page = f"/nhan-su/cong-cu/?cong-cu=phan-mem&nam={month.start.year}"
    assert f"Đếm tháng {month.start:%m/%Y}" in open_page(client, page).text
    assert client.post(ADDRESS, {"thang": "2026-13"}).status_code == 404
    done = client.post(ADDRESS, {"thang": f"{month.start:%Y-%m}"}, follow=True)
    assert "Đã đếm lượt vào Chuẩn" in done.content.decode()
    again = client.post(ADDRESS, {"thang": f"{month.start:%Y-%m}"}, follow=True)
    assert "đã đếm rồi" in again.content.decode()

    assert numbers()["Trần Thị Văn Phòng"] == 3
    assert numbers()["Người Ký"] == 0
    assert "Đỗ Đánh Giá" not in numbers()
    line = Entry.objects.filter(verb="tools.count_own_use").get()
    assert "Trần Thị" not in line.line
    scope = made.scope(ward.unit, month)
    assert measure.obstacles(scope) == ()
    rows = {row.subject.uid: row for row in measure.rows(scope, None, 100)}
    assert rows[ward.clerk.uid].outcome == "hit"
    assert rows[ward.specialist.uid].reason == reasons.BELOW
    assert rows[ward.auditor.uid].reason == reasons.NO_ACCOUNT
    assert "Chuẩn 2 lượt, cần 3" in rows[ward.specialist.uid].facts[0]
    sign_in(client, ward.clerk)
    assert "3 lượt" in open_page(client, f"/nhan-su/cong-cu/cua-toi/?nam={month.start.year}").text
    assert client.post(ADDRESS, {"thang": f"{month.start:%Y-%m}"}).status_code == 403


def test_nothing_is_counted_without_a_rule_before_the_end_or_after_sign_ins_are_gone(ward, keeper):
    month, at = last_month(), timezone.now()
    with pytest.raises(no.OwnUnasked):
        count_own_use(ward.unit, month, by=keeper, at=at)
    ruled(keeper, since=date(2021, 1, 1))
    with pytest.raises(no.OwnNotOver):
        count_own_use(ward.unit, Period.month(month.end.year, month.end.month), by=keeper, at=at)
    gone = timezone.localtime(at - KEPT).date()
    with pytest.raises(no.OwnGone):
        count_own_use(ward.unit, Period.month(gone.year, gone.month), by=keeper, at=at)
    assert not OwnMonth.objects.exists()


def test_the_programme_counts_by_itself_where_a_rule_names_it(ward, other_ward, keeper):
    ruled(keeper)
    assert count_due(at=timezone.now()) == 1
    assert count_due(at=timezone.now()) == 0
    assert [one.unit for one in OwnMonth.objects.all()] == [ward.unit]


def test_a_reminder_of_the_running_month_knows_the_sign_ins_so_far(ward, keeper):
    ruled(keeper)
    today = timezone.localdate()
    month = Period.month(today.year, today.month)
    made.ruled(keeper, (OWN, 3), ("Một cửa", 1), tool=SIGN_INS, since=month.start, every=False)
    signed_in(ward.clerk, today, 3)
    made.bring(
        made.sign_in_file(
            [("hoai", "Trần Thị Văn Phòng", 0)], month=f"{month.start:%m/%Y}", system="Tài khoản"
        ),
        ward.viewer(ward.clerk, on=today), source="Một cửa",
    )  # fmt: skip
    told = set(Clock.objects.filter(subject_kind="tool_user").values_list("owner_official__name", flat=True))
    assert "Trần Thị Văn Phòng" not in told
    assert "Vũ Thị Văn Hóa" in told
