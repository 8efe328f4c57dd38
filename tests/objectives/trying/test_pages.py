"""Thử mức, thử nhịp: the pages, nothing kept, an address to share, a proposal only when asked; bad input."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from chuan.objectives.actions import record_figure
from chuan.objectives.models import Measurement, Plan, RoundSaying, Target
from chuan.objectives.rounds import actions as rounds
from chuan.people.models import Succession
from chuan.rules.types import Period
from tests.examine import Page, examine, open_page, sign_in
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward, make_ward

HOME = "/muc-tieu/thu/"
FEBRUARY = "05/02/2021"


def record(ward: Ward, plan: Plan, label: str, month: int, **figure: object) -> None:
    record_figure(
        indicator(plan, label), Period.month(2021, month), given(**figure), by=clerk(ward), at=now()  # type: ignore[arg-type]
    )  # fmt: skip


def address(plan: Plan, label: str) -> str:
    return f"{HOME}{Target.objects.get(objective__plan=plan, label=label).uid}/"


@pytest.fixture
def measured(ward: Ward, plan: Plan) -> Plan:
    """January of dossiers on time: 1.200 of 1.260."""
    record(ward, plan, "3.2", 1, num=1200, den=1260)
    return plan


@pytest.fixture
def secretary(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.secretary)


def rows(page: Page) -> list[str]:
    return page.texts("//section[@aria-labelledby='ket-qua']//tbody/tr")


def test_a_higher_level_is_tried_on_the_figures_of_today_and_nothing_is_kept(
    secretary: Client, measured: Plan, django_assert_max_num_queries
):
    before = Measurement.objects.count()
    home = open_page(secretary, f"{HOME}?nam=2021&den={FEBRUARY}")
    one = open_page(secretary, home.link("Hồ sơ một cửa được giải quyết đúng thời hạn"))
    with django_assert_max_num_queries(45):
        page = examine(one.form(button="Thử").send(secretary, muc="97", nhip="99"), status=200)
    assert "95,24 %" in rows(page)[0]
    assert "trên 95 %" in rows(page)[0]
    assert "trên 97 %" in rows(page)[1]
    assert "cần thêm 741 đạt liền nhau" in rows(page)[1]
    assert "giả định, không phải số đo" in rows(page)[2]
    assert (
        "Muốn giữ mức trên 97 % thì tỷ lệ của các trường hợp còn lại phải ở mức ít nhất 97,17 %" in page.text
    )
    assert "Giả định 13.575 trường hợp còn lại đạt 99 % thì cả năm là 98,68 %" in page.text
    assert Measurement.objects.count() == before
    assert not RoundSaying.objects.exists()


UNREADABLE = (
    ("muc", "chín mươi", "“chín mươi” chưa đọc được thành số"),
    ("muc", "101", "101 quá lớn. Ghi không quá 100."),
    ("nhip", "9" * 5000, "chưa đọc được thành số"),
    ("den", "31/02/2021", "Tháng 2 năm 2021 không có ngày 31"),
)


def test_what_cannot_be_read_is_answered_on_the_page_and_kept(secretary: Client, measured: Plan):
    url = address(measured, "3.2")
    for name, typed, said in UNREADABLE:
        page = examine(secretary.get(url, {"den": FEBRUARY, name: typed}), url, status=422)
        assert said in page.notice
        assert page.form(button="Thử").values[name] == typed
    assert (
        "không còn trong danh sách" in examine(secretary.get(url, {"so-sanh": "bang"}), url, status=422).text
    )


def test_the_sum_of_lines_and_a_recognition_are_tried_as_what_they_are(secretary: Client, plan: Plan):
    whole = Target.objects.get(objective__plan=plan, indicator=None)
    page = open_page(secretary, f"{HOME}{whole.uid}/?muc=20&den={FEBRUARY}")
    assert "20/21" in rows(page)[1]
    assert "muốn thử nhịp thì mở từng dòng" in page.text
    recognised = Target.objects.filter(objective__plan=plan, quantity="yes_no").first()
    assert recognised is not None
    page = open_page(secretary, f"{HOME}{recognised.uid}/")
    assert set(page.form(button="Thử").values) == {"den"}


def test_a_ward_that_went_into_this_one_is_held_against_the_tried_level_with_the_whole_named(
    secretary: Client, ward: Ward, measured: Plan
):
    old = make_ward("Nam Hồng", code="00124", prefix="nh-")
    theirs = plan_of(old, decision("Trên 80% hồ sơ được giải quyết đúng hạn.", year=2021))
    own = Target.objects.get(objective__plan=theirs)
    assert own.indicator is not None
    own.indicator.code = indicator(measured, "3.2").code
    own.indicator.save()
    for month in range(1, 13):
        record_figure(
            own.indicator, Period.month(2021, month), given(num=98, den=100),
            by=old.viewer(old.clerk, date(2022, 1, 5)), at=now(),
        )  # fmt: skip
    Succession.objects.create(predecessor=old.unit, successor=ward.unit, on=date(2022, 3, 1), citation="x")
    page = open_page(secretary, f"{address(measured, '3.2')}?muc=97")
    assert "Trong 1 năm xét được: 1 năm giữ được mức này, 0 năm không." in page.text
    assert "trên 80 %" in page.text
    higher = open_page(secretary, f"{address(measured, '3.2')}?muc=98")
    assert "0 năm giữ được mức này, 1 năm không." in higher.text


def test_what_was_tried_becomes_a_proposal_only_when_asked(
    client: Client, secretary: Client, ward: Ward, measured: Plan
):
    url = address(measured, "3.2")
    assert "Chưa có đợt xây dựng năm sau đang mở" in open_page(secretary, f"{url}?muc=96").text
    by = ward.viewer(ward.secretary, date(2021, 12, 6))
    round_ = rounds.open_round(measured, date(2021, 12, 20), by=by, at=now())
    page = open_page(secretary, f"{url}?muc=96&den={FEBRUARY}")
    answer = page.form(button="Đề nghị mức này cho năm 2022").send(secretary)
    line = round_.lines.get(objective=Target.objects.get(objective__plan=measured, label="3.2").objective)
    assert answer.headers["Location"] == f"/muc-tieu/nam-sau/dong/{line.uid}/"
    said = line.sayings.get(kind="change")
    assert "trên 96%" in said.text.replace(" %", "%").lower()
    assert "mức trên 96 % thay cho trên 95 %" in " ".join(said.reason.split())
    again = secretary.post(f"{url}de-nghi/", {"muc": "95", "reason": "thử"})
    assert "Mức đang thử đúng bằng mức của năm nay." in examine(again, url, status=422).text


def test_another_wards_promise_is_not_there(client: Client, plan: Plan):
    other = make_ward("Nam Hồng", code="00124", prefix="nh-")
    sign_in(client, other.secretary)
    assert client.get(address(plan, "3.2")).status_code == 404
    assert client.get(f"{address(plan, '3.2')}de-nghi/").status_code == 404
    assert client.post(f"{address(plan, '3.2')}de-nghi/", {"muc": "96", "reason": "x"}).status_code == 404
    assert "Mục tiêu" in open_page(client, HOME).text
