"""Following: gaps, doubles, late ones, each with its rows; a gap is explained once and is none any more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chuan.documents import watching
from chuan.documents.models import VoidNumber
from chuan.documents.sequences import Numbered, sequences
from chuan.documents.watch_reports import glance
from chuan.exchange.sheets import read_sheet
from chuan.people.models import Official
from tests.documents.following.made import bring, came, handled, out
from tests.examine import open_page
from tests.people import Ward, at

URL = "/van-ban/theo-doi/"
SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def year(ward: Ward) -> Ward:
    """Numbers 1 to 6 without 4, 2 twice, 5 sent late; incoming ones late, overdue, not acknowledged."""
    numbers = [("1", "BC"), ("2", "QĐ"), ("3", "TB"), ("5", "KH"), ("6", "BC")]
    rows = [
        out(full_number=f"{n}/{t}-UBND", issued_on=f"2021-03-0{n}", sent_on=f"2021-03-0{n}")
        for n, t in numbers
    ]
    rows += [out(full_number="2/QĐ-UBND", issued_on="2021-03-03", sent_on="2021-03-03", subject="Số trùng")]
    rows[3] = out(full_number="5/KH-UBND", issued_on="2021-03-05", sent_on="2021-03-12")
    bring(ward.unit, "documents_out", rows, at=at(2021, 6, 1))
    arrived = [
        came(arrival_number="1", acknowledged_on="2021-04-06"),
        came(arrival_number="2", acknowledged_on="2021-04-08", full_number="241/KH-UBND"),
        came(arrival_number="3", full_number="242/KH-UBND"),
    ]
    bring(ward.unit, "documents_in", arrived, at=at(2021, 6, 1))
    work = [
        handled(arrival_number="1", done_on="2021-04-22"),
        handled(arrival_number="2", done_on="", progress="Đang xử lý"),
    ]
    bring(ward.unit, "documents_handling", work, at=at(2021, 6, 2))
    return ward


@pytest.fixture
def clerk(year: Ward, client: Client, sign_in: SignIn) -> Client:
    return sign_in(client, year.clerk)


def test_the_year_at_a_glance_counts_each_fault_in_a_bounded_number_of_questions(clerk: Client, year: Ward):
    with CaptureQueriesContext(connection) as asked:
        page = open_page(clerk, f"{URL}?nam=2021")
    assert len(asked) <= 30
    assert "6 văn bản đi, 3 văn bản đến" in page.text
    viewer = year.viewer(year.clerk)
    counts = {one.key: one.found(viewer, 2021, date(2021, 6, 2)).count() for one in watching.WATCHES}
    assert counts == {
        "trung": 2, "phat-hanh-tre": 1, "chua-xac-nhan": 2, "qua-han": 2, "thieu-tep": 6, "ngoai-so": 0,
    }  # fmt: skip
    seen = glance(viewer, 2021, date(2021, 6, 2))
    assert {one.watch.key: one.n for one in seen.faults} == counts, "counted in one pass as row by row"
    assert (seen.out, seen.came, seen.runs) == (6, 3, watching.runs_of(viewer, 2021))


@pytest.mark.parametrize("key", [one.key for one in watching.WATCHES])
def test_every_fault_opens_onto_its_rows_and_goes_out_to_excel(clerk: Client, key: str):
    open_page(clerk, f"{URL}{key}/?nam=2021")
    answer = clerk.get(f"{URL}{key}/danh-sach.xlsx", {"nam": "2021"})
    assert answer.status_code == 200
    assert read_sheet(answer.content, name="a.xlsx")


def test_rows_are_sought_without_marks(clerk: Client):
    assert "Số trùng" in open_page(clerk, f"{URL}trung/?nam=2021&tim=so+trung").text
    assert "Không có văn bản nào" in open_page(clerk, f"{URL}trung/?nam=2021&tim=khong+co").text


def test_a_gap_is_named_and_explained_once(clerk: Client, year: Ward):
    page = open_page(clerk, f"{URL}khoang-trong/?nam=2021")
    assert "Dãy số chung" in page.text
    send = {"day": "UBND", "so": "4", "ly_do": ""}
    assert clerk.post(f"{URL}khoang-trong/?nam=2021", send).status_code == 422
    answer = clerk.post(f"{URL}khoang-trong/?nam=2021", send | {"ly_do": "Số hủy theo biên bản"})
    assert answer.status_code == 302
    assert VoidNumber.objects.get().reason == "Số hủy theo biên bản"
    assert "Số hủy theo biên bản" in open_page(clerk, f"{URL}khoang-trong/?nam=2021").text
    runs = watching.runs_of(year.viewer(year.clerk), 2021)
    assert [run.unexplained for run in runs] == [()]
    again = clerk.post(f"{URL}khoang-trong/?nam=2021", send | {"ly_do": "Lần hai"})
    assert again.status_code == 422
    assert clerk.post(f"{URL}khoang-trong/?nam=2021", send | {"so": "3", "ly_do": "x"}).status_code == 422


def test_only_the_registrars_explain(year: Ward, client: Client, sign_in: SignIn):
    answer = sign_in(client, year.specialist).post(
        f"{URL}khoang-trong/?nam=2021", {"day": "UBND", "so": "4", "ly_do": "x"}
    )
    assert answer.status_code == 403
    assert not VoidNumber.objects.exists()


def test_another_ward_sees_nothing_of_it(year: Ward, other_ward: Ward, client: Client, sign_in: SignIn):
    page = open_page(sign_in(client, other_ward.clerk), f"{URL}?nam=2021")
    assert "Chưa có dòng sổ nào" in page.text


def test_a_year_and_a_fault_that_make_no_sense_are_left_aside(clerk: Client):
    assert clerk.get(URL, {"nam": "hai-nghin"}).status_code == 200
    assert clerk.get(f"{URL}khong-co-loai-nay/").status_code == 404


def paper(n: int, number: str, type_: str) -> Numbered:
    return Numbered(n, number, f"{type_}-UBND", type_, date(2021, 1, 1))


def test_types_that_count_on_their_own_have_their_own_sequence():
    papers = [paper(n, str(n), "QĐ") for n in range(1, 21)]
    papers += [paper(100 + n, str(n), "BC" if n % 2 else "TB") for n in range(1, 21) if n != 7]
    runs = {run.key: [gap.value for gap in run.gaps] for run in sequences(papers, {})}
    assert runs == {"UBND:QĐ": [], "UBND:*": [7]}


def test_a_slip_of_the_pen_opens_no_thousand_gaps():
    papers = [paper(n, str(n), "BC") for n in range(1, 11)] + [paper(99, "20210", "BC")]
    assert [run.gaps for run in sequences(papers, {})] == [()]


def test_a_number_with_a_letter_is_no_double_and_fills_no_gap():
    papers = [paper(1, "1", "BC"), paper(2, "1a", "BC"), paper(3, "3", "BC")]
    assert [gap.value for gap in sequences(papers, {})[0].gaps] == [2]
