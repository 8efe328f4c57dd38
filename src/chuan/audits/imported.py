"""Imports are audited too: who took which file in and when, which days it covers, what it left open.

Figures are the file's own counts, kept when it was taken in (``intake``); nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from chuan.intake.models import Import
from chuan.intake.permissions import may_see_rows
from chuan.offers.registers import followed
from chuan.people.viewer import Viewer
from chuan.rules.types import Period

MOST = 200
"""Files listed; more are counted and said."""


@dataclass(frozen=True, slots=True)
class Register:
    """One register: days of the period no standing file speaks of, as (first, last) pairs."""

    name: str
    files: int
    uncovered: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """Files of a period, the latest first; ``more``: how many are not listed; ``hidden``: not open to the viewer."""

    files: Sequence[Import]
    more: int
    hidden: int
    registers: tuple[Register, ...]

    @property
    def after_due(self) -> int:
        """Rows whose dates were changed after they had fallen due."""
        return sum(one.rows_after_due for one in self.files)

    @property
    def undecided(self) -> int:
        """Rows gone from their source about which nobody decided."""
        return sum(one.rows_gone for one in self.files if one.keep_gone is None)

    @property
    def unreadable(self) -> int:
        """Rows that could not be read."""
        return sum(one.rows_unreadable for one in self.files)


def imported(viewer: Viewer, period: Period) -> Imported:
    """Files that were taken in within the days, and those that speak of them; three statements."""
    taken = (Import.Status.COMMITTED, Import.Status.WITHDRAWN)
    barred = [one.key for one in followed() if not may_see_rows(viewer, one.key)]
    everything = Import.objects.seen_by(viewer).filter(status__in=taken)
    rows = everything.exclude(register__in=barred)
    committed = Q(committed_at__date__gte=period.start, committed_at__date__lt=period.end)
    within = rows.filter(committed)
    listed = (
        within.select_related("by", "committed_by", "withdrawn_by")
        .defer("preview")
        .order_by("-committed_at", "-pk")
    )
    files = list(listed[: MOST + 1])
    more = within.count() - MOST if len(files) > MOST else 0
    speaking = rows.filter(
        status=Import.Status.COMMITTED, covers_start__lt=period.end, covers_end__gt=period.start
    )
    spans: dict[str, list[tuple[date, date]]] = {}
    for register, start, end in speaking.values_list("register", "covers_start", "covers_end"):
        if start is not None and end is not None:
            spans.setdefault(register, []).append((start, end))
    registers = tuple(Register(name, len(some), _gaps(some, period)) for name, some in sorted(spans.items()))
    hidden = everything.filter(committed, register__in=barred).count() if barred else 0
    return Imported(files[:MOST], more, hidden, registers)


def _words(key: str) -> str:
    return next((str(one.title) for one in followed() if one.key == key), key)


def _gaps(spans: Sequence[tuple[date, date]], period: Period) -> tuple[tuple[date, date], ...]:
    """Days of the period in none of the spans (ends not counted)."""
    found, day = [], period.start
    for start, end in sorted(spans):
        if start > day:
            found.append((day, min(start, period.end) - timedelta(days=1)))
        day = max(day, end)
    if day < period.end:
        found.append((day, period.end - timedelta(days=1)))
    return tuple(found)
