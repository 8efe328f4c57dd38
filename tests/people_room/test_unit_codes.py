"""A code names a unit only together with a date.

Code 18115 was phường Bắc Hồng until 30 June 2025 and is phường Bắc Hồng Lĩnh since (19/2025/QĐ-TTg, reported).
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from chuan.people.models import Succession, Unit, UnitCode, family_ids

pytestmark = pytest.mark.django_db
CHANGE = date(2025, 7, 1)


@pytest.fixture
def wards() -> tuple[Unit, Unit]:
    old = Unit.objects.create(kind="ward", name="Bắc Hồng", valid_from=date(2000, 1, 1), valid_to=CHANGE)
    new = Unit.objects.create(kind="ward", name="Bắc Hồng Lĩnh", valid_from=CHANGE)
    UnitCode.objects.create(
        unit=old, scheme="gso", code="18115", valid_from=date(2000, 1, 1), valid_to=CHANGE
    )
    UnitCode.objects.create(unit=new, scheme="gso", code="18115", valid_from=CHANGE)
    Succession.objects.create(predecessor=old, successor=new, on=CHANGE, citation="Nghị quyết sắp xếp đơn vị")
    return old, new


def test_the_same_code_names_two_wards_apart_by_date(wards: tuple[Unit, Unit]) -> None:
    old, new = wards
    assert UnitCode.objects.named_on("gso", "18115", date(2025, 6, 30)) == old
    assert UnitCode.objects.named_on("gso", "18115", CHANGE) == new


def test_a_code_that_nobody_bears_on_the_day_names_nobody(wards: tuple[Unit, Unit]) -> None:
    assert UnitCode.objects.named_on("gso", "18115", date(1999, 12, 31)) is None
    assert UnitCode.objects.named_on("gso", "99999", CHANGE) is None


def test_the_same_code_from_the_same_day_is_refused_by_the_database(wards: tuple[Unit, Unit]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitCode.objects.create(unit=wards[0], scheme="gso", code="18115", valid_from=CHANGE)


def test_a_successor_reads_what_its_predecessor_left_and_not_the_reverse(wards: tuple[Unit, Unit]) -> None:
    old, new = wards
    assert family_ids(new) == {old.pk, new.pk}
    assert family_ids(old) == {old.pk}
