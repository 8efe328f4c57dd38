"""Letters, numbers and dates as Vietnamese papers write them."""

from __future__ import annotations

import unicodedata
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.refusals import DateImpossible, DateUnreadable, NumberUnreadable
from chuan.rules.vietnamese import (
    compose,
    decimal_text,
    fold,
    parse_number,
    read_date,
    read_figure,
    same_words,
    settle_tones,
    written_number,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("8.550", Fraction(8550)),
        ("0,9", Fraction(9, 10)),
        ("70,0", Fraction(70)),
        ("1.184", Fraction(1184)),
        ("2.433.733,3", Fraction(24337333, 10)),
        ("15.942,496", Fraction(15942496, 1000)),
        ("8550", Fraction(8550)),
        ("8550,5", Fraction(17101, 2)),
        ("0.9", Fraction(9, 10)),
        ("0.900", Fraction(9, 10)),
        ("04", Fraction(4)),
        ("1,234,567.8", Fraction(12345678, 10)),
        (" 95 ", Fraction(95)),
    ],
)
def test_a_number_is_read_as_papers_write_it(written: str, value: Fraction) -> None:
    assert parse_number(written) == value


def test_a_single_point_before_three_digits_parts_thousands_and_the_other_reading_is_kept() -> None:
    assert read_figure("12.345").value == 12345
    assert read_figure("12.345").other == Fraction(12345, 1000)
    assert read_figure("2.433.733").other is None
    assert read_figure("12.345,6").other is None


@pytest.mark.parametrize(
    "written", ["", "abc", "1,2,3", "8..5", "-", "1.23.456", "٣", "½", "1e5", "--3", "9" * 5000]
)
def test_what_is_no_number_is_refused_with_a_sentence_that_shows_how_to_write_one(written: str) -> None:
    with pytest.raises(NumberUnreadable) as refused:
        parse_number(written)
    assert "8.550" in refused.value.sentence


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_what_is_written_reads_back_as_the_same_number(units: int, places: int) -> None:
    value = Fraction(abs(units), 10**places)
    assert parse_number(written_number(value).replace("-", "")) == value or places == 3
    assert Fraction(decimal_text(value)) == value


@pytest.mark.parametrize(
    ("value", "plain", "written"),
    [
        (Fraction(8550), "8550", "8.550"),
        (Fraction(9, 10), "0.9", "0,9"),
        (Fraction(-5, 4), "-1.25", "-1,25"),
        (Fraction(0), "0", "0"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(24337333, 10), "2433733.3", "2.433.733,3"),
    ],
)
def test_a_value_is_shown_exactly(value: Fraction, plain: str, written: str) -> None:
    assert decimal_text(value) == plain
    assert written_number(value) == written


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("19/6/2015", date(2015, 6, 19)),
        ("05/3/2014", date(2014, 3, 5)),
        ("29 tháng 12 năm 2020", date(2020, 12, 29)),
        ("ngày 29 tháng 12 năm 2020", date(2020, 12, 29)),
        ("24 tháng11 năm 2025", date(2025, 11, 24)),
        ("20/ 11 /2025", date(2025, 11, 20)),
        ("05-03-2014", date(2014, 3, 5)),
        ("11.8.2020", date(2020, 8, 11)),
    ],
)
def test_a_date_is_read_day_first(written: str, day: date) -> None:
    assert read_date(written) == day


@pytest.mark.parametrize(
    "written", ["31/02/2021", "29/02/2021", "00/01/2021", "32 tháng 1 năm 2020", "1/13/2021"]
)
def test_a_day_that_does_not_exist_is_refused_with_one_that_does(written: str) -> None:
    with pytest.raises(DateImpossible) as refused:
        read_date(written)
    assert str(refused.value.example.year) in refused.value.sentence


@pytest.mark.parametrize("written", ["", "hôm qua", "2021", "1/2", "1/2/21", "0/0/0000"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises((DateUnreadable, DateImpossible)):
        read_date(written)


def test_search_folds_marks_and_d() -> None:
    assert fold("Đường  Bắc Hồng") == "duong bac hong"
    assert fold(unicodedata.normalize("NFD", "Đường Bắc Hồng")) == "duong bac hong"
    assert same_words("ỦY BAN NHÂN DÂN", "Uỷ ban nhân dân")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"),
        ("UỶ BAN", "ỦY BAN"),
        ("văn hoá", "văn hóa"),
        ("khoẻ", "khỏe"),
        ("thuỷ lợi", "thủy lợi"),
        ("quý", "quý"),
        ("hoàn thành", "hoàn thành"),
        ("QUÝ", "QUÝ"),
        ("khuỷu", "khuỷu"),
    ],
)
def test_one_spelling_of_the_tone_in_open_syllables(old: str, new: str) -> None:
    assert settle_tones(old) == new
    assert len(settle_tones(old)) == len(old)


def test_icelandic_eth_is_read_as_d() -> None:
    assert compose("Q\u00d0-UBND") == "QĐ-UBND"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_settling_tones_keeps_the_length(text: str) -> None:
    assert len(settle_tones(text)) == len(text)
