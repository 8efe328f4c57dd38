"""How dossiers are named in other rooms: tasks, the trail, rows behind a figure."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from chuan.dossiers.models import Dossier
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer


def register() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    subjects.register("dossier", dossiers)


def address_of(uid: uuid.UUID) -> str:
    """Where a dossier is shown."""
    return f"/ho-so/{uid}/"


def dossiers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """A dossier by its code and procedure: never by whose it is."""
    rows = Dossier.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _described(row) for row in rows}


def _described(row: Dossier) -> Described:
    note = row.procedure_name
    if row.handler_name:
        note = _("%(procedure)s · người xử lý: %(name)s") % {"procedure": note, "name": row.handler_name}
    return Described(
        Subject("dossier", row.uid),
        f"{row.code} {row.procedure_name}".strip()[:200],
        address_of(row.uid),
        note=note.removeprefix(" · "),
        verb=_("Mở hồ sơ"),
        icon="folder2-open",
        settled=row.settled_on is not None,
    )
