"""Which unit a command means."""

from __future__ import annotations

from datetime import date

from chuan.people.models import Unit
from chuan.rules.vietnamese import fold
from chuan.upkeep.publishing.refusals import NoUnit, WhichUnit


def unit_named(wanted: str, *, on: date) -> Unit:
    """The only unit of the house, or the one of this name (marks and "UBND phường" may be left out).

    Raises ``NoUnit``, ``WhichUnit``.
    """
    units = list(Unit.objects.valid_on(on).exclude(kind=Unit.Kind.PROVINCE).order_by("name", "pk"))
    if not units:
        raise NoUnit()
    exact = [one for one in units if fold(wanted) in (fold(one.name), fold(one.committee))]
    found = exact if wanted else units
    if len(found) != 1:
        raise WhichUnit(names=", ".join(one.committee for one in units))
    return found[0]
