"""Levels as tables of other places write them."""

from __future__ import annotations

import pytest

from chuan.rules.ranking import LEVEL_NAMES, Level, level_named


@pytest.mark.parametrize("level", list(Level))
def test_a_level_is_read_back_from_its_own_name(level: Level):
    assert level_named(LEVEL_NAMES[level]) is level
    assert level_named(f"  {LEVEL_NAMES[level].upper()}. ") is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Hoàn thành tốt", "good"), ("HTXSNV", "excellent"), ("Xuất sắc", "excellent"), ("“Hoàn thành”", "completed"),
        ("KHTNV", "failed"), ("Tốt", "good"), ("Không hoàn thành nhiệm  vụ", "failed"),
    ],
)  # fmt: skip
def test_shorter_words_are_read_too(text: str, level: str):
    assert level_named(text) is Level(level)


@pytest.mark.parametrize("text", ["", "A", "85", "khá", "hoàn thành tốt một phần"])
def test_what_is_no_level_is_not_guessed(text: str):
    assert level_named(text) is None
