"""A late month for tests: its figures, a nonconformity in each stage; everything in it is invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from fractions import Fraction

from django.utils import timezone

from chuan.corrections import actions
from chuan.corrections.actions import ActionGiven, CauseGiven, CheckGiven, Raised
from chuan.corrections.models import Nonconformity
from chuan.offers import measures
from chuan.offers.measures import Counts, Obstacle, Row, Scope
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Comparator
from chuan.rules.types import Citation

FOUND, PLANNED, DONE = date(2021, 8, 2), date(2021, 8, 5), date(2021, 8, 30)
KEY = "tests.on_time"
CAUSE = CauseGiven(
    "absence", "Người phụ trách nghỉ phép, không ai làm thay", "Xem bảng chấm công tháng 7",
    ("Vì sao trễ? Không ai làm.", "Vì sao không ai làm? Người phụ trách nghỉ."),
)  # fmt: skip
CHECK = CheckGiven(measure_key=KEY, comparator=Comparator.MORE_THAN, target=Fraction(95))


class Fake:
    """A measure with a figure a month: (on time, all); a month that is not told cannot be counted."""

    key, version, title, formula, grade = KEY, 1, "Hồ sơ đúng hạn (thử)", "đúng hạn / tất cả", "A"
    source = Citation(number="thử")

    def __init__(self, months: Mapping[int, tuple[int, int]]) -> None:
        self.months = months

    def obstacles(self, scope: Scope) -> tuple[Obstacle, ...]:
        """A month that is not told."""
        known = scope.period.start.month in self.months
        return () if known else (Obstacle("gap", "chưa có tệp của tháng này"),)

    def counts(self, scope: Scope) -> Counts:
        """The month's figure."""
        hit, every = self.months[scope.period.start.month]
        return Counts(Fraction(hit), Fraction(every))

    def rows(self, scope: Scope, after: str | None, limit: int) -> Sequence[Row]:
        """None."""
        return ()


@contextmanager
def counted(months: Mapping[int, tuple[int, int]]) -> Iterator[None]:
    """Figures by month for the block."""
    measures.register(Fake(months))  # type: ignore[arg-type]
    try:
        yield
    finally:
        measures.withdraw(KEY)


def raised(by: Viewer, **given: object) -> Nonconformity:
    """A late month, raised by hand."""
    told = {"what": "Tháng 7/2021 chỉ 94,24 % hồ sơ đúng hạn", "source": "hand", "found_on": FOUND} | given
    return actions.raise_nonconformity(Raised(**told), by=by, at=timezone.now())  # type: ignore[arg-type]


def planned(by: Viewer, owner: Official, check: CheckGiven = CHECK) -> Nonconformity:
    """The same with its cause and one action."""
    case = raised(by)
    actions.analyse(case, [CAUSE], on=PLANNED, by=by, at=timezone.now())
    given = ActionGiven("Phân công người làm thay khi nghỉ phép", owner, DONE)
    actions.plan(case, [given], check, on=PLANNED, by=by, at=timezone.now())
    return case


def finished(by: Viewer, owner: Official, check: CheckGiven = CHECK) -> Nonconformity:
    """The same with its action done: the effect waits."""
    case = planned(by, owner, check)
    for one in case.actions.all():
        actions.do_action(one, "Bảng phân công ngày 30/8", DONE, by=by, at=timezone.now())
    case.refresh_from_db()
    return case
