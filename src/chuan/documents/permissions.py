"""Who may take documents in, edit what was read, and confirm it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.people.models import Official, RoleGrant
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


def may_keep_bases(viewer: Viewer) -> bool:
    """Writing in the register of legal bases: office and registry clerk, ISO secretary, Chairman."""
    return viewer.has(*READERS, Role.REGISTRY_CLERK)


def check_keeps_bases(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may write in the register of legal bases."""
    if not may_keep_bases(viewer):
        raise NotAllowed(who=_("công chức văn phòng, văn thư, thư ký ISO hoặc Chủ tịch"))


def may_disseminate(viewer: Viewer) -> bool:
    """Putting a document before officials, reminding, ending: office clerk, ISO secretary, leaders."""
    return viewer.has(*CONFIRMERS, Role.REGISTRY_CLERK)


def check_disseminates(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may put documents before officials."""
    if not may_disseminate(viewer):
        raise NotAllowed(who=_("công chức văn phòng, văn thư, thư ký ISO hoặc lãnh đạo Ủy ban"))


def check_owner(viewer: Viewer, document: Document) -> None:
    """Writing is for the unit that answers now; predecessors' papers are only read (spine.md §3)."""
    if document.owner_unit_id != viewer.unit.pk:
        raise NotFound(thing=_("văn bản này"))


CONTENT_REVIEWERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.OFFICE_CLERK)
FORM_REVIEWERS = (Role.OFFICE_CLERK, Role.REGISTRY_CLERK)
SIGNERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
REGISTRARS = (Role.REGISTRY_CLERK, Role.OFFICE_CLERK)
"""Who hands over, numbers, seals and issues: văn thư, or the office clerk of a ward without one (NĐ 30/2020 art 6.3).
"""


def may_draft(viewer: Viewer) -> bool:
    """Drafting: any official of the unit."""
    return viewer.official is not None and viewer.official.unit_id == viewer.unit.pk


def check_drafts(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` for an account that is no official of the unit."""
    if not may_draft(viewer):
        raise NotAllowed(who=_("cán bộ, công chức của đơn vị"))


def may_edit_draft(viewer: Viewer, document: Document) -> bool:
    """Editing: the drafter, and those who review and sign."""
    mine = document.drafted_by_id is not None and document.drafted_by_id == _own(viewer)
    return may_draft(viewer) and (mine or viewer.has(*CONTENT_REVIEWERS, Role.REGISTRY_CLERK))


def check_edits_draft(viewer: Viewer, document: Document) -> None:
    """Raises ``NotAllowed`` unless the viewer drafted it, or reviews or signs."""
    check_owner(viewer, document)
    if not may_edit_draft(viewer, document):
        raise NotAllowed(who=_("người soạn, người duyệt hoặc văn thư"))


def check_reviews_content(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer answers for contents (NĐ 30/2020 art 11.1)."""
    if not viewer.has(*CONTENT_REVIEWERS):
        raise NotAllowed(who=_("Chủ tịch, Phó Chủ tịch hoặc công chức văn phòng"))


def check_reviews_form(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer answers for form (NĐ 30/2020 art 11.2)."""
    if not viewer.has(*FORM_REVIEWERS):
        raise NotAllowed(who=_("công chức văn phòng hoặc văn thư"))


def check_signs(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may sign (NĐ 30/2020 art 13)."""
    if not viewer.has(*SIGNERS):
        raise NotAllowed(who=_("Chủ tịch hoặc Phó Chủ tịch"))


def check_registers(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer numbers, seals and issues."""
    if not viewer.has(*REGISTRARS):
        raise NotAllowed(who=_("văn thư hoặc công chức văn phòng"))


def check_sets_numbering(viewer: Viewer) -> None:
    """The head of the agency decides how numbers run (NĐ 30/2020 art 15.1); the office writes it down."""
    if not viewer.has(Role.CHAIRMAN, Role.OFFICE_CLERK, Role.ADMINISTRATOR):
        raise NotAllowed(who=_("Chủ tịch, công chức văn phòng hoặc người quản trị"))


def may_check_files(viewer: Viewer) -> bool:
    """Dropping signed files, matching them: văn thư, the office clerk, the ISO secretary, the leaders."""
    return viewer.has(*REGISTRARS, Role.ISO_SECRETARY, Role.CHAIRMAN, Role.VICE_CHAIRMAN)


def check_files(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may keep signed files and match them."""
    if not may_check_files(viewer):
        raise NotAllowed(who=_("văn thư, công chức văn phòng, thư ký ISO hoặc lãnh đạo"))


def may_set_trust(viewer: Viewer) -> bool:
    """Declaring whom the unit trusts: the leaders, the office clerk, the administrator."""
    return viewer.has(Role.CHAIRMAN, Role.VICE_CHAIRMAN, Role.OFFICE_CLERK, Role.ADMINISTRATOR)


def check_sets_trust(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless the viewer may declare roots, lists and answers."""
    if not may_set_trust(viewer):
        raise NotAllowed(who=_("Chủ tịch, Phó Chủ tịch, công chức văn phòng hoặc người quản trị"))


ASSIGNERS = (Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""Who directs how an incoming document is handled (NĐ 30/2020 art 23.2)."""


def may_register(viewer: Viewer) -> bool:
    """Taking in and registering: văn thư, or the office clerk."""
    return viewer.has(*REGISTRARS)


def may_assign(viewer: Viewer) -> bool:
    """Directing who handles a document: the Chairman and vice chairmen."""
    return viewer.has(*ASSIGNERS)


def may_speak_for_office(viewer: Viewer) -> bool:
    """Writing down what a leader directed, closing in the place of whoever leads: the office clerk."""
    return viewer.has(Role.OFFICE_CLERK)


def check_assigns(viewer: Viewer, *, for_whom: Official | None = None, office_too: bool = False) -> None:
    """Raises ``NotAllowed`` unless the viewer directs, or the office clerk names the leader (``for_whom``) who did.

    ``office_too``: the office clerk needs to name nobody.
    """
    if may_assign(viewer):
        return
    named = for_whom is not None and _leads(for_whom, viewer)
    if not may_speak_for_office(viewer) or not (office_too or named):
        raise NotAllowed(
            who=_("Chủ tịch, Phó Chủ tịch, hoặc công chức văn phòng ghi theo ý kiến của lãnh đạo")
        )


def _leads(official: Official, viewer: Viewer) -> bool:
    held = RoleGrant.objects.on(viewer.on).filter(unit=viewer.unit, role__in=ASSIGNERS, official=official)
    return held.exists()


def _own(viewer: Viewer) -> int | None:
    return viewer.official.pk if viewer.official else None
