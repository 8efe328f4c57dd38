"""The page of statistics: its table, its bars, the rows behind each figure, Excel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from tests.dossiers.figures.made import add_cause, make_many
from tests.dossiers.made import add_state, make_dossier, moment
from tests.examine import Page, open_page, words
from tests.people import Ward

URL = "/ho-so/so-lieu/"
SignIn = Callable[[Client, Official], Client]


def cells(page: Page, line: str) -> dict[str, str]:
    """A line of the table: column to figure."""
    [row] = [tr for tr in page.find("//table//tr") if (th := tr.find("th")) is not None and words(th) == line]
    return {(td.get("data-h") or "").rstrip(":"): words(td) for td in row.findall("td")}


def links(page: Page) -> list[str]:
    return [a.get("href") or "" for a in page.find("//table//td//a")]


def test_an_empty_page_says_what_to_do(browser: Client):
    page = open_page(browser, URL)
    assert "Chưa có số liệu" in page.text
    assert page.link("Nhập từ tệp") == "/nhap-tu-tep/"
    assert "0 %" not in page.text


def test_the_year_is_shown_by_months_at_first(browser: Client, ward: Ward):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), settled_on=date(2021, 3, 9)
    )
    page = open_page(browser, URL)
    assert page.title == "Số liệu hồ sơ năm 2021"
    march = cells(page, "Tháng 3")
    assert (march["Tiếp nhận trong kỳ"], march["Giải quyết trễ hạn"], march["Tỷ lệ đúng hạn"]) == (
        "1",
        "1",
        "0 %",
    )
    assert cells(page, "Cả kỳ")["Đã giải quyết"] == "1"
    assert "Cấp tin cậy B đếm từ tệp nhập" in page.text


def test_no_judged_dossier_is_no_rate(browser: Client, ward: Ward):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    assert cells(open_page(browser, URL), "Cả kỳ")["Tỷ lệ đúng hạn"] == "chưa có số liệu"


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("theo=linh-vuc", "Hộ tịch"), ("theo=thu-tuc", "Đăng ký lại khai sinh"), ("theo=kenh", "Nộp tại quầy"),
        ("theo=can-bo", "Lê Văn Một Cửa"), ("nam=2021&ky=q1", "Tháng 3"), ("nam=2021&ky=03", "Tháng 3"),
    ],
)  # fmt: skip
def test_it_is_cut_as_asked(browser: Client, ward: Ward, query: str, line: str):
    make_dossier(ward.unit, received_on=date(2021, 3, 1), handler=ward.one_stop)
    assert cells(open_page(browser, f"{URL}?{query}"), line)["Tiếp nhận trong kỳ"] == "1"


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("cut", ["thang", "linh-vuc", "thu-tuc", "kenh", "can-bo"])
def test_every_figure_opens_as_many_rows_as_it_says(browser: Client, ward: Ward, cut: str):
    made = make_many(ward.unit, 60, handler=ward.one_stop)
    for one in made:
        if one.outcome == "late":
            add_cause(one, "tax", one.received_on)
    page = open_page(browser, f"{URL}?nam=2021&theo={cut}")
    assert links(page)
    for a in page.find("//table//td//a"):
        behind = browser.get(a.get("href"))
        assert behind.status_code == 200
        assert behind.context["page"].paginator.count == int(words(a).replace(".", "")), a.get("href")


def test_the_rows_lead_to_the_dossiers_and_back(browser: Client, ward: Ward):
    dossier = make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), settled_on=date(2021, 3, 9)
    )
    page = open_page(browser, f"{URL}dong/?nam=2021&theo=linh-vuc&so=late&dong=~ho%20tich")
    assert page.title == "Hồ sơ giải quyết trễ hạn, năm 2021: Hộ tịch"
    assert page.link(dossier.code) == f"/ho-so/{dossier.uid}/"
    assert "theo=linh-vuc" in page.link("Về bảng số liệu")


def test_rows_of_nothing_say_so(browser: Client):
    assert "Không có hồ sơ nào" in open_page(browser, f"{URL}dong/?so=late").text


@pytest.mark.parametrize("query", ["", "so=", "so=gi-do", "so=late&dong=x&theo=gi-do"])
def test_an_unknown_figure_is_not_there(browser: Client, query: str):
    assert browser.get(f"{URL}dong/?{query}").status_code == (200 if "late" in query else 404)


def test_fifty_rows_a_page(browser: Client, ward: Ward):
    for n in range(53):
        make_dossier(ward.unit, f"H-{n:03d}", received_on=date(2021, 3, 1))
    page = open_page(browser, f"{URL}dong/?nam=2021&so=received")
    assert len(page.find("//table//tbody/tr")) == 50
    assert len(open_page(browser, f"{URL}dong/{page.link('Trang sau')}").find("//table//tbody/tr")) == 3


def test_days_not_imported_are_named(browser: Client, ward: Ward):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    page = open_page(browser, f"{URL}?nam=2021")
    assert "chưa nhập từ 01/01/2021 đến 31/12/2021" in page.notice
    assert cells(page, "Tháng 2") == {"": "chưa nhập"}


def test_known_then_is_counted_as_known_then(browser: Client, ward: Ward):
    dossier = make_dossier(ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8))
    add_state(
        dossier,
        recorded_at=moment(date(2021, 4, 1)),
        settled_on=date(2021, 3, 9),
        status="ready",
        outcome="late",
    )
    then = open_page(browser, f"{URL}?nam=2021&biet_den=15/3/2021")
    assert cells(then, "Cả kỳ")["Đã giải quyết"] == "0"
    assert "như đã biết đến 23:59 ngày 15/03/2021" in then.text
    assert cells(open_page(browser, f"{URL}?nam=2021"), "Cả kỳ")["Đã giải quyết"] == "1"


def test_both_promises_stand_on_the_page(browser: Client, ward: Ward):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 4), settled_on=date(2021, 3, 9),
        promised_on=date(2021, 3, 9), outcome_now="on_time", changed_after_due=True,
    )  # fmt: skip
    page = open_page(browser, f"{URL}?nam=2021")
    assert "trễ 0 trong 1 hồ sơ, tỷ lệ đúng hạn 100 %" in page.text
    now = open_page(browser, page.link("xem bảng"))
    assert cells(now, "Cả kỳ")["Giải quyết trễ hạn"] == "0"
    assert "trễ 1 trong 1 hồ sơ, tỷ lệ đúng hạn 0 %" in now.text


@pytest.mark.parametrize(
    "query",
    [
        "nam=9999",
        "nam=abc",
        "ky=99",
        "theo=gi",
        "hen=gi",
        "nam=2021&ky=q9",
        "tu=1/1/2021&den=31/12/1999",
        "trang=-4",
    ],
)
def test_a_filter_that_makes_no_sense_is_left_aside(browser: Client, ward: Ward, query: str):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    assert cells(open_page(browser, f"{URL}?{query}"), "Cả kỳ")["Tiếp nhận trong kỳ"] == "1"


def test_a_day_that_cannot_be_read_is_told(browser: Client):
    assert "Tháng 2 năm 2021 không có ngày 31" in open_page(browser, f"{URL}?biet_den=31/02/2021").notice


def test_days_typed_by_their_ends(browser: Client, ward: Ward):
    make_dossier(ward.unit, received_on=date(2021, 3, 1))
    page = open_page(browser, f"{URL}?tu=1/3/2021&den=15/3/2021&theo=linh-vuc")
    assert cells(page, "Cả kỳ")["Tiếp nhận trong kỳ"] == "1"
    assert all("tu=01%2F03%2F2021" in one for one in links(page))


def test_the_bars_say_what_they_find(browser: Client, ward: Ward):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), settled_on=date(2021, 3, 9)
    )
    page = open_page(browser, f"{URL}?nam=2021&theo=linh-vuc")
    assert "Nhiều trễ hạn nhất: Hộ tịch (1)." in " ".join(page.texts("//*[local-name()='title']"))


def test_excel_holds_the_same_table(browser: Client, ward: Ward):
    make_dossier(
        ward.unit, received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 8), settled_on=date(2021, 3, 9)
    )
    data = browser.get(f"{URL}so-lieu.xlsx?nam=2021&theo=linh-vuc").content
    [sheet] = read_sheet(data, name="so-lieu.xlsx")
    texts = [[cell.text for cell in row] for row in sheet.rows]
    head = next(row for row in texts if row[0] == "Lĩnh vực")
    line = dict(zip(head, next(row for row in texts if row[0] == "Hộ tịch"), strict=True))
    assert (line["Tiếp nhận trong kỳ"], line["Giải quyết trễ hạn"], line["Tỷ lệ đúng hạn"]) == ("1", "1", "0")
    assert any("B đếm từ tệp nhập" in row[0] for row in texts)
    assert any("Chưa nhập từ 01/01/2021" in row[0] for row in texts)


def test_excel_holds_the_rows_of_a_figure(browser: Client, ward: Ward):
    make_dossier(ward.unit, "H-1", received_on=date(2021, 3, 1))
    [sheet] = read_sheet(browser.get(f"{URL}dong.xlsx?nam=2021&so=received").content, name="ho-so.xlsx")
    assert any(row[0].text == "H-1" for row in sheet.rows)


def test_another_ward_sees_none_of_it(client: Client, ward: Ward, other_ward: Ward, sign_in: SignIn):
    make_dossier(ward.unit, "H-1", received_on=date(2021, 3, 1))
    stranger = sign_in(client, other_ward.clerk)
    assert "Chưa có số liệu" in open_page(stranger, URL).text
    assert "Không có hồ sơ nào" in open_page(stranger, f"{URL}dong/?nam=2021&so=received").text
    assert b"H-1" not in stranger.get(f"{URL}dong.xlsx?nam=2021&so=received").content


def test_every_official_may_look(client: Client, ward: Ward, sign_in: SignIn):
    assert open_page(sign_in(client, ward.specialist), URL).title.startswith("Số liệu hồ sơ")


def test_nobody_looks_without_signing_in(client: Client):
    assert client.get(URL).status_code == 302


@pytest.mark.parametrize("count", [20, 200])
def test_the_page_takes_the_same_statements_however_many_dossiers(
    browser: Client,
    ward: Ward,
    count: int,
    django_assert_max_num_queries: Callable[[int], CaptureQueriesContext],
):
    make_many(ward.unit, count, handler=ward.one_stop)
    browser.get(URL)
    for query in (
        "nam=2021",
        "nam=2021&theo=can-bo",
        f"nam=2021&biet_den={date(2022, 2, 1) + timedelta():%d/%m/%Y}",
    ):
        with django_assert_max_num_queries(16):
            browser.get(f"{URL}?{query}")
    with django_assert_max_num_queries(14):
        browser.get(f"{URL}dong/?nam=2021&so=received")
