"""Geometry of the small marks (looks.md §4 and §8); positions are those of the drawings agreed on."""

from __future__ import annotations

import re
from fractions import Fraction

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.targets.types import Comparator, Outcome
from chuan.ui import formatters as say
from chuan.ui.charts import month_chart, ruler, spark, ticks
from chuan.ui.charts.months import MonthChart, axis, broken, finding

LEAST, MORE = Comparator.AT_LEAST, Comparator.MORE_THAN
MOST, LESS = Comparator.AT_MOST, Comparator.LESS_THAN


def strict(svg: str) -> str:
    """The drawing, after a parser that forgives nothing has read it."""
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(f"<!doctype html><html lang=vi><head><title>x</title></head><body>{svg}</body></html>")
    return svg


def shapes(svg: str, kind: str) -> list[dict[str, str]]:
    """Attributes of every shape of a class."""
    found = re.findall(r"<(?:rect|circle|path|polyline|text)( [^>]*?)/?>", svg)
    attributes = [dict(re.findall(r' ([\w-]+)="([^"]*)"', one)) for one in found]
    return [one for one in attributes if kind in one["class"].split()]


def bar(value: str, target: str, comparator: Comparator = LEAST, **more) -> str:
    """A ruler of plain values."""
    return strict(ruler(Fraction(value), Fraction(target), comparator, "on_track", **more))


# The ruler


@pytest.mark.parametrize(
    ("value", "target", "width"),
    [
        ("11.2", "15", "71.7"),
        ("7214.6", "8550", "81"),
        ("49", "49", "96"),
        ("6", "5", "115.2"),
        ("900", "5", "128"),
    ],
)
def test_the_bar_ends_where_the_value_stands_to_the_tick(value, target, width):
    assert shapes(bar(value, target), "f-on-track")[0]["width"] == width


@pytest.mark.parametrize(
    ("value", "target", "width"),
    [
        ("93.6", "95", "87"),
        ("97.41", "97", "98.6"),
        ("100", "95", "128"),
        ("80", "95", "0"),
        ("20", "95", "0"),
    ],
)
def test_a_rate_promised_from_eighty_per_cent_is_drawn_on_its_last_fifteen_points(value, target, width):
    svg = bar(value, target, is_rate=True)
    assert shapes(svg, "f-on-track")[0]["width"] == width
    assert shapes(svg, "break")


def test_a_rate_promised_below_eighty_per_cent_is_not_zoomed():
    assert not shapes(bar("54.76", "60", is_rate=True), "break")
    assert not shapes(bar("93", "95"), "break")


def test_a_filled_end_counts_the_limit_and_a_hollow_one_does_not():
    ends = {
        c: ("end-in" in bar("1", "2", c), "end-out" in bar("1", "2", c)) for c in (LEAST, MOST, MORE, LESS)
    }
    assert ends == {LEAST: (True, False), MOST: (True, False), MORE: (False, True), LESS: (False, True)}


def test_only_a_ceiling_hatches_what_lies_beyond():
    assert shapes(bar("0.94", "0.9", MOST), "beyond")[0]["x"] == "97"
    assert shapes(bar("0.6", "1", LESS), "beyond")
    assert not shapes(bar("1", "2", LEAST), "beyond")


def test_no_value_is_a_dashed_outline_and_no_bar():
    svg = strict(ruler(None, Fraction(65), LEAST, "unmeasured"))
    assert shapes(svg, "none")
    assert not shapes(svg, "track")
    assert shapes(svg, "mark")


def test_a_figure_that_cannot_be_judged_draws_no_bar_either():
    assert shapes(strict(ruler(Fraction("11.4"), None, None, "unmeasured")), "none")
    assert shapes(strict(ruler(Fraction(3), None, None, "on_track")), "none")
    assert shapes(strict(ruler(Fraction(3), Fraction(-5), LEAST, "on_track")), "none")


def test_the_pace_points_at_where_the_figure_ought_to_be():
    assert shapes(bar("3", "4", pace=Fraction(3)), "pace")[0]["d"] == "M72 14.5l-3.5 5h7z"
    assert not shapes(bar("3", "4"), "pace")


