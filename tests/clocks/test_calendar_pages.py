"""The pages of the calendar: a year at a glance, its confirmation, days, swaps, hours, a swap tried."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from chuan.clocks.models import CalendarDay, CalendarYear
from chuan.clocks.offices import calendar_of
from chuan.exchange.sheets import read_sheet
from chuan.law.calendars import proposal_digest
from chuan.offers import calendars
from chuan.offers.calendars import Moved
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.people.models import UnitSetting
from chuan.rules.working_time import Calendar
from tests.clocks.test_my_work import a_reading
from tests.examine import Page, examine, open_page, sign_in
from tests.people import Ward

NOTICE = "Thông báo 9441/TB-BNV ngày 16/10/2025"


@pytest.fixture
def clerk(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


def cell(page: Page, month: int, day: int) -> str:
    """The words of a day's cell in the page of a year."""
    tables = page.find("table.twelfth")
    found = [words for td in tables[month - 1].iter("td") if (words := "".join(td.itertext())) and
             words.startswith(str(day)) and not words[len(str(day)):len(str(day)) + 1].isdigit()]  # fmt: skip
    assert len(found) == 1, found
    return found[0].removeprefix(str(day))


def post(client: Client, url: str, status: int = 302, **typed: str) -> Page | None:
    page = open_page(client, url)
    form = next(form for form in page.forms if form.method == "post" and "csrfmiddlewaretoken" in form.values
                and set(typed) <= {one.get("name") for one in form.element.iter() if one.get("name")})  # fmt: skip
    response = form.send(client, **typed)
    if status == 302:
        assert response.status_code == 302, response.content.decode()[:2000]
        return None
    return examine(response, url, status=status)


# A year at a glance


def test_a_year_says_in_words_what_each_day_is(clerk: Client):
    page = open_page(clerk, "/lich/2026/")
    assert len(page.find("table.twelfth")) == 12
    told = {
        (1, 1): "lễ", (1, 2): "đổi", (1, 10): "làm", (4, 27): "bù", (8, 22): "làm", (8, 31): "đổi",
        (11, 23): "", (11, 24): "lễ", (11, 28): "nghỉ", (6, 7): "nghỉ", (6, 8): "",
    }  # fmt: skip
    assert {key: cell(page, *key) for key in told} == told
    assert "249 ngày làm việc" in page.text


def test_every_day_that_differs_says_why_by_which_paper_and_how_sure(clerk: Client):
    page = open_page(clerk, "/lich/2026/")
    row = page.one("#ngay-2026-08-31")
    text = " ".join("".join(row.itertext()).split())
    assert "nghỉ hoán đổi, làm bù 22/08/2026" in text
    assert "9441/TB-BNV" in text
    assert "đã đọc văn bản" in text
    assert "biết từ 16/10/2025" in text
    assert "theo nguồn khác thuật lại" in " ".join(page.texts("#ngay-2026-11-24"))


def test_a_year_that_nobody_confirmed_warns(clerk: Client):
    page = open_page(clerk, "/lich/2026/")
    assert "Lịch năm 2026 là đề xuất, cơ quan chưa xác nhận" in page.notice
    assert page.texts(".tag") == ["Chưa xác nhận"]


def test_a_year_without_a_table_says_that_dates_cannot_be_said(clerk: Client):
    page = open_page(clerk, "/lich/2028/")
    assert "Chưa có lịch nghỉ năm 2028" in page.notice
    assert "Hạn rơi vào năm này chưa tính được" in page.notice
    assert cell(page, 3, 1) == "?"


def test_years_lead_from_the_first_proposed_to_the_one_after(clerk: Client):
    page = open_page(clerk, "/lich/2026/")
    assert page.texts(".//nav[@class='years']//li") == [str(year) for year in range(2021, 2029)]


def test_the_door_opens_this_year(clerk: Client):
    assert open_page(clerk, "/lich/").title == f"Lịch làm việc năm {timezone.localdate().year}"


@pytest.mark.parametrize("year", ["1999", "2017", "2099", "99999"])
def test_a_year_out_of_reach_is_refused_with_a_sentence(clerk: Client, year: str):
    page = open_page(clerk, f"/lich/{year}/", status=409)
    assert "Chọn một năm từ 2018 đến" in page.text


