"""What Chuẩn adds to a dossier: standing events, and the two columns of the dossier they are projected on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from chuan.dossiers.models import CaseEvent, Dossier
from chuan.people.viewer import Viewer

BATCH = 500


def standing_events(dossier: Dossier) -> QuerySet[CaseEvent]:
    """Events that nobody voided, voids themselves left out, in the order they were written."""
    return (
        CaseEvent.objects.filter(dossier=dossier, voided_by__isnull=True)
        .exclude(verb=CaseEvent.Verb.VOID)
        .order_by("seq")
    )


def apologies_of(dossier: Dossier) -> list[CaseEvent]:
    """Apologies that stand, the first one first."""
    return list(standing_events(dossier).filter(verb=CaseEvent.Verb.APOLOGISE))


def lock(dossier: Dossier) -> Dossier:
    """The dossier's row, held until the act ends: events are numbered one after the other."""
    return Dossier.objects.select_for_update().get(pk=dossier.pk)


def add_event(
    dossier: Dossier, verb: str, *, on: date, by: Viewer, at: datetime, text: str = "", cause: str = "",
    until: date | None = None, citation: str = "", voids: CaseEvent | None = None,
) -> CaseEvent:  # fmt: skip
    """Write the next event and project it. Call inside the act, on a locked dossier."""
    last = CaseEvent.objects.filter(dossier=dossier).order_by("-seq").values_list("seq", flat=True).first()
    event = CaseEvent.objects.create(
        dossier=dossier, seq=(last or 0) + 1, verb=verb, cause=cause, occurred_on=on, until_on=until,
        text=text, citation=citation, voids=voids, by=by.official, recorded_at=at,
    )  # fmt: skip
    project(dossier)
    return event


def project(dossier: Dossier) -> None:
    """Write what standing events say onto the dossier: whether it is explained, its last cause."""
    explained, cause = projection(standing_events(dossier))
    dossier.explained, dossier.cause = explained, cause
    dossier.save(update_fields=["explained", "cause"])


def events_agree() -> Iterator[str]:
    """A sentence for each dossier whose two columns are not what its standing events say (a few are named)."""
    told: dict[int, list[CaseEvent]] = defaultdict(list)
    standing = CaseEvent.objects.filter(voided_by__isnull=True).exclude(verb=CaseEvent.Verb.VOID)
    for event in standing.order_by("seq"):
        told[event.dossier_id].append(event)
    marked = Dossier.objects.filter(Q(explained=True) | ~Q(cause="")).values_list("pk", flat=True)
    wanted = sorted({*told, *marked})
    for start in range(0, len(wanted), BATCH):
        some = Dossier.objects.filter(pk__in=wanted[start : start + BATCH]).order_by("pk")
        for dossier in some:
            if projection(told[dossier.pk]) != (dossier.explained, dossier.cause):
                yield _("Hồ sơ %s: giải trình, nguyên nhân không khớp với các dòng đã ghi.") % dossier.code


def projection(events: Iterable[CaseEvent]) -> tuple[bool, str]:
    """(explained, cause) by standing events; the cause that began last, of two the one written last."""
    told = list(events)
    causes: Sequence[CaseEvent] = sorted(
        (one for one in told if one.verb == CaseEvent.Verb.CAUSE), key=lambda one: (one.occurred_on, one.seq)
    )
    explained = any(one.verb == CaseEvent.Verb.EXPLAIN for one in told)
    return explained, causes[-1].cause if causes else ""
