"""The unit as the axis knows it: its code and the agency above it, each dated with its document."""

from __future__ import annotations

from datetime import date

from chuan.documents.refusals_sending import OrganCodeMissing
from chuan.exchange.edxml import Organ
from chuan.people.models import Unit, UnitSetting

CODE, IN_CHARGE = "documents.organ_code", "documents.organ_in_charge"
"""Settings of the unit: "H27.31.5" and "UBND tỉnh Hà Tĩnh"."""


def organ_of(unit: Unit, on: date) -> Organ | None:
    """The unit as sender on the day; None while its code is not declared."""
    code = UnitSetting.objects.value_on(unit, CODE, on)
    if not code:
        return None
    in_charge = UnitSetting.objects.value_on(unit, IN_CHARGE, on) or ""
    return Organ(id=code, in_charge=in_charge, name=unit.committee)


def own_organ(unit: Unit, on: date) -> Organ:
    """The same. Raises ``OrganCodeMissing``."""
    found = organ_of(unit, on)
    if found is None:
        raise OrganCodeMissing()
    return found


def own_codes(unit: Unit) -> set[str]:
    """Every code the unit ever declared, as compared: an answer may name an older one."""
    rows = UnitSetting.objects.filter(unit=unit, key=CODE).values_list("value", flat=True)
    return {same_code(one) for one in rows}


def same_code(code: str) -> str:
    """A code as it is compared."""
    return "".join(code.split()).upper()
