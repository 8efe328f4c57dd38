"""Names of the one-stop forms by day."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.forms import apology_form, apology_forms
from chuan.rules.types import Sure

OLD = "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
NEW = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2018, 7, 1), OLD),
        (date(2021, 4, 28), OLD),
        (date(2025, 9, 14), OLD),
        (date(2025, 9, 15), NEW),
        (date(2027, 1, 4), NEW),
    ],
)
def test_the_form_of_apology_is_that_of_the_day(day: date, name: str) -> None:
    assert apology_form(day).value == name


def test_the_old_form_was_read_and_the_new_one_only_reported() -> None:
    assert [one.sure for one in apology_forms()] == [Sure.READ, Sure.REPORTED]
    assert [one.citation.number for one in apology_forms()] == ["01/2018/TT-VPCP", "03/2025/TT-VPCP"]


def test_both_are_form_04() -> None:
    assert {one.unit for one in apology_forms()} == {"Mẫu số 04"}
