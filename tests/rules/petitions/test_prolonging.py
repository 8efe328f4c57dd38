"""A prolongation needs its signed document before the period runs out; a dialogue is announced in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from chuan.rules.petitions import (
    Complexity,
    Happening,
    Kind,
    Prolongation,
    Step,
    check_notice,
    complexity_of,
    entered_late,
    last_notice_day,
    prolong,
)
from chuan.rules.refusals import (
    CriteriaTooMany,
    NoticeTooShort,
    NotProlongable,
    ProlongedPlain,
    ProlongedTooEarly,
    ProlongedTooLate,
    ProlongedTooLong,
    ProlongedTooOften,
    ProlongedUnsigned,
)
from tests.rules.petitions.letters import COMPLAINT, COMPLEX, DENUNCIATION, NEW, OLD, at, clock, did, law

STEPS = did("received", "2021-03-01"), did("accepted", "2021-03-11")
HARD = replace(DENUNCIATION, complexity=Complexity.ESPECIALLY)


def asked(
    day: str = "2021-04-12", days: int = 15, *, document: str = "12/UBND-VP", facts: Any = COMPLEX,
    earlier: int = 0, steps: tuple[Happening, ...] = STEPS, key: str = "complaint.resolve",
) -> Happening:  # fmt: skip
    dates = clock(facts, key, *steps)
    return prolong(dates, facts, law(OLD), earlier, Prolongation(document, at(day, 18), days))


def test_a_document_signed_on_the_due_day_is_in_time():
    """30 days from 11/03/2021 end on Saturday 10/04, so on Monday 12/04."""
    assert asked() == Happening(at("2021-04-12", 18), Step.PROLONGED, 15)


def test_a_document_signed_after_the_due_day_is_refused_with_both_days():
    """Law.md, T-28."""
    with pytest.raises(ProlongedTooLate, match=r"13/04/2021.*12/04/2021"):
        asked("2021-04-13")


def test_without_a_signed_document_nothing_is_prolonged():
    with pytest.raises(ProlongedUnsigned, match="văn bản"):
        asked(document="  ")


def test_a_plain_case_is_not_prolonged():
    """124/2020/NĐ-CP, Điều 3a: complexity is determined in writing."""
    with pytest.raises(ProlongedPlain):
        asked(facts=COMPLAINT)


def test_a_complaint_is_prolonged_once():
    with pytest.raises(ProlongedTooOften, match="chỉ được gia hạn 1 lần"):
        asked(earlier=1)


def test_an_especially_complex_denunciation_is_prolonged_twice():
    """25/2018/QH14, Điều 30; 31/2019/NĐ-CP, Điều 3."""
    told: dict[str, Any] = {"facts": HARD, "key": "denunciation.resolve", "days": 30}
    assert asked(earlier=1, **told)
    with pytest.raises(ProlongedTooOften, match="2 lần"):
        asked(earlier=2, **told)


@pytest.mark.parametrize("days", [0, 16])
def test_a_complaint_is_prolonged_by_fifteen_days_at_the_most(days: int):
    """45 in all: 02/2011/QH13, Điều 28."""
    with pytest.raises(ProlongedTooLong, match="từ 1 đến 15 ngày"):
        asked(days=days)


def test_a_document_signed_before_acceptance_is_refused():
    with pytest.raises(ProlongedTooEarly, match=r"10/03/2021.*11/03/2021"):
        asked("2021-03-10")


def test_while_suspended_nothing_has_run_out():
    assert asked("2021-05-20", steps=(*STEPS, did("suspended", "2021-03-20")))


def test_the_period_of_acceptance_is_not_prolonged():
    with pytest.raises(NotProlongable, match="thụ lý khiếu nại"):
        asked("2021-03-05", key="complaint.accept", steps=STEPS[:1])


def test_a_document_signed_in_time_but_entered_after_expiry_is_taken_and_remarked():
    step, due = asked(), date(2021, 4, 12)
    assert entered_late(step, due, date(2021, 4, 12)) is None
    assert entered_late(step, None, date(2021, 4, 20)) is None
    late = entered_late(step, due, date(2021, 4, 20))
    assert late
    assert late.text == (
        "Văn bản gia hạn ký ngày 12/04/2021 nhưng nhập ngày 20/04/2021, sau khi đã hết hạn 12/04/2021."
    )


@pytest.mark.parametrize(
    ("kind", "met", "level"),
    [
        (Kind.COMPLAINT, 0, Complexity.PLAIN), (Kind.COMPLAINT, 1, Complexity.COMPLEX),
        (Kind.COMPLAINT, 7, Complexity.COMPLEX), (Kind.DENUNCIATION, 1, Complexity.COMPLEX),
        (Kind.DENUNCIATION, 2, Complexity.ESPECIALLY), (Kind.FEEDBACK, 3, Complexity.PLAIN),
    ],
)  # fmt: skip
def test_how_hard_a_case_is_by_the_criteria_met(kind: Kind, met: int, level: Complexity):
    """124/2020/NĐ-CP, Điều 3a; 31/2019/NĐ-CP, Điều 3."""
    assert complexity_of(kind, met, law(NEW)) is level


def test_the_law_on_complaints_has_seven_criteria():
    with pytest.raises(CriteriaTooMany, match="7 tiêu chí"):
        complexity_of(Kind.COMPLAINT, 8, law(NEW))
    assert complexity_of(Kind.COMPLAINT, 8, law(OLD)) is Complexity.COMPLEX, (
        "how many there were is not known"
    )


def test_a_dialogue_is_announced_five_days_before():
    """155/2026/NĐ-CP."""
    assert last_notice_day(date(2026, 8, 20), law(NEW)) == date(2026, 8, 15)
    check_notice(date(2026, 8, 15), date(2026, 8, 20), law(NEW))
    with pytest.raises(NoticeTooShort, match="tới ngày 21/08/2026"):
        check_notice(date(2026, 8, 16), date(2026, 8, 20), law(NEW))


def test_no_notice_is_asked_for_before_a_law_held_asks_for_it():
    assert last_notice_day(date(2021, 8, 20), law(OLD)) is None
    check_notice(date(2021, 8, 20), date(2021, 8, 20), law(OLD))
