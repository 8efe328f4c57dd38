"""Judged anew: by another calendar, a time limit confirmed later, a handler named. What was promised first stays."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.models import CalendarDay, Clock
from chuan.clocks.offices import calendar_of
from chuan.dossiers.checks import standing_agrees
from chuan.dossiers.dates import dates_of
from chuan.dossiers.models import CaseEvent, Dossier, DossierState, HandlerName
from chuan.dossiers.rebuilding import rebuild, recompute, would_move
from chuan.offers import calendars
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import DayRow
from tests.dossiers.engine.made import bring, row, the
from tests.dossiers.made import make_procedure
from tests.people import Ward, at

CODE, DONE = "000.00.18.H27-210428-0007", "000.00.18.H27-210428-0008"


def two(ward: Ward) -> None:
    """One running, one settled on its lawful due day, both of a procedure with five working days."""
    make_procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn", days=5)
    rows = {CODE: row(), DONE: row(ready_at="2021-05-07T09:00:00", status="ready")}
    bring(ward.unit, rows, at=at(2021, 5, 4))


def day_off(ward: Ward, day: date) -> CalendarDay:
    """A notice that gives the ward a day off."""
    return CalendarDay.objects.create(
        unit=ward.unit, day=day, counts=False, why="nghỉ theo thông báo", citation="TB 12/TB-UBND",
        known_since=date(2021, 5, 4), recorded_at=at(2021, 5, 4, 9),
    )  # fmt: skip


def test_a_new_day_off_moves_what_is_in_work_and_leaves_the_settled_alone(ward: Ward) -> None:
    two(ward)
    day_off(ward, date(2021, 5, 6))
    assert recompute(ward.unit, at(2021, 5, 4, 10)) == 1
    running, settled = the(CODE), the(DONE)
    assert running.judged_due_on == date(2021, 5, 10)
    assert running.promised_first_on == date(2021, 5, 10)
    assert settled.judged_due_on == date(2021, 5, 7)
    former, now = DossierState.objects.filter(dossier=running).order_by("seq")
    assert (former.judged_due_on, former.until_at, now.why) == (
        date(2021, 5, 7),
        at(2021, 5, 4, 10),
        "calendar",
    )
    assert Clock.objects.get().lawful_due_on == date(2021, 5, 10)
    assert list(standing_agrees()) == []


def test_a_calendar_may_be_tried_without_saving_anything(ward: Ward) -> None:
    two(ward)
    plain = calendar_of(ward.unit)
    off = DayRow(date(2021, 5, 6), False, "nghỉ theo thông báo", Citation(number="TB 12/TB-UBND"), Sure.READ)
    other = plain.with_rows([off])
    (moved,) = would_move(ward.unit, other, at(2021, 5, 4, 10))
    assert (moved.code, moved.before, moved.after) == (CODE, date(2021, 5, 7), date(2021, 5, 10))
    assert would_move(ward.unit, plain, at(2021, 5, 4, 10)) == []
    assert DossierState.objects.count() == 2
    assert would_move in calendars._triers
    assert recompute in calendars._recomputers


def test_a_time_limit_confirmed_later_judges_every_dossier_of_its_procedure(ward: Ward) -> None:
    """The limit was in force all along; only here nobody knew it."""
    late = row(ready_at="2021-05-10T09:00:00", status="ready")
    bring(ward.unit, {CODE: late, "A-2": late | {"procedure_code": "2.000815"}}, at=at(2021, 5, 11))
    assert the(CODE).outcome == "on_time"
    make_procedure(ward.unit, "1.000894", "Thủ tục đăng ký kết hôn", days=5)
    ids = list(Dossier.objects.filter(procedure_code="1.000894").values_list("pk", flat=True))
    rebuild(ward.unit, ids, why="procedure", at=at(2021, 5, 12))()
    one = the(CODE)
    assert (one.outcome, one.late_days, one.outcome_now, one.due_basis) == ("late", 1, "on_time", "law")
    assert the("A-2").due_basis == "promise"


def test_a_handler_named_later_gets_his_dossiers_and_their_clocks(ward: Ward) -> None:
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    HandlerName.objects.update(official=ward.specialist, confirmed_at=at(2021, 5, 5))
    rebuild(ward.unit, None, why="handler", at=at(2021, 5, 5))()
    assert the(CODE).handler == ward.specialist
    assert Clock.objects.get().owner_official == ward.specialist
    assert DossierState.objects.count() == 1, "whose it is is no part of how it stands"


def test_nothing_changed_writes_nothing(ward: Ward) -> None:
    two(ward)
    writing = rebuild(ward.unit, None, why="import", at=at(2021, 5, 12))
    assert (writing.changes, writing.moved) == ([], 0)


def test_values_kept_at_acceptance_stay_until_somebody_rebases_them(ward: Ward) -> None:
    """A corrected law file moves no dossier by itself (spine.md §2.6)."""
    two(ward)
    one = the(CODE)
    kept = one.law_snapshot.replace('"dossier.supplement":"restart"', '"dossier.supplement":"pause"')
    Dossier.objects.filter(pk=one.pk).update(law_snapshot=kept)
    asked = row(asked_at="2021-04-29T09:00:00", supplied_at="2021-05-05T09:00:00")
    bring(ward.unit, {CODE: asked}, at=at(2021, 5, 6))
    paused = the(CODE).judged_due_on
    rebuild(ward.unit, [one.pk], why="law", at=at(2021, 5, 7))()
    rebased = the(CODE)
    assert paused is not None
    assert rebased.judged_due_on is not None
    assert paused < rebased.judged_due_on == date(2021, 5, 12)
    assert '"dossier.supplement":"restart"' in rebased.law_snapshot


def test_a_prolongation_typed_here_moves_the_lawful_due_day_and_an_apology_the_appointment(
    ward: Ward,
) -> None:
    two(ward)
    one = the(CODE)
    _event(one, 1, "apologise", date(2021, 5, 5), until_on=date(2021, 5, 14))
    rebuild(ward.unit, [one.pk], why="import", at=at(2021, 5, 5))()
    assert the(CODE).judged_due_on == date(2021, 5, 7)
    assert Clock.objects.get().appointment_on == date(2021, 5, 14)
    _event(one, 2, "prolong", date(2021, 5, 5), amount=3)
    rebuild(ward.unit, [one.pk], why="import", at=at(2021, 5, 6))()
    assert the(CODE).judged_due_on == date(2021, 5, 12)


def test_the_page_shows_the_ledger_of_the_very_day_that_judges(ward: Ward) -> None:
    two(ward)
    for code in (CODE, DONE):
        found = dates_of(the(code), at=at(2021, 5, 20))
        assert found is not None
        assert found.reading.lawful_due_on == the(code).lawful_due_on
        assert sum(line.amount for line in found.reading.lines if line.day <= date(2021, 5, 7)) == 5


def test_without_a_time_limit_there_is_no_ledger(ward: Ward) -> None:
    bring(ward.unit, {CODE: row()}, at=at(2021, 5, 4))
    assert dates_of(the(CODE), at=at(2021, 5, 20)) is None


def _event(dossier: Dossier, seq: int, verb: str, on: date, **given: object) -> None:
    moment: datetime = at(on.year, on.month, on.day)
    CaseEvent.objects.create(dossier=dossier, seq=seq, verb=verb, occurred_on=on, recorded_at=moment, **given)
