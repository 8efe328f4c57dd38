"""Files of other systems in the example unit, invented and marked so; taken in through the actions that people use."""

from __future__ import annotations

from chuan.intake import actions
from chuan.intake.looking import Clock, open_import
from chuan.intake.models import Import
from chuan.people.viewer import Viewer


def take_in(data: bytes, name: str, source: str, *, by: Viewer, clock: Clock) -> Import:
    """Receive the file, confirm what its columns are as they were proposed, take its rows in.

    ``source``: the system it is from. ``clock`` reads the moment: reading happens in a process of its own.
    """
    found = actions.look(actions.receive_file(data, name, by=by, at=clock()), at=clock())
    if found.status == Import.Status.UNMAPPED:
        mapping = open_import(found).mapping
        actions.confirm_layout(found, mapping, name=source, source=source, by=by, at=clock(), clock=clock)
        found.refresh_from_db()
    return actions.commit(found, by=by, at=clock(), clock=clock)
