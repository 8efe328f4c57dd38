"""Whatever is typed: no crash, spans inside the text, mends that mend; and in no time."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law.paper_form import form_rules
from chuan.rules.paper_form import Look, PageNumber, PageSeen, Row, Sheet, Stretch, check, mended
from tests.rules.paper_form.samples import DAY, DECISION, LETTER, departures

LINES = (DECISION + LETTER).splitlines()
_WORDS = "Điều khoản Số: / QĐ-UBND ngày tháng năm 31/02/2021 ** | ; ./. KT. a) IX “ V/v … Đ ß İ TM -"
_OTHERS = (
    "\t",
    "\n",
    "\u0301",
    "\u00a0",
    "\r\n",
    "Nơi nhận:",
    "- Lưu",
    "Phụ lục",
    "PHỤ LỤC",
    "Căn cứ",
    "kính gửi",
)
PIECES = [*_WORDS.split(), *_OTHERS, "số 1/2/3", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def _is_sound(text: str) -> None:
    found = departures(text)
    for one in found:
        span = one.place.span
        assert 0 <= span.start <= span.end <= len(text)
        assert 1 <= one.place.line <= text.count("\n") + 1
        assert text.count("\n", 0, span.start) + 1 == one.place.line
        assert one.said
        assert one.mend
    assert list(found) == sorted(found, key=lambda one: (one.place.span, one.code))
    mended(text, found)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_letters_at_all_are_survived(text: str):
    _is_sound(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*LINES, *PIECES]), max_size=40), st.sampled_from(["\n", " ", ""]))
def test_any_lines_of_papers_in_any_order_are_survived(lines: list[str], between: str):
    _is_sound(between.join(lines))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(DECISION)), st.integers(0, 60), st.sampled_from([*PIECES, ""]))
def test_a_paper_with_a_hole_in_it_is_survived(at: int, wide: int, typed: str):
    _is_sound(DECISION[:at] + typed + DECISION[at + wide :])


_SIZES = st.one_of(st.none(), st.floats(0, 100))
_LOOKS = st.builds(
    Look,
    st.sampled_from([None, "", "Arial", "AB+Tinos-Bold", "Times New Roman"]),
    _SIZES,
    st.sampled_from([None, True, False]),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, "000000", "ff0000", "auto", "zz"]),
)
_PAGES = st.builds(
    PageSeen,
    st.integers(0, len(DECISION)),
    st.floats(0, 500),
    st.floats(0, 500),
    *[_SIZES] * 4,
    st.one_of(st.none(), st.builds(PageNumber, st.booleans(), st.booleans(), st.booleans())),
    st.one_of(st.none(), st.integers(1, 9)),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_LOOKS, max_size=8), st.lists(_PAGES, max_size=4), st.data())
def test_any_layout_at_all_is_survived(looks: list[Look], pages: list[PageSeen], data: st.DataObject):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(DECISION)), min_size=9, max_size=9)))
    stretches = tuple(Stretch(cuts[at], cuts[at + 1], look) for at, look in enumerate(looks))
    rows = tuple(
        Row(a, b, None, data.draw(st.sampled_from([None, "start"])), margin=a % 2 == 0)
        for a, b in pairwise(cuts)
    )
    for one in check(Sheet(DECISION, rows, stretches, tuple(pages)), form_rules(DAY), DAY):
        assert 0 <= one.place.span.start <= one.place.span.end <= len(DECISION)
        assert "{" not in one.said


def test_the_same_paper_gives_the_same_departures():
    text = DECISION.replace("; ", ", ").replace("Điều 3.", "Điều 3:")
    assert departures(text) == departures(text)


def test_departures_of_one_rule_are_not_told_without_end():
    text = DECISION + "".join(f"3. Việc  thứ {n} của  phường.\n" for n in range(300))
    assert sum(one.code == "double_space" for one in departures(text)) == 60


def test_the_sheets_of_rules_need_no_layout():
    assert check(Sheet(DECISION), form_rules(DAY), DAY) == ()


@pytest.mark.parametrize("copies", [4, 40])
def test_three_pages_take_less_than_fifty_milliseconds_and_time_grows_with_length(copies: int):
    text = DECISION + "".join(
        f"{n}. Việc thứ {n} theo Quyết định số {n}/QĐ-UBND của phường.\n" for n in range(20 * copies)
    )
    rules, sheet = form_rules(DAY), Sheet.of_text(text)
    check(sheet, rules, DAY)
    best = min(_seconds(lambda: check(sheet, rules, DAY)) for _ in range(5))
    assert best < 0.05 * copies / 4


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "bad", ["điều " * 30_000, "|" * 60_000, "số " * 30_000 + "/", "- " * 40_000, "ngày " * 30_000]
)
def test_a_hostile_text_does_not_hold_the_machine(bad: str):
    assert _seconds(lambda: departures(bad)) < 5
    assert _seconds(lambda: departures(DECISION.partition("Điều 1")[0] + bad)) < 5
