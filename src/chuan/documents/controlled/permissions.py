"""Who writes, reviews and approves controlled documents, and who answers requests to change them."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from chuan.documents.models import ControlledDocument, Revision
from chuan.people.models import Official, RoleGrant, Unit
from chuan.people.reports import by_given_name
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound

KEEPERS = (Role.ISO_SECRETARY, Role.OFFICE_CLERK)
"""Who drafts, reviews and keeps the list."""
APPROVERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""Who approves, retires."""
ANSWERERS = (Role.ISO_SECRETARY, Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""Who accepts or declines a request to change."""


def may_keep(viewer: Viewer) -> bool:
    """Drafting, reviewing, keeping the list: the ISO secretary, the office clerk."""
    return viewer.has(*KEEPERS)


def check_keeps(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may draft and review."""
    if not may_keep(viewer):
        raise NotAllowed(who=_("thư ký ISO hoặc công chức văn phòng"))


def may_approve(viewer: Viewer) -> bool:
    """Approving, retiring: the Chairman and vice chairmen."""
    return viewer.has(*APPROVERS)


def check_approves(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may approve."""
    if not may_approve(viewer):
        raise NotAllowed(who=_("Chủ tịch hoặc Phó Chủ tịch"))


def may_answer(viewer: Viewer) -> bool:
    """Accepting or declining a request: the ISO secretary, the leaders."""
    return viewer.has(*ANSWERERS)


def check_answers(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may accept or decline a request."""
    if not may_answer(viewer):
        raise NotAllowed(who=_("thư ký ISO, Chủ tịch hoặc Phó Chủ tịch"))


def may_look_again(viewer: Viewer, document: ControlledDocument) -> bool:
    """The periodic review: whoever keeps the documents, and who holds the owning post."""
    return may_keep(viewer) or (
        document.owner_post_id is not None and document.owner_post_id in viewer.post_ids
    )


def check_looks_again(viewer: Viewer, document: ControlledDocument) -> None:
    """Raises ``NotAllowed`` unless the viewer may say that it stays as it is."""
    if not may_look_again(viewer, document):
        raise NotAllowed(who=_("thư ký ISO, công chức văn phòng hoặc người phụ trách tài liệu"))


def check_asks(viewer: Viewer) -> None:
    """Asking for a change: any official of the unit. Raises ``NotAllowed``."""
    if viewer.official is None or viewer.official.unit_id != viewer.unit.pk:
        raise NotAllowed(who=_("cán bộ, công chức của đơn vị"))


def check_own(viewer: Viewer, unit: Unit) -> None:
    """Writing is for the unit that answers now; a predecessor's documents are only read (spine.md §3)."""
    if unit.pk != viewer.unit.pk:
        raise NotFound(thing=_("tài liệu này"))


def wrote(viewer: Viewer, revision: Revision) -> bool:
    """Whether the viewer began the revision or saved it last."""
    own = viewer.official.pk if viewer.official else None
    return own is not None and own in (revision.drafted_by_id, revision.saved_by_id)


def other_reviewers(revision: Revision, on: date) -> list[Official]:
    """Who of those that may review wrote nothing of it."""
    grants = RoleGrant.objects.on(on).filter(
        unit=revision.controlled.unit, role__in=KEEPERS, official__isnull=False
    )
    writers = [pk for pk in (revision.drafted_by_id, revision.saved_by_id) if pk]
    found = Official.objects.filter(pk__in=grants.values("official")).exclude(pk__in=writers)
    return sorted(found, key=lambda one: by_given_name(one.name))
