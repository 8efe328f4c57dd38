"""Whatever the text, the reader gives a reading; its spans lie in the text; it stores exactly."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, dump, load, read_decision, summary, to_json
from chuan.rules.targets.types import Quantity
from chuan.rules.types import Span
from chuan.rules.vietnamese import parse_number, written_number
from tests.rules.decision_text.test_documents import BODY, FOOT, HEAD

REFERENCE = (Path(__file__).parents[3] / "examples" / "bac-hong-2021" / "quyet-dinh.md").read_text(
    encoding="utf-8"
)
WORDS = [
    "QUYẾT ĐỊNH", "Điều 1. ", "Căn cứ Luật", "Số: ", "/QĐ-UBND", "ngày ", "tháng 2 năm 2021",
    "MỤC TIÊU CHẤT LƯỢNG", "trên ", "95%", "9/10 ", "hồ sơ", "TDP", "- ", "1. ", "\n", "\n\n", "|", "**",
    "*", "giảm ", "tăng ", "xuống ", "còn ", "14-15 %", "8.550 triệu đồng", "0,9", "31/02/2021",
    "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A", ";", ". ", "(", ")",
    "không để phát sinh ", "thay thế Quyết định số 1/QĐ-UBND", "và ", "từ ", "trở lên", "\u0301",
    "\u00a0", "\\", "#", "ĐVT", "%", "12.345%", "thứ 3 ", "0/0 hộ", "99999/99999 hộ",
]  # fmt: skip


def spans(reading: DecisionReading) -> Iterator[Span]:
    for name in (
        "number",
        "symbol",
        "type",
        "issuer",
        "place",
        "date",
        "subject",
        "proposer",
        "effect",
        "executors",
    ):
        if found := getattr(reading, name):
            yield found.span
    for found in (reading.signer.authority, reading.signer.position, reading.signer.name):
        if found:
            yield found.span
    for many in (reading.bases, reading.articles, reading.recipients, reading.annexes, reading.objectives):
        yield from (one.span for one in many)
    yield from (q.span for q in reading.questions)
    yield from (r.span for r in reading.remarks)
    for change in reading.changes:
        yield change.act.span
    for line in reading.objectives:
        for target in line.targets:
            assert target.span is not None
            yield target.span
            if target.baseline and target.baseline.span:
                yield target.baseline.span


def check(text: str) -> None:
    reading = read_decision(text, lexicon=reader_lexicon())
    assert all(span.end <= len(text) for span in spans(reading))
    assert load(dump(reading)) == reading
    json.dumps(to_json(reading, text))
    assert summary(reading)
    for line in reading.objectives:
        for target in line.targets:
            assert target.span is not None
            words = text[target.span.start : target.span.end]
            if target.value or target.low is not None or target.k:
                assert any(letter.isdigit() for letter in words)
            if target.quantity is Quantity.K_OF_N:
                assert target.n is not None
                assert target.k is not None
                assert 0 <= target.k <= target.n


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_heap_of_the_words_of_decisions_is_read(words: list[str]) -> None:
    check("".join(words))


@given(st.lists(st.sampled_from(WORDS), max_size=30))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_annex_is_read(words: list[str]) -> None:
    check(HEAD + BODY + FOOT + "\nMỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. " + "".join(words))


@given(st.integers(0, len(REFERENCE)), st.integers(0, 400), st.text(max_size=20))
@settings(max_examples=100, deadline=None)
def test_a_mangled_reference_is_read(at: int, cut: int, put: str) -> None:
    check(REFERENCE[:at] + put + REFERENCE[at + cut :])


@given(st.integers(1, 10**9), st.integers(0, 4))
@settings(max_examples=60, deadline=None)
def test_a_figure_in_a_line_is_found_where_it_stands(digits: int, places: int) -> None:
    number = written_number(Fraction(digits, 10**places))
    text = (
        HEAD
        + BODY
        + FOOT
        + f"\nMỤC TIÊU CHẤT LƯỢNG NĂM 2024\n1. Tổng thu ngân sách đạt {number} triệu đồng.\n"
    )
    reading = read_decision(text, lexicon=reader_lexicon())
    (target,) = reading.objectives[0].targets
    assert target.span is not None
    assert target.value == parse_number(number)
    assert number in text[target.span.start : target.span.end]


@pytest.mark.parametrize(
    "text",
    [
        "Hôm ấy trời mưa, ông Ba ngồi bên hiên nhà, số: 5, ngày mai nghĩ về 9 năm tháng cũ. " * 4_000,
        REFERENCE * 80,
        "1." * 150_000,
        "*" * 300_000,
        "a\u0301" * 150_000,
        "QUYẾT ĐỊNH\nĐiều 1. " + "thay thế Quyết định số 1/QĐ-UBND và " * 8_000,
        "MỤC TIÊU CHẤT LƯỢNG\n" * 15_000,
        HEAD + "MỤC TIÊU CHẤT LƯỢNG\n1. " + "trên 95% hồ sơ, " * 20_000,
        HEAD + "MỤC TIÊU CHẤT LƯỢNG\n1. " + "(" * 150_000,
    ],
    ids=["novel", "repeated", "digits", "stars", "combining", "changes", "headings", "one line", "brackets"],
)
def test_a_third_of_a_million_letters_do_not_explode(text: str) -> None:
    # The bench measures; this only catches time that grows faster than the text.
    began = time.process_time()
    read_decision(text, lexicon=reader_lexicon())
    assert time.process_time() - began < 3


def test_what_is_no_stored_reading_is_refused() -> None:
    with pytest.raises(ValueError, match="stored reading"):
        load('{"_": "Nonsense"}')
    with pytest.raises(ValueError, match="stored reading"):
        load("[]")
