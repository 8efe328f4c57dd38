"""The plan held against the paper it rests on: same, another value, missing, extra; how often the paper promises."""

from __future__ import annotations

from fractions import Fraction

from chuan.law.lexicons import reader_lexicon
from chuan.rules.base_compare import (
    Counted,
    Ours,
    Pair,
    Standing,
    apart,
    compare,
    counted,
    likeness,
    promises_of,
)
from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target

RESOLUTION = """
NGHỊ QUYẾT
Về nhiệm vụ phát triển kinh tế – xã hội năm 2021
1. Thu nhập bình quân đầu người đạt 66 triệu đồng/người/năm trở lên.
2. Tổng thu ngân sách nhà nước trên địa bàn đạt 8.550 triệu đồng trở lên;
- Diện tích gieo trồng lúa cả năm đạt 49 ha trở lên, năng suất đạt 51 tạ/ha trở lên.
a) Tỷ lệ rác thải sinh hoạt được thu gom đạt 98 % trở lên.
Giao Ủy ban nhân dân phường tổ chức thực hiện Nghị quyết này.
"""


def level(value: str, unit: str) -> Target:
    return Target(Quantity.LEVEL, Comparator.AT_LEAST, Horizon.ACCUMULATED, value=Fraction(value), unit=unit)


def ours(label: str, name: str, level: str, target: Target) -> Ours:
    return Ours(label, name, f"{name} {level}", target)


STREETS_TARGET = Target(
    Quantity.COUNT, Comparator.AT_LEAST, Horizon.ACCUMULATED, value=Fraction(4), unit="tuyến phố"
)
INCOME = ours(
    "1.2", "Thu nhập bình quân đầu người", "65 triệu đồng/người/năm", level("65", "triệu đồng/người/năm")
)
REVENUE = ours(
    "1.3", "Tổng thu ngân sách nhà nước trên địa bàn", "8.550 triệu đồng", level("8550", "triệu đồng")
)
AREA = ours("1.4a", "Diện tích gieo trồng lúa cả năm", "49 ha", level("49", "ha"))
YIELD = ours("1.4b", "Năng suất lúa", "51 tạ/ha", level("51", "tạ/ha"))
STREETS = ours("1.5", "Xây dựng tuyến phố văn minh đô thị", "04 tuyến phố", STREETS_TARGET)
PLAN = (INCOME, REVENUE, AREA, YIELD, STREETS)


def standing(pairs: list[Pair]) -> list[tuple[str, str]]:
    return [(one.ours.label if one.ours else "", str(one.standing)) for one in pairs]


def test_each_promise_is_the_same_another_missing_or_extra():
    pairs = compare(PLAN, promises_of(RESOLUTION, reader_lexicon()))
    assert standing(pairs) == [
        ("1.2", "different"), ("1.3", "same"), ("1.4a", "same"), ("1.4b", "same"), ("1.5", "missing"), ("", "extra"),
    ]  # fmt: skip
    other = pairs[0].theirs
    assert other is not None
    assert other.target.value == 66
    extra = pairs[-1].theirs
    assert extra is not None
    assert "rác thải" in extra.text


def test_lines_and_values_are_counted_apart_and_a_number_is_held_against_both():
    found = counted(promises_of(RESOLUTION, reader_lexicon()))
    assert found == Counted(lines=4, values=5)
    assert found.supports(4) == (True, False)
    assert found.supports(5) == (False, True)
    assert found.supports(21) == (False, False)


def test_the_papers_own_number_of_promises_promises_nothing():
    text = f"Phấn đấu 25/25 chỉ tiêu chủ yếu đạt kế hoạch đề ra.{RESOLUTION}"
    promises, stated = apart(promises_of(text, reader_lexicon()))
    assert (stated, counted(promises)) == ([25], Counted(lines=4, values=5))


def test_another_unit_needs_surer_words_and_is_another_value():
    theirs = promises_of(
        "Thu nhập bình quân đầu người đạt 66 nghìn đồng/người/năm trở lên.", reader_lexicon()
    )
    assert [one.standing for one in compare([INCOME], theirs)] == [Standing.DIFFERENT]
    vague = promises_of("Thu nhập của người lao động đạt 66 nghìn đồng/người/năm trở lên.", reader_lexicon())
    assert [one.standing for one in compare([INCOME], vague)] == [Standing.MISSING, Standing.EXTRA]


def test_a_share_is_never_taken_for_a_level_and_nothing_is_like_nothing():
    theirs = promises_of("Diện tích gieo trồng lúa cả năm tăng 5 %.", reader_lexicon())
    assert Standing.MISSING in {one.standing for one in compare([AREA], theirs)}
    assert compare([], []) == []
    assert all(likeness(AREA, one) > 0 for one in theirs)
    assert promises_of("Giao các ngành thực hiện.\n\n   \n", reader_lexicon()) == []
