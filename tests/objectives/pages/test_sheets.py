"""Figures by Excel: the form out, the filled form looked at, recorded whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from unittest import mock

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.exchange.limits import DEFAULT
from chuan.exchange.sheets import Table, read_sheet, write_sheet
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.objectives import sheet_form
from chuan.objectives.actions import assign, record_figure
from chuan.objectives.models import Measurement, Objective, Plan
from chuan.people.models import Official
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.examine import Page, examine, open_page, sign_in, words
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.objectives.test_sheet import filled, paper
from tests.people import Ward

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TWO = {("3.2", 0): paper(148, 152), ("3.2", 1): paper(96, 100)}
"""Two rows filled in: January and February of 3.2."""


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


def of_sheet(plan: Plan) -> str:
    return f"/muc-tieu/bieu-mau/{plan.uid}/"


def upload(client: Client, plan: Plan, data: bytes, name: str = "bieu da dien.xlsx") -> HttpResponse:
    return client.post(of_sheet(plan), {"file": SimpleUploadedFile(name, data, content_type=XLSX)})


def preview(client: Client, plan: Plan, data: bytes, *, status: int = 200) -> Page:
    return examine(upload(client, plan, data), of_sheet(plan), status=status)


def press(client: Client, page: Page) -> HttpResponse:
    """Press "Ghi n số liệu"."""
    form = next(one for one in page.forms if "bieu" in one.values)
    return form.send(client)


def shown(page: Page) -> list[str]:
    return [words(row) for row in page.find("//tbody/tr")]


# Out


def test_the_page_says_how_many_rows_there_are_and_how_many_wait(seen: Client, ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=9, den=10), by=clerk(ward), at=now()
    )
    count = len(sheet_form.slots(plan, ward.viewer(ward.clerk, date.today()), date.today()))
    page = open_page(seen, of_sheet(plan))
    assert f"Biểu có {count} dòng" in page.text
    assert f"{count - 1} dòng chưa có số" in page.text


def test_the_form_is_taken_from_the_page_and_holds_a_row_for_each_period(seen: Client, plan: Plan):
    response = seen.get(open_page(seen, of_sheet(plan)).link("Tải biểu nhập"))
    assert response["Content-Disposition"] == 'attachment; filename="bieu-nhap-2021.xlsx"'
    assert response["X-Content-Type-Options"] == "nosniff"
    (sheet, _guide) = read_sheet(response.content, name="bieu.xlsx")
    rows = [row for row in sheet.rows if row[sheet_form.LABEL].text == "3.2"]
    assert [row[sheet_form.PERIOD].text for row in rows] == [f"tháng {n}" for n in range(1, 13)]


def test_an_owner_gets_the_own_rows_only(client: Client, ward: Ward, plan: Plan):
    third = Objective.objects.get(plan=plan, ordinal="3")
    assign(third, official=ward.one_stop, by=clerk(ward), at=now())
    sign_in(client, ward.one_stop)
    (sheet, _guide) = read_sheet(client.get(f"{of_sheet(plan)}bieu-mau.xlsx").content, name="bieu.xlsx")
    labels = {row[sheet_form.LABEL].text for row in sheet.rows if "/" in row[sheet_form.KEY].text}
    assert labels == {"3.1", "3.2"}


def test_whoever_has_nothing_to_put_in_is_told_so(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.auditor)
    page = open_page(client, of_sheet(plan))
    assert "Chưa có số liệu nào bạn cần nhập" in page.text
    assert not page.find("//input[@type='file']")


def test_another_wards_form_is_not_there(client: Client, other_ward: Ward, ward: Ward, plan: Plan):
    data = filled(ward, plan, TWO)
    sign_in(client, other_ward.clerk)
    assert client.get(of_sheet(plan)).status_code == 404
    assert client.get(f"{of_sheet(plan)}bieu-mau.xlsx").status_code == 404
    assert upload(client, plan, data).status_code == 404
    assert not Measurement.objects.exists()


# Looking


def test_a_filled_form_is_looked_at_and_nothing_is_recorded(seen: Client, ward: Ward, plan: Plan):
    page = preview(seen, plan, filled(ward, plan, TWO))
    assert "Biểu có 2 số mới, 0 bản sửa, 0 số không đổi" in page.notice
    assert [row.split()[1] for row in shown(page) if "số mới" in row] == ["3.2", "3.2"]
    assert "97,37 % (148/152)" in page.text
    assert not Measurement.objects.exists()
    assert not Entry.objects.filter(verb="figures.sheet").exists()


def test_new_changed_and_unchanged_rows_are_told_apart(seen: Client, ward: Ward, plan: Plan):
    by, found = clerk(ward), indicator(plan, "3.2")
    record_figure(found, Period.month(2021, 1), given(num=148, den=152), by=by, at=now())
    record_figure(found, Period.month(2021, 2), given(num=90, den=100), by=by, at=now())
    rows = {("3.2", 1): paper(96, 100, reason="đếm lại"), ("3.2", 2): paper(50, 50)}
    page = preview(seen, plan, filled(ward, plan, rows))
    assert "Biểu có 1 số mới, 1 bản sửa, 1 số không đổi" in page.notice
    corrected = next(row for row in shown(page) if "sửa" in row and "đang là" in row)
    assert "đang là 90,00 % (90/100)" in corrected
    assert "Lý do: đếm lại" in corrected
    assert shown(page)[-1].endswith("Báo cáo số 12/BC-UBND ngày 05/10/2021")
    assert "không đổi" in shown(page)[-1]


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        (paper("nhiều", 100), "E", "nhiều"),
        (paper(101, 100), "E", "100"),
        (paper(5, 100, grade="A"), "H", "C"),
        (paper(5, 100, stage="gần đúng"), "G", "chính thức"),
        ({**paper(5, 100), sheet_form.EVIDENCE: None}, "I", ""),
    ],
)
def test_each_wrong_cell_is_named_by_its_address_and_nothing_can_be_recorded(
    seen: Client, ward: Ward, plan: Plan, cells: dict[int, Any], column: str, said: str
):
    data = filled(ward, plan, TWO | {("3.2", 2): cells})
    page = preview(seen, plan, data, status=422)
    (error,) = page.find("//section[.//h2[@id='o-sai']]//tbody/tr")
    assert words(error).startswith(column)
    assert said in words(error)
    assert "chưa ghi dòng nào" in page.notice
    assert not [one for one in page.forms if "bieu" in one.values]
    assert not Blob.objects.exists(), "a form that cannot be recorded is not kept"


def test_a_form_that_changes_nothing_offers_nothing_to_record(seen: Client, ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=148, den=152), by=clerk(ward), at=now()
    )
    page = preview(seen, plan, filled(ward, plan, {}))
    assert "Không có gì để ghi" in page.notice
    assert not [one for one in page.forms if "bieu" in one.values]


def test_a_row_of_somebody_elses_objective_is_an_error(client: Client, ward: Ward, plan: Plan):
    third = Objective.objects.get(plan=plan, ordinal="3")
    assign(third, official=ward.one_stop, by=clerk(ward), at=now())
    sign_in(client, ward.one_stop)
    page = preview(client, plan, filled(ward, plan, {("1.3", 0): paper(700)}), status=422)
    assert "không thuộc phần việc được giao" in page.text


STRANGERS = [
    (b"", "Tệp không có nội dung"),
    (b"not a workbook at all", "bieu.xlsx"),
    (write_sheet(Table(title="x", headers=("A", "B"), rows=[])), "không phải biểu nhập số liệu"),
]


@pytest.mark.parametrize(("data", "said"), STRANGERS)
def test_a_file_that_is_no_form_is_refused_on_the_page(seen: Client, plan: Plan, data: bytes, said: str):
    page = examine(upload(seen, plan, data, "bieu.xlsx"), of_sheet(plan), status=422)
    assert said in page.notice
    assert page.find("//input[@type='file']")
    assert not Blob.objects.exists()


def test_a_file_over_the_limit_is_refused_before_it_is_read(seen: Client, plan: Plan):
    page = examine(upload(seen, plan, b"PK" + bytes(DEFAULT.file_bytes)), of_sheet(plan), status=422)
    assert "20 MB" in page.notice


def test_no_file_chosen_is_answered(seen: Client, plan: Plan):
    page = examine(seen.post(of_sheet(plan), {}), of_sheet(plan), status=422)
    assert "Chưa chọn tệp" in page.notice


def test_looking_asks_the_database_as_often_for_two_rows_as_for_twelve(seen: Client, ward: Ward, plan: Plan):
    two, twelve = filled(ward, plan, TWO), {("3.2", n): paper(9, 10) for n in range(3)}
    more = twelve | {("3.1", n): paper(9, 10) for n in range(3)} | {("1.3", n): paper(7) for n in range(3)}
    counts = []
    for data in (two, filled(ward, plan, more), two):
        with CaptureQueriesContext(connection) as asked:
            upload(seen, plan, data)
        counts.append(len(asked))
    assert counts[1] <= counts[0] <= 20
    assert counts[2] <= counts[0]


# Recording


def test_pressed_the_form_is_recorded_in_one_act_and_hangs_on_its_figures(
    seen: Client, ward: Ward, plan: Plan
):
    data = filled(ward, plan, TWO)
    response = press(seen, preview(seen, plan, data))
    assert response["Location"] == f"/muc-tieu/nhap/ke-hoach/{plan.uid}/"
    page = open_page(seen, response["Location"])
    assert "Đã ghi 2 số liệu" in page.notice
    figures = Measurement.objects.order_by("period_start")
    assert [(one.numerator, one.denominator) for one in figures] == [("148", "152"), ("96", "100")]
    assert {one.evidence_name for one in figures} == {"bieu da dien.xlsx"}
    assert all(one.illustrative for one in figures), "the ward of the tests is an example"
    assert {files.read(one.evidence_blob) for one in figures if one.evidence_blob} == {data}
    assert Entry.objects.filter(verb="figures.sheet", subject_uid=plan.uid).count() == 1
    assert Entry.objects.filter(verb="figure.record").count() == 2


def test_a_correction_stands_beside_what_it_corrects(seen: Client, ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=1, den=2), by=clerk(ward), at=now()
    )
    data = filled(ward, plan, {("3.2", 0): paper(148, 152, reason="đếm lại")})
    press(seen, preview(seen, plan, data))
    old, new = Measurement.objects.order_by("version")
    assert (old.numerator, new.numerator, new.corrects, new.reason) == ("1", "148", old, "đếm lại")


def test_pressed_twice_nothing_is_recorded_twice(seen: Client, ward: Ward, plan: Plan):
    page = preview(seen, plan, filled(ward, plan, TWO))
    press(seen, page)
    press(seen, page)
    assert Measurement.objects.count() == 2


def test_a_figure_that_came_meanwhile_is_shown_before_anything_is_recorded(
    seen: Client, ward: Ward, plan: Plan
):
    page = preview(seen, plan, filled(ward, plan, TWO))
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 2), given(num=1, den=2), by=clerk(ward), at=now()
    )
    again = examine(press(seen, page), of_sheet(plan), status=422)
    assert "chưa ghi dòng nào" in again.notice
    assert Measurement.objects.count() == 1


def test_what_was_looked_at_an_hour_ago_must_be_looked_at_again(seen: Client, ward: Ward, plan: Plan):
    page = preview(seen, plan, filled(ward, plan, TWO))
    later = now() + timedelta(hours=1, minutes=1)
    with mock.patch.object(signing.time, "time", return_value=later.timestamp()):
        response = press(seen, page)
    assert response["Location"] == of_sheet(plan)
    assert "Bản xem trước đã cũ" in open_page(seen, of_sheet(plan)).notice
    assert not Measurement.objects.exists()


def test_a_forged_token_records_nothing(seen: Client, ward: Ward, plan: Plan):
    page = preview(seen, plan, filled(ward, plan, TWO))
    token = next(one for one in page.forms if "bieu" in one.values).values["bieu"]
    for wrong in ("", "x", token[:-2] + "zz", signing.dumps({"bytes": "0" * 64}, salt="khac")):
        assert seen.post(of_sheet(plan), {"bieu": wrong})["Location"] == of_sheet(plan)
    assert not Measurement.objects.exists()


def test_what_one_official_looked_at_another_does_not_record(seen: Client, ward: Ward, plan: Plan):
    page = preview(seen, plan, filled(ward, plan, TWO))
    other = sign_in(Client(), ward.secretary)
    assert press(other, page)["Location"] == of_sheet(plan)
    assert not Measurement.objects.exists()


def test_what_was_looked_at_for_one_plan_is_not_recorded_for_another(seen: Client, ward: Ward, plan: Plan):
    next_year = decision("Trên 95% hồ sơ đúng hạn.", year=2022, number="9", on=date(2022, 1, 5))
    other = plan_of(ward, next_year, on=date(2022, 1, 6))
    page = preview(seen, plan, filled(ward, plan, TWO))
    token = next(one for one in page.forms if "bieu" in one.values).values["bieu"]
    assert seen.post(of_sheet(other), {"bieu": token})["Location"] == of_sheet(other)
    assert not Measurement.objects.exists()


def test_an_official_who_lost_the_objective_meanwhile_records_nothing(client: Client, ward: Ward, plan: Plan):
    third = Objective.objects.get(plan=plan, ordinal="3")
    assign(third, official=ward.one_stop, by=clerk(ward), at=now())
    sign_in(client, ward.one_stop)
    page = preview(client, plan, _only(ward.one_stop, ward, plan))
    assign(third, official=ward.specialist, by=clerk(ward), at=now())
    again = examine(press(client, page), of_sheet(plan), status=422)
    assert "không thuộc phần việc được giao" in again.text
    assert not Measurement.objects.exists()


def test_a_replaced_plan_takes_no_forms(seen: Client, ward: Ward):
    old = plan_of(ward, decision("Trên 95% hồ sơ đúng hạn."))
    data = filled(ward, old, {("1.1", 0): paper(9, 10)})
    newer = decision(
        "Trên 97% hồ sơ đúng hạn.", number="77", on=date(2021, 6, 1),
        supersedes="31/QĐ-UBND ngày 19/02/2021",
    )  # fmt: skip
    plan_of(ward, newer, on=date(2021, 6, 2))
    page = open_page(seen, of_sheet(old))
    assert "đã được thay thế" in page.notice
    assert not page.find("//input[@type='file']")
    refused = examine(upload(seen, old, data), of_sheet(old), status=422)
    assert "không nhập số vào đây" in refused.notice
    assert not Blob.objects.exists()


def _only(official: Official, ward: Ward, plan: Plan) -> bytes:
    """The form as this official gets it, with January of 3.2 filled in."""
    on = date(2021, 4, 6)
    (sheet, _guide) = read_sheet(sheet_form.figures_form(plan, ward.viewer(official, on), on), name="b.xlsx")
    top = next(n for n, row in enumerate(sheet.rows) if row[0].text == "Số")
    body = [[cell.value for cell in row] for row in sheet.rows[top + 1 :]]
    first = next(row for row in body if row[sheet_form.LABEL] == "3.2")
    for column, value in paper(148, 152).items():
        first[column] = value
    return write_sheet(Table(title="x", headers=sheet_form.headers(), rows=body, notes=["a", "b", "c"]))
