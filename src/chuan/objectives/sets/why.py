"""Why a promised figure differs between two sets, in words: corrections with their reasons, figures that came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chuan.objectives.models import Measurement
from chuan.rules.figure_sets import Cause, Difference, FigureChange, SetFigure, SetTarget
from chuan.rules.types import Period
from chuan.ui import words

_MOST = 4
"""Periods named one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the table of differences."""

    difference: Difference
    before: SetTarget | None
    after: SetTarget | None
    why: tuple[str, ...]


def rows(found: Iterable[Difference]) -> list[Shown]:
    """The differences with their reasons; one statement for all of them."""
    found = list(found)
    corrected = [
        change.after.uid
        for one in found
        for change in one.figures
        if change.cause is Cause.CORRECTED and change.after
    ]
    reasons = {
        str(uid): reason
        for uid, reason in Measurement.objects.filter(uid__in=corrected).values_list("uid", "reason")
    }
    return [Shown(one, one.before, one.after, tuple(_why(one, reasons))) for one in found]


def _why(one: Difference, reasons: Mapping[str, str]) -> Iterable[str]:
    if one.before is None:
        return [_("bộ trước không có chỉ tiêu này")]
    if one.after is None:
        return [_("bộ sau không còn chỉ tiêu này")]
    said = [_change(change, reasons) for change in one.figures[:_MOST]]
    if (more := len(one.figures) - _MOST) > 0:
        said.append(_("và %(n)s kỳ khác") % {"n": more})
    if one.promise_changed:
        said.append(_("mức phải đạt đã đổi"))
    if not said:
        said.append(_("số liệu như cũ; ngày xét hoặc cách kết luận khác"))
    return said


def _change(change: FigureChange, reasons: Mapping[str, str]) -> str:
    figure = change.after or change.before
    assert figure is not None
    period = _period(figure)
    if change.cause is Cause.ADDED:
        return _("thêm số %(period)s") % {"period": period}
    if change.cause is Cause.GONE:
        return _("không còn số %(period)s") % {"period": period}
    return _("sửa số %(period)s, vì: %(reason)s") % {
        "period": period, "reason": reasons.get(figure.uid, "") or _("không ghi lý do"),
    }  # fmt: skip


def _period(figure: SetFigure) -> str:
    of = Period(date.fromisoformat(figure.start), date.fromisoformat(figure.end))
    return words.period(of, with_year=False, cumulative=figure.cumulative)
