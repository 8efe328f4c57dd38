"""The clocks that an act ends or starts, before it and after it, so that nobody has to guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.petitions.events import standing_events
from chuan.petitions.judging import Line, clocks_at
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.models import Petition
from chuan.petitions.showing.ledger import ShownClock, shown_clock
from chuan.petitions.stories import told_of
from chuan.rules.deadlines import Ending
from chuan.rules.petitions import ClockDates
from chuan.ui import formatters as say
from chuan.ui import words

_LAST = 1_000_000
"""The step that is tried stands behind every line of its day."""

_ENDINGS = {
    Ending.EARLY: later("Trước hạn"),
    Ending.ON_TIME: later("Đúng hạn"),
    Ending.LATE: later("Trễ hạn"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One clock: how it stands now, and what it would be after the act ("" where the act leaves it alone)."""

    before: ShownClock | None
    after: ShownClock | None
    then: str

    @property
    def shown(self) -> ShownClock:
        """The clock to name: as it stands, else as it would start."""
        found = self.before or self.after
        assert found is not None  # one of the two is always there
        return found


def changes(petition: Petition, verb: str, on: date, *, today: date, at: datetime) -> Sequence[Change]:
    """The clocks that the act on this day ends or starts, in the order a petition meets them.

    One that has ended already, or that the act does not touch, is left out.
    """
    bench = bench_of(petition.owner_unit)
    told = told_of(petition, standing_events(petition))
    then = replace(told, lines=(*told.lines, Line(verb, on, seq=_LAST)))
    moment = max(at, at + timedelta(days=(on - today).days))
    before = {one.clock.key: one for one in clocks_at(told, bench, at=moment)[0]}
    after = {one.clock.key: one for one in clocks_at(then, bench, at=moment)[0]}
    return [
        Change(
            _shown(before.get(key), bench, today),
            _shown(after.get(key), bench, today),
            _then(before.get(key), after.get(key)),
        )
        for key in {**before, **after}
        if _touched(before.get(key), after.get(key))
    ]


def _touched(before: ClockDates | None, after: ClockDates | None) -> bool:
    was = before.outcome if before else None
    now = after.outcome if after else None
    return (before is None and after is not None) or (was is None and now is not None)


def _shown(dates: ClockDates | None, bench: Bench, today: date) -> ShownClock | None:
    return shown_clock(dates, bench.calendar, on=today) if dates else None


def _then(before: ClockDates | None, after: ClockDates | None) -> str:
    """What the act makes of the clock, in words."""
    if after is None:
        return ""
    ended = after.outcome
    if ended is None:
        due = after.reading.lawful_due_on
        return _("bắt đầu, hạn %s") % say.weekday(due, with_year=True) if due else _("bắt đầu")
    if ended.days is None:
        return str(_ENDINGS[ended.ending])
    early = ended.ending is Ending.EARLY
    return words.days_late(-ended.days if early else ended.days)
