"""Grades and ways of counting are never mixed in one sum without a word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from chuan.objectives import sayings, ways
from chuan.objectives.actions import define_indicator, record_figure, take_measure
from chuan.objectives.models import Indicator, Plan, Target
from chuan.objectives.pictures import TargetLine
from chuan.objectives.reports import target_picture
from chuan.objectives.year_report import year_report
from chuan.offers import measures
from chuan.rules.targets.types import Outcome, Reason
from chuan.rules.types import Period
from tests.examine import open_page, sign_in, words
from tests.objectives.counted.conftest import MARCH_10, an_hour_ago
from tests.objectives.made import clerk, given, indicator, now
from tests.objectives.register import OnTime, Received, Sampled
from tests.objectives.reported import texts
from tests.people import Ward

ON = date(2021, 10, 5)


def line(found: Indicator) -> TargetLine:
    return target_picture(found.targets.get(), on=ON).line


def by_hand(ward: Ward, found: Indicator, month: int, num: int, den: int) -> None:
    record_figure(found, Period.month(2021, month), given(num=num, den=den), by=clerk(ward), at=now())


@pytest.fixture
def some_typed(ward: Ward, on_time: Indicator, register: OnTime) -> Indicator:
    """January and February as reports said them, March counted."""
    register.kept = False
    by_hand(ward, on_time, 1, 100, 100)
    by_hand(ward, on_time, 2, 99, 100)
    register.kept = True
    take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    return on_time


# Grades


def test_months_of_different_grades_are_added_and_said(some_typed: Indicator):
    found = line(some_typed)
    assert found.result is not None
    assert (found.result.numerator, found.result.denominator) == (355, 361)
    assert found.grades_words == "1 tháng đếm từ sổ của Chuẩn (A), 2 tháng báo cáo có văn bản (D)"


def test_the_grades_stand_on_the_page_on_the_row_and_in_the_report(
    client: Client, ward: Ward, some_typed: Indicator, plan: Plan
):
    sign_in(client, ward.clerk)
    said = "1 tháng đếm từ sổ của Chuẩn (A), 2 tháng báo cáo có văn bản (D)"
    target = some_typed.targets.get()
    assert said in open_page(client, f"/muc-tieu/{target.uid}/?den=05/10/2021").text
    assert said in open_page(client, "/muc-tieu/?nam=2021&den=05/10/2021").text
    assert said in texts(year_report(plan, on=ON, by=clerk(ward)))


def test_one_grade_needs_no_words(ward: Ward, on_time: Indicator):
    take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    assert line(on_time).grades_words == ""


# Ways


@pytest.fixture
def two_measures(ward: Ward, on_time: Indicator, register: OnTime) -> Indicator:
    """March counted by one measure, April by another of the same kind."""
    take_measure(on_time, Period.month(2021, 3), by=clerk(ward), at=now())
    other = Received()
    other.add(on_time=10, on=date(2021, 4, 1), at=an_hour_ago())
    measures.register(other)
    define_indicator(on_time, measure_key=other.key, by=clerk(ward), at=now())
    take_measure(on_time, Period.month(2021, 4), by=clerk(ward), at=now())
    on_time.refresh_from_db()
    return on_time


def test_figures_of_two_measures_are_never_summed(two_measures: Indicator):
    found = line(two_measures)
    assert (found.verdict.outcome, found.verdict.reason) == (Outcome.UNMEASURED, Reason.MIXED)
    assert found.figure_words == "–"
    assert "hai cách đếm: Sổ hồ sơ thử nghiệm (1 tháng), Theo hồ sơ tiếp nhận (1 tháng)" in found.reason_words


def test_nor_in_the_running_total_of_the_months(two_measures: Indicator):
    picture = target_picture(two_measures.targets.get(), on=ON)
    assert [month.cumulative_value for month in picture.months if month.measurement] == [None, None]


def test_measured_again_in_one_way_the_year_can_be_said(ward: Ward, two_measures: Indicator):
    other = measures.find("dossiers.on_time_received")
    assert isinstance(other, OnTime)
    other.add(on_time=20, on=MARCH_10, at=an_hour_ago())
    take_measure(two_measures, Period.month(2021, 3), by=clerk(ward), at=now(), reason="cùng cách đếm")
    assert line(two_measures).result is not None
    assert line(two_measures).result.denominator == 30  # type: ignore[union-attr]


# Samples


@pytest.fixture
def sampled(plan: Plan) -> Iterator[Indicator]:
    """Objective 3.1, by a sample: 29 of 30 in March."""
    measure = Sampled()
    measure.add(on_time=29, late=1, on=MARCH_10, at=an_hour_ago())
    measures.register(measure)
    yield indicator(plan, "3.1")
    measures.withdraw(measure.key)


def test_a_sample_is_said_as_so_many_of_the_checked_never_as_a_share(ward: Ward, sampled: Indicator):
    take_measure(sampled, Period.month(2021, 3), by=clerk(ward), at=now())
    found = line(sampled)
    assert found.figure_words == "đạt 29/30\N{NO-BREAK SPACE}hồ sơ kiểm tra"
    assert "%" not in found.figure_words


def test_one_faulty_dossier_of_the_sample_breaks_a_hundred_per_cent(ward: Ward, sampled: Indicator):
    take_measure(sampled, Period.month(2021, 3), by=clerk(ward), at=now())
    assert (line(sampled).verdict.outcome, line(sampled).verdict.final) == (Outcome.NOT_MET, True)


def test_a_sample_is_not_added_to_figures_of_all_dossiers(ward: Ward, sampled: Indicator):
    measure = measures.find("dossiers.by_the_book")
    assert isinstance(measure, Sampled)
    measure.kept = False
    by_hand(ward, sampled, 1, 148, 148)
    measure.kept = True
    take_measure(sampled, Period.month(2021, 3), by=clerk(ward), at=now())
    assert line(sampled).verdict.reason is Reason.MIXED
    assert "nhập tay" in line(sampled).reason_words


def test_the_pages_call_a_sample_a_sample(client: Client, ward: Ward, sampled: Indicator):
    take_measure(sampled, Period.month(2021, 3), by=clerk(ward), at=now())
    sign_in(client, ward.clerk)
    page = open_page(client, f"/muc-tieu/{sampled.targets.get().uid}/?den=05/10/2021")
    official = words(page.one("#ket-qua").getparent().getparent())
    live = words(page.one("#den-hom-nay").getparent().getparent())
    assert "đạt 29/30 hồ sơ kiểm tra" in official
    assert "đạt 29/30 hồ sơ kiểm tra" in live
    assert "96,67" not in page.text


def test_nothing_checked_yet_is_said_so(ward: Ward, sampled: Indicator):
    made = take_measure(sampled, Period.month(2021, 4), by=clerk(ward), at=now())
    assert sayings.measured(sampled, made) == "chưa có hồ sơ kiểm tra nào"


def test_a_way_that_no_room_offers_any_more_is_named_by_its_key():
    assert ways.name_of("dossiers.gone") == "dossiers.gone"
    assert ways.name_of("") == "nhập tay"


def test_each_target_has_its_page_whatever_is_mixed(client: Client, ward: Ward, two_measures: Indicator):
    sign_in(client, ward.clerk)
    page = open_page(client, f"/muc-tieu/{Target.objects.get(indicator=two_measures).uid}/?den=05/10/2021")
    assert "hai cách đếm" in page.text
