"""Plans for the tests: the reference Decision, and small decisions written for one test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path

from django.utils import timezone

from chuan.documents.models import Document, Link, Question, Reading
from chuan.law.lexicons import reader_lexicon
from chuan.objectives.actions import Evidence, Given, Typed, make_plan
from chuan.objectives.models import Indicator, Plan, Target
from chuan.people.viewer import Viewer
from chuan.rules import decision_text
from tests.people import Ward

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "examples" / "bac-hong-2021" / "quyet-dinh.md"
PAPER = Evidence(note="Báo cáo số 12/BC-UBND ngày 05/10/2021")


def now() -> datetime:
    """The moment read at the door; acts older than 30 seconds are refused."""
    return timezone.now()


def reference_text() -> str:
    return REFERENCE.read_text(encoding="utf-8")


def decision(
    *lines: str, year: int = 2021, on: date = date(2021, 2, 19), number: str = "31", supersedes: str = ""
) -> str:
    """A decision of the ward with these objectives."""
    replaced = f", thay thế Quyết định số {supersedes}" if supersedes else ""
    numbered = "\n\n".join(f"{at}. {line}" for at, line in enumerate(lines, start=1))
    return f"""Số: {number}/QĐ-UBND

Bắc Hồng, ngày {on.day:02d} tháng {on.month:02d} năm {on.year}

**QUYẾT ĐỊNH**

**Về việc ban hành Mục tiêu chất lượng năm {year}**

**ỦY BAN NHÂN DÂN PHƯỜNG**

*Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;*

**QUYẾT ĐỊNH:**

**Điều 1.** Ban hành Mục tiêu chất lượng năm {year}.

**Điều 2.** Quyết định này có hiệu lực từ ngày ký{replaced}.

**TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH**

**Người Ký**

## **MỤC TIÊU CHẤT LƯỢNG NĂM {year}**

{numbered}
"""


def read(
    ward: Ward, text: str, *, answers: Mapping[str, str] | None = None, document: Document | None = None
) -> Reading:
    """A confirmed reading of a text, its questions answered by code; unanswered ones stay open."""
    result = decision_text.read_decision(text, lexicon=reader_lexicon())
    issued = result.date.value if result.date else None
    document = document or Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number=result.number.value if result.number else "",
        symbol=result.symbol.value if result.symbol else "", issued_on=issued, effective_from=issued,
        subject=result.subject.value if result.subject else "", recorded_at=now(),
    )  # fmt: skip
    version = document.readings.count() + 1
    body = decision_text.dump(result)
    reading = Reading.objects.create(
        document=document, text=text, reader_version="t", proposed=body, result=body, version=version,
        status=Reading.Status.CONFIRMED, recorded_at=now(), confirmed_at=now(),
        reason="đọc lại" if version > 1 else "",
    )  # fmt: skip
    for change in result.changes:
        Link.objects.create(
            document=document, kind=change.kind, part=change.part,
            citation=f"{change.act.kind} số {change.act.number} ngày {change.act.on:%d/%m/%Y}",
        )  # fmt: skip
    for one in result.questions:
        _ask(reading, one, (answers or {}).get(one.code, ""))
    return reading


def _ask(reading: Reading, one: decision_text.Question, answer: str) -> None:
    Question.objects.create(
        reading=reading, code=one.code, key=one.key, span_start=one.span.start, span_end=one.span.end,
        text=one.text,
        choices=json.dumps(one.choices, ensure_ascii=False), about=one.about, answer=answer,
        answered_at=now() if answer else None,
    )  # fmt: skip


def plan_of(
    ward: Ward, text: str, *, answers: Mapping[str, str] | None = None, on: date = date(2021, 2, 22)
) -> Plan:
    """The plan that a text makes."""
    reading = read(ward, text, answers=answers)
    make_plan(reading.uid, by=ward.viewer(ward.clerk, on), at=now(), reason="")
    return Plan.objects.get(reading=reading)


def reference_plan(ward: Ward, *, count: str = "values", on: date = date(2021, 2, 22)) -> Plan:
    """The plan of the reference Decision, the question of 21, 20 and 22 answered (or not: "")."""
    answers = {"number_missing": "given", "count_mismatch": count, "decrease_without_figure": "later"}
    return plan_of(ward, reference_text(), answers=answers, on=on)


def indicator(plan: Plan, label: str) -> Indicator:
    """The indicator at a place of the decision ("3.2")."""
    found = Target.objects.get(objective__plan=plan, label=label).indicator
    assert found is not None
    return found


def given(
    *, num: int | None = None, den: int | None = None, value: str | None = None, yes: bool | None = None,
    rows: tuple[tuple[str, bool], ...] = (), grade: str = "D", stage: str = "official",
    evidence: Evidence = PAPER, as_of: datetime | None = None,
) -> Given:  # fmt: skip
    """A figure as the form gives it."""
    typed = Typed(
        numerator=None if num is None else Fraction(num), denominator=None if den is None else Fraction(den),
        value=None if value is None else Fraction(value), yes_no=yes, rows=rows,
    )  # fmt: skip
    return Given(typed, grade, evidence, stage, as_of)


def clerk(ward: Ward, on: date = date(2021, 10, 5)) -> Viewer:
    """The office clerk on a day."""
    return ward.viewer(ward.clerk, on)