def test_nothing_may_happen_is_a_point_on_the_tick_and_past_it_once_it_did():
    kept = strict(ruler(Fraction(0), Fraction(0), MOST, "on_track"))
    broke = strict(ruler(Fraction(2), Fraction(0), MOST, "not_met"))
    assert shapes(kept, "f-on-track")[0]["cx"] == "96"
    assert float(shapes(broke, "f-not-met")[0]["cx"]) > 96


def test_yes_is_a_point_on_the_tick_and_not_yet_one_before_it():
    assert shapes(strict(ruler(Fraction(1), Fraction(1), None, "met", yes_no=True)), "f-met")[0]["cx"] == "96"
    before = strict(ruler(Fraction(0), None, None, "on_track", yes_no=True))
    assert float(shapes(before, "f-on-track")[0]["cx"]) < 96


def test_a_range_has_two_ticks_and_a_forbidden_side():
    svg = bar("13.4", "15", Comparator.BETWEEN, low=Fraction(10))
    assert [one["d"] for one in shapes(svg, "mark")] == ["M64 3v14", "M96 3v14"]
    assert len(shapes(svg, "end-in")) == 2
    assert shapes(svg, "beyond")


def test_the_ruler_says_its_finding_to_those_who_do_not_see_it():
    svg = bar("96.57", "95", MORE, is_rate=True, shown="96,57 %", promised="trên 95 %")
    assert "<title>96,57 % so với mức trên 95 %: đúng tiến độ</title>" in svg
    assert 'role="img"' in svg


def test_words_from_outside_are_escaped():
    svg = strict(ruler(Fraction(1), Fraction(2), LEAST, "met", shown="<script>", promised='"&'))
    assert "<script" not in svg
    assert "&lt;script&gt;" in svg


@given(
    st.fractions(min_value=-1000, max_value=1000),
    st.fractions(min_value=-10, max_value=1000),
    st.sampled_from(Comparator),
    st.sampled_from(Outcome),
    st.booleans(),
)
def test_no_ruler_leaves_its_frame_whatever_the_figures(value, target, comparator, outcome, is_rate):
    svg = ruler(value, target, comparator, outcome, is_rate=is_rate, pace=value)
    for one in re.findall(r' (?:x|cx|width)="([^"]*)"', svg):
        assert 0 <= float(one) <= 128


# The spark


def points(svg: str) -> list[tuple[float, float]]:
    """The points of the first line."""
    pairs = shapes(svg, "run")[0]["points"].split()
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in pairs)]


def test_nine_of_twelve_months_end_at_three_quarters_of_the_way():
    svg = strict(spark([Fraction(n) for n in range(1, 10)], "on_track", slots=12))
    assert points(svg)[0][0] == 3
    assert points(svg)[-1][0] == 53.9


def test_the_last_point_takes_the_colour_of_the_verdict():
    svg = strict(spark([Fraction(1), Fraction(2), Fraction(3), Fraction(4)], "at_risk", slots=12))
    assert shapes(svg, "f-at-risk")[0]["cx"] == "22.1"


def test_three_points_or_fewer_stay_dots():
    assert not shapes(strict(spark([Fraction(1), Fraction(2), Fraction(3)], "met", slots=4)), "run")
    assert len(shapes(spark([Fraction(1), Fraction(2), Fraction(3)], "met", slots=4), "pt")) == 2
    assert shapes(strict(spark([Fraction(1), Fraction(2), Fraction(3), Fraction(4)], "met", slots=4)), "run")


def test_a_missing_month_is_a_gap_and_not_a_nought():
    svg = strict(
        spark([Fraction(1), Fraction(2), None, Fraction(3), Fraction(4), None, Fraction(5)], "met", slots=12)
    )
    assert [len(one["points"].split()) for one in shapes(svg, "run")] == [2, 2]
    assert len(shapes(svg, "f-met")) == 1


def test_a_lone_month_between_gaps_is_a_dot():
    svg = strict(
        spark([Fraction(1), Fraction(2), None, Fraction(9), None, Fraction(4), Fraction(5)], "met", slots=12)
    )
    assert len(shapes(svg, "pt")) == 1


def test_nothing_measured_draws_nothing():
    assert spark([], "unmeasured") == ""
    assert spark([None, None], "unmeasured", threshold=Fraction(3)) == ""


