"""Two lists that ask for a look: promises that differ from the lawful day, and dates changed after the due day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.dossiers.dates import dates_of_many
from chuan.dossiers.models import CaseEvent, Dossier
from chuan.dossiers.permissions import may_write_on
from chuan.dossiers.showing.history import Changed, changes_of, seen_of_many
from chuan.dossiers.showing.ledger import short_ledger
from chuan.law.dossier_clock import DossierDates
from chuan.people.viewer import Viewer

PER_PAGE = 20
"""Each row is reckoned or read anew, so a page is short."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A dossier whose promised day is not the lawful one: how many days apart, and why, in three lines."""

    dossier: Dossier
    days: int
    why: Sequence[str]

    @property
    def days_early(self) -> int:
        """How many days the promise is earlier; 0 when it is later."""
        return max(0, -self.days)


@dataclass(frozen=True, slots=True)
class AfterDue:
    """A dossier with dates changed after its due day, both values of each, and what was explained."""

    dossier: Dossier
    changes: Sequence[Changed]
    explanation: CaseEvent | None
    may_explain: bool


def differing_page(viewer: Viewer, number: str, *, at: datetime) -> tuple[Page[Dossier], list[Differing]]:
    """Dossiers whose promised day differs from the lawful one, the newest first."""
    found = Dossier.objects.seen_by(viewer).present_ones().filter(promise_differs=True)
    found = found.select_related("handler", "limit", "unit", "owner_unit", "procedure")
    page = Paginator(found.order_by("-received_on", "-pk"), PER_PAGE).get_page(number)
    rows = list(page)
    dates = dates_of_many(rows, at=at)
    on = timezone.localtime(at).date()
    return page, [_differing(one, dates[one.pk], on) for one in rows]


def after_due_page(viewer: Viewer, number: str, *, waiting: bool) -> tuple[Page[Dossier], list[AfterDue]]:
    """Dossiers with dates changed after the due day; ``waiting``: only those that nobody has explained."""
    found = Dossier.objects.seen_by(viewer).present_ones().filter(changed_after_due=True)
    found = found.filter(explained=False) if waiting else found
    found = found.select_related("handler", "owner_unit").order_by("explained", "-received_on", "-pk")
    page = Paginator(found, PER_PAGE).get_page(number)
    rows = list(page)
    said, seen = _explanations(rows), seen_of_many(rows)
    return page, [
        AfterDue(
            one,
            changes_of(seen.get(one.pk, []), only_after_due=True),
            said.get(one.pk),
            may_write_on(viewer, one),
        )
        for one in rows
    ]


def days_apart(promised: date | None, lawful: date | None) -> int:
    """How many calendar days later (above 0) or earlier the promise is than the lawful day."""
    return (promised - lawful).days if promised and lawful else 0


def _differing(dossier: Dossier, dates: DossierDates | None, on: date) -> Differing:
    why = short_ledger(dates, on=on) if dates else [_("Chưa tính lại được hạn.")]
    return Differing(dossier, _apart(dossier), why)


def _apart(dossier: Dossier) -> int:
    return days_apart(dossier.promised_first_on, dossier.lawful_due_on)


def _explanations(rows: Sequence[Dossier]) -> dict[int, CaseEvent]:
    """The last standing explanation of each."""
    told = CaseEvent.objects.filter(dossier__in=rows, verb=CaseEvent.Verb.EXPLAIN, voided_by__isnull=True)
    return {one.dossier_id: one for one in told.select_related("by").order_by("seq")}
