"""Units chosen from the directory of communes, and kept by name only where nobody here works for them."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from chuan.law import admin_units
from chuan.law.admin_units import TURN, Commune
from chuan.people.models import Unit, UnitCode
from chuan.people.refusals_units import CodeNamesAnother, SeveralUnits
from chuan.rules.vietnamese import fold

CODE_SCHEME = "gso"
"""Codes of administrative units as the statistics office lists them (19/2025/QĐ-TTg; reported, not read)."""

SHOWN = 8
"""How many communes of one name a refusal lists."""


def choose(text: str, since: date) -> Commune | None:
    """The one commune that a name or a code means on the day; None when the directory has none.

    Raises ``SeveralUnits`` with codes and places when more than one is called exactly so.
    """
    found = admin_units.find(text, since, most=50)
    called = [one for one in found if _same(text, one)] or list(found)
    if len(called) > 1:
        raise SeveralUnits(name=text, units="; ".join(listed(called[:SHOWN])), count=len(called))
    return called[0] if called else None


def of_code(code: str, since: date, *, name: str = "") -> Commune | None:
    """The commune that a code names on the day; None when the directory does not know the code on that day.

    Raises ``CodeNamesAnother`` when it names one of another name, or is a code of the other side of 1 July 2025.
    """
    found = admin_units.named(code, since)
    other = admin_units.named(code, _other_side(since))
    if found is None and other is not None:
        raise CodeNamesAnother(given=code, since=since, unit=_said(other), mend=_mend(name, since))
    if found is not None and name.strip() and not _same(name, found):
        raise CodeNamesAnother(given=code, since=since, unit=_said(found), mend=_mend(name, since))
    return found


def listed(communes: list[Commune]) -> list[str]:
    """One line each: "18115 phường Bắc Hồng (Thị xã Hồng Lĩnh, Tỉnh Hà Tĩnh)"."""
    return [f"{one.code} {one.titled} ({one.where})" for one in communes]


def unit_of(commune: Commune, on: date) -> Unit | None:
    """The unit kept here that the commune is; ``on`` is a day on which it stands, or its first day after."""
    found = UnitCode.objects.filter(scheme=CODE_SCHEME, code=commune.code).select_related("unit")
    for code in found.order_by("-valid_from"):
        if (code.valid_from >= TURN) == commune.after and code.valid_from <= on:
            return code.unit
    return None


def keep_by_name(commune: Commune, *, until: date, example: bool = False) -> Unit:
    """The unit of the commune, made by name only where it is not here: no officials, no accounts. Inside an act.

    The old list does not say from when a commune stands: it is kept from the last day for which the list speaks.
    """
    standing = unit_of(commune, until)
    if standing is not None:
        return standing
    since = commune.since or min(until, TURN) - timedelta(days=1)
    unit = Unit.objects.create(
        kind=commune.kind, name=commune.name, place=commune.name, valid_from=since, example=example
    )
    UnitCode.objects.create(unit=unit, scheme=CODE_SCHEME, code=commune.code, valid_from=since)
    return unit


def keep_province(commune: Commune, *, since: date, example: bool = False) -> Unit:
    """The province of the commune as a unit by name only, for codes and parents. Inside an act."""
    code = commune.province_code
    known = UnitCode.objects.filter(
        scheme=CODE_SCHEME, code=code, unit__kind=Unit.Kind.PROVINCE, unit__name=commune.province_name
    )
    if (row := known.select_related("unit").first()) is not None:
        return row.unit
    unit = Unit.objects.create(
        kind=Unit.Kind.PROVINCE,
        name=commune.province_name,
        place=commune.province_name,
        valid_from=since,
        example=example,
    )
    if not UnitCode.objects.filter(scheme=CODE_SCHEME, code=code, valid_from=since).exists():
        UnitCode.objects.create(unit=unit, scheme=CODE_SCHEME, code=code, valid_from=since)
    return unit


def _same(text: str, commune: Commune) -> bool:
    name, _comma, place = fold(text).partition(",")
    called = " ".join(name.split())
    return called in (commune.code, fold(commune.name), fold(commune.titled)) and place.strip() in fold(
        commune.where
    )


def _other_side(since: date) -> date:
    return TURN - timedelta(days=1) if since >= TURN else TURN


def _said(commune: Commune) -> str:
    when = _("từ") if commune.after else _("trước")
    return f"{commune.titled} ({commune.where}) {when} {TURN:%d/%m/%Y}"


def _mend(name: str, since: date) -> str:
    """The right codes where the name tells them, else where to look."""
    found = [one for one in admin_units.find(name, since) if _same(name, one)] if name else []
    if found:
        return _("Đơn vị đúng ngày đó: %(units)s.") % {"units": "; ".join(listed(found[:SHOWN]))}
    return _("Xem lại mã, tên và ngày lập; từ 01/07/2025 nhiều mã cũ được cấp lại cho đơn vị khác.")