def test_the_threshold_is_drawn_at_its_height_among_the_points():
    svg = strict(
        spark([Fraction(0), Fraction(5), Fraction(10), Fraction(20)], "met", threshold=Fraction(20), slots=12)
    )
    assert shapes(svg, "thr")[0]["d"] == "M0 3h76"
    assert points(svg)[0][1] == 19


def test_a_flat_way_runs_through_the_middle():
    assert {y for _x, y in points(strict(spark([Fraction(4)] * 5, "met", slots=12)))} == {11}


def test_the_spark_says_from_where_to_where():
    svg = strict(spark([Fraction("97.3"), None, Fraction(98)], "met", unit="%"))
    assert "<title>2 kỳ: từ 97,30\u00a0% đến 98\u00a0%</title>" in svg
    assert "<title>1 kỳ: 3\u00a0ha</title>" in strict(spark([Fraction(3)], "met", unit="ha"))


@given(
    st.lists(st.one_of(st.none(), st.fractions(min_value=-100, max_value=100)), max_size=12),
    st.one_of(st.none(), st.fractions(min_value=-100, max_value=100)),
)
def test_no_spark_leaves_its_frame(values, threshold):
    svg = spark(values, "met", threshold=threshold, slots=12)
    for one in re.findall(r' cy="([^"]*)"', svg):
        assert 3 <= float(one) <= 19


# The ticks of a budget


def test_there_is_one_cell_for_each_allowed_case_and_the_line_after_the_last():
    svg = strict(ticks(44, 20))
    assert (len(shapes(svg, "used")), len(shapes(svg, "left"))) == (44, 20)
    assert shapes(svg, "lim")[0]["x"] == "903.9"
    assert "Đã 44 trong 64 được phép; còn 20" in svg


def test_a_spent_budget_has_no_free_cell():
    svg = strict(ticks(3, 0))
    assert (len(shapes(svg, "used")), len(shapes(svg, "left")), len(shapes(svg, "over"))) == (3, 0, 0)


def test_what_is_too_much_stands_past_the_line():
    svg = strict(ticks(20, -6))
    assert (len(shapes(svg, "used")), len(shapes(svg, "over"))) == (14, 6)
    line = float(shapes(svg, "lim")[0]["x"])
    assert all(float(one["x"]) > line for one in shapes(svg, "over"))
    assert all(float(one["x"]) < line for one in shapes(svg, "used"))
    assert "vượt mức cho phép 6" in svg


def test_more_than_a_hundred_and_twenty_cells_become_a_bar():
    assert len(shapes(strict(ticks(100, 20)), "used")) == 100
    svg = strict(ticks(100, 21))
    assert (len(shapes(svg, "used")), len(shapes(svg, "left"))) == (1, 1)


def test_no_allowed_case_at_all_is_only_the_line():
    svg = strict(ticks(0, 0))
    assert shapes(svg, "lim")
    assert not shapes(svg, "used")


@given(st.integers(0, 3000), st.integers(-3000, 3000))
def test_no_strip_leaves_its_frame(used, left):
    svg = ticks(used, max(left, -used) if used else max(left, 0))
    for one in shapes(svg, "used") + shapes(svg, "left") + shapes(svg, "over") + shapes(svg, "lim"):
        assert float(one["x"]) >= 0
        assert float(one["x"]) + float(one["width"]) <= 918.1


# The month chart


def chart(*values: str | None, threshold: str = "95", comparator: Comparator = MORE, **more) -> MonthChart:
    """A chart of rates by month."""
    known = [None if value is None else Fraction(value) for value in values]
    return MonthChart(
        known, Fraction(threshold), comparator, more.pop("promised", "trên 95 %"), top=Fraction(100), **more
    )


def test_the_grid_is_the_one_of_the_reference_page():
    scale = axis([Fraction("93.75"), Fraction("98.10"), Fraction(95)], top=Fraction(100))
    assert scale.grid() == [92, 94, 96, 98, 100]
    assert (scale.y(Fraction(100)), scale.y(Fraction(95)), scale.y(Fraction(92))) == (24, 124, 184)


def test_months_stand_over_the_columns_of_their_table():
    one = chart("97")
    assert (say.number(one.x(0), 1), say.number(one.x(11), 1)) == ("155,3", "800,7")


