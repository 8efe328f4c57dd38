"""Who sees which petition and who does what with it. ``may_*`` answers, ``require_*`` refuses with a sentence.

Need to know, not rank: a petition is seen by who receives and sorts them, by the leaders, and by who was given it;
of what is no denunciation also by who audits the system. Whoever a petition is about does not see it
(154/2026/NĐ-CP, Điều 12; Luật Tố cáo 2018, Điều 56). One exception stands in the law itself: a first complaint
about the Chairman's own decision is his to resolve (Luật Khiếu nại, Điều 17).
"""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.documents.knowing import serving
from chuan.people.models import Official, RoleGrant, Unit
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions import refusals
from chuan.petitions.models import Concerned, Petition
from chuan.rules.petitions import Kind
from chuan.rules.refusals import NotFound

KEEPERS = (Role.PETITION_CLERK,)
"""They receive citizens and letters, sort them, keep the register."""

LEADERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They assign, prolong, suspend, conclude and decide."""

READERS = (Role.ISO_SECRETARY, Role.ISO_BOARD, Role.AUDITOR)
"""They audit how the work is done: never denunciations, never a sender."""

HANDLERS = (
    *KEEPERS, *LEADERS, Role.OFFICE_CLERK, Role.REGISTRY_CLERK, Role.ONE_STOP_CLERK, Role.PERSONNEL_CLERK,
    Role.SPECIALIST,
)  # fmt: skip
"""They work on cases, so one may be given to them; who only audits, administers or oversees gets none."""

SECRET_KINDS = (Kind.DENUNCIATION, Kind.MIXED)
"""Kinds whose sender is, or may be, a denouncer."""


def visible_to(viewer: Viewer) -> Q:
    """The condition on petitions that the viewer may open; whoever may open none gets none."""
    mine = Q(pk__in=())
    if viewer.official is not None:
        mine |= Q(handler=viewer.official)
    if viewer.has(*KEEPERS, *LEADERS):
        mine = Q()
    elif viewer.has(*READERS):
        mine |= ~Q(kind__in=SECRET_KINDS)
    return Q(owner_unit_id__in=viewer.unit_ids) & mine & ~_about(viewer)


def _about(viewer: Viewer) -> Q:
    """Petitions about the viewer himself, less those the law gives the Chairman all the same."""
    if viewer.official is None:
        return Q(pk__in=())
    about = Q(pk__in=Concerned.objects.filter(official=viewer.official).values("petition_id"))
    return about & ~Q(kind=Kind.COMPLAINT) if viewer.has(Role.CHAIRMAN) else about


def may_see_room(viewer: Viewer) -> bool:
    """Whether the room's door leads anywhere for the viewer: everybody of a unit may be given a petition."""
    return viewer.official is not None or viewer.has(Role.OVERSEER)


def may_keep(viewer: Viewer) -> bool:
    """Receiving, sorting, linking, printing registers."""
    return viewer.has(*KEEPERS)


def require_own(viewer: Viewer, petition: Petition) -> None:
    """Raises ``NotFound`` for a petition of a ward that went into the viewer's: it is read and no more written."""
    if petition.owner_unit_id != viewer.unit.pk:
        raise NotFound(thing=_("đơn này"))


def require_keep(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_keep``."""
    require_role(viewer, *KEEPERS)


def may_lead(viewer: Viewer) -> bool:
    """Assigning, prolonging, suspending, concluding."""
    return viewer.has(*LEADERS)


def require_lead(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_lead``."""
    require_role(viewer, *LEADERS)


def may_record(viewer: Viewer, petition: Petition) -> bool:
    """Writing steps of the petition: keepers, leaders, who was given it. Asked of a petition the viewer sees."""
    if petition.owner_unit_id != viewer.unit.pk:
        return False
    mine = viewer.official is not None and petition.handler_id == viewer.official.pk
    return mine or viewer.has(*KEEPERS, *LEADERS)


def require_record(viewer: Viewer, petition: Petition) -> None:
    """Raises ``NotFound`` for a petition the viewer may not open, else ``NotAllowed`` unless ``may_record``."""
    require_seen(viewer, petition)
    require_own(viewer, petition)
    if not may_record(viewer, petition):
        require_role(viewer, *KEEPERS, *LEADERS)


def require_seen(viewer: Viewer, petition: Petition) -> None:
    """Raises ``NotFound`` for another ward's petition, one about the viewer, one that is not his to know of."""
    if not Petition.objects.seen_by(viewer).filter(pk=petition.pk).exists():
        raise NotFound(thing=_("đơn này"))


def may_see_sender(viewer: Viewer, petition: Petition) -> bool:
    """Who needs the sender for the answer: keepers, leaders, the handler. Denunciations have no sender here."""
    return may_record(viewer, petition)


def handlers_in(unit: Unit, on: date) -> QuerySet[Official]:
    """Officials who serve on the day and hold a role of work (``HANDLERS``), by name."""
    held = RoleGrant.objects.on(on).filter(official=OuterRef("pk"), unit=unit, role__in=HANDLERS)
    return serving(unit, on).filter(Exists(held))


def require_works(unit: Unit, official: Official, on: date) -> None:
    """Raises ``HandlerNoWork`` for one of whom every role only audits, administers or oversees."""
    if not handlers_in(unit, on).filter(pk=official.pk).exists():
        raise refusals.HandlerNoWork(name=official.name)


def require_no_conflict(petition: Petition, official: Official) -> None:
    """Refuse to give a petition to an official whom it is about. Raises ``AboutHimself``."""
    if Concerned.objects.filter(petition=petition, official=official).exists():
        raise refusals.AboutHimself(name=official.name)
