"""A register that exists only in the tests: dossiers with events, as-of and all, behind one measure.

It proves freezing, late data and corrections before real registers exist.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from chuan.offers import measures, subjects
from chuan.offers.measures import Counts, Obstacle, Row, RowOutcome, Scope, tally
from chuan.offers.subjects import Described, Subject
from chuan.offers.uids import new_uid
from chuan.rules.types import Citation, Period


@dataclass
class Case:
    """One dossier: when it was done, whether on time, and since when the register knows."""

    done_on: date
    on_time: bool
    recorded_at: datetime
    withdrawn: bool = False
    voided_at: datetime | None = None
    uid: uuid.UUID = field(default_factory=new_uid)


KIND = "dossier_of_tests"
"""What a row is: a kind that no room owns, so that no room's own rules about it interfere."""


@contextmanager
def nothing_counts() -> Iterator[None]:
    """No room offers a measure meanwhile: a test sees only those that it registers itself."""
    real = measures.every()
    for one in real:
        measures.withdraw(one.key)
    try:
        yield
    finally:
        for one in measures.every():
            measures.withdraw(one.key)
        for one in real:
            measures.register(one)


@contextmanager
def described(hidden: Callable[[uuid.UUID], bool] = lambda uid: False) -> Iterator[None]:
    """Rows have a page meanwhile; those that are ``hidden`` may not be seen by anybody."""

    def describe(uids: Iterable[uuid.UUID], viewer: object) -> dict[uuid.UUID, Described]:
        return {
            uid: Described(Subject(KIND, uid), f"Hồ sơ {uid.hex[-6:]}", f"/ho-so/{uid}/")
            for uid in uids
            if not hidden(uid)
        }

    before = subjects._describers.get(KIND)
    subjects.register(KIND, describe)
    try:
        yield
    finally:
        subjects._describers.pop(KIND)
        if before is not None:
            subjects.register(KIND, before)


class OnTime:
    """Share of dossiers done on time; withdrawn ones are excluded."""

    key = "dossiers.on_time"
    version = 1
    title = "Sổ hồ sơ thử nghiệm"
    formula = "đúng hạn / đã giải quyết"
    grade = "A"
    source = Citation(number="118/2025/NĐ-CP")
    case_words, miss_words, hit_words = "hồ sơ", "trễ", "đúng hạn"

    def __init__(self) -> None:
        self.cases: list[Case] = []
        self.kept = True
        self.covered_from: date | None = None
        self.covered_to: date | None = None
        self.asked: Counter[str] = Counter()

    def add(
        self, *, on_time: int = 0, late: int = 0, withdrawn: int = 0, on: date, at: datetime
    ) -> list[Case]:
        """Cases done on a day, known to the register from a moment."""
        made = [Case(on, True, at) for _ in range(on_time)] + [Case(on, False, at) for _ in range(late)]
        made += [Case(on, True, at, withdrawn=True) for _ in range(withdrawn)]
        self.cases += made
        return made

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        self.asked["obstacles"] += 1
        if not self.kept:
            return (Obstacle("not_kept", "Sổ hồ sơ chưa được giữ ở Chuẩn trong kỳ này."),)
        early = self.covered_from and scope.period.start < self.covered_from
        late = self.covered_to and scope.period.end > self.covered_to
        return (Obstacle("uncovered", "chưa nhập đủ các ngày của kỳ."),) if early or late else ()

    def reach(self, scope: Scope) -> Period | None:
        if self.covered_from and scope.period.start < self.covered_from:
            return None
        end = min(self.covered_to or scope.period.end, scope.period.end)
        return Period(scope.period.start, end) if scope.period.start < end else None

    def notes(self, scope: Scope) -> tuple[str, ...]:
        self.asked["notes"] += 1
        return ("chỉ có ngày trả: tính theo ngày trả",)

    def counts(self, scope: Scope) -> Counts:
        self.asked["counts"] += 1
        return tally(self._rows(scope))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        self.asked["rows"] += 1
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
        Subject(KIND, case.uid), RowOutcome.EXCLUDED if case.withdrawn else outcome, reason,
        facts=(case.done_on.isoformat(), "có\u2028xuống dòng"),
    )  # fmt: skip


class Sampled(OnTime):
    """The same, of a checked sample."""

    key = "dossiers.by_the_book"
    title = "Mẫu kiểm tra thử nghiệm"
    sample_words = "hồ sơ kiểm tra"


class Received(OnTime):
    """Another way to answer the same promise."""

    key = "dossiers.on_time_received"
    title = "Theo hồ sơ tiếp nhận"
