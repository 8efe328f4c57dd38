"""The page of one import in every status: what waits for a person, what came of it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.intake.models import Import
from tests.examine import Page, open_page
from tests.intake.pages.making import CHANGED, OTHER_WARD, made, preview, unmapped
from tests.people import Ward

EVERY = [str(one) for one in Import.Status]
WAITING = {"unmapped", "previewed"}


def address(imported: Import, rest: str = "") -> str:
    return f"/nhap-tu-tep/{imported.uid}/{rest}"


def opened(browser: Client, imported: Import) -> Page:
    return open_page(browser, address(imported))


@pytest.mark.parametrize("status", EVERY)
def test_every_status_has_a_sound_page(
    clerks_browser: Client, ward: Ward, now: datetime, status: str
) -> None:
    page = opened(clerks_browser, made(ward.clerk, status, at=now))
    assert page.title == "so-theo-doi-2021.xlsx"
    assert page.link("Tải tệp gốc")


@pytest.mark.parametrize("status", EVERY)
def test_every_official_of_the_unit_may_look_but_only_importers_act(
    auditors_browser: Client, ward: Ward, now: datetime, status: str
) -> None:
    page = opened(auditors_browser, made(ward.clerk, status, at=now))
    assert [
        form.action for form in page.forms if form.method == "post" and "nhap-tu-tep" in form.action
    ] == []
    assert not page.find(".//a[contains(@href, 'rut-lai')]")


@pytest.mark.parametrize("status", EVERY)
@pytest.mark.parametrize(
    "rest",
    ["", "tien-do.json", "tep-goc/", "khong-doc-duoc.xlsx", "khong-doc-duoc.csv", "ghep-cot/", "rut-lai/"],
)
def test_another_ward_finds_nothing(
    neighbours_browser: Client, ward: Ward, now: datetime, status: str, rest: str
) -> None:
    assert neighbours_browser.get(address(made(ward.clerk, status, at=now), rest)).status_code == 404


@pytest.mark.parametrize("rest", ["ghep-cot/", "ky/", "nhap/", "bo/", "rut-lai/"])
def test_another_ward_changes_nothing(
    neighbours_browser: Client, ward: Ward, now: datetime, rest: str
) -> None:
    imported = made(ward.clerk, "previewed", at=now)
    assert neighbours_browser.post(address(imported, rest)).status_code == 404
    imported.refresh_from_db()
    assert imported.status == "previewed"


@pytest.mark.parametrize("rest", ["ghep-cot/", "ky/", "nhap/", "bo/"])
def test_who_may_not_import_is_refused_with_a_sentence(
    auditors_browser: Client, ward: Ward, now: datetime, rest: str
) -> None:
    answer = auditors_browser.post(address(made(ward.clerk, "previewed", at=now), rest))
    assert answer.status_code == 403
    assert "công chức" in answer.content.decode().lower()


def test_a_file_being_read_says_how_far_it_is_and_that_one_may_leave(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    imported = made(ward.clerk, "reading", at=now, done=1200, total=50000, stage="compare")
    page = opened(clerks_browser, imported)
    assert "1.200 trong 50.000 dòng" in page.text
    assert "Có thể rời trang" in page.text
    assert page.link("Xem lại") == address(imported)
    bar = page.one(".//progress")
    assert (bar.get("value"), bar.get("max")) == ("1200", "50000")
    assert page.find(".//script[contains(@src, 'intake/progress.js')]")


def test_a_settled_page_asks_nothing(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    page = opened(clerks_browser, made(ward.clerk, "committed", at=now))
    assert not page.find(".//script[contains(@src, 'progress')]")


def test_progress_is_told_as_json(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    imported = made(ward.clerk, "committing", at=now, done=5, total=10)
    told = clerks_browser.get(address(imported, "tien-do.json")).json()
    assert told == {"said": "Đang nhập: 5 trong 10 dòng", "done": 5, "total": 10, "settled": False}
    Import.objects.filter(pk=imported.pk).update(status="previewed")
    assert clerks_browser.get(address(imported, "tien-do.json")).json()["settled"] is True


def test_a_refused_file_says_why_and_offers_the_way_in_again(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "refused", at=now))
    assert "có mật khẩu" in page.notice
    assert page.form("/nhap-tu-tep/nap/").method == "post"


def test_the_preview_shows_changes_after_the_due_date_first(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now))
    table = page.one(".//section[@aria-labelledby='thay-doi']//table/tbody")
    first, second = table.findall("tr")
    text = " ".join("".join(first.itertext()).split())
    assert "Đã thay đổi sau hạn" in text
    assert "06/01/2021 16:30" in text and "12/01/2021 16:30" in text  # noqa: PT018
    assert "Đang giải quyết" in text  # a stored value in words
    assert "sau hạn" not in "".join(second.itertext())


def test_the_preview_counts_everything_and_shows_how_much_of_it(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now))
    assert page.texts(".//ul[@class='counts']/li") == [
        "1 đã thay đổi sau hạn", "2 thay đổi", "24 mới", "302 không đổi", "2 không còn trong tệp", "3 không đọc được",
    ]  # fmt: skip
    assert "Đang xem 10 trong 24" in page.text
    assert len(page.find(".//section[@aria-labelledby='dong-moi']//tbody/tr")) == 10


def test_columns_left_out_are_named_with_the_reason(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now))
    assert "Chủ hồ sơ · dữ liệu cá nhân, chưa nêu mục đích" in page.text
    assert "STT · không ghép vào mục nào" in page.text


def test_rows_gone_ask_and_nothing_is_preselected(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now))
    form = page.form("/nhap/")
    assert "mat" not in form.values
    assert len(page.find(".//input[@name='mat']")) == 2


def test_without_rows_gone_nothing_is_asked_and_the_button_has_the_focus(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now, rows_gone=0))
    assert not page.find(".//input[@name='mat']")
    (button,) = page.find(".//button[@autofocus]")
    assert "".join(button.itertext()) == "Nhập 26 dòng"


def test_another_wards_name_must_be_ticked(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    imported = made(ward.clerk, "previewed", at=now, rows_gone=0, seen=preview(doubts=(OTHER_WARD,)))
    page = opened(clerks_browser, imported)
    assert "Đậu Liêu" in page.notice
    assert "xac_nhan_other_ward" not in page.form("/nhap/").values


def test_a_file_that_does_not_say_its_period_asks_for_it_first(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    imported = made(
        ward.clerk, "previewed", at=now, covers_start=None, covers_end=None, seen=preview(stated=None)
    )
    page = opened(clerks_browser, imported)
    assert "Chưa biết tệp nói về những ngày nào" in page.notice
    assert {"tu", "den"} <= set(page.form("/ky/").values)
    assert not page.find(".//form[@id='nhap']//button[starts-with(., 'Nhập')]")


def test_a_period_stated_in_the_file_is_not_asked_for(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now))
    assert not page.find(".//form[contains(@action, '/ky/')]")
    assert "Năm 2021" in page.text or "năm 2021" in page.text


def test_the_same_file_twice_says_that_nothing_changed(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    imported = made(
        ward.clerk, "previewed", at=now, seen=preview(new=(), changed=(), gone=(), unreadable=()),
        rows_new=0, rows_changed=0, rows_after_due=0, rows_gone=0, rows_unreadable=0,
    )  # fmt: skip
    page = opened(clerks_browser, imported)
    assert "Không có gì thay đổi" in page.notice
    assert "Ghi nhận tệp này" in page.text


def test_unknown_words_are_named_with_the_way_out(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    from tests.intake.pages.making import WORDS

    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now, seen=preview(words=WORDS)))
    assert "“Chờ liên thông” (Trạng thái)" in page.notice
    assert page.link("Ghép lại cột").endswith("/ghep-cot/")


def test_faults_stand_with_their_cells_and_go_out_as_files(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    from chuan.exchange.sheets import read_sheet

    imported = made(ward.clerk, "previewed", at=now)
    assert "E12" in opened(clerks_browser, imported).text
    answer = clerks_browser.get(address(imported, "khong-doc-duoc.xlsx"))
    (sheet,) = read_sheet(answer.content, name="x.xlsx")
    texts = [cell.text for row in sheet.rows for cell in row]
    assert "31/02/2021" in texts
    assert "=HYPERLINK(1)" in texts  # a text, not a formula


def test_a_formula_in_a_fault_is_harmless_in_csv(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    answer = clerks_browser.get(address(made(ward.clerk, "previewed", at=now), "khong-doc-duoc.csv"))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "'=HYPERLINK(1)" in answer.content.decode("utf-8-sig")
    assert answer["Content-Disposition"].startswith("attachment")


def test_the_original_is_handed_out_byte_for_byte_and_never_shown(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    from chuan.files import actions as files

    imported = made(ward.clerk, "committed", at=now, blob=files.keep(b"<script>", media_type="text/html"))
    answer = clerks_browser.get(address(imported, "tep-goc/"))
    assert answer.content == b"<script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_an_import_taken_in_says_who_and_when_and_may_be_withdrawn(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "committed", at=now))
    assert "Trần Thị Văn Phòng" in page.text
    assert page.link("Rút lại").endswith("/rut-lai/")


def test_the_chairman_may_withdraw_though_he_may_not_import(
    chairmans_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(chairmans_browser, made(ward.clerk, "committed", at=now))
    assert page.link("Rút lại")


def test_a_withdrawn_import_stays_visible_with_who_when_and_why(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(clerks_browser, made(ward.clerk, "withdrawn", at=now))
    assert "Nhập nhầm tệp năm trước" in page.notice
    assert "Trần Thị Văn Phòng rút lại" in page.notice
    assert not page.find(".//a[contains(@href, 'rut-lai')]")
    assert "000.24.31.H27-210104-0009" in page.text.replace(" ", "")


def test_what_stands_in_a_file_is_only_text(clerks_browser: Client, ward: Ward, now: datetime) -> None:
    evil = '"><script>alert(1)</script>'
    (first, *rest) = CHANGED
    seen = preview(changed=(type(first)(evil, evil, first.fields), *rest), unit=evil, gone=(evil,))
    page = opened(clerks_browser, made(ward.clerk, "previewed", at=now, seen=seen, file_name=evil))
    assert not page.find(".//script[not(@src)]")
    assert page.title == evil


@pytest.mark.parametrize("status", ["previewed", "committed"])
def test_the_page_takes_as_many_statements_for_many_rows_as_for_few(
    clerks_browser: Client, ward: Ward, now: datetime, status: str
) -> None:
    from django.db import connection

    few_rows = made(ward.clerk, status, at=now, seen=preview(new=preview().new[:1], changed=CHANGED[:1]))
    many_rows = made(ward.clerk, status, at=now)
    with CaptureQueriesContext(connection) as few:
        clerks_browser.get(address(few_rows))
    with CaptureQueriesContext(connection) as many:
        clerks_browser.get(address(many_rows))
    assert len(many) == len(few) <= 16


def test_a_waiting_import_opens_for_a_viewer_with_a_sentence(
    auditors_browser: Client, ward: Ward, now: datetime
) -> None:
    page = opened(auditors_browser, unmapped(ward.clerk, at=now))
    assert "đang chờ" in page.notice
