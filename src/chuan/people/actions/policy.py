"""The unit's choices about signing in, each from a day on and by a document."""

from __future__ import annotations

from datetime import date, datetime

from chuan.offers.subjects import Subject
from chuan.people import permissions, sign_in_policy
from chuan.people.actions import holding
from chuan.people.models import Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def choose_sign_in(
    *, who: str, hours: int, minutes: int, since: date, citation: str, by: Viewer, at: datetime
) -> int:
    """Write what differs from what stands on that day; how many choices changed. Raises ``CitationMissing``.

    A choice for a day that is already written is not edited: the next version stands for it.
    """
    permissions.require_keep_staff(by)
    unit, notice = by.unit, holding.cited(citation)
    wanted = {
        sign_in_policy.SECOND_FACTOR: sign_in_policy.Who(who).value,
        sign_in_policy.SHIFT_HOURS: str(hours),
        sign_in_policy.FRESH_MINUTES: str(minutes),
    }
    changed = {
        key: value for key, value in wanted.items() if UnitSetting.objects.value_on(unit, key, since) != value
    }
    detail = {"changes": changed, "since": since, "citation": notice}
    with act("choose_sign_in", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail):
        Unit.objects.select_for_update().get(pk=unit.pk)
        for key, value in changed.items():
            _add(unit, key, value, since, notice)
    return len(changed)


def _add(unit: Unit, key: str, value: str, since: date, citation: str) -> None:
    last = UnitSetting.objects.filter(unit=unit, key=key, valid_from=since).order_by("-version").first()
    UnitSetting.objects.create(
        unit=unit, key=key, value=value, valid_from=since, citation=citation,
        version=last.version + 1 if last else 1,
    )  # fmt: skip
