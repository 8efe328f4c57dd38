"""Every refusal has a sentence that says what happened and what to do about it."""

from __future__ import annotations

import pickle
import string
import unicodedata
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, get_type_hints

import pytest

from chuan.rules import refusals
from chuan.rules.refusals import Refused
from chuan.rules.types import Period

EXAMPLES: dict[Any, Any] = {
    str: "ví dụ",
    int: 1234,
    date: date(2021, 9, 30),
    datetime: datetime(2021, 9, 30, 16, 45, tzinfo=UTC),
    Period: Period.month(2021, 3),
    tuple[tuple[str, str], ...]: (("C7", "“chín” chưa đọc được thành số."),),
}


def _all(cls: type[Refused]) -> list[type[Refused]]:
    return [cls, *(below for sub in cls.__subclasses__() for below in _all(sub))]


EVERY = [cls for cls in _all(Refused) if cls.__module__.startswith(refusals.__name__)]
every_refusal = pytest.mark.parametrize("cls", EVERY, ids=lambda cls: cls.code)


def example(cls: type[Refused]) -> Refused:
    hints = get_type_hints(cls)
    return cls(**{field.name: EXAMPLES[hints[field.name]] for field in fields(cls)})


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@every_refusal
def test_a_refusal_states_the_fact_and_then_the_way_out(cls: type[Refused]) -> None:
    for part in (cls.what, cls.do):
        assert part.endswith(".")
        assert part[0].isupper() or part[0] in "“{"
    assert len(cls.do.split()) >= 3, "the way out is more than a shrug"


@every_refusal
def test_a_refusal_says_its_own_words_not_those_of_the_base(cls: type[Refused]) -> None:
    if cls is not Refused:
        assert "what" in vars(cls)
        assert "do" in vars(cls)
        assert cls.what != Refused.what
        assert cls.do != Refused.do


@every_refusal
def test_every_field_is_put_in_the_sentence_and_nothing_is_left_open(cls: type[Refused]) -> None:
    sentence = example(cls).sentence
    assert "{" not in sentence
    assert "}" not in sentence
    assert sentence.endswith(".")
    assert ".." not in sentence
    if cls not in (refusals.SheetWrong, refusals.VotesWrong):  # they show their cells and rows by name
        assert _placeholders(cls.what + cls.do) == {field.name for field in fields(cls)}


@every_refusal
def test_the_sentence_is_vietnamese_in_composed_letters(cls: type[Refused]) -> None:
    sentence = example(cls).sentence
    assert unicodedata.is_normalized("NFC", sentence)
    assert sum(ord(letter) > 127 for letter in sentence) >= 5
    for foreign in ("error", "Error", "invalid", "please", "Vui lòng", "  "):
        assert foreign not in sentence


@every_refusal
def test_a_refusal_comes_back_whole_from_the_process_that_reads_files(cls: type[Refused]) -> None:
    there = example(cls)
    back = pickle.loads(pickle.dumps(there))
    assert type(back) is cls
    assert back.sentence == str(back) == there.sentence


def test_no_two_refusals_share_a_code() -> None:
    codes = [cls.code for cls in EVERY]
    assert len(codes) == len(set(codes))
    assert refusals.FileTooBig.code == "file_too_big"
    assert refusals.NotADecision.code == "not_a_decision"


def test_no_two_refusals_say_the_same() -> None:
    assert len({cls.what for cls in EVERY}) == len(EVERY)


def test_numbers_dates_and_periods_are_said_as_papers_write_them() -> None:
    assert "200 MB" in refusals.FileTooBig(megabytes=200, limit=50).sentence
    assert "1.500.000" in refusals.TextTooLong(characters=1_500_000, limit=400_000).sentence
    stands = refusals.FigureStands(period=Period.month(2021, 3), figure="6.390,0 triệu đồng")
    assert stands.sentence.startswith("Số liệu tháng 3/2021 đã có: 6.390,0 triệu đồng.")
    past = refusals.SettingInPast(starts=date(2021, 1, 5), earliest=date(2021, 2, 1))
    assert "05/01/2021" in past.sentence
    assert "01/02/2021" in past.sentence


def test_a_day_that_september_does_not_have_is_refused_with_an_example() -> None:
    refusal = refusals.DateImpossible(day="31", month="9", year="2021", example=date(2021, 9, 30))
    assert refusal.sentence == "Tháng 9 năm 2021 không có ngày 31. Viết lại ngày, ví dụ 30/09/2021."


def test_a_wrong_sheet_names_its_first_cells_and_counts_the_rest() -> None:
    few = refusals.SheetWrong(cells=(("C7", "…"), ("D9", "…")))
    assert "2 ô cần sửa, chưa nhập dòng nào: C7, D9." in few.sentence
    many = refusals.SheetWrong(cells=tuple((f"C{row}", "…") for row in range(1, 9)))
    assert "C1, C2, C3, C4, C5 và 3 ô khác" in many.sentence
    assert "C6" not in many.sentence


def test_what_was_typed_may_hold_braces_and_is_shown_as_typed() -> None:
    assert "“{x}”" in refusals.NumberUnreadable(typed="{x}").sentence


def test_a_refusal_is_caught_as_refused() -> None:
    with pytest.raises(Refused, match="còn 3 câu hỏi"):
        raise refusals.ReadingNotComplete(questions_left=3)