def test_a_confirmation_of_an_older_proposal_asks_to_look_again(clerk: Client, ward: Ward):
    CalendarYear.objects.create(
        unit=ward.unit, year=2026, citation=NOTICE, proposal="0" * 64, recorded_at=timezone.now()
    )
    page = open_page(clerk, "/lich/2026/")
    assert "Lịch đề xuất năm 2026 đã đổi sau khi cơ quan xác nhận" in page.notice
    assert page.link("Xác nhận lịch")


def test_the_page_of_a_year_takes_few_statements(clerk: Client, ward: Ward, django_assert_max_num_queries):
    for n in range(20):
        CalendarDay.objects.create(
            unit=ward.unit, day=date(2026, 6, 1 + n), kind="off", counts=False, why="bão", citation=NOTICE,
            confirmed_by=ward.clerk, recorded_at=timezone.now(),
        )  # fmt: skip
    calendar_of(ward.unit)
    with django_assert_max_num_queries(16):
        page = open_page(clerk, "/lich/2026/")
    assert "Trần Thị Văn Phòng ghi" in page.text


def test_who_may_not_change_it_sees_no_buttons(client: Client, ward: Ward):
    page = open_page(sign_in(client, ward.specialist), "/lich/2026/")
    assert not page.find(".//a[contains(@href, '/lich/2026/ngay/')]")
    assert "Xác nhận lịch" not in page.text
    assert open_page(client, "/lich/2026/xac-nhan/", status=403)
    assert open_page(client, "/lich/2026/ngay/", status=403)
    assert open_page(client, "/lich/2026/hoan-doi/", status=403)
    assert open_page(client, "/lich/gio-lam-viec/", status=403)


def test_another_wards_days_are_not_shown(client: Client, ward: Ward, other_ward: Ward):
    CalendarDay.objects.create(
        unit=other_ward.unit, day=date(2026, 6, 8), kind="off", counts=False, why="hội làng", citation=NOTICE,
        recorded_at=timezone.now(),
    )  # fmt: skip
    assert "hội làng" in open_page(sign_in(client, other_ward.clerk), "/lich/2026/").text
    assert "hội làng" not in open_page(sign_in(client, ward.clerk), "/lich/2026/").text


def test_the_sheet_has_every_day_that_differs(clerk: Client):
    response = clerk.get("/lich/2026/tai-ve/")
    assert "lich-2026.xlsx" in response.headers["Content-Disposition"]
    (sheet,) = read_sheet(response.content, name="lich-2026.xlsx")
    text = " ".join(
        str(one.value if hasattr(one, "value") else one) for row in sheet.rows for one in row if one
    )
    assert "nghỉ hoán đổi, làm bù 22/08/2026" in text
    assert "chưa xác nhận" in text


# Confirming


def test_a_year_is_confirmed_beside_the_list_it_is_compared_with(clerk: Client, ward: Ward):
    page = open_page(clerk, "/lich/2026/xac-nhan/")
    assert "nghỉ hoán đổi, làm bù 22/08/2026" in page.text
    post(clerk, "/lich/2026/xac-nhan/", citation=NOTICE)
    year = open_page(clerk, "/lich/2026/")
    assert "Đã xác nhận lịch năm 2026. Không hạn nào đổi." in year.notice
    assert year.texts(".tag") == ["Đã xác nhận"]
    assert f"Trần Thị Văn Phòng xác nhận ngày {timezone.localdate():%d/%m/%Y} theo {NOTICE}" in year.text
    assert "Xác nhận lịch năm 2026" in " ".join(year.texts(".plain"))
    assert CalendarYear.objects.get().proposal == proposal_digest(2026)


@pytest.mark.parametrize("typed", ["", "  ", "TB"])
def test_a_year_confirmed_without_a_notice_is_refused_on_its_page(clerk: Client, typed: str):
    page = post(clerk, "/lich/2026/xac-nhan/", 422, citation=typed)
    assert page is not None
    assert page.texts(".form-error")
    assert not CalendarYear.objects.exists()


