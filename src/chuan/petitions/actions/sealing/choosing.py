"""Switching the sealed record on or off: the head's, dated, by a document."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.actions.settings import add_setting
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.permissions_sealed import require_choose
from chuan.petitions.refusals_sealed import SameRoles
from chuan.petitions.sealed.choice import SEALED, written
from chuan.trail.actions import act


def choose(
    is_on: bool, asker: Role, allower: Role, *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> None:
    """Decide from a day on whether identities are kept, and which two roles open them.

    Off takes nothing away: what is sealed stays sealed until it is destroyed. Raises ``NotAllowed``, ``SameRoles``,
    ``CitationMissing``, ``NothingChanges``.
    """
    require_choose(by)
    if asker == allower:
        raise SameRoles()
    notice = cited(citation)
    unit, value = by.unit, written(is_on, asker, allower)
    detail = {"value": value, "since": valid_from, "citation": notice}
    with act("seal.choose", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail):
        add_setting(unit, SEALED, value, valid_from=valid_from, citation=notice)
