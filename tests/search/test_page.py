"""Tìm: the box in the bar, the page with its hits, what each may see, and words that cannot be searched."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.people import searching
from chuan.people.models import Official
from chuan.search import finding
from tests.examine import Page, open_page, words
from tests.people import Ward

PAGE = "/tim/"


@pytest.fixture
def client_of_clerk(client: Client, ward: Ward, sign_in) -> Client:
    searching.put(ward.unit.officials.all())
    return sign_in(client, ward.clerk)


def ask(client: Client, typed: str, more: str = "", status: int = 200) -> Page:
    return open_page(client, f"{PAGE}?tim={quote(typed)}{more}", status=status)


def labels(page: Page) -> list[str]:
    return ["".join(one.itertext()) for one in page.find("//ol[@class='hits']/li//a")]


def tab(page: Page, label: str) -> str:
    return page.one(f"//ul[@class='tabs']//a[normalize-space()='{label}']").get("href")


def test_the_bar_of_every_page_has_the_box(client_of_clerk):
    page = open_page(client_of_clerk, "/can-bo/")
    box = page.one("//header//form[@role='search']")
    assert box.get("action") == PAGE
    assert (box.get("method") or "get") == "get"


def test_a_stranger_has_no_box(client):
    assert not open_page(client, "/dang-nhap/").find("//form[@role='search']")


def test_an_empty_page_teaches(client_of_clerk):
    page = open_page(client_of_clerk, PAGE)
    assert page.title == "Tìm"
    assert page.one("#tim-gi").get("autofocus") is not None
    assert "mot cua" in page.text
    assert "148/qd-ubnd" in page.text
    assert not page.find("//ol[@class='hits']")


def test_blanks_only_are_no_question(client_of_clerk):
    assert "Cách tìm" in ask(client_of_clerk, "   ").text


def test_an_official_is_found_without_marks_and_marked_with_them(client_of_clerk, ward: Ward):
    page = ask(client_of_clerk, "mot cua")
    assert labels(page) == ["Lê Văn Một Cửa"]
    assert page.texts("mark") == ["Một Cửa"]
    assert page.link("Lê Văn Một Cửa") == f"/can-bo/{ward.one_stop.uid}/"
    assert "1 kết quả." in page.text
    assert page.one("#tim-gi").get("value") == "mot cua"
    assert page.one("//header//input").get("value") == "mot cua"


def test_tabs_narrow_to_a_kind_and_keep_the_words(client_of_clerk):
    page = ask(client_of_clerk, 'van "mot cua"')
    assert page.texts("//ul[@class='tabs']/li/a")[0] == "Tất cả"
    narrowed = open_page(client_of_clerk, tab(page, "Cán bộ"))
    assert labels(narrowed) == ["Lê Văn Một Cửa"]
    assert words(narrowed.one("//ul[@class='tabs']//a[@aria-current]")) == "Cán bộ"
    assert narrowed.one("#tim-gi").get("value") == 'van "mot cua"'
    nothing = open_page(client_of_clerk, tab(page, "Văn bản"))
    assert "Không thấy gì" in nothing.text
    assert labels(open_page(client_of_clerk, nothing.link("Tìm trong mọi loại"))) == ["Lê Văn Một Cửa"]


def test_the_form_keeps_the_kind(client_of_clerk):
    page = ask(client_of_clerk, "mot", "&loai=official")
    assert page.form(PAGE).values == {"tim": "mot", "loai": "official"}


@pytest.mark.parametrize(
    "more", ["&loai=gi-do", "&loai=", "&trang=x", "&trang=-1", "&trang=99999999999", "&trang=²"]
)
def test_an_address_that_says_nothing_sensible_is_read_as_far_as_it_goes(client_of_clerk, more):
    assert labels(ask(client_of_clerk, "mot cua", more)) == ["Lê Văn Một Cửa"]


def test_who_types_the_code_of_a_dossier_is_led_to_where_dossiers_are_found(client_of_clerk):
    page = ask(client_of_clerk, "000.00.12.H36-210105-0007")
    assert page.link("Tìm trong Hồ sơ") == "/ho-so/?tim=000.00.12.H36-210105-0007"
    assert client_of_clerk.get(page.link("Tìm trong Hồ sơ")).status_code == 200


def test_one_page_of_hits_needs_no_pager(client_of_clerk):
    assert not ask(client_of_clerk, "mot cua").find("//nav[@aria-label='Trang']")


@pytest.mark.parametrize("typed", ["?!…", '""', "%_", "-"])
def test_signs_alone_are_answered_kindly(client_of_clerk, typed):
    page = ask(client_of_clerk, typed, status=422)
    assert "chưa có chữ hoặc số nào" in page.notice
    assert page.one("#tim-gi").get("value") == typed


@pytest.mark.parametrize("typed", ["x" * 10_000, "chữ " * 100])
def test_a_pasted_page_is_answered_kindly(client_of_clerk, typed):
    page = ask(client_of_clerk, typed, status=422)
    assert "Câu tìm dài quá" in page.notice
    assert len(page.one("#tim-gi").get("value")) == 300


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "a' OR '1'='1", "a\x00b", "{{ viewer }}", "a;DROP TABLE"]
)
def test_no_typed_text_is_an_order(client_of_clerk, typed):
    page = ask(client_of_clerk, typed)
    assert "Không thấy gì" in page.text
    assert "<script>alert" not in page.html


def test_what_is_found_is_shown_as_text(client_of_clerk, ward: Ward):
    official = Official.objects.create(unit=ward.unit, name="<b>Bùi</b> & Đậm")
    searching.put([official])
    page = ask(client_of_clerk, "bui dam")
    assert labels(page) == ["<b>Bùi</b> & Đậm"]


def test_another_ward_finds_nothing_of_this_one(client_of_clerk, other_ward: Ward, sign_in):
    page = ask(sign_in(Client(), other_ward.chairman), "mot cua")
    assert "Không thấy gì" in page.text
    assert not page.find("mark")


def test_a_page_shows_twenty_and_leads_on(client_of_clerk, ward: Ward):
    made = Official.objects.bulk_create(Official(unit=ward.unit, name=f"Trịnh Thử {n:02}") for n in range(45))
    searching.put(made)
    first = ask(client_of_clerk, "trinh thu")
    assert "45 kết quả." in first.text
    assert len(labels(first)) == 20
    last = open_page(client_of_clerk, f"{PAGE}{first.link('Trang sau')}".replace("trang=2", "trang=3"))
    assert len(labels(last)) == 5
    assert not set(labels(first)) & set(labels(last))
    assert "Đang xem 41–45 trong 45" in last.text


def test_more_than_can_be_paged_through_is_said(client_of_clerk, ward: Ward, monkeypatch):
    monkeypatch.setattr(finding, "MOST", 30)
    monkeypatch.setattr("chuan.people.finding.MOST", 30)
    searching.put(
        Official.objects.bulk_create(Official(unit=ward.unit, name=f"Trịnh {n}") for n in range(40))
    )
    assert "Hơn 30 kết quả: thêm một từ để thu hẹp." in ask(client_of_clerk, "trinh").text


def test_where_much_is_hidden_only_what_is_seen_is_counted(client_of_clerk, ward: Ward, monkeypatch):
    """Entries whose things are gone or hidden: "ít nhất", never how many there would be."""
    monkeypatch.setattr(finding, "MOST", 10)
    monkeypatch.setattr(finding, "DEEPEST", 20)
    made = Official.objects.bulk_create(Official(unit=ward.unit, name=f"Trịnh {n}") for n in range(40))
    searching.put(made)
    Official.objects.filter(pk__in=[one.pk for one in made[3:]]).delete()
    searching.put(made[:3])
    page = ask(client_of_clerk, "trinh")
    assert "40" not in page.text
    assert "37" not in page.text


def test_hits_cost_no_statement_each(client_of_clerk, ward: Ward):
    def statements() -> int:
        ask(client_of_clerk, "trinh")
        with CaptureQueriesContext(connection) as asked:
            ask(client_of_clerk, "trinh")
        return len(asked)

    searching.put(Official.objects.bulk_create(Official(unit=ward.unit, name=f"Trịnh {n}") for n in range(2)))
    few = statements()
    searching.put(
        Official.objects.bulk_create(Official(unit=ward.unit, name=f"Trịnh {n}") for n in range(17))
    )
    assert statements() == few


def test_what_was_typed_stands_in_no_log(client_of_clerk, caplog):
    with caplog.at_level(logging.INFO):
        ask(client_of_clerk, "bi mat rieng")
        ask(client_of_clerk, "???rieng" * 100, status=422)
    assert "rieng" not in caplog.text


def test_a_search_writes_nothing(client_of_clerk):
    with CaptureQueriesContext(connection) as asked:
        ask(client_of_clerk, "mot cua")
    assert not [one["sql"] for one in asked if one["sql"].split()[0] in ("INSERT", "UPDATE", "DELETE")]
