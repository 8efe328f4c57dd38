"""Who sees which row of the register: who receives citizens, and the leaders; nobody a row about himself."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import EntryConcerned, Petition, ReceptionEntry
from chuan.petitions.permissions import KEEPERS, LEADERS
from chuan.rules.petitions import Kind

WITH_NAMES = (*KEEPERS, Role.CHAIRMAN)
"""They print the register and take it as Excel: the only places where names of all rows stand together."""

NAMELESS = frozenset({Kind.DENUNCIATION, Kind.MIXED})
"""Kinds whose comer is, or may be, a denouncer: no name, no address, no paper."""


def visible_to(viewer: Viewer) -> Q:
    """The condition on rows that the viewer may see (154/2026/NĐ-CP, Điều 12; Luật Tố cáo 2018, Điều 56)."""
    if not may_see(viewer):
        return Q(pk__in=())
    seen = Q(petition__isnull=True) | Q(petition__in=Petition.objects.seen_by(viewer).values("pk"))
    if viewer.official is not None:
        about = EntryConcerned.objects.filter(entry=OuterRef("pk"), official=viewer.official)
        seen &= ~Q(Exists(about))
    return Q(unit_id__in=viewer.unit_ids) & seen


def may_see(viewer: Viewer) -> bool:
    """Whether the viewer may open the register at all."""
    return viewer.has(*KEEPERS, *LEADERS)


def require_see(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_see``."""
    require_role(viewer, *KEEPERS, *LEADERS)


def may_print(viewer: Viewer) -> bool:
    """Whether the viewer may take the register with names out of the house's pages."""
    return viewer.has(*WITH_NAMES)


def require_print(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_print``."""
    require_role(viewer, *WITH_NAMES)


def nameless(entry: ReceptionEntry) -> bool:
    """Whether nothing of who came may be shown or kept: by the row's kind, or by the petition's as it is now."""
    of = entry.petition
    return entry.kind in NAMELESS or (of is not None and (of.kind in NAMELESS or _beside(of)))


def _beside(petition: Petition) -> bool:
    """Whether it is a part of a letter that may hold a denunciation: its sender would tell the other part's."""
    return petition.parent_id is not None
