"""A layout that another ward gave: remembered before the first file that needs it comes in, or used for one."""

from __future__ import annotations

from datetime import datetime

from chuan.intake.actions.mapping import confirm_layout, remember
from chuan.intake.layouts import load_layout, problems_with
from chuan.intake.looking import Clock, open_import
from chuan.intake.models import Import, Layout
from chuan.intake.opening import register_named
from chuan.intake.permissions import require_import, require_own
from chuan.intake.refusals import LayoutOther, RegisterUnknown
from chuan.people.viewer import Viewer
from chuan.rules.refusals import LayoutUnreadable


def keep_layout(text: str, *, name: str, by: Viewer, at: datetime) -> Layout:
    """Remember the layout in a file's text (``name``: the file's) as the unit's newest for its header.

    A file with that header is then recognised and previewed at once; a person still confirms what it brings.
    Raises LayoutUnreadable with the reason, RegisterUnknown.
    """
    require_import(by)
    given = load_layout(text, name=name)
    register = register_named(given.register)
    if register is None:
        raise RegisterUnknown(register=given.register)
    if wrong := problems_with(given, register):
        raise LayoutUnreadable(name=name, why=" ".join(wrong).rstrip("."))
    return remember(given, by=by, at=at)


def use_layout(
    imported: Import, text: str, *, name: str, by: Viewer, at: datetime, clock: Clock | None = None
) -> Layout:
    """Confirm the layout in a file's text (``name``: the file's) for this very import.

    Raises LayoutUnreadable, LayoutOther when it is for another header, and what ``confirm_layout`` raises.
    """
    require_import(by)
    require_own(by, imported)
    given = load_layout(text, name=name)
    if given.fingerprint != open_import(imported).header.fingerprint:
        raise LayoutOther(name=given.name)
    return confirm_layout(
        imported,
        given.mapping,
        name=given.name,
        source=given.source,
        register=given.register,
        by=by,
        at=at,
        clock=clock,
    )
