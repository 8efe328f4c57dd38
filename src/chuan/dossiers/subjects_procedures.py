"""How procedures and proposals of change are named in other rooms: tasks, the trail."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.models import Procedure, ProcedureChange
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer


def register() -> None:
    """Offer the kinds of the catalogue; called when the programme starts."""
    subjects.register("procedure", procedures)
    subjects.register("procedure_change", changes)


def procedures(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Procedures of the viewer's units, by code and name."""
    rows = Procedure.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        row.uid: Described(
            Subject("procedure", row.uid),
            f"{row.code} {row.name}"[:200],
            reverse("procedures:one", args=[row.uid]),
            note=row.field,
        )
        for row in rows
    }


def changes(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Proposals of change of the viewer's units, by what they do to what."""
    rows = ProcedureChange.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        row.uid: Described(
            Subject("procedure_change", row.uid),
            _("%(kind)s: %(name)s") % {"kind": row.get_kind_display(), "name": row.name[:150]},
            reverse("procedures:proposals"),
            note=row.citation,
            settled=row.status != ProcedureChange.Status.WAITING,
        )
        for row in rows
    }
