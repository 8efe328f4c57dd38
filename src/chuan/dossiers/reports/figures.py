"""Every figure of the statistics as one condition over a dossier's standing.

The same condition counts the figure and lists its rows, so the two cannot disagree. Between them holds
received + carried = solved + withdrawn + refused or done without a date + in work at the end, for every cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.models import Dossier
from chuan.dossiers.models.cases import IN_WORK
from chuan.dossiers.reports.asked import Asked
from chuan.rules.types import Period

Status, Outcome = Dossier.Status, Dossier.Outcome

_WITHDRAWN = Q(status=Status.WITHDRAWN)
_STILL = Q(settled_on__isnull=True, status__in=IN_WORK)
_NO_DATE = Q(settled_on__isnull=True) & ~Q(status__in=IN_WORK)
"""Gone without a day: taken as gone on the day of receipt, since no other day is known."""
_HERE = Q(elsewhere=False)


def in_work_at(day: date) -> Q:
    """Received before the day begins and not gone by then."""
    return Q(received_on__lt=day) & (Q(settled_on__gte=day) | _STILL)


def concerned(period: Period) -> Q:
    """Dossiers of which some figure of the period speaks: in by its end, not gone before its start."""
    gone_later = Q(settled_on__gte=period.start) | _STILL | _NO_DATE & Q(received_on__gte=period.start)
    return Q(received_on__lt=period.end) & gone_later


def _received(asked: Asked) -> Q:
    return _HERE & _within("received_on", asked.period)


def _carried(asked: Asked) -> Q:
    return _HERE & in_work_at(asked.period.start)


def _solved(asked: Asked) -> Q:
    return _HERE & _within("settled_on", asked.period) & ~_WITHDRAWN


def _solved_as(*outcomes: str) -> Callable[[Asked], Q]:
    return lambda asked: _solved(asked) & Q(**{f"{asked.outcome}__in": outcomes})


def _gone_as(status: str) -> Callable[[Asked], Q]:
    def gone(asked: Asked) -> Q:
        undated = Q(settled_on__isnull=True) & _within("received_on", asked.period)
        return _HERE & Q(status=status) & (_within("settled_on", asked.period) | undated)

    return gone


def _running(asked: Asked) -> Q:
    return _HERE & in_work_at(asked.period.end)


def _running_late(asked: Asked) -> Q:
    overdue = Q(**{f"{asked.due}__lt": asked.cut_day})
    return _running(asked) & overdue & ~Q(status=Status.WAITING)


def _running_within(asked: Asked) -> Q:
    return _running(asked) & (Q(**{f"{asked.due}__gte": asked.cut_day}) | Q(status=Status.WAITING))


def _running_blind(asked: Asked) -> Q:
    return _running(asked) & Q(**{f"{asked.due}__isnull": True}) & ~Q(status=Status.WAITING)


def _undated(asked: Asked) -> Q:
    done = Q(settled_on__isnull=True, status__in=[Status.READY, Status.RETURNED])
    return _HERE & done & _within("received_on", asked.period)


def _elsewhere(asked: Asked) -> Q:
    return Q(elsewhere=True) & _within("received_on", asked.period)


def _within(column: str, period: Period) -> Q:
    return Q(**{f"{column}__gte": period.start, f"{column}__lt": period.end})


@dataclass(frozen=True)
class Figure:
    """One column: its name in addresses, its words, its condition."""

    key: str
    label: str | Promise
    where: Callable[[Asked], Q]


_ALL = (
    Figure("received", _("tiếp nhận"), _received),
    Figure("carried", _("kỳ trước chuyển sang"), _carried),
    Figure("solved", _("đã giải quyết"), _solved),
    Figure("early", _("giải quyết trước hạn"), _solved_as(Outcome.EARLY)),
    Figure("on_time", _("giải quyết đúng hạn"), _solved_as(Outcome.ON_TIME)),
    Figure("late", _("giải quyết trễ hạn"), _solved_as(Outcome.LATE)),
    Figure("blind", _("đã giải quyết, chưa rõ hạn"), _solved_as(Outcome.NONE)),
    Figure("running", _("đang giải quyết"), _running),
    Figure("running_within", _("đang giải quyết, trong hạn"), _running_within),
    Figure("running_late", _("đang giải quyết, quá hạn"), _running_late),
    Figure("running_blind", _("đang giải quyết, chưa rõ hạn"), _running_blind),
    Figure("refused", _("từ chối"), _gone_as(Status.REFUSED)),
    Figure("withdrawn", _("người dân rút"), _gone_as(Status.WITHDRAWN)),
    Figure("undated", _("đã xong, không ghi ngày"), _undated),
    Figure("elsewhere", _("nhận hộ nơi khác"), _elsewhere),
)
FIGURES: dict[str, Figure] = {figure.key: figure for figure in _ALL}
"""Every figure that one condition gives, in the order of the table."""

SUMS: Mapping[str, tuple[str, ...]] = {
    "solved": ("early", "on_time", "late", "blind"),
    "running": ("running_within", "running_late", "running_blind"),
    "in_time": ("early", "on_time"),
}
"""Figures that are the sums of others: every dossier of the sum meets exactly one part's condition."""

LATE_OUTSIDE = "late_outside"
"""Late because of others: worked out from the causes recorded (``reports.outside``)."""

FORM_FIGURES: dict[str, Figure] = {
    figure.key: figure
    for figure in (
        Figure("received_online", _("tiếp nhận trực tuyến"), lambda a: _received(a) & Q(channel="online")),
        Figure(
            "received_direct",
            _("tiếp nhận trực tiếp, bưu chính"),
            lambda a: _received(a) & ~Q(channel="online"),
        ),
        Figure("in_time", _("giải quyết trước và đúng hạn"), _solved_as(Outcome.EARLY, Outcome.ON_TIME)),
        Figure(
            "received_all", _("tiếp nhận, kể cả kỳ trước chuyển sang"), lambda a: _received(a) | _carried(a)
        ),
    )
}
"""What the official forms add."""


@dataclass(frozen=True)
class Counted:
    """The figures of one line, by key."""

    of: Mapping[str, int]

    def __getitem__(self, key: str) -> int:
        return self.of.get(key, 0)

    @property
    def in_time(self) -> int:
        """Solved early or on time."""
        return self["early"] + self["on_time"]

    @property
    def judged(self) -> int:
        """Solved with a due day: what the rate divides by. Zero is no rate at all."""
        return self.in_time + self["late"]

    @property
    def any(self) -> bool:
        """Whether there is anything in the line."""
        return any(self.of.values())

    def __add__(self, other: Counted) -> Counted:
        return Counted({key: self[key] + other[key] for key in {**self.of, **other.of}})


@dataclass(frozen=True)
class Line:
    """One line of the table: ``key`` finds its rows again."""

    key: str
    label: str
    counted: Counted
