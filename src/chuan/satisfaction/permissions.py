"""Who opens and closes surveys, who reads words, who is shown counts and with what hidden."""

from __future__ import annotations

from chuan.dossiers.permissions import FIGURE_KEEPERS
from chuan.people.permissions import require_role
from chuan.people.roles import OUTSIDE, Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.surveys import LEAST_SHOWN
from chuan.satisfaction.models import Survey

KEEPERS = FIGURE_KEEPERS
"""They open and close surveys: who enters totals from paper too."""
READERS = (*KEEPERS, Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They read what people wrote."""


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer opens and closes surveys."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer, survey: Survey | None = None) -> None:
    """Raises ``NotAllowed``, and ``NotFound`` for a survey of another unit."""
    require_role(viewer, *KEEPERS)
    if survey is not None and survey.unit_id != viewer.unit.pk:
        raise NotFound(thing="khảo sát này")


def may_read_words(viewer: Viewer) -> bool:
    """Whether the viewer reads free words and opens a single answer."""
    return viewer.has(*READERS)


def least_shown(viewer: Viewer) -> int:
    """How many people a count must be of for this viewer; 0 for who is of the unit."""
    return LEAST_SHOWN if viewer.has(*OUTSIDE) and not viewer.has(*READERS) else 0
