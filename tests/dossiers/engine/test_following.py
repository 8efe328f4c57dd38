"""What an import makes of dossiers: states that begin and end, clocks, names for a person to say, and back again."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.clocks.models import Clock
from chuan.dossiers.judging import COLUMNS
from chuan.dossiers.models import Dossier, DossierState, HandlerName
from tests.dossiers.engine.made import bring, row, the, withdraw
from tests.dossiers.made import make_handler, make_procedure
from tests.people import Ward, at

CODE = "000.00.18.H27-210428-0007"


def test_a_running_dossier_comes_in_with_its_state_and_its_clock(ward: Ward) -> None:
    brought = bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    one, state = the(CODE), DossierState.objects.get()
    assert (one.status, one.received_on, one.promised_on) == ("running", date(2021, 4, 28), date(2021, 5, 10))
    assert (one.judged_due_on, one.due_basis, one.outcome) == (date(2021, 5, 10), "promise", "")
    assert (state.dossier, state.seq, state.until_at, state.why) == (one, 1, None, "import")
    assert state.import_uid == brought.uid
    assert [getattr(one, name) for name in COLUMNS] == [getattr(state, name) for name in COLUMNS]
    clock = Clock.objects.get()
    assert (clock.subject_uid, clock.lawful_due_on, clock.owner_role) == (
        one.uid, date(2021, 5, 10), "one_stop_clerk",
    )  # fmt: skip
    assert "dang ky ket hon" in one.folded


def test_the_same_rows_again_begin_no_state(ward: Ward) -> None:
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 5))
    assert DossierState.objects.count() == 1


def test_a_dossier_that_is_finished_begins_a_second_state_and_ends_its_clock(ward: Ward) -> None:
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    done = row(ready_at="2021-05-12T09:00:00", status="ready")
    bring(ward.unit, {CODE: done}, at=at(2021, 5, 14))
    one = the(CODE)
    first, second = DossierState.objects.order_by("seq")
    assert (first.until_at, second.until_at) == (at(2021, 5, 14), None)
    assert (one.outcome, one.late_days, one.settled_on, one.states) == ("late", 2, date(2021, 5, 12), 2)
    assert not one.changed_after_due, "a date filled in for the first time is no change"
    clock = Clock.objects.get()
    assert (clock.state, clock.settled_on) == ("ended", date(2021, 5, 12))


def test_a_settled_dossier_needs_no_clock(ward: Ward) -> None:
    bring(ward.unit, {CODE: row(ready_at="2021-05-06T09:00:00")}, at=at(2021, 6, 1))
    assert not Clock.objects.exists()
    assert the(CODE).outcome == "early"


def test_a_promise_moved_after_it_had_passed_changes_nothing_but_how_it_looks_now(ward: Ward) -> None:
    """T-22: an extended file is late against the original date."""
    late = row(ready_at="2021-05-12T09:00:00", status="ready")
    bring(ward.unit, {CODE: late}, at=at(2021, 5, 14))
    bring(ward.unit, {CODE: late | {"promised_at": "2021-05-12T17:00:00"}}, at=at(2021, 5, 21))
    one = the(CODE)
    assert (one.promised_first_on, one.promised_on) == (date(2021, 5, 10), date(2021, 5, 12))
    assert (one.judged_due_on, one.outcome, one.outcome_now) == (date(2021, 5, 10), "late", "on_time")
    assert one.changed_after_due


def test_a_new_date_before_the_old_one_passed_is_an_appointment_and_moves_no_due_day(ward: Ward) -> None:
    """NĐ 61/2018 Điều 19 khoản 9: an apology with a new date comes before the due day, and saves nobody."""
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    bring(ward.unit, {CODE: row(promised_at="2021-05-17T17:00:00")}, at=at(2021, 5, 7))
    one = the(CODE)
    assert (one.promised_first_on, one.judged_due_on, one.promised_on) == (
        date(2021, 5, 10), date(2021, 5, 10), date(2021, 5, 17),
    )  # fmt: skip
    assert not one.changed_after_due


def test_where_papers_were_asked_for_the_promise_follows_the_source(ward: Ward) -> None:
    """NĐ 61/2018 Điều 19 khoản 4: the time is counted again once the papers are there."""
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    asked = row(
        asked_at="2021-05-05T09:00:00", supplied_at="2021-05-07T09:00:00", promised_at="2021-05-14T17:00:00"
    )
    bring(ward.unit, {CODE: asked}, at=at(2021, 5, 7))
    assert the(CODE).judged_due_on == date(2021, 5, 14)


def test_a_confirmed_time_limit_gives_the_lawful_due_day_beside_the_promise(ward: Ward) -> None:
    make_procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn", days=5)
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    one = the(CODE)
    assert (one.lawful_due_on, one.judged_due_on, one.due_basis) == (
        date(2021, 5, 7), date(2021, 5, 7), "law",
    )  # fmt: skip
    assert one.promise_differs
    assert one.limit is not None
    assert one.procedure == one.limit.version.procedure
    assert '"dossier.supplement":"restart"' in one.law_snapshot


def test_a_dossier_that_waits_for_papers_has_no_due_day_and_its_clock_waits(ward: Ward) -> None:
    make_procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn", days=5)
    bring(ward.unit, {CODE: row(asked_at="2021-04-29T09:00:00", status="waiting")}, at=at(2021, 5, 4))
    one, clock = the(CODE), Clock.objects.get()
    assert (one.status, one.judged_due_on) == ("waiting", None)
    assert (clock.state, clock.lawful_due_on, clock.holder) == ("waiting", None, "citizen")


def test_names_of_handlers_wait_for_a_person_and_the_confirmed_own_their_clocks(ward: Ward) -> None:
    make_handler(ward.unit, "Trần Thị Hoài", ward.one_stop)
    rows = {CODE: row(), "A-2": row(handler="TRẦN THỊ HOÀI"), "A-3": row(handler="")}
    bring(ward.unit, rows, at=at(2021, 5, 4))
    assert the("A-2").handler == ward.one_stop
    assert the(CODE).handler is None
    new = HandlerName.objects.get(official=None)
    assert (new.name, new.folded, new.confirmed_at) == ("Lê Minh Tâm", "le minh tam", None)
    owners = dict(Clock.objects.values_list("subject_uid", "owner_official"))
    assert owners[the("A-2").uid] == ward.one_stop.pk


def test_two_sources_complete_each_other(ward: Ward) -> None:
    """The book knows the applicant's day, the list the finish and the channel: one dossier, not two."""
    bring(
        ward.unit,
        {
            CODE: {
                "received_at": "2021-04-28T15:20:00",
                "promised_at": "2021-05-10",
                "returned_at": "2021-05-11",
            }
        },
        at=at(2021, 6, 1),
        source="Sổ theo dõi",
    )
    assert the(CODE).outcome == "late"
    bring(ward.unit, {CODE: row(ready_at="2021-05-10T16:00:00", status="ready")}, at=at(2021, 6, 2))
    one = the(CODE)
    assert (one.ready_on, one.returned_on, one.channel) == (date(2021, 5, 10), date(2021, 5, 11), "online")
    assert (one.outcome, one.status) == ("on_time", "returned")
    assert Dossier.objects.count() == 1


