"""One dossier: the verdict first, four dates never mixed, the ledger, what the files said, what is refused here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.dossiers.facts import FACTS
from chuan.dossiers.models import Dossier
from chuan.intake.models import RecordSystem
from chuan.people.models import Official
from tests.dossiers.made import add_state, add_version, make_dossier, make_import, make_procedure
from tests.examine import Page, examine, open_page
from tests.people import Ward


@pytest.fixture
def counted(ward: Ward) -> Dossier:
    """The example of the looks: received 28/4 after 15:00, papers asked for and supplied, five working days.

    NĐ 61/2018 Điều 19 khoản 4: counted again from the start, so due on 19/5; done on 21/5, and the source moved
    its promise from 7/5 to 21/5 after the due day.
    """
    dossier = make_dossier(
        ward.unit, procedure=make_procedure(ward.unit), judged_due_on=date(2021, 5, 19), due_basis="law",
        lawful_due_on=date(2021, 5, 19), promised_first_on=date(2021, 5, 7), promised_on=date(2021, 5, 21),
        asked_on=date(2021, 5, 6), supplied_on=date(2021, 5, 12), settled_on=date(2021, 5, 21), outcome_now="on_time",
        changed_after_due=True, promise_differs=True, handler=ward.specialist,
    )  # fmt: skip
    asked = {"asked_at": "2021-05-06T10:05:00", "supplied_at": "2021-05-12T09:30:00"}
    first = make_import(ward.unit, "thang-4.xlsx", on=date(2021, 4, 30))
    add_version(dossier, first, promised_at="2021-05-07", ready_at="", status="running", **asked)
    second = make_import(ward.unit, "thang-5.xlsx", on=date(2021, 5, 22))
    later = {"promised_at": "2021-05-21", "ready_at": "2021-05-21", "status": "ready"}
    add_version(dossier, second, after_due=True, **later)
    return dossier


def opened(browser: Client, dossier: Dossier) -> Page:
    return open_page(browser, f"/ho-so/{dossier.uid}/")


def dates(page: Page) -> dict[str, str]:
    names, days = (
        page.texts("//dl[@class='promise-dates']//dt"),
        page.texts("//dl[@class='promise-dates']//dd"),
    )
    return dict(zip(names, days, strict=True))


def test_the_verdict_stands_beside_the_name(browser: Client, counted: Dossier) -> None:
    page = opened(browser, counted)
    assert page.title == "Đăng ký lại khai sinh"
    assert page.texts("//div[@class='titleline']/span")[0] == "Trễ 2 ngày"


def test_the_four_dates_are_never_mixed(browser: Client, counted: Dossier) -> None:
    found = dates(opened(browser, counted))
    assert found["Hẹn đầu tiên, giữ nguyên"] == "Thứ Sáu 07/05/2021hệ thống nguồn nay ghi 21/05/2021"
    assert found["Hạn theo quy định"].startswith("Thứ Tư 19/05/2021")
    assert found["Xin lỗi, hẹn lại"] == "–chưa dùng"
    assert found["Ngày xong"].startswith("Thứ Sáu 21/05/2021")


def test_until_when_an_apology_is_in_time_stands_among_the_dates(browser: Client, running: Dossier) -> None:
    assert running.judged_due_on is not None
    last = running.judged_due_on - timedelta(days=1)
    assert f"phải gửi chậm nhất {last:%d/%m/%Y}" in dates(opened(browser, running))["Xin lỗi, hẹn lại"]


def test_it_says_by_what_it_is_judged(browser: Client, counted: Dossier, late: Dossier) -> None:
    assert "Xét trễ theo hạn theo quy định: 19/05/2021." in opened(browser, counted).text
    page = opened(browser, late)
    assert "Xét trễ theo ngày hẹn của hệ thống nguồn: 12/05/2021." in page.text
    assert "Chưa có thời hạn được xác nhận" in page.text


def test_the_strip_and_the_ledger_tell_every_day(browser: Client, counted: Dossier) -> None:
    page = opened(browser, counted)
    assert "tính 5 ngày, hạn 19/05/2021" in page.text
    ledger = page.texts("//table[contains(@class,'ledger')]//tr")
    assert any(row.startswith("30/04 – 03/05 bỏ qua 4") and "Quốc tế Lao động" in row for row in ledger)
    assert any(
        row.startswith("06/05 – 11/05") and "Chờ công dân" in row and "Điều 19 khoản 4" in row
        for row in ledger
    )
    end = next(n for n, row in enumerate(ledger) if row.startswith("Thứ Tư 19/05/2021 hạn"))
    assert "17:00, hết giờ làm việc" in ledger[end]
    assert ledger[end + 1].startswith("20/05 – 21/05")


def test_numbers_counted_in_vain_look_otherwise(browser: Client, counted: Dossier) -> None:
    page = opened(browser, counted)
    assert page.texts("span.n.old") == ["1", "2", "3"]
    assert [one for one in page.texts("span.n") if one not in page.texts("span.n.old")] == ["4", "5"]


def test_an_unconfirmed_calendar_is_said(browser: Client, counted: Dossier) -> None:
    assert "Lịch nghỉ năm 2021 chưa được đơn vị xác nhận" in opened(browser, counted).text


def test_grounds_that_nobody_read_are_marked(browser: Client, ward: Ward, today: date) -> None:
    dossier = make_dossier(
        ward.unit,
        procedure=make_procedure(ward.unit),
        received_on=date(2026, 2, 2),
        judged_due_on=date(2026, 2, 9),
    )
    add_version(dossier, make_import(ward.unit))
    assert "CHƯA XÁC MINH" in opened(browser, dossier).text


def test_other_ways_of_counting_are_shown_apart(browser: Client, ward: Ward) -> None:
    dossier = make_dossier(
        ward.unit,
        procedure=make_procedure(ward.unit),
        received_on=date(2026, 2, 2),
        judged_due_on=date(2026, 2, 9),
    )
    add_version(dossier, make_import(ward.unit))
    text = opened(browser, dossier).text
    assert "Nếu tính cách khác" in text
    assert "nhận sau 15:00" in text


def test_the_portals_verdict_is_labelled_as_the_portals(browser: Client, counted: Dossier) -> None:
    page = opened(browser, counted)
    section = page.one("//section[@aria-labelledby='cong']")
    assert "không dùng để xét trễ" in "".join(section.itertext())


def test_what_changed_after_the_due_day_shows_both_values_and_both_files(
    browser: Client, counted: Dossier
) -> None:
    page = opened(browser, counted)
    rows = page.texts("//section[@aria-labelledby='thay-doi']//tbody/tr")
    assert rows[0].startswith("Ngày hẹn trảđã thay đổi sau hạn 07/05/2021thang-4.xlsx")
    assert "21/05/2021thang-5.xlsx" in rows[0]
    assert not any("đã thay đổi" in row for row in rows[1:])


def test_figures_as_first_seen_and_as_now(browser: Client, counted: Dossier) -> None:
    rows = opened(browser, counted).texts("//section[@aria-labelledby='doi-sau-han']//tbody/tr")
    assert rows[0] == "Ngày hẹn trả 07/05/2021 21/05/2021"
    assert rows[1].startswith("Kết quả Trễ 2 ngày")
    assert rows[1].endswith("Đúng hạn")


def test_files_link_to_their_import(browser: Client, counted: Dossier) -> None:
    page = opened(browser, counted)
    assert page.find(".//section[@aria-labelledby='nguon']//a[starts-with(@href,'/nhap-tu-tep/')]")


def test_outside_fields_are_read_only_and_named_by_their_system(browser: Client, counted: Dossier) -> None:
    page = opened(browser, counted)
    section = page.one("//section[@aria-labelledby='nguon']")
    text = " ".join("".join(section.itertext()).split())
    assert "chỉ đọc" in text
    assert "Nguồn chính: Hệ thống thông tin giải quyết thủ tục hành chính cấp tỉnh" in text
    assert "15:20 ngày 28/04/2021" in text
    assert not section.xpath(".//input[not(@type='hidden')] | .//textarea | .//select")


def test_a_withdrawn_file_says_nothing_any_more(browser: Client, ward: Ward, late: Dossier) -> None:
    add_version(late, make_import(ward.unit, "dung.xlsx"))
    add_version(late, make_import(ward.unit, "nham.xlsx", withdrawn=True), handler="Người Lạ")
    text = opened(browser, late).text
    assert "dung.xlsx" in text
    assert "Người Lạ" not in text


def test_a_row_that_is_gone_from_the_source_is_said(browser: Client, ward: Ward) -> None:
    dossier = make_dossier(ward.unit, "G-1", judged_due_on=date(2021, 5, 12), present=False)
    add_version(dossier, make_import(ward.unit, "mot.xlsx"))
    add_version(dossier, make_import(ward.unit, "hai.xlsx", on=date(2021, 5, 11)), gone=True)
    text = opened(browser, dossier).text
    assert "Nguồn không còn liệt kê" in text
    assert "nguồn không còn liệt kê" in text
    assert "không tính vào tỷ lệ" in text


def test_personal_data_that_slipped_in_is_not_shown(browser: Client, ward: Ward, late: Dossier) -> None:
    add_version(late, make_import(ward.unit), applicant="Bà Nguyễn Thị Kín", phone="0900000000")
    text = opened(browser, late).text
    assert "Kín" not in text
    assert "0900000000" not in text


def test_every_reckoning_is_kept_with_its_reason(browser: Client, late: Dossier) -> None:
    assert "Các lần tính lại" not in opened(browser, late).text
    add_state(late, why="calendar", judged_due_on=date(2021, 5, 14), outcome="on_time", late_days=0)
    text = opened(browser, late).text
    assert "đổi lịch làm việc" in text
    assert "hạn xét trễ 12/05/2021" in text


@pytest.mark.parametrize("which", list(FACTS))
def test_acts_that_create_legal_facts_are_refused_with_the_name_of_the_system(
    browser: Client, running: Dossier, which: str
) -> None:
    page = examine(browser.post(f"/ho-so/{running.uid}/o-nguon/{which}/"), status=422)
    assert "Hệ thống thông tin giải quyết thủ tục hành chính cấp tỉnh" in page.notice
    assert "Chuẩn không" in page.notice
    running.refresh_from_db()
    assert running.states == 1


def test_the_refusal_names_the_system_the_unit_has_named(
    browser: Client, running: Dossier, ward: Ward, now
) -> None:
    RecordSystem.objects.create(
        unit=ward.unit, register="dossiers", system="iGate Bắc Hồng", valid_from=date(2021, 1, 1),
        citation="CV 12/UBND", recorded_at=now,
    )  # fmt: skip
    assert (
        "iGate Bắc Hồng" in examine(browser.post(f"/ho-so/{running.uid}/o-nguon/cap-ma/"), status=422).notice
    )


def test_where_chuan_keeps_dossiers_it_says_that_it_cannot_yet(
    browser: Client, running: Dossier, ward: Ward, now
) -> None:
    RecordSystem.objects.create(
        unit=ward.unit, register="dossiers", system="Chuẩn", keeps=True, valid_from=date(2021, 1, 1),
        citation="CV 12/UBND", recorded_at=now,
    )  # fmt: skip
    assert "chưa làm được" in examine(browser.post(f"/ho-so/{running.uid}/o-nguon/tra/"), status=422).notice


def test_an_act_that_does_not_exist_is_not_found(browser: Client, running: Dossier) -> None:
    assert browser.post(f"/ho-so/{running.uid}/o-nguon/dong-dau/").status_code == 404
    assert browser.get(f"/ho-so/{running.uid}/o-nguon/cap-ma/").status_code == 302


def test_who_may_not_write_is_not_offered_it(
    counted: Dossier, ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    page = opened(browser_of(ward.auditor), counted)
    offered = [" ".join(a.text_content().split()) for a in page.find(".//div[@class='actions']//a")]
    assert offered == ["Nêu sự không phù hợp"], "that is for everybody who sees the dossier"
    page = opened(browser_of(ward.specialist), counted)
    assert page.link("Giải trình") == f"/ho-so/{counted.uid}/giai-trinh/"


def test_another_ward_finds_nothing(
    counted: Dossier, other_ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    browser = browser_of(other_ward.one_stop)
    assert browser.get(f"/ho-so/{counted.uid}/").status_code == 404
    assert browser.post(f"/ho-so/{counted.uid}/o-nguon/cap-ma/").status_code == 404


def test_an_apology_that_would_come_late_says_so_and_may_still_be_made(
    browser: Client, ward: Ward, today: date
) -> None:
    dossier = make_dossier(
        ward.unit, "T-1", received_on=date(2021, 5, 4), judged_due_on=today - timedelta(days=3)
    )
    page = opened(browser, dossier)
    assert "Phải xin lỗi chậm nhất ngày" in page.text
    assert "đã quá ngày phải gửi" in page.text
    assert page.find(f".//a[@href='/ho-so/{dossier.uid}/xin-loi/']")


def test_a_dossier_without_anything_can_still_be_read(browser: Client, ward: Ward) -> None:
    dossier = make_dossier(ward.unit, "T-2", procedure_name="", procedure_code="", field="", channel="")
    page = opened(browser, dossier)
    assert page.title == "T-2"
    assert "Chưa có ngày để xét trễ" in page.text


def test_trail_lines_are_shown_and_the_trail_is_for_its_readers(
    counted: Dossier, ward: Ward, browser: Client, browser_of: Callable[[Official], Client]
) -> None:
    form = open_page(browser, f"/ho-so/{counted.uid}/giai-trinh/").form(button="Ghi giải trình")
    form.send(browser, text="mất điện")
    page = opened(browser, counted)
    assert "Giải trình hồ sơ" in page.text
    assert not page.find(".//a[starts-with(@href,'/nhat-ky/?')]")
    assert opened(browser_of(ward.auditor), counted).find(".//a[starts-with(@href,'/nhat-ky/?')]")


def test_the_page_asks_the_same_number_of_questions_however_long_its_story(
    browser: Client, counted: Dossier, ward: Ward
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            opened(browser, counted)
        return len(asked)

    count()
    before = count()
    for n in range(6):
        add_version(
            counted, make_import(ward.unit, f"tep-{n}.xlsx", on=date(2021, 6, 1 + n)), handler=f"Người {n}"
        )
        add_state(counted, why="import")
    assert count() == before <= 36
