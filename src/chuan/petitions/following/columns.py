"""Which days of steps the list has no column for, of the import that each row stands by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chuan.intake.coverage import fields_fed
from chuan.intake.models import Import, Layout, OutsideRow
from chuan.offers.registers import Arrival
from chuan.people.models import Unit, family_ids
from chuan.petitions.stories import days_without_column


def lacking_by_code(unit: Unit, arrival: Arrival, codes: Sequence[str]) -> Mapping[str, str]:
    """By code the days that its list cannot tell (``stories.NOT_HELD``); a list without a layout lacks none.

    Two statements for an arrival; after a withdrawal the versions that are left say by which list a row stands.
    """
    if not arrival.withdrawing:
        layout = Layout.objects.filter(imports__uid=arrival.import_uid).first()
        return dict.fromkeys(codes, _lacking(layout)) if layout else {}
    stands = _standing(unit, arrival, codes)
    layouts = {one.pk: _lacking(one) for one in Layout.objects.filter(pk__in=set(stands.values()))}
    return {code: layouts[key] for code, key in stands.items()}


def _lacking(layout: Layout) -> str:
    return days_without_column(fields_fed(layout))


def _standing(unit: Unit, arrival: Arrival, codes: Sequence[str]) -> dict[str, int]:
    """By code the layout of the last version that counts without the import being withdrawn."""
    imports = Import.objects.filter(unit_id__in=family_ids(unit), register=arrival.register).standing()
    by = dict(imports.exclude(uid=arrival.import_uid).values_list("pk", "layout_id"))
    found: dict[str, int] = {}
    for start in range(0, len(codes), 500):
        rows = OutsideRow.objects.filter(
            unit_id__in=family_ids(unit), register=arrival.register,
            outside_code__in=codes[start : start + 500],
        )  # fmt: skip
        for code, brought in rows.order_by("version").values_list("outside_code", "brought_by_id"):
            if layout := by.get(brought):
                found[code] = layout
    return found
