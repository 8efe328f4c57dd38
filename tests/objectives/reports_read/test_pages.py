"""The pages of dropped reports: drop, look, confirm; bad files say what is wrong and lose nothing."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.objectives.models import Measurement, Plan, ReportBinding, ReportRead
from tests.examine import examine, open_page, sign_in
from tests.objectives.reports_read.made import BUDGET, HEAD, dropped, line_of, word
from tests.people import Ward

DOOR = "/muc-tieu/tu-bao-cao/"
EMPTY_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
    b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n95\n%%EOF\n"
)


@pytest.fixture
def seen(client: Client, ward: Ward, plan: Plan) -> Client:
    return sign_in(client, ward.clerk)


def send(client: Client, data: bytes, name: str):
    return client.post(DOOR, {"file": SimpleUploadedFile(name, data)}, follow=True)


def test_a_word_report_is_dropped_looked_at_and_confirmed(seen: Client, django_assert_max_num_queries):
    data = word(
        BUDGET.format("972,1"), "Có 6.583/7.033 người tham gia BHYT, đạt 95,1%.", "Chi 5 triệu đồng mua cây."
    )
    page = examine(send(seen, data, "bao-cao.docx"))
    report = ReportRead.objects.get()
    assert "Xác nhận tất cả 1 số" in page.text
    assert "không khớp nhau" in page.text
    assert page.find("//a[@href='#s1']")
    with django_assert_max_num_queries(26):
        seen.get(f"{DOOR}{report.uid}/")
    seen.post(f"{DOOR}{report.uid}/")
    made = Measurement.objects.get()
    assert (made.indicator.code, made.grade) == ("thu-ngan-sach", "D")
    again = send(seen, data, "ten-khac.docx")
    assert "nên mở lại bản đã đọc" in again.content.decode()
    assert ReportRead.objects.count() == 1
    assert seen.get(f"{DOOR}{report.uid}/tep/").content == data
    open_page(seen, DOOR)


def test_a_refused_line_keeps_what_was_typed_and_questions_are_answered_in_place(seen: Client, ward: Ward):
    report = dropped(ward, "Có 6.583/7.033 người tham gia BHYT, đạt 95,1%.")
    line = line_of(report, "bao-hiem-y-te")
    address, days = f"{DOOR}dong/{line.uid}/", "20210901-20211001"
    sent = {
        "do": "confirm",
        "d1-numerator": "6.600",
        "d1-denominator": "7.033",
        "d1-period": days,
        "d1-stage": "official",
    }
    refused = examine(seen.post(address, sent), status=422)
    assert "Chưa ghi lý do sửa so với bản đọc" in refused.text
    assert refused.find("//input[@name='d1-numerator'][@value='6.600']")
    wrong = examine(seen.post(address, {**sent, "d1-numerator": "sáu"}), status=422)
    assert "chưa đọc được thành số" in wrong.text
    done = seen.post(address, {**sent, "d1-reason": "Bảo hiểm báo lại", "d1-seen": "on"})
    assert done.status_code == 302
    assert Measurement.objects.get().numerator == "6600"
    open_page(seen, f"{DOOR}da-quen/")
    seen.post(f"{DOOR}da-quen/{ReportBinding.objects.get().uid}/quen/")
    assert not ReportBinding.objects.standing().exists()
    assert seen.post(address, {"do": "nothing"}).status_code == 404


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"MZ\x90\x00" + b"\x00" * 200, "bao-cao.docx", "chương trình máy tính"),
        (EMPTY_PDF, "bao-cao.pdf", "bao-cao.pdf"),
        (word(BUDGET.format("972,1"), head=(*HEAD[:2], "PHƯỜNG NAM HỒNG", *HEAD[3:])), "khac.docx", "phường Nam Hồng"),
    ],
)  # fmt: skip
def test_a_bad_file_says_what_is_wrong_and_nothing_is_kept(seen: Client, data: bytes, name: str, says: str):
    page = examine(send(seen, data, name), status=422)
    assert says in page.text
    assert not ReportRead.objects.exists()


def test_another_wards_official_sees_nothing_and_who_records_nothing_cannot_drop(
    client: Client, ward: Ward, other_ward: Ward, plan: Plan
):
    report = dropped(ward, BUDGET.format("972,1"))
    line = line_of(report, "thu-ngan-sach")
    stranger = sign_in(client, other_ward.clerk)
    for address in (f"{report.uid}/", f"{report.uid}/tep/", f"dong/{line.uid}/"):
        assert stranger.get(DOOR + address).status_code == 404
    auditor = sign_in(client, ward.auditor)
    assert send(auditor, word(BUDGET.format("1")), "a.docx").status_code == 403
    assert auditor.post(
        f"{DOOR}dong/{line.uid}/", {"do": "confirm", "d1-value": "5", "d1-period": ""}
    ).status_code in (403, 422)
