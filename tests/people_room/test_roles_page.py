"""Vai trò: who holds what on a day, what ends soon, what each role may do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.exchange.sheets import read_sheet
from chuan.people.models import Account, Official, RoleGrant
from chuan.people.role_words import MAY
from chuan.people.roles import Role
from tests.examine import open_page
from tests.people import PAPER, START, Ward

PAGE = "/can-bo/vai-tro/"


@pytest.fixture
def boss(client: Client, ward: Ward, sign_in) -> Client:
    return sign_in(client, ward.chairman)


def test_every_grant_of_the_day_stands_with_its_document(boss, ward: Ward):
    page = open_page(boss, PAGE)
    rows = page.texts("(//tbody)[1]/tr")
    assert "Trần Thị Văn PhòngVăn phòng – thống kê Công chức văn phòng 01/01/2020 – " + PAPER in rows
    assert "7 người giữ vai trò" in page.text
    assert "chưa ai" in page.text


def test_another_day_shows_who_held_it_then(boss, ward: Ward, today):
    ward.clerk.grants.update(valid_to=today)
    assert ward.clerk.name not in " ".join(open_page(boss, PAGE).texts("(//tbody)[1]/tr"))
    before = open_page(boss, f"{PAGE}?ngay={today - timedelta(days=1):%d/%m/%Y}")
    assert ward.clerk.name in " ".join(before.texts("(//tbody)[1]/tr"))
    assert "Ngày này chưa ai giữ vai trò nào" in open_page(boss, f"{PAGE}?ngay=01/01/1990").text


@pytest.mark.parametrize("typed", ["31/02/2021", "hôm qua", "0", "01/01/00001"])
def test_a_day_that_is_none_is_said_and_kept(boss, typed):
    page = open_page(boss, f"{PAGE}?ngay={typed}", status=422)
    assert page.one("#ngay").get("value") == typed
    assert "Bảng dưới là của hôm nay." in page.text
    assert page.notice


def test_what_ends_within_a_month_is_pointed_out(boss, ward: Ward, today):
    ward.clerk.grants.update(valid_to=today + timedelta(days=30))
    ward.auditor.grants.update(valid_to=today + timedelta(days=31))
    said = " ".join(open_page(boss, PAGE).texts("//section[@aria-labelledby='sap-het']"))
    assert ward.clerk.name in said
    assert ward.auditor.name not in said


def test_an_overseer_from_outside_is_shown_by_account(boss, ward: Ward):
    account = Account.objects.create_user("so-noi-vu")
    RoleGrant.objects.create(
        account=account, unit=ward.unit, role=Role.OVERSEER, valid_from=START, citation=PAPER
    )
    assert "so-noi-vu" in open_page(boss, PAGE).text


def test_every_role_is_explained():
    assert set(MAY) == set(Role)


def test_the_sheet_has_a_line_for_each_role_held(boss, ward: Ward):
    sheet = read_sheet(boss.get(f"{PAGE}vai-tro.xlsx").content, name="vai-tro.xlsx")[0]
    told = [[str(cell) for cell in row] for row in sheet.rows]
    assert any(ward.administrator.name in " ".join(row) and "Quản trị" in row[2] for row in told)


def test_another_ward_is_not_in_it(boss, other_ward: Ward):
    other_ward.clerk.name = "Người Phường Bạn"
    other_ward.clerk.save()
    assert "Người Phường Bạn" not in open_page(boss, PAGE).text


def test_the_number_of_statements_does_not_grow_with_the_staff(boss, ward: Ward):
    boss.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        boss.get(PAGE)
    for n in range(8):
        one = Official.objects.create(unit=ward.unit, name=f"Người {n}")
        RoleGrant.objects.create(
            official=one, unit=ward.unit, role=Role.SPECIALIST, valid_from=START, citation=PAPER
        )
    with CaptureQueriesContext(connection) as many:
        boss.get(PAGE)
    assert len(many) == len(few)
