"""A whole import is taken back: figures go back, nothing is erased, what other files say stays."""

from __future__ import annotations

import json

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.checks import standing_rows
from chuan.intake.models import Import, OutsideRow, StandingRow
from chuan.rules.refusals import NotAllowed, NotFound, ReasonMissing, Refused, WrongMove
from chuan.trail.models import Entry
from tests.intake.engine import BOOK, FORM, LATER, LIST, Desk, demo, standing
from tests.people import Ward

MARCH = "danh-sach-thang-3-utf8.csv"


@pytest.fixture(autouse=True)
def _what_stands_is_the_highest_that_counts(desk: Desk):
    yield
    assert list(standing_rows()) == []


def test_the_only_import_withdrawn_leaves_nothing_standing_and_every_version(desk: Desk) -> None:
    held = desk.committed(LIST)
    desk.withdraw(held)
    assert (held.status, held.reason) == (Import.Status.WITHDRAWN, "Nhập nhầm tệp")
    assert not StandingRow.objects.exists()
    assert OutsideRow.objects.count() == 60
    assert {row.values for row in desk.dossiers.last.values()} == {None}
    assert desk.dossiers.arrivals[-1].withdrawing


def test_the_later_file_withdrawn_goes_back_to_the_earlier_version(desk: Desk) -> None:
    desk.committed(LIST)
    before = standing()
    later = desk.committed(LATER)
    assert standing() != before
    desk.withdraw(later)
    assert standing() == before
    told = desk.dossiers.last
    assert sum(row.values is None for row in told.values()) == 12
    (changed,) = [row for row in told.values() if row.values is not None]
    assert changed.values["promised_at"] == "2021-03-31T17:00:00"
    assert not changed.after_due


def test_rows_that_a_later_file_lists_unchanged_stay_when_the_earlier_is_withdrawn(desk: Desk) -> None:
    first = desk.committed(LIST)
    later = desk.committed(LATER)
    desk.withdraw(first)
    assert len(standing()) == 72
    moved = OutsideRow.objects.filter(brought_by=later)
    assert moved.count() == 12 + 1 + 59
    desk.withdraw(later)
    assert standing() == {}


def test_what_only_the_withdrawn_file_said_leaves_the_rows_it_shared(desk: Desk) -> None:
    """The book knows the district of each dossier; the list does not. Without the book nobody says it."""
    book = desk.committed(BOOK)
    listed = desk.committed(LIST)
    code = OutsideRow.objects.filter(brought_by=listed).first().outside_code
    assert {"area", "procedure_code"} <= set(json.loads(standing()[code]))
    desk.withdraw(book)
    values = json.loads(standing()[code])
    assert "area" not in values
    assert "procedure_code" in values
    assert len(standing()) == 60
    assert OutsideRow.objects.get(outside_code=code, version=3).brought_by == listed


def test_the_other_way_round_what_the_book_said_comes_back_whole(desk: Desk) -> None:
    desk.committed(BOOK)
    before = standing()
    desk.withdraw(desk.committed(LIST))
    assert standing() == before


def test_a_row_taken_out_comes_back_with_the_withdrawal(desk: Desk) -> None:
    desk.committed(MARCH)
    before = standing()
    fewer = "".join(demo()[MARCH].decode().splitlines(keepends=True)[:-1]).encode()
    held = desk.committed("thieu.csv", fewer, keep_gone=False)
    assert len(standing()) == len(before) - 1
    desk.withdraw(held)
    assert standing() == before


def test_a_row_taken_out_stays_out_when_the_file_that_brought_it_is_withdrawn(desk: Desk) -> None:
    first = desk.committed(MARCH)
    fewer = "".join(demo()[MARCH].decode().splitlines(keepends=True)[:-1]).encode()
    desk.committed("thieu.csv", fewer, keep_gone=False)
    count = len(standing())
    desk.withdraw(first)
    assert len(standing()) == count


def test_in_any_order_all_withdrawn_leave_nothing(desk: Desk) -> None:
    made = [desk.committed(name) for name in (LIST, BOOK, LATER, MARCH)]
    for held in (made[2], made[0], made[3], made[1]):
        desk.withdraw(held)
        assert list(standing_rows()) == []
    assert standing() == {}


def test_withdrawn_and_imported_again_stands_as_before(desk: Desk) -> None:
    held = desk.committed(LIST)
    before = standing()
    desk.withdraw(held)
    again = desk.committed("lai.xls", demo()[LIST] + b"\n")
    assert again.rows_new == 60
    assert standing() == before
    assert set(OutsideRow.objects.filter(brought_by=again).values_list("version", flat=True)) == {2}


def test_totals_go_back_too(desk: Desk) -> None:
    held = desk.committed(FORM)
    desk.withdraw(held)
    assert standing() == {}


def test_it_needs_a_reason_and_the_trail_keeps_it(desk: Desk) -> None:
    held = desk.committed(LIST)
    with pytest.raises(ReasonMissing):
        desk.withdraw(held, "  ")
    desk.withdraw(held, "Tệp của tháng trước")
    assert "Tệp của tháng trước" in Entry.objects.get(verb="import.withdraw").detail.body
    assert len(desk.told) == 2


def test_it_is_withdrawn_once_and_never_before_it_was_taken_in(desk: Desk) -> None:
    with pytest.raises(WrongMove):
        desk.withdraw(desk.mapped(BOOK))
    held = desk.committed(LIST)
    desk.withdraw(held)
    with pytest.raises(WrongMove):
        desk.withdraw(held)


def test_when_the_register_refuses_everything_stays(desk: Desk) -> None:
    held = desk.committed(LIST)

    def refuse() -> None:
        raise Refused()

    desk.dossiers.while_writing = refuse
    with pytest.raises(Refused):
        desk.withdraw(held)
    held.refresh_from_db()
    assert held.status == Import.Status.COMMITTED
    assert len(standing()) == 60


def test_the_chairman_may_and_a_stranger_may_not(desk: Desk, other_ward: Ward) -> None:
    held = desk.committed(LIST)
    stranger = other_ward.viewer(other_ward.chairman, on=timezone.localdate())
    for viewer, refused in ((stranger, NotFound), (desk.viewer(desk.ward.auditor), NotAllowed)):
        with pytest.raises(refused):
            actions.withdraw(held, reason="Nhầm", by=viewer, at=timezone.now())
    chairman = desk.viewer(desk.ward.chairman)
    assert (
        actions.withdraw(held, reason="Nhầm", by=chairman, at=timezone.now()).withdrawn_by
        == desk.ward.chairman
    )
