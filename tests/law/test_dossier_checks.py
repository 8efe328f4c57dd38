"""The questions of a check: dated, sourced, each once on any day."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.dossier_checks import digest, items_on
from chuan.rules.types import Sure


@pytest.mark.parametrize("day", [date(2021, 4, 28), date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 1)])
def test_every_question_stands_once_with_its_source(day: date):
    items = items_on(day)
    assert len({item.key for item in items}) == len(items) == 12
    assert all(item.citation.number and item.question for item in items)


def test_questions_of_one_step_stand_together():
    groups = [item.group for item in items_on(date(2021, 4, 28))]
    assert groups == sorted(groups, key=groups.index)
    assert {
        "Thành phần hồ sơ", "Phiếu kiểm soát", "Thời hạn từng bước", "Thẩm quyền", "Kết quả", "Lưu trữ"
    } <= set(groups)  # fmt: skip


def test_the_source_changes_with_the_law():
    old, new = (
        {item.key: item for item in items_on(day)}["passed_on"]
        for day in (date(2025, 6, 30), date(2025, 7, 1))
    )
    assert (old.citation.number, old.sure) == ("61/2018/NĐ-CP", Sure.READ)
    assert (new.citation.number, new.sure) == ("118/2025/NĐ-CP", Sure.UNVERIFIED)


def test_before_any_source_there_is_nothing_to_ask():
    assert items_on(date(2010, 1, 1)) == ()


def test_the_file_has_a_digest():
    assert len(digest()) == 64
