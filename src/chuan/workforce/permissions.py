"""Who sees what is kept about an official, and who keeps it. ``may_*`` answers, ``require_*`` refuses.

Everybody sees all that is kept about himself. Of others: who leads the unit and who keeps its staff records; nobody
else, whatever his role, for an assessment, a reason of leave or a discipline is not an auditor's matter by itself.
"""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

KEEPERS = (Role.PERSONNEL_CLERK, Role.CHAIRMAN)
"""They keep the records of officials: absences, competence, rounds of ranking. The Chairman answers for them."""

HEADS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They assess, and decide."""

ASKERS = (*KEEPERS, Role.VICE_CHAIRMAN)
"""They see what is kept about every official of the unit."""


COMPETENCE_READERS = (Role.ISO_SECRETARY, Role.ISO_BOARD, Role.AUDITOR)
"""They see what posts ask for and how their holders show it (TCVN ISO 9001:2015, 7.2 and 9.2), nothing else."""


def about(viewer: Viewer, official: str = "official") -> Q:
    """The condition on rows about officials (``official`` names the column): all of the unit, or the viewer's own."""
    if viewer.has(*ASKERS):
        return Q(**{f"{official}__unit_id__in": viewer.unit_ids})
    if viewer.official is None:
        return Q(pk__in=())
    return Q(**{official: viewer.official})


def about_competence(viewer: Viewer, official: str = "official") -> Q:
    """As ``about``, and for whoever audits: evidence of competence is what clause 7.2 has them look at."""
    if viewer.has(*COMPETENCE_READERS):
        return Q(**{f"{official}__unit_id__in": viewer.unit_ids})
    return about(viewer, official)


def may_see_competence(viewer: Viewer) -> bool:
    """Whether the viewer sees the evidence of everybody's competence."""
    return viewer.has(*ASKERS, *COMPETENCE_READERS)


def may_see_all(viewer: Viewer) -> bool:
    """Whether the viewer sees what is kept about everybody of the unit."""
    return viewer.has(*ASKERS)


def require_see(viewer: Viewer, official: Official) -> None:
    """Raises ``NotFound`` unless the viewer may see what is kept about this official."""
    mine = viewer.official is not None and viewer.official.pk == official.pk
    if not mine and not (viewer.has(*ASKERS) and official.unit_id in viewer.unit_ids):
        raise NotFound(thing=_("cán bộ này"))


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer keeps the records of officials."""
    return viewer.has(*KEEPERS)


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)
