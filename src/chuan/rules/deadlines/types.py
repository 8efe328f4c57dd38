"""The frozen values of a clock: rule, events, ledger, reading, outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from fractions import Fraction

from chuan.rules.types import Citation, Sure

OFFICE, CITIZEN, AGENCY, COUNTER = "office", "citizen", "other_agency", "counter"
"""Who may hold a case: the deciding office, the citizen, another agency, the counter that only passes it on."""

SUSPENDED = "suspended"
"""Nobody works on the case: it was suspended by a decision, until another one resumes it."""


class ClockUnit(StrEnum):
    """What a period is counted in."""

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    WORKING_HOUR = "working_hour"


class Verb(StrEnum):
    """What an event does to the clock.

    ``take``: somebody holds the case from now on; the first holder whose time counts starts the clock.
    ``restart``: the office holds it again and the count begins anew. ``grant``: a prolongation.
    ``reappoint``: a new date promised with an apology. ``end``: settled.
    """

    TAKE = "take"
    RESTART = "restart"
    GRANT = "grant"
    REAPPOINT = "reappoint"
    END = "end"


class Moves(StrEnum):
    """Which date a prolongation moves."""

    LAWFUL_DUE = "lawful_due"
    APPOINTMENT = "appointment"


class State(StrEnum):
    """Where a running case stands."""

    RUNNING = "running"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    WAITING = "waiting"
    ENDED = "ended"


class Ending(StrEnum):
    """How a settled case ended."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One step of a case. ``at`` carries a zone; ``amount`` is in the rule's unit; ``until`` a promised day."""

    at: datetime
    verb: Verb
    holder: str = ""
    amount: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ClockRule:
    """How a clock counts.

    ``total`` in ``unit``. ``counted``: holders whose time counts. ``cutoff``: received after this time starts
    on the next working day (None: off). ``roll``: a last day off moves to the next working day. ``grants``:
    how many prolongations (and, apart from them, how many new dates) are allowed, each at least
    ``notice_days`` before the due day. ``warn_at``: share of the period after which the case is due soon.
    ``sources`` names the article for one aspect: day_zero, citizen, other_agency, roll, cutoff, grant,
    apology; what is not named stands on ``source``.
    """

    unit: ClockUnit
    total: int
    source: Citation
    sure: Sure
    counted: frozenset[str] = frozenset({OFFICE, AGENCY})
    cutoff: time | None = None
    roll: bool = True
    grants: int = 1
    notice_days: int = 1
    moves: Moves = Moves.LAWFUL_DUE
    warn_at: Fraction = Fraction(4, 5)
    sources: Mapping[str, Citation] = field(default_factory=dict)

    def because(self, aspect: str) -> Citation:
        """The source of one aspect of the rule."""
        return self.sources.get(aspect, self.source)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One day of a case (of one holder and round, when hours are counted).

    ``amount`` is what was counted: 1 or 0 days, or minutes of work. Round 2 begins with a restart; what was
    counted in an earlier round is void, so the last round alone adds up to the period.
    """

    day: date
    round: int
    holder: str
    amount: int
    why: str
    source: Citation

    @property
    def counted(self) -> bool:
        """Whether anything of the day was counted."""
        return self.amount > 0


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person has to know about a date. ``code`` is stable, ``text`` a Vietnamese sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What a clock says at a moment.

    ``lawful_due`` is None while somebody else holds the case, and when a year of the calendar is not held
    (``missing_year``). ``used`` is what was counted in the last round up to the moment, in the rule's unit
    (minutes of work for hours), ``total`` the period with its lawful prolongations. ``unconfirmed``: years the date
    rests on that nobody confirmed.
    """

    rule: ClockRule
    lawful_due: datetime | None
    appointment: date | None
    lines: tuple[LedgerLine, ...]
    holder: str
    state: State
    used: int
    total: int
    started_on: date | None
    missing_year: int | None
    unconfirmed: tuple[int, ...]
    remarks: tuple[Remark, ...]

    @property
    def lawful_due_on(self) -> date | None:
        """The day of the lawful due moment."""
        return self.lawful_due.date() if self.lawful_due else None

    def counted_by(self) -> dict[str, int]:
        """What the last round counted, by holder: which desk the time was spent at."""
        last = max((line.round for line in self.lines), default=0)
        spent: dict[str, int] = {}
        for line in self.lines:
            if line.round == last and line.counted:
                spent[line.holder] = spent.get(line.holder, 0) + line.amount
        return spent


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case ended, and by how many working days (None: a calendar year is missing)."""

    ending: Ending
    days: int | None
