"""None went past the ward: said only where somebody above has spoken of every day; the ward's own nought is none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.objectives.actions.recording import refuse_counted
from chuan.objectives.models import Indicator
from chuan.offers import measures
from chuan.offers.measures import RowOutcome, Scope
from chuan.petitions.actions import escalating as actions
from chuan.petitions.actions.escalating import Found
from chuan.petitions.escalated import judging
from chuan.petitions.measures.escalated import NOT_ENTERED, EscalatedPast
from chuan.petitions.models import Petition
from chuan.rules.refusals import NeverTyped
from chuan.rules.types import Period
from tests.people import at
from tests.petitions.escalated.conftest import BODY
from tests.petitions.following.made import COMPLAINT, bring, row
from tests.petitions.made import now

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)
MEASURE = EscalatedPast()


def scope(ward, period=YEAR, as_of=None) -> Scope:
    return Scope(ward.unit.uid, period, as_of or timezone.now())


def figure(ward, period=YEAR):
    found = MEASURE.counts(scope(ward, period))
    rows = measures.all_rows(MEASURE, scope(ward, period), page=1)
    by_hand = measures.tally(rows)
    assert (by_hand.numerator, dict(by_hand.excluded)) == (found.numerator, dict(found.excluded))
    return found


def test_without_anybody_above_it_cannot_be_said_however_empty_the_page(ward, above):
    (one,) = MEASURE.obstacles(scope(ward))
    assert one.sentence == "chưa có số liệu của cấp trên từ 01/01/2021 đến 31/12/2021."
    assert one.mend == ("Ghi số liệu của cấp trên", "/don-thu/vuot-cap/?nam=2021")
    assert MEASURE.reach(scope(ward)) is None
    above()
    assert [one.code for one in MEASURE.obstacles(scope(ward))] == ["uncovered"], (
        "vài vụ tự ghi chưa phải cả kỳ"
    )


def test_a_paper_that_says_none_makes_it_nought_of_grade_c(ward, stated):
    stated()
    assert MEASURE.obstacles(scope(ward)) == ()
    assert figure(ward).numerator == 0
    assert MEASURE.grade_in(scope(ward)) == "C"
    assert MEASURE.obstacles(scope(ward, Period.month(2021, 5))) == ()
    assert MEASURE.notes(scope(ward)) == (f"{BODY}, văn bản 12/BC-BTCD: 0 vụ từ 01/01/2021 đến 31/12/2021.",)


def test_a_year_half_spoken_of_reaches_so_far_and_names_the_rest(ward, stated):
    stated(last=date(2021, 6, 30), paper_on=date(2021, 7, 5))
    assert MEASURE.reach(scope(ward)) == Period(date(2021, 1, 1), date(2021, 7, 1))
    (one,) = MEASURE.obstacles(scope(ward))
    assert "từ 01/07/2021 đến 31/12/2021" in one.sentence


def test_a_list_by_file_covers_its_days_with_grade_b(ward):
    bring(ward.unit, {}, at=at(2022, 1, 10), register="escalations")
    assert MEASURE.obstacles(scope(ward)) == ()
    assert (MEASURE.grade_in(scope(ward)), figure(ward).numerator) == ("B", 0)


def test_what_was_said_above_and_not_entered_counts_until_it_is_entered(ward, by, above, stated):
    cover = stated(2)
    one = above()
    actions.settle(one, Found(never_asked=True), by=by, at=now())
    assert figure(ward).numerator == 2
    (missing,) = [row for row in MEASURE.rows(scope(ward), None, 9) if row.reason == NOT_ENTERED]
    assert (missing.subject.uid, missing.weight) == (cover.uid, 1)
    assert "1 vụ chưa ghi tính là vượt cấp" in MEASURE.notes(scope(ward))[1]
    (spread,) = MEASURE.obstacles(scope(ward, Period.month(2021, 5)))
    assert "chưa biết các vụ còn lại thuộc kỳ nào" in spread.sentence
    other = above(received_on=date(2021, 9, 1))
    actions.settle(other, Found(said="other", why_said="việc của công an"), by=by, at=now())
    assert figure(ward).numerator == 1
    assert MEASURE.obstacles(scope(ward, Period.month(2021, 5))) == ()


def test_a_row_nobody_judged_keeps_the_figure_from_being_said(ward, above, stated):
    stated(1)
    above()
    (one,) = MEASURE.obstacles(scope(ward))
    assert one.sentence.startswith("còn 1 vụ cấp trên nhận mà phường chưa xét.")


def test_the_wards_own_file_decides_and_goes_on_deciding(ward, by, above, stated):
    stated(1)
    bring(ward.unit, {"A1": row(COMPLAINT)}, at=at(2021, 6, 1))
    file = Petition.objects.get(outside_code="A1")
    one = above(received_on=date(2021, 5, 5))
    actions.settle(one, Found(petition=file), by=by, at=now())
    assert figure(ward).numerator == 1, "hạn 10/05/2021: phường còn trong hạn"
    before = timezone.now()
    bring(ward.unit, {"A1": row(COMPLAINT, settled_on="2021-05-04")}, at=timezone.now())
    found = figure(ward)
    assert (found.numerator, found.excluded) == (0, {judging.DECIDED: 1})
    assert MEASURE.counts(scope(ward, as_of=before)).numerator == 1, "như biết lúc ấy"
    assert MEASURE.counts(scope(ward, as_of=at(2021, 6, 2))).numerator == 0, "lúc ấy chưa ai ghi gì"
    (shown,) = MEASURE.rows(scope(ward), None, 9)
    assert (shown.outcome, shown.facts[0]) == (RowOutcome.EXCLUDED, one.code)


def test_a_voided_row_and_a_voided_statement_count_no_more(ward, by, above, stated):
    cover = stated(1)
    one = above()
    actions.settle(one, Found(never_asked=True), by=by, at=now())
    moment = timezone.now()
    actions.void(one, "ghi nhầm", by=by, at=now())
    assert figure(ward).excluded == {}
    assert MEASURE.counts(scope(ward, as_of=moment)).numerator == 1
    actions.void_statement(cover, "nhầm văn bản", by=by, at=now())
    assert [one.code for one in MEASURE.obstacles(scope(ward))] == ["uncovered"]


def test_a_figure_takes_few_statements_whatever_it_counts(ward, by, above, stated):
    stated(6)
    for n in range(6):
        one = above(received_on=date(2021, 3, 1) + timedelta(days=n))
        actions.settle(one, Found(never_asked=True), by=by, at=now())
    with CaptureQueriesContext(connection) as asked:
        MEASURE.counts(scope(ward))
    assert len(asked) <= 5


def test_nobody_may_type_a_nought_in_its_place(ward, by):
    indicator = Indicator(unit=ward.unit, measure_key=MEASURE.key)
    with pytest.raises(NeverTyped, match="cấp trên nói") as refused:
        refuse_counted(indicator, YEAR, at=timezone.now())
    assert "/don-thu/vuot-cap/" in refused.value.sentence
