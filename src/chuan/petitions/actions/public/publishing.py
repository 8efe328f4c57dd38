"""A result put on the public page in a keeper's words, and taken off again."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.solving.stepping import said
from chuan.petitions.events import lock, standing_events
from chuan.petitions.models import Petition, PublicResult, Sender
from chuan.petitions.permissions import require_keep, require_seen
from chuan.petitions.projecting import KIND
from chuan.petitions.public.told import TOLD_HERE
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act


def may_be_shown(petition: Petition) -> bool:
    """Whether there is a result of feedback to show: answered, whatever came after."""
    return petition.kind in TOLD_HERE and standing_events(petition).filter(verb="answer").exists()


def publish_result(petition: Petition, about: str, answer: str, *, by: Viewer, at: datetime) -> None:
    """Show the result on the public page, in these words; the same petition again changes them.

    Raises ``NotFound``, ``NotAllowed``, ``PublicNoResult``, ``WordsMissing``, ``PublicTellsSender``.
    """
    require_keep(by)
    require_seen(by, petition)
    told = {"about": said(about, "việc gì"), "answer": said(answer, "kết quả thế nào")}
    with act("public_result.show", Subject(KIND, petition.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = lock(petition)
        if not may_be_shown(held) or by.official is None:
            raise refusals.PublicNoResult()
        _require_nobody(held, *told.values())
        given = {
            "on": timezone.localtime(at).date(),
            "by": by.official,
            "recorded_at": at,
            "withdrawn_at": None,
        }
        PublicResult.objects.update_or_create(petition=held, defaults={**told, **given})


def withdraw_result(petition: Petition, *, by: Viewer, at: datetime) -> None:
    """Take the result off the page. Raises ``NotFound``, ``NotAllowed``, ``PublicNoResult``."""
    require_keep(by)
    require_seen(by, petition)
    with act("public_result.withdraw", Subject(KIND, petition.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = lock(petition)
        if not PublicResult.objects.filter(petition=held, withdrawn_at__isnull=True).update(withdrawn_at=at):
            raise refusals.PublicNoResult()


def _require_nobody(petition: Petition, *texts: str) -> None:
    """Raises ``PublicTellsSender`` when a name, address or telephone of a sender stands in the words."""
    words = fold(" ".join(texts))
    digits = "".join(one for one in words if one.isdigit())
    for sender in Sender.objects.filter(petition=petition):
        told = [fold(one) for one in (sender.name, sender.address, sender.contact) if one]
        numbers = ["".join(one for one in part if one.isdigit()) for part in told]
        if any(one in words for one in told) or any(len(one) >= 8 and one in digits for one in numbers):
            raise refusals.PublicTellsSender()
