"""``chuan deadline``: the dates of one dossier with their ledger, without a database."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, datetime
from typing import Any

from chuan.law.calendars import national_calendar, office_hours
from chuan.law.clock_rules import DossierLaw, dossier_law, portal_value, unit_value
from chuan.law.dossier_clock import DossierDates, dossier_dates
from chuan.rules.deadlines import ClockUnit, Happening, Step
from chuan.rules.deadlines.spelling import read_moment, read_period, read_step, settle
from chuan.rules.law import Value
from chuan.rules.refusals.clocks import ReceiptMissing
from chuan.rules.types import Citation, Sure
from chuan.rules.wording import said
from chuan.rules.working_time import VIETNAM, Calendar

_STATES = {
    "running": "đang chạy", "due_soon": "sắp đến hạn", "overdue": "quá hạn", "waiting": "đang chờ", "ended": "đã xong",
}  # fmt: skip
_OUTCOMES = {"early": "trước hạn", "on_time": "đúng hạn", "late": "trễ hạn"}


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("--received", default="", help="thời điểm tiếp nhận, ví dụ 2021-04-28T10:00")
    verb.add_argument("--period", default="", help="thời hạn: 5 working_day, 30 calendar_day, 4 working_hour")
    verb.add_argument("--law-date", default="", help="ngày áp dụng pháp luật (mặc định: ngày tiếp nhận)")
    verb.add_argument("--event", action="append", default=[], metavar="VIỆC@THỜI ĐIỂM",
                      help="ví dụ asked@2021-05-04T09:00, prolonged:3@…, apologised:2021-05-12@…")  # fmt: skip
    verb.add_argument("--at", default="", help="xem tại thời điểm này (mặc định: bây giờ)")
    verb.add_argument("--hours", default="", help="giờ làm việc của đơn vị: 07:30-11:30,13:30-17:00")
    verb.add_argument("--override", action="append", default=[], metavar="KHÓA=GIÁ TRỊ; VĂN BẢN",
                      help="quy định riêng của đơn vị thay cho quy định chưa xác minh")  # fmt: skip
    verb.add_argument("--json", action="store_true")


def deadline(given: argparse.Namespace) -> int:
    """Print the dates. Bad input is a `Refused` with a Vietnamese sentence."""
    dates = _reckon(given, now=datetime.now(VIETNAM))
    for remark in dates.remarks:
        if remark.code == "calendar_missing":
            sys.stderr.write(f"{remark.text}\n")
    printed = json.dumps(to_json(dates), ensure_ascii=False, indent=2) if given.json else summary(dates)
    sys.stdout.write(f"{printed}\n")
    return 0


def _reckon(given: argparse.Namespace, *, now: datetime) -> DossierDates:
    unit, total = read_period(given.period)
    calendar = _calendar(given)
    steps = _happenings(given, calendar, unit)
    first = min(one.at for one in steps if one.step is Step.RECEIVED)
    at = max(first, _moment(given.at, calendar, unit)) if given.at else max(now, *(one.at for one in steps))
    law_day = read_moment(given.law_date).day if given.law_date else first.date()
    return dossier_dates(_law(law_day, given.override), calendar, unit, total, steps, at=at)


def _calendar(given: argparse.Namespace) -> Calendar:
    calendar = national_calendar()
    if not given.hours:
        return calendar
    own = office_hours(given.hours, date(1990, 1, 1), Citation(number="giờ làm việc do người dùng nêu"))
    return calendar.with_hours((own,))


def _law(on: date, typed: list[str]) -> DossierLaw:
    overrides: dict[str, list[Value]] = {}
    for one in typed:
        key, value = unit_value(one, on)
        overrides.setdefault(key, []).append(value)
    return dossier_law(on, overrides)


def _happenings(given: argparse.Namespace, calendar: Calendar, unit: ClockUnit) -> list[Happening]:
    steps = [read_step(text, calendar, unit) for text in given.event]
    if given.received:
        at = settle(read_moment(given.received), calendar, unit, opening=True)
        steps.insert(0, Happening(at, Step.RECEIVED))
    if all(one.step is not Step.RECEIVED for one in steps):
        raise ReceiptMissing
    return steps


def _moment(text: str, calendar: Calendar, unit: ClockUnit) -> datetime:
    return settle(read_moment(text), calendar, unit, opening=False)


def to_json(dates: DossierDates) -> dict[str, Any]:
    """Everything as plain values. Dates of day counts are days; those of hour counts have their time."""
    reading, unit = dates.reading, dates.reading.rule.unit
    done = dates.outcome
    return {
        "lawful_due": _shown(reading.lawful_due, unit),
        "lawful_due_at": _iso(reading.lawful_due),
        "first_promise": _shown(dates.first_promise, unit),
        "appointment": reading.appointment.isoformat() if reading.appointment else None,
        "settled_at": _iso(_settled(dates)),
        "state": str(reading.state),
        "outcome": str(done.ending) if done else None,
        "outcome_days": done.days if done else None,
        "holder": reading.holder,
        "at": _iso(dates.at),
        "period": {"unit": str(unit), "total": reading.rule.total, "used": reading.used},
        "law_date": dates.law.on.isoformat(),
        "transfer_due": _iso(dates.transfer_due),
        "counted_by": reading.counted_by(),
        "alternatives": [
            {"rule": one.rule, "due": _shown(one.due, unit), "source": _source(one.value.citation),
             "sure": str(one.value.sure)} for one in dates.alternatives
        ],
        "portal": {
            "verdict": str(dates.portal.state), "end": _iso(dates.portal.end), "why": dates.portal.why,
            "subtracted_minutes": int(dates.portal.subtracted.total_seconds()) // 60,
            "source": _source(portal_value().citation),
        },
        "warnings": [{"code": one.code, "text": one.text} for one in dates.remarks],
        "ledger": [
            {"date": one.day.isoformat(), "round": one.round, "holder": one.holder, "counted": one.counted,
             "amount": one.amount, "why": one.why, "source": _source(one.source)} for one in reading.lines
        ],
        "sources": _sources(dates),
    }  # fmt: skip


def _shown(at: datetime | None, unit: ClockUnit) -> str | None:
    if at is None:
        return None
    return f"{at:%Y-%m-%dT%H:%M}" if unit is ClockUnit.WORKING_HOUR else at.date().isoformat()


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(VIETNAM).isoformat(timespec="minutes") if at else None


def _settled(dates: DossierDates) -> datetime | None:
    ends = (Step.FINISHED, Step.WITHDRAWN)
    return next((one.at for one in dates.story.happenings if one.step in ends), None)


def _source(citation: Citation) -> str:
    return f"{citation.number}, {citation.article}" if citation.article else citation.number


def _sources(dates: DossierDates) -> list[dict[str, str]]:
    """Every source the ledger names, once, with how sure it is; then the rules of the case."""
    days = [dates.calendar.day(one.day) for one in dates.reading.lines]
    sure: dict[Citation, Sure] = {day.source: day.sure for day in days}
    rules = [
        dates.law.values[key] for key in ("dossier.day_zero", "dossier.supplement", "dossier.transfer.cutoff")
    ]
    sure |= {value.citation: value.sure for value in dates.law.values.values()}
    named = dict.fromkeys(
        [*(one.source for one in dates.reading.lines), *(value.citation for value in rules)]
    )
    return [
        {"act": one.number, "article": one.article, "sure": str(sure.get(one, dates.reading.rule.sure))}
        for one in named
    ]


def summary(dates: DossierDates) -> str:
    """The answer as a person reads it: dates, state, remarks, then the ledger."""
    reading = dates.reading
    lines = [
        f"Hạn theo quy định: {_said(reading.lawful_due)}",
        f"Ngày hẹn đầu:      {_said(dates.first_promise)}",
        f"Ngày hẹn lại:      {said(reading.appointment) if reading.appointment else 'không có'}",
        f"Chuyển xử lý:      {_said(dates.transfer_due)}",
        f"Tình trạng:        {_STATES[reading.state]}{_ended(dates)}",
        *(f"Cách tính khác:    {one.rule}: {_said(one.due)}" for one in dates.alternatives),
        *(f"Lưu ý:             {one.text}" for one in dates.remarks),
        "",
    ]
    for one in reading.lines:
        mark = f"+{one.amount}" if one.counted else "–"
        lines.append(f"{one.day:%d/%m/%Y}  vòng {one.round}  {mark:>4}  {one.why}  [{_source(one.source)}]")
    return "\n".join(lines)


def _said(at: datetime | None) -> str:
    return f"{at:%d/%m/%Y %H:%M}" if at else "chưa có"


def _ended(dates: DossierDates) -> str:
    if dates.outcome is None:
        return ""
    days = f" {dates.outcome.days} ngày làm việc" if dates.outcome.days else ""
    return f", {_OUTCOMES[dates.outcome.ending]}{days}"
