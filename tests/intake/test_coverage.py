"""Which days the standing imports speak of, and which fields their files fill, as of a moment."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.demo_exports import formats, sheets
from chuan.intake.coverage import covered, fields_held, merged, uncovered
from chuan.intake.models import Import
from chuan.rules.types import Period
from tests.intake.engine import BOOK, FORM, LIST, Desk, demo

YEAR = Period.year(2021)


def month(desk: Desk, number: int) -> Import:
    period = Period.month(2021, number)
    last = period.end - timedelta(days=1)
    grid = sheets.dossier_list((), first=period.start, last=last)
    row = [
        1,
        f"H-{number}",
        "1.001",
        "Khai sinh",
        "Hộ tịch",
        "",
        f"05/{number:02d}/2021",
        "",
        "",
        "",
        "Đang xử lý",
    ]
    data = formats.as_csv(";", "utf-8")(formats.Grid([*grid.rows, [*row, "Trực tiếp", "Lê Văn Một Cửa"]]))
    return desk.committed(f"thang-{number}.csv", data)


def test_months_that_touch_are_one_stretch_and_a_gap_is_named(desk: Desk) -> None:
    for number in (3, 1, 2, 5):
        month(desk, number)
    now, unit = timezone.now(), desk.ward.unit
    assert covered(unit, "dossiers", as_of=now) == (
        Period(date(2021, 1, 1), date(2021, 4, 1)),
        Period.month(2021, 5),
    )
    assert uncovered(unit, "dossiers", YEAR, as_of=now) == (
        Period.month(2021, 4),
        Period(date(2021, 6, 1), date(2022, 1, 1)),
    )
    assert uncovered(unit, "dossiers", Period.month(2021, 2), as_of=now) == ()
    assert uncovered(unit, "dossiers", Period.year(2020), as_of=now) == (Period.year(2020),)
    assert covered(unit, "dossier_totals", as_of=now) == ()


def test_coverage_is_as_of_a_moment_and_goes_back_with_a_withdrawal(desk: Desk) -> None:
    before = timezone.now()
    held = desk.committed(LIST)
    standing = timezone.now()
    desk.withdraw(held)
    unit = desk.ward.unit
    assert covered(unit, "dossiers", as_of=before) == ()
    assert covered(unit, "dossiers", as_of=standing) == (YEAR,)
    assert covered(unit, "dossiers", as_of=timezone.now()) == ()


def test_a_file_only_looked_at_covers_nothing(desk: Desk) -> None:
    desk.mapped(LIST)
    assert covered(desk.ward.unit, "dossiers", as_of=timezone.now()) == ()


def test_a_file_that_changes_nothing_still_records_what_it_covers(desk: Desk) -> None:
    """The next month's file, made with a longer period, lists the same dossiers."""
    desk.committed("danh-sach-thang-3-utf8.csv")
    text = demo()["danh-sach-thang-3-utf8.csv"].decode().replace("31/03/2021", "30/04/2021", 1)
    held = desk.committed("dai-hon.csv", text.encode())
    assert (held.rows_new, held.rows_changed) == (0, 0)
    joined = Period(date(2021, 3, 1), date(2021, 5, 1))
    assert covered(desk.ward.unit, "dossiers", as_of=timezone.now()) == (joined,)


def test_a_filtered_file_does_not_speak_of_the_whole_register(desk: Desk) -> None:
    grid = sheets.dossier_list((), first=date(2021, 1, 1), last=date(2021, 1, 31))
    rows = [["Trạng thái hồ sơ: Đang xử lý"] if row and "Tất cả" in str(row[0]) else row for row in grid.rows]
    rows.append([1, "H-1", "1.001", "Khai sinh", "Hộ tịch", "", "05/01/2021", "", "", "", "Đang xử lý"])
    held = desk.committed("loc.csv", formats.as_csv(";", "utf-8")(formats.Grid(rows)))
    assert held.status == Import.Status.COMMITTED
    assert covered(desk.ward.unit, "dossiers", as_of=timezone.now()) == ()


def test_dossiers_received_for_others_do_not_speak_of_our_own(desk: Desk) -> None:
    desk.committed("phi-dia-gioi-2021.ods")
    assert covered(desk.ward.unit, "dossiers", as_of=timezone.now()) == ()


def test_fields_are_those_that_the_files_of_these_days_fill(desk: Desk) -> None:
    desk.committed(BOOK)
    unit = desk.ward.unit
    held = fields_held(unit, "dossiers", YEAR, as_of=timezone.now())
    assert {"code", "received_at", "promised_at", "returned_at", "area"} <= held
    assert "ready_at" not in held
    assert "ready_at" not in fields_held(unit, "dossiers", Period.year(2020), as_of=timezone.now())
    desk.committed(LIST)
    assert "ready_at" in fields_held(unit, "dossiers", YEAR, as_of=timezone.now())


def test_totals_cover_their_own_register(desk: Desk) -> None:
    desk.committed(FORM)
    assert covered(desk.ward.unit, "dossier_totals", as_of=timezone.now()) == (YEAR,)
    assert covered(desk.ward.unit, "dossiers", as_of=timezone.now()) == ()


@pytest.mark.parametrize(
    ("given", "joined"),
    [
        ([], []),
        ([(1, 3), (2, 4)], [(1, 4)]),
        ([(2, 3), (1, 2)], [(1, 3)]),
        ([(1, 9), (2, 3)], [(1, 9)]),
        ([(1, 2), (3, 4)], [(1, 2), (3, 4)]),
    ],
)
def test_periods_that_touch_or_overlap_are_joined(given: list, joined: list) -> None:
    def period(pair: tuple[int, int]) -> Period:
        return Period(date(2021, pair[0], 1), date(2021, pair[1], 1))

    assert merged(map(period, given)) == tuple(map(period, joined))
