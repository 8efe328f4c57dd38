"""The list of procedures: filtered, searched without marks, counted, taken out to Excel, confirmed by the group."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from chuan.dossiers.actions.procedures import import_catalogue
from chuan.dossiers.models import ProcedureVersion
from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.dossiers.procedures.conftest import catalogue, line
from tests.dossiers.procedures.made import confirmed, procedure, version
from tests.examine import examine, open_page
from tests.people import Ward

URL = "/thu-tuc/"
SignIn = Callable[[Client, Official], Client]
WHOLE = ("", "", 5, "working_day")


@pytest.fixture
def four(ward: Ward) -> None:
    """One procedure of each standing."""
    confirmed(ward.unit, 1)
    version(procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn"), WHOLE, status="proposed")
    version(
        procedure(ward.unit, "1.003554", "Hòa giải tranh chấp đất đai", "Đất đai"),
        ("", "", 45, ""),
        status="proposed",
    )
    gone = version(procedure(ward.unit, "1.000656", "Thủ tục đăng ký khai tử"), WHOLE, until=date(2021, 6, 1))
    ProcedureVersion.objects.filter(pk=gone.pk).update(ended_by="Quyết định 9/QĐ-UBND")


def codes(client: Client, query: str = "") -> list[str]:
    return open_page(client, URL + query).texts(".//tbody/tr/td[1]")


def test_an_empty_list_says_what_to_do(keepers_browser: Client) -> None:
    page = open_page(keepers_browser, URL)

    assert "Chưa có thủ tục nào" in page.text
    assert page.find(".//a[@href='/thu-tuc/nhap/']")


def test_everybody_of_the_ward_may_look_and_only_keepers_are_offered_changes(
    client: Client, sign_in: SignIn, ward: Ward, four: None
) -> None:
    page = open_page(sign_in(client, ward.auditor), URL)

    assert len(page.find(".//tbody/tr")) == 4
    assert not page.find(".//a[@href='/thu-tuc/nhap/']")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?tim=hoa+giai", ["1.003554"]),
        ("?tim=KẾT+hôn", ["1.000894"]),
        ("?tim=1.0011", ["1.001193"]),
        ("?tim=%25", []),
        ("?linh_vuc=Đất+đai", ["1.003554"]),
        ("?linh_vuc=không+có", ["1.003554", "1.001193", "1.000894", "1.000656"]),
        ("?trang_thai=dang-ap-dung", ["1.001193"]),
        ("?trang_thai=cho-xac-nhan", ["1.003554", "1.000894"]),
        ("?trang_thai=chua-co-thoi-han", ["1.003554"]),
        ("?trang_thai=da-bai-bo", ["1.000656"]),
        ("?trang=99", ["1.003554", "1.001193", "1.000894", "1.000656"]),
    ],
)
def test_filters(keepers_browser: Client, four: None, query: str, found: list[str]) -> None:
    assert sorted(codes(keepers_browser, query)) == sorted(found)


def test_each_filter_shows_its_count(keepers_browser: Client, four: None) -> None:
    assert open_page(keepers_browser, URL).texts(".//p[@class='chips']/a") == [
        "đang áp dụng 1", "chờ xác nhận 2", "chưa có thời hạn 1", "đã bãi bỏ 1",
    ]  # fmt: skip


def test_the_list_costs_the_same_however_long_it_is(
    keepers_browser: Client, ward: Ward, django_assert_max_num_queries
) -> None:
    for n in range(60):
        version(procedure(ward.unit, f"1.{n:06d}"), WHOLE, status="proposed")

    with django_assert_max_num_queries(30):
        assert "Đang xem 1–50 trong 60" in open_page(keepers_browser, URL).text


def test_the_sheet_holds_what_the_filters_leave(keepers_browser: Client, four: None) -> None:
    answer = keepers_browser.get(f"{URL}danh-sach.xlsx?trang_thai=dang-ap-dung")
    (sheet,) = read_sheet(answer.content, name="thu-tuc.xlsx")

    values = [cell.text for row in sheet.rows for cell in row]
    assert "1.001193" in values
    assert "1 ngày làm việc" in values
    assert "1.000894" not in values


def test_another_wards_procedures_are_not_listed(
    client: Client, sign_in: SignIn, other_ward: Ward, ward: Ward, four: None
) -> None:
    assert "Chưa có thủ tục nào" in open_page(sign_in(client, other_ward.one_stop), URL).text


def test_the_whole_ones_of_a_group_are_confirmed_in_one_act(
    keepers_browser: Client, keeper: Viewer, now: datetime
) -> None:
    import_catalogue(
        catalogue(line(), line("1.000894", "Kết hôn", "Trực tiếp5Miễn phí")), "a.jsonl",
        valid_from=date(2021, 1, 1), by=keeper, at=now,
    )  # fmt: skip
    page = open_page(keepers_browser, URL)
    group = open_page(keepers_browser, page.link("Xác nhận 1 thủ tục đã đủ thời hạn"))
    assert "1 bản khác trong nhóm còn thiếu" in group.text

    answer = group.form(button="Xác nhận 1 thủ tục").send(keepers_browser)

    assert answer.status_code == 302
    assert sorted(ProcedureVersion.objects.values_list("status", flat=True)) == ["confirmed", "proposed"]


def test_a_group_without_an_act_keeps_the_page_and_says_so(keepers_browser: Client, ward: Ward) -> None:
    version(procedure(ward.unit), WHOLE, status="proposed")
    ProcedureVersion.objects.update(citation="")
    group = open_page(keepers_browser, f"{URL}xac-nhan/")

    page = examine(group.form(button="Xác nhận 1 thủ tục").send(keepers_browser), status=422)

    assert "Chưa ghi văn bản" in page.text


def test_a_group_with_nothing_to_confirm_says_so(keepers_browser: Client, ward: Ward) -> None:
    assert "Không có thủ tục nào đủ thời hạn" in open_page(keepers_browser, f"{URL}xac-nhan/").text


def test_who_does_not_keep_the_catalogue_confirms_no_group(
    client: Client, sign_in: SignIn, ward: Ward
) -> None:
    open_page(sign_in(client, ward.auditor), f"{URL}xac-nhan/", status=403)
