"""The annex reads back as it was written: every quantity, every comparison, the reference Decision whole."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import read_decision
from chuan.rules.decision_text.types import DecisionReading, Line
from chuan.rules.next_year import (
    NotPut,
    Row,
    annex_text,
    ordinals,
    read_back,
    read_one,
    read_whole,
    reworded,
    tidy,
)
from chuan.rules.targets.types import Comparator, Horizon, Quantity, Target
from chuan.rules.vietnamese import written_number

REFERENCE = Path(__file__).resolve().parents[3] / "examples" / "bac-hong-2021" / "quyet-dinh.md"
LEXICON = reader_lexicon()
CUES = {
    Comparator.AT_LEAST: "ít nhất",
    Comparator.MORE_THAN: "trên",
    Comparator.AT_MOST: "không quá",
    Comparator.LESS_THAN: "dưới",
}


@pytest.fixture(scope="module")
def reference() -> DecisionReading:
    return read_decision(REFERENCE.read_text(encoding="utf-8"), lexicon=LEXICON)


def rows(reading: DecisionReading) -> list[Row]:
    return [Row(line.ordinal, line.text, line.parent) for line in reading.objectives]


def bare(target: Target) -> Target:
    """The promise without the places it was read from."""
    baseline = replace(target.baseline, span=None) if target.baseline else None
    return replace(target, span=None, baseline=baseline)


def test_the_reference_written_as_an_annex_reads_back_as_the_same_promises(reference: DecisionReading):
    written = rows(reference)
    read = read_back(written, LEXICON)
    assert list(read) == [row.key for row in written] == list(ordinals(written).values())
    for line in reference.objectives:
        assert list(map(bare, read[line.ordinal].targets)) == list(map(bare, line.targets)), line.text


def test_lines_below_end_with_a_semicolon_so_that_none_runs_into_the_next(reference: DecisionReading):
    text = annex_text(rows(reference)).splitlines()
    assert text[0].endswith("cụ thể:")
    assert [line[-1] for line in text[1:20]] == [";"] * 19
    assert text[20].endswith("pháp luật.")


def test_a_third_level_hangs_under_its_own_line():
    three = [
        Row("a", "Phấn đấu các chỉ tiêu sau"),
        Row("b", "Về kinh tế", "a"),
        Row("c", "Thu 9 tỷ đồng", "b"),
    ]
    assert annex_text(three) == "1. Phấn đấu các chỉ tiêu sau:\n- Về kinh tế:\n+ Thu 9 tỷ đồng."
    assert read_back(three, LEXICON)["c"].ordinal == "1.1.1"


figures = st.fractions(min_value=1, max_value=99).map(lambda one: Fraction(round(one * 100), 100))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(list(CUES)),
    figures,
    st.sampled_from(["% hộ dân dùng nước sạch", " triệu đồng/người/năm"]),
)
def test_every_comparison_of_a_share_and_a_level_reads_back(how: Comparator, level: Fraction, what: str):
    words = f"Phấn đấu đạt {CUES[how]} {written_number(level)}{what}"
    (target,) = _read(words).targets
    assert (target.comparator, target.value) == (how, level)
    assert target.quantity is (Quantity.SHARE if "%" in what else Quantity.LEVEL)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(list(CUES)), st.integers(1, 900))
def test_every_comparison_of_a_count_reads_back(how: Comparator, n: int):
    (target,) = _read(f"Xây dựng {CUES[how]} {n} tuyến đường bê tông").targets
    assert (target.quantity, target.comparator, target.value) == (Quantity.COUNT, how, n)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 40), st.integers(0, 20))
def test_so_many_of_so_many_read_back(k: int, more: int):
    (target,) = _read(f"{k}/{k + more} tổ dân phố giữ vững danh hiệu văn hóa").targets
    assert (target.quantity, target.k, target.n) == (Quantity.K_OF_N, k, k + more)


@pytest.mark.parametrize(
    ("words", "quantity", "value"),
    [
        ("Giá trị sản xuất tăng 15% so với năm 2021", Quantity.GROWTH, 15),
        ("Giảm 2% số hộ nghèo so với năm 2021", Quantity.DECREASE, 2),
        ("Giảm tỷ lệ người sinh con thứ 3 trở lên", Quantity.DECREASE, None),
        ("Phường đạt chuẩn đô thị văn minh", Quantity.YES_NO, None),
        ("Tiếp tục duy trì hệ thống quản lý chất lượng", Quantity.NONE, None),
        ("Không để phát sinh đơn thư vượt cấp", Quantity.COUNT, 0),
    ],
)
def test_every_other_kind_of_promise_reads_back(words: str, quantity: Quantity, value: int | None):
    (target,) = _read(words).targets
    assert (target.quantity, target.value) == (quantity, value)


def test_a_range_reads_back():
    (target,) = _read("Tỷ lệ che phủ rừng đạt từ 40 đến 45%").targets
    assert (target.comparator, target.low, target.high) == (Comparator.BETWEEN, 40, 45)


def _read(words: str) -> Line:
    line = read_one(words, LEXICON)
    assert line is not None
    return line


@pytest.mark.parametrize("words", ["", "1. Một\n2. Hai", "Điều 4. Thi hành"])
def test_what_is_no_single_line_is_not_read_as_one(words: str):
    assert read_one(words, LEXICON) is None


def test_a_misspelling_is_remarked_beside_its_own_line():
    whole = read_whole([Row("a", "Phần đầu 21/21 chỉ tiêu đạt"), Row("b", "Thu 9 tỷ đồng")], LEXICON)
    assert [one.text for one in whole.remarks["a"]] == ["“Phần đầu” có lẽ là “Phấn đấu”."]
    assert whole.remarks["b"] == ()


def test_marks_of_a_list_are_not_part_of_the_sentence():
    assert tidy("  - Thu   9 tỷ đồng; ") == "Thu 9 tỷ đồng"
    assert tidy("cụ thể:") == "cụ thể:"


# Another level in the same sentence


@pytest.mark.parametrize(
    ("words", "how", "level", "made"),
    [
        ("trên 95% hồ sơ đúng hạn", None, 97, "trên 97% hồ sơ đúng hạn"),
        ("trên 95% hồ sơ đúng hạn", Comparator.AT_LEAST, 97, "ít nhất 97% hồ sơ đúng hạn"),
        (
            "60% tuyến đường được chỉnh trang",
            Comparator.MORE_THAN,
            65,
            "Trên 65% tuyến đường được chỉnh trang",
        ),
        ("9/10 TDP giữ vững danh hiệu văn hoá", None, 10, "10/10 TDP giữ vững danh hiệu văn hoá"),
        ("Giảm tỷ lệ trẻ suy dinh dưỡng xuống 5%", None, 4, "Giảm tỷ lệ trẻ suy dinh dưỡng xuống 4%"),
    ],
)
def test_a_level_is_written_over_the_old_one(words: str, how: Comparator | None, level: int, made: str):
    assert reworded(words, 0, how, Fraction(level), LEXICON) == made


def test_one_figure_that_promises_two_acts_changes_for_both():
    words = "100% văn bản điện tử được ký số và luân chuyển trên môi trường mạng"
    assert reworded(words, 0, None, Fraction(99), LEXICON).startswith("99% văn bản")


def test_the_other_promise_of_a_sentence_stays(reference: DecisionReading):
    line = next(one for one in reference.objectives if one.ordinal == "3")
    made = reworded(line.text, 1, None, Fraction(97), LEXICON)
    assert "Đảm bảo 100% thủ tục" in made
    assert "trên 97% hồ sơ" in made


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Giảm tỷ lệ sinh con thứ ba", 0),
        ("Phường đạt chuẩn đô thị văn minh", 0),
        ("trên 95% hồ sơ đúng hạn", 4),
        ("Không để phát sinh đơn thư vượt cấp", 0),
        ("", 0),
    ],
)
def test_where_no_figure_stands_nothing_is_put(words: str, at: int):
    with pytest.raises(NotPut):
        reworded(words, at, None, Fraction(3), LEXICON)


@settings(max_examples=60, deadline=None)
@given(st.data(), figures)
def test_whatever_is_put_into_the_reference_reads_as_meant(data: st.DataObject, level: Fraction):
    reading = read_decision(REFERENCE.read_text(encoding="utf-8"), lexicon=LEXICON) if not _kept else _kept[0]
    _kept[:] = [reading]
    line = data.draw(st.sampled_from(reading.objectives))
    at = data.draw(st.integers(0, len(line.targets) - 1))
    how = data.draw(st.sampled_from([None, *CUES]))
    wanted = Fraction(min(int(level), line.targets[at].n or 1)) if line.targets[at].n else level
    try:
        made = reworded(line.text, at, how, wanted, LEXICON)
    except NotPut:
        return
    new = _read(made).targets[at]
    assert (Fraction(new.k) if new.k is not None else new.value) == wanted
    assert new.comparator is (how or line.targets[at].comparator)
    assert new.horizon in list(Horizon)


_kept: list[DecisionReading] = []
