"""Mức độ hài lòng: totals with their paper, corrections beside, no day counted twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from chuan.dossiers import refusals_figures as refusals
from chuan.dossiers.actions import surveys as actions
from chuan.dossiers.actions.surveys import Given
from chuan.dossiers.models import SurveyTotal
from chuan.dossiers.reports.survey_sheets import COLUMNS, read_totals
from chuan.exchange.sheets import Table, write_sheet
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules import refusals as shared
from chuan.trail.models import Entry
from tests.examine import examine, open_page
from tests.exchange.making import pdf_of
from tests.people import Ward

URL = "/ho-so/so-lieu/hai-long/"
ENCLOSED = pdf_of("Báo cáo khảo sát")
SignIn = Callable[[Client, Official], Client]
PAPER = "Báo cáo 45/BC-UBND"


def given(first: date = date(2021, 7, 1), last: date = date(2021, 9, 30), asked: int = 120, satisfied: int = 114,
          source: str = PAPER) -> Given:  # fmt: skip
    return Given(first, last, asked, satisfied, source)


@pytest.fixture
def total(clerk: Viewer, now: datetime) -> SurveyTotal:
    """The third quarter of 2021."""
    return actions.enter(given(), by=clerk, at=now)


def test_a_total_is_kept_with_its_paper(total: SurveyTotal, clerk: Viewer):
    assert (total.asked, total.satisfied, total.source, total.by) == (120, 114, PAPER, clerk.official)
    assert (total.period_start, total.period_end) == (date(2021, 7, 1), date(2021, 10, 1))
    assert Entry.objects.get(verb="survey.enter").subject_uid == total.uid


TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"last": date(2021, 6, 30)}, refusals.SurveyBackwards),
        ({"last": TOMORROW}, refusals.SurveyBackwards),
        ({"satisfied": 121}, refusals.MoreSatisfiedThanAsked),
        ({"satisfied": -1}, refusals.MoreSatisfiedThanAsked),
        ({"asked": 0, "satisfied": 0}, refusals.MoreSatisfiedThanAsked),
        ({"source": "  "}, refusals.SurveyWithoutPaper),
    ],
)
def test_what_cannot_be_is_refused(
    clerk: Viewer, now: datetime, wrong: dict[str, Any], refusal: type[Exception]
):
    with pytest.raises(refusal):
        actions.enter(given(**wrong), by=clerk, at=now)
    assert not SurveyTotal.objects.exists()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2021, 7, 1), date(2021, 9, 30)), (date(2021, 9, 30), date(2021, 12, 31)),
        (date(2021, 1, 1), date(2021, 7, 1)), (date(2021, 8, 1), date(2021, 8, 1)),
        (date(2021, 1, 1), date(2021, 12, 31)),
    ],
)  # fmt: skip
def test_days_that_overlap_are_refused(
    total: SurveyTotal, clerk: Viewer, now: datetime, first: date, last: date
):
    with pytest.raises(refusals.SurveyOverlaps) as refused:
        actions.enter(given(first, last), by=clerk, at=now)
    assert "30/09/2021" in refused.value.sentence or "quý III" in refused.value.sentence


def test_days_that_touch_are_not_the_same_days(total: SurveyTotal, clerk: Viewer, now: datetime):
    assert actions.enter(given(date(2021, 10, 1), date(2021, 12, 31)), by=clerk, at=now)


def test_another_wards_days_are_its_own(total: SurveyTotal, other_ward: Ward, view, now: datetime):
    assert actions.enter(given(), by=view(other_ward.clerk), at=now)


def test_a_correction_stands_beside_with_its_reason(total: SurveyTotal, clerk: Viewer, now: datetime):
    made = actions.correct(total, given(satisfied=110), "Cộng nhầm phiếu trắng", by=clerk, at=now)
    assert (made.corrects, made.reason, made.satisfied) == (total, "Cộng nhầm phiếu trắng", 110)
    total.refresh_from_db()
    assert total.satisfied == 114
    assert list(SurveyTotal.objects.standing()) == [made]
    with pytest.raises(refusals.SurveyCorrected):
        actions.correct(total, given(), "Lần nữa", by=clerk, at=now)


def test_a_correction_needs_its_reason(total: SurveyTotal, clerk: Viewer, now: datetime):
    with pytest.raises(refusals.ReasonMissing):
        actions.correct(total, given(), "  ", by=clerk, at=now)


def test_a_correction_may_move_the_days_but_not_onto_another(
    total: SurveyTotal, clerk: Viewer, now: datetime
):
    actions.enter(given(date(2021, 10, 1), date(2021, 12, 31)), by=clerk, at=now)
    with pytest.raises(refusals.SurveyOverlaps):
        actions.correct(total, given(last=date(2021, 10, 1)), "Sửa kỳ", by=clerk, at=now)
    assert actions.correct(total, given(first=date(2021, 6, 1)), "Sửa kỳ", by=clerk, at=now)


def test_who_may_enter(ward: Ward, view, now: datetime):
    for official in (ward.specialist, ward.auditor, ward.chairman):
        with pytest.raises(shared.NotAllowed):
            actions.enter(given(), by=view(official), at=now)


# From Excel


def workbook(*rows: tuple[Any, ...], headers: tuple[str, ...] = COLUMNS) -> bytes:
    return write_sheet(Table(title="Khảo sát", headers=headers, rows=rows))


GOOD = (
    ("01/01/2021", "31/03/2021", 100, 95, PAPER), (date(2021, 4, 1), date(2021, 6, 30), "1.204", "1.200", PAPER),
)  # fmt: skip


def test_a_worksheet_is_read_whole(clerk: Viewer, now: datetime):
    totals = actions.enter_all(read_totals(workbook(*GOOD), name="ks.xlsx"), by=clerk, at=now)
    assert [(one.period_start, one.asked, one.satisfied) for one in totals] == [
        (date(2021, 1, 1), 100, 95), (date(2021, 4, 1), 1204, 1200),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (("32/01/2021", "31/03/2021", 100, 95, PAPER), "A4"), (("01/01/2021", "", 100, 95, PAPER), "B4"),
        (("01/01/2021", "31/03/2021", "nhiều", 95, PAPER), "C4"),
        (("01/01/2021", "31/03/2021", 100, "9,5", PAPER), "D4"),
        (("01/01/2021", "31/03/2021", 100, 95, "x" * 301), "E4"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_and_nothing_goes_in(row: tuple[Any, ...], where: str):
    with pytest.raises(refusals.SurveySheetWrong) as refused:
        read_totals(workbook(GOOD[0], row), name="ks.xlsx")
    assert where in refused.value.sentence


@pytest.mark.parametrize("data", [workbook(), workbook(("a", "b"), headers=("Tên", "Số"))])
def test_a_worksheet_without_totals_is_refused(data: bytes):
    with pytest.raises(refusals.SurveySheetWrong):
        read_totals(data, name="ks.xlsx")


def test_one_bad_line_keeps_all_out(clerk: Viewer, now: datetime):
    rows = read_totals(workbook(*GOOD, ("01/06/2021", "31/07/2021", 10, 5, PAPER)), name="ks.xlsx")
    with pytest.raises(refusals.SurveyOverlaps):
        actions.enter_all(rows, by=clerk, at=now)
    assert not SurveyTotal.objects.exists()


# Pages


def test_an_empty_page_teaches(browser: Client):
    page = open_page(browser, URL)
    assert "Chưa có số liệu, nên chưa có tỷ lệ hài lòng" in page.text
    assert "0 %" not in page.text


def test_a_total_is_entered_on_the_page(browser: Client):
    page = open_page(browser, f"{URL}nhap/")
    form = page.form(button="Lưu")
    typed = {"first_on": "1/7/2021", "last_on": "30/9/2021", "asked": "1.200", "satisfied": "1140"}
    back = examine(form.send(browser, **typed), status=422)
    assert "Chưa ghi kết quả khảo sát lấy từ đâu" in back.notice
    assert form.send(browser, **typed, source=PAPER).status_code == 302
    listed = open_page(browser, URL)
    assert "95,00 %" in listed.text
    assert "C lấy từ biểu tổng hợp" in listed.text


@pytest.mark.parametrize(
    "typed",
    [
        {"first_on": "31/2/2021"}, {"asked": "abc"}, {"asked": ""}, {"satisfied": "-4"}, {"satisfied": "2,5"},
        {"satisfied": "99999999999999"}, {"source": "x" * 301},
    ],
)  # fmt: skip
def test_bad_input_comes_back_as_typed(browser: Client, typed: dict[str, str]):
    whole = {
        "first_on": "1/7/2021",
        "last_on": "30/9/2021",
        "asked": "120",
        "satisfied": "114",
        "source": PAPER,
    }
    page = open_page(browser, f"{URL}nhap/")
    back = examine(page.form(button="Lưu").send(browser, **(whole | typed)), status=422)
    assert back.notice
    assert next(iter(typed.values())) in [one.get("value") or "" for one in back.find("//input")]
    assert not SurveyTotal.objects.exists()


def test_a_correction_begins_with_what_stands(total: SurveyTotal, browser: Client):
    page = open_page(browser, f"{URL}{total.uid}/sua/")
    form = page.form(button="Lưu")
    assert (form.values["asked"], form.values["first_on"]) == ("120", "01/07/2021")
    assert form.send(browser, satisfied="110", reason="Cộng nhầm").status_code == 302
    page = open_page(browser, URL)
    assert "đã thay bằng bản sửa" in page.text
    assert "bản sửa, lý do: Cộng nhầm" in page.text


def test_a_file_comes_with_it_and_can_be_opened_again(browser: Client):
    pdf = SimpleUploadedFile("bao-cao.pdf", ENCLOSED, content_type="application/pdf")
    sent = {
        "first_on": "1/7/2021",
        "last_on": "30/9/2021",
        "asked": "120",
        "satisfied": "114",
        "source": "",
        "file": pdf,
    }
    assert browser.post(f"{URL}nhap/", sent).status_code == 302
    total = SurveyTotal.objects.get()
    assert total.source == total.file_name == "bao-cao.pdf"
    assert browser.get(f"{URL}{total.uid}/tep/").content == ENCLOSED


def test_a_file_of_no_known_kind_is_refused(browser: Client):
    exe = SimpleUploadedFile("bao-cao.exe", b"MZ....", content_type="application/pdf")
    sent = {
        "first_on": "1/7/2021",
        "last_on": "30/9/2021",
        "asked": "120",
        "satisfied": "114",
        "source": PAPER,
        "file": exe,
    }
    assert browser.post(f"{URL}nhap/", sent).status_code == 422


def test_a_worksheet_is_sent_on_the_page(browser: Client):
    open_page(browser, f"{URL}excel/")
    file = SimpleUploadedFile("ks.xlsx", workbook(*GOOD))
    assert browser.post(f"{URL}excel/", {"file": file}).status_code == 302
    assert SurveyTotal.objects.count() == 2
    bad = SimpleUploadedFile("ks.xlsx", workbook(("x", "y", 1, 1, PAPER)))
    assert "A3" in examine(browser.post(f"{URL}excel/", {"file": bad}), status=422).notice
    assert examine(browser.post(f"{URL}excel/", {}), status=422).notice


def test_the_blank_worksheet_is_read_back(browser: Client):
    with pytest.raises(refusals.SurveySheetWrong, match="không có dòng nào"):
        read_totals(browser.get(f"{URL}mau.xlsx").content, name="mau.xlsx")


def test_another_ward_reaches_none_of_it(
    total: SurveyTotal, other_ward: Ward, client: Client, sign_in: SignIn
):
    stranger = sign_in(client, other_ward.clerk)
    assert stranger.get(f"{URL}{total.uid}/sua/").status_code == 404
    assert stranger.get(f"{URL}{total.uid}/tep/").status_code == 404
    assert "Chưa nhập kết quả khảo sát nào" in open_page(stranger, URL).text


def test_those_who_may_not_are_turned_away(total: SurveyTotal, client: Client, ward: Ward, sign_in: SignIn):
    looker = sign_in(client, ward.specialist)
    assert "Sửa" not in open_page(looker, URL).texts("//a")
    for address in ("nhap/", "excel/", f"{total.uid}/sua/"):
        assert looker.get(f"{URL}{address}").status_code == 403
