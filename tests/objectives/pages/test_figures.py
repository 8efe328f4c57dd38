"""Putting a figure in, correcting it, and reading its passport."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.objectives.actions import correct_figure, record_figure
from chuan.objectives.models import FigureDue, Measurement, Plan
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in, words
from tests.exchange.making import pdf_of
from tests.objectives.made import clerk, given, indicator, now
from tests.people import Ward

MARCH = Period.month(2021, 3)
GOOD = {
    "numerator": "156",
    "denominator": "161",
    "stage": "official",
    "grade": "D",
    "evidence_note": "BC 12/BC-UBND",
}


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


def due_of(plan: Plan, label: str, period: Period = MARCH) -> FigureDue:
    return FigureDue.objects.get(plan=plan, indicator=indicator(plan, label), period_start=period.start)


def form_of(due: FigureDue) -> str:
    return f"/muc-tieu/nhap/{due.uid}/"


def test_the_list_names_what_waits_and_whose_it_is(seen: Client, plan: Plan):
    page = open_page(seen, f"/muc-tieu/nhap/ke-hoach/{plan.uid}/")
    assert "số liệu đã đến kỳ, chưa nhập" in page.text
    assert page.find(f"//a[@href='{form_of(due_of(plan, '3.2'))}']")


@pytest.mark.parametrize(
    ("label", "period", "field"),
    [
        ("3.2", MARCH, "numerator"), ("1.3", MARCH, "value"), ("1.17", Period.year(2021), "yes_no"),
        ("1.15", Period.year(2021), "names"), ("1.9", Period.year(2021), "denominator"),
    ],
)  # fmt: skip
def test_the_form_asks_for_what_the_indicator_needs(
    seen: Client, plan: Plan, label: str, period: Period, field: str
):
    page = open_page(seen, form_of(due_of(plan, label, period)))
    assert page.find(f"//*[@name='{field}']")


def test_a_figure_is_saved_trailed_and_its_effect_said(seen: Client, plan: Plan):
    due = due_of(plan, "3.2")
    response = seen.post(form_of(due), GOOD, follow=True)
    assert response.status_code == 200
    assert "Đã lưu số liệu" in response.content.decode()
    made = Measurement.objects.get()
    assert (made.numerator, made.denominator, made.grade) == ("156", "161", "D")
    assert Entry.objects.filter(verb="figure.record", subject_uid=made.uid).exists()
    due.refresh_from_db()
    assert due.settled_by == made


def test_a_settled_expectation_leads_to_its_figure(seen: Client, ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=clerk(ward), at=now())
    response = seen.get(form_of(due_of(plan, "3.2")))
    assert response.headers["Location"] == f"/muc-tieu/so-lieu/{made.uid}/"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"numerator": "170"}, "170"),
        ({"numerator": "mười"}, "8550"),
        ({"denominator": ""}, "tổng số"),
        ({"evidence_note": ""}, "căn cứ"),
        ({"grade": "A"}, "lựa chọn hợp lệ"),
    ],
)
def test_a_bad_figure_is_answered_with_a_sentence_and_keeps_what_was_typed(
    seen: Client, plan: Plan, wrong: dict[str, str], says: str
):
    url = form_of(due_of(plan, "3.2"))
    page = examine(seen.post(url, GOOD | wrong), url, status=422)
    alerts = " ".join(words(a) for a in page.find("//*[@role='alert'] | //*[contains(@class, 'form-error')]"))
    assert says.casefold() in (alerts or page.text).casefold()
    if "evidence_note" not in wrong:
        assert page.find("//input[@name='evidence_note']")[0].get("value") == "BC 12/BC-UBND"
    assert not Measurement.objects.exists()


def test_an_evidence_file_is_kept_and_given_back_byte_for_byte(seen: Client, plan: Plan):
    data = pdf_of("Minh chứng")
    proof = SimpleUploadedFile("bao-cao.pdf", data, "application/pdf")
    seen.post(form_of(due_of(plan, "3.2")), GOOD | {"evidence_note": "", "evidence_file": proof})
    made = Measurement.objects.get()
    response = seen.get(f"/muc-tieu/so-lieu/{made.uid}/minh-chung/")
    assert response.content == data
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "data"), [("anh.pdf", b"\x89PNG\r\n\x1a\n123"), ("may.exe", b"MZ\x00\x00"), ("rong.pdf", b"")]
)
def test_a_file_that_is_no_proof_is_refused_and_nothing_is_kept(
    seen: Client, plan: Plan, name: str, data: bytes
):
    proof = SimpleUploadedFile(name, data)
    response = seen.post(form_of(due_of(plan, "3.2")), GOOD | {"evidence_file": proof})
    assert response.status_code == 422
    assert not Measurement.objects.exists()


def test_correcting_asks_for_a_reason_and_puts_the_new_figure_beside(seen: Client, ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=2), by=clerk(ward), at=now())
    url = f"/muc-tieu/so-lieu/{made.uid}/sua/"
    page = open_page(seen, url)
    assert page.find("//input[@name='numerator']")[0].get("value") == "1"
    assert seen.post(url, GOOD | {"reason": ""}).status_code == 422
    assert seen.post(url, GOOD | {"reason": "Nhập nhầm dòng"}).status_code == 302
    versions = Measurement.objects.order_by("version")
    assert [one.version for one in versions] == [1, 2]
    assert versions[1].corrects == made


def test_the_passport_says_where_the_figure_comes_from(seen: Client, ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "3.2"), MARCH, given(num=156, den=161), by=clerk(ward), at=now())
    page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/")
    for said in (
        "D báo cáo có văn bản",
        "Báo cáo số 12/BC-UBND",
        "tháng 3 năm 2021",
        ward.clerk.name,
        "nhập tay",
    ):
        assert said in page.text
    assert "không đếm từ dòng nào" in page.text


def test_rows_typed_by_name_stand_behind_the_figure(seen: Client, plan: Plan):
    year = Period.year(2021)
    names = "\n".join(["TDP 1", "TDP 2", "- TDP 3"])
    given_names = {"names": names, "stage": "official", "grade": "D", "evidence_note": "QĐ 5/QĐ-UBND"}
    assert seen.post(form_of(due_of(plan, "1.15", year)), given_names).status_code == 302
    made = Measurement.objects.get()
    assert (made.numerator, made.denominator) == ("2", "3")
    page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/")
    assert "TDP 3" in page.text
    assert "Xuất 3 dòng" in page.text
    sheet = seen.get(f"/muc-tieu/so-lieu/{made.uid}/dong.xlsx")
    assert sheet.content.startswith(b"PK")


def test_an_older_version_says_that_it_was_corrected(seen: Client, ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=2), by=clerk(ward), at=now())
    correct_figure(made, given(num=2, den=2), reason="Nhầm", by=clerk(ward), at=now())
    page = open_page(seen, f"/muc-tieu/so-lieu/{made.uid}/")
    assert "đã có bản sửa" in page.text
    assert not page.find(f"//a[@href='/muc-tieu/so-lieu/{made.uid}/sua/']")


def test_who_may_not_is_told_whose_it_is(client: Client, ward: Ward, plan: Plan):
    stranger = sign_in(client, ward.auditor)
    response = stranger.post(form_of(due_of(plan, "3.2")), GOOD)
    assert response.status_code in (403, 422)
    assert not Measurement.objects.exists()


ADDRESSES = [
    "so-lieu/{m}/", "so-lieu/{m}/sua/", "so-lieu/{m}/minh-chung/", "so-lieu/{m}/dong.xlsx", "nhap/{d}/",
    "nhap/ke-hoach/{p}/",
]  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_another_ward_gets_404_everywhere(
    client: Client, ward: Ward, other_ward: Ward, plan: Plan, path: str
):
    made = record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=clerk(ward), at=now())
    address = path.format(m=made.uid, d=due_of(plan, "3.1").uid, p=plan.uid)
    assert sign_in(client, other_ward.clerk).get(f"/muc-tieu/{address}").status_code == 404
