"""Whom the forms of reviews offer: those who hold a post, those who lead; the row an address names."""

from __future__ import annotations

import uuid
from datetime import date

from django.shortcuts import get_object_or_404

from chuan.people.door import Request
from chuan.people.models import Appointment, Official, RoleGrant
from chuan.people.viewer import Viewer
from chuan.reviews.models import Review
from chuan.reviews.permissions import HEADS, require_keep


def serving(viewer: Viewer, on: date) -> list[Official]:
    """Officials who hold a post of the viewer's unit on the day, by name."""
    held = Appointment.objects.on(on).filter(post__unit=viewer.unit).values("official")
    return list(Official.objects.seen_by(viewer).filter(pk__in=held).order_by("name", "pk"))


def heads(viewer: Viewer, on: date) -> list[Official]:
    """Those who lead the unit on the day, the Chairman first."""
    grants = RoleGrant.objects.on(on).filter(unit=viewer.unit, role__in=[one.value for one in HEADS])
    roles = dict(grants.exclude(official=None).order_by("-role").values_list("official_id", "role"))
    rows = Official.objects.seen_by(viewer).filter(pk__in=roles)
    return sorted(rows, key=lambda one: (roles[one.pk], one.name))


def shown(request: Request, uid: uuid.UUID) -> Review:
    """The review an address names, for who may see it; 404 else."""
    rows = Review.objects.seen_by(request.viewer).select_related("chair", "secretary", "unit", "owner_unit")
    return get_object_or_404(rows, uid=uid)


def kept(request: Request, uid: uuid.UUID) -> Review:
    """The same for who writes it. Raises ``NotAllowed``."""
    row = shown(request, uid)
    require_keep(request.viewer)
    return row
