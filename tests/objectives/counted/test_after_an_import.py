"""After an import: what it made countable is measured by itself a minute later; what stands is never replaced."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from chuan.clocks.models import Clock
from chuan.objectives.actions import check_late, record_figure, take_measure
from chuan.objectives.counting import measure_month
from chuan.objectives.models import FigureDue, Indicator, LateNotice, Measurement
from chuan.objectives.reports import target_picture
from chuan.objectives.tasks import measure_again, measure_register, when_imported
from chuan.offers import registers
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.objectives.counted.conftest import an_hour_ago
from tests.objectives.made import clerk, given, now
from tests.objectives.register import OnTime
from tests.people import Ward

MARCH = Period.month(2021, 3)


def figures(indicator: Indicator) -> list[tuple[int, str]]:
    rows = Measurement.objects.filter(indicator=indicator).order_by("period_start", "version")
    return [(row.period_start.month, row.denominator) for row in rows]


def waits() -> bool:
    return Clock.objects.running().filter(subject_kind="recount").exists()


def test_an_import_puts_the_measuring_off_by_a_minute(ward: Ward, on_time: Indicator):
    """spine.md §2.2: a cut lies 60 seconds back, so that the import itself is before it."""
    moment = now()
    registers.imported(ward.unit, "dossiers", MARCH, moment)
    (waiting,) = DBTaskResult.objects.all()
    assert waiting.run_after == moment + timedelta(seconds=61)
    assert waiting.args_kwargs["args"] == [str(ward.unit.uid), "dossiers", ["2021-03-01", "2021-04-01"]]


def test_a_register_that_no_measure_counts_asks_for_nothing(ward: Ward, on_time: Indicator):
    when_imported(ward.unit, "petitions", None, now())
    assert not DBTaskResult.objects.exists()


def test_every_period_without_a_figure_is_measured(ward: Ward, on_time: Indicator):
    made = list(measure_register(ward.unit, "dossiers", None))
    assert len(made) == 12
    assert (3, "161") in figures(on_time)
    assert not FigureDue.objects.filter(indicator=on_time, settled_by=None).exists()
    assert all(row.by is None for row in Measurement.objects.all()), "measured by the programme itself"


def test_only_periods_that_the_import_touches_are_measured(ward: Ward, on_time: Indicator):
    list(measure_register(ward.unit, "dossiers", Period(date(2021, 3, 15), date(2021, 4, 2))))
    assert [month for month, _ in figures(on_time)] == [3, 4]


def test_only_periods_that_are_covered_are_measured(ward: Ward, on_time: Indicator, register: OnTime):
    register.covered_from, register.covered_to = date(2021, 3, 1), date(2021, 5, 1)
    list(measure_register(ward.unit, "dossiers", None))
    assert [month for month, _ in figures(on_time)] == [3, 4]


def test_a_period_that_runs_is_left_alone(ward: Ward, on_time: Indicator):
    list(measure_register(ward.unit, "dossiers", None))
    assert not Measurement.objects.filter(period_end__gt=timezone.localdate()).exists()


def test_the_background_says_the_days_as_they_were_given(ward: Ward, on_time: Indicator):
    measure_again.func(str(ward.unit.uid), "dossiers", ["2021-03-01", "2021-04-01"])
    assert figures(on_time) == [(3, "161")]


def test_the_figures_of_an_example_ward_say_that_they_are_invented(ward: Ward, on_time: Indicator):
    assert ward.unit.example
    measure_again.func(str(ward.unit.uid), "dossiers", ["2021-03-01", "2021-04-01"])
    assert Measurement.objects.get().illustrative


def test_the_same_import_again_changes_nothing(ward: Ward, on_time: Indicator):
    list(measure_register(ward.unit, "dossiers", MARCH))
    list(measure_register(ward.unit, "dossiers", MARCH))
    assert figures(on_time) == [(3, "161")]
    assert not LateNotice.objects.exists()
    assert not waits()


def test_late_rows_raise_a_notice_and_a_task_never_a_new_figure(
    ward: Ward, on_time: Indicator, register: OnTime
):
    list(measure_register(ward.unit, "dossiers", MARCH))
    register.add(late=3, on=date(2021, 3, 20), at=an_hour_ago())
    list(measure_register(ward.unit, "dossiers", MARCH))
    assert figures(on_time) == [(3, "161")]
    assert [notice.rows for notice in LateNotice.objects.up()] == [3]
    assert waits()


def test_a_typed_figure_is_never_replaced_by_itself_but_a_person_is_asked(
    ward: Ward, on_time: Indicator, register: OnTime
):
    register.kept = False
    record_figure(on_time, MARCH, given(num=160, den=161), by=clerk(ward), at=now())
    register.kept = True
    (found,) = measure_register(ward.unit, "dossiers", MARCH)
    assert figures(on_time) == [(3, "161")]
    assert "chờ người thay" in found.sentence
    assert waits()


def test_the_task_goes_to_the_owner_of_the_objective(ward: Ward, on_time: Indicator, register: OnTime):
    register.kept = False
    record_figure(on_time, MARCH, given(num=160, den=161), by=clerk(ward), at=now())
    register.kept = True
    objective = on_time.targets.get().objective
    list(measure_register(ward.unit, "dossiers", MARCH))
    clock = Clock.objects.running().get(subject_kind="recount")
    assert clock.subject_uid == objective.uid
    assert (clock.owner_post, clock.owner_official) == (objective.owner_post, objective.owner_official)
    assert Entry.objects.filter(verb="recount.ask").count() == 1


def test_another_wards_import_touches_nothing_here(ward: Ward, other_ward: Ward, on_time: Indicator):
    list(measure_register(other_ward.unit, "dossiers", None))
    assert not Measurement.objects.exists()


# Withdrawn again


def test_a_withdrawn_import_is_noticed_like_late_rows(ward: Ward, on_time: Indicator, register: OnTime):
    list(measure_register(ward.unit, "dossiers", MARCH))
    register.cases.clear()
    list(measure_register(ward.unit, "dossiers", MARCH))
    assert [notice.rows for notice in LateNotice.objects.up()] == [163]


def test_a_notice_goes_down_when_the_register_agrees_again(ward: Ward, on_time: Indicator, register: OnTime):
    first = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    late = register.add(late=3, on=date(2021, 3, 20), at=an_hour_ago())
    check_late(first, at=now())
    for case in late:
        case.voided_at = an_hour_ago()
    assert check_late(first, at=now()) is None
    assert not LateNotice.objects.up().exists()
    assert LateNotice.objects.count() == 1, "that it was there stays known"
    assert Entry.objects.filter(verb="measure.agree").count() == 1
    assert target_picture(on_time.targets.get(), on=date(2021, 10, 5)).line.late_rows == 0


def test_the_same_rows_coming_back_are_the_same_notice(ward: Ward, on_time: Indicator, register: OnTime):
    first = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    late = register.add(late=3, on=date(2021, 3, 20), at=an_hour_ago())
    _void(late, an_hour_ago(), first)
    _void(late, None, first)
    assert LateNotice.objects.count() == 1
    assert LateNotice.objects.up().count() == 1


def test_more_late_rows_take_the_place_of_the_earlier_notice(
    ward: Ward, on_time: Indicator, register: OnTime
):
    first = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    for _ in range(2):
        register.add(late=2, on=date(2021, 3, 20), at=an_hour_ago())
        check_late(first, at=now())
    assert [notice.rows for notice in LateNotice.objects.up()] == [4]


def _void(cases: list, moment: datetime | None, figure: Measurement) -> None:
    check_late(figure, at=now())
    for case in cases:
        case.voided_at = moment
    check_late(figure, at=now())


# The command line says the same


@pytest.mark.parametrize("kept", [True, False])
def test_the_command_line_names_typed_figures_that_could_be_counted(
    ward: Ward, on_time: Indicator, register: OnTime, kept: bool
):
    register.kept = False
    record_figure(on_time, MARCH, given(num=160, den=161), by=clerk(ward), at=now())
    register.kept = kept
    (line,) = measure_month(2021, 3, at=now())
    assert ("156/161, chờ người thay" in line) is kept
    assert ("Sổ hồ sơ chưa được giữ" in line) is not kept
