"""Whether a unit's public page is open (``people.citizen_pages``), and by which code an address names the unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from chuan.people.citizen_pages import CitizenPage
from chuan.people.models import Unit, UnitCode

PAGE = CitizenPage("PUBLIC_FEEDBACK", "petitions.public")
SCHEME = "gso"
"""The code that names a unit in an address: that of the directory of communes."""


def code_of(unit: Unit, on: date) -> str:
    """The unit's code of the day in the directory of communes; "" without one."""
    rows = UnitCode.objects.filter(Q(valid_to=None) | Q(valid_to__gt=on), unit=unit, scheme=SCHEME)
    return rows.order_by("-valid_from").values_list("code", flat=True).first() or ""


def with_code(units: Sequence[Unit], code: str) -> Unit | None:
    """Of these units the one with the code."""
    if not code:
        return None
    found = UnitCode.objects.filter(unit__in=units, scheme=SCHEME, code=code[:20])
    keys = set(found.values_list("unit_id", flat=True))
    hits = [one for one in units if one.pk in keys]
    return hits[0] if len(hits) == 1 else None
