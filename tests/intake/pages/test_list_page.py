"""The list of imports: the way in, what is covered, filters, search without marks, pages, Excel."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.exchange.sheets import read_sheet
from chuan.intake.models import Import
from tests.examine import open_page
from tests.intake.pages.making import made, unmapped
from tests.people import Ward

URL = "/nhap-tu-tep/"


@pytest.fixture
def several(ward: Ward, now: datetime) -> dict[str, Import]:
    """One import of each kind that a list has to tell apart."""
    return {
        "year": made(ward.clerk, "committed", at=now),
        "totals": made(
            ward.one_stop, "committed", at=now - timedelta(days=1), register="dossier_totals",
            file_name="Biểu II.06a tháng 9.xls", source="Văn phòng",
        ),
        "waiting": unmapped(ward.clerk, at=now - timedelta(days=2), file_name="Sổ chứng thực Bắc Hồng.ods"),
        "old": made(ward.clerk, "withdrawn", at=now - timedelta(days=800), file_name="cu.csv"),
    }  # fmt: skip


def rows(browser: Client, url: str = URL) -> list[str]:
    """The imports of a page, by file name."""
    return [
        "".join(one.itertext()).strip()
        for one in open_page(browser, url).find(".//table[contains(@class,'fold')]//th[@scope='row']/a")
    ]


def test_the_newest_stands_first(clerks_browser: Client, several: dict[str, Import]) -> None:
    assert rows(clerks_browser) == [several[name].file_name for name in ("year", "totals", "waiting", "old")]


def test_an_empty_list_teaches_which_columns_a_file_needs(clerks_browser: Client, ward: Ward) -> None:
    page = open_page(clerks_browser, URL)
    assert "Chưa nạp tệp nào" in page.text
    assert page.one("details.block").get("open") is not None
    assert "Mã hồ sơ, Ngày tiếp nhận" in page.text
    assert "Chủ hồ sơ" in page.text
    assert "chưa nhập tệp nào" in page.text


def test_with_imports_the_lesson_is_folded(clerks_browser: Client, several: dict[str, Import]) -> None:
    assert open_page(clerks_browser, URL).one("details.block").get("open") is None


def test_who_may_not_import_sees_the_list_without_the_way_in(
    auditors_browser: Client, several: dict[str, Import]
) -> None:
    page = open_page(auditors_browser, URL)
    assert not page.find(".//input[@type='file']")
    assert len(rows(auditors_browser)) == 4


def test_the_way_in_takes_several_files_and_needs_no_script(
    clerks_browser: Client, several: dict[str, Import]
) -> None:
    page = open_page(clerks_browser, URL)
    field = page.one(".//input[@type='file']")
    assert field.get("multiple") is not None
    form = page.form("/nhap-tu-tep/nap/")
    assert (form.method, form.element.get("enctype")) == ("post", "multipart/form-data")
    assert "csrfmiddlewaretoken" in form.values


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tim=so+chung+thuc", ["waiting"]),
        ("tim=BẮC hồng", ["waiting"]),
        ("tim=van+phong", ["year", "totals", "waiting", "old"]),
        ("tim=ii.06a", ["totals"]),
        ("tim=một+cửa+tỉnh+2021", ["year"]),
        ("tim=khong+co", []),
        ("tim=%25", []),
        ("so=dossier_totals", ["totals"]),
        ("trang_thai=unmapped", ["waiting"]),
        ("trang_thai=withdrawn&so=dossiers", ["old"]),
        ("trang_thai=gone", ["year", "totals", "waiting", "old"]),
        ("so=%3Cscript%3E", ["year", "totals", "waiting", "old"]),
        ("nam=abc&trang=x", ["year", "totals", "waiting", "old"]),
    ],
)
def test_filters_stand_in_the_address(
    clerks_browser: Client, several: dict[str, Import], query: str, found: list[str]
) -> None:
    assert rows(clerks_browser, f"{URL}?{query}") == [several[name].file_name for name in found]


def test_only_years_that_occur_are_offered(clerks_browser: Client, several: dict[str, Import]) -> None:
    year = timezone.localtime(several["old"].arrived_at).year
    assert rows(clerks_browser, f"{URL}?nam={year}") == ["cu.csv"]
    options = open_page(clerks_browser, URL).find(".//select[@name='nam']/option")
    assert len(options) == 3


def test_what_was_chosen_stays_in_the_form(clerks_browser: Client, several: dict[str, Import]) -> None:
    page = open_page(clerks_browser, f"{URL}?tim=ii&so=dossier_totals&trang_thai=committed")
    values = page.form(URL).values
    assert (values["tim"], values["so"], values["trang_thai"]) == ("ii", "dossier_totals", "committed")
    assert "1 tệp" in page.text


def test_a_search_without_a_hit_says_how_to_go_on(clerks_browser: Client, several: dict[str, Import]) -> None:
    page = open_page(clerks_browser, f"{URL}?tim=zzz")
    assert "Không có tệp nào khớp" in page.text
    assert page.link("Xem mọi tệp") == URL


def test_each_status_is_a_word_beside_a_shape(clerks_browser: Client, several: dict[str, Import]) -> None:
    assert open_page(clerks_browser, URL).texts(".//td//span[contains(@class,'verdict')]") == [
        "Đã nhập", "Đã nhập", "Chờ ghép cột", "Đã rút",
    ]  # fmt: skip


def test_another_ward_sees_none_of_them(neighbours_browser: Client, several: dict[str, Import]) -> None:
    assert rows(neighbours_browser) == []


def test_the_excel_file_holds_the_filtered_rows(clerks_browser: Client, several: dict[str, Import]) -> None:
    page = open_page(clerks_browser, f"{URL}?so=dossiers")
    (sheet,) = read_sheet(clerks_browser.get(page.link("Tải Excel")).content, name="x.xlsx")
    texts = [[cell.text for cell in row] for row in sheet.rows]
    (head,) = [n for n, row in enumerate(texts) if "Tệp" in row]
    assert [row[0] for row in texts[head + 1 :]] == [
        several[name].file_name for name in ("year", "waiting", "old")
    ]
    (line,) = [row for row in sheet.rows[head + 1 :] if row[0].text == "so-theo-doi-2021.xlsx"]
    assert [cell.value for cell in line[5:11]] == [24, 2, 1, 302, 2, 3]
    assert line[4].value in (date(2021, 12, 31), datetime(2021, 12, 31))


def test_counts_of_a_file_that_nobody_compared_yet_are_empty_not_nought(
    clerks_browser: Client, several: dict[str, Import]
) -> None:
    answer = clerks_browser.get(f"{URL}danh-sach.xlsx?trang_thai=unmapped")
    (sheet,) = read_sheet(answer.content, name="x.xlsx")
    (line,) = [row for row in sheet.rows if row[0].text.startswith("Sổ chứng thực")]
    assert [cell.text for cell in line[5:11]] == [""] * 6


def test_long_lists_come_in_pages_that_keep_the_filters(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    blob = made(ward.clerk, "refused", at=now).blob
    Import.objects.bulk_create(
        Import(
            unit=ward.unit, blob=blob, by=ward.clerk, file_name=f"tep-{n}.csv", status="refused",
            register="dossiers", arrived_at=now,
        )
        for n in range(119)
    )  # fmt: skip
    page = open_page(clerks_browser, f"{URL}?trang_thai=refused&trang=2")
    assert "Đang xem 51–100 trong 120" in page.text
    assert "trang_thai=refused" in page.link("Trang sau")


def test_the_page_takes_as_many_statements_for_many_as_for_few(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    from django.db import connection

    def some(count: int, start: int) -> None:
        for n in range(count):
            made(ward.clerk, "previewed", at=now, file_name=f"tep-{start + n}.csv")

    some(2, 0)
    with CaptureQueriesContext(connection) as few:
        clerks_browser.get(f"{URL}?tim=tep")
    some(12, 2)
    with CaptureQueriesContext(connection) as many:
        clerks_browser.get(f"{URL}?tim=tep")
    assert len(many) == len(few) <= 28
