"""The unit's code on the axis, dated with its document."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.refusals import NothingChanges
from chuan.documents.permissions import check_sets_numbering
from chuan.documents.refusals_sending import OrganCodeWrong
from chuan.documents.sending.organ import CODE, IN_CHARGE
from chuan.exchange.edxml import organ_code
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def set_organ(
    code: str, in_charge: str, *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> None:
    """Declare the code and the agency above from a day on (QĐ 20/2020/QĐ-TTg; QCVN 102:2016/BTTTT 1.1).

    Raises ``OrganCodeWrong``, ``CitationMissing``, ``NothingChanges``, ``NotAllowed``.
    """
    check_sets_numbering(by)
    unit, notice = by.unit, cited(citation)
    if organ_code(code) is None:
        raise OrganCodeWrong(typed=code.strip())
    wanted = {CODE: code.strip(), IN_CHARGE: " ".join(in_charge.split())}
    changed = {k: v for k, v in wanted.items() if UnitSetting.objects.value_on(unit, k, valid_from) != v}
    if not changed:
        raise NothingChanges()
    with act("organ_code.set", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=unit.pk)
        for key, value in changed.items():
            last = (
                UnitSetting.objects.filter(unit=unit, key=key, valid_from=valid_from)
                .order_by("-version")
                .first()
            )
            UnitSetting.objects.create(
                unit=unit, key=key, value=value, valid_from=valid_from, version=last.version + 1 if last else 1,
                citation=notice,
            )  # fmt: skip
        doing.detail = {"changes": changed, "since": valid_from, "citation": notice}
