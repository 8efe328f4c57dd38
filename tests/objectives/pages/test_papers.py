"""The report as PDF and Word, printed by a button and put on record; the year's table in Excel."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.exchange.sheets import Sheet, read_sheet
from chuan.objectives.actions import count_by, record_figure
from chuan.objectives.exports import year_table
from chuan.objectives.models import Objective, Plan
from chuan.objectives.reports import year_picture
from chuan.rules.types import Period
from chuan.trail.models import Anchor, Entry
from chuan.trail.verify import verify_all
from tests.examine import examine, open_page, sign_in
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.paper.samples import flat, page_texts
from tests.people import Ward

FORMS = [("In PDF", "pdf"), ("Tải Word", "docx")]


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


@pytest.fixture
def measured(ward: Ward, plan: Plan) -> Plan:
    """The plan with the first quarter of 3.2: 1.240 of 1.284 on time."""
    by = clerk(ward)
    for month, (kept, all_) in enumerate(((400, 410), (420, 430), (420, 444)), start=1):
        record_figure(
            indicator(plan, "3.2"), Period.month(2021, month), given(num=kept, den=all_), by=by, at=now()
        )
    return plan


def of_report(plan: Plan, day: str = "") -> str:
    return f"/muc-tieu/bao-cao/{plan.uid}/" + (f"?den={day}" if day else "")


def of_file(plan: Plan, form: str) -> str:
    return f"/muc-tieu/bao-cao/{plan.uid}/bao-cao.{form}"


def of_export(plan: Plan) -> str:
    return f"/muc-tieu/xuat/{plan.uid}/muc-tieu.xlsx"


def exported(client: Client, plan: Plan, **filters: str) -> Sheet:
    response = client.get(of_export(plan), filters)
    assert response.status_code == 200
    return read_sheet(response.content, name="muc-tieu.xlsx")[0]


def table_of(sheet: Sheet) -> list[dict[str, object]]:
    """The rows under the head, by the words of the head."""
    top = next(number for number, row in enumerate(sheet.rows) if row[0].value == "Số")
    heads = [cell.text for cell in sheet.rows[top]]
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet.rows[top + 1 :]]


# What will be printed


def test_the_page_says_what_the_report_will_say(seen: Client, measured: Plan):
    page = open_page(seen, of_report(measured))
    assert page.title == "Báo cáo kết quả năm 2021"
    assert "Số đo 32" in page.text
    assert "Số liệu đến 31/03/2021" in page.text
    assert "đã trả lời hết" in page.text
    assert "Số, ngày và chữ ký để trống" in page.text


def test_a_day_of_the_past_is_judged_and_printed_as_that_day(seen: Client, measured: Plan):
    page = open_page(seen, of_report(measured, "28/02/2021"))
    assert "xét đến hết ngày 28/02/2021" in page.text
    assert "Số liệu đến 28/02/2021" in page.text
    paper = page.form(button="In PDF").send(seen)
    text = flat(" ".join(page_texts(paper.content)))
    assert "đến ngày 28/02/2021" in text
    assert f"lập ngày {timezone.localdate():%d/%m/%Y}" in text
    detail = Entry.objects.get(verb="plan.report").detail.body
    assert "2021-02-28" in detail


@pytest.mark.parametrize(
    ("typed", "said"),
    [("31/02/2021", "Tháng 2"), ("hôm qua", "30/09/2021"), ("31/12/2199", "quá muộn")],
)
def test_a_day_that_cannot_be_is_answered_and_stays_typed(seen: Client, plan: Plan, typed: str, said: str):
    page = open_page(seen, of_report(plan, typed), status=422)
    assert said in page.notice
    assert page.form(button="Xem đến ngày này").values["den"] == typed
    back = examine(seen.post(of_file(plan, "pdf"), {"den": typed}), of_file(plan, "pdf"), status=422)
    assert said in back.notice
    assert not Anchor.objects.exists()


def test_an_objective_whose_counting_is_open_is_named_before_printing(seen: Client, ward: Ward, plan: Plan):
    count_by(Objective.objects.get(plan=plan, ordinal="1"), "open", by=clerk(ward), at=now())
    page = open_page(seen, of_report(plan))
    assert "mục tiêu 1 còn để ngỏ" in page.text


# Printing


@pytest.mark.parametrize(("button", "form"), FORMS)
def test_a_pressed_button_gives_the_file_to_save(seen: Client, measured: Plan, button: str, form: str):
    response = open_page(seen, of_report(measured)).form(button=button).send(seen)
    assert response.status_code == 200
    assert f"bao-cao-muc-tieu-chat-luong-2021.{form}" in response["Content-Disposition"]
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "private, no-store"


def test_the_pdf_is_a_report_with_the_figures(seen: Client, measured: Plan):
    response = seen.post(of_file(measured, "pdf"), {"den": ""})
    assert response.content.startswith(b"%PDF-")
    text = flat(" ".join(page_texts(response.content)))
    assert "96,57" in text


def test_the_word_file_is_one(seen: Client, measured: Plan):
    response = seen.post(of_file(measured, "docx"), {"den": ""})
    names = zipfile.ZipFile(io.BytesIO(response.content)).namelist()
    assert "word/document.xml" in names


def test_printing_is_trailed_and_anchors_the_head_shown_before(seen: Client, measured: Plan):
    page = open_page(seen, of_report(measured))
    seen.post(of_file(measured, "pdf"), {"den": ""})
    entry, anchor = Entry.objects.get(verb="plan.report"), Anchor.objects.get()
    assert (anchor.chain, anchor.seq) == (entry.chain, entry.seq - 1)
    assert anchor.hash in page.text
    assert all(one.ok for one in verify_all())
    again = open_page(seen, of_report(measured))
    assert f"dòng {entry.seq} của nhật ký" in again.text


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_opening_the_address_prints_nothing(seen: Client, plan: Plan, form: str):
    before = Entry.objects.count()
    response = seen.get(of_file(plan, form))
    assert (response.status_code, response["Location"]) == (302, of_report(plan))
    assert (Entry.objects.count(), Anchor.objects.count()) == (before, 0)


def test_another_wards_report_is_not_there(client: Client, other_ward: Ward, plan: Plan):
    sign_in(client, other_ward.chairman)
    for url in (of_report(plan), of_file(plan, "pdf"), of_file(plan, "docx"), of_export(plan)):
        assert client.get(url).status_code == 404
        assert client.post(url, {"den": ""}).status_code == 404
    assert not Anchor.objects.exists()


def test_everybody_of_the_ward_may_print_and_the_paper_names_who_did(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.specialist)
    response = client.post(of_file(plan, "pdf"), {"den": ""})
    assert f"Dự thảo do {ward.specialist.name}" in flat(" ".join(page_texts(response.content)))


def test_the_page_asks_the_database_as_often_for_a_plan_of_one_as_of_thirty(
    seen: Client, ward: Ward, measured: Plan
):
    small = plan_of(ward, decision("Trên 95% hồ sơ đúng hạn.", year=2022, number="9", on=date(2022, 1, 5)))
    counts = []
    for one in (small, measured):
        seen.get(of_report(one))
        with CaptureQueriesContext(connection) as asked:
            seen.get(of_report(one))
        counts.append(len(asked))
    assert abs(counts[0] - counts[1]) <= 1, counts  # a plan without figures has no late rows to look for
    assert max(counts) <= 25


# Excel


def test_every_row_of_the_year_is_in_the_sheet_with_its_exact_figure(seen: Client, measured: Plan):
    rows = table_of(exported(seen, measured))
    assert len(rows) == 32
    row = next(one for one in rows if one["Số"] == "3.2")
    assert (row["Tử số"], row["Mẫu số"]) == (1240, 1284)
    assert row["Kết quả"] == "96,57\N{NO-BREAK SPACE}%"
    assert abs(Decimal(str(row["Giá trị"])) - Decimal(124000) / Decimal(1284)) < Decimal("0.0000001")
    assert (row["Mức phải đạt"], row["Đơn vị"], row["Loại số"]) == (
        "trên 95\N{NO-BREAK SPACE}%",
        "%",
        "chính thức",
    )


def test_a_row_without_figure_has_an_empty_value_and_says_why(seen: Client, plan: Plan):
    row = next(one for one in table_of(exported(seen, plan)) if one["Số"] == "1.9")
    assert row["Giá trị"] is None
    assert row["Kết quả"] == "–"
    assert row["Kết luận"] == "Chưa đo được"
    assert row["Vì sao"]


def test_the_notes_say_from_which_decision_and_judged_on_which_day(seen: Client, measured: Plan):
    sheet = exported(seen, measured, den="30/06/2021")
    notes = " ".join(row[0].text for row in sheet.rows[:4])
    assert "Quyết định (chưa có số)/QĐ-UBND ngày 19/02/2021" in notes
    assert "Xét ngày 30/06/2021" in notes
    assert "số liệu đến 31/03/2021" in notes
    assert "32 trong 32 số đo" in notes


def test_the_sheet_keeps_the_filters_of_the_page(seen: Client, ward: Ward, measured: Plan):
    sheet = exported(seen, measured, **{"ket-luan": "met", "den": "31/12/2021"})
    wanted = [
        line.label
        for line in year_picture(measured, on=date(2021, 12, 31)).lines
        if line.verdict.outcome == "met"
    ]
    assert [row["Số"] for row in table_of(sheet)] == wanted
    assert f"{len(wanted)} trong 32 số đo" in " ".join(row[0].text for row in sheet.rows[:4])
    assert "Đã lọc: Đạt" in " ".join(row[0].text for row in sheet.rows[:4])


def test_the_sheet_can_be_of_one_owner(seen: Client, ward: Ward, plan: Plan):
    top = Objective.objects.get(plan=plan, ordinal="3")
    top.owner_official = ward.one_stop
    top.save(update_fields=["owner_official"])
    rows = table_of(exported(seen, plan, **{"phu-trach": ward.one_stop.name}))
    assert [row["Số"] for row in rows] == ["3.1", "3.2"]


def test_a_filter_that_nothing_passes_gives_a_sheet_that_says_so(seen: Client, plan: Plan):
    sheet = exported(seen, plan, **{"phu-trach": "Không Ai"})
    assert table_of(sheet) == []
    assert "0 trong 32 số đo" in " ".join(row[0].text for row in sheet.rows[:4])


def test_the_file_is_saved_not_shown(seen: Client, plan: Plan):
    response = seen.get(of_export(plan))
    assert response["Content-Disposition"] == 'attachment; filename="muc-tieu-2021.xlsx"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_a_day_that_cannot_be_read_is_answered_with_a_sentence(seen: Client, plan: Plan):
    response = seen.get(of_export(plan), {"den": "mai"})
    assert response.status_code == 409
    assert "30/09/2021" in response.content.decode()


def test_illustrative_figures_are_called_so_in_the_sheet(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=9, den=10), by=clerk(ward), at=now(),
        illustrative=True,
    )  # fmt: skip
    table = year_table(year_picture(plan, on=date(2021, 12, 31)))
    assert "Dữ liệu minh họa, không phải số liệu thật" in table.notes


def test_tomorrow_is_refused_by_the_action_too(ward: Ward, plan: Plan):
    from chuan.objectives.actions.printing import print_year_report
    from chuan.objectives.refusals import ReportOfTomorrow

    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ReportOfTomorrow) as refused:
        print_year_report(plan, form="pdf", by=clerk(ward), at=now(), on=tomorrow)
    assert f"{tomorrow:%d/%m/%Y}" in refused.value.sentence
    assert not Entry.objects.filter(verb="plan.report").exists()
