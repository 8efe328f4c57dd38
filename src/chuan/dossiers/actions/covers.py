"""Cover during leave: who looks after whose dossiers, from which day to which."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.dossiers import refusals
from chuan.dossiers.models import Cover
from chuan.dossiers.permissions import require_cover
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


def record_cover(
    official: Official, by_official: Official, *, first_on: date, last_on: date, reason: str = "", by: Viewer,
    at: datetime,
) -> Cover:  # fmt: skip
    """Say that ``by_official`` looks after the official's dossiers, both days included.

    Days to come are the usual case. Raises ``NotAllowed``, ``NotFound``, ``CoverOneself``,
    ``CoverBackwards``, ``CoverTwice``.
    """
    require_cover(by, official)
    if by_official.unit_id != by.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    if official.pk == by_official.pk:
        raise refusals.CoverOneself()
    if last_on < first_on:
        raise refusals.CoverBackwards(first=first_on, last=last_on)
    cover = Cover(
        unit=by.unit, official=official, by_official=by_official, first_on=first_on, last_on=last_on,
        reason=" ".join(reason.split()), recorded_by=by.official, recorded_at=at,
    )  # fmt: skip
    with act("cover.record", Subject("cover", cover.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        _require_once(cover)
        cover.save()
        doing.detail = {
            "official": [official.name, by_official.name],
            "since": first_on.isoformat(),
            "last": last_on.isoformat(),
            **({"reason": cover.reason} if cover.reason else {}),
        }
    return cover


def void_cover(cover: Cover, *, reason: str, by: Viewer, at: datetime) -> None:
    """Take back a cover written by mistake; the row stays. Raises ``NotAllowed``, ``TextMissing``, ``CoverVoided``."""
    require_cover(by, cover.official)
    said = " ".join(reason.split())
    if not said:
        raise refusals.TextMissing()
    with act("cover.void", Subject("cover", cover.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        locked = Cover.objects.select_for_update().get(pk=cover.pk)
        if locked.voided_at is not None:
            raise refusals.CoverVoided()
        locked.voided_at, locked.void_reason = at, said
        locked.save(update_fields=["voided_at", "void_reason"])
        doing.detail = {"reason": said}


def _require_once(cover: Cover) -> None:
    same = Cover.objects.filter(
        official=cover.official, by_official=cover.by_official, voided_at__isnull=True,
        first_on__lte=cover.last_on, last_on__gte=cover.first_on,
    ).first()  # fmt: skip
    if same is not None:
        raise refusals.CoverTwice(
            who=cover.by_official.name, whom=cover.official.name, first=same.first_on, last=same.last_on
        )
