"""Who may take documents in, edit what was read, and confirm it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound

READERS = (Role.OFFICE_CLERK, Role.ISO_SECRETARY, Role.CHAIRMAN)
"""The Chairman too: a unit just founded has nobody else."""

CONFIRMERS = (*READERS, Role.VICE_CHAIRMAN)


def may_read_in(viewer: Viewer) -> bool:
    """Uploading, answering and editing: the office clerk, the ISO secretary, the Chairman."""
    return viewer.has(*READERS)


def may_confirm(viewer: Viewer) -> bool:
    """Confirming a reading: those who read in and the vice chairmen."""
    return viewer.has(*CONFIRMERS)


def check_reads_in(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may upload, answer and edit."""
    if not may_read_in(viewer):
        raise NotAllowed(who=_("công chức văn phòng, thư ký ISO hoặc Chủ tịch"))


def check_confirms(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may confirm."""
    if not may_confirm(viewer):
        raise NotAllowed(who=_("công chức văn phòng, thư ký ISO hoặc lãnh đạo Ủy ban"))


def check_owner(viewer: Viewer, document: Document) -> None:
    """Writing is for the unit that answers now; predecessors' papers are only read (spine.md §3)."""
    if document.owner_unit_id != viewer.unit.pk:
        raise NotFound(thing=_("văn bản này"))
