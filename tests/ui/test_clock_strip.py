"""The clock strip: every day one cell, its dates as lines, long cases in further rows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree

from chuan.ui.charts import clock_strip
from chuan.ui.charts.clock_strip import ClockStrip, DayCell, Label

START = date(2021, 4, 28)


def days(count: int, kind: str = "counted", **more: object) -> list[DayCell]:
    return [DayCell(START + timedelta(days=n), kind, str(n + 1), **more) for n in range(count)]  # type: ignore[arg-type]


def drawn(strip: ClockStrip) -> etree._Element:
    return etree.fromstring(str(clock_strip(strip)))


def texts(tree: etree._Element) -> list[str]:
    return ["".join(one.itertext()) for one in tree.iter("text")]


def boxes(tree: etree._Element, kind: str) -> list[etree._Element]:
    return [one for one in tree.iter("rect") if one.get("class") == kind]


def test_it_is_one_image_named_by_its_finding() -> None:
    tree = drawn(ClockStrip(days(5), "hạn 19/05"))
    assert (tree.get("role"), tree.findtext("title")) == ("img", "hạn 19/05")


def test_each_day_is_one_cell_with_its_weekday_and_date() -> None:
    tree = drawn(ClockStrip(days(3), "t"))
    assert len(boxes(tree, "on")) == 3
    assert texts(tree)[:3] == ["T4", "28/04", "1"]


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("counted", "on"), ("to_come", "next"), ("void", "void"), ("wait", "wait"), ("off", "off"),
        ("event", "void"), ("over", "void"),
    ],
)  # fmt: skip
def test_kinds_differ_in_shape(kind: str, shape: str) -> None:
    assert len(boxes(drawn(ClockStrip(days(1, kind), "t")), shape)) == 1


def test_what_was_counted_in_vain_is_struck_through() -> None:
    tree = drawn(ClockStrip(days(2, "void"), "t"))
    assert len([one for one in tree.iter("path") if one.get("class") == "strike"]) == 2


def test_a_kind_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        DayCell(START, "holiday")


def test_neighbours_share_a_brace_and_its_words() -> None:
    tree = drawn(ClockStrip([*days(3, "void", brace="vòng 1: bỏ")], "t"))
    assert texts(tree).count("vòng 1: bỏ") == 1


def test_words_that_do_not_fit_are_left_to_the_table() -> None:
    tree = drawn(ClockStrip(days(1, "wait", brace="chờ người dân bổ sung rất lâu"), "t"))
    assert "chờ người dân bổ sung rất lâu" not in texts(tree)


def test_words_of_a_brace_never_stand_across_a_line() -> None:
    cells = days(6, "wait", brace="chờ người dân bổ sung")
    line = Label(cells[1].day, "hẹn đầu tiên", "was")
    tree = drawn(ClockStrip(cells, "t", (line,)))
    said = next(one for one in tree.iter("text") if one.text == "chờ người dân bổ sung")
    across = next(one for one in tree.iter("path") if one.get("class") == "was")
    assert float(said.get("x") or 0) > float((across.get("d") or "")[1:].split()[0])


def test_the_due_day_is_a_solid_line_and_the_first_promise_a_dashed_one() -> None:
    cells = days(5)
    labels = (Label(cells[4].day, "Hạn 02/05, 17:00", "due"), Label(cells[2].day, "hẹn đầu tiên", "was"))
    tree = drawn(ClockStrip(cells, "t", labels, cells[1].day))
    assert {one.get("class") for one in tree.iter("path")} == {"due", "was"}
    assert len(boxes(tree, "today")) == 1


def test_labels_of_one_day_stand_under_each_other() -> None:
    cells = days(14)
    labels = tuple(Label(cells[9].day, f"nhãn thứ {n}", "due") for n in range(3))
    tree = drawn(ClockStrip(cells, "t", labels))
    heights = {one.get("y") for one in tree.iter("text") if (one.text or "").startswith("nhãn")}
    assert len(heights) == 3


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (24, 1), (25, 2), (60, 3), (240, 10)])
def test_long_cases_go_on_in_further_rows(count: int, rows: int) -> None:
    tree = drawn(ClockStrip(days(count), "t"))
    assert len({one.get("y") for one in boxes(tree, "on")}) == rows
    assert len(boxes(tree, "on")) == count


def test_few_days_do_not_grow() -> None:
    [cell] = boxes(drawn(ClockStrip(days(1), "t")), "on")
    assert float(cell.get("width") or 0) < 100


def test_nothing_to_draw_is_an_empty_image() -> None:
    tree = drawn(ClockStrip([], "chưa có ngày nào"))
    assert list(tree.iter("rect")) == []


def test_words_from_outside_are_escaped() -> None:
    cells = [DayCell(START, "event", "<b>")]
    assert "&lt;b&gt;" in str(clock_strip(ClockStrip(cells, '"><script>')))
    assert "<script>" not in str(clock_strip(ClockStrip(cells, '"><script>')))
