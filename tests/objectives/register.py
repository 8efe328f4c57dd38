"""A register that exists only in the tests: dossiers with events, as-of and all, behind one measure.

It proves freezing, late data and corrections before real registers exist.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope, tally
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.rules.types import Citation


@dataclass
class Case:
    """One dossier: when it was done, whether on time, and since when the register knows."""

    done_on: date
    on_time: bool
    recorded_at: datetime
    withdrawn: bool = False
    voided_at: datetime | None = None
    uid: uuid.UUID = field(default_factory=new_uid)


class OnTime:
    """Share of dossiers done on time; withdrawn ones are excluded."""

    key = "dossiers.on_time"
    version = 1
    title = "Sổ hồ sơ thử nghiệm"
    formula = "đúng hạn / đã giải quyết"
    grade = "A"
    source = Citation(number="118/2025/NĐ-CP")

    def __init__(self) -> None:
        self.cases: list[Case] = []
        self.kept = True

    def add(
        self, *, on_time: int = 0, late: int = 0, withdrawn: int = 0, on: date, at: datetime
    ) -> list[Case]:
        """Cases done on a day, known to the register from a moment."""
        made = [Case(on, True, at) for _ in range(on_time)] + [Case(on, False, at) for _ in range(late)]
        made += [Case(on, True, at, withdrawn=True) for _ in range(withdrawn)]
        self.cases += made
        return made

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        return () if self.kept else (Obstacle("not_kept", "Sổ hồ sơ chưa được giữ ở Chuẩn trong kỳ này."),)

    def counts(self, scope: Scope) -> Counts:
        return tally(self._rows(scope))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        return [row for row in self._rows(scope) if after is None or str(row.subject.uid) > after][:limit]

    def _rows(self, scope: Scope) -> list[Row]:
        """spine.md §2.1: period selects by the business date, as-of cuts by the recorded moment."""
        known = (
            case
            for case in self.cases
            if case.done_on in scope.period
            and case.recorded_at <= scope.as_of
            and not (case.voided_at and case.voided_at <= scope.as_of)
        )
        return sorted((_row(case) for case in known), key=lambda row: str(row.subject.uid))


def _row(case: Case) -> Row:
    outcome = RowOutcome.HIT if case.on_time else RowOutcome.MISS
    reason = "người dân rút" if case.withdrawn else ""
    return Row(
        Subject("dossier", case.uid), RowOutcome.EXCLUDED if case.withdrawn else outcome, reason,
        facts=(case.done_on.isoformat(), "có\u2028xuống dòng"),
    )  # fmt: skip
