"""Promises in the rows of a table: an assignment for one commune, for many, one a row or one a column."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law.lexicons import reader_lexicon
from chuan.rules.base_compare import Ours, Standing, Theirs, compare, paired, promises_of
from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target

ONE = """QUYẾT ĐỊNH
TT	Chỉ tiêu	Đơn vị tính	Thực hiện 2020	Giao năm 2021
I	KINH TẾ
1	Thu nhập bình quân đầu người	Triệu đồng/người/năm	60	66
2	Tổng thu ngân sách trên địa bàn	Triệu đồng	8.000	8.550
3	Tỷ lệ hộ nghèo (đa chiều)	%	2	≤ 1,5
4	Số tổ dân phố văn hóa	TDP		9/10
Sau bảng.
"""
MANY = """TT	Chỉ tiêu	ĐVT	Chỉ tiêu giao năm 2021
			Phường Bắc Hồng	Phường Nam Hồng
1	Thu nhập bình quân đầu người	Triệu đồng/người/năm	66	60
"""
ACROSS = """TT	Đơn vị	Thu ngân sách (triệu đồng)	Tỷ lệ tham gia bảo hiểm y tế (%)	Ghi chú 5
1	Phường Bắc Hồng	8.550	95	x1
2	Phường Nam Hồng	7.000	93
"""


def read(text: str, *, year: int | None = 2021, home: str = "Bắc Hồng") -> list[Theirs]:
    return promises_of(text, reader_lexicon(), year=year, home=home)


def values(found: list[Theirs]) -> list[tuple[str, Fraction | None, str]]:
    return [(one.text.split(" đạt ")[0], one.target.value, one.target.unit) for one in found]


def test_a_row_is_a_sentence_with_the_unit_of_its_column_and_the_level_of_the_year():
    found = read(ONE)
    assert values(found)[:3] == [
        ("Thu nhập bình quân đầu người", 66, "triệu đồng/người/năm"),
        ("Tổng thu ngân sách trên địa bàn", 8550, "triệu đồng"),
        ("Tỷ lệ hộ nghèo (đa chiều)", Fraction(3, 2), "%"),
    ]
    assert (found[3].target.k, found[3].target.n) == (9, 10)
    assert [one.bare for one in found] == [True, True, False, False]
    assert found[2].target.comparator is Comparator.AT_MOST
    assert ONE[found[1].start : found[1].end].startswith("2\tTổng thu")


def test_of_many_communes_only_our_column_is_read():
    assert values(read(MANY)) == [("Thu nhập bình quân đầu người", 66, "triệu đồng/người/năm")]
    assert read(MANY, home="Đức Thuận") == []


def test_of_communes_one_a_row_only_our_row_is_read_with_the_units_in_the_heads():
    assert values(read(ACROSS)) == [
        ("Thu ngân sách", 8550, "triệu đồng"), ("Tỷ lệ tham gia bảo hiểm y tế", 95, "%"),
    ]  # fmt: skip
    assert read(ACROSS, home="Đức Thuận") == []
    assert read(ACROSS, home="") == []


def test_last_years_column_is_never_taken_and_two_columns_of_levels_are_not_guessed_between():
    years = "Chỉ tiêu\tĐVT\tKế hoạch 2020\tKế hoạch 2021\nThu nhập bình quân\tTriệu đồng\t60\t66\n"
    assert values(read(years)) == [("Thu nhập bình quân", 66, "triệu đồng")]
    assert read(years, year=None) == []
    assert read(years.replace("Kế hoạch 2020", "Kế hoạch đầu năm").replace("Kế hoạch 2021", "Giao")) == []
    assert read(
        "Chỉ tiêu\tĐVT\tKế hoạch 2020\nThu nhập bình quân đầu người\tTriệu đồng\t60\n", year=2022
    ) == [*read("Thu nhập bình quân đầu người Triệu đồng 60")]


def test_the_unit_may_stand_in_brackets_or_in_the_cell_itself():
    table = "Nội dung\tGiao\nThu ngân sách (triệu đồng)\t8.550\nThu nhập bình quân\t66 triệu đồng\nDân số (ước)\t\n"
    assert values(read(table)) == [
        ("Thu ngân sách", 8550, "triệu đồng"),
        ("Thu nhập bình quân", 66, "triệu đồng"),
    ]


def test_a_table_that_is_not_understood_is_read_only_where_a_row_holds_one_figure():
    table = (
        "Thu nhập bình quân đầu người\tđạt 66 triệu đồng\nThu ngân sách\t8.000 triệu đồng\t9.000 triệu đồng\n"
    )
    assert values(read(table)) == [("Thu nhập bình quân đầu người", 66, "triệu đồng")]


def test_a_second_row_of_heads_that_is_empty_or_a_table_of_one_row_is_no_head():
    assert read("Chỉ tiêu\tĐVT\tGiao\n") == []
    assert values(read("Chỉ tiêu\tĐVT\tGiao\n\t\t\nThu nhập bình quân\tTriệu đồng\t66\n")) == [
        ("Thu nhập bình quân", 66, "triệu đồng")
    ]
    repeated = "Chỉ tiêu\tĐVT\tGiao\nChỉ tiêu\tĐVT\tNăm 2021\nThu nhập bình quân\tTriệu đồng\t66\n"
    assert values(read(repeated)) == [("Thu nhập bình quân", 66, "triệu đồng")]


INCOME = Ours(
    "1.2", "Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo còn dưới 1,5 %",
    Target(Quantity.SHARE, Comparator.LESS_THAN, Horizon.AT_END, value=Fraction(3, 2), unit="%"),
)  # fmt: skip


def test_a_figure_alone_takes_the_comparator_of_the_plan_and_a_written_one_does_not():
    bare = read("Chỉ tiêu\tĐVT\tGiao 2021\nTỷ lệ hộ nghèo\t%\t1,5\n")
    (pair,) = compare([INCOME], bare)
    assert pair.standing is Standing.SAME
    assert pair.theirs is not None
    assert pair.theirs.target.comparator is Comparator.LESS_THAN
    written = read("Chỉ tiêu\tĐVT\tGiao 2021\nTỷ lệ hộ nghèo\t%\t≥ 1,5\n")
    assert paired(INCOME, written[0]).standing is Standing.DIFFERENT
    assert paired(INCOME, None).standing is Standing.MISSING


CELLS = st.text(st.characters(blacklist_characters="\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), max_size=12)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6), st.sampled_from(["", "Bắc Hồng"]))
def test_every_promise_stands_in_a_row_of_the_text(rows: list[list[str]], home: str):
    text = "\n".join("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row) for row in rows)
    head = "Chỉ tiêu\tĐVT\tGiao 2021\n"
    for one in read(head + text, home=home):
        assert 0 < one.start < one.end <= len(head + text)


@pytest.mark.parametrize("unit", ["TDP", "Triệu đồng", ""])
def test_a_unit_of_capitals_stays(unit: str):
    found = read(f"Chỉ tiêu\tĐVT\tGiao\nSố tổ dân phố văn hóa\t{unit}\t9/10\n")
    assert all("tDP" not in one.text for one in found)
