"""Every verdict says its reason in one Vietnamese sentence."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from chuan.rules.targets import OUTCOME_WORDS, REASON_WORDS, judge, reason_sentence
from chuan.rules.targets.types import Outcome, Reason, Verdict
from tests.rules.targets import promises as p
from tests.rules.targets.promises import OCTOBER_5, YEAR, figure, so_far


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_and_reason_make_a_sentence(outcome: Outcome, reason: Reason) -> None:
    sentence = reason_sentence(Verdict(outcome, False, reason))
    assert sentence.startswith(f"{OUTCOME_WORDS[outcome]}: ")
    assert sentence.endswith(".")
    assert unicodedata.is_normalized("NFC", sentence)
    assert not sentence.isascii()


def test_no_two_reasons_and_no_two_outcomes_say_the_same() -> None:
    assert set(REASON_WORDS) == set(Reason)
    assert len(set(REASON_WORDS.values())) == len(Reason)
    assert set(OUTCOME_WORDS) == set(Outcome)
    assert len(set(OUTCOME_WORDS.values())) == len(Outcome)


def test_no_figure_says_from_when_to_when() -> None:
    assert (
        reason_sentence(judge(p.on_time(), [], YEAR, OCTOBER_5))
        == "Chưa đo được: chưa có số liệu từ 01/01/2021 đến 05/10/2021."
    )


def test_missing_months_are_named() -> None:
    months = [figure(9, 9, month) for month in range(1, 12)]
    assert (
        reason_sentence(judge(p.on_time(), months, YEAR, date(2022, 1, 1)))
        == "Chưa đo được: còn thiếu số liệu tháng 12/2021."
    )


def test_a_pace_names_its_method() -> None:
    assert (
        reason_sentence(judge(p.streets(), [so_far(3)], YEAR, OCTOBER_5))
        == "Đúng tiến độ: giữ nhịp này thì sẽ đạt (tuyến tính theo ngày lịch)."
    )


def test_a_failing_month_is_named() -> None:
    each = p.target(value=95, horizon=p.Horizon.EVERY_PERIOD)
    assert (
        reason_sentence(judge(each, [figure(94, 100, 2)], YEAR, OCTOBER_5))
        == "Không đạt: kết quả không còn thay đổi được nữa; không đạt tháng 2/2021."
    )


def test_a_missing_baseline_is_said() -> None:
    assert (
        reason_sentence(judge(p.decrease(), [figure(11, 100)], YEAR, OCTOBER_5))
        == "Chưa đo được: thiếu mốc để so sánh."
    )
