"""What this room checks about itself: a dossier against its last state, and against its clock."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.dossiers.judging import COLUMNS
from chuan.dossiers.models import IN_WORK, Dossier, DossierState
from chuan.dossiers.writing import KIND

SHOWN = 50
"""How many dossiers are named one by one."""


def standing_agrees() -> Iterator[str]:
    """A sentence for each dossier that is not its last state, or whose clock says something else."""
    for code in _codes(_unlike_state()):
        yield _("Hồ sơ %(code)s: khác với lần ghi nhận sau cùng của nó.") % {"code": code}
    for code in _codes(_not_one_state()):
        yield _("Hồ sơ %(code)s: không có đúng một lần ghi nhận đang dùng.") % {"code": code}
    for code in _codes(_clock_differs()):
        yield _("Hồ sơ %(code)s: đồng hồ không khớp với hồ sơ.") % {"code": code}


def _codes(rows: QuerySet[Dossier]) -> list[str]:
    return list(rows.order_by("code").values_list("code", flat=True)[:SHOWN])


def _unlike_state() -> QuerySet[Dossier]:
    """Dossiers of which some column is not that of the state that stands."""
    alike = DossierState.objects.filter(_same_columns(), until_at__isnull=True, dossier=OuterRef("pk"))
    found = Dossier.objects.annotate(same=Subquery(alike.values("pk")[:1]))
    return found.filter(same__isnull=True)


def _same_columns() -> Q:
    same = Q()
    for name in COLUMNS:
        equal = Q(**{name: OuterRef(name)})
        if DossierState._meta.get_field(name).null:
            equal |= Q(**{f"{name}__isnull": True}) & Q(**{f"dossier__{name}__isnull": True})
        same &= equal
    return same


def _not_one_state() -> QuerySet[Dossier]:
    standing = Count("history", filter=Q(history__until_at__isnull=True))
    return Dossier.objects.annotate(standing=standing).exclude(standing=1)


def _clock_differs() -> QuerySet[Dossier]:
    """In work without a running clock of the same day; or over, with a clock that still runs."""
    running = Clock.objects.running().filter(subject_kind=KIND, subject_uid=OuterRef("uid"))
    clocked = Dossier.objects.annotate(
        clock=Subquery(running.values("pk")[:1]), clock_due=Subquery(running.values("lawful_due_on")[:1])
    )
    in_work = Q(
        present=True, elsewhere=False, settled_on__isnull=True, status__in=IN_WORK, received_on__isnull=False
    )
    other_day = ~Q(clock_due=F("judged_due_on")) & ~(
        Q(clock_due__isnull=True) & Q(judged_due_on__isnull=True)
    )
    return clocked.filter(
        (in_work & (Q(clock__isnull=True) | other_day)) | (~in_work & Q(clock__isnull=False))
    )
