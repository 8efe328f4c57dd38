"""Who sees what came in above: as with petitions, need to know; never one about the viewer himself."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.models import Concerned, EscalationConcerned, Petition
from chuan.petitions.permissions import KEEPERS, LEADERS, READERS, SECRET_KINDS
from chuan.rules.petitions import Kind


def visible_to(viewer: Viewer) -> Q:
    """The condition on what the viewer may open; whoever may open nothing gets nothing."""
    mine = Q(pk__in=())
    if viewer.official is not None:
        mine |= Q(petition__handler=viewer.official)
    if viewer.has(*KEEPERS, *LEADERS):
        mine = Q()
    elif viewer.has(*READERS):
        mine |= ~Q(kind__in=SECRET_KINDS) & ~Q(petition__kind__in=SECRET_KINDS)
    return Q(unit_id__in=viewer.unit_ids) & mine & ~_about(viewer)


def _about(viewer: Viewer) -> Q:
    """What is about the viewer, or about whom the ward's own file is; by its link, or by the code a list names."""
    if viewer.official is None:
        return Q(pk__in=())
    things = EscalationConcerned.objects.filter(official=viewer.official)
    files = _files_about(viewer)
    return (
        Q(uid__in=things.values("thing"))
        | Q(petition__in=files.values("pk"))
        | Q(ward_code__in=files.values("code"))
        | Q(ward_code__in=files.exclude(outside_code="").values("outside_code"))
    )


def _files_about(viewer: Viewer) -> QuerySet[Petition]:
    """The ward's files about the viewer; a complaint about his own decision is the Chairman's to resolve."""
    about = Concerned.objects.filter(official=viewer.official).values("petition_id")
    rows = Petition.objects.filter(pk__in=about, owner_unit_id__in=viewer.unit_ids)
    return rows.exclude(kind=Kind.COMPLAINT) if viewer.has(Role.CHAIRMAN) else rows


def may_see(viewer: Viewer) -> bool:
    """Whether the page of the part leads anywhere."""
    return viewer.has(*KEEPERS, *LEADERS, *READERS)


def require_see(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_see``."""
    require_role(viewer, *KEEPERS, *LEADERS, *READERS)
