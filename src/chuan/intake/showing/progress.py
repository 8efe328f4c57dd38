"""How far the work on a file is, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.intake.models import Import
from chuan.ui.formatters import number

WORKING = frozenset({Import.Status.READING, Import.Status.COMMITTING})
"""Statuses in which the machine is at work and nobody can decide anything."""


@dataclass(frozen=True)
class Told:
    """How far it is; ``settled`` once the machine has stopped."""

    said: str
    done: int
    total: int
    settled: bool


def told_of(imported: Import) -> Told:
    """ "Đang nhập: 1.200 trong 50.000 dòng"."""
    doing = _("Đang nhập") if imported.status == Import.Status.COMMITTING else _("Đang đọc tệp")
    said = imported.stage[:1].upper() + imported.stage[1:] or doing
    if imported.total:
        counts = {"said": said, "done": number(imported.done), "total": number(imported.total)}
        said = _("%(said)s: %(done)s trong %(total)s dòng") % counts
    return Told(said, imported.done, imported.total, imported.status not in WORKING)
