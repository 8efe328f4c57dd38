"""How a petition stands, in one shape and one word: what lists and pages show first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.petitions.lawful import counts_every_day
from chuan.petitions.models import Petition
from chuan.petitions.steps import LIFECYCLES, SOLVING_CLOCK
from chuan.rules.petitions import Kind
from chuan.rules.petitions.clocks import CLOCKS
from chuan.rules.working_time import Calendar
from chuan.ui import formatters as say
from chuan.ui import words

SOON = 3
"""Working days to the due day from which a petition is said to be due soon."""

CLOCK_TITLES = {one.key: one.title for one in CLOCKS}


@dataclass(frozen=True, slots=True)
class Said:
    """A shape of ``ui.words.SIGNS``, its words, and what has to be said beside it."""

    shape: str
    words: str
    note: str = ""


def verdict_of(petition: Petition, calendar: Calendar, *, on: date) -> Said:
    """The verdict of a petition on a day: its result once solved, else the deadline that is next."""
    if not petition.present:
        return Said("unmeasured", _("Nguồn không còn liệt kê"), _("không tính vào tỷ lệ"))
    if petition.repeat:
        return Said("unmeasured", _("Đơn gửi lại"), _("nhập vào đơn trước, không đếm"))
    if petition.kind == Kind.MIXED:
        done = petition.status == "divided"
        return Said("unmeasured", _("Đã tách")) if done else Said("running", _("Chờ tách"))
    if petition.settled_on is not None:
        return _settled(petition)
    if petition.decided not in ("", "accept"):
        return Said("unmeasured", upper_first(status_label(petition)), _("không giải quyết ở đây"))
    if petition.status == "suspended":
        return Said("paused", _("Tạm đình chỉ"), _("thời hạn dừng"))
    return _running(petition, calendar, on)


def soon_until(calendar: Calendar, *, on: date) -> date:
    """The last day that is said to be soon: the third working day from now; the day itself without a calendar."""
    day = on
    for _n in range(SOON):
        following = calendar.next_working(day)
        if following is None:
            return day
        day = following.day
    return day


def status_label(petition: Petition) -> str:
    """The stage in a few words, as its kind's table calls it."""
    known = LIFECYCLES[petition.kind].statuses.get(petition.status)
    return known.label if known else petition.status


def status_sentence(petition: Petition) -> str:
    """What the stage means, in one sentence."""
    known = LIFECYCLES[petition.kind].statuses.get(petition.status)
    return known.sentence if known else ""


def clock_title(key: str) -> str:
    """What a deadline is for: "thụ lý khiếu nại"."""
    return CLOCK_TITLES.get(key, "")


def upper_first(text: str) -> str:
    """The words as they begin a line; only the first letter changes."""
    return text[:1].upper() + text[1:]


def left_in_words(calendar: Calendar, on: date, due: date, *, plain: bool = False) -> str:
    """ "Còn 2 ngày làm việc", "Hôm nay", "Quá hạn 3 ngày làm việc".

    ``plain``: the law counts this period in calendar days, so "Quá hạn 95 ngày lịch"; so it is said too where no
    calendar is held.
    """
    if plain:
        return words.days_left((due - on).days, calendar=True)
    first, last = (on, due) if due >= on else (due, on)
    left = calendar.working_days(first, last)
    if left is None:
        return words.days_left((due - on).days, calendar=True)
    if left == 0 and due != on:
        return _("Quá hạn") if due < on else _("Hạn %s") % say.short_day(due)
    return words.days_left(left if due >= on else -left, working=True)


def _settled(petition: Petition) -> Said:
    days = abs(petition.late_days) if petition.late_days is not None else None
    plain = petition.due_basis == "law" and counts_every_day(petition, SOLVING_CLOCK.get(petition.kind, ""))
    match petition.outcome:
        case Petition.Outcome.EARLY:
            return Said("exceeded", words.days_late(-days, calendar=plain) if days else _("Trước hạn"))
        case Petition.Outcome.ON_TIME:
            return Said("met", _("Đúng hạn"))
        case Petition.Outcome.LATE:
            return Said("not_met", words.days_late(days, calendar=plain) if days else _("Trễ hạn"))
    return Said("unmeasured", _("Đã xong, không xét được"), _("không có hạn để so"))


def _running(petition: Petition, calendar: Calendar, on: date) -> Said:
    due = petition.next_due_on
    if petition.odd:
        return Said("unmeasured", _("Chưa xét được"), petition.odd)
    if due is None:
        return Said("unmeasured", _("Chưa có hạn"), _("chưa việc nào có hạn theo quy định"))
    plain = counts_every_day(petition, petition.next_clock)
    said = left_in_words(calendar, on, due, plain=plain)
    if due < on:
        return Said("overdue", said)
    if due == on:
        return Said("due_soon", _("Hạn hôm nay"))
    return Said("due_soon" if due <= soon_until(calendar, on=on) else "running", said)