def test_a_year_without_days_is_refused_on_its_page(clerk: Client):
    page = post(clerk, "/lich/2028/xac-nhan/", 422, citation=NOTICE)
    assert page is not None
    assert "luật định mỗi năm ít nhất 11 ngày nghỉ" in page.notice


# Days, swaps, hours


def test_several_days_are_written_at_once(clerk: Client, ward: Ward):
    post(clerk, "/lich/2028/ngay/", kind="holiday", since="24/01/2028", until="31/1/2028", why="Tết Âm lịch",
         citation="Thông báo 1/TB-BNV ngày 01/10/2027", known_since="")  # fmt: skip
    page = open_page(clerk, "/lich/2028/")
    assert "Đã ghi 8 ngày vào lịch." in page.notice
    assert CalendarDay.objects.count() == 8
    assert cell(page, 1, 29) == "lễ"


def test_a_half_day_is_written_with_its_hours(clerk: Client, ward: Ward):
    post(
        clerk,
        "/lich/2026/ngay/?ngay=13/02/2026",
        kind="half",
        hours="07:30-11:30",
        why="tất niên",
        citation=NOTICE,
    )
    page = open_page(clerk, "/lich/2026/")
    assert cell(page, 2, 13) == "nửa"
    assert "07:30–11:30" in " ".join(page.texts("#ngay-2026-02-13"))


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ({"kind": "half", "hours": "sáng"}, "id_hours", "không phải giờ làm việc"),
        ({"kind": "half", "hours": ""}, "id_hours", "chưa có giờ làm việc"),
        ({"kind": "off", "since": "31/02/2026"}, "id_since", ""),
        ({"kind": "off", "until": "01/06/2026"}, "id_until", "đứng trước ngày đầu"),
        ({"kind": "off", "until": "08/09/2026"}, "id_until", "nhiều hơn 31 ngày"),
        ({"kind": "off", "known_since": "01/01/2099"}, "id_known_since", "muộn hơn hôm nay"),
        ({"kind": "off", "why": ""}, "id_why", "Ghi vì sao"),
        ({"kind": "off", "citation": "x"}, "id_citation", "Chưa ghi văn bản"),
        ({"kind": ""}, "id_kind", "Chọn ngày này là ngày gì"),
        ({"kind": "off", "since": "08/06/2017"}, "id_since", "Chọn một năm từ 2018"),
    ],
)
def test_a_day_badly_written_is_refused_under_its_field_and_what_was_typed_stays(
    clerk: Client, typed: dict[str, str], field: str, says: str
):
    given = {"since": "08/06/2026", "why": "tránh bão", "citation": NOTICE} | typed
    page = post(clerk, "/lich/2026/ngay/", 422, **given)
    assert page is not None
    assert says in " ".join(page.texts(".form-error"))
    assert page.one(f"#{field}").get("aria-invalid") == "true"
    assert page.one("#id_why").get("value", "") == given["why"]
    assert not CalendarDay.objects.exists()


def test_a_swap_of_two_working_days_is_refused_with_a_sentence(clerk: Client):
    page = post(clerk, "/lich/2026/hoan-doi/", 422, off="08/06/2026", worked="09/06/2026", citation=NOTICE)
    assert page is not None
    assert "09/06/2026 không phải ngày nghỉ hằng tuần" in page.notice
    assert page.one("#id_off").get("value") == "08/06/2026"


def test_a_swap_is_written(clerk: Client, ward: Ward):
    post(clerk, "/lich/2027/hoan-doi/", off="29/04/2027", worked="08/05/2027", citation=NOTICE)
    page = open_page(clerk, "/lich/2027/")
    assert (cell(page, 4, 29), cell(page, 5, 8)) == ("đổi", "làm")


