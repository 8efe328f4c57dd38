"""From the texts of a picture to the steps of a dossier, in minutes. No Django in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from chuan.dossiers.merging import Values
from chuan.rules.deadlines import Happening, Step
from chuan.rules.working_time import MINUTES, VIETNAM, Calendar, moment_of

ENDINGS = ("refused", "withdrawn")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and its minute where the source says an hour (``exact``); else the first minute of the day."""

    day: date
    minute: int
    exact: bool

    @property
    def at(self) -> datetime:
        """The moment as stored: midnight where no hour is known."""
        return moment_of(self.minute)


def moment(text: str) -> Moment | None:
    """The moment of a stored text: 2021-03-05 or 2021-03-05T09:30:00, on the office's clock."""
    if not text:
        return None
    day, first = _day(text[:10])
    if len(text) == 10:
        return Moment(day, first, False)
    return Moment(day, first + int(text[11:13]) * 60 + int(text[14:16]), True)


@lru_cache(maxsize=16_384)
def _day(text: str) -> tuple[date, int]:
    """A day as one object however many dossiers share it, and its first minute."""
    day = date.fromisoformat(text)
    return day, day.toordinal() * MINUTES


@dataclass(frozen=True, slots=True)
class Steps:
    """When what happened to a dossier. ``settled``: the result was ready, else it was returned.

    ``competent``: the body that solves it got it from the counter that took it in; None when they are one.
    """

    received: Moment | None
    competent: Moment | None
    promised: Moment | None
    asked: Moment | None
    supplied: Moment | None
    ready: Moment | None
    returned: Moment | None
    status: str

    @property
    def settled(self) -> Moment | None:
        """The end that lateness is judged by."""
        return self.ready or self.returned


def read_steps(values: Values, *, taken_elsewhere: bool) -> Steps:
    """The steps that a picture tells of. ``taken_elsewhere``: the papers were handed in at another unit's counter."""
    get = values.get
    asked, supplied = moment(get("asked_at", "")), moment(get("supplied_at", ""))
    ready, returned = moment(get("ready_at", "")), moment(get("returned_at", ""))
    return Steps(
        received=moment(get("received_at", "")),
        competent=moment(get("passed_on_at", "")) if taken_elsewhere else None,
        promised=moment(get("promised_at", "")),
        asked=asked,
        supplied=supplied,
        ready=ready,
        returned=returned,
        status=_status(get("status", ""), asked, supplied, ready, returned),
    )


def _status(
    said: str, asked: Moment | None, supplied: Moment | None, ready: Moment | None, returned: Moment | None
) -> str:
    """Dates of an end say more than a word: a source that last wrote "đang xử lý" may be older than another's date.

    A source that writes "đang xử lý" beside a request for papers says that it has them, only not since when: then
    no lawful day can be reckoned, but the clock does not wait either.
    """
    if said in ENDINGS:
        return said
    if returned is not None:
        return "returned"
    if ready is not None:
        return "ready"
    if said in ("returned", "ready", "waiting", "running"):
        return said
    return "waiting" if asked is not None and supplied is None else "running"


def happenings(steps: Steps, calendar: Calendar) -> tuple[Happening, ...]:
    """The steps as a clock's happenings, in order; a step without hour falls late on its day, but before the next.

    Empty without a receipt.
    """
    if steps.received is None:
        return ()
    told = [(Step.RECEIVED, steps.received)]
    told += [(Step.RECEIVED, steps.competent)] if steps.competent else []
    told += [(Step.ASKED, steps.asked)] if steps.asked else []
    told += [(Step.SUPPLIED, steps.supplied)] if steps.supplied else []
    if steps.settled is not None:
        step = Step.WITHDRAWN if steps.status == "withdrawn" else Step.FINISHED
        told.append((step, steps.settled))
    minutes = _placed([one for _, one in told], calendar)
    return tuple(Happening(moment_of(minute), step) for (step, _), minute in zip(told, minutes, strict=True))


def _placed(moments: Sequence[Moment], calendar: Calendar) -> list[int]:
    """A minute for each: exact ones stay; the receipt at the day's start, others just before office hours end."""
    minutes = [moments[0].minute]
    for n, one in enumerate(moments[1:], start=1):
        minute = one.minute if one.exact else calendar.day(one.day).close - 1
        later = [other.minute for other in moments[n + 1 :] if other.exact and other.day == one.day]
        if not one.exact:
            minute = min([minute, *later])
            minute = max(minute, minutes[-1]) if minutes[-1] // MINUTES == minute // MINUTES else minute
        minutes.append(minute)
    return minutes


def typed_happening(on: date, step: Step, *, amount: int = 0, until: date | None = None) -> Happening:
    """A step that a person typed here by day: it stands at the day's noon."""
    return Happening(datetime(on.year, on.month, on.day, 12, tzinfo=VIETNAM), step, amount, until)
