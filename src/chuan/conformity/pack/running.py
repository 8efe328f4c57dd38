"""Packs made in the background, with how far each is. A dead process is noticed and begun anew."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from chuan.conformity.models import EvidencePack
from chuan.conformity.pack.asking import keep_pack
from chuan.conformity.pack.gathering import gather
from chuan.conformity.permissions import KEEPERS
from chuan.offers.packing import Asked
from chuan.people.permissions import in_words
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import NotAllowed, Refused

logger = logging.getLogger(__name__)
SILENT = timedelta(minutes=3)

Clock = Callable[[], datetime]


def start(wanted: EvidencePack) -> None:
    """Put the pack in line."""
    make_later.enqueue(str(wanted.uid))


def pick_up_stale(at: datetime) -> int:
    """Begin anew packs whose process died; how many. Called before their page is shown."""
    found = list(EvidencePack.objects.filter(finished_at__isnull=True, touched_at__lt=at - SILENT))
    for one in found:
        EvidencePack.objects.filter(pk=one.pk).update(touched_at=at)
        start(one)
    return len(found)


@task()
def make_later(uid: str) -> None:
    """Background: make a pack that was asked for."""
    wanted = EvidencePack.objects.select_related("unit", "asked_by").filter(uid=uuid.UUID(uid)).first()
    if wanted is not None and wanted.finished_at is None:
        make(wanted, clock=timezone.now)


def make(wanted: EvidencePack, *, clock: Clock) -> EvidencePack:
    """Make it for whoever asked; what fails is said on its page."""
    try:
        viewer = _viewer(wanted)
        asked = Asked(wanted.unit, wanted.period, wanted.asked_on, clock(), viewer)
        made = gather(asked, lambda done: _told(wanted, done=done, touched_at=clock()))
        keep_pack(wanted, made, at=clock())
    except Refused as refused:
        _told(wanted, refusal=refused.sentence, touched_at=clock(), finished_at=clock())
    except Exception:
        logger.exception("evidence pack %s", wanted.uid)
        _told(wanted, refusal=Refused().sentence, touched_at=clock(), finished_at=clock())
    wanted.refresh_from_db()
    return wanted


def _viewer(wanted: EvidencePack) -> Viewer:
    """Whoever asked, with what he may see on the day he asked."""
    account = wanted.asked_by.account if wanted.asked_by is not None else None
    viewer = viewer_of(account, on=wanted.asked_on) if account is not None else None
    if viewer is None:
        raise NotAllowed(who=in_words(*KEEPERS))
    return viewer


def _told(wanted: EvidencePack, **columns: object) -> None:
    EvidencePack.objects.filter(pk=wanted.pk).update(**columns)
