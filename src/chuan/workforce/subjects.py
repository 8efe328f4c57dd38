"""How this room's things are named in other rooms: never by why somebody was away."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.workforce.models import Absence


def register() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    subjects.register("absence", absences)


def absences(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Absences the viewer may see, by whose they are."""
    rows = Absence.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("official")
    return {
        one.uid: Described(
            Subject("absence", one.uid),
            _("Ngày vắng của %(name)s") % {"name": one.official.name},
            reverse("workforce:absences"),
            icon="calendar-x",
        )
        for one in rows
    }
