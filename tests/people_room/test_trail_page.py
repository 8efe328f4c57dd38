"""Nhật ký: the unit's acts with names put in, and whether the chain is whole."""

from __future__ import annotations

import pytest
from django.test import Client

from chuan.offers.subjects import Subject
from chuan.people import actions
from chuan.people.models import Succession
from chuan.trail.actions import SYSTEM, act
from chuan.trail.guarding import lift
from chuan.trail.models import Detail, Entry
from tests.examine import open_page
from tests.people import Ward

PAPER = "Quyết định 15/QĐ-UBND ngày 04/01/2021"
PAGE = "/nhat-ky/"


@pytest.fixture
def auditor(client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.auditor)


@pytest.fixture
def history(ward: Ward, today, now):
    """The administrator takes somebody in, and gives the clerk a role."""
    by = ward.viewer(ward.administrator, today)
    actions.add_official(name="Bùi Thị Mới", by=by, at=now)
    return actions.grant_role(ward.clerk, "auditor", since=today, citation=PAPER, by=by, at=now)


def rows(client: Client, query: str = "") -> list[list[str]]:
    page = open_page(client, PAGE + query)
    return [page.texts(f"(//tbody/tr)[{n + 1}]/*") for n in range(len(page.find("//tbody/tr")))]


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("chairman", True), ("secretary", True), ("auditor", True), ("administrator", True),
        ("clerk", False), ("one_stop", False), ("specialist", False),
    ],
)  # fmt: skip
def test_who_may_read_it(client, ward: Ward, sign_in, who, may):
    open_page(sign_in(client, getattr(ward, who)), PAGE, status=200 if may else 403)


def test_lines_name_people_and_things_and_say_what_changed(auditor, ward: Ward, history, today):
    newest, first = rows(auditor)
    assert newest[0] == "2"
    assert newest[2:5] == ["Hồ Quản Trị", "Giao vai trò", "Trần Thị Văn Phòng cán bộ"]
    assert f"Vai trò: Đánh giá viên · Từ ngày: {today:%d/%m/%Y}" in newest[5]
    assert f"Văn bản: {PAPER}" in newest[5]
    assert first[2:] == ["Hồ Quản Trị", "Thêm cán bộ", "Bùi Thị Mới cán bộ", "Tên: Bùi Thị Mới"]


def test_the_subject_s_name_leads_to_its_page_and_its_kind_to_its_history(auditor, ward: Ward, history):
    page = open_page(auditor, PAGE)
    assert page.link("Trần Thị Văn Phòng") == f"/can-bo/{ward.clerk.uid}/"
    assert len(rows(auditor, f"?doi-tuong={ward.clerk.uid}")) == 1


def test_it_filters_by_verb_actor_and_kind(auditor, ward: Ward, history):
    assert [row[3] for row in rows(auditor, "?viec=add_official")] == ["Thêm cán bộ"]
    assert len(rows(auditor, f"?nguoi=official/{ward.administrator.uid}")) == 2
    assert rows(auditor, f"?nguoi=official/{ward.clerk.uid}") == []
    assert len(rows(auditor, "?loai=official")) == 2
    assert rows(auditor, "?loai=account") == []


def test_the_filters_offer_only_what_the_year_holds_and_keep_what_was_chosen(auditor, ward: Ward, history):
    page = open_page(auditor, PAGE + "?viec=grant_role")
    assert page.texts("//select[@name='viec']/option") == ["Mọi việc", "Giao vai trò", "Thêm cán bộ"]
    assert page.texts("//select[@name='nguoi']/option") == ["Mọi người", "Hồ Quản Trị"]
    assert page.form(PAGE).values["viec"] == "grant_role"
    assert page.link("Bỏ lọc").startswith("?nam=")


@pytest.mark.parametrize(
    "query", ["?nam=abc", "?nam=99999", "?doi-tuong=khong-phai-uid", "?trang=999", "?trang=x"]
)
def test_an_address_that_cannot_be_read_shows_the_year(auditor, history, query):
    assert len(rows(auditor, query)) == 2


def test_another_year_is_empty_and_says_so(auditor, history):
    page = open_page(auditor, PAGE + "?nam=2020")
    assert page.title == "Nhật ký năm 2020"
    assert "Trong năm này chưa có việc nào như vậy được ghi." in page.text


def test_a_long_year_comes_in_pages_that_keep_the_filter(auditor, ward: Ward, now):
    for _ in range(53):
        with act("noted", Subject("thing", ward.unit.uid), by=SYSTEM, unit_uid=ward.unit.uid, at=now):
            pass
    page = open_page(auditor, PAGE + "?viec=noted")
    assert len(page.find("//tbody/tr")) == 50
    assert "Đang xem 1–50 trong 53" in page.text
    later = page.link("Trang sau")
    assert "viec=noted" in later
    assert len(rows(auditor, later)) == 3


def test_words_that_have_no_translation_are_shown_as_they_stand(auditor, ward: Ward, now):
    with act(
        "noted", Subject("thing", ward.unit.uid), by=SYSTEM, unit_uid=ward.unit.uid, at=now, colour="blue"
    ):
        pass
    assert rows(auditor)[0][2:] == ["Chuẩn (tự động)", "noted", "thing", "colour: blue"]


