"""Letters joined to the one they repeat, and taken off again: a person decides, counted once."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.people.viewer import Viewer
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.recording import step
from chuan.petitions.events import add_event, lock
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_keep, require_seen


def link(petition: Petition, other: Petition, *, by: Viewer, at: datetime) -> None:
    """Join a petition to the one it repeats (the first of them), so that both are counted once.

    Raises ``NotAllowed``, ``NotFound``, ``LinkedToItself``, ``LinkedAcrossKinds``, ``LinkedHasRepeats``.
    """
    require_keep(by)
    for one in (petition, other):
        require_seen(by, one)
    with step(petition, "link", by=by, at=at) as doing:
        root = lock(other).same_as or other
        _check(doing.petition, root)
        doing.petition.same_as = root
        doing.petition.save(update_fields=["same_as"])
        event = add_event(
            doing.petition, "link", on=timezone.localtime(at).date(), by=by, at=at, data={"to": str(root.uid)}
        )
        doing.detail = {"number": event.seq}


def unlink(petition: Petition, *, by: Viewer, at: datetime) -> None:
    """Take a petition off the one it was joined to; it counts by itself again. Raises ``NotLinked``."""
    require_keep(by)
    require_seen(by, petition)
    with step(petition, "unlink", by=by, at=at) as doing:
        if doing.petition.same_as_id is None:
            raise refusals.NotLinked()
        doing.petition.same_as = None
        doing.petition.save(update_fields=["same_as"])
        event = add_event(doing.petition, "unlink", on=timezone.localtime(at).date(), by=by, at=at)
        doing.detail = {"number": event.seq}


def _check(petition: Petition, root: Petition) -> None:
    if root.pk == petition.pk:
        raise refusals.LinkedToItself()
    if root.kind != petition.kind:
        raise refusals.LinkedAcrossKinds()
    if Petition.objects.filter(same_as=petition).exists():
        raise refusals.LinkedHasRepeats()
