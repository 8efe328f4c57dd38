"""Procedures that came in after the declaration are named; the day of the declaration is the day in Viet Nam."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from chuan.conformity import actions
from chuan.conformity.checking import scope_changed
from chuan.conformity.models import Declaration
from chuan.offers.self_checks import Looked
from chuan.offers.uids import new_uid
from chuan.rules.wording import said
from tests.dossiers.procedures.made import procedure, version
from tests.people import Ward

DAY = date(2026, 3, 2)


def moment(hour: int, minute: int) -> datetime:
    return timezone.make_aware(datetime.combine(DAY, time(hour, minute)))


def declared(ward: Ward, at: datetime) -> None:
    """A declaration begun at the moment, from a confirmation of now."""
    actions.keep_run(timezone.localdate(), by=ward.viewer(ward.secretary), at=timezone.now())
    confirmed = actions.confirm(
        confirmed_on=timezone.localdate(), scope="Mọi thủ tục hành chính.", words="", citation="",
        by=ward.viewer(ward.chairman), at=timezone.now(),
    )  # fmt: skip
    Declaration.objects.create(unit=ward.unit, confirmation=confirmed, draft_uid=new_uid(), recorded_at=at)


@pytest.mark.parametrize(("hour", "minute"), [(0, 5), (6, 59), (7, 5), (23, 55)])
def test_what_began_on_the_day_of_the_declaration_is_in_it_and_what_began_later_is_not(
    ward: Ward, hour: int, minute: int
) -> None:
    declared(ward, moment(hour, minute))
    looked = Looked(ward.unit, DAY + timedelta(days=5), moment(23, 59) + timedelta(days=5))
    version(procedure(ward.unit), since=DAY)
    assert list(scope_changed(looked)) == []
    version(
        procedure(ward.unit, "1.004873", "Thủ tục cấp giấy xác nhận tình trạng hôn nhân"),
        since=DAY + timedelta(days=1),
    )
    (gap,) = scope_changed(looked)
    assert f"lần công bố {said(DAY)}" in gap.sentence
    assert "1 phiên bản" in gap.sentence
