"""Counting from a register: freezing, late data, correcting. The register is one of the tests' own."""

from __future__ import annotations

import gzip
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.files import actions as files
from chuan.objectives import frozen
from chuan.objectives.actions import (
    check_late,
    correct_figure,
    define_indicator,
    measure_all,
    record_figure,
    take_measure,
)
from chuan.objectives.counting import measure_month
from chuan.objectives.models import FigureDue, Indicator, LateNotice, Measurement, Plan
from chuan.objectives.refusals import BetterFigureStands, MeasureObstructed, NothingChanged, TooFresh
from chuan.objectives.reports import passport, target_picture
from chuan.offers.measures import RowOutcome, Scope, all_rows, tally
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.actions import SYSTEM
from chuan.trail.models import Entry
from tests.objectives.made import clerk, given, indicator, now
from tests.objectives.register import OnTime
from tests.people import Ward

MARCH = Period.month(2021, 3)
DAY = date(2021, 3, 10)


@pytest.fixture
def on_time(plan: Plan, register: OnTime) -> Indicator:
    """Objective 3.2, 156 of 161 in March, two withdrawn; known since an hour ago."""
    register.add(on_time=156, late=5, withdrawn=2, on=DAY, at=an_hour_ago())
    return indicator(plan, "3.2")


def an_hour_ago() -> datetime:
    return timezone.now() - timedelta(hours=1)


# The register of the tests keeps the two laws every measure is guarded by


def test_counts_equal_a_tally_of_the_rows(ward: Ward, register: OnTime):
    register.add(on_time=3, late=2, withdrawn=1, on=DAY, at=an_hour_ago())
    scope = Scope(ward.unit.uid, MARCH, now())
    assert register.counts(scope) == tally(all_rows(register, scope, page=2))


def test_live_equals_as_of_now(ward: Ward, register: OnTime):
    register.add(on_time=3, late=2, on=DAY, at=an_hour_ago())
    live = register.counts(Scope(ward.unit.uid, MARCH, now()))
    assert live == register.counts(Scope(ward.unit.uid, MARCH, now() + timedelta(days=1)))


# Taking


