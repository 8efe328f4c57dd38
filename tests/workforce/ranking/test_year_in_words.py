"""The year 2021 under 90/2020/NĐ-CP: from the opening to the decision, an appeal, and every refusal."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.rules.ranking import Level
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from chuan.rules.types import Period
from chuan.trail.models import Detail
from chuan.workforce import refusals
from chuan.workforce import refusals_ranking as own
from chuan.workforce.actions import ranking, ranking_rounds, ranking_together
from chuan.workforce.actions.own_law import set_own_value
from chuan.workforce.models import Assessment, AssessmentEvent, AssessmentWords, RankingRound
from chuan.workforce.own_law.books import RANKING
from chuan.workforce.ranking.caps import caps_of, head_words
from chuan.workforce.ranking.filled import YearPoints
from chuan.workforce.ranking.laws import law_of, law_text
from tests.workforce.made import personnel_clerk
from tests.workforce.ranking import made

GOOD = Level.GOOD
DECISION = ranking.Paper("30/QĐ-UBND", date(2021, 12, 20))


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


@pytest.fixture
def head(ward):
    return ward.viewer(ward.chairman)


@pytest.fixture
def round_(keeper):
    return made.year(keeper)


def now():
    return timezone.now()


def handed_in(ward, round_, official, level=GOOD):
    one = made.row(round_, official)
    ranking.self_assess(one, made.ticks(level), by=ward.viewer(official), at=now())
    return one


def opined(ward, round_, official, keeper, head, level=GOOD):
    one = handed_in(ward, round_, official, level)
    made.assessed(one, head, level)
    meeting = ranking_together.Meeting(date(2021, 12, 15), 7, "BB 05")
    ranking_together.opine(round_, meeting, {one: ranking_together.Opinion(6, 1)}, by=keeper, at=now())
    return made.row(round_, official)


def test_everybody_in_post_is_in_the_round_heads_apart_and_the_chairman_is_ranked_above(ward, round_, keeper):
    rows = {one.official_id: one for one in round_.assessments.all()}
    assert len(rows) == 8
    assert (rows[ward.chairman.pk].group, rows[ward.chairman.pk].above) == ("leader", True)
    assert (rows[ward.clerk.pk].group, rows[ward.clerk.pk].above) == ("staff", False)
    clocks = Clock.objects.running().filter(kind="step")
    assert clocks.get(owner_official=ward.clerk).subject_uid == rows[ward.clerk.pk].uid
    assert clocks.get(owner_role="personnel_clerk").subject_uid == rows[ward.chairman.pk].uid


def test_a_year_from_his_own_words_to_the_decision_and_the_end(ward, round_, keeper, head):
    one = opined(ward, round_, ward.clerk, keeper, head)
    assert Clock.objects.running().get(subject_uid=one.uid).owner_role == "personnel_clerk"
    assert ranking_together.decide(round_, DECISION, {one: GOOD}, by=keeper, at=now()) == 1
    one.refresh_from_db()
    assert (one.status, one.self_level, one.proposed_level, one.decided_level) == ("decided", *(3 * ["good"]))
    assert (one.decision, one.decided_on) == ("30/QĐ-UBND", date(2021, 12, 20))
    assert not Clock.objects.running().filter(subject_uid=one.uid).exists()
    with pytest.raises(own.StillWaiting) as told:
        ranking_rounds.close_round(round_, by=keeper, at=now())
    assert "7 người" in told.value.sentence
    for other in round_.assessments.filter(status="opened").exclude(official=keeper.official):
        other = made.row(round_, other.official)
        ranking.leave_out(other, "kỳ thử", by=keeper, at=now()) if not other.above else ranking.bring_in(
            other, GOOD, ranking.Paper("9/QĐ-UBND", date(2021, 12, 22)), "UBND huyện", by=keeper, at=now()
        )
    ranking.leave_out(made.row(round_, keeper.official), "kỳ thử", by=head, at=now())
    ranking_rounds.close_round(round_, by=keeper, at=now())
    assert RankingRound.objects.get().law_kept == law_text(round_)
    one.refresh_from_db()
    assert one.status == "closed"
    with pytest.raises(own.RoundOver):
        ranking.appeal(made.row(round_, ward.clerk), "muộn", by=ward.viewer(ward.clerk), at=now())


def test_an_appeal_keeps_the_level_or_changes_it_by_a_new_decision(ward, round_, keeper, head):
    one = opined(ward, round_, ward.clerk, keeper, head)
    ranking_together.decide(round_, DECISION, {one: Level.COMPLETED}, by=keeper, at=now())
    me, paper = ward.viewer(ward.clerk), ranking.Paper("40/QĐ-UBND", date(2021, 12, 28))
    ranking.appeal(one, "bỏ sót việc quý IV", by=me, at=now())
    assert Clock.objects.running().get(subject_uid=one.uid).owner_role == "chairman"
    ranking.answer(one, None, paper, "đã xem đủ", by=head, at=now())
    assert (one.status, one.decided_level, one.decision) == ("decided", "completed", "30/QĐ-UBND")
    ranking.appeal(one, "có thêm báo cáo", by=me, at=now())
    ranking.answer(one, GOOD, paper, "có thêm chứng cứ", by=head, at=now())
    assert (one.status, one.decided_level, one.decision) == ("decided", "good", "40/QĐ-UBND")


def test_nobody_assesses_decides_or_writes_down_his_own(ward, round_, keeper, head):
    mine, pho = made.row(round_, keeper.official), ward.viewer(made.vice_chairman(ward))
    ranking_rounds.add_newcomers(round_, by=keeper, at=now())
    own_of_head = made.row(round_, pho.official)
    ranking.skip_self(own_of_head, "nghỉ", by=keeper, at=now())
    opinion = {mine: ranking_together.Opinion(7, 0)}
    meeting = ranking_together.Meeting(date(2021, 12, 15), 7, "BB 05")
    for change in (
        lambda: ranking.head_assess(own_of_head, ranking.HeadSays(GOOD), by=pho, at=now()),
        lambda: ranking.skip_self(mine, "x", by=keeper, at=now()),
        lambda: ranking.leave_out(mine, "x", by=keeper, at=now()),
        lambda: ranking.bring_in(mine, GOOD, DECISION, "x", by=keeper, at=now()),
        lambda: ranking.answer(mine, None, DECISION, "x", by=keeper, at=now()),
        lambda: ranking_together.opine(round_, meeting, opinion, by=keeper, at=now()),
        lambda: ranking_together.decide(round_, DECISION, {mine: GOOD}, by=keeper, at=now()),
    ):
        with pytest.raises(own.OwnAssessment):
            change()
    theirs = made.row(round_, ward.clerk)
    for change in (
        lambda: ranking.self_assess(theirs, made.ticks(GOOD), by=head, at=now()),
        lambda: ranking.appeal(theirs, "x", by=head, at=now()),
    ):
        with pytest.raises(own.NotOwnAssessment):
            change()
    chairman = made.row(round_, ward.chairman)
    with pytest.raises(own.RankedAbove):
        ranking.self_assess(chairman, made.ticks(GOOD, "leader"), by=head, at=now())
    with pytest.raises(own.RankedAbove):
        ranking.head_assess(chairman, ranking.HeadSays(GOOD), by=pho, at=now())
    with pytest.raises(own.RankedAbove):
        ranking_together.decide(round_, DECISION, {chairman: GOOD}, by=keeper, at=now())


def test_ticks_that_speak_against_the_level_are_told_and_nothing_is_kept(ward, round_):
    me, one = ward.viewer(ward.clerk), made.row(round_, ward.clerk)
    for wrong, filled in (
        (own.TicksContradict, made.ticks(GOOD, tasks=False)),
        (own.TicksContradict, made.ticks(GOOD, discipline=True)),
        (own.TicksMissing, made.ticks(GOOD, common=None)),
        (own.AnotherRegime, made.points(GOOD)),
        (own.AnotherRegime, YearPoints(GOOD, 90, made.NOTHING)),
    ):
        with pytest.raises(wrong):
            ranking.self_assess(one, filled, by=me, at=now())
    assert not AssessmentEvent.objects.exists()
    assert made.row(round_, ward.clerk).status == "opened"


def test_another_level_than_he_proposed_wants_a_word_of_the_head(ward, round_, head):
    one = handed_in(ward, round_, ward.clerk)
    with pytest.raises(own.WhyMissing) as told:
        made.assessed(one, head, Level.COMPLETED)
    assert "Trần Thị Văn Phòng tự đề nghị “hoàn thành tốt nhiệm vụ”" in told.value.sentence
    made.assessed(one, head, Level.COMPLETED, "báo cáo quý II chậm")
    assert (one.self_level, one.proposed_level) == ("good", "completed")


def test_one_row_of_votes_that_does_not_add_up_keeps_none(ward, round_, keeper, head):
    rows = [handed_in(ward, round_, one) for one in (ward.clerk, ward.one_stop)]
    for one in rows:
        made.assessed(one, head)
    meeting = ranking_together.Meeting(date(2021, 12, 15), 7, "BB 05")
    right, wrong = ranking_together.Opinion(5, 1, 1), ranking_together.Opinion(5, 1)
    with pytest.raises(own.OpinionsWrong) as told:
        ranking_together.opine(round_, meeting, {rows[0]: right, rows[1]: wrong}, by=keeper, at=now())
    assert "Lê Văn Một Cửa (5 + 1 + 0 = 6, dự họp 7)" in told.value.sentence
    assert not AssessmentEvent.objects.filter(verb="opine").exists()
    for error, other, opinions in (
        (own.NothingChosen, meeting, {}),
        (own.NobodyPresent, ranking_together.Meeting(date(2021, 12, 15), 0, "BB"), {rows[0]: right}),
        (refusals.PaperMissing, ranking_together.Meeting(date(2021, 12, 15), 7, " "), {rows[0]: right}),
        (own.NotYetRanked, ranking_together.Meeting(date(2100, 1, 1), 7, "BB"), {rows[0]: right}),
    ):
        with pytest.raises(error):
            ranking_together.opine(round_, other, opinions, by=keeper, at=now())


def test_more_outstanding_than_the_share_allows_is_said_before_and_wants_a_reason(ward, round_, keeper, head):
    one = opined(ward, round_, ward.clerk, keeper, head, Level.EXCELLENT)
    warned = caps_of(round_)
    assert not warned.fits
    assert "chưa đủ để xếp người nào" in warned.warnings[0]
    with pytest.raises(own.OverCap, match=r"Căn cứ: 90/2020/NĐ-CP, .* \(chưa kiểm chứng\)"):
        ranking_together.decide(round_, DECISION, {one: Level.EXCELLENT}, by=keeper, at=now())
    assert made.row(round_, ward.clerk).status == "opined"
    ranking_together.decide(
        round_, DECISION, {one: Level.EXCELLENT}, by=keeper, at=now(), why="cấp trên giao"
    )
    assert AssessmentWords.objects.get(event__verb="decide").text == "cấp trên giao"


def test_an_open_round_goes_by_the_units_own_value_and_a_closed_one_by_what_it_kept(ward, round_, keeper):
    def share(**changed):
        RankingRound.objects.update(**changed)
        law = law_of(RankingRound.objects.select_related("unit").get())
        return law.values["cap.excellent"].value, law.titles

    kept, names = law_text(round_), law_of(round_).titles
    set_own_value(
        RANKING, "cap.excellent", "25 %", valid_from=date(2021, 3, 1), citation="Quyết định 5/QĐ-UBND", by=keeper,
        at=now(),
    )  # fmt: skip
    assert share(state="open") == ("1/4", names)
    assert share(state="closed", law_kept=kept) == ("1/5", names)
    assert share(law_kept="") == ("1/5", names)


def test_a_head_above_his_unit_is_said(ward, round_, keeper):
    ranking.bring_in(made.row(round_, ward.chairman), Level.EXCELLENT, DECISION, "huyện", by=keeper, at=now())
    rows = list(Assessment.objects.filter(round=round_))
    assert head_words(round_, rows) == ""
    ranked = ranking_rounds.rank_unit(round_, GOOD, by=keeper, at=now())
    assert "cao hơn đơn vị" in head_words(ranked, rows)


def test_the_last_step_is_taken_back_and_both_lines_stay(ward, round_, keeper, head):
    one = handed_in(ward, round_, ward.clerk)
    made.assessed(one, head)
    mine = made.row(round_, keeper.official)
    ranking.skip_self(mine, "ốm", by=head, at=now())
    with pytest.raises(own.OwnAssessment):
        ranking.void_last(mine, "x", by=keeper, at=now())
    with pytest.raises(refusals.ReasonMissing):
        ranking.void_last(one, " ", by=keeper, at=now())
    ranking.void_last(one, "nhầm người", by=head, at=now())
    assert (one.status, one.proposed_level) == ("self_assessed", "")
    ranking.void_last(one, "viết lại", by=ward.viewer(ward.clerk), at=now())
    assert (one.status, one.self_level) == ("opened", "")
    assert list(one.events.order_by("seq").values_list("verb", flat=True)) == [
        "self_assess", "head_assess", "void", "void",
    ]  # fmt: skip
    with pytest.raises(own.NotTheLast):
        ranking.void_last(one, "nữa", by=keeper, at=now())


def test_lines_are_never_edited(ward, round_):
    handed_in(ward, round_, ward.clerk)
    with pytest.raises(DatabaseError), transaction.atomic():
        AssessmentEvent.objects.update(verb="decide")


def test_the_trail_says_the_step_and_no_level_points_or_reason(ward, round_, keeper, head):
    one = opined(ward, round_, ward.clerk, keeper, head)
    ranking_together.decide(round_, DECISION, {one: GOOD}, by=keeper, at=now())
    ranking.leave_out(made.row(round_, ward.auditor), "nghỉ ốm dài ngày", by=keeper, at=now())
    ranking_rounds.rank_unit(round_, GOOD, by=keeper, at=now())
    told = " ".join(Detail.objects.values_list("body", flat=True))
    assert "30/QĐ-UBND" in told
    assert not any(word in told for word in ("good", "ốm", "agreed", "level"))


def test_bad_openings_are_told(ward, round_, keeper):
    def opened(kind="year", period=None, citation="KH", on=date(2022, 1, 1)):
        opening = ranking_rounds.Opening(kind, period or Period.year(2022), citation, on)
        return ranking_rounds.open_round(opening, by=keeper, at=now())

    for wrong, change in (
        (own.RoundExists, lambda: opened(period=Period.year(2021))),
        (own.PeriodNotOffered, lambda: opened("month", Period.month(2022, 1))),
        (refusals.PaperMissing, lambda: opened(citation=" ")),
        (own.NotYetRanked, lambda: opened(on=date(2100, 1, 1))),
        (own.PeriodNotBegun, lambda: opened(period=Period.year(2090))),
    ):
        with pytest.raises(wrong):
            change()


def test_another_ward_and_another_role_change_nothing(ward, other_ward, round_, keeper):
    theirs, one = other_ward.viewer(other_ward.chairman), made.row(round_, ward.clerk)
    for change in (
        lambda: ranking.skip_self(one, "x", by=theirs, at=now()),
        lambda: ranking.head_assess(one, ranking.HeadSays(GOOD), by=theirs, at=now()),
        lambda: ranking_rounds.close_round(round_, by=theirs, at=now()),
        lambda: ranking_rounds.add_newcomers(round_, by=theirs, at=now()),
        lambda: ranking_together.decide(round_, DECISION, {one: GOOD}, by=theirs, at=now()),
    ):
        with pytest.raises(NotFound):
            change()
    for change in (
        lambda: ranking.skip_self(one, "x", by=ward.viewer(ward.secretary), at=now()),
        lambda: ranking.head_assess(one, ranking.HeadSays(GOOD), by=keeper, at=now()),
        lambda: ranking_rounds.close_round(round_, by=ward.viewer(ward.secretary), at=now()),
    ):
        with pytest.raises(NotAllowed):
            change()
    with pytest.raises(WrongMove):
        made.assessed(one, ward.viewer(ward.chairman))
    assert not Assessment.objects.seen_by(theirs).exists()
    assert Assessment.objects.seen_by(ward.viewer(ward.secretary)).count() == 1
    assert Assessment.objects.seen_by(keeper).count() == 8
    moved = ward.specialist
    moved.unit = other_ward.unit
    moved.save()
    assert Assessment.objects.seen_by(keeper).count() == 8
    assert not Assessment.objects.seen_by(theirs).exists()
