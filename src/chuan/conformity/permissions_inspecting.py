"""Who lets inspectors in, who writes and closes what they find. Everybody of the unit reads it, to mend it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.conformity.models import Inspection
from chuan.conformity.permissions import KEEPERS
from chuan.conformity.refusals_inspecting import NotOfThisVisit
from chuan.people import permissions
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound


def may_let_in(viewer: Viewer) -> bool:
    """Whether the viewer gives accounts to inspectors: whoever gives accounts at all."""
    return permissions.may_keep_staff(viewer)


def may_record(viewer: Viewer) -> bool:
    """Whether the viewer writes down an inspection of the past."""
    return viewer.has(*KEEPERS)


def may_find(viewer: Viewer, inspection: Inspection) -> bool:
    """Whether the viewer writes findings, closes the minutes: an inspector of this visit, or who keeps the system."""
    if inspection.unit_id != viewer.unit.pk or inspection.is_closed:
        return False
    return viewer.guest.visit == inspection.uid if viewer.guest else viewer.has(*KEEPERS)


def require_find(viewer: Viewer, inspection: Inspection) -> None:
    """Raises ``NotFound`` for another unit's, ``NotOfThisVisit`` unless the visit is the viewer's or he keeps it."""
    if inspection.unit_id != viewer.unit.pk:
        raise NotFound(thing=_("đợt kiểm tra này"))
    if viewer.guest and viewer.guest.visit != inspection.uid:
        raise NotFound(thing=_("đợt kiểm tra này"))
    if not viewer.guest and not viewer.has(*KEEPERS):
        raise NotOfThisVisit()
