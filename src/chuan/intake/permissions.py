"""Who may bring files in, withdraw them, and say who keeps a register. ``may_*`` answers, ``require_*`` refuses."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.intake.models import Import
from chuan.offers.fields import readers
from chuan.offers.registers import follower_of
from chuan.people.permissions import in_words, require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

IMPORTERS = (
    Role.OFFICE_CLERK, Role.ONE_STOP_CLERK, Role.PETITION_CLERK, Role.PERSONNEL_CLERK, Role.ADMINISTRATOR,
)  # fmt: skip
"""They bring files in, say what each column is, take rows in and set files aside."""

WITHDRAWERS = (*IMPORTERS, Role.CHAIRMAN)
"""They take an import back, with a reason."""

FILE_READERS = (*WITHDRAWERS, Role.VICE_CHAIRMAN, Role.ISO_SECRETARY, Role.AUDITOR)
"""They open the file as it came, and what could not be read of it: names and addresses of citizens stand there.

Nobody else needs them for his work (Nghị định 13/2023/NĐ-CP, art 3: only what the purpose asks for).
"""

SETTERS = (Role.CHAIRMAN, Role.ADMINISTRATOR)
"""They name the document that says which system keeps a register."""


def may_import(viewer: Viewer) -> bool:
    """Receiving, mapping, taking in, discarding."""
    return viewer.has(*IMPORTERS)


def require_import(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_import``."""
    require_role(viewer, *IMPORTERS)


def may_read_files(viewer: Viewer) -> bool:
    """Opening the file itself, which may hold more than the columns taken from it."""
    return viewer.has(*FILE_READERS)


def require_read_files(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_read_files``."""
    require_role(viewer, *FILE_READERS)


def may_see_rows(viewer: Viewer, register: str) -> bool:
    """Whether the viewer may see what a file of this register brings, and decide about it: some registers say who."""
    return viewer.has(*_readers(register)) if _readers(register) else True


def require_see_rows(viewer: Viewer, register: str) -> None:
    """Raises ``NotAllowed`` unless ``may_see_rows``."""
    if not may_see_rows(viewer, register):
        require_role(viewer, *_readers(register))


def readers_of(register: str) -> str:
    """Those roles in words; "" where every importer may."""
    return in_words(*_readers(register))


def _readers(register: str) -> list[Role]:
    follower = follower_of(register)
    return [Role(one) for one in readers(follower.register)] if follower else []


def may_withdraw(viewer: Viewer) -> bool:
    """Withdrawing a whole import."""
    return viewer.has(*WITHDRAWERS)


def require_withdraw(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_withdraw``."""
    require_role(viewer, *WITHDRAWERS)


def may_set_record_system(viewer: Viewer) -> bool:
    """Saying who keeps a register."""
    return viewer.has(*SETTERS)


def require_set_record_system(viewer: Viewer) -> None:
    """Raises ``NotAllowed`` unless ``may_set_record_system``."""
    require_role(viewer, *SETTERS)


def require_own(viewer: Viewer, imported: Import) -> None:
    """Writing is for the unit itself; predecessors' imports are only read. Raises ``NotFound``."""
    if imported.unit_id != viewer.unit.pk:
        raise NotFound(thing=_("tệp nhập này"))
