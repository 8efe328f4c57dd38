"""How a dossier stands, in one shape and one word: what is shown first everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.dossiers.actions.causes import RUNNING
from chuan.dossiers.models import Dossier
from chuan.rules.working_time import Calendar
from chuan.ui import formatters as say
from chuan.ui import words

SOON = 3
"""Working days to the due day from which a dossier is said to be due soon."""


@dataclass(frozen=True, slots=True)
class Said:
    """A shape of ``ui.words.SIGNS``, its words, and what has to be said beside it."""

    shape: str
    words: str
    note: str = ""


def verdict_of(dossier: Dossier, calendar: Calendar, *, on: date) -> Said:
    """The verdict of a dossier on a day. Late is only what is later than ``judged_due_on``."""
    if excluded := _excluded(dossier):
        return excluded
    if dossier.settled_on is not None:
        return _settled(dossier)
    if dossier.status == Dossier.Status.WAITING:
        return Said("paused", _("Chờ người dân bổ sung"), _("thời gian chờ không tính"))
    if dossier.status not in RUNNING:
        said = str(dossier.get_status_display())
        return Said(
            "unmeasured", said[:1].upper() + said[1:], _("nguồn chưa ghi ngày xong nên chưa xét được")
        )
    return _running(dossier, calendar, on)


def due_soon_until(calendar: Calendar, *, on: date) -> date:
    """The last day that is said to be soon: the third working day from now; today where no calendar is held."""
    day = on
    for _n in range(SOON):
        following = calendar.next_working(day)
        if following is None:
            return day
        day = following.day
    return day


def days_to(calendar: Calendar, on: date, due: date) -> int | None:
    """Working days from today to the due day; below 0 how many it is overdue; None without the year's calendar."""
    if due >= on:
        return calendar.working_days(on, due)
    over = calendar.working_days(due, on)
    return -over if over is not None else None


def left_in_words(calendar: Calendar, on: date, due: date) -> str:
    """ "Còn 2 ngày", "Hôm nay", "Quá hạn 3 ngày": working days, or said so when they are not."""
    left = days_to(calendar, on, due)
    if left is None:
        return words.days_left((due - on).days, calendar=True)
    if left == 0 and due != on:
        return _("Quá hạn") if due < on else _("Hạn %s") % say.short_day(due)
    return words.days_left(left)


def _excluded(dossier: Dossier) -> Said | None:
    """Those that no rate counts, each with its reason."""
    if not dossier.present:
        return Said("unmeasured", _("Nguồn không còn liệt kê"), _("không tính vào tỷ lệ"))
    if dossier.elsewhere:
        return Said(
            "unmeasured", _("Đơn vị khác giải quyết"), _("nộp tại quầy này, không tính vào tỷ lệ ở đây")
        )
    if dossier.status == Dossier.Status.WITHDRAWN:
        return Said("unmeasured", _("Người dân rút"), _("không tính vào tỷ lệ"))
    if dossier.status == Dossier.Status.REFUSED and dossier.settled_on is None:
        return Said("unmeasured", _("Từ chối, không ghi ngày"), _("không có ngày nên không xét được"))
    return None


def _settled(dossier: Dossier) -> Said:
    note = _("từ chối giải quyết, vẫn xét hạn như hồ sơ đã giải quyết")
    beside = note if dossier.status == Dossier.Status.REFUSED else ""
    days = abs(dossier.late_days) if dossier.late_days is not None else None
    match dossier.outcome:
        case Dossier.Outcome.EARLY:
            return Said("exceeded", words.days_late(-days) if days else _("Trước hạn"), beside)
        case Dossier.Outcome.ON_TIME:
            return Said("met", _("Đúng hạn"), beside)
        case Dossier.Outcome.LATE:
            return Said("not_met", words.days_late(days) if days else _("Trễ hạn"), beside)
    return Said("unmeasured", _("Đã xong, không xét được"), _("chưa có ngày hạn để so"))


def _running(dossier: Dossier, calendar: Calendar, on: date) -> Said:
    due = dossier.judged_due_on
    if due is None:
        return Said("unmeasured", _("Chưa có hạn"), _("chưa có ngày hẹn, chưa có thời hạn được xác nhận"))
    said = left_in_words(calendar, on, due)
    if due < on:
        return Said("overdue", said)
    if due == on:
        return Said("due_soon", _("Hạn hôm nay"))
    soon = due <= due_soon_until(calendar, on=on)
    return Said("due_soon", _("Sắp đến hạn: %s") % say_lower(said)) if soon else Said("running", said)


def say_lower(text: str) -> str:
    """The words as they stand inside a sentence."""
    return text[:1].lower() + text[1:]
