"""A person says that a duty of a year is done, by which paper; the year's duties are put before whoever does them."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.conformity import refusals
from chuan.conformity.duties import KIND, DutyShown, duties_of, duty_uid, standing_done
from chuan.conformity.models import DutyDone
from chuan.conformity.permissions import require_keep
from chuan.law.duties import duties
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.conformity import State
from chuan.trail.actions import act


def say_done(
    key: str, year: int, *, done_on: date, citation: str, note: str, by: Viewer, at: datetime
) -> DutyDone:
    """Keep that a duty is done. Raises ``NotAllowed``, ``DoneByRecords``, ``PaperMissing``, ``DayToCome``, KeyError."""
    require_keep(by)
    if duties()[key].by_records:
        raise refusals.DoneByRecords()
    if not citation.strip():
        raise refusals.PaperMissing()
    if done_on > timezone.localtime(at).date():
        raise refusals.DayToCome(day=done_on)
    row = DutyDone(
        unit=by.unit, year=year, duty=key, done_on=done_on, citation=citation.strip(), note=note.strip(),
        by=by.official, recorded_at=at,
    )  # fmt: skip
    with act(
        "conformity.duty_done", Subject("duty_done", row.uid), by=by, unit_uid=by.unit_uid, at=at, duty=key
    ):
        row.save()
        clocks.settle(Subject(KIND, duty_uid(by.unit.uid, year, key)), on=timezone.localtime(at).date())
    return row


def take_back(key: str, year: int, reason: str, *, by: Viewer, at: datetime) -> DutyDone:
    """What was said of a duty holds no longer. Raises ``NotAllowed``, ``NotSaidDone``, ``ReasonMissing``."""
    require_keep(by)
    last = standing_done(by.unit, year).get(key)
    if last is None:
        raise refusals.NotSaidDone()
    if not reason.strip():
        raise refusals.ReasonMissing()
    row = DutyDone(
        unit=by.unit, year=year, duty=key, done_on=last.done_on, citation=last.citation, note=reason.strip(),
        taken_back=True, by=by.official, recorded_at=at,
    )  # fmt: skip
    with act(
        "conformity.duty_back", Subject("duty_done", row.uid), by=by, unit_uid=by.unit_uid, at=at, duty=key
    ):
        row.save()
    return row


def remind(year: int, *, by: Viewer, at: datetime) -> int:
    """Put the year's duties that are not done before the secretary of ISO, the confirmation before the Chairman.

    Audits and reviews remind by themselves. Doing it twice changes nothing. Raises ``NotAllowed``.
    """
    require_keep(by)
    today = timezone.localtime(at).date()
    wanted = [one for one in duties_of(by.unit, year, today, at) if _reminds(one)]
    with act(
        "conformity.remind", Subject("unit", by.unit.uid), by=by, unit_uid=by.unit_uid, at=at, year=year
    ):
        for one in wanted:
            role = Role.CHAIRMAN if one.duty.key == "confirmation" else Role.ISO_SECRETARY
            clocks.start(
                Subject(KIND, duty_uid(by.unit.uid, year, one.duty.key)), unit=by.unit, opened_on=today,
                due_on=one.due_on, role=role.value,
            )  # fmt: skip
    return len(wanted)


def _reminds(one: DutyShown) -> bool:
    asked = one.state in (State.DUE, State.LATE)
    return asked and (not one.duty.by_records or one.duty.key == "confirmation")
