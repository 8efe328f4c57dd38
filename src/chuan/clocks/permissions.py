"""Who may keep the calendar and set the unit's own law values. ``may_*`` answers, ``require_*`` refuses."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.people.models import Unit
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

CALENDAR_KEEPERS = (Role.CHAIRMAN, Role.OFFICE_CLERK, Role.ADMINISTRATOR)
"""They confirm a year by the notice received, and enter days, swaps and office hours."""

LAW_SETTERS = (Role.CHAIRMAN, Role.ADMINISTRATOR)
"""They put the unit's own value in the place of one that nobody could verify, by a document."""


def may_keep_calendar(viewer: Viewer) -> bool:
    """Whether the viewer may change or confirm the office's calendar."""
    return viewer.has(*CALENDAR_KEEPERS)


def require_keep_calendar(viewer: Viewer, unit: Unit) -> None:
    """Refuse unless ``may_keep_calendar``, and for any unit but the viewer's own."""
    require_role(viewer, *CALENDAR_KEEPERS)
    _require_own(viewer, unit)


def may_set_law(viewer: Viewer) -> bool:
    """Whether the viewer may set the unit's own value of a rule."""
    return viewer.has(*LAW_SETTERS)


def require_set_law(viewer: Viewer, unit: Unit) -> None:
    """Refuse unless ``may_set_law``, and for any unit but the viewer's own."""
    require_role(viewer, *LAW_SETTERS)
    _require_own(viewer, unit)


def _require_own(viewer: Viewer, unit: Unit) -> None:
    if unit.pk != viewer.unit.pk:
        raise NotFound(thing=_("đơn vị này"))
