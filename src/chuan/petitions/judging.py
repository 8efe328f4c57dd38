"""How a petition stands by law: its lines and its row of the system of record in, columns of `Standing` out.

No database in here. Rows of another system may tell of a solving without the steps before it; such a story is not
guessed at: it stands as ``odd``, with the reason in words, and no figure judges it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from dataclasses import field as made
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from chuan.petitions.lawful import Bench
from chuan.petitions.steps import DECIDED_BY, SOLVING_CLOCK, STEP_OF, status_after, status_all_the_same
from chuan.rules.deadlines import ClockUnit, Ending, Outcome, ended_by_day
from chuan.rules.petitions import Channel, ClockDates, Complexity, Facts, Happening, Kind, Step, clock_named
from chuan.rules.petitions.reading import petition_dates
from chuan.rules.refusals import Refused, WrongMove
from chuan.rules.wording import said
from chuan.rules.working_time import Calendar

NOON = time(12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
"""Steps are kept by day; those of one day stand in the order they were written."""

UNTOLD = "untold"
"""Of a reply: the system of record has no column for its day."""

_OUTCOMES = {Ending.EARLY: "early", Ending.ON_TIME: "on_time", Ending.LATE: "late"}
_RANK = {step: n for n, step in enumerate(Step)}


@dataclass(frozen=True, slots=True)
class Line:
    """One step as told: by a line written here, or by a column of the system of record (``ours`` False)."""

    verb: str
    on: date
    seq: int = 0
    days: int = 0
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A petition to be judged: what it is, and everything that was done with it.

    ``listed``: the system of record lists it. ``outside_due``: the due day it names.
    """

    kind: str
    channel: str
    lines: Sequence[Line]
    field: str = ""
    competent: bool | None = None
    complexity: str = Complexity.PLAIN
    remote: bool = False
    several_places: bool = False
    repeat: bool = False
    verdict: str = ""
    listed: bool = False
    present: bool = True
    outside_due: date | None = None
    doubt: str = ""
    """Why what the system of record tells cannot be judged: an end without its day."""
    claims_longer: bool = False
    """Whether the system of record calls the case complex, of which no signed paper is known here."""
    kept: Mapping[str, str] = made(default_factory=dict)
    """The law its clocks started under: name → digest of the values (``petitions.keeping``)."""
    untold: frozenset[str] = frozenset()
    """Clocks whose end the system of record cannot tell (``stories.TOLD_BY``): never work that waits."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The columns of `petitions.models.Standing`, by the same names."""

    present: bool
    listed: bool
    kind: str
    channel: str
    field: str
    competent: bool | None
    decided: str
    complexity: str
    status: str
    repeat: bool
    received_on: date | None
    accepted_on: date | None
    settled_on: date | None
    published_on: date | None
    closed_on: date | None
    left_on: date | None
    replied_on: date | None
    due_on: date | None
    due_basis: str
    next_due_on: date | None
    next_clock: str
    reply_due_on: date | None
    reply_outcome: str
    counted_on: date | None
    outcome: str
    late_days: int | None
    verdict: str
    odd: str


COLUMNS = tuple(one.name for one in fields(Judged))
"""Names of the columns, in the order of `Judged`."""


def judge(told: Told, bench: Bench, *, at: datetime) -> Judged:
    """How the petition stands at a moment."""
    lines = in_order(told.lines)
    on = {step: one.on for one in reversed(lines) if (step := STEP_OF.get(one.verb))}
    dates, odd = clocks_at(told, bench, at=at)
    due, basis, outcome, late = _solving(told, dates, on, bench.calendar)
    settled = on.get(Step.SETTLED) or on.get(Step.STOPPED)
    odd = odd or told.doubt or _longer_elsewhere(told, due, settled)
    reply = clock_named(dates, "reception.reply")
    waiting = [one for one in dates if one.clock.key not in told.untold and not told.doubt]
    nearest = _nearest(waiting)
    decided = next((DECIDED_BY[one.verb] for one in reversed(lines) if one.verb in DECIDED_BY), "")
    if not decided and settled and told.kind in (Kind.FEEDBACK, Kind.SUGGESTION):
        decided = "accept"  # answered at once: taking it on needs no step of its own
    return Judged(
        present=told.present, listed=told.listed, kind=told.kind, channel=told.channel, field=told.field,
        competent=told.competent, decided=decided, complexity=told.complexity, status=_status(told, lines),
        repeat=told.repeat, received_on=on.get(Step.RECEIVED), accepted_on=on.get(Step.ACCEPTED),
        settled_on=settled, published_on=on.get(Step.PUBLISHED), closed_on=_closed(lines),
        left_on=_left(lines, decided, settled), replied_on=on.get(Step.REPLIED), due_on=due, due_basis=basis,
        next_due_on=nearest.reading.lawful_due_on if nearest else (None if settled or told.doubt else due),
        next_clock=nearest.clock.key if nearest else "",
        reply_due_on=reply.reading.lawful_due_on if reply else None,
        reply_outcome=_reply_word(reply, told, on.get(Step.REPLIED)),
        counted_on=min((day for day in (due, settled) if day), default=None),
        outcome=outcome, late_days=late, verdict=told.verdict, odd=odd[:300],
    )  # fmt: skip


