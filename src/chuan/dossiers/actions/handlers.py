"""Whose a name in the files is: said once by a person, and every dossier of that name follows."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from chuan.dossiers import refusals
from chuan.dossiers.models import Dossier, HandlerName
from chuan.dossiers.permissions import require_keep_cases
from chuan.dossiers.rebuilding import rebuild
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act


def confirm_handler(
    name: HandlerName, *, official: Official | None, nobody_here: bool = False, by: Viewer, at: datetime
) -> int:
    """Say which official the name means, or that it is nobody of the unit; how many dossiers it moves.

    Raises ``NotAllowed``, ``NotFound`` for another unit's name or official, ``HandlerUnclear``.
    """
    require_keep_cases(by)
    if name.unit_id != by.unit.pk or (official is not None and official.unit_id != by.unit.pk):
        raise NotFound(thing=_("tên này"))
    if nobody_here == (official is not None):
        raise refusals.HandlerUnclear(name=name.name)
    with transaction.atomic():
        name.official, name.nobody_here = official, nobody_here
        name.confirmed_by, name.confirmed_at = by.official, at
        name.save()
        ids = _dossiers_of(name)
        write = rebuild(by.unit, ids, why="handler", at=at)
        with act(
            "handler.confirm", Subject("handler_name", name.uid), by=by, unit_uid=by.unit_uid, at=at
        ) as doing:
            write()
            doing.detail = {
                "name": name.name,
                "official": official.name if official else _("không phải cán bộ của đơn vị"),
                "number": len(ids),
            }
    return len(ids)


def _dossiers_of(name: HandlerName) -> list[int]:
    """Dossiers whose handler the source writes so, whatever marks and capitals it uses."""
    dossiers = Dossier.objects.filter(owner_unit=name.unit).order_by()
    written = dossiers.exclude(handler_name="").values_list("handler_name", flat=True).distinct()
    spellings = [one for one in written if fold(one)[:160] == name.folded]
    return list(dossiers.filter(handler_name__in=spellings).values_list("pk", flat=True))