def test_before_and_after_are_said_in_words(auditor, ward: Ward, now):
    detail = {
        "before": {"name": "cũ", "role": "auditor"},
        "after": {"name": "mới", "on": "2021-02-19"},
        "reopened": True,
    }
    with act("noted", Subject("thing", ward.unit.uid), by=SYSTEM, unit_uid=ward.unit.uid, at=now, **detail):
        pass
    assert rows(auditor)[0][5] == (
        "Sau: Tên: mới; Ngày: 19/02/2021 · Trước: Tên: cũ; Vai trò: Đánh giá viên · Mở lại: có"
    )


def test_a_change_is_said_as_from_and_to_and_lists_in_a_row(auditor, ward: Ward, now):
    detail = {
        "changes": {"owner": ["Tư pháp", "Văn phòng"], "groups": [[1, 2, 3], "đủ"]},
        "kind": [1, 2, 3],
        "on": "9999-99-99",
    }
    with act("noted", Subject("thing", ward.unit.uid), by=SYSTEM, unit_uid=ward.unit.uid, at=now, **detail):
        pass
    assert rows(auditor)[0][5] == (
        "Thay đổi: Nhóm: 1, 2, 3 → đủ; Phụ trách: Tư pháp → Văn phòng · Loại: 1, 2, 3 · Ngày: 9999-99-99"
    )


def test_a_long_detail_stands_folded_and_whole(auditor, ward: Ward, now):
    with act(
        "noted",
        Subject("thing", ward.unit.uid),
        by=SYSTEM,
        unit_uid=ward.unit.uid,
        at=now,
        reason="rất dài " * 60,
    ):
        pass
    page = open_page(auditor, PAGE)
    assert page.texts("//td//summary") == ["Mở 1 mục"]
    assert "rất dài " * 59 in page.text


def test_a_purged_detail_says_so(auditor, history, ward: Ward):
    first, last = Entry.objects.order_by("seq")
    Detail.objects.filter(entry=first).update(body="", salt="", purged_by=last)
    assert rows(auditor)[1][5] == "đã xóa theo thời hạn lưu trữ"


def test_another_ward_s_lines_are_not_shown_and_its_people_not_named(auditor, ward, other_ward, today, now):
    by = other_ward.viewer(other_ward.administrator, today)
    actions.add_official(name="Người Nơi Khác", by=by, at=now)
    assert rows(auditor) == []
    assert rows(auditor, f"?nguoi=official/{other_ward.administrator.uid}") == []
    with act("noted", Subject("official", other_ward.clerk.uid), by=by, unit_uid=ward.unit.uid, at=now):
        pass
    assert rows(auditor)[0][2:5] == ["người của đơn vị khác", "noted", "cán bộ"]


def test_lines_of_a_predecessor_are_read_on(auditor, ward, other_ward, today, now):
    actions.add_official(name="Người Cũ", by=other_ward.viewer(other_ward.administrator, today), at=now)
    Succession.objects.create(
        predecessor=other_ward.unit, successor=ward.unit, on=today, citation="Nghị quyết thử nghiệm"
    )
    assert rows(auditor)[0][2:5] == ["Hồ Quản Trị", "Thêm cán bộ", "Người Cũ cán bộ"]


def test_the_number_of_statements_does_not_grow_with_the_lines(
    auditor, ward, today, now, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    by = ward.viewer(ward.administrator, today)
    counted = []
    for _ in range(2):
        for n in range(5):
            actions.add_official(name=f"Người {n}", by=by, at=now)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            open_page(auditor, PAGE)
        counted.append(len(queries))
    assert counted[0] == counted[1]


# The chain


def test_a_whole_chain_is_said_to_be_whole_with_its_head(auditor, history):
    page = open_page(auditor, open_page(auditor, PAGE).link("Kiểm tra chuỗi").replace("?", PAGE + "?"))
    assert page.notice == "Chuỗi nguyên vẹn: 2 dòng."
    assert Entry.objects.get(seq=2).hash in page.text


def test_without_being_asked_the_chain_is_not_walked(auditor, history, monkeypatch):
    monkeypatch.setattr("chuan.people.views.trail.verify_chain", lambda chain: pytest.fail("walked"))
    open_page(auditor, PAGE)


def test_a_year_without_a_line_has_nothing_to_check(auditor, ward: Ward):
    assert open_page(auditor, PAGE + "?kiem-tra=1").notice == "Năm này chưa có dòng nào để kiểm tra."


def test_a_chain_whose_lines_were_all_taken_away_is_broken(auditor, history):
    Detail.objects.all().delete()
    with lift():
        Entry.objects.all().delete()
    assert open_page(auditor, PAGE + "?kiem-tra=1").notice.startswith("Chuỗi hỏng từ dòng 1")


def test_a_rewritten_detail_is_named(auditor, history):
    Detail.objects.filter(entry__seq=1).update(body='{"name":"Tên Khác"}')
    notice = open_page(auditor, PAGE + "?kiem-tra=1").notice
    assert notice.startswith("Chuỗi hỏng từ dòng 1")


def test_years_and_versions_are_names_and_stages_are_said_in_vietnamese() -> None:
    from chuan.people.trail_lines import _worded

    assert _worded("year", 2021) == "2021"
    assert _worded("stage", "estimate") == "ước"
    assert _worded("denominator", 2021) != "2021"
