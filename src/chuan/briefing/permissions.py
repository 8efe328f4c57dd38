"""Who reads the brief, answers it, and sets its hour. ``may_*`` answers, ``require_*`` refuses.

A line names an official: only the heads whom the unit chose read it, and he himself what concerns him.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.briefing.choices import READERS, choice_of
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound


def may_read(viewer: Viewer) -> bool:
    """Whether the viewer is a head who reads the brief of his unit: the Chairman always, a deputy where chosen."""
    if viewer.has(Role.CHAIRMAN):
        return True
    return viewer.has(*READERS) and bool(viewer.roles & set(choice_of(viewer.unit, viewer.on).readers))


def may_set(viewer: Viewer) -> bool:
    """Whether the viewer chooses the hour, the readers and the order."""
    return viewer.has(Role.CHAIRMAN)


def require_read(viewer: Viewer) -> None:
    """Raises ``NotFound``: to anybody else the brief is not there."""
    if not may_read(viewer):
        raise NotFound(thing=_("bản tin này"))


def require_set(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_set``."""
    require_role(viewer, Role.CHAIRMAN)
