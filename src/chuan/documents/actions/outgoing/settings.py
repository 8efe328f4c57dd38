"""How the unit numbers its documents, dated with its document; and the bare yearly count of secret ones."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.refusals import NothingChanges
from chuan.documents import numbering
from chuan.documents.models import SecretCount
from chuan.documents.permissions import check_registers, check_sets_numbering
from chuan.documents.refusals_outgoing import CountUnchanged
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.trail.actions import act

SETTABLE = (numbering.SETTING, numbering.AGENCY_SIGN, numbering.OFFICE_SIGN)


def set_numbering(
    values: dict[str, str], *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> int:
    """Write the unit's choices (sequence, abbreviations) from a day on, by a document; how many changed.

    The head of the agency decides how numbers run (NĐ 30/2020 art 15.1). Raises ``CitationMissing``,
    ``NothingChanges`` when all of it stands already, KeyError for another key, ``NotAllowed``.
    """
    check_sets_numbering(by)
    unit, notice = by.unit, cited(citation)
    if unknown := set(values) - set(SETTABLE):
        raise KeyError(sorted(unknown))
    changed = {
        k: v
        for k, v in values.items()
        if v.strip() and numbering.setting_on(unit, k, valid_from) != v.strip()
    }
    if not changed:
        raise NothingChanges()
    with act("numbering.set", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=unit.pk)
        for key, value in changed.items():
            _add(unit, key, value.strip(), valid_from, notice)
        doing.detail = {"changes": changed, "since": valid_from, "citation": notice}
    return len(changed)


def record_secret_count(year: int, count: int, reason: str = "", *, by: Viewer, at: datetime) -> SecretCount:
    """How many secret documents the unit issued in a year: the bare number, for the exclusion of objective 6.

    A correction is a further version with its reason. Raises ``CountUnchanged``, ``ReasonMissing``, ``NotAllowed``.
    """
    check_registers(by)
    unit = by.unit
    with act("secret_count.record", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=unit.pk)
        last = SecretCount.objects.filter(unit=unit, year=year).order_by("-version").first()
        if last is not None and last.count == count:
            raise CountUnchanged(year=str(year))
        if last is not None and not reason.strip():
            raise refusals.ReasonMissing(act="sửa số lượng")
        row = SecretCount.objects.create(
            unit=unit, year=year, version=last.version + 1 if last else 1, count=count, reason=reason.strip(),
            by=by.official, recorded_at=at,
        )  # fmt: skip
        doing.detail = {"year": year, "count": count, "reason": reason.strip()}
    return row


def _add(unit: Unit, key: str, value: str, valid_from: date, citation: str) -> None:
    last = UnitSetting.objects.filter(unit=unit, key=key, valid_from=valid_from).order_by("-version").first()
    UnitSetting.objects.create(
        unit=unit, key=key, value=value, valid_from=valid_from, version=last.version + 1 if last else 1,
        citation=citation,
    )  # fmt: skip
