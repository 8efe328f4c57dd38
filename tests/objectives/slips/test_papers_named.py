"""A paper's name taken apart and named anew; no database."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.rules.papers_named import NamedPaper, paper_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Báo cáo số 45/BC-UBND ngày 03/09/2021",
            NamedPaper("Báo cáo", "45", "BC-UBND", date(2021, 9, 3)),
        ),
        ("Báo cáo 45/BC-UBND ngày 3/9/2021", NamedPaper("Báo cáo", "45", "BC-UBND", date(2021, 9, 3))),
        (
            "Quyết định công nhận số: 7 / QĐ-UBND, 12.10.2021; trang 3",
            NamedPaper("Quyết định công nhận", "7", "QĐ-UBND", date(2021, 10, 12)),
        ),
        ("Thông báo số 9/TB-BHXH", NamedPaper("Thông báo", "9", "TB-BHXH")),
        ("Báo cáo số 45/BC-UBND ngày 45/13/2021", NamedPaper("Báo cáo", "45", "BC-UBND")),
    ],
)
def test_a_named_paper_is_taken_apart(text: str, expected: NamedPaper):
    assert paper_named(text) == expected


@pytest.mark.parametrize("text", ["", "sổ tay của thôn", "Biểu 03", "45/BC-UBND", "/", "x" * 400 + " 1/A"])
def test_what_names_no_paper_is_left_alone(text: str):
    assert paper_named(text) is None


def test_the_next_paper_has_its_own_number_and_day():
    last = paper_named("Báo cáo 45/BC-UBND ngày 03/09/2021")
    assert last is not None
    assert last.renewed(" 52 ", date(2021, 10, 4)).words == "Báo cáo số 52/BC-UBND ngày 04/10/2021"
