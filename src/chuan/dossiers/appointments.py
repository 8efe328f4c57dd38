"""“Hẹn ngày nào?”: a procedure and a moment of receipt become the date to write on the appointment slip."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.clocks.offices import office_of
from chuan.dossiers.limit_words import CHANNEL_WORDS, limit_in_words, time_in_words
from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit
from chuan.dossiers.versions_shown import ShownLimit, shown_limit
from chuan.law.dossier_clock import DossierDates, dossier_dates
from chuan.offers import rooms
from chuan.people.models import Unit, UnitCode
from chuan.rules.deadlines import ClockUnit, Happening, LedgerLine, Step
from chuan.rules.vietnamese import fold
from chuan.ui import formatters as say

MOST_FOUND = 20
MOST_OFFERED = 600
_Status = ProcedureVersion.Status


@dataclass(frozen=True)
class Choice:
    """One time limit to choose from."""

    key: str
    words: str


@dataclass(frozen=True)
class Appointment:
    """What the page says: the date in words, three lines of why, what to remark, which papers to bring."""

    procedure: Procedure
    version: ProcedureVersion
    limit: TimeLimit | None
    limits: list[ShownLimit]
    received: datetime
    confirmed: bool
    time: str
    due: datetime | None
    due_words: str
    lines: tuple[str, ...]
    transfer: str
    remarks: tuple[str, ...]
    ledger: tuple[tuple[str, str, str], ...]
    papers: list[str]
    choices: tuple[Choice, ...]


def unit_for(code: str, *, on: date) -> tuple[Unit | None, list[Unit]]:
    """The unit a stranger asks about: the only valid one, or the one with this code; and all there are."""
    units = [*Unit.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on).order_by("name")]
    units = [one for one in units if one.kind != "province" and rooms.is_on(unit_for, one, on)]
    if len(units) == 1:
        return units[0], units
    with_code = UnitCode.objects.filter(unit__in=units, code=code).values_list("unit_id", flat=True)
    found = [one for one in units if one.pk in set(with_code)] if code else []
    return (found[0] if len(found) == 1 else None), units


def offered(unit: Unit) -> list[Procedure]:
    """Procedures of the unit that some version speaks for."""
    known = ProcedureVersion.objects.exclude(status=_Status.REJECTED).values("procedure_id")
    return [*unit.procedures.filter(pk__in=known).order_by("name", "code")[:MOST_OFFERED]]


def sought(unit: Unit, typed: str) -> list[Procedure]:
    """The procedures that the typed text means: the one whose code it begins with, else all with its words."""
    first = typed.split(" ", 1)[0].strip(" –-")
    known = ProcedureVersion.objects.exclude(status=_Status.REJECTED).values("procedure_id")
    procedures = unit.procedures.filter(pk__in=known).order_by("name", "code")
    exact = [*procedures.filter(code=first)]
    if exact or not fold(typed):
        return exact
    for word in fold(typed).split():
        procedures = procedures.filter(folded__contains=word)
    return [*procedures[: MOST_FOUND + 1]]


def appointment(
    procedure: Procedure, received: datetime, *, channel: str = "", limit_key: str = ""
) -> Appointment | None:
    """The date for a dossier of this procedure received at a moment; None when no version speaks for that day.

    Raises ``LawNotHeld`` for a moment before the first act that is held.
    """
    on = received.date()
    version = _version(procedure, on)
    if version is None:
        return None
    limits = sorted(version.limits.all(), key=lambda one: one.pk)
    fitting = _of_channel(limits, channel)
    limit = _chosen(fitting, limit_key)
    usable = limit is not None and limit.total is not None and bool(limit.unit) and not limit.doubt
    dates = _dates(procedure.unit, limit, received) if limit is not None and usable else None
    return Appointment(
        procedure=procedure,
        version=version,
        limit=limit,
        limits=[shown_limit(one) for one in limits],
        received=received,
        confirmed=version.status == _Status.CONFIRMED,
        time=time_in_words(limit.total, limit.unit) if limit else "",
        due=dates.reading.lawful_due if dates else None,
        due_words=_due_words(dates, limit) if dates and limit else "",
        lines=tuple(_lines(dates)) if dates else (),
        transfer=_transfer(dates, received) if dates else "",
        remarks=tuple(_remarks(dates)) if dates else (),
        ledger=tuple(_ledger(dates.reading.lines)) if dates else (),
        papers=list(json.loads(version.components)),
        choices=tuple(Choice(str(one.pk), limit_in_words(one)) for one in fitting)
        if len(fitting) > 1
        else (),
    )


def repealed(procedure: Procedure, on: date) -> ProcedureVersion | None:
    """The version that ended by an act before the day, where nothing came after it."""
    ended = procedure.versions.filter(status=_Status.CONFIRMED, valid_to__lte=on).exclude(ended_by="")
    return ended.order_by("-valid_to").first()


def channel_words() -> list[tuple[str, str]]:
    """Channels to choose from."""
    return [(key, str(words)) for key, words in CHANNEL_WORDS.items()]


def _version(procedure: Procedure, on: date) -> ProcedureVersion | None:
    """The confirmed version in force on the day; else the proposal, which is shown as one."""
    rows = procedure.versions.prefetch_related("limits").order_by("-valid_from", "-number")
    in_force = rows.filter(
        Q(valid_to=None) | Q(valid_to__gt=on), valid_from__lte=on, status=_Status.CONFIRMED
    ).first()
    if in_force is not None:
        return in_force
    if repealed(procedure, on) is not None:
        return None
    return rows.filter(status=_Status.PROPOSED).first()


def _of_channel(limits: Sequence[TimeLimit], channel: str) -> list[TimeLimit]:
    """The limits of a channel, else those of every channel, else all; one alone where all take the same time."""
    found = [one for one in limits if one.channel == channel] or [one for one in limits if not one.channel]
    found = found or [*limits]
    same = len({(one.total, one.unit, one.doubt) for one in found}) == 1
    return found[:1] if same and not any(one.case for one in found) else found


def _chosen(limits: Sequence[TimeLimit], key: str) -> TimeLimit | None:
    if len(limits) == 1:
        return limits[0]
    return next((one for one in limits if str(one.pk) == key), None)


def _dates(unit: Unit, limit: TimeLimit, received: datetime) -> DossierDates:
    office = office_of(unit)
    happenings = [Happening(received, Step.RECEIVED)]
    return dossier_dates(
        office.law(received.date()),
        office.calendar,
        ClockUnit(limit.unit),
        limit.total or 0,
        happenings,
        at=received,
    )


def _due_words(dates: DossierDates, limit: TimeLimit) -> str:
    due = dates.reading.lawful_due
    if due is None:
        return ""
    at = say.clock(due)
    day = say.weekday(due, with_year=True)
    return _("%(at)s %(day)s") % {"at": at, "day": day} if limit.unit == "working_hour" else day


def _lines(dates: DossierDates) -> list[str]:
    """The ledger in three lines: when it starts, what counts, what does not."""
    lines = dates.reading.lines
    counted = [line for line in lines if line.counted]
    skipped = [line for line in lines if not line.counted]
    first = lines[0] if lines else None
    start = _("Nhận %(moment)s") % {"moment": say.moment(dates.story.happenings[0].at)}
    if first is not None and not first.counted:
        start = _("%(start)s (%(why)s).") % {"start": start, "why": first.why}
        skipped = [line for line in skipped if line is not first]
    else:
        start = _("%s: tính từ lúc nhận.") % start
    return [start, _counted(dates, counted), *_skipped(skipped)]


def _counted(dates: DossierDates, counted: Sequence[LedgerLine]) -> str:
    time = time_in_words(dates.reading.rule.total, str(dates.reading.rule.unit))
    if not counted:
        return _("Tính %s: trả kết quả trong ngày nhận.") % time
    if len(counted) <= 5:
        days = ", ".join(say.short_day(line.day) for line in counted)
    else:
        days = _("từ %(first)s đến %(last)s") % {
            "first": say.day(counted[0].day),
            "last": say.day(counted[-1].day),
        }
    return _("Tính %(time)s: %(days)s.") % {"time": time, "days": days}


def _skipped(skipped: Sequence[LedgerLine]) -> list[str]:
    if not skipped:
        return [_("Không có ngày nghỉ nào ở giữa.")]
    named = sorted(skipped, key=lambda line: line.why)
    groups = {why: [*rows] for why, rows in groupby(named, key=lambda line: line.why)}
    told = [
        f"{', '.join(say.short_day(row.day) for row in rows[:3])}{'…' if len(rows) > 3 else ''} ({why})"
        for why, rows in sorted(groups.items(), key=lambda item: item[1][0].day)
    ]
    return [_("Không tính %(n)s ngày: %(days)s.") % {"n": len(skipped), "days": "; ".join(told)}]


def _transfer(dates: DossierDates, received: datetime) -> str:
    """When it is passed on at the latest, where it came after the cutoff; this moves no due date."""
    cutoff = dates.law.transfer_cutoff
    if dates.transfer_due is None or say.local(received).time() <= cutoff:
        return ""
    words = _(
        "Nhận sau %(cutoff)s: chuyển hồ sơ đến bộ phận chuyên môn đầu giờ %(at)s %(day)s. Ngày hẹn trả không đổi."
    )
    due = dates.transfer_due
    return words % {
        "cutoff": f"{cutoff:%H:%M}", "at": say.clock(due), "day": say.weekday(due, with_year=True)
    }  # fmt: skip


def _remarks(dates: DossierDates) -> list[str]:
    told = [one.text for one in dates.remarks]
    other = _("Nếu %(rule)s thì hạn là %(due)s; cách này chưa xác minh, không dùng.")
    for one in dates.alternatives:
        due = say.day(one.due.date()) if one.due else "–"
        told.append(other % {"rule": one.rule, "due": due})
    return told


def _ledger(lines: Sequence[LedgerLine]) -> list[tuple[str, str, str]]:
    """Day by day: the day, counted or not, why."""
    return [
        (say.weekday(line.day, with_year=True), _("tính") if line.counted else _("không tính"), line.why)
        for line in lines
    ]
