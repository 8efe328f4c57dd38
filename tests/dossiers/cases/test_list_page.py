"""The list of dossiers: filtered, searched without marks, sorted, paged, taken out to Excel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.dossiers import listing
from chuan.dossiers.listing import Wanted, found, listed
from chuan.dossiers.models import Dossier
from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from tests.dossiers.made import COPY, make_dossier, make_handler
from tests.examine import open_page
from tests.people import Ward

URL = "/ho-so/"


@pytest.fixture
def many(ward: Ward, today: date) -> dict[str, Dossier]:
    """One of each kind."""
    unit, copy = ward.unit, {"procedure_code": COPY[0], "procedure_name": COPY[1], "field": COPY[2]}
    make_handler(unit, "VŨ THỊ VĂN HÓA", ward.specialist)
    ago = today - timedelta(days=40)
    return {
        "early": make_dossier(unit, "A-1", received_on=date(2021, 3, 1), judged_due_on=date(2021, 3, 9),
                              settled_on=date(2021, 3, 5), channel="online"),
        "on_time": make_dossier(unit, "A-2", received_on=date(2021, 3, 2), judged_due_on=date(2021, 3, 9),
                                settled_on=date(2021, 3, 9), **copy),
        "late": make_dossier(unit, "A-3", received_on=date(2021, 4, 1), judged_due_on=date(2021, 4, 9),
                             settled_on=date(2021, 4, 14), handler=ward.specialist, changed_after_due=True),
        "later": make_dossier(unit, "A-4", received_on=date(2021, 4, 2), judged_due_on=date(2021, 4, 9),
                              settled_on=date(2021, 5, 14), promise_differs=True),
        "overdue": make_dossier(unit, "B-1", received_on=ago, judged_due_on=today - timedelta(days=9)),
        "soon": make_dossier(unit, "B-2", received_on=ago, judged_due_on=today),
        "running": make_dossier(unit, "B-3", received_on=ago, judged_due_on=today + timedelta(days=60)),
        "waiting": make_dossier(unit, "B-4", received_on=ago, judged_due_on=today - timedelta(days=5),
                                status="waiting", asked_on=ago),
        "blind": make_dossier(unit, "B-5", received_on=ago),
        "elsewhere": make_dossier(unit, "B-6", received_on=ago, judged_due_on=today - timedelta(days=5),
                                  elsewhere=True),
        "gone": make_dossier(unit, "B-7", received_on=ago, judged_due_on=today, present=False),
        "withdrawn": make_dossier(unit, "B-8", received_on=ago, judged_due_on=today, status="withdrawn"),
    }  # fmt: skip


def codes(viewer: Viewer, wanted: Wanted, on: date) -> set[str]:
    return set(found(viewer, wanted, on=on).values_list("code", flat=True))


def of(many: dict[str, Dossier], *names: str) -> set[str]:
    return {many[name].code for name in names}


def rows(client: Client, url: str) -> list[str]:
    return open_page(client, url).texts(".//th[@scope='row']")


@pytest.mark.parametrize(
    ("result", "names"),
    [
        ("som", ["early"]),
        ("dung", ["on_time"]),
        ("tre", ["late", "later"]),
        ("qua-han", ["overdue"]),
        ("sap-den", ["soon"]),
        ("trong-han", ["soon", "running"]),
        ("chua-ro", ["blind"]),
    ],
)
def test_results_are_told_apart(
    many: dict[str, Dossier], clerk: Viewer, today: date, result: str, names: list[str]
) -> None:
    """Who waits for the citizen, and who is solved elsewhere, is neither overdue nor soon."""
    assert codes(clerk, Wanted(result=result, soon_until=today + timedelta(days=3)), today) == of(
        many, *names
    )


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(status="waiting"), ["waiting"]),
        (Wanted(status="gone"), ["gone"]),
        (Wanted(status="elsewhere"), ["elsewhere"]),
        (Wanted(status="withdrawn"), ["withdrawn"]),
        (Wanted(field="Chứng thực"), ["on_time"]),
        (Wanted(procedure="2.000815"), ["on_time"]),
        (Wanted(channel="online"), ["early"]),
        (Wanted(changed=True), ["late"]),
        (Wanted(differs=True), ["later"]),
        (Wanted(period=Period.month(2021, 3)), ["early", "on_time"]),
        (Wanted(period=Period.month(2021, 5), by="xong"), ["later"]),
        (Wanted(period=Period.month(2021, 4), by="han"), ["late", "later"]),
        (Wanted(words="khai sinh", period=Period.year(2021)), ["early", "late", "later"]),
        (Wanted(words="CHỨNG THỰC"), ["on_time"]),
        (Wanted(words="chung thuc a-2"), ["on_time"]),
        (Wanted(words="a-3"), ["late"]),
        (Wanted(words="không có đâu"), []),
        (Wanted(words="%"), []),
        (Wanted(sort="tre"), ["late", "later"]),
    ],
)
def test_filters(
    many: dict[str, Dossier], clerk: Viewer, today: date, wanted: Wanted, names: list[str]
) -> None:
    assert codes(clerk, wanted, today) == of(many, *names)


def test_what_no_source_lists_any_more_is_not_in_the_plain_list(
    many: dict[str, Dossier], clerk: Viewer, today: date
) -> None:
    assert many["gone"].code not in codes(clerk, Wanted(), today)


def test_the_handler_is_one_of_ours_or_nobody(
    many: dict[str, Dossier], ward: Ward, clerk: Viewer, today: date
) -> None:
    assert codes(clerk, Wanted(handler=str(ward.specialist.uid)), today) == of(many, "late")
    assert many["late"].code not in codes(clerk, Wanted(handler=listing.NOBODY), today)


def test_a_search_with_many_hits_finds_the_same_as_one_with_few(
    many: dict[str, Dossier], clerk: Viewer, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = codes(clerk, Wanted(words="khai sinh"), today)
    monkeypatch.setattr(listing, "RARE", 1)
    assert codes(clerk, Wanted(words="khai sinh"), today) == few


def test_words_that_tell_nothing_apart_are_counted_only_so_far(
    many: dict[str, Dossier], clerk: Viewer, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "RARE", 5)
    monkeypatch.setattr(listing, "COMMON", 3)
    page = listed(clerk, Wanted(words="khai sinh"), on=today)
    assert (page.total, page.more) == (3, True)


def test_a_search_that_tells_apart_is_counted_whole(
    many: dict[str, Dossier], clerk: Viewer, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = len(codes(clerk, Wanted(words="khai sinh"), today))
    monkeypatch.setattr(listing, "COMMON", found - 1)
    page = listed(clerk, Wanted(words="khai sinh"), on=today)
    assert (page.total, page.more) == (found, False)


def test_fields_are_those_that_occur(many: dict[str, Dossier], clerk: Viewer, other_ward: Ward) -> None:
    make_dossier(other_ward.unit, "Z", field="Đất đai")
    assert listing.fields_of(clerk) == ["Chứng thực", "Hộ tịch"]


@pytest.mark.parametrize(("sort", "first"), [("moi", "B"), ("cu", "A-1"), ("han", "A-1"), ("tre", "A-4")])
def test_sorts(many: dict[str, Dossier], clerk: Viewer, today: date, sort: str, first: str) -> None:
    page = listed(clerk, Wanted(sort=sort), on=today)
    assert page.rows[0].code.startswith(first)


def test_rows_without_a_due_day_stand_last(many: dict[str, Dossier], clerk: Viewer, today: date) -> None:
    assert listed(clerk, Wanted(sort="han"), on=today).rows[-1].code == many["blind"].code


def test_pages_are_bounded_and_say_so(
    many: dict[str, Dossier], clerk: Viewer, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST", 5)
    monkeypatch.setattr(listing, "PER_PAGE", 2)
    page = listed(clerk, Wanted(), on=today, number=99)
    assert (page.more, page.total, page.pages, page.number, len(page.rows)) == (True, 5, 3, 3, 1)
    assert (page.first, page.last) == (5, 5)


def test_the_list_says_what_part_is_seen(
    browser: Client, many: dict[str, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "PER_PAGE", 4)
    page = open_page(browser, f"{URL}?nam=2021")
    assert "Đang xem 1–4 trong 4" in page.text
    page = open_page(browser, URL)
    assert "Đang xem 1–4 trong 11" in page.text
    assert "Đang xem 5–8 trong 11" in open_page(browser, page.link("Trang sau")).text


def test_more_than_can_be_paged_is_said(
    browser: Client, many: dict[str, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST", 3)
    assert "trong hơn" in open_page(browser, URL).text


def test_filters_stand_in_the_address_and_stay_in_the_form(browser: Client, many: dict[str, Dossier]) -> None:
    page = open_page(browser, f"{URL}?tim=khai+sinh&ket_qua=tre&nam=2021&ky=q2&doi=on&thu_tuc=1.004884")
    values = page.form(URL).values
    assert (values["tim"], values["ket_qua"], values["nam"], values["ky"]) == (
        "khai sinh",
        "tre",
        "2021",
        "q2",
    )
    assert (values["doi"], values["thu_tuc"]) == ("on", "1.004884")
    assert page.texts(".//th[@scope='row']") == ["A-3"]


def test_rarer_filters_are_folded_away_until_one_is_used(browser: Client, many: dict[str, Dossier]) -> None:
    assert open_page(browser, f"{URL}?nam=2021&xep=moi").one("//form//details").get("open") is None
    assert open_page(browser, f"{URL}?doi=on").one("//form//details").get("open") is not None


def test_verdicts_are_words_with_a_shape(browser: Client, many: dict[str, Dossier]) -> None:
    text = open_page(browser, URL).text
    settled = {"Trước hạn 4 ngày", "Đúng hạn", "Trễ 5 ngày", "đã thay đổi sau hạn", "khác ngày hẹn"}
    running = {"Hạn hôm nay", "Chờ người dân bổ sung", "Chưa có hạn"}
    uncounted = {"Đơn vị khác giải quyết", "Người dân rút"}
    assert {one for one in settled | running | uncounted if one not in text} == set()


@pytest.mark.parametrize(
    "query",
    ["nam=1500", "nam=abc", "ky=13", "trang_thai=bay", "ket_qua=x", "nguoi=xyz", "xep=ma;drop", "trang=-1",
     "trang=x", "trang=99999999999", "theo=khac", "linh_vuc=Khong", "kenh=fax"],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_left_aside(
    browser: Client, many: dict[str, Dossier], query: str
) -> None:
    assert len(rows(browser, f"{URL}?{query}")) == 11


def test_a_search_without_a_hit_says_how_to_go_on(browser: Client, many: dict[str, Dossier]) -> None:
    page = open_page(browser, f"{URL}?tim=zzz")
    assert "Không có hồ sơ nào khớp" in page.text
    assert page.link("Xem mọi hồ sơ") == URL


def test_an_empty_list_says_what_to_do(browser: Client) -> None:
    page = open_page(browser, URL)
    assert "Chưa có hồ sơ nào" in page.text
    assert page.find(".//div[@class='empty']//a[@href='/nhap-tu-tep/']")


def test_another_ward_sees_nothing(
    many: dict[str, Dossier], other_ward: Ward, browser_of: Callable[[Official], Client]
) -> None:
    assert "Chưa có hồ sơ nào" in open_page(browser_of(other_ward.one_stop), URL).text


@pytest.mark.parametrize("who", ["chairman", "auditor", "specialist", "administrator", "secretary"])
def test_every_official_may_look(
    many: dict[str, Dossier], ward: Ward, browser_of: Callable[[Official], Client], who: str
) -> None:
    assert len(rows(browser_of(getattr(ward, who)), URL)) == 11


def test_no_personal_data_of_applicants_is_there_to_show(browser: Client, many: dict[str, Dossier]) -> None:
    kept = {field.name for field in Dossier._meta.get_fields()}
    assert not kept & {"applicant", "address", "phone"}


def test_excel_has_the_same_rows_and_says_what_was_asked(browser: Client, many: dict[str, Dossier]) -> None:
    response = browser.get(f"{URL}ho-so.xlsx?ket_qua=tre&nam=2021")
    assert response.headers["Content-Disposition"].endswith('filename="ho-so.xlsx"')
    [sheet] = read_sheet(response.content, name="ho-so.xlsx")
    cells = [[one.text for one in row] for row in sheet.rows]
    assert {row[0] for row in cells if row[0].startswith("A-")} == {"A-3", "A-4"}
    assert any("trễ hạn" in cell for row in cells for cell in row)


def test_excel_says_when_it_holds_not_all(
    browser: Client, many: dict[str, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chuan.dossiers.showing.sheet.MOST", 2)
    [sheet] = read_sheet(browser.get(f"{URL}ho-so.xlsx").content, name="ho-so.xlsx")
    text = " ".join(one.text for row in sheet.rows for one in row)
    assert "Số hồ sơ: 2" in text
    assert "lọc hẹp hơn" in text


def test_the_page_asks_the_same_number_of_questions_however_long(browser: Client, ward: Ward) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            open_page(browser, URL)
        return len(asked)

    make_dossier(ward.unit, "N-0", judged_due_on=date(2021, 5, 4), handler=ward.specialist)
    count()
    before = count()
    for n in range(1, 12):
        make_dossier(ward.unit, f"N-{n}", judged_due_on=date(2021, 5, 4), handler=ward.specialist)
    assert count() == before <= 20


def test_the_plain_list_walks_an_index(clerk: Viewer, many: dict[str, Dossier], today: date) -> None:
    plan = found(clerk, Wanted(), on=today).values_list("pk")[:51].explain()
    if connection.vendor == "sqlite":  # PostgreSQL rightly reads twelve rows without an index
        assert "dossiers_dossier_received" in plan
        assert "TEMP B-TREE" not in plan
