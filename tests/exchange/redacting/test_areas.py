"""Marked areas: what a hand does wrong is said, and never less than what was marked is covered."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.exchange.redacting import MARGIN, Area, Widened, digest_of
from chuan.exchange.redacting.areas import checked, on_dots, packed, unpacked
from chuan.rules.refusals import Refused
from chuan.rules.refusals.redacting import AreaEmpty, AreaOutside, AreasTooMany, AreaUnreadable, NoAreas

DOTS, POINTS = (1652, 2339), (595.0, 842.0)


@pytest.mark.parametrize(
    ("marked", "refusal", "says"),
    [
        ([], NoAreas, "Chưa đánh dấu"),
        ([Area(1, (0.1, 0.1, 0.1, 0.2))], AreaEmpty, "trang 1"),
        ([Area(2, (0.1, 0.1, 0.2, 0.1))], AreaEmpty, "trang 2"),
        ([Area(1, (1.2, 0.1, 1.4, 0.2))], AreaOutside, "ra ngoài trang 1"),
        ([Area(1, (0.1, -0.4, 0.3, 0.0))], AreaOutside, "ra ngoài trang 1"),
        ([Area(0, (0.1, 0.1, 0.2, 0.2))], AreaUnreadable, "sai vị trí"),
        ([Area(1, (math.nan, 0.1, 0.2, 0.2))], AreaUnreadable, "sai vị trí"),
        ([Area(1, (0.1, 0.1, math.inf, 0.2))], AreaUnreadable, "sai vị trí"),
        ([Area(1, (0.1, 0.1, 0.2 + at / 9999, 0.2)) for at in range(501)], AreasTooMany, "500"),
    ],
)
def test_a_wrong_area_is_refused_with_a_sentence(marked: list[Area], refusal: type[Refused], says: str):
    with pytest.raises(refusal, match=says) as caught:
        checked(marked)
    assert caught.value.sentence.endswith(".")


def test_a_page_with_nothing_to_cover_has_to_be_said_aloud():
    assert checked([], none_needed=True) == ()


def test_areas_are_cut_at_the_page_turned_right_and_told_once():
    drawn_from_below = Area(1, (0.5, 0.3, -0.2, 0.1))
    assert checked([drawn_from_below, Area(1, (0.0, 0.1, 0.5, 0.3))]) == (Area(1, (0.0, 0.1, 0.5, 0.3)),)


def test_the_digest_does_not_depend_on_the_order_and_travels():
    one, two = Area(1, (0.1, 0.1, 0.2, 0.2)), Area(2, (0.1, 0.1, 0.2, 0.2), Widened.ACROSS)
    assert digest_of([one, two]) == digest_of([two, one]) == digest_of(unpacked(packed([two, one])))
    assert len({digest_of([one]), digest_of([two]), digest_of([one, two])}) == 3


def test_a_margin_is_covered_too():
    left, top, right, bottom = on_dots(Area(1, (0.5, 0.5, 0.6, 0.6)), DOTS, POINTS)
    margin = MARGIN * 200 / 72
    assert (left, right) == (math.floor(826 - margin), math.ceil(991.2 + margin))
    assert (top, bottom) == (math.floor(1169.5 - margin), math.ceil(1403.4 + margin))


def test_a_whole_line_tells_no_length():
    short, long = ((0.2, 0.5, right, 0.52) for right in (0.25, 0.6))
    assert len({on_dots(Area(1, box, Widened.ACROSS), DOTS, POINTS) for box in (short, long)}) == 1
    assert on_dots(Area(1, short, Widened.ACROSS), DOTS, POINTS)[::2] == (0, DOTS[0])
    assert on_dots(Area(1, short, Widened.DOWN), DOTS, POINTS)[1::2] == (0, DOTS[1])


def test_a_whole_page_is_whole():
    assert on_dots(Area.whole_page(3), DOTS, POINTS) == (0, 0, *DOTS)


sides = st.floats(-0.5, 1.5, allow_nan=False)


@given(st.tuples(sides, sides, sides, sides), st.sampled_from(Widened))
def test_never_less_than_the_marked_part_of_the_page_is_covered(box, widened: Widened):
    try:
        (area,) = checked([Area(1, box, widened)])
    except Refused:
        return
    left, top, right, bottom = on_dots(unpacked(packed([area]))[0], DOTS, POINTS)
    assert 0 <= left <= area.box[0] * DOTS[0]
    assert 0 <= top <= area.box[1] * DOTS[1]
    assert area.box[2] * DOTS[0] <= right <= DOTS[0]
    assert area.box[3] * DOTS[1] <= bottom <= DOTS[1]
