"""The self-check of each night: made once, made up when the machine was off, its new breaches on the first screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.conformity import actions, nights
from chuan.conformity.models import CheckFound, CheckRun
from chuan.offers import review_inputs, self_checks
from chuan.offers.alarms import alarms_for
from chuan.offers.review_inputs import Letter
from chuan.offers.self_checks import Gap, SelfCheck, Severity
from chuan.rules.types import Period
from chuan.search.models import SearchEntry
from chuan.trail.models import Entry
from tests.examine import open_page


@pytest.fixture
def gaps(monkeypatch) -> Iterator[list[Gap]]:
    """One rule, which finds what the test puts into the list."""
    found: list[Gap] = []
    rule = SelfCheck("test.rule", "7.2", "Điều kiểm thử", Severity.BREACH, lambda _looked: list(found))
    monkeypatch.setattr(self_checks, "_offered", {rule.key: rule})
    return found


def test_a_night_is_from_eight_in_the_evening():
    at = datetime(2021, 9, 6, 14, 0, tzinfo=UTC)  # 21:00 in Viet Nam
    assert nights.night_before(at) == datetime(2021, 9, 6, 13, 0, tzinfo=UTC)
    assert nights.night_before(at - timedelta(hours=2)) == datetime(2021, 9, 5, 13, 0, tzinfo=UTC)


@pytest.fixture
def real(ward):
    """The ward as one that works in earnest: nights are not for an example, whose days are long over."""
    ward.unit.example = False
    ward.unit.save(update_fields=["example"])
    return ward


def test_each_night_is_kept_once_and_a_missed_one_is_made_up(real, gaps):
    gaps.append(Gap("Ba hồ sơ thiếu biên nhận.", "/ho-so/"))
    now = timezone.now()
    assert nights.tick(now) == 1
    assert nights.tick(now + timedelta(seconds=60)) == 0
    first = CheckRun.objects.get()
    assert (first.by, first.on, first.breaches) == (None, nights.night_before(now).date(), 1)
    assert Entry.objects.filter(verb="conformity.nightly_run").count() == 1
    assert nights.tick(now + timedelta(days=9)) == 1
    again = CheckRun.objects.latest("pk")
    assert again.same_as == first
    assert [one.sentence for one in again.lines] == ["Ba hồ sơ thiếu biên nhận."]
    assert CheckFound.objects.count() == 1
    assert not SearchEntry.objects.filter(subject_kind="check_run").exists()


def test_an_example_is_left_alone(ward, gaps):
    assert nights.tick(timezone.now()) == 0


def test_a_new_breach_stands_on_the_secretarys_first_screen_until_somebody_has_seen_it(
    real, gaps, client, sign_in
):
    ward, by = real, real.viewer(real.secretary)
    gaps.append(Gap("2 hồ sơ thiếu biên nhận.", "/ho-so/"))
    actions.keep_run(timezone.localdate(), by=by, at=timezone.now())
    gaps[:] = [Gap("3 hồ sơ thiếu biên nhận.", "/ho-so/")]
    nights.tick(timezone.now())
    assert not alarms_for(by)
    gaps.append(Gap("Chưa có đánh giá nội bộ.", "/danh-gia/"))
    nights.tick(timezone.now() + timedelta(days=1))
    sign_in(client, ward.secretary)
    page = open_page(client, "/viec-cua-toi/")
    assert "1 điều trái quy định mới" in page.text
    assert not [one for one in alarms_for(ward.viewer(ward.clerk)) if one.page == "conformity:checks"]
    checks = open_page(client, page.link("Mở trang Tự kiểm tra"))
    assert "1 điều chưa ai xem" in checks.text
    night = open_page(client, checks.link("Xem lần ấy"))
    assert "tự chạy ban đêm" in night.text
    actions.keep_run(timezone.localdate(), by=by, at=timezone.now())
    assert not alarms_for(by)
    asked = review_inputs.Asked(
        ward.unit, Period.year(timezone.localdate().year), timezone.localdate(), timezone.now(), by
    )
    told = " ".join(one.sentence for one in review_inputs.collected(asked)[Letter.MONITORING])
    assert "2 điều trái quy định" in told
    assert "điều của tiêu chuẩn chưa có bằng chứng" in told
    assert SearchEntry.objects.filter(subject_kind="check_run").count() == 2
