"""A layout that another ward gave: remembered here before the first file that needs it comes in."""

from __future__ import annotations

from datetime import datetime

from chuan.intake.actions.mapping import remember
from chuan.intake.layouts import load_layout, problems_with
from chuan.intake.models import Layout
from chuan.intake.opening import register_named
from chuan.intake.permissions import require_import
from chuan.intake.refusals import RegisterUnknown
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
