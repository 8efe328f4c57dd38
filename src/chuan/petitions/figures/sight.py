"""Who opens figures of petitions: counts of the whole ward, rows only as far as each may see them.

A count of the whole ward is the same for everybody who may open it: a report left short by what its reader may not
see would be wrong. Overseers get counts in which small numbers are hidden, and never a row.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import Petition
from chuan.petitions.permissions import KEEPERS, LEADERS, READERS, SECRET_KINDS

WHOLE = (*KEEPERS, *LEADERS, *READERS)
"""They open every figure, the report and the register."""

COUNTS_ONLY = (Role.OVERSEER, Role.INSPECTOR)
"""From outside the unit: counts with small ones hidden, never a row."""


def may_see(viewer: Viewer) -> bool:
    """Whether the page of figures opens for the viewer."""
    return viewer.has(*WHOLE, *COUNTS_ONLY)


def is_overseer(viewer: Viewer) -> bool:
    """Whether the viewer looks from outside only: counts, small ones hidden."""
    return viewer.has(*COUNTS_ONLY) and not viewer.has(*WHOLE)


def require_see(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_see``."""
    require_role(viewer, *WHOLE, *COUNTS_ONLY)


def require_whole(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` for who may not open rows, report and register: an overseer among them."""
    require_role(viewer, *WHOLE)


def sees_secret(viewer: Viewer) -> bool:
    """Whether denunciations, and letters that may hold one, are the viewer's to know of."""
    return viewer.has(*KEEPERS, *LEADERS)


def states_open_to(viewer: Viewer) -> Q:
    """The condition on states whose petition the viewer may open, as it is now and as it was then."""
    seen = Q(Exists(Petition.objects.seen_by(viewer).filter(pk=OuterRef("petition_id"))))
    return seen if sees_secret(viewer) else seen & ~Q(kind__in=SECRET_KINDS)
