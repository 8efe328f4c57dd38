"""How a process is named in other rooms: to everybody of the unit."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.processes.models import Process


def register() -> None:
    """Offer the kind; called when the programme starts."""
    subjects.register("process", processes)


def processes(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Processes the viewer may see, by code and name; one that ended says so."""
    rows = Process.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("process", one.uid),
            f"{one.code} {one.name}",
            reverse("processes:process", args=[one.uid]),
            note=_("đã kết thúc") if one.valid_to else "",
            icon="list",
            settled=one.valid_to is not None,
        )
        for one in rows
    }