def test_a_measure_freezes_counts_exclusions_version_and_grade(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    assert (made.numerator, made.denominator, made.excluded) == ("156", "161", '{"người dân rút": 2}')
    assert (made.grade, made.stage, made.measure_key, made.measure_version) == (
        "A",
        "official",
        "dossiers.on_time",
        1,
    )
    assert made.version == 1
    assert made.by == ward.clerk


def test_every_classified_row_is_frozen_in_the_order_of_uid(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    rows, of_all = frozen.page(made, size=1000)
    assert of_all == 163
    assert [row.uid for row in rows] == sorted(row.uid for row in rows)
    assert {row.reason for row in rows if row.outcome is RowOutcome.EXCLUDED} == {"người dân rút"}


def test_frozen_rows_are_opened_by_page_and_by_outcome(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    first, of_all = frozen.page(made, outcome=RowOutcome.MISS, size=3)
    second, _ = frozen.page(made, outcome=RowOutcome.MISS, start=3, size=3)
    assert (len(first), len(second), of_all) == (3, 2, 5)


def test_the_frozen_file_is_named_by_its_digest_and_holds_no_moment(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    assert made.rows_blob is not None
    data = files.read(made.rows_blob)
    assert data[4:8] == b"\0\0\0\0", "gzip's own time stamp stays empty"
    assert gzip.decompress(data).decode().count("\n") == 163


def test_the_same_rows_always_make_the_same_file(ward: Ward, on_time: Indicator, register: OnTime):
    scope = Scope(ward.unit.uid, MARCH, now())
    rows = frozen.of_register(all_rows(register, scope))
    assert frozen.freeze(rows).pk == frozen.freeze(list(reversed(rows))).pk


def test_the_passport_opens_the_frozen_rows_never_a_re_run(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.cases.clear()
    rows, of_all = frozen.page(made)
    assert of_all == 163
    assert len(rows) == 50
    shown = passport(made)
    assert (shown.measure, shown.source) == ("dossiers.on_time@1", "Sổ hồ sơ thử nghiệm")
    assert made.rows_blob is not None
    assert shown.digest == made.rows_blob.digest


def test_a_measure_settles_what_was_expected(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    assert FigureDue.objects.get(indicator=on_time, period_start=MARCH.start).settled_by == made


def test_measuring_is_one_line_of_the_trail(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    entry = Entry.objects.get(verb="measure.take")
    assert str(made.uid) in entry.detail.body
    assert "dossiers.on_time@1" in entry.detail.body


def test_only_rows_known_at_the_cut_are_counted(ward: Ward, on_time: Indicator, register: OnTime):
    """spine.md §2.1: period selects by the first date, as-of cuts by the second."""
    register.add(late=7, on=DAY, at=timezone.now() - timedelta(minutes=20))
    cut = timezone.now() - timedelta(minutes=30)
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now(), as_of=cut)
    assert (made.numerator, made.denominator, made.as_of) == ("156", "161", cut)


def test_a_cut_less_than_a_minute_back_is_refused(ward: Ward, on_time: Indicator):
    """spine.md §2.2: as_of is at least 60 seconds back."""
    moment = now()
    with pytest.raises(TooFresh, match="Đợi một phút"):
        take_measure(on_time, MARCH, by=clerk(ward), at=moment, as_of=moment - timedelta(seconds=59))


def test_without_a_cut_the_figure_is_as_of_a_minute_ago(ward: Ward, on_time: Indicator):
    moment = now()
    made = take_measure(on_time, MARCH, by=clerk(ward), at=moment)
    assert made.as_of == moment - timedelta(seconds=60)


def test_a_measure_that_cannot_speak_says_why(ward: Ward, on_time: Indicator, register: OnTime):
    register.kept = False
    with pytest.raises(MeasureObstructed, match="Sổ hồ sơ chưa được giữ"):
        take_measure(on_time, MARCH, by=clerk(ward), at=now())


def test_a_measure_that_contradicts_its_rows_freezes_nothing(
    ward: Ward, on_time: Indicator, register: OnTime
):
    register.counts = lambda scope: tally([])  # type: ignore[method-assign]
    with pytest.raises(ValueError, match="differ"):
        take_measure(on_time, MARCH, by=clerk(ward), at=now())
    assert not Measurement.objects.exists()


def test_an_indicator_without_a_register_is_not_measured(ward: Ward, plan: Plan):
    with pytest.raises(refusals.MeasureUnknown):
        take_measure(indicator(plan, "1.3"), MARCH, by=clerk(ward), at=now())


def test_a_month_that_has_not_ended_is_not_measured(ward: Ward, on_time: Indicator):
    with pytest.raises(refusals.FigureInFuture):
        take_measure(on_time, Period.month(now().year + 1, 1), by=clerk(ward), at=now())


def test_an_empty_register_gives_nothing_of_nothing(ward: Ward, plan: Plan, register: OnTime):
    made = take_measure(indicator(plan, "3.2"), MARCH, by=clerk(ward), at=now())
    assert (made.numerator, made.denominator, made.value) == ("0", "0", "")


# Counted, never typed


def test_a_figure_that_a_register_counts_is_not_typed(ward: Ward, on_time: Indicator):
    with pytest.raises(refusals.RegisterMeasured, match="Sổ hồ sơ thử nghiệm"):
        record_figure(on_time, MARCH, given(num=161, den=161), by=clerk(ward), at=now())


def test_where_the_register_holds_no_rows_a_paper_may_speak(ward: Ward, on_time: Indicator, register: OnTime):
    register.kept = False
    made = record_figure(on_time, MARCH, given(num=156, den=161), by=clerk(ward), at=now())
    assert made.grade == "D"


def test_a_counted_figure_takes_the_place_of_a_typed_one_with_a_reason(
    ward: Ward, on_time: Indicator, register: OnTime
):
    register.kept = False
    typed = record_figure(on_time, MARCH, given(num=150, den=160), by=clerk(ward), at=now())
    register.kept = True
    with pytest.raises(refusals.ReasonMissing):
        take_measure(on_time, MARCH, by=clerk(ward), at=now())
    counted = take_measure(on_time, MARCH, by=clerk(ward), at=now(), reason="đã có sổ")
    assert (counted.corrects, counted.grade) == (typed, "A")


def test_a_typed_figure_never_takes_the_place_of_a_counted_one(ward: Ward, on_time: Indicator):
    counted = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    with pytest.raises(BetterFigureStands, match="cấp tin cậy A"):
        correct_figure(counted, given(num=161, den=161), reason="theo báo cáo", by=clerk(ward), at=now())


def test_a_register_may_be_named_later_but_only_one_that_exists(ward: Ward, plan: Plan, register: OnTime):
    other = indicator(plan, "5.1")
    with pytest.raises(refusals.MeasureUnknown):
        define_indicator(other, measure_key="khong.co", by=clerk(ward), at=now())
    define_indicator(other, measure_key="dossiers.on_time", by=clerk(ward), at=now())
    other.refresh_from_db()
    assert other.measure_key == "dossiers.on_time"


# Late data and correcting


def test_nothing_late_no_notice(ward: Ward, on_time: Indicator):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    assert check_late(made, at=now()) is None


def test_rows_that_come_late_are_noticed_and_counted(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    notice = check_late(made, at=now())
    assert notice is not None
    assert notice.rows == 3
    made.refresh_from_db()
    assert made.denominator == "161", "the frozen figure never moves by itself"


def test_a_row_taken_back_is_noticed_too(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.cases[0].voided_at = timezone.now() - timedelta(minutes=10)
    notice = check_late(made, at=now())
    assert notice is not None
    assert notice.rows == 1


def test_a_row_that_changed_is_noticed_once(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.cases[0].on_time = False
    notice = check_late(made, at=now())
    assert notice is not None
    assert notice.rows == 1


def test_the_same_late_rows_are_noticed_once(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    assert check_late(made, at=now()) == check_late(made, at=now())
    assert LateNotice.objects.count() == 1
    assert Entry.objects.filter(verb="measure.late").count() == 1


def test_rows_of_another_month_are_not_late_rows(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=date(2021, 4, 2), at=timezone.now() - timedelta(minutes=10))
    assert check_late(made, at=now()) is None


def test_a_correcting_measurement_takes_the_late_rows_in_and_both_stay(
    ward: Ward, on_time: Indicator, register: OnTime
):
    first = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    second = take_measure(on_time, MARCH, by=clerk(ward), at=now(), reason="3 hồ sơ về muộn")
    assert (second.version, second.corrects, second.denominator) == (2, first, "164")
    assert frozen.page(first)[1] == 163
    assert frozen.page(second)[1] == 166
    assert check_late(second, at=now()) is None


def test_measuring_again_needs_a_reason_and_something_new(ward: Ward, on_time: Indicator):
    take_measure(on_time, MARCH, by=clerk(ward), at=now())
    with pytest.raises(refusals.ReasonMissing):
        take_measure(on_time, MARCH, by=clerk(ward), at=now())
    with pytest.raises(NothingChanged):
        take_measure(on_time, MARCH, by=clerk(ward), at=now(), reason="xem lại")


def test_a_figure_as_first_seen_can_be_taken_again_as_of_that_day(
    ward: Ward, on_time: Indicator, register: OnTime
):
    cut = timezone.now() - timedelta(minutes=30)
    first = take_measure(on_time, MARCH, by=clerk(ward), at=now(), as_of=cut)
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    scope = Scope(ward.unit.uid, MARCH, cut)
    assert frozen.digest_of(frozen.of_register(all_rows(register, scope))) == frozen.digest_of(
        list(frozen.thaw(first.rows_blob))  # type: ignore[arg-type]
    )


def test_the_page_of_the_promise_shows_late_rows(ward: Ward, on_time: Indicator, register: OnTime):
    made = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    check_late(made, at=now())
    picture = target_picture(on_time.targets.get(), on=date(2021, 10, 5))
    assert picture.line.late_rows == 3
    assert [notice.rows for notice in picture.late_notices] == [3]


# Measuring everything


def test_measuring_all_takes_what_registers_count_and_leaves_the_rest(ward: Ward, on_time: Indicator):
    attempts = measure_all(ward.unit, MARCH, at=now(), by=SYSTEM)
    assert [attempt.indicator for attempt in attempts] == [on_time]
    assert attempts[0].measurement is not None
    assert attempts[0].measurement.by is None


def test_measuring_all_again_only_looks_for_late_rows(ward: Ward, on_time: Indicator, register: OnTime):
    measure_all(ward.unit, MARCH, at=now(), by=SYSTEM)
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    (attempt,) = measure_all(ward.unit, MARCH, at=now(), by=SYSTEM)
    assert attempt.late is not None
    assert attempt.late.rows == 3
    assert Measurement.objects.count() == 1, "never automatic"


def test_measuring_all_says_what_stands_in_the_way(ward: Ward, on_time: Indicator, register: OnTime):
    register.kept = False
    (attempt,) = measure_all(ward.unit, MARCH, at=now(), by=SYSTEM)
    assert attempt.measurement is None
    assert "Sổ hồ sơ chưa được giữ" in attempt.sentence


def test_the_command_line_says_each_figure_and_each_late_row(
    ward: Ward, on_time: Indicator, register: OnTime
):
    (line,) = measure_month(2021, 3, at=now())
    assert "156/161" in line
    register.add(late=3, on=DAY, at=timezone.now() - timedelta(minutes=10))
    (line,) = measure_month(2021, 3, at=now())
    assert "3 dòng về muộn" in line
