"""What a dossier or a late month says of itself when it is raised as a nonconformity: codes and days, never whose.

A month is proposed once it is over and more of its dossiers ended late than the practice lets pass
(``dossiers.late_month_percent``): a person decides whether that is a nonconformity.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.dossiers.models import Dossier
from chuan.dossiers.subjects import address_of
from chuan.offers import faults, subjects
from chuan.offers.faults import Facts, Proposal
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Unit
from chuan.people.practice import percent_of_practice
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.ui import formatters as say

MONTH, CASE, CLAUSE = "dossier_month", "dossier", "8.5.1"
PRACTICE, MEASURE = "dossiers.late_month_percent", "dossiers.on_time"
MONTHS_BACK, MOST = 12, 10
YEARS_BACK = 10
"""A month is known again by its uid as far back as this."""
_JUDGED = Q(outcome__in=("early", "on_time", "late"))
_LATE = Q(outcome="late")


def offer() -> None:
    """Offer it; called when the programme starts."""
    faults.register(CASE, tell_case)
    faults.register(MONTH, tell_month)
    faults.propose_with(propose)
    subjects.register(MONTH, months)


def tell_case(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """A dossier by code, procedure and days."""
    one = Dossier.objects.seen_by(viewer).filter(uid=uid).first()
    if one is None:
        return None
    lines = [
        (_("Thủ tục"), one.procedure_name),
        (_("Lĩnh vực"), one.field),
        (_("Tiếp nhận"), say.day(one.received_on) if one.received_on else ""),
        (_("Hạn"), say.day(one.judged_due_on) if one.judged_due_on else _("chưa có hạn")),
        (_("Xong"), say.day(one.settled_on) if one.settled_on else _("chưa xong")),
        (_("Kết quả"), one.get_outcome_display()),
        (_("Trễ"), _("%s ngày làm việc") % one.late_days if one.late_days and one.late_days > 0 else ""),
    ]
    label = f"{one.code} {one.procedure_name}".strip()[:300]
    return Facts(
        Subject(CASE, uid), label, address_of(uid), tuple(pair for pair in lines if pair[1]), clause=CLAUSE,
        found_on=one.settled_on,
    )  # fmt: skip


def tell_month(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """A month of the viewer's unit: how many were judged and late, of which procedures, the codes of the first."""
    month = month_of(uid, viewer.unit, viewer.on)
    if month is None:
        return None
    done = _done(Dossier.objects.seen_by(viewer), month)
    sums = done.aggregate(every=Count("pk", filter=_JUDGED), late=Count("pk", filter=_LATE))
    late = done.filter(_LATE)
    worst = late.values_list("procedure_name").annotate(n=Count("pk")).order_by("-n", "procedure_name")[:3]
    codes = list(late.order_by("judged_due_on", "pk").values_list("code", flat=True)[: MOST + 1])
    lines = [
        (_("Đã xong trong tháng, có hạn để so"), say.number(sums["every"])),
        (_("Trễ hạn"), say.number(sums["late"])),
        (_("Đúng hạn"), _share(sums["every"] - sums["late"], sums["every"])),
        (_("Trễ nhiều nhất ở thủ tục"), "; ".join(f"{name} ({n})" for name, n in worst)),
        (_("Mã hồ sơ trễ"), ", ".join(codes[:MOST]) + (" …" if len(codes) > MOST else "")),
    ]
    return Facts(
        Subject(MONTH, uid), _title(month), _address(month), tuple(pair for pair in lines if pair[1]), clause=CLAUSE,
        found_on=month.end,
    )  # fmt: skip


def propose(unit: Unit, on: date, at: datetime) -> Iterator[Proposal]:
    """Late ones of the last twelve whole months that the register speaks of; at most three statements."""
    rows = Dossier.objects.filter(owner_unit=unit, present=True, elsewhere=False)
    last = rows.aggregate(last=Max("settled_on"))["last"]
    if last is None:
        return
    past = list(_months(min(on, last.replace(day=1) + timedelta(days=31)), MONTHS_BACK))
    sums = rows.aggregate(
        **{f"all_{n}": Count("pk", filter=_JUDGED & _in(one)) for n, one in enumerate(past)},
        **{f"late_{n}": Count("pk", filter=_LATE & _in(one)) for n, one in enumerate(past)},
    )
    if not any(sums[f"late_{n}"] for n in range(len(past))):
        return
    most = percent_of_practice(PRACTICE, unit, on)
    for n, month in enumerate(past):
        every, late = sums[f"all_{n}"], sums[f"late_{n}"]
        if late * 100 > most * every:
            yield _proposal(unit, month, every, late)


def months(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Months of the viewer's unit by name."""
    found = {uid: month_of(uid, viewer.unit, viewer.on) for uid in uids}
    return {
        uid: Described(Subject(MONTH, uid), _title(month), _address(month), icon="folder2-open", settled=True)
        for uid, month in found.items()
        if month is not None
    }


def uid_of(unit: Unit, month: Period) -> uuid.UUID:
    """A month of a unit always has the same uid."""
    return uuid.uuid5(unit.uid, f"{MONTH} {month.start:%Y-%m}")


def month_of(uid: uuid.UUID, unit: Unit, on: date) -> Period | None:
    """The month of the unit with this uid."""
    return next((one for one in _months(on, YEARS_BACK * 12) if uid_of(unit, one) == uid), None)


def _proposal(unit: Unit, month: Period, every: int, late: int) -> Proposal:
    words = _("%(title)s: %(late)s trong %(every)s hồ sơ đã xong bị trễ hạn, đúng hạn %(share)s.") % {
        "title": _title(month), "late": say.number(late), "every": say.number(every),
        "share": _share(every - late, every),
    }  # fmt: skip
    uid = uid_of(unit, month)
    return Proposal(f"{MONTH}.{uid}", Subject(MONTH, uid), words, _address(month), month.end, CLAUSE, MEASURE)


def _done(rows: QuerySet[Dossier], month: Period) -> QuerySet[Dossier]:
    return rows.filter(_in(month), present=True, elsewhere=False).order_by()


def _in(month: Period) -> Q:
    return Q(settled_on__gte=month.start, settled_on__lt=month.end)


def _months(on: date, count: int) -> Iterator[Period]:
    """The last so many whole months before the day, the latest first."""
    first = on.replace(day=1)
    for _n in range(count):
        last = first - timedelta(days=1)
        yield Period(last.replace(day=1), first)
        first = last.replace(day=1)


def _share(part: int, whole: int) -> str:
    return f"{say.share(part, whole)} ({say.fraction(part, whole)})" if whole else _("chưa đo được")


def _title(month: Period) -> str:
    return _("Hồ sơ tháng %(month)s/%(year)s") % {"month": month.start.month, "year": month.start.year}


def _address(month: Period) -> str:
    return f"/ho-so/?nam={month.start.year}&ky={month.start.month:02d}&theo=xong&ket_qua=tre"
