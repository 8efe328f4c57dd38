"""Who is behind, as one line a person or post; the text that reminds him; when he was reminded before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from chuan.objectives.models import Plan
from chuan.objectives.slips.owing import Owed
from chuan.people.models import Appointment, Official, Unit
from chuan.trail.models import Entry
from chuan.ui import formatters as say

VERB = "figures.remind"
_LISTED = 15


@dataclass(frozen=True)
class Behind:
    """Everything one person or post still owes, the longest waiting first."""

    key: str
    who: str
    address: str
    """The post that a reminder is addressed to; never a name."""
    figures: tuple[Owed, ...]
    on: date
    reminded: tuple[date, ...] = field(default=())
    """The days of the reminders on record, the last first."""

    @property
    def late(self) -> tuple[Owed, ...]:
        """Those past their day."""
        return tuple(one for one in self.figures if one.days_late(self.on))

    @property
    def days(self) -> int:
        """How long the oldest is late; 0 while none is."""
        return max((one.days_late(self.on) for one in self.figures), default=0)


def behind(unit: Unit, figures: Sequence[Owed], on: date) -> list[Behind]:
    """By who answers, whoever is latest first; three statements at most."""
    grouped: dict[str, list[Owed]] = {}
    for one in figures:
        grouped.setdefault(one.key, []).append(one)
    titles = _titles([some[0].official for some in grouped.values() if some[0].official], on)
    known = reminded({one.due.plan for one in figures})
    found = [
        Behind(key, some[0].who, _address(some[0], titles), tuple(some), on, known.get(key, ()))
        for key, some in grouped.items()
    ]
    return sorted(found, key=lambda one: (-one.days, -len(one.figures), one.who))


def text_of(one: Behind, unit: Unit, link: str) -> str:
    """What is pasted into a message: the post, the figures by name, period and day, the way there. No person in it."""
    listed = [f"- {_line(owed, one.on)}" for owed in one.figures[:_LISTED]]
    if (more := len(one.figures) - _LISTED) > 0:
        listed.append(_("- và %(n)s số liệu khác") % {"n": say.number(more)})
    facts = {"post": one.address, "n": say.number(len(one.figures)), "day": say.day(one.on)}
    return "\n".join([
        _("Kính gửi: %(post)s") % facts,
        _("Đến ngày %(day)s còn %(n)s số liệu mục tiêu chất lượng chưa nhập:") % facts,
        *listed,
        _("Nhập tại: %(link)s") % {"link": link},
        unit.committee,
    ])  # fmt: skip


def reminded(plans: Iterable[Plan]) -> dict[str, tuple[date, ...]]:
    """Days of reminders by whom they went to, the last first; one statement: the trail is the record of them."""
    rows = Entry.objects.filter(
        subject_kind="plan", subject_uid__in={plan.uid for plan in plans}, verb=VERB
    ).values_list("on", "detail__body")
    found: dict[str, set[date]] = {}
    for on, body in rows.order_by("at", "seq"):
        if body:
            found.setdefault(str(json.loads(body).get("to", "")), set()).add(on)
    return {key: tuple(sorted(days, reverse=True)) for key, days in found.items()}


def _line(owed: Owed, on: date) -> str:
    facts = {
        "label": owed.label, "name": owed.indicator.name, "period": owed.period, "due": say.day(owed.due.due_on),
        "days": say.number(owed.days_late(on)),
    }  # fmt: skip
    if owed.days_late(on):
        return _("%(label)s %(name)s, %(period)s: hạn %(due)s, trễ %(days)s ngày") % facts
    return _("%(label)s %(name)s, %(period)s: hạn %(due)s") % facts


def _address(owed: Owed, titles: Mapping[int, str]) -> str:
    if owed.official is not None:
        return titles.get(owed.official.pk, _("Công chức phụ trách chỉ tiêu"))
    return owed.post.title if owed.post is not None else _("Công chức văn phòng")


def _titles(officials: Sequence[Official], on: date) -> dict[int, str]:
    """The post that each holds on the day; one statement."""
    rows = Appointment.objects.on(on).filter(official__in=officials).select_related("post").order_by("-pk")
    return {one.official_id: one.post.title for one in rows}
