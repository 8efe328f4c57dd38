"""A cell becomes the stored text of its field, or a sentence that says what to do; never a guess."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.exchange.sheet_types import CellValue
from chuan.intake.reading.values import (
    Unreadable,
    read_code,
    read_count,
    read_day,
    read_moment,
    read_number,
    read_text,
    reader_of,
)
from chuan.offers.fields import Field, FieldKind


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("15/02/2021", "2021-02-15"),
        ("5/2/2021", "2021-02-05"),
        ("15-02-2021", "2021-02-15"),
        ("15.02.2021", "2021-02-15"),
        ("2021-02-15", "2021-02-15"),
        ("ngày 15/02/2021", "2021-02-15"),
        ("15/02/2021 10:30:00", "2021-02-15T10:30:00"),
        ("15/02/2021 10:30", "2021-02-15T10:30:00"),
        ("15/02/2021 7:05:09", "2021-02-15T07:05:09"),
        ("15/02/2021, 10:30", "2021-02-15T10:30:00"),
        ("15/02/2021 - 10:30", "2021-02-15T10:30:00"),
        ("10:30 15/02/2021", "2021-02-15T10:30:00"),
        ("10:30 ngày 15/02/2021", "2021-02-15T10:30:00"),
        ("10 giờ 30 phút ngày 15/02/2021", "2021-02-15T10:30:00"),
        ("15/02/2021 10h30", "2021-02-15T10:30:00"),
        ("15/02/2021 2:30:00 CH", "2021-02-15T14:30:00"),
        ("15/02/2021 02:30:00 PM", "2021-02-15T14:30:00"),
        ("15/02/2021 12:10 SA", "2021-02-15T00:10:00"),
        ("15/02/2021 12:10 CH", "2021-02-15T12:10:00"),
        ("15/02/2021\u00a0 10:30:00", "2021-02-15T10:30:00"),
        ("15/02/2021 10:30:00.123", "2021-02-15T10:30:00"),
        ("2021-02-15T10:30:00", "2021-02-15T10:30:00"),
        ("2021-02-15T10:30:00+07:00", "2021-02-15T10:30:00"),
        (date(2021, 2, 15), "2021-02-15"),
        (datetime(2021, 2, 15, 10, 30), "2021-02-15T10:30:00"),
        (datetime(2021, 2, 15), "2021-02-15"),
        ("15/02/2021 00:00:00", "2021-02-15"),
        ("15/02/2021 12:00:00 SA", "2021-02-15"),
        (44242, "2021-02-15"),
        (Decimal("44242.4375"), "2021-02-15T10:30:00"),
        ("44242", "2021-02-15"),
        ("44242.4375", "2021-02-15T10:30:00"),
        (20210215, "2021-02-15"),
        ("20210215", "2021-02-15"),
    ],
)
def test_a_moment_in_every_writing_of_exports(cell: CellValue, iso: str) -> None:
    assert read_moment(cell) == iso
    assert read_day(cell) == iso[:10]


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "--", "…", "NULL", "01/01/0001"])
def test_what_exports_write_for_nothing_is_nothing(cell: CellValue) -> None:
    assert [read(cell) for read in (read_moment, read_code, read_text, read_count, read_number)] == [""] * 5


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("31/02/2021", "Không có ngày “31/02/2021”"),
        ("29/02/2021 10:00", "Không có ngày"),
        ("15/13/2021", "Không có ngày"),
        ("02/15/2021", "Không có ngày"),
        ("15/02/21", "năm hai chữ số"),
        ("15/02/1021", "Năm 1021"),
        ("chưa có", "không phải ngày"),
        ("15/02/2021 25:00", "không phải ngày"),
        ("15/02/2021 25:00:00 CH", "không phải ngày"),
        ("15/02/2021 hẹn lại", "không phải ngày"),
        ("15/02/2021 20/02/2021", "không phải ngày"),
        (1204, "không phải ngày"),
        (True, "không phải ngày"),
        (time(10, 30), "không phải ngày"),
        (timedelta(hours=3), "không phải ngày"),
        (20211345, "Không có ngày"),
        (datetime(1900, 1, 1), "Năm 1900"),
    ],
)
def test_what_is_no_date_is_said_so_with_what_to_do(cell: CellValue, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as caught:
        read_moment(cell)
    assert caught.value.sentence.endswith(".")


@given(st.datetimes(datetime(1991, 1, 1), datetime(2100, 12, 31)).map(lambda at: at.replace(microsecond=0)))
def test_text_serial_number_and_true_date_of_one_moment_read_the_same(at: datetime) -> None:
    serial = Decimal((at - datetime(1899, 12, 30)).total_seconds()) / 86_400
    assert read_moment(Decimal(format(serial, ".15g"))) == read_moment(at)
    assert (
        read_moment(f"{at:%d/%m/%Y %H:%M:%S}") == read_moment(at) == at.isoformat().removesuffix("T00:00:00")
    )


@given(st.text(max_size=40))
def test_any_text_is_a_date_nothing_or_a_sentence(text: str) -> None:
    try:
        found = read_moment(text)
    except Unreadable:
        return
    assert found == "" or datetime.fromisoformat(found)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (" 000.00.18.H27-210215-0001 ", "000.00.18.H27-210215-0001"),
        ("H27 - 210215 - 0001", "H27-210215-0001"),
        ("H27\u00a0210215", "H27210215"),
        ("'0012", "0012"),
        (20210215000012, "20210215000012"),
        ("Đ-01", unicodedata.normalize("NFC", "Đ-01")),
    ],
)
def test_a_code_loses_blanks_and_nothing_else(cell: CellValue, code: str) -> None:
    assert read_code(cell) == code


def test_a_code_that_excel_rounded_is_refused_not_kept_wrong() -> None:
    with pytest.raises(Unreadable, match="làm tròn"):
        read_code(Decimal("2.10215000123457E+17"))
    with pytest.raises(Unreadable, match="ngày 15/02/2021, không phải mã"):
        read_code(date(2021, 2, 15))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.204", "1204"),
        ("1,5", "1.5"),
        ("8.550,5", "8550.5"),
        (12, "12"),
        (Decimal("2.50"), "2.50"),
        ("-3", "-3"),
    ],
)
def test_numbers_are_read_as_vietnamese_papers_write_them(cell: CellValue, number: str) -> None:
    assert read_number(cell) == number


def test_counts_are_whole_and_a_point_that_excel_took_for_a_decimal_is_asked_about() -> None:
    assert read_count("1.204") == "1204"
    assert read_count(1204) == "1204"
    for cell in (Decimal("1.204"), "1,5", "-3"):
        with pytest.raises(Unreadable, match="không phải số đếm"):
            read_count(cell)
    for cell in ("nhiều", date(2021, 2, 15), True):
        with pytest.raises(Unreadable):
            read_count(cell)


def test_words_are_composed_and_their_blanks_made_single() -> None:
    assert read_text(unicodedata.normalize("NFD", "Đăng  ký\nkết hôn ")) == "Đăng ký kết hôn"
    assert read_text(12) == "12"


CHANNEL = Field(
    "channel", FieldKind.CHOICE, "Hình thức nộp", choices={"truc tiep": "counter", "Hoà giải": "mediation"}
)


@pytest.mark.parametrize(
    "cell", ["Trực tiếp", "TRỰC TIẾP", "trực  tiếp.", unicodedata.normalize("NFD", "Trực tiếp")]
)
def test_a_choice_is_known_in_any_spelling(cell: str) -> None:
    assert reader_of(CHANNEL)(cell) == "counter"


def test_both_spellings_of_a_syllable_are_one_choice() -> None:
    assert reader_of(CHANNEL)("Hòa giải") == reader_of(CHANNEL)("Hoà giải") == "mediation"


def test_a_choice_nobody_knows_is_asked_about_and_a_map_may_teach_it() -> None:
    with pytest.raises(Unreadable, match="“Qua bưu cục” chưa có trong các giá trị của “Hình thức nộp”"):
        reader_of(CHANNEL)("Qua bưu cục")
    assert reader_of(CHANNEL, {"Qua bưu cục": "post"})("qua BƯU CỤC") == "post"
    assert reader_of(CHANNEL)("") == ""
