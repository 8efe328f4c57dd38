"""Names that a file may call the unit by."""

from __future__ import annotations

from chuan.people.models import Unit, family_ids


def names_of(unit: Unit) -> list[str]:
    """Names a file may bear: the unit's and those of its predecessors, its own first. One statement or two."""
    family = Unit.objects.filter(pk__in=family_ids(unit)).order_by("-valid_from")
    return [
        f"{one.get_kind_display()} {one.name}" for one in sorted(family, key=lambda one: one.pk != unit.pk)
    ]
