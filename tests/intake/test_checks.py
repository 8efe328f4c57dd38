"""What stands is checked against the versions it is a projection of."""

from __future__ import annotations

from chuan.intake.checks import standing_rows
from chuan.intake.models import OutsideRow, StandingRow
from chuan.offers.checks import projections
from tests.intake.engine import LATER, LIST, Desk


def test_the_check_is_offered_to_the_command(desk: Desk) -> None:
    assert projections()["dòng nhập từ tệp"] is standing_rows


def test_a_row_that_stands_on_an_old_version_is_named(desk: Desk) -> None:
    desk.committed(LIST)
    desk.committed(LATER)
    newest = OutsideRow.objects.get(version=2)
    first = OutsideRow.objects.get(outside_code=newest.outside_code, version=1)
    StandingRow.objects.filter(outside_code=newest.outside_code).update(row=first)
    wrong, absent = list(standing_rows())
    assert wrong.startswith(newest.outside_code)
    assert absent.startswith(newest.outside_code)


def test_a_row_that_does_not_stand_and_should_is_named(desk: Desk) -> None:
    desk.committed(LIST)
    gone = StandingRow.objects.earliest("pk")
    code = gone.outside_code
    gone.delete()
    assert [one.partition(":")[0] for one in standing_rows()] == [code]


def test_a_row_that_stands_on_a_withdrawn_import_is_named(desk: Desk) -> None:
    held = desk.committed(LIST)
    row = StandingRow.objects.earliest("pk")
    desk.withdraw(held)
    row.pk = None
    row.save()
    assert [one.partition(":")[0] for one in standing_rows()] == [row.outside_code]
