"""A set by command: named by its code or its name, handed out for a named person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from chuan.objectives.models import FigureSet
from chuan.objectives.sets.actions.exporting import Exported, export_set
from chuan.objectives.sets.command_refusals import SetUnknown, SeveralSets, WhoUnknown
from chuan.people.models import Account
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.figure_sets import short_digest
from chuan.rules.vietnamese import fold

_CODE = 4
"""Signs of a set's code that must at least be given."""


def write_export(out: Path, wanted: str, *, username: str, clock: Callable[[], datetime]) -> Exported:
    """Write the file of the set; ``clock`` reads the moment: this is a door.

    Raises ``WhoUnknown``, ``SetUnknown``, ``SeveralSets``, and what exporting refuses.
    """
    by = _viewer(username, clock())
    made = export_set(_set(wanted, by), by=by, at=clock())
    # nosemgrep: file-written-here - the file that the command was asked for
    out.write_bytes(made.data)
    return made


def _set(wanted: str, by: Viewer) -> FigureSet:
    """The set with this code (as printed, or its beginning) or this name."""
    code = wanted.replace("-", "").lower()
    rows = list(
        FigureSet.objects.seen_by(by)
        .select_related("plan__owner_unit", "plan__decision")
        .defer("lines")
        .order_by("on", "pk")
    )
    found = [one for one in rows if len(code) >= _CODE and one.digest.startswith(code)]
    found = found or [one for one in rows if fold(one.name) == fold(wanted)]
    if not found:
        raise SetUnknown(wanted=wanted)
    if len(found) > 1:
        raise SeveralSets(wanted=wanted, codes=", ".join(short_digest(one.digest) for one in found))
    return found[0]


def _viewer(username: str, at: datetime) -> Viewer:
    account = Account.objects.filter(username=username.strip().lower(), is_active=True).first()
    viewer = viewer_of(account, on=timezone.localtime(at).date()) if account else None
    if viewer is None:
        raise WhoUnknown(username=username)
    return viewer