def test_hours_are_set_and_the_page_says_since_when(clerk: Client, ward: Ward):
    year = timezone.localdate().year
    post(
        clerk,
        "/lich/gio-lam-viec/",
        hours="07:00-11:30,13:30-17:00",
        valid_from=f"16/04/{year}",
        citation="QĐ 5/QĐ-UBND",
    )
    page = open_page(clerk, f"/lich/{year}/")
    assert "07:00–11:30, 13:30–17:00" in page.text
    assert f"từ 16/04/{year}, theo QĐ 5/QĐ-UBND" in page.text
    assert f"Giờ làm việc 07:00–11:30, 13:30–17:00, từ 16/04/{year}" in " ".join(page.texts(".plain"))
    assert UnitSetting.objects.get().key == "office.hours"


def test_hours_badly_written_are_refused(clerk: Client):
    page = post(
        clerk, "/lich/gio-lam-viec/", 422, hours="cả ngày", valid_from="16/04/2026", citation="QĐ 5/QĐ-UBND"
    )
    assert page is not None
    assert "Viết các buổi nối tiếp nhau" in page.notice


# A swap tried


@pytest.fixture
def running(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> list[Calendar]:
    """A room with two running cases, one of which a page describes."""
    tried: list[Calendar] = []
    known = a_reading(ward)

    def trial(unit: object, calendar: Calendar, at: datetime) -> Sequence[Moved]:
        tried.append(calendar)
        return [
            Moved(
                Subject("dossier", new_uid()), "000.00.19.H16-270426-0001", date(2027, 5, 4), date(2027, 5, 5)
            ),
            Moved(known, "x", date(2027, 5, 3), None),
            Moved(Subject("dossier", new_uid()), "the same", date(2027, 5, 3), date(2027, 5, 3)),
        ]

    monkeypatch.setattr(calendars, "_triers", [trial])
    return tried


def test_a_swap_tried_lists_old_and_new_due_days_and_saves_nothing(clerk: Client, running: list[Calendar]):
    page = open_page(clerk, "/lich/thu-doi/?nghi=29/04/2027&lam=08/05/2027")
    assert "2 hồ sơ đổi hạn" in page.text
    assert "1 lùi lại, 0 sớm hơn" in page.text
    assert "000.00.19.H16-270426-0001 04/05/2027 05/05/2027" in page.text
    assert "chưa tính được" in page.text
    assert (running[0].day(date(2027, 4, 29)).counts, running[0].day(date(2027, 5, 8)).counts) == (
        False,
        True,
    )
    assert not CalendarDay.objects.exists()


def test_a_case_that_a_room_describes_leads_to_its_page(clerk: Client, running: list[Calendar]):
    page = open_page(clerk, "/lich/thu-doi/?nghi=29/04/2027&lam=08/05/2027")
    assert len(page.find(".//tbody//a")) == 1


def test_the_swap_tried_may_be_written(clerk: Client, running: list[Calendar]):
    page = open_page(clerk, "/lich/thu-doi/?nghi=29/04/2027&lam=08/05/2027")
    form = open_page(clerk, page.link("Ghi hoán đổi này"))
    assert form.one("#id_off").get("value") == "29/04/2027"
    assert form.one("#id_worked").get("value") == "08/05/2027"


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("nghi=08/06/2026&lam=09/06/2026", "không phải ngày nghỉ hằng tuần"),
        ("nghi=30/04/2027&lam=08/05/2027", "30/04/2027 không phải ngày làm việc"),
        ("nghi=mai&lam=08/05/2027", ""),
        ("nghi=&lam=", "Chưa có ngày"),
        ("nghi=29/04/2027&lam=25/12/2027", "cách nhau quá 62 ngày"),
    ],
)
def test_a_swap_that_is_none_is_refused_where_it_was_typed(
    clerk: Client, running: list[Calendar], asked: str, says: str
):
    page = open_page(clerk, f"/lich/thu-doi/?{asked}", status=422)
    assert says in page.notice
    assert not running


def test_nothing_moves_where_no_case_runs(clerk: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(calendars, "_triers", [])
    page = open_page(clerk, "/lich/thu-doi/?nghi=29/04/2027&lam=08/05/2027")
    assert "Không hồ sơ nào đổi hạn" in page.text


def test_the_page_opens_empty(client: Client, ward: Ward):
    page = open_page(sign_in(client, ward.specialist), "/lich/thu-doi/")
    assert "không lưu gì" in page.text
    assert not page.notice
