"""Objective 7 counted: a decision in the register, both denominators, what cannot be said yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.offers import subjects
from chuan.offers.measures import RowOutcome, Scope, tally
from chuan.offers.subjects import Subject
from chuan.people.models import Appointment
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.rules.titles import HONEST, Title
from chuan.rules.types import Period
from chuan.trail.models import Detail, Entry
from chuan.workforce import refusals_titles as no
from chuan.workforce.actions.titles import choose_base, conclude, record_decision, void_reward
from chuan.workforce.measures.advanced import AdvancedWorker
from chuan.workforce.models import Reward
from chuan.workforce.refusals import PaperMissing, ReasonMissing, VoidAlready
from chuan.workforce.titles import reasons
from chuan.workforce.titles.denominators import Base
from tests.workforce.made import joined, personnel_clerk
from tests.workforce.titles import made

MEASURE = AdvancedWorker()


@pytest.fixture
def keeper(ward):
    """The keeper; the chairman, the clerk and the specialist stay in post, a newcomer comes in November."""
    official = personnel_clerk(ward)
    left = (ward.one_stop, ward.secretary, ward.auditor, ward.administrator, official)
    Appointment.objects.filter(official__in=left).delete()
    return ward.viewer(official)


@pytest.fixture
def newcomer(ward, keeper):
    return joined(ward, "Kiều Mới Đến", since=date(2021, 11, 1))


@pytest.fixture
def year(keeper):
    return made.opened(keeper)


def _told(ward):
    return [one.code for one in MEASURE.obstacles(made.scope(ward.unit))]


def test_nothing_is_counted_until_every_decision_of_the_year_is_said_to_be_there(ward, keeper, year):
    assert _told(ward) == ["no_decision"]
    made.decided(year, [ward.clerk], by=keeper, all_results=False)
    assert _told(ward) == ["not_concluded"]
    assert MEASURE.counts(made.scope(ward.unit)).denominator == 0
    conclude(year, complete=True, by=keeper, at=timezone.now())
    assert _told(ward) == []
    counts = MEASURE.counts(made.scope(ward.unit))
    assert (counts.numerator, counts.denominator) == (1, 3)
    conclude(year, complete=False, by=keeper, at=timezone.now())
    assert _told(ward) == ["not_concluded"]


def test_a_decision_makes_hits_and_whoever_is_not_in_it_is_a_miss_with_a_reason_that_says_nothing_of_ranking(
    ward, keeper, year, newcomer, django_assert_max_num_queries
):
    made.decided(year, [ward.chairman, ward.clerk], by=keeper)
    with django_assert_max_num_queries(14):
        rows = MEASURE.rows(made.scope(ward.unit), None, 100)
    found = {row.subject.uid: (row.outcome, row.reason) for row in rows}
    assert found == {
        ward.chairman.uid: (RowOutcome.HIT, ""),
        ward.clerk.uid: (RowOutcome.HIT, ""),
        ward.specialist.uid: (RowOutcome.MISS, reasons.NOT_GIVEN),
        newcomer.uid: (RowOutcome.MISS, reasons.NEWCOMER),
    }
    assert tally(rows) == MEASURE.counts(made.scope(ward.unit))
    assert not any(row.facts for row in rows)


def test_both_denominators_are_told_with_the_sentence_on_all(ward, keeper, year, newcomer):
    made.decided(year, [ward.chairman, ward.clerk, ward.specialist], by=keeper)
    share, base, honest = MEASURE.notes(made.scope(ward.unit))
    assert share.startswith("3 trong 4 người đang làm việc (75 %); 3 trong 3 người đủ điều kiện xét (100 %)")
    assert "tất cả người giữ chức danh" in base
    assert "đơn vị chưa chọn khác" in base
    assert honest == HONEST


def test_a_unit_may_count_those_considered_by_its_own_paper_from_a_day_on(ward, keeper, year, newcomer):
    made.decided(year, [ward.chairman, ward.clerk, ward.specialist], by=keeper)
    since = date(2021, 1, 1)
    with pytest.raises(PaperMissing):
        choose_base(Base.CONSIDERED, since=since, citation=" ", by=keeper, at=timezone.now())
    choose_base(Base.CONSIDERED, since=since, citation="Quy chế 5", by=keeper, at=timezone.now())
    counts = MEASURE.counts(made.scope(ward.unit))
    assert (counts.numerator, counts.denominator) == (3, 3)
    assert counts.excluded == {reasons.NEWCOMER: 1}
    assert "Quy chế 5" in MEASURE.notes(made.scope(ward.unit))[1]
    choose_base(Base.IN_POST, since=since, citation="Quy chế 6", by=keeper, at=timezone.now())
    assert MEASURE.counts(made.scope(ward.unit)).denominator == 4


def test_whoever_is_not_known_to_be_considered_keeps_that_share_unmeasured(ward, keeper, year):
    made.decided(year, [ward.clerk], by=keeper)
    choose_base(Base.CONSIDERED, since=date(2021, 1, 1), citation="Quy chế 5", by=keeper, at=timezone.now())
    assert _told(ward) == ["unclear"]
    assert MEASURE.counts(made.scope(ward.unit)).denominator == 0


def test_only_a_whole_year_is_counted_and_an_earlier_moment_knows_nothing_of_it(ward, keeper, year):
    before = timezone.now()
    made.decided(year, [ward.clerk], by=keeper)
    assert [one.code for one in MEASURE.obstacles(made.scope(ward.unit, Period.month(2021, 3)))] == [
        "not_year"
    ]
    assert MEASURE.notes(made.scope(ward.unit, Period.year(2019))) == ()
    then = Scope(ward.unit.uid, made.YEAR, before)
    assert [one.code for one in MEASURE.obstacles(then)] == ["no_decision"]


def test_a_line_written_wrong_is_taken_back_with_a_reason_and_stays_readable(ward, keeper, year):
    [row] = made.decided(year, [ward.clerk], by=keeper)
    with pytest.raises(ReasonMissing):
        void_reward(row, " ", by=keeper, at=timezone.now())
    void_reward(row, "nhầm người", by=keeper, at=timezone.now())
    with pytest.raises(VoidAlready):
        void_reward(row, "nhầm người", by=keeper, at=timezone.now())
    assert Reward.objects.get().why_void == "nhầm người"
    assert _told(ward) == ["no_decision"]
    made.decided(year, [ward.clerk], by=keeper)
    assert _told(ward) == []


def test_bad_input_writes_nothing(ward, other_ward, keeper, year):
    def write(title=Title.ADVANCED_WORKER, decided=made.DECIDED, **given):
        record_decision(year, title, decided, by=keeper, at=timezone.now(), **given)

    tomorrow = timezone.localdate() + timedelta(days=2)
    with pytest.raises(no.NobodyNamed):
        write()
    with pytest.raises(no.WhoseTitle):
        write(team="Văn phòng")
    with pytest.raises(no.WhoseTitle):
        write(Title.ADVANCED_TEAM, officials=[ward.clerk])
    with pytest.raises(PaperMissing):
        write(decided=made.Decided(" ", date(2021, 12, 1), "UBND"), officials=[ward.clerk])
    for day in (date(2020, 12, 31), tomorrow):
        with pytest.raises(no.DecisionLater):
            write(decided=made.Decided("1", day, "UBND"), officials=[ward.clerk])
    with pytest.raises(NotFound):
        write(officials=[other_ward.clerk])
    assert not Reward.objects.exists()
    with pytest.raises(no.NoDecisionYet):
        conclude(year, complete=True, by=keeper, at=timezone.now())
    made.decided(year, [ward.clerk], by=keeper)
    with pytest.raises(no.RewardedAlready, match=ward.clerk.name):
        made.decided(year, [ward.clerk, ward.specialist], by=keeper)
    with pytest.raises(no.YearOpenAlready):
        made.opened(keeper)
    for wrong in (2019, 2099):
        with pytest.raises(no.YearNotHeld):
            made.opened(keeper, wrong)


def test_only_who_keeps_the_records_writes_and_a_team_may_be_named(ward, other_ward, keeper, year):
    with pytest.raises(NotAllowed):
        made.decided(year, [ward.clerk], by=ward.viewer(ward.secretary))
    foreign = other_ward.viewer(personnel_clerk(other_ward))
    with pytest.raises(NotFound):
        made.decided(year, [other_ward.clerk], by=foreign)
    record_decision(
        year, Title.ADVANCED_TEAM, made.DECIDED, team="Văn phòng", by=ward.viewer(ward.chairman), at=timezone.now()
    )  # fmt: skip
    assert Reward.objects.get().whose == "Văn phòng"


def test_the_trail_names_the_decision_and_never_whom_it_leaves_out(ward, keeper, year):
    made.decided(year, [ward.clerk], by=keeper)
    entry = Entry.objects.get(verb="titles.decide")
    body = Detail.objects.get(entry=entry).body
    assert "310/QĐ-UBND" in body
    assert str(ward.clerk.uid) not in body


def test_rows_are_named_only_to_who_may_see_them(ward, keeper, year):
    uid = ward.specialist.uid
    asked = [Subject("title_person", uid)]
    assert subjects.describe(asked, keeper)
    assert subjects.describe(asked, ward.viewer(ward.specialist))
    assert not subjects.describe(asked, ward.viewer(ward.secretary))
