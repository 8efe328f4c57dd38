"""The pages that take a catalogue in, and those of proposals out of decisions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from chuan.dossiers.actions import procedure_changes
from chuan.dossiers.models import Procedure, ProcedureChange, ProcedureVersion
from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.dossiers.procedures.conftest import catalogue, line
from tests.dossiers.procedures.made import confirmed
from tests.dossiers.procedures.test_changes import paper
from tests.examine import Page, examine, open_page
from tests.people import Ward

BRING, PROPOSALS = "/thu-tuc/nhap/", "/thu-tuc/de-xuat/"
SignIn = Callable[[Client, Official], Client]


def send(client: Client, data: bytes, name: str = "danh-muc.jsonl", day: str = "1/1/2021") -> HttpResponse:
    return client.post(BRING, {"file": SimpleUploadedFile(name, data), "valid_from": day})


def preview(client: Client, data: bytes, name: str = "danh-muc.jsonl") -> Page:
    return examine(send(client, data, name), BRING)


def test_a_file_is_previewed_then_taken_in_by_one_press(keepers_browser: Client) -> None:
    page = preview(keepers_browser, catalogue(line(), line("1.000894", "Kết hôn", "Trực tiếp5Miễn phí")))
    assert "1 đủ số và đơn vị, 1 cần người chọn" in page.text
    assert not Procedure.objects.exists()

    answer = page.form(button="Nhập 2 bản, chờ xác nhận").send(keepers_browser)

    assert answer.status_code == 302
    assert ProcedureVersion.objects.filter(status="proposed").count() == 2


def test_what_cannot_be_read_is_named_by_its_place(keepers_browser: Client) -> None:
    page = preview(keepers_browser, catalogue(line(), "{hỏng"))

    assert "dòng 2" in page.text


def test_the_same_file_again_says_that_nothing_changed(keepers_browser: Client) -> None:
    page = preview(keepers_browser, catalogue())
    page.form(button="Nhập 1 bản, chờ xác nhận").send(keepers_browser)

    assert "Không có gì thay đổi" in preview(keepers_browser, catalogue()).text


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 hong", b"\xd0\xcf\x11\xe0", b"Ho ten;Tuoi;Noi\nA;3;B\n"])
def test_a_file_that_is_no_catalogue_is_refused_on_its_page(keepers_browser: Client, data: bytes) -> None:
    page = examine(send(keepers_browser, data, "a.csv"), BRING, status=422)

    assert page.notice


def test_a_day_that_is_none_keeps_the_page(keepers_browser: Client) -> None:
    page = examine(send(keepers_browser, catalogue(), day="31/02/2021"), BRING, status=422)

    assert page.one(".//input[@name='valid_from']").get("value") == "31/02/2021"


def test_a_forged_preview_is_refused(keepers_browser: Client) -> None:
    answer = keepers_browser.post("/thu-tuc/nhap/ghi/", {"xem": "x:y:z"}, follow=True)

    assert "không còn dùng được" in answer.content.decode()
    assert not Procedure.objects.exists()


def test_a_preview_of_another_ward_is_refused(
    keepers_browser: Client, sign_in: SignIn, other_ward: Ward
) -> None:
    token = preview(keepers_browser, catalogue()).one(".//input[@name='xem']").get("value")

    sign_in(Client(), other_ward.one_stop).post("/thu-tuc/nhap/ghi/", {"xem": token})

    assert not Procedure.objects.exists()


def test_the_template_can_be_taken_out(keepers_browser: Client) -> None:
    (sheet,) = read_sheet(keepers_browser.get("/thu-tuc/nhap/mau.xlsx").content, name="mau.xlsx")

    assert "Mã thủ tục" in [cell.text for row in sheet.rows for cell in row]


@pytest.mark.parametrize("url", [BRING])
def test_only_keepers_open_the_import(client: Client, sign_in: SignIn, ward: Ward, url: str) -> None:
    open_page(sign_in(client, ward.auditor), url, status=403)


def test_a_decision_is_read_into_proposals_and_taken(keepers_browser: Client, ward: Ward) -> None:
    old = confirmed(ward.unit)
    keepers_browser.post(PROPOSALS, {"file": SimpleUploadedFile("qd.txt", paper())})
    page = open_page(keepers_browser, PROPOSALS)
    assert "Bãi bỏ: Thủ tục đăng ký khai sinh" in page.text

    answer = page.form(button="Áp dụng").send(keepers_browser)

    assert answer.headers["Location"] == f"/thu-tuc/{old.procedure.uid}/"
    assert "Đã xử lý" in open_page(keepers_browser, f"{PROPOSALS}?xem=da-xong").text


def test_a_proposal_that_lacks_something_asks_for_it(
    keepers_browser: Client, keeper: Viewer, now: datetime
) -> None:
    procedure_changes.propose(paper(head="MỚI BAN HÀNH", effect="theo quy định"), "qd.txt", by=keeper, at=now)
    page = open_page(keepers_browser, PROPOSALS)

    page = examine(page.form(button="Áp dụng").send(keepers_browser), status=422)
    assert "không cho biết ngày có hiệu lực" in page.text
    page.form(button="Áp dụng").send(keepers_browser, effective_from="1/12/2021")

    assert ProcedureVersion.objects.get().status == "proposed"


def test_a_whole_decision_is_dismissed_for_one_reason(
    keepers_browser: Client, keeper: Viewer, now: datetime
) -> None:
    (change,) = procedure_changes.propose(paper(), "qd.txt", by=keeper, at=now)
    url = f"{PROPOSALS}{change.uid}/bo/"
    examine(keepers_browser.post(url, {"reason": ""}), url, status=422)

    keepers_browser.post(url, {"reason": "Thủ tục cấp tỉnh", "ca-quyet-dinh": "1"})

    assert ProcedureChange.objects.get().status == "dismissed"


def test_a_decision_without_lists_is_refused_on_its_page(keepers_browser: Client) -> None:
    file = SimpleUploadedFile("qd.txt", "QUYẾT ĐỊNH về khen thưởng".encode())
    page = examine(keepers_browser.post(PROPOSALS, {"file": file}), PROPOSALS, status=422)

    assert "Không thấy danh mục thủ tục nào" in page.text


def test_an_empty_page_of_proposals_teaches(client: Client, sign_in: SignIn, ward: Ward) -> None:
    page = open_page(sign_in(client, ward.auditor), PROPOSALS)

    assert "Không có đề xuất nào đang chờ" in page.text


def test_another_wards_proposal_is_not_found(
    client: Client, sign_in: SignIn, keeper: Viewer, other_ward: Ward, now: datetime
) -> None:
    (change,) = procedure_changes.propose(paper(), "qd.txt", by=keeper, at=now)
    browser = sign_in(client, other_ward.one_stop)

    for verb in ("ap-dung", "bo"):
        assert browser.post(f"{PROPOSALS}{change.uid}/{verb}/", {"reason": "x"}).status_code == 404
