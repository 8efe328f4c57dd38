"""Taken in whole or not at all: one transaction, what was shown is what comes in, two at once are told."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.checks import standing_rows
from chuan.intake.models import Import, OutsideRow, StandingRow
from chuan.intake.previews import preview_of
from chuan.intake.refusals import (
    DoubtsOpen,
    GoneUnanswered,
    ImportedMeanwhile,
    NothingReadable,
    TakenMeanwhile,
)
from chuan.offers import registers
from chuan.rules.refusals import NotAllowed, NotFound, Refused, WrongMove
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.intake.engine import FORM, LATER, LIST, SOURCE, Desk, demo, seen, standing
from tests.people import Ward

MARCH = "danh-sach-thang-3-utf8.csv"


def without_last(name: str = MARCH) -> bytes:
    return "".join(demo()[name].decode().splitlines(keepends=True)[:-1]).encode()


def last_code(name: str = MARCH) -> str:
    return demo()[name].decode().splitlines()[-1].split(",")[1]


def test_every_row_stands_once_with_the_file_that_brought_it(desk: Desk) -> None:
    held = desk.committed(LIST)
    assert held.status == Import.Status.COMMITTED
    assert (OutsideRow.objects.count(), StandingRow.objects.count()) == (60, 60)
    assert set(OutsideRow.objects.values_list("brought_by", "version", "source")) == {(held.pk, 1, SOURCE)}
    assert not list(standing_rows())


def test_what_is_stored_holds_filled_fields_only_and_nothing_personal(desk: Desk) -> None:
    desk.committed(LIST)
    for text in standing().values():
        assert '""' not in text
        assert "applicant" not in text


def test_the_room_of_the_register_is_given_new_and_changed_rows_only(desk: Desk) -> None:
    desk.committed(LIST)
    first = desk.dossiers.arrivals[-1]
    assert (len(first.rows), first.covers, first.withdrawing) == (60, Period.year(2021), False)
    assert len(first.rows[:2]) == 2
    assert first.rows[0] == next(iter(first.rows))
    desk.committed(LATER)
    assert len(desk.dossiers.last) == 13
    assert sum(row.after_due for row in desk.dossiers.last.values()) == 1
    assert desk.dossiers.written == desk.dossiers.arrivals


def test_a_changed_row_is_a_version_on_top_and_the_first_stays(desk: Desk) -> None:
    desk.committed(LIST)
    desk.committed(LATER)
    (row,) = OutsideRow.objects.filter(version=2)
    assert row.after_due
    assert OutsideRow.objects.filter(outside_code=row.outside_code, version=1).exists()
    assert StandingRow.objects.get(outside_code=row.outside_code).row == row


def test_the_trail_says_who_took_what_in(desk: Desk) -> None:
    held = desk.committed(LIST)
    line = Entry.objects.get(verb="import.commit")
    assert (line.subject_uid, line.actor) == (held.uid, desk.viewer().trail_name)
    assert held.blob.digest in line.detail.body


def test_rooms_that_listen_are_told_after_it_is_done(desk: Desk) -> None:
    held = desk.committed(LIST)
    ((unit, register, covers, _),) = desk.told
    assert (unit, register, covers) == (desk.ward.unit, "dossiers", held.covers)


def test_a_fault_in_a_room_that_listens_undoes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(registers, "_told", [broken])
    assert desk.committed(LIST).status == Import.Status.COMMITTED


@pytest.mark.parametrize("keep", [True, False])
def test_rows_gone_ask_for_an_answer(desk: Desk, keep: bool) -> None:
    desk.committed(MARCH)
    held = desk.mapped("thieu.csv", without_last())
    with pytest.raises(GoneUnanswered):
        desk.commit(held)
    assert desk.commit(held, keep_gone=keep).keep_gone is keep
    assert (last_code() in standing()) is keep
    assert not list(standing_rows())


def test_rows_taken_out_are_a_version_and_the_room_is_told(desk: Desk) -> None:
    desk.committed(MARCH)
    desk.committed("thieu.csv", without_last(), keep_gone=False)
    assert OutsideRow.objects.get(outside_code=last_code(), version=2).fields == ""
    assert desk.dossiers.last[last_code()].values is None


def test_rows_kept_are_not_asked_about_again(desk: Desk) -> None:
    desk.committed(MARCH)
    desk.committed("thieu.csv", without_last(), keep_gone=True)
    assert desk.mapped("thieu-nua.csv", without_last() + b"\n").rows_gone == 0


def test_a_row_that_comes_back_is_new_again_with_the_next_version(desk: Desk) -> None:
    desk.committed(MARCH)
    desk.committed("thieu.csv", without_last(), keep_gone=False)
    held = desk.committed("du.csv", demo()[MARCH] + b"\n")
    assert held.rows_new == 1
    assert OutsideRow.objects.get(outside_code=last_code(), brought_by=held).version == 3
    assert last_code() in standing()


def test_doubts_are_confirmed_by_their_kind(desk: Desk) -> None:
    held = desk.mapped("loi/phuong-khac.xls")
    with pytest.raises(DoubtsOpen):
        actions.commit(held, by=desk.viewer(), at=timezone.now(), despite=["turned_dates"])
    actions.commit(held, by=desk.viewer(), at=timezone.now(), despite=preview_of(held).must_confirm)
    assert "other_ward" in Entry.objects.get(verb="import.commit").detail.body


def test_another_import_since_the_preview_asks_for_a_new_look(desk: Desk) -> None:
    desk.mapped(LIST)
    first, second = Import.objects.get(), desk.receive(LATER)
    assert second.rows_new == 72
    desk.commit(first)
    with pytest.raises(ImportedMeanwhile):
        desk.commit(second)
    second.refresh_from_db()
    assert (second.status, second.rows_new, second.rows_changed) == (Import.Status.PREVIEWED, 12, 1)
    desk.commit(second)
    assert len(standing()) == 72


def test_a_withdrawal_since_the_preview_asks_too(desk: Desk) -> None:
    first, second = desk.committed(LIST), desk.mapped(LATER)
    desk.withdraw(first)
    with pytest.raises(ImportedMeanwhile):
        desk.commit(second)
    second.refresh_from_db()
    assert second.rows_new == 72


def test_an_import_of_another_register_asks_nothing(desk: Desk) -> None:
    held = desk.mapped(LIST)
    desk.committed(FORM)
    assert desk.commit(held).status == Import.Status.COMMITTED


def test_of_two_at_once_one_wins_and_the_other_is_told(desk: Desk) -> None:
    """The second is taken in while the first is being worked out: the first finds it so at the lock."""
    desk.mapped(LIST)
    first, second = Import.objects.get(), desk.receive(MARCH)
    desk.dossiers.while_preparing = lambda: _once(desk, second)
    with pytest.raises(ImportedMeanwhile):
        desk.commit(first)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (Import.Status.PREVIEWED, Import.Status.COMMITTED)
    assert set(OutsideRow.objects.values_list("brought_by", flat=True)) == {second.pk}
    assert first.rows_same == len(standing())


def _once(desk: Desk, second: Import) -> None:
    desk.dossiers.while_preparing = None
    desk.commit(second)


def test_the_same_import_is_not_taken_in_twice(desk: Desk) -> None:
    held = desk.mapped(LIST)
    again = Import.objects.get()
    desk.commit(held)
    with pytest.raises((TakenMeanwhile, ImportedMeanwhile, WrongMove)):
        desk.commit(again)
    with pytest.raises(WrongMove):
        desk.commit(held)
    assert OutsideRow.objects.count() == 60


@pytest.mark.parametrize("when", ["while_preparing", "while_writing"])
@pytest.mark.parametrize("fault", [Refused(), RuntimeError("no")])
def test_whatever_breaks_nothing_is_half_loaded_and_the_file_waits_again(
    desk: Desk, when: str, fault: Exception
) -> None:
    held = desk.mapped(LIST)

    def broken() -> None:
        raise fault

    setattr(desk.dossiers, when, broken)
    with pytest.raises(type(fault)):
        desk.commit(held)
    held = Import.objects.get()
    assert (held.status, held.committed_at) == (Import.Status.PREVIEWED, None)
    assert held.refusal == Refused().sentence
    assert not OutsideRow.objects.exists()
    assert not StandingRow.objects.exists()
    assert not Entry.objects.filter(verb="import.commit").exists()
    assert not desk.told
    setattr(desk.dossiers, when, None)
    assert desk.commit(held).refusal == ""


def test_an_act_that_took_too_long_takes_nothing_in_and_a_clock_read_anew_mends_it(desk: Desk) -> None:
    held = desk.mapped(LIST)
    long_ago = timezone.now() - timedelta(seconds=40)
    with pytest.raises(Refused):
        actions.commit(held, by=desk.viewer(), at=long_ago)
    assert not OutsideRow.objects.exists()
    held.refresh_from_db()
    actions.commit(held, by=desk.viewer(), at=long_ago, clock=timezone.now)
    assert held.committed_at is not None
    assert held.committed_at > long_ago


def test_progress_is_told_in_words(desk: Desk) -> None:
    told: list[tuple[str, int, int]] = []
    actions.commit(
        desk.mapped(LIST), by=desk.viewer(), at=timezone.now(), on_progress=lambda *given: told.append(given)
    )
    assert [stage for stage, _, _ in told] == ["đang đọc", "đang so", "đang tính", "đang ghi"]
    assert told[-1] == ("đang ghi", 0, 60)


def test_belonging_days_and_scopes_stand_beside_the_rows(desk: Desk) -> None:
    desk.committed(LIST)
    row = StandingRow.objects.earliest("belongs_on")
    assert row.belongs_on is not None
    assert row.belongs_on >= date(2021, 1, 1)
    assert row.scope == Import.objects.get().scope


def test_other_wards_and_roles_take_nothing_in(desk: Desk, other_ward: Ward) -> None:
    held = desk.mapped(LIST)
    stranger = other_ward.viewer(other_ward.one_stop, on=timezone.localdate())
    for viewer, refused in ((stranger, NotFound), (desk.viewer(desk.ward.chairman), NotAllowed)):
        with pytest.raises(refused):
            actions.commit(held, by=viewer, at=timezone.now())
    assert seen(held).must_confirm == ()


def test_two_wards_with_the_same_codes_do_not_meet(desk: Desk, other_ward: Ward) -> None:
    desk.committed(LIST)
    neighbour = Desk(other_ward, desk.followers, desk.told)
    held = neighbour.mapped(LIST)
    assert held.rows_new == 60
    neighbour.commit(held)
    assert StandingRow.objects.count() == 120
    assert not list(standing_rows())


def test_a_file_of_which_no_row_can_be_read_covers_nothing(desk: Desk) -> None:
    text = "Số hồ sơ;Ngày tiếp nhận;Trạng thái\nH-1;05/01/2021;???\n"
    only = desk.mapped("loi.csv", f"Từ ngày 01/01/2021 đến ngày 31/01/2021\n{text}".encode())
    with pytest.raises(NothingReadable):
        desk.commit(only)


def test_the_registers_room_records_at_the_moment_of_writing_not_of_working_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Working 50,000 rows out may take longer than an act may last; what is recorded bears the act's moment."""

    class Held:
        def __init__(self, at: datetime) -> None:
            self.at, self.worked_out_at = at, at

        def __call__(self) -> None:
            written.append(self)

    written: list[Held] = []
    monkeypatch.setattr(desk.dossiers, "prepare", lambda arrival, *, at: Held(at))
    held = desk.mapped(LIST)
    actions.commit(held, by=desk.viewer(), at=timezone.now(), clock=timezone.now)
    assert written[0].at == held.committed_at
    assert written[0].at > written[0].worked_out_at
