"""Calendars: time limits rest on them, so a person of the office confirms each year."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.clocks.offices import calendar_of
from chuan.offers.examinations import Examination, Finding, Looking, fine, look, offer
from chuan.people.models import Unit

NEXT_YEAR_FROM = 12
"""From this month on the next year's calendar ought to be confirmed: holidays are announced by then."""


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("calendar", gettext_lazy("Lịch làm việc"), 160, examine))


def examine(looking: Looking) -> Iterator[Finding]:
    """This year, and from December the next: proposed, and confirmed as proposed, by each unit of today."""
    years = [looking.on.year] + ([looking.on.year + 1] if looking.on.month >= NEXT_YEAR_FROM else [])
    for unit in Unit.objects.valid_on(looking.on).filter(officials__isnull=False).distinct():
        known = calendar_of(unit).years
        for year in years:
            if known.get(year):
                yield fine(
                    _("%(unit)s: lịch năm %(year)d đã xác nhận.") % {"unit": unit.committee, "year": year}
                )
            else:
                yield _unconfirmed(unit, year, proposed=year in known)


def _unconfirmed(unit: Unit, year: int, *, proposed: bool) -> Finding:
    said = (
        _("%(unit)s: lịch năm %(year)d chưa ai xác nhận.")
        if proposed
        else _("%(unit)s: chưa có lịch năm %(year)d, nên chưa tính được hạn sang năm ấy.")
    )
    return look(
        said % {"unit": unit.committee, "year": year},
        _("Mở trang Lịch, so với thông báo nghỉ lễ rồi xác nhận."), address="/lich/", unit_uid=unit.uid,
    )  # fmt: skip
