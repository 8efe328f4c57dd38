"""A file walks the whole way through the pages: brought, mapped, previewed, taken in, withdrawn."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.demo_exports import files as demo_files
from chuan.exchange.tables import TABLES
from chuan.intake.models import Import, Layout, StandingRow
from chuan.trail.models import Entry
from tests.examine import Page, examine, open_page
from tests.people import Ward

URL = "/nhap-tu-tep/"
LIST, NEXT_WEEK = "danh-sach-ho-so-2021.xls", "danh-sach-ho-so-2021-tuan-sau.xls"


@pytest.fixture(scope="module")
def exports() -> dict[str, bytes]:
    """Invented exports of sixty dossiers."""
    return dict(demo_files(rows=60))


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def brought(browser: Client, *files: tuple[str, bytes]) -> Any:
    return browser.post(f"{URL}nap/", {"tep": [upload(name, data) for name, data in files]})


def page_after(browser: Client, answer: Any) -> Page:
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return open_page(browser, answer["Location"])


def confirmed(browser: Client, page: Page) -> Page:
    """The proposed mapping, confirmed as it stands."""
    return page_after(browser, page.form("/ghep-cot/").send(browser))


def taken_in(browser: Client, page: Page, **typed: str) -> Page:
    return page_after(browser, page.form("/nhap/").send(browser, **typed))


def test_one_file_goes_straight_to_its_columns_then_to_its_preview_and_in(
    clerks_browser: Client, ward: Ward, exports: dict[str, bytes]
) -> None:
    page = page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    assert page.find(".//table[contains(@class, 'map')]")
    page = confirmed(clerks_browser, page)
    assert "Chờ xác nhận" in page.text
    (button,) = page.find(".//button[@autofocus]")
    assert "Nhập" in "".join(button.itertext())
    page = taken_in(clerks_browser, page)
    assert "Đã nhập" in page.text
    assert StandingRow.objects.filter(unit=ward.unit, register="dossiers").count() > 50


def test_next_weeks_file_is_known_and_needs_one_click(
    clerks_browser: Client, exports: dict[str, bytes]
) -> None:
    taken_in(
        clerks_browser,
        confirmed(clerks_browser, page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))),
    )
    page = page_after(clerks_browser, brought(clerks_browser, (NEXT_WEEK, exports[NEXT_WEEK])))
    assert "Chờ xác nhận" in page.text
    assert "Đã thay đổi sau hạn" in page.text
    assert "Đã nhập" in taken_in(clerks_browser, page).text


def test_the_same_file_twice_changes_nothing_and_says_so(
    clerks_browser: Client, exports: dict[str, bytes]
) -> None:
    first = page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    taken_in(clerks_browser, confirmed(clerks_browser, first))
    page = page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    assert "Không có gì thay đổi" in page.notice


def test_a_file_that_waits_already_is_opened_instead(
    clerks_browser: Client, exports: dict[str, bytes]
) -> None:
    brought(clerks_browser, (LIST, exports[LIST]))
    page = examine(brought(clerks_browser, (LIST, exports[LIST])), f"{URL}nap/", status=422)
    assert "đã có trong danh sách" in page.notice
    assert page.link("Mở tệp đang chờ") == f"{URL}{Import.objects.get().uid}/"


def test_several_files_become_several_imports_and_one_bad_one_stops_no_other(
    clerks_browser: Client, exports: dict[str, bytes]
) -> None:
    answer = brought(
        clerks_browser, (LIST, exports[LIST]), ("so-chung-thuc-2021.xlsx", exports["so-chung-thuc-2021.xlsx"]),
        ("rac.xlsx", b"PK\x03\x04 not a workbook"),
    )  # fmt: skip
    page = page_after(clerks_browser, answer)
    assert page.url == URL
    assert "Đã nạp 3 tệp" in page.notice
    assert sorted(Import.objects.values_list("status", flat=True)).count("refused") >= 1


def test_nothing_chosen_is_refused_with_a_sentence_on_the_page(clerks_browser: Client, ward: Ward) -> None:
    page = examine(clerks_browser.post(f"{URL}nap/", {}), f"{URL}nap/", status=422)
    assert "Chưa chọn tệp" in page.notice
    assert page.find(".//input[@type='file'][@aria-invalid]")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rong.csv", b"", "không có nội dung"),
        ("x" * 210 + ".csv", b"a,b\n1,2\n", "quá 200 chữ cái"),
    ],
)
def test_an_empty_file_and_an_endless_name_are_refused(
    clerks_browser: Client, ward: Ward, name: str, data: bytes, said: str
) -> None:
    assert said in examine(brought(clerks_browser, (name, data)), f"{URL}nap/", status=422).notice
    assert not Import.objects.exists()


def test_a_file_over_the_limit_is_refused_before_its_bytes_are_read(
    clerks_browser: Client, ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from chuan.intake.forms import listing

    monkeypatch.setattr(listing, "TABLES", replace(TABLES, file_bytes=10))
    page = examine(brought(clerks_browser, ("to.csv", b"a,b\n" * 10)), f"{URL}nap/", status=422)
    assert "to.csv" in page.notice
    assert "Xuất lại từng quý" in page.notice


def test_a_file_that_outgrows_the_limit_on_its_way_is_named_on_the_page(
    clerks_browser: Client, ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    from chuan.exchange import uploads

    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    page = examine(brought(clerks_browser, ("2-gb.csv", b"a,b\n" * 90_000)), f"{URL}nap/", status=422)
    assert "2-gb.csv: tệp nặng hơn 80 MB" in page.notice
    assert "Xuất lại từng quý" in page.notice
    assert "Chưa chọn tệp" not in page.notice
    assert not Import.objects.exists()


def test_more_files_than_one_can_look_through_are_refused(clerks_browser: Client, ward: Ward) -> None:
    many = [(f"{n}.csv", b"a,b\n1,2\n") for n in range(21)]
    assert "tối đa 20 tệp" in examine(brought(clerks_browser, *many), f"{URL}nap/", status=422).notice
    assert not Import.objects.exists()


def test_opening_the_way_in_by_its_address_leads_to_the_list(clerks_browser: Client, ward: Ward) -> None:
    answer = clerks_browser.get(f"{URL}nap/")
    assert (answer.status_code, answer["Location"]) == (302, URL)


@pytest.mark.parametrize("who", ["chairman", "auditor", "specialist", "secretary"])
def test_who_may_not_import_brings_nothing_in(
    client: Client, ward: Ward, sign_in: Any, who: str, exports: dict[str, bytes]
) -> None:
    browser = sign_in(client, getattr(ward, who))
    assert brought(browser, (LIST, exports[LIST])).status_code == 403
    assert not Import.objects.exists()


def test_a_form_without_its_token_is_refused(ward: Ward, sign_in: Any) -> None:
    browser = sign_in(Client(enforce_csrf_checks=True), ward.clerk)
    assert brought(browser, ("a.csv", b"a,b\n1,2\n")).status_code == 403
    assert not Import.objects.exists()


def test_a_file_of_another_ward_comes_in_only_after_a_tick(
    clerks_browser: Client, ward: Ward, exports: dict[str, bytes]
) -> None:
    ward.unit.name = "Đậu Liêu"
    ward.unit.save()
    page = confirmed(
        clerks_browser, page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    )
    assert "Tệp ghi đơn vị" in page.notice
    refused = page.form("/nhap/").send(clerks_browser)
    assert "Đánh dấu xác nhận" in examine(refused, page.url, status=422).notice
    assert "Đã nhập" in taken_in(clerks_browser, page, xac_nhan_other_ward="on").text


def test_the_period_of_a_silent_file_is_said_by_a_person(clerks_browser: Client, ward: Ward) -> None:
    data = (
        "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả\n000.24.31.H27-210104-0001,04/01/2021,06/01/2021\n"
        "000.24.31.H27-210104-0002,04/01/2021,07/01/2021\n"
    )
    page = page_after(clerks_browser, brought(clerks_browser, ("im-lang.csv", data.encode())))
    sent = page.form("/ghep-cot/").send(clerks_browser, ten="Danh sách ngắn", nguon="Một cửa")
    page = page_after(clerks_browser, sent)
    assert "Chưa biết tệp nói về những ngày nào" in page.notice
    wrong = page.form("/ky/").send(clerks_browser, tu="31/01/2021", den="01/01/2021")
    again = examine(wrong, page.url, status=422)
    assert "Ngày cuối trước ngày đầu" in again.notice
    assert again.form("/ky/").values["tu"] == "31/01/2021"
    page = page_after(clerks_browser, page.form("/ky/").send(clerks_browser, tu="1/1/2021", den="31/01/2021"))
    assert "Đã ghi kỳ" in page.notice
    assert "Đã nhập" in taken_in(clerks_browser, page).text


def test_a_period_that_cannot_be_is_refused_by_the_engine_on_the_page(
    clerks_browser: Client, ward: Ward
) -> None:
    data = "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả\n000.24.31.H27-210104-0001,04/01/2021,06/01/2021\n"
    page = page_after(clerks_browser, brought(clerks_browser, ("im-lang.csv", data.encode())))
    sent = page.form("/ghep-cot/").send(clerks_browser, ten="Danh sách ngắn", nguon="Một cửa")
    page = page_after(clerks_browser, sent)
    ahead = page.form("/ky/").send(clerks_browser, tu="01/01/2090", den="31/01/2090")
    assert "sau ngày tệp được đưa vào" in examine(ahead, page.url, status=422).notice


def test_rows_gone_must_be_answered_for(clerks_browser: Client, exports: dict[str, bytes]) -> None:
    lines = [f"000.24.31.H27-2101{n:02d}-0001,{n:02d}/01/2021,{n + 3:02d}/01/2021" for n in range(4, 14)]

    def file(rows: list[str]) -> bytes:
        head = ["Từ ngày 01/01/2021 đến ngày 31/01/2021", "Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả"]
        return "\n".join([*head, *rows]).encode()

    page = page_after(clerks_browser, brought(clerks_browser, ("mot.csv", file(lines))))
    sent = page.form("/ghep-cot/").send(clerks_browser, ten="Danh sách ngắn", nguon="Một cửa")
    taken_in(clerks_browser, page_after(clerks_browser, sent))
    page = page_after(clerks_browser, brought(clerks_browser, ("hai.csv", file(lines[:-2]))))
    assert "Không còn trong tệp" in page.text
    refused = examine(page.form("/nhap/").send(clerks_browser), page.url, status=422)
    assert "Chưa chọn cách xử lý" in refused.notice
    page = taken_in(clerks_browser, refused, mat="bo")
    assert "bỏ ra khỏi số đếm" in page.text
    assert StandingRow.objects.count() == 8


def test_a_double_click_takes_the_file_in_once(clerks_browser: Client, exports: dict[str, bytes]) -> None:
    page = confirmed(
        clerks_browser, page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    )
    form = page.form("/nhap/")
    form.send(clerks_browser)
    again = page_after(clerks_browser, form.send(clerks_browser))
    assert "Tệp này hiện đã nhập" in again.notice
    assert Entry.objects.filter(verb="import.commit").count() == 1


def test_a_file_set_aside_stays_in_the_list(clerks_browser: Client, exports: dict[str, bytes]) -> None:
    page = page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    after = page_after(clerks_browser, page.form("/bo/").send(clerks_browser))
    assert "Đã bỏ tệp" in after.notice
    assert LIST in after.text
    assert not StandingRow.objects.exists()


def test_an_import_is_withdrawn_with_a_reason_after_its_consequences_were_shown(
    clerks_browser: Client, exports: dict[str, bytes]
) -> None:
    page = taken_in(
        clerks_browser,
        confirmed(clerks_browser, page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))),
    )
    asked = open_page(clerks_browser, page.link("Rút lại"))
    assert "dòng mới do tệp này đưa vào không còn được đếm" in asked.text
    refused = examine(asked.form("/rut-lai/").send(clerks_browser, ly_do="  "), asked.url, status=422)
    assert "Chưa ghi lý do" in refused.notice
    page = page_after(clerks_browser, asked.form("/rut-lai/").send(clerks_browser, ly_do="Nhập nhầm tệp"))
    assert "Số liệu trở về như trước khi nhập" in page.notice
    assert "Nhập nhầm tệp" in page.text
    assert not StandingRow.objects.exists()


def test_a_layout_confirmed_here_is_listed_and_read_by_another_ward(
    clerks_browser: Client, neighbours_browser: Client, other_ward: Ward, exports: dict[str, bytes]
) -> None:
    confirmed(clerks_browser, page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST]))))
    layout = Layout.objects.get()
    page = open_page(clerks_browser, f"{URL}cach-ghep/")
    assert layout.name in page.text
    file = clerks_browser.get(f"{URL}cach-ghep/{layout.uid}.toml")
    assert file["Content-Disposition"].startswith("attachment")
    assert neighbours_browser.get(f"{URL}cach-ghep/{layout.uid}.toml").status_code == 404
    answer = neighbours_browser.post(f"{URL}cach-ghep/", {"tep": upload("cach-ghep.toml", file.content)})
    assert "Đã nạp cách ghép" in page_after(neighbours_browser, answer).notice
    known = page_after(neighbours_browser, brought(neighbours_browser, (LIST, exports[LIST])))
    assert "Chờ xác nhận" in known.text  # recognised: nothing to map


def test_a_layout_from_another_ward_maps_the_very_file(
    clerks_browser: Client, neighbours_browser: Client, ward: Ward, exports: dict[str, bytes]
) -> None:
    confirmed(
        neighbours_browser, page_after(neighbours_browser, brought(neighbours_browser, (LIST, exports[LIST])))
    )
    theirs = Layout.objects.get().body.encode()
    page = page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    form = page.form("/ghep-cot/tep/")
    refused = clerks_browser.post(form.action, {"tep": upload("x.toml", b"\xff\xfe")})
    assert "chưa dùng được" in examine(refused, page.url, status=422).notice
    refused = clerks_browser.post(form.action, {})
    assert "Chưa chọn tệp" in examine(refused, page.url, status=422).notice
    done = page_after(clerks_browser, clerks_browser.post(form.action, {"tep": upload("x.toml", theirs)}))
    assert "Chờ xác nhận" in done.text


def test_a_layout_for_another_header_is_refused_on_the_page(
    clerks_browser: Client, ward: Ward, exports: dict[str, bytes]
) -> None:
    from chuan.intake.layouts import dump_layout, shipped

    page = page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST])))
    other = dump_layout(next(one for one in shipped() if one.name.startswith("Biểu II"))).encode()
    answer = clerks_browser.post(page.form("/ghep-cot/tep/").action, {"tep": upload("x.toml", other)})
    assert "tiêu đề cột khác" in examine(answer, page.url, status=422).notice


def test_a_preview_older_than_another_import_is_made_anew_and_says_so(
    clerks_browser: Client, ward: Ward, exports: dict[str, bytes]
) -> None:
    confirmed(clerks_browser, page_after(clerks_browser, brought(clerks_browser, (LIST, exports[LIST]))))
    first = open_page(clerks_browser, f"{URL}{Import.objects.get().uid}/")
    second = page_after(clerks_browser, brought(clerks_browser, (NEXT_WEEK, exports[NEXT_WEEK])))
    taken_in(clerks_browser, first)
    answer = second.form("/nhap/").send(clerks_browser)
    page = examine(answer, second.url, status=422)
    assert "đã có tệp khác được nhập" in page.notice
    assert "Đã thay đổi sau hạn" in page.text  # compared anew with what was taken in meanwhile
    assert "Đã nhập" in taken_in(clerks_browser, page).text


def test_a_file_of_no_known_register_is_mapped_to_the_one_a_person_chooses(
    clerks_browser: Client, ward: Ward
) -> None:
    data = "Từ ngày 01/01/2021 đến ngày 31/01/2021\nKý hiệu,Lúc nào,Xong chưa\n" + "".join(
        f"000.24.31.H27-2101{n:02d}-0001,{n:02d}/01/2021,rồi\n" for n in range(4, 9)
    )
    page = page_after(clerks_browser, brought(clerks_browser, ("la.csv", data.encode())))
    assert "Chưa nhận ra tệp thuộc sổ nào" in page.notice
    page = open_page(clerks_browser, f"{page.url}?so=dossiers")
    sent = page.form("/ghep-cot/").send(
        clerks_browser, cot_0="code", cot_1="received_at", ten="Tệp lạ", nguon="Nơi lạ"
    )
    page = page_after(clerks_browser, sent)
    assert "Hồ sơ thủ tục hành chính" in page.text
    assert "Đã nhập" in taken_in(clerks_browser, page).text
    assert StandingRow.objects.filter(register="dossiers").count() == 5
