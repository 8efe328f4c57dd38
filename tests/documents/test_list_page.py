"""The list of documents: filtered, searched without marks, paged, taken out to Excel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.documents import actions
from chuan.documents.models import Document
from chuan.documents.reports import Wanted, counts_by_state, documents_for, years_of
from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.documents.papers import REFERENCE, decision
from tests.examine import open_page
from tests.people import Ward

URL = "/van-ban/"
SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def papers(clerk: Viewer, now: datetime) -> dict[str, Document]:
    """Three decisions of two years."""
    told = {
        "reference": actions.receive(REFERENCE, "quyet-dinh.md", by=clerk, at=now),
        "2022": actions.receive(decision(number="15"), "nam-2022.txt", by=clerk, at=now),
        "road": actions.receive(
            decision(number="44", on="03 tháng 6 năm 2022", subject="Về việc đặt tên “Đường Nguyễn Đổng Chi”"),
            "ten-duong.txt", by=clerk, at=now,
        ),
    }  # fmt: skip
    return {name: reading.document for name, reading in told.items()}


def rows(client: Client, url: str) -> list[str]:
    """The documents of a page, by address."""
    return [a.get("href") or "" for a in open_page(client, url).find(".//th[@scope='row']/a")]


def of(*documents: Document) -> list[str]:
    return [f"/van-ban/{one.uid}/" for one in documents]


def test_the_newest_stands_first(clerks_browser: Client, papers: dict[str, Document]) -> None:
    assert rows(clerks_browser, URL) == of(papers["road"], papers["2022"], papers["reference"])


def test_an_empty_list_says_what_to_do(clerks_browser: Client) -> None:
    page = open_page(clerks_browser, URL)
    assert "Chưa có văn bản nào" in page.text
    assert page.find(".//a[@href='/van-ban/nap/']")


def test_who_may_not_upload_is_not_offered_it(client: Client, sign_in: SignIn, ward: Ward) -> None:
    page = open_page(sign_in(client, ward.auditor), URL)
    assert not page.find(".//a[@href='/van-ban/nap/']")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("nguyen dong chi", ["road"]),
        ("NGUYỄN ĐỔNG", ["road"]),
        ("dat ten duong", ["road"]),
        ("44/QD", ["road"]),
        ("44/qd-ubnd", ["road"]),
        ("khanh", []),
        ("chat luong 2022", ["2022"]),
        ("muc tieu", ["2022", "reference"]),
        ("không có đâu", []),
        ("%", []),
        ("   ", ["road", "2022", "reference"]),
    ],
)
def test_words_are_sought_without_their_marks(
    words: str, found: list[str], papers: dict[str, Document], clerk: Viewer
) -> None:
    assert list(documents_for(clerk, Wanted(words=words))) == [papers[name] for name in found]


def test_filters_stand_in_the_address_and_stay_in_the_form(
    clerks_browser: Client, papers: dict[str, Document]
) -> None:
    url = f"{URL}?nam=2021&tim=muc+tieu&trang_thai=read"
    assert rows(clerks_browser, url) == of(papers["reference"])
    values = open_page(clerks_browser, url).form(URL).values
    assert (values["nam"], values["tim"], values["trang_thai"]) == ("2021", "muc tieu", "read")
    assert "1 văn bản" in open_page(clerks_browser, url).text


def test_only_years_that_occur_are_offered(papers: dict[str, Document], clerk: Viewer) -> None:
    assert years_of(clerk) == [2022, 2021]


def test_states_are_counted(papers: dict[str, Document], clerk: Viewer) -> None:
    assert counts_by_state(clerk) == {"read": 3}


@pytest.mark.parametrize(
    "query", ["nam=1500", "nam=abc", "trang_thai=gone", "trang=999", "trang=-1", "trang=x"]
)
def test_a_filter_that_makes_no_sense_is_left_aside(
    clerks_browser: Client, papers: dict[str, Document], query: str
) -> None:
    assert len(rows(clerks_browser, f"{URL}?{query}")) == 3


def test_a_search_without_a_hit_says_how_to_go_on(
    clerks_browser: Client, papers: dict[str, Document]
) -> None:
    page = open_page(clerks_browser, f"{URL}?tim=zzz")
    assert "Không có văn bản nào khớp" in page.text
    assert page.link("Xem mọi văn bản") == URL


def test_what_is_typed_in_the_search_is_only_text(
    clerks_browser: Client, papers: dict[str, Document]
) -> None:
    page = open_page(clerks_browser, f'{URL}?tim="><script>alert(1)</script>')
    assert not page.find(".//script[not(@src)]")
    assert page.form(URL).values["tim"] == '"><script>alert(1)</script>'


def test_another_ward_sees_none_of_them(
    client: Client, sign_in: SignIn, other_ward: Ward, papers: dict[str, Document]
) -> None:
    assert rows(sign_in(client, other_ward.clerk), URL) == []


def _many(ward: Ward, count: int, now: datetime) -> None:
    Document.objects.bulk_create(
        Document(
            unit=ward.unit, owner_unit=ward.unit, type="QĐ", number=str(n), symbol="QĐ-UBND",
            issued_on=date(2020, 1, 1), subject=f"Văn bản thử {n}", recorded_at=now,
        )
        for n in range(count)
    )  # fmt: skip


def test_long_lists_come_in_pages_that_keep_the_filters(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    _many(ward, 120, now)
    page = open_page(clerks_browser, f"{URL}?nam=2020&trang=2")
    assert len(page.find(".//th[@scope='row']")) == 50
    assert "Đang xem 51–100 trong 120" in page.text
    assert "nam=2020" in page.link("Trang sau")
    assert "trang=3" in page.link("Trang sau")


def test_the_page_takes_as_many_statements_for_many_as_for_few(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    from django.db import connection

    _many(ward, 2, now)
    with CaptureQueriesContext(connection) as few:
        clerks_browser.get(f"{URL}?tim=van+ban")
    _many(ward, 100, now)
    with CaptureQueriesContext(connection) as many:
        clerks_browser.get(f"{URL}?tim=van+ban")
    assert len(many) == len(few) <= 17, "the index of words takes three more on PostgreSQL"


def test_the_excel_file_holds_the_filtered_rows_and_says_what_was_asked(
    clerks_browser: Client, papers: dict[str, Document]
) -> None:
    answer = clerks_browser.get(f"{URL}danh-sach.xlsx?nam=2022")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "spreadsheetml" in answer["Content-Type"]
    (sheet,) = read_sheet(answer.content, name="van-ban.xlsx")
    texts = [[cell.text for cell in row] for row in sheet.rows]
    assert any("năm 2022" in cell for row in texts for cell in row)
    (head,) = [n for n, row in enumerate(texts) if "Số, ký hiệu" in row]
    assert [row[1] for row in texts[head + 1 :]] == ["44/QĐ-UBND", "15/QĐ-UBND"]
    assert sheet.rows[head + 1][2].value in (date(2022, 6, 3), datetime(2022, 6, 3))


def test_the_excel_link_carries_the_filters_of_the_page(
    clerks_browser: Client, papers: dict[str, Document]
) -> None:
    page = open_page(clerks_browser, f"{URL}?nam=2022&tim=duong")
    link = page.link("Tải Excel")
    (sheet,) = read_sheet(clerks_browser.get(link).content, name="x.xlsx")
    assert sum("QĐ-UBND" in cell.text for row in sheet.rows for cell in row) == 1


def test_a_subject_that_looks_like_a_formula_is_a_text_in_excel(
    clerks_browser: Client, ward: Ward, now: datetime
) -> None:
    Document.objects.create(
        unit=ward.unit,
        owner_unit=ward.unit,
        type="QĐ",
        number="1",
        symbol="QĐ-UBND",
        subject="=1+1",
        recorded_at=now,
    )
    (sheet,) = read_sheet(clerks_browser.get(f"{URL}danh-sach.xlsx").content, name="x.xlsx")
    assert "=1+1" in [cell.text for row in sheet.rows for cell in row]
