"""Marks go through rows and forms unchanged, and a page marked anew is looked at anew."""

from __future__ import annotations

import pytest

from chuan.exchange.redacting import Area, Widened
from chuan.petitions.redacting.making import terms_in
from chuan.petitions.redacting.marks import Marks, area_of, as_text, from_text, strip_of, value_of
from chuan.petitions.redacting.showing import frames_of, next_page
from chuan.petitions.refusals_redacting import NumbersWrong
from chuan.rules.refusals.redacting import AreaEmpty, AreaOutside, AreaUnreadable

ONE = Area(1, (0.1, 0.2, 0.5, 0.25))
LINE = Area(2, (0.1, 0.2, 0.5, 0.25), Widened.ACROSS)


def test_marks_come_back_from_their_row():
    marks = Marks().with_page(1, [ONE], looked=True).with_page(2, [LINE], looked=False)
    assert from_text(as_text(marks)) == marks
    assert from_text("") == Marks()
    assert marks.unseen(3) == [2, 3]


@pytest.mark.parametrize("area", [ONE, LINE, Area.whole_page(3)])
def test_an_area_comes_back_from_a_form(area: Area):
    assert area_of(value_of(area), area.page) == area


@pytest.mark.parametrize("value", ["", "1 2 3", "a b c d", "0 0 1 nan", "0 0 1 1 cheo", "0 0 1 1 ngang x"])
def test_what_is_no_area_is_refused(value: str):
    with pytest.raises(AreaUnreadable):
        area_of(value, 1)


def test_areas_outside_or_empty_are_refused_and_edges_cut():
    with pytest.raises(AreaOutside):
        Marks().with_page(1, [Area(1, (1.2, 0, 1.4, 1))], looked=True)
    with pytest.raises(AreaEmpty):
        Marks().with_page(1, [Area(1, (0.2, 0.1, 0.2, 0.9))], looked=True)
    cut = Marks().with_page(1, [Area(1, (0.9, 0.5, 1.7, 0.4))], looked=True)
    assert cut.areas == (Area(1, (0.9, 0.4, 1.0, 0.5)),)


def test_a_page_marked_again_replaces_its_areas_and_no_others():
    marks = Marks().with_page(1, [ONE], looked=True).with_page(2, [LINE], looked=True)
    again = marks.with_page(1, [], looked=True)
    assert again.areas == (LINE,)
    assert again.seal_of(1) != marks.seal_of(1)
    assert again.seal_of(2) == marks.seal_of(2)


def test_a_page_with_new_proposals_has_to_be_looked_at_again():
    marks = Marks().with_page(1, [ONE], looked=True).with_page(2, [], looked=True)
    assert marks.with_more([ONE]).looked == {1, 2}, "nothing new on it"
    assert marks.with_more([LINE]).looked == {1}


def test_a_strip_is_typed_by_its_edges():
    assert strip_of(1, "", " ") is None
    assert strip_of(1, "18", "12,5") == Area(1, (0.0, 0.125, 1.0, 0.18))
    for top, bottom in (("12", ""), ("x", "3"), ("5", "5"), ("-1", "4"), ("4", "101"), ("nan", "4")):
        with pytest.raises(NumbersWrong):
            strip_of(1, top, bottom)


def test_terms_are_bounded_and_each_is_looked_for_once():
    assert terms_in(" Nguyễn  Văn A \n\nx\nNguyễn Văn A\n0912") == ["Nguyễn Văn A", "0912"]
    assert len(terms_in("\n".join(f"ai {n}" for n in range(99)))) == 20


def test_words_found_on_one_line_become_one_strip_and_what_is_covered_stays_one():
    line = Area(1, (0.1, 0.200, 0.3, 0.220), Widened.ACROSS)
    same = Area(1, (0.6, 0.205, 0.9, 0.224), Widened.ACROSS)
    below = Area(1, (0.1, 0.230, 0.3, 0.250), Widened.ACROSS)
    marks = Marks().with_more([same, below, line])
    assert [one.box for one in marks.areas] == [(0.1, 0.2, 0.9, 0.224), (0.1, 0.23, 0.3, 0.25)]
    assert marks.with_more([Area(1, (0.2, 0.21, 0.4, 0.22)), line]) == marks
    assert len(marks.with_more([Area(2, (0.2, 0.21, 0.4, 0.22))]).areas) == 3


def test_a_line_lying_on_its_side_is_proposed_as_it_is():
    down = Area(1, (0.1, 0.2, 0.15, 0.4), Widened.DOWN)
    assert Marks().with_more([down]).areas == (down,)
    assert area_of(value_of(down), 1) == down


def test_the_next_page_is_one_that_nobody_looked_at():
    marks = Marks().with_page(2, [], looked=True)
    assert [next_page(marks, page, 3) for page in (1, 2, 3)] == [3, 3, 1]
    assert next_page(marks.with_page(1, [], looked=True), 3, 3) is None


def test_frames_say_where_they_are():
    said = [one.words for one in frames_of([ONE, LINE, Area.whole_page(3)])]
    assert said == ["Khung 1: từ 20 đến 25", "Khung 2: cả dòng, từ 20 đến 25", "Khung 3: cả trang"]
    assert frames_of([LINE])[0].width == "100.000%"