def _longer_elsewhere(told: Told, due: date | None, settled: date | None) -> str:
    """A day after the plain period that the source's own due day still allows: only a signed paper can say."""
    if not told.claims_longer or due is None or told.outside_due is None or told.outside_due <= due:
        return ""
    if any(one.verb == "prolong" for one in told.lines) or (settled is not None and settled <= due):
        return ""
    return f"Nguồn ghi vụ việc phức tạp, hạn {said(told.outside_due)}; chưa ghi văn bản gia hạn vào đơn này."


def clocks_at(told: Told, bench: Bench, *, at: datetime) -> tuple[tuple[ClockDates, ...], str]:
    """Every clock that has started, with its ledger; and why the story cannot be judged, "" when it can."""
    if told.kind == Kind.MIXED or not told.lines:
        return (), ""
    facts = Facts(
        Kind(told.kind), Channel(told.channel), told.competent, told.remote, told.several_places,
        Complexity(told.complexity),
    )  # fmt: skip
    day = at.astimezone(NOON.tzinfo).date()
    try:
        law = bench.law(day, told.kept)
        return petition_dates(law, bench.calendar, facts, happenings(told.lines), at=_end(day)), ""
    except Refused as refused:
        return (), refused.sentence


def happenings(lines: Iterable[Line]) -> list[Happening]:
    """The steps that clocks read, in order."""
    return [
        Happening(datetime.combine(one.on, NOON), STEP_OF[one.verb], one.days)
        for one in in_order(lines)
        if one.verb in STEP_OF
    ]


def in_order(lines: Iterable[Line]) -> list[Line]:
    """By day; those of one day as written here, or in the order of the law where another system told of them."""
    told = list(lines)
    if all(one.ours for one in told):
        return sorted(told, key=lambda one: (one.on, one.seq))
    last = len(_RANK)
    return sorted(
        told, key=lambda one: (one.on, _RANK.get(STEP_OF.get(one.verb, Step.RECEIVED), last), one.seq)
    )


def _status(told: Told, lines: Sequence[Line]) -> str:
    status = "received"
    for one in lines:
        try:
            status = status_after(told.kind, status, one.verb)
        except (WrongMove, KeyError):
            status = status_all_the_same(told.kind, status, one.verb)
    return status


def _solving(
    told: Told, dates: tuple[ClockDates, ...], on: Mapping[Step, date], calendar: Calendar
) -> tuple[date | None, str, str, int | None]:
    """Due day, what it rests on, outcome and days of it, of the clock lateness is judged by."""
    clock = clock_named(dates, SOLVING_CLOCK.get(told.kind, ""))
    settled = on.get(Step.SETTLED) or on.get(Step.STOPPED)
    if clock is not None:
        outcome = clock.outcome if settled else None
        word = _OUTCOMES[outcome.ending] if outcome else ""
        return clock.reading.lawful_due_on, "law", word, _days_after(clock, settled, outcome)
    due = told.outside_due
    if due is None or told.kind in (Kind.COMPLAINT, Kind.DENUNCIATION):
        return None, "", "", None
    if settled is None:
        return due, "source", "", None
    ended = ended_by_day(due, settled, calendar=calendar)
    return due, "source", _OUTCOMES[ended.ending], _late_days(ended)


def _days_after(clock: ClockDates, settled: date | None, outcome: Outcome | None) -> int | None:
    """Days after the lawful due day, negative before it, as the law counts this period."""
    due = clock.reading.lawful_due_on
    if clock.reading.rule.unit is ClockUnit.CALENDAR_DAY and due and settled and outcome:
        return (settled - due).days
    return _late_days(outcome)


def _late_days(found: Outcome | None) -> int | None:
    """Working days after the due day, negative before it."""
    if found is None or found.days is None:
        return None
    return -found.days if found.ending is Ending.EARLY else found.days


def _nearest(dates: Iterable[ClockDates]) -> ClockDates | None:
    """Of the clocks that still run with a day, the one due first."""
    running = [one for one in dates if one.outcome is None and one.reading.lawful_due_on is not None]
    return min(running, key=lambda one: one.reading.lawful_due_on or date.max, default=None)


def _word(clock: ClockDates | None) -> str:
    return _OUTCOMES[clock.outcome.ending] if clock and clock.outcome else ""


def _reply_word(clock: ClockDates | None, told: Told, replied: date | None) -> str:
    """How the reply after reception ended. A list without its day tells no failure: it may have been given.

    Another step that answers (taking it on, forwarding it) tells of one in time; a late one only that the reply came
    no later.
    """
    word = _word(clock)
    is_untold = clock is not None and clock.clock.key in told.untold and replied is None
    return UNTOLD if is_untold and word in ("", "late") else word


def _closed(lines: Sequence[Line]) -> date | None:
    return next((one.on for one in reversed(lines) if one.verb == "finish"), None)


def _left(lines: Sequence[Line], decided: str, settled: date | None) -> date | None:
    """The day of the act that sent it elsewhere, put it away or divided it; of what is solved here, of its end."""
    if decided in ("", "accept"):
        return settled or next((one.on for one in reversed(lines) if one.verb == "divide"), None)
    return next((one.on for one in reversed(lines) if DECIDED_BY.get(one.verb) == decided), None)


def _end(day: date) -> datetime:
    """The last minute of a day: what was done on a day counts on it."""
    return datetime.combine(day, time(23, 59, tzinfo=NOON.tzinfo))