def test_withdrawing_the_better_file_gives_back_what_the_other_says(ward: Ward) -> None:
    book = {"received_at": "2021-04-28", "promised_at": "2021-05-10", "returned_at": "2021-05-11"}
    bring(ward.unit, {CODE: book}, at=at(2021, 6, 1), source="Sổ theo dõi")
    better = bring(ward.unit, {CODE: row(ready_at="2021-05-10T16:00:00"), "A-2": row()}, at=at(2021, 6, 2))
    withdraw(better, at=at(2021, 6, 3))
    one, other = the(CODE), the("A-2")
    assert (one.outcome, one.channel, one.present, one.states) == ("late", "", True, 3)
    assert not other.present
    assert not Clock.objects.running().exists()
    assert DossierState.objects.filter(dossier=one, until_at=None).get().why == "withdrawal"


def test_withdrawing_the_import_that_moved_a_promise_takes_the_mark_away(ward: Ward) -> None:
    late = row(ready_at="2021-05-12T09:00:00")
    bring(ward.unit, {CODE: late}, at=at(2021, 5, 14))
    moved = bring(ward.unit, {CODE: late | {"promised_at": "2021-05-12"}}, at=at(2021, 5, 21))
    withdraw(moved, at=at(2021, 5, 22))
    one = the(CODE)
    assert (one.changed_after_due, one.promised_on, one.outcome_now) == (False, date(2021, 5, 10), "late")


