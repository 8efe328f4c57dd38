"""Who may add what to followed dossiers. ``may_*`` answers, ``require_*`` refuses with a sentence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.dossiers.handing import names_of
from chuan.dossiers.models import Cover, Dossier
from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, NotYours

CASE_KEEPERS = (Role.ONE_STOP_CLERK, Role.OFFICE_CLERK)
"""They confirm whose a name is, and write causes and explanations on any dossier of the unit."""

COVER_KEEPERS = (*CASE_KEEPERS, Role.CHAIRMAN, Role.VICE_CHAIRMAN)
"""They say who covers whom; everybody may say it for himself."""


def may_keep_cases(viewer: Viewer) -> bool:
    """Whether the viewer may write on every dossier of the unit, and confirm whose a name is."""
    return viewer.has(*CASE_KEEPERS)


def require_keep_cases(viewer: Viewer) -> None:
    """Refuse unless ``may_keep_cases``."""
    require_role(viewer, *CASE_KEEPERS)


def may_write_on(viewer: Viewer, dossier: Dossier) -> bool:
    """Whether the viewer may add a cause, an explanation, an apology: keepers, the handler, who covers him."""
    if dossier.owner_unit_id != viewer.unit.pk:
        return False
    return may_keep_cases(viewer) or dossier.handler_id in handled_by(viewer)


def require_write_on(viewer: Viewer, dossier: Dossier) -> None:
    """Refuse unless ``may_write_on``. Raises ``NotFound`` for a dossier of another unit, ``NotYours``."""
    if dossier.owner_unit_id != viewer.unit.pk:
        raise NotFound(thing=_("hồ sơ này"))
    if may_write_on(viewer, dossier):
        return
    owner = dossier.handler.name if dossier.handler else _("công chức một cửa")
    raise NotYours(thing=_("Hồ sơ %s") % dossier.code, owner=owner)


def handled_by(viewer: Viewer) -> frozenset[int]:
    """Officials whose dossiers the viewer looks after on the day: himself, whom he covers, whose work he took over.

    Whoever handed his dossiers over looks after them no more, until they are handed back.
    """
    if viewer.official is None:
        return frozenset()
    covers = Cover.objects.on(viewer.on).filter(by_official=viewer.official, unit_id=viewer.unit.pk)
    return frozenset({*names_of(viewer.official), *covers.values_list("official_id", flat=True)})


def may_cover(viewer: Viewer, official: Official | None) -> bool:
    """Whether the viewer may say who covers for the official."""
    mine = official is not None and viewer.official is not None and official.pk == viewer.official.pk
    return viewer.has(*COVER_KEEPERS) or mine


def require_cover(viewer: Viewer, official: Official) -> None:
    """Refuse unless ``may_cover``. Raises ``NotFound`` for an official of another unit, ``NotAllowed``."""
    if official.unit_id != viewer.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    if not may_cover(viewer, official):
        require_role(viewer, *COVER_KEEPERS)


PROCEDURE_KEEPERS = (Role.ONE_STOP_CLERK, Role.OFFICE_CLERK)
"""They import the catalogue of procedures, correct and confirm time limits, take decisions' changes in."""


def may_keep_procedures(viewer: Viewer) -> bool:
    """Whether the viewer may change the catalogue of procedures."""
    return viewer.has(*PROCEDURE_KEEPERS)


def require_keep_procedures(viewer: Viewer) -> None:
    """Refuse unless ``may_keep_procedures``."""
    require_role(viewer, *PROCEDURE_KEEPERS)


FIGURE_KEEPERS = (Role.ONE_STOP_CLERK, Role.OFFICE_CLERK, Role.ISO_SECRETARY)
"""They compare with official totals, draw samples and enter totals of surveys."""


def may_keep_figures(viewer: Viewer) -> bool:
    """Whether the viewer may reconcile, draw samples, enter surveys."""
    return viewer.has(*FIGURE_KEEPERS)


def require_keep_figures(viewer: Viewer, unit_id: int | None = None) -> None:
    """Refuse unless ``may_keep_figures``; ``unit_id`` is whose it is. Raises ``NotFound`` for another unit's."""
    if unit_id is not None and unit_id != viewer.unit.pk:
        raise NotFound(thing=_("trang này"))
    require_role(viewer, *FIGURE_KEEPERS)
