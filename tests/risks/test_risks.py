"""Risks and opportunities through their life: named, scored, treated, looked at again, closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from chuan.clocks.models import Clock
from chuan.offers import faults, handover, search
from chuan.offers.subjects import Subject, describe
from chuan.risks import actions, refusals, register
from chuan.risks.actions import Noted, Scored
from chuan.risks.checking import levels_agree
from chuan.risks.handing import Risks
from chuan.risks.models import Risk, RiskScore
from chuan.risks.scale import scale_of
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from chuan.rules.refusals import risks as no
from chuan.rules.risks import Step
from chuan.search.models import SearchEntry
from chuan.trail.models import Entry
from tests.risks import made

pytestmark = pytest.mark.django_db


def _due(uid, kind: str) -> list[object]:
    return list(
        Clock.objects.running().filter(subject_uid=uid, kind=kind).values_list("lawful_due_on", flat=True)
    )


def test_any_official_names_a_risk_and_it_waits_for_a_level(ward):
    row = made.risk(ward, by=made.viewer(ward, ward.specialist))
    assert (row.code, row.status) == ("RR-1", "noted")
    clock = Clock.objects.running().get(subject_uid=row.uid)
    assert (clock.owner_role, clock.lawful_due_on) == ("iso_secretary", made.today() + timedelta(days=14))
    assert made.risk(ward, nature="opportunity").code == "CH-2"
    assert SearchEntry.objects.filter(subject_uid=row.uid).exists()
    assert list(search.offered()["risk"]())


def test_a_risk_is_of_something_in_the_own_ward_and_already_seen(ward, other_ward):
    by = made.secretary(ward)
    for noted, refusal in (
        (Noted("risk", made.STATEMENT), refusals.TouchesNothing),
        (Noted("risk", "  ", process=made.process_of(ward)), refusals.WordsMissing),
        (Noted("risk", made.STATEMENT, process=made.process_of(other_ward)), NotFound),
        (Noted("risk", "x", process=made.process_of(ward), official=other_ward.clerk), NotFound),
    ):
        with pytest.raises(refusal):
            actions.note_risk(noted, found_on=made.today(), by=by, at=made.now())
    with pytest.raises(no.InFuture):
        made.risk(ward, found_on=made.today() + timedelta(days=1))


def test_a_score_gives_the_level_of_the_table_and_the_day_of_the_next_look(ward):
    row = made.scored(ward, made.risk(ward))
    assert (row.status, row.level, row.level_word) == ("scored", "high", "cao")
    score = row.scores.get()
    assert "Chưa" not in score.scale
    assert (score.likelihood_word, score.effect_word) == ("hay gặp", "vừa")
    assert row.review_on > made.today()
    assert _due(row.uid, "review") == [row.review_on]


def test_a_level_that_is_not_its_latest_score_is_told_to_the_doctor(ward):
    row = made.scored(ward, made.risk(ward))
    assert not list(levels_agree())
    Risk.objects.filter(pk=row.pk).update(level="low")
    assert list(levels_agree()) == ["RR-1: mức đang ghi khác lần chấm gần nhất"]


def test_scores_are_never_rewritten(ward):
    made.scored(ward, made.risk(ward))
    with pytest.raises(DatabaseError), transaction.atomic():
        RiskScore.objects.update(level="low")


def test_who_does_not_answer_for_it_does_not_score_it_and_who_does_may(ward):
    row = made.risk(ward, official=ward.one_stop)
    with pytest.raises(NotAllowed):
        actions.score_risk(
            row, Scored(1, 1), on=made.today(), by=made.viewer(ward, ward.clerk), at=made.now()
        )
    actions.score_risk(row, Scored(1, 1), on=made.today(), by=made.viewer(ward, ward.one_stop), at=made.now())


def test_a_high_risk_is_accepted_only_by_who_leads_and_with_a_reason(ward):
    row = made.scored(ward, made.risk(ward))
    with pytest.raises(no.AcceptedAboveOnesPlace):
        made.treated(ward, row, "accept", "hết cách")
    chairman = made.viewer(ward, ward.chairman)
    with pytest.raises(no.ReasonForLeaving):
        actions.treat_risk(row, "accept", "", by=chairman, at=made.now())
    actions.treat_risk(row, "accept", "Chờ tỉnh cấp máy mới", by=chairman, at=made.now())
    row.refresh_from_db()
    assert row.status == "watched"


def test_what_has_no_level_is_not_treated(ward):
    with pytest.raises(WrongMove, match="chấm mức"):
        made.treated(ward, made.risk(ward))


def test_a_treatment_ends_when_all_is_done_and_what_is_left_was_scored(ward):
    row = made.treated(ward, made.scored(ward, made.risk(ward)))
    action = made.planned(ward, row)
    assert _due(action.uid, "due") == [action.due_on]
    with pytest.raises(no.ActionsOpen):
        actions.finish_treatment(row, by=made.secretary(ward), at=made.now())
    made.finished(ward, action)
    assert not _due(action.uid, "due")
    with pytest.raises(no.ResidualMissing):
        actions.finish_treatment(row, by=made.secretary(ward), at=made.now())
    made.scored(ward, row, (2, 3), "after", made.today())
    actions.finish_treatment(row, by=made.secretary(ward), at=made.now())
    row.refresh_from_db()
    assert (row.status, row.level) == ("watched", "medium")


def test_an_action_is_due_after_it_was_planned_and_done_once(ward):
    row = made.treated(ward, made.scored(ward, made.risk(ward)))
    with pytest.raises(no.RiskDueBeforePlanned):
        made.planned(ward, row, due_on=made.today() - timedelta(days=1))
    action = made.planned(ward, row)
    for day, refusal in ((1, no.InFuture), (-1, no.BeforeItWasFound)):
        with pytest.raises(refusal):
            actions.finish_action(
                action, made.today() + timedelta(days=day), "x", by=made.secretary(ward), at=made.now()
            )
    with pytest.raises(refusals.WordsMissing):
        actions.finish_action(action, made.today(), " ", by=made.secretary(ward), at=made.now())
    actions.drop_action(action, "tỉnh làm thay", by=made.secretary(ward), at=made.now())
    with pytest.raises(refusals.ActionOver):
        made.finished(ward, action)


def test_who_was_given_an_action_says_that_it_is_done_and_nobody_else(ward):
    action = made.planned(ward, made.treated(ward, made.scored(ward, made.risk(ward))))
    with pytest.raises(NotAllowed):
        actions.finish_action(action, made.today(), "x", by=made.viewer(ward, ward.clerk), at=made.now())
    actions.finish_action(action, made.today(), "x", by=made.viewer(ward, ward.one_stop), at=made.now())


def test_a_closed_risk_is_found_by_nobody_and_scored_anew_when_it_comes_back(ward):
    row, by = made.scored(ward, made.risk(ward)), made.secretary(ward)
    actions.close_risk(row, "hết mùa", by=by, at=made.now())
    assert not SearchEntry.objects.filter(subject_uid=row.uid).exists()
    assert not _due(row.uid, "review")
    with pytest.raises(refusals.OverAlready):
        actions.change_risk(row, Noted("risk", "x", process=row.process), by=by, at=made.now())
    actions.reopen_risk(row, "lại dồn hồ sơ", by=by, at=made.now())
    row.refresh_from_db()
    assert (row.status, row.level) == ("noted", "")
    assert register.matrix(ward.unit, "risk", made.today()).unscored == (row,)
    long_ago = register.matrix(ward.unit, "risk", made.today() - timedelta(days=10))
    assert sum(count for _level, count in long_ago.by_level) == 1


def test_a_risk_looked_at_again_keeps_its_level_until_another_day(ward):
    row = made.scored(ward, made.risk(ward))
    later = made.today() + timedelta(days=40)
    with pytest.raises(no.RiskDueBeforePlanned):
        actions.review_risk(row, made.today(), "vẫn đúng", by=made.secretary(ward), at=made.now())
    actions.review_risk(row, later, "vẫn đúng", by=made.secretary(ward), at=made.now())
    assert _due(row.uid, "review") == [later]


def test_the_matrix_of_a_past_day_is_what_it_was(ward):
    row = made.scored(ward, made.risk(ward), (4, 3), on=made.today() - timedelta(days=30))
    made.scored(ward, row, (1, 1), on=made.today())
    then = register.matrix(ward.unit, "risk", made.today() - timedelta(days=1))
    held = {(cell.likelihood, cell.effect) for _w, cells in then.rows for cell in cells if cell.risks}
    assert held == {(4, 3)}
    with pytest.raises(no.BeforeLastScore):
        made.scored(ward, row, (2, 2), on=made.today() - timedelta(days=2))


def test_a_units_own_scale_stands_by_its_document_and_old_scores_are_told_apart(ward):
    row = made.scored(ward, made.risk(ward), (4, 3))
    three = [Step("ít"), Step("vừa"), Step("nhiều")]
    by, given = made.secretary(ward), {"since": made.today(), "by": made.secretary(ward), "at": made.now()}
    with pytest.raises(no.BoundsWrong):
        actions.set_scale(three, three, [3, 3, 9], [12, 6, 3, 1], citation="Quy trình QT-02", **given)
    actions.set_scale(three, three, [3, 4, 9], [12, 6, 3, 1], citation="Quy trình QT-02", **given)
    dated = scale_of(ward.unit, made.today())
    assert dated.own
    assert scale_of(ward.unit, made.today() - timedelta(days=1)).own is False
    assert register.matrix(ward.unit, "risk", made.today()).elsewhere == (row,)
    with pytest.raises(no.ScoreOffScale):
        actions.score_risk(row, Scored(4, 3), on=made.today(), by=by, at=made.now())


def test_a_risk_that_happened_tells_what_was_foreseen(ward, other_ward):
    row = made.scored(ward, made.risk(ward))
    told = faults.facts_of(Subject("risk", row.uid), made.viewer(ward, ward.clerk), made.now())
    assert ("Mức đang ghi", "cao") in told.lines
    assert told.process == "QT-06"
    assert faults.facts_of(Subject("risk", row.uid), made.secretary(other_ward), made.now()) is None


def test_what_an_official_answers_for_passes_to_another(ward):
    row = made.treated(ward, made.scored(ward, made.risk(ward, official=ward.one_stop)))
    action = made.planned(ward, row)
    asked = handover.Asked(ward.one_stop, [], frozenset(), made.today())
    refs = [one.ref for one in Risks().held(asked)]
    assert refs == [f"risk:{row.uid}", f"action:{action.uid}"]
    passing = handover.Passing(
        ward.one_stop, ward.clerk, made.today(), "BB", made.viewer(ward, ward.clerk), made.now()
    )
    Risks().pass_on(refs, passing)
    assert {
        one.owner_official for one in Clock.objects.running().filter(subject_uid__in=[row.uid, action.uid])
    } == {ward.clerk}
    assert not Risks().held(asked)
    told = describe([Subject("risk_action", action.uid)], made.viewer(ward, ward.clerk))
    assert told[Subject("risk_action", action.uid)].verb == "Ghi kết quả"


def test_what_a_risk_said_before_stays_in_the_trail(ward):
    row = made.risk(ward)
    actions.change_risk(
        row, Noted("risk", "Khác", process=row.process), by=made.secretary(ward), at=made.now()
    )
    assert Entry.objects.filter(verb="risk.change", subject_uid=row.uid).count() == 1
    assert Risk.objects.get().statement == "Khác"
