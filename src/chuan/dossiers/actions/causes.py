"""Causes, explanations, and the voiding of what was written by mistake. Nothing of the source is changed."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.dossiers import refusals
from chuan.dossiers.events import add_event, lock, standing_events
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.permissions import require_write_on
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def record_cause(
    dossier: Dossier, cause: str, *, since: date, until: date | None = None, text: str = "", by: Viewer,
    at: datetime,
) -> CaseEvent:  # fmt: skip
    """Write why a dossier stands still, from a day to a day (None: still so).

    No day lies in the future or before the receipt. Raises ``NotYours``, ``CauseUnknown``, ``DayToCome``,
    ``CauseBackwards``, ``BeforeReceived``.
    """
    require_write_on(by, dossier)
    _check_cause(cause)
    _check_days(dossier, since, until, today=timezone.localtime(at).date())
    with act("dossier.cause", Subject("dossier", dossier.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        event = add_event(
            lock(dossier), CaseEvent.Verb.CAUSE, on=since, until=until, cause=cause, text=_one_line(text),
            by=by, at=at,
        )  # fmt: skip
        doing.detail = {
            "cause": str(event.get_cause_display()),
            "since": since.isoformat(),
            **_told(until, event.text),
        }
    return event


def end_cause(event: CaseEvent, *, until: date, by: Viewer, at: datetime) -> CaseEvent:
    """Write the last day of a cause that was still going on: the old row is voided, a new one takes its place.

    Raises ``NotYours``, ``AlreadyVoided`` for what is no standing open cause, and the days' refusals.
    """
    require_write_on(by, event.dossier)
    _check_days(event.dossier, event.occurred_on, until, today=timezone.localtime(at).date())
    subject = Subject("dossier", event.dossier.uid)
    with act("dossier.cause_end", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        dossier = lock(event.dossier)
        if event.until_on is not None or not standing_events(dossier).filter(pk=event.pk, verb="cause"):
            raise refusals.AlreadyVoided()
        today = timezone.localtime(at).date()
        reason = _("Ghi ngày kết thúc")
        add_event(dossier, CaseEvent.Verb.VOID, on=today, text=reason, voids=event, by=by, at=at)
        ended = add_event(
            dossier, CaseEvent.Verb.CAUSE, on=event.occurred_on, until=until, cause=event.cause,
            text=event.text, by=by, at=at,
        )  # fmt: skip
        doing.detail = {
            "cause": str(event.get_cause_display()),
            "since": event.occurred_on.isoformat(),
            **_told(until, ""),
        }
    return ended


def explain(dossier: Dossier, text: str, *, by: Viewer, at: datetime) -> CaseEvent:
    """Write the explanation of a dossier shown late, or changed after its due day; a further one may follow.

    Raises ``NotYours``, ``TextMissing``, ``NothingToExplain``.
    """
    require_write_on(by, dossier)
    said = text.strip()
    if not said:
        raise refusals.TextMissing(thing=_("nội dung giải trình"))
    today = timezone.localtime(at).date()
    if not asks_to_explain(dossier, on=today) and not dossier.explained:
        raise refusals.NothingToExplain()
    with act("dossier.explain", Subject("dossier", dossier.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        event = add_event(lock(dossier), CaseEvent.Verb.EXPLAIN, on=today, text=said, by=by, at=at)
        doing.detail = {"text": said}
    return event


def void(event: CaseEvent, reason: str, *, by: Viewer, at: datetime) -> CaseEvent:
    """Void a record written by mistake; both rows stay. Raises ``NotYours``, ``TextMissing``, ``AlreadyVoided``."""
    require_write_on(by, event.dossier)
    said = _one_line(reason)
    if not said:
        raise refusals.TextMissing()
    subject = Subject("dossier", event.dossier.uid)
    with act("dossier.void", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        dossier = lock(event.dossier)
        if not standing_events(dossier).filter(pk=event.pk).exists():
            raise refusals.AlreadyVoided()
        today = timezone.localtime(at).date()
        if event.verb == CaseEvent.Verb.APOLOGISE:
            clocks.reappoint(subject, on=None)
        voided = add_event(dossier, CaseEvent.Verb.VOID, on=today, text=said, voids=event, by=by, at=at)
        doing.detail = {"number": event.seq, "kind": str(event.get_verb_display()), "reason": said}
    return voided


def asks_to_explain(dossier: Dossier, *, on: date) -> bool:
    """Whether a person shown late may explain first: late, overdue, or changed after the due day; not explained."""
    if dossier.explained or not dossier.present:
        return False
    late = dossier.outcome == Dossier.Outcome.LATE
    return late or dossier.changed_after_due or is_overdue(dossier, on=on)


def is_overdue(dossier: Dossier, *, on: date) -> bool:
    """Whether it runs past its due day; one that waits for the citizen does not run."""
    due = dossier.judged_due_on
    runs = dossier.present and dossier.settled_on is None and dossier.status in RUNNING
    return runs and not dossier.elsewhere and due is not None and due < on


RUNNING = (Dossier.Status.RUNNING, Dossier.Status.UNKNOWN)
"""In work here, neither waiting nor ended."""


def _check_cause(cause: str) -> None:
    if cause not in CaseEvent.Cause.values:
        raise refusals.CauseUnknown(causes=", ".join(map(str, CaseEvent.Cause.labels)))


def _check_days(dossier: Dossier, since: date, until: date | None, *, today: date) -> None:
    for day in filter(None, (since, until)):
        if day > today:
            raise refusals.DayToCome(day=day, today=today)
    if until is not None and until < since:
        raise refusals.CauseBackwards(since=since, until=until)
    if dossier.received_on is not None and since < dossier.received_on:
        raise refusals.BeforeReceived(day=since, received=dossier.received_on)


def _told(until: date | None, text: str) -> dict[str, str]:
    said = {"until": until.isoformat() if until else "", "text": text}
    return {name: value for name, value in said.items() if value}


def _one_line(text: str) -> str:
    return " ".join(text.split())
