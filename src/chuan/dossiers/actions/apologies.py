"""The apology for a dossier that will be late: a new date, once, in time, and the paper to be signed elsewhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.clocks.offices import Office, office_of
from chuan.dossiers import refusals
from chuan.dossiers.apology_paper import apology_docx
from chuan.dossiers.events import add_event, apologies_of, lock
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.permissions import require_write_on
from chuan.law.forms import apology_form, apology_forms
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.law import Value
from chuan.rules.refusals import Refused
from chuan.rules.types import Sure
from chuan.trail.actions import act
from chuan.ui import formatters as say

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the law lets an apology be on a day: until when it is in time, how many times, and who says so."""

    due: date
    last: date
    times: int
    times_law: Value
    notice_law: Value


def apologise(
    dossier: Dossier, *, reason: str, new_day: date, form: str = "", late_known: bool = False,
    by: Viewer, at: datetime,
) -> tuple[CaseEvent, bytes]:  # fmt: skip
    """Record the apology and make its paper; the new date is an appointment and moves nothing else.

    ``form`` names one of ``law.forms.apology_forms``, else the day's own. ``late_known``: the person knows that it
    comes later than the law asks; the citizen is owed a word all the same, and the clock remarks it. The paper is
    typeset before the transaction. Raises ``NotYours``, ``TextMissing``, ``FormUnknown`` and every refusal of
    ``require_may`` and ``require_day``.
    """
    require_write_on(by, dossier)
    today = timezone.localtime(at).date()
    said = reason.strip()
    if not said:
        raise refusals.TextMissing(thing=_("lý do chưa xong đúng hạn"))
    name = _form_name(form, today)
    office = office_of(dossier.owner_unit)
    allowed = require_may(dossier, office, on=today, late_known=late_known)
    require_day(new_day, allowed, office, on=today)
    data = apology_docx(
        dossier, form=name, reason=said, new_day=new_day, due=allowed.due, by=by.name, on=today
    )
    subject = Subject("dossier", dossier.uid)
    with act("dossier.apologise", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        locked = lock(dossier)
        require_may(locked, office, on=today, late_known=late_known)
        event = add_event(
            locked, CaseEvent.Verb.APOLOGISE, on=today, until=new_day, text=said, citation=name, by=by, at=at
        )
        clocks.reappoint(subject, on=new_day)
        doing.detail = {
            "due": allowed.due.isoformat(),
            "until": new_day.isoformat(),
            "reason": said,
            "in_time": today <= allowed.last,
            "file": name,
            "sha256": hashlib.sha256(data).hexdigest(),
        }
    return event, data


def paper_of(event: CaseEvent) -> bytes:
    """The paper of an apology already recorded, made again from the record."""
    dossier = event.dossier
    return apology_docx(
        dossier, form=event.citation, reason=event.text, new_day=event.until_on, due=dossier.judged_due_on,
        by=event.by.name if event.by else "", on=event.occurred_on,
    )  # fmt: skip


def require_may(dossier: Dossier, office: Office, *, on: date, late_known: bool = False) -> Allowed:
    """What is allowed; refuses a dossier that cannot be apologised for on the day.

    Raises ``NoLongerRunning``, ``WaitsForCitizen``, ``NoDueDay``, ``ApologisedBefore``, ``ApologyTooLate``,
    and ``LawNotHeld`` for a dossier received before the first act held.
    """
    _require_running(dossier)
    allowed = allowed_for(dossier, office, on=on)
    before = apologies_of(dossier)
    if len(before) >= allowed.times:
        appointed = before[-1].until_on or allowed.due
        raise refusals.ApologisedBefore(
            times=len(before), appointed=appointed, source=source_of(allowed.times_law)
        )
    if on > allowed.last and not late_known:
        raise refusals.ApologyTooLate(
            last=allowed.last, due=allowed.due, notice=allowed.notice_law.whole,
            source=source_of(allowed.notice_law),
        )  # fmt: skip
    return allowed


def is_late(dossier: Dossier, *, on: date) -> bool:
    """Whether an apology on the day would come later than the law asks; False where nothing is due."""
    try:
        return on > allowed_for(dossier, office_of(dossier.owner_unit), on=on).last
    except Refused:
        return False


def require_day(new_day: date, allowed: Allowed, office: Office, *, on: date) -> None:
    """Refuse a new date that is not later, or is no working day. Raises ``NewDayNotLater``, ``NewDayOff``."""
    if new_day <= max(allowed.due, on):
        raise refusals.NewDayNotLater(day=new_day, due=max(allowed.due, on))
    day = office.calendar.day(new_day)
    if not day.known or not day.counts:
        why = day.why if day.known else _("chưa có lịch nghỉ năm %s") % new_day.year
        following = office.calendar.next_working(new_day)
        shown = say.day(following.day) if following else _("một ngày trong năm đã có lịch")
        raise refusals.NewDayOff(day=new_day, why=why, next_day=shown)


def allowed_for(dossier: Dossier, office: Office, *, on: date) -> Allowed:
    """The law's limits for this dossier: the values in force when it was received. Raises ``NoDueDay``.

    NĐ 61/2018/NĐ-CP, Điều 19 khoản 9; NĐ 118/2025/NĐ-CP (``dossier.extension.*``).
    """
    if dossier.judged_due_on is None:
        raise refusals.NoDueDay(dossier=dossier.code)
    law = office.law(dossier.received_on or on)
    times, notice = law.values["dossier.extension.times"], law.values["dossier.extension.notice"]
    last = dossier.judged_due_on - timedelta(days=notice.whole)
    return Allowed(dossier.judged_due_on, last, times.whole, times, notice)


def source_of(value: Value) -> str:
    """The act and article of a value, and how sure it is when its text was not read."""
    said = ", ".join(part for part in (value.citation.number, value.citation.article) if part)
    unsure = {Sure.REPORTED: _("theo nguồn dẫn lại"), Sure.UNVERIFIED: _("chưa xác minh")}
    return f"{said}; {unsure[value.sure]}" if value.sure in unsure else said


def _require_running(dossier: Dossier) -> None:
    if dossier.status == Dossier.Status.WAITING:
        raise refusals.WaitsForCitizen(dossier=dossier.code)
    ended = (Dossier.Status.REFUSED, Dossier.Status.WITHDRAWN, Dossier.Status.RETURNED, Dossier.Status.READY)
    if dossier.settled_on is not None or dossier.status in ended or not dossier.present:
        raise refusals.NoLongerRunning(dossier=dossier.code)


def _form_name(form: str, on: date) -> str:
    if not form:
        return apology_form(on).value
    if form not in {one.value for one in apology_forms()}:
        raise refusals.FormUnknown()
    return form