def test_a_row_gone_from_its_source_stays_and_says_so(ward: Ward) -> None:
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    bring(ward.unit, {CODE: None}, at=at(2021, 5, 11))
    one = the(CODE)
    assert (one.present, one.received_on) == (False, date(2021, 4, 28))
    assert Clock.objects.get().state == "ended"
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 18))
    assert the(CODE).present
    assert Clock.objects.get().state == "running"


@pytest.mark.parametrize(
    ("unit_named", "elsewhere"),
    [("Phường Bắc Hồng", False), ("UBND phường Bắc Hồng", False), ("UBND phường Minh Họa", True)],
)
def test_what_another_unit_solves_is_marked_and_runs_on_no_clock_of_ours(
    ward: Ward, unit_named: str, elsewhere: bool
) -> None:
    bring(ward.unit, {CODE: row(resolving_unit=unit_named)}, at=at(2021, 5, 4))
    assert the(CODE).elsewhere is elsewhere
    assert Clock.objects.exists() is not elsewhere


def test_a_dossier_of_another_ward_with_the_same_code_is_another(ward: Ward, other_ward: Ward) -> None:
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    bring(other_ward.unit, {CODE: row(ready_at="2021-05-05")}, at=at(2021, 5, 5), source="Khác")
    mine, theirs = Dossier.objects.order_by("pk")
    assert (mine.settled_on, theirs.settled_on) == (None, date(2021, 5, 5))


def test_texts_longer_than_their_columns_are_cut(ward: Ward) -> None:
    bring(
        ward.unit,
        {CODE: row(procedure_name="dài " * 400, handler="tên " * 90, field="lĩnh " * 90)},
        at=at(2021, 5, 4),
    )
    one = the(CODE)
    assert len(one.procedure_name) == 500
    assert len(one.folded) <= 700


def test_many_rows_take_no_more_statements_than_a_few(ward: Ward) -> None:
    def statements(count: int, day: int) -> int:
        rows = {f"{day}-{n:03d}": row(ready_at="2021-05-06") for n in range(count)}
        with CaptureQueriesContext(connection) as asked:
            bring(ward.unit, rows, at=at(2021, 6, day))
            bring(ward.unit, {code: values | {"returned_at": "2021-05-07"} for code, values in rows.items()},
                  at=at(2021, 7, day))  # fmt: skip
        assert DossierState.objects.filter(dossier__code__startswith=f"{day}-").count() == 2 * count
        return len(asked)

    few = statements(2, 1)
    assert statements(120, 2) <= few + 8, (
        "what is more are the batches of the rows that the test itself writes"
    )


def test_what_a_withdrawn_file_said_is_nothing_to_have_been_changed(ward: Ward) -> None:
    late = row(ready_at="2021-05-12T09:00:00")
    mistaken = bring(ward.unit, {CODE: late}, at=at(2021, 5, 14))
    bring(ward.unit, {CODE: late | {"promised_at": "2021-05-12"}}, at=at(2021, 5, 21))
    assert the(CODE).changed_after_due
    withdraw(mistaken, at=at(2021, 5, 22))
    one = the(CODE)
    assert (one.changed_after_due, one.promised_first_on, one.outcome) == (
        False,
        date(2021, 5, 12),
        "on_time",
    )
