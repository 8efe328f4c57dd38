"""Bars: from zero, cut into parts, names whole, the finding said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chuan.ui.charts.bars import LEFT, RIGHT, Bar, BarChart, bar_chart, finding
from tests.ui.test_charts import shapes, strict

PARTS = ["trước hạn", "đúng hạn", "trễ hạn"]


def chart(*bars: Bar) -> BarChart:
    return BarChart("Hồ sơ đã giải quyết", PARTS, bars, marked=2)


def test_parts_stand_one_after_another_from_zero():
    drawn = strict(bar_chart(chart(Bar("Hộ tịch", [50, 30, 20]))))
    [one], [two], [three] = (shapes(drawn, f"part-{n}") for n in (1, 2, 3))
    assert float(one["x"]) == LEFT
    assert float(two["x"]) == float(one["x"]) + float(one["width"])
    assert float(three["x"]) == float(two["x"]) + float(two["width"])
    assert float(one["width"]) == 2.5 * float(three["width"])


def test_a_part_of_nothing_is_not_drawn():
    assert not shapes(bar_chart(chart(Bar("Hộ tịch", [5, 0, 0]))), "part-3")


def test_a_long_name_is_broken_never_cut():
    name = "Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc"
    drawn = shapes_text(bar_chart(chart(Bar(name, [1, 0, 0]))))
    assert name in " ".join(drawn)


def shapes_text(drawn: str) -> list[str]:
    import re

    return re.findall(r"<text[^>]*>([^<]*)</text>", drawn)


def test_the_finding_names_the_worst_line():
    assert "Nhiều trễ hạn nhất: Đất đai (4)." in finding(
        chart(Bar("Hộ tịch", [9, 9, 1]), Bar("Đất đai", [0, 0, 4]))
    )
    assert "Không có trễ hạn." in finding(chart(Bar("Hộ tịch", [9, 9, 0])))


def test_names_from_files_are_escaped():
    assert "<script" not in bar_chart(chart(Bar("<script>x", [1, 0, 0])))


@given(st.lists(st.tuples(*[st.integers(0, 10**6)] * 3), min_size=1, max_size=14))
def test_nothing_is_drawn_outside(sizes: list[tuple[int, int, int]]):
    drawn = strict(bar_chart(chart(*(Bar(f"dòng {n}", size) for n, size in enumerate(sizes)))))
    for n in (1, 2, 3):
        for one in shapes(drawn, f"part-{n}"):
            assert LEFT <= float(one["x"]) <= float(one["x"]) + float(one["width"]) <= RIGHT + 0.2
