"""Registers of this room an audit draws from: dossiers done, and figures that differed and are still unexplained."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.dossiers.models import CaseEvent, Difference, Dossier
from chuan.intake.auditable import at_positions
from chuan.offers import auditing, subjects
from chuan.offers.auditing import Population
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Official, Unit
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold

DONE, OPEN = "dossiers.done", "dossiers.differences"


def offer() -> None:
    """Register; called when the programme starts."""
    auditing.offer_population(
        Population(DONE, str(gettext_lazy("Hồ sơ thủ tục đã giải quyết")), _count_done, _pick_done)
    )
    words = str(gettext_lazy("Chênh lệch số liệu hồ sơ chưa rõ"))
    auditing.offer_population(Population(OPEN, words, _count_open, _pick_open))
    auditing.offer_hands("dossier", had_in_hand)
    subjects.register("difference", differences)


def had_in_hand(records: Iterable[Subject], official: uuid.UUID) -> list[Subject]:
    """Dossiers the official handled, as confirmed or by the name the source wrote, or wrote into; three statements."""
    person = Official.objects.filter(uid=official).first()
    if person is None:
        return []
    uids = [one.uid for one in records]
    wrote = set(
        CaseEvent.objects.filter(dossier__uid__in=uids, by=person).values_list("dossier__uid", flat=True)
    )
    rows = Dossier.objects.filter(uid__in=uids).values_list("uid", "handler_id", "handler_name")
    name = fold(person.name)
    return [
        Subject("dossier", uid)
        for uid, handler, named in rows
        if uid in wrote or handler == person.pk or (handler is None and bool(named) and fold(named) == name)
    ]


def differences(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Figures that differed, by field and by how much."""
    rows = Difference.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("difference", one.uid),
            _("Chênh lệch: %(field)s, sổ %(ours)s, báo cáo %(theirs)s")
            % {"field": one.field or one.figure, "ours": one.ours, "theirs": one.theirs},
            reverse("dossier_figures:difference", args=[one.uid]),
            settled=one.status != Difference.Status.OPEN,
        )
        for one in rows
    }


def _done(unit: Unit, period: Period) -> QuerySet[Dossier, Dossier]:
    rows = Dossier.objects.filter(owner_unit=unit, present=True, elsewhere=False)
    return rows.filter(settled_on__gte=period.start, settled_on__lt=period.end)


def _count_done(unit: Unit, period: Period) -> int:
    return _done(unit, period).count()


def _pick_done(unit: Unit, period: Period, positions: Iterable[int]) -> list[Subject]:
    return at_positions(_done(unit, period), positions, "dossier", "settled_on", "pk")


def _open(unit: Unit, period: Period) -> QuerySet[Difference, Difference]:
    """Of reconciliations of periods that touch these days."""
    rows = Difference.objects.filter(reconciliation__unit=unit, status=Difference.Status.OPEN)
    return rows.filter(
        reconciliation__period_start__lt=period.end, reconciliation__period_end__gt=period.start
    )


def _count_open(unit: Unit, period: Period) -> int:
    return _open(unit, period).count()


def _pick_open(unit: Unit, period: Period, positions: Iterable[int]) -> list[Subject]:
    return at_positions(_open(unit, period), positions, "difference", "pk")
