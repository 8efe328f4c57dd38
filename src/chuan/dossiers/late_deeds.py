"""Dossiers that ended late in an official's hands, beside his assessment: whose fault it was is left to people.

The official is whom the source names as handler, as a person confirmed; a dossier counts in the period it was done
in, and one still in work in the period it was due in. Lateness by the one day it is judged by, so the time that the
law does not count (papers asked for) is out already; of what is late it is told apart which was late because of
others, by the causes recorded (``reports.outside``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.clocks.offices import calendar_of
from chuan.dossiers.measures import coverage
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.reports.outside import OUTSIDE, Lateness, Wait, caused_outside
from chuan.offers import deeds
from chuan.offers.deeds import MOST, Asked, Deed, Line
from chuan.offers.measures import Scope
from chuan.offers.subjects import Subject
from chuan.ui import formatters as say

KEY = "dossiers.late"
_JUDGED = Q(outcome__in=("early", "on_time", "late"))
_LATE = Q(outcome="late")


class LateDossiers:
    """Late ones of those done in the period, and those overdue and not done."""

    key = KEY
    kinds: Collection[str] = frozenset({"dossier"})

    def deeds(self, asked: Asked) -> Sequence[Deed]:
        """Ten statements at most: totals, rows, recorded causes, the calendar, which days files speak of."""
        done, overdue = _done(asked), _overdue(asked)
        his = Dossier.objects.filter(
            Q(unit=asked.unit) | Q(owner_unit=asked.unit), handler=asked.official, present=True, elsewhere=False
        ).exclude(status=Dossier.Status.WITHDRAWN)  # fmt: skip
        sums = his.aggregate(
            all=Count("pk", filter=done & _JUDGED), late=Count("pk", filter=done & _LATE),
            open=Count("pk", filter=overdue), blind=Count("pk", filter=done & ~_JUDGED),
        )  # fmt: skip
        lacking = _lacking(asked)
        if not sums["all"] and not sums["open"]:
            words = _(
                "Hồ sơ: chưa đo được, không hồ sơ nào đã xong hoặc quá hạn trong kỳ ghi người này xử lý. %s"
            )
            return [Deed(KEY, _("Hồ sơ trễ hạn"), (words % lacking).strip())]
        outside = _outside(his.filter(done & _LATE), asked) if sums["late"] else frozenset()
        late = his.filter(done & _LATE | overdue) if sums["late"] or sums["open"] else his.none()
        own = sums["late"] - len(outside)
        words = " ".join(part for part in (_words(sums, own), lacking) if part)
        return [Deed(KEY, _("Hồ sơ trễ hạn"), words, own, sums["all"], _lines(late, outside))]


def _done(asked: Asked) -> Q:
    return Q(settled_on__gte=asked.period.start, settled_on__lt=asked.period.end)


def _overdue(asked: Asked) -> Q:
    """Due in the period, over, in work, and not waiting for the citizen."""
    working = (Dossier.Status.RUNNING, Dossier.Status.UNKNOWN)
    until = min(asked.period.end, asked.on)
    return Q(
        settled_on__isnull=True, status__in=working, judged_due_on__gte=asked.period.start, judged_due_on__lt=until
    )  # fmt: skip


def _words(sums: dict[str, int], own: int) -> str:
    told = {
        "late": say.number(sums["late"]), "all": say.number(sums["all"]), "own": say.number(own),
        "outside": say.number(sums["late"] - own), "open": say.number(sums["open"]),
        "blind": say.number(sums["blind"]),
    }  # fmt: skip
    parts = [_("Hồ sơ: %(late)s trễ hạn trong %(all)s hồ sơ đã xong trong kỳ do người này xử lý.") % told]
    if sums["late"]:
        parts.append(
            _(
                "%(outside)s hồ sơ trễ do chờ bên ngoài, theo nguyên nhân đã ghi; %(own)s hồ sơ chưa ghi nguyên nhân "
                "bên ngoài."
            )
            % told
        )
    if sums["open"]:
        parts.append(_("%(open)s hồ sơ có hạn trong kỳ đã quá hạn và chưa xong.") % told)
    if sums["blind"]:
        parts.append(_("%(blind)s hồ sơ đã xong không có hạn để so, không tính.") % told)
    return " ".join(parts)


def _outside(late: QuerySet[Dossier], asked: Asked) -> frozenset[int]:
    """Keys of those late because of others."""
    waits: dict[tuple[int, Lateness], list[Wait]] = defaultdict(list)
    events = CaseEvent.objects.filter(
        dossier__in=late, verb=CaseEvent.Verb.CAUSE, cause__in=OUTSIDE, voided_by__isnull=True
    )
    told = events.values_list(
        "dossier_id", "occurred_on", "until_on", "dossier__received_on", "dossier__judged_due_on",
        "dossier__settled_on",
    )  # fmt: skip
    for pk, first, last, received, due, settled in told:
        if received and due and settled:
            waits[pk, Lateness(received, due, settled)].append((first, last))
    if not waits:
        return frozenset()
    calendar = calendar_of(asked.unit)
    return frozenset(pk for (pk, days), found in waits.items() if caused_outside(days, found, calendar))


def _lines(late: QuerySet[Dossier], outside: frozenset[int]) -> list[Line]:
    rows = late.order_by("judged_due_on", "pk").only(
        "uid", "code", "judged_due_on", "settled_on", "late_days"
    )
    return [Line(Subject("dossier", one.uid), one.code, _note(one, one.pk in outside)) for one in rows[:MOST]]


def _note(one: Dossier, outside: bool) -> str:
    return ", ".join(_notes(one.judged_due_on, one.settled_on, one.late_days, outside))


def _notes(due: date | None, done: date | None, days: int | None, outside: bool) -> list[str]:
    told = [_("hạn %s") % say.day(due), _("xong %s") % say.day(done) if done else _("chưa xong")]
    if done and days and days > 0:
        told.append(_("trễ %s ngày làm việc") % say.number(days))
    if outside:
        told.append(_("do chờ bên ngoài theo nguyên nhân đã ghi"))
    return told


def _lacking(asked: Asked) -> str:
    """Days of the period that no file speaks of, as a sentence; "" where every day is told of."""
    scope = Scope(asked.unit.uid, asked.period, asked.at)
    found = coverage.obstacles(scope, coverage.Wanted())
    return found[0].sentence[:1].upper() + found[0].sentence[1:] if found else ""


def offer() -> None:
    """Offer it; called when the programme starts."""
    deeds.register(LateDossiers(), place=10)