def test_a_month_that_fails_hangs_hollow_below_the_line_with_its_value():
    svg = strict(month_chart(chart("97.3", "93.75", figure=lambda value: say.percent(value))))
    assert len(shapes(svg, "dot")) == len(shapes(svg, "dot-bad")) == 1
    assert "93,75\u00a0%</text>" in svg
    assert "97,30\u00a0%</text>" not in svg


@pytest.mark.parametrize(("comparator", "fails"), [(MORE, True), (LEAST, False), (MOST, False), (LESS, True)])
def test_a_month_exactly_at_the_target_fails_only_a_strict_promise(comparator, fails):
    assert chart("95", comparator=comparator).fails(Fraction(95)) is fails


def test_a_strict_target_ends_hollow_and_one_that_counts_ends_filled():
    assert not shapes(month_chart(chart("97")), "thr-in")
    assert shapes(month_chart(chart("97", comparator=LEAST)), "thr-in")


def test_an_unmeasured_month_is_a_gap():
    svg = strict(month_chart(chart("97", None, "98")))
    assert len(shapes(svg, "dot")) == 2


def test_the_forbidden_side_of_a_floor_is_below():
    side = shapes(strict(month_chart(chart("98.1", "93.75"))), "forbid")[0]
    assert (side["y"], float(side["y"]) + float(side["height"])) == ("124", 184)


def test_the_forbidden_side_of_a_ceiling_is_above():
    svg = strict(month_chart(chart("0.8", "0.94", threshold="0.9", comparator=MOST)))
    assert shapes(svg, "forbid")[0]["y"] == "24"
    assert float(shapes(svg, "bad")[0]["y"]) < float(shapes(svg, "dot-bad")[0]["cy"])


def test_the_running_figure_is_named_where_it_ends():
    svg = strict(month_chart(chart("97", "98", cumulative=[Fraction(97), Fraction("97.5")])))
    assert "cộng dồn 97,5" in svg
    assert not shapes(strict(month_chart(chart("97", cumulative=[Fraction(97)]))), "cum")


def test_a_whole_year_keeps_the_running_name_inside_the_plot():
    svg = strict(month_chart(chart(*["97"] * 12, cumulative=[Fraction(97)] * 12)))
    label = next(one for one in shapes(svg, "end") if one["x"] == "828")
    assert label


def test_the_chart_says_which_months_do_not_hold():
    said = finding(chart("97", "93.75", subject="Tỷ lệ đúng hạn"))
    assert said.startswith(
        "Tỷ lệ đúng hạn từng kỳ so với mức trên 95 %. Không giữ được mức: tháng 2 (93,75)."
    )
    assert "Kỳ nào cũng giữ được mức." in finding(chart("97"))
    assert "Chưa có kỳ nào có số liệu." in finding(chart(None))


def test_a_chart_without_any_figure_still_shows_the_line():
    svg = strict(month_chart(chart(None, None)))
    assert shapes(svg, "thr")
    assert not shapes(svg, "dot")


def test_long_target_words_go_on_in_the_next_line():
    assert broken("trên 95 %") == ["trên 95 %"]
    assert broken("ít nhất 65 triệu đồng/người/năm") == ["ít nhất 65", "triệu đồng/", "người/năm"]
    assert broken("tối đa 0,9\u00a0% cả năm") == ["tối đa", "0,9\u00a0% cả", "năm"]


@given(
    st.lists(st.fractions(min_value=0, max_value=10**6), min_size=1, max_size=12),
    st.fractions(min_value=0, max_value=10**6),
    st.sampled_from([LEAST, MORE, MOST, LESS]),
)
def test_every_point_lies_inside_the_plot(values, threshold, comparator):
    svg = month_chart(MonthChart(values, threshold, comparator, "mức"))
    for one in shapes(svg, "dot") + shapes(svg, "dot-bad"):
        assert 23.9 <= float(one["cy"]) <= 184.1


@given(st.lists(st.fractions(min_value=-(10**6), max_value=10**6), min_size=1, max_size=13))
def test_the_grid_is_round_holds_every_value_and_has_few_lines(values):
    scale = axis(values)
    assert scale.low <= min(values) <= max(values) <= scale.high
    assert 2 <= len(scale.grid()) <= 8
    step = scale.step
    while step >= 10:
        step /= 10
    while step < 1:
        step *= 10
    assert step in {1, 2, 5}
