"""Handing out the year's report: what was printed and where the trail stood go on record."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.objectives.models import FigureSet, Plan
from chuan.objectives.refusals import ReportOfTomorrow
from chuan.objectives.sets.marking import house_mark
from chuan.objectives.sets.reading import read_set
from chuan.objectives.year_report import heads_of, report_docx, report_pdf
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.trail.actions import act
from chuan.trail.models import Anchor, Head

Form: TypeAlias = Literal["pdf", "docx"]

_MAKERS = {"pdf": report_pdf, "docx": report_docx}
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A report as handed out: the file, its name and its content type."""

    data: bytes
    name: str
    content_type: str


def print_year_report(plan: Plan, *, form: Form, by: Viewer, at: datetime, on: date | None = None) -> Printed:
    """Print the report of the plan's year, and anchor the trail's heads printed on it.

    ``on`` is the day up to which it speaks: today, or a day before. Typesetting is done before
    the transaction. Raises ``NotFound`` for a plan of another unit, ``ReportOfTomorrow``.
    """
    if by.unit.pk != plan.owner_unit_id:
        raise refusals.NotFound(thing=_("báo cáo này"))
    today = timezone.localtime(at).date()
    if on is not None and on > today:
        raise ReportOfTomorrow(day=on)
    heads = heads_of(plan, on=today)
    data = _MAKERS[form](plan, on=on or today, by=by, trail_heads=heads, made_on=today)
    printed = Printed(data, f"bao-cao-muc-tieu-chat-luong-{plan.year}.{form}", _TYPES[form])
    with act("plan.report", Subject("plan", plan.uid), by=by, unit_uid=plan.owner_unit.uid, at=at) as doing:
        doing.detail = {"year": plan.year, "judged_on": (on or today).isoformat(), **_told(printed, heads)}
        _anchor(printed, heads, at=at)
    return printed


def print_set_report(found: FigureSet, *, form: Form, by: Viewer, at: datetime) -> Printed:
    """Print the report of a frozen set, and anchor the trail's heads printed on it; the house's key is at hand then.

    Raises ``NotFound`` for a set of another unit, ``FigureKeyUnsafe``.
    """
    plan = found.plan
    if by.unit.pk != plan.owner_unit_id:
        raise refusals.NotFound(thing=_("báo cáo này"))
    today = timezone.localtime(at).date()
    house_mark()
    heads, frozen = heads_of(plan, on=today), read_set(found)
    data = _MAKERS[form](plan, on=found.on, by=by, trail_heads=heads, made_on=today, frozen=frozen)
    printed = Printed(
        data, f"bao-cao-muc-tieu-{plan.year}-{found.on:%Y%m%d}-{found.digest[:8]}.{form}", _TYPES[form]
    )
    with act("figure_set.report", Subject("figure_set", found.uid), by=by, unit_uid=plan.owner_unit.uid,
             at=at) as doing:  # fmt: skip
        doing.detail = {"set_digest": found.digest, **_told(printed, heads)}
        _anchor(printed, heads, at=at)
    return printed


def _told(printed: Printed, heads: Sequence[Head]) -> dict[str, object]:
    return {
        "file": printed.name,
        "sha256": hashlib.sha256(printed.data).hexdigest(),
        "heads": [f"{head.chain}#{head.seq}" for head in heads],
    }


def _anchor(printed: Printed, heads: Sequence[Head], *, at: datetime) -> None:
    where = f"{printed.name} · {timezone.localtime(at):%d/%m/%Y %H:%M}"
    Anchor.objects.bulk_create(
        Anchor(chain=head.chain, seq=head.seq, hash=head.hash, where=where, at=at) for head in heads
    )
