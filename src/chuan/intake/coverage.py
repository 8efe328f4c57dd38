"""Which days the imports that stand speak of, as of a moment: what lies between is "chưa nhập từ … đến …"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from django.db.models import Q

from chuan.intake.keys import is_filtered
from chuan.intake.layouts import LayoutFile, load_layout
from chuan.intake.models import Import, Layout
from chuan.people.models import Unit
from chuan.rules.types import Period


def covered(unit: Unit, register: str, *, as_of: datetime, source: str = "") -> tuple[Period, ...]:
    """The days that standing imports of the register speak of, joined, the earliest first.

    A file made with a filter, and one of a layout that holds only one kind of row (``constants``), does not
    speak of the whole register and covers nothing. ``source``: files of this system only.
    """
    standing = _standing(unit, register, as_of)
    return merged(one.covers for one in standing if one.covers and source in ("", one.source))


def uncovered(
    unit: Unit, register: str, period: Period, *, as_of: datetime, source: str = ""
) -> tuple[Period, ...]:
    """The days of the period that no standing import speaks of."""
    found, start = [], period.start
    for one in covered(unit, register, as_of=as_of, source=source):
        if one.start >= period.end:
            break
        if one.start > start:
            found.append(Period(start, one.start))
        start = max(start, one.end)
    if start < period.end:
        found.append(Period(start, period.end))
    return tuple(found)


def fields_held(unit: Unit, register: str, period: Period, *, as_of: datetime) -> frozenset[str]:
    """Fields that the files of these days fill: mapped columns and constants, personal ones with a purpose only."""
    held: set[str] = set()
    for one in _standing(unit, register, as_of):
        if one.covers and one.covers.overlaps(period) and one.layout:
            held |= _fed(_layout(one.layout.body, one.layout.name))
    return frozenset(held)


def fields_fed(layout: Layout) -> frozenset[str]:
    """Fields that files of one layout fill: mapped columns and constants, personal ones with a purpose only."""
    return _fed(_layout(layout.body, layout.name))


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Periods that touch or overlap become one; the earliest first."""
    found: list[Period] = []
    for one in sorted(periods):
        if found and one.start <= found[-1].end:
            found[-1] = Period(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def _standing(unit: Unit, register: str, as_of: datetime) -> list[Import]:
    """Imports that counted at the moment and speak of the whole register."""
    rows = Import.objects.filter(
        Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=as_of),
        unit=unit,
        register=register,
        committed_at__lte=as_of,
    ).select_related("layout")
    rows = rows.defer("preview")
    return [one for one in rows if not is_filtered(one.scope) and not _is_partial(one)]


def _is_partial(one: Import) -> bool:
    return one.layout is not None and bool(_layout(one.layout.body, one.layout.name).mapping.constants)


def _fed(layout: LayoutFile) -> frozenset[str]:
    return layout.mapping.fed


@lru_cache(maxsize=64)
def _layout(body: str, name: str) -> LayoutFile:
    return load_layout(body, name=name)
