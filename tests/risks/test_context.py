"""Context, parties, the climate question; what the room tells the review, its gaps and its evidence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from chuan.offers import self_checks
from chuan.offers.review_inputs import Asked, Letter
from chuan.offers.self_checks import Looked
from chuan.processes.refusals import EndTooEarly
from chuan.risks import actions, refusals, telling
from chuan.risks.actions import RequirementGiven
from chuan.risks.models import ClimateAnswer, ContextIssue, InterestedParty, Requirement
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.rules.types import Period
from tests.risks import made

pytestmark = pytest.mark.django_db
NEED = RequirementGiven("Trả kết quả đúng hẹn", "yes", "QT-06")


def issue(ward, statement: str = "Dân số tăng vì khu đô thị mới", since: int = 100) -> ContextIssue:
    day = made.today() - timedelta(days=since)
    return actions.write_issue("outside", statement, "", since=day, by=made.secretary(ward), at=made.now())


def party(ward, name: str = "Người dân nộp hồ sơ") -> InterestedParty:
    day = made.today() - timedelta(days=100)
    return actions.write_party(name, since=day, by=made.secretary(ward), at=made.now())


def need(ward, of: InterestedParty, given: RequirementGiven = NEED) -> Requirement:
    return actions.write_requirement(of, given, since=made.today(), by=made.secretary(ward), at=made.now())


def test_an_issue_is_kept_changed_and_ended_but_never_lost(ward):
    row, by = issue(ward), made.secretary(ward)
    actions.change_issue(
        row, "outside", "Dân số tăng nhanh", "Hồ sơ nhiều hơn", on=made.today(), by=by, at=made.now()
    )
    with pytest.raises(EndTooEarly):
        actions.end_issue(row, row.valid_from, "x", by=by, at=made.now())
    with pytest.raises(refusals.WordsMissing):
        actions.end_issue(row, made.today(), " ", by=by, at=made.now())
    actions.end_issue(row, made.today(), "Khu đô thị dừng", by=by, at=made.now())
    with pytest.raises(refusals.OverAlready):
        actions.end_issue(row, made.today(), "lại", by=by, at=made.now())
    assert ContextIssue.objects.get().why_over == "Khu đô thị dừng"


def test_only_keepers_write_and_only_of_their_own_ward(ward, other_ward):
    row = issue(ward)
    with pytest.raises(NotAllowed):
        actions.end_issue(row, made.today(), "x", by=made.viewer(ward, ward.clerk), at=made.now())
    with pytest.raises(NotFound):
        actions.end_issue(row, made.today(), "x", by=made.secretary(other_ward), at=made.now())
    with pytest.raises(NotFound):
        need(other_ward, party(ward))


def test_looking_through_everything_is_one_act_and_needs_something_to_look_at(ward):
    by = made.secretary(ward)
    for act in (actions.review_context, actions.review_parties):
        with pytest.raises(refusals.NothingToReview):
            act(on=made.today(), by=by, at=made.now())
    issue(ward), issue(ward, "Hai công chức nghỉ hưu"), party(ward)
    assert actions.review_context(on=made.today(), by=by, at=made.now()) == 2
    assert actions.review_parties(on=made.today(), by=by, at=made.now()) == 1
    assert {one.reviewed_on for one in ContextIssue.objects.all()} == {made.today()}


def test_the_climate_question_is_answered_outright_and_earlier_answers_stay(ward):
    by = made.secretary(ward)
    with pytest.raises(refusals.WordsMissing):
        actions.answer_climate(False, " ", on=made.today(), by=by, at=made.now())
    for relevant in (False, True):
        actions.answer_climate(relevant, "Ngập lụt mùa mưa", on=made.today(), by=by, at=made.now())
    assert ClimateAnswer.objects.standing(ward.unit, made.today()).relevant
    assert ClimateAnswer.objects.count() == 2
    with pytest.raises(DatabaseError), transaction.atomic():
        ClimateAnswer.objects.update(relevant=False)


def test_what_is_answered_is_answered_somewhere(ward):
    held = party(ward)
    with pytest.raises(refusals.PlaceUnsaid):
        need(ward, held, RequirementGiven("Đúng hẹn", "yes"))
    row = need(ward, held, RequirementGiven("Đúng hẹn", "no"))
    actions.change_requirement(row, NEED, on=made.today(), by=made.secretary(ward), at=made.now())
    with pytest.raises(refusals.PartyNamedAlready):
        party(ward)
    actions.end_party(held, made.today(), "gộp", by=made.secretary(ward), at=made.now())
    row.refresh_from_db()
    assert row.valid_to is not None
    party(ward)


def _gaps(ward) -> set[str]:
    looked = Looked(ward.unit, made.today(), made.now())
    return {
        one.key for one in self_checks.checks() if one.key.startswith("risks.") and list(one.look(looked))
    }


def test_an_empty_register_names_what_the_standard_asks_for(ward):
    assert _gaps(ward) == {"risks.no_context", "risks.climate", "risks.no_parties", "risks.none"}


def test_the_register_names_what_was_left_lying(ward):
    issue(ward, since=500)
    need(ward, party(ward), RequirementGiven("Đúng hẹn", "no"))
    party(ward, "Hội đồng nhân dân")
    made.scored(ward, made.risk(ward), on=made.today() - timedelta(days=59))
    late = made.treated(ward, made.scored(ward, made.risk(ward)))
    actions.answer_climate(
        False, "Đồi cao", on=made.today() - timedelta(days=500), by=made.secretary(ward), at=made.now()
    )
    found = {
        "risks.old_context", "risks.climate", "risks.party_needs", "risks.unanswered", "risks.untreated",
        "risks.without_action",
    }  # fmt: skip
    assert _gaps(ward) == found
    action = made.planned(ward, late)
    type(action).objects.update(due_on=made.today() - timedelta(days=1))
    type(late).objects.update(review_on=made.today() - timedelta(days=1))
    assert _gaps(ward) == found - {"risks.without_action"} | {"risks.review_past", "risks.action_late"}


def _told(ward) -> dict[Letter, list[str]]:
    year = Period(made.today() - timedelta(days=200), made.today() + timedelta(days=1))
    asked = Asked(ward.unit, year, made.today(), made.now(), made.secretary(ward))
    return {
        Letter.CHANGES: [one.sentence for one in telling.changes(asked)],
        Letter.RISKS: [one.sentence for one in telling.effect_on_risks(asked)],
        Letter.RESOURCES: [one.sentence for one in telling.resources(asked)],
        Letter.OPPORTUNITIES: [one.sentence for one in telling.opportunities(asked)],
    }


def test_the_review_hears_what_changed_what_was_done_and_what_it_costs(ward):
    told = _told(ward)
    assert any("Chưa nêu rủi ro nào" in one for one in told[Letter.RISKS])
    assert any("Chưa trả lời biến đổi khí hậu" in one for one in told[Letter.CHANGES])
    issue(ward)
    need(ward, party(ward))
    row = made.treated(ward, made.scored(ward, made.risk(ward)))
    made.planned(ward, row, resources="01 máy quét")
    made.finished(ward, made.planned(ward, row, what="Đổi ca trực"))
    made.scored(ward, row, (1, 3), "after", made.today())
    made.risk(ward, nature="opportunity", statement="Tỉnh mở dịch vụ công mới")
    told = _told(ward)
    assert any("thêm “Dân số tăng" in one for one in told[Letter.CHANGES])
    assert any(
        "Đang theo dõi 1 rủi ro. Trong kỳ lập 2 hành động, làm xong 1" in one for one in told[Letter.RISKS]
    )
    assert any("trước xử lý mức cao, sau xử lý mức thấp" in one for one in told[Letter.RISKS])
    assert any("01 máy quét" in one for one in told[Letter.RESOURCES])
    assert any("chưa quyết định" in one for one in told[Letter.OPPORTUNITIES])


def test_holdings_count_what_there_is_and_what_there_is_none_of(ward):
    made.scored(ward, made.risk(ward))
    issue(ward)
    year = Period(made.today() - timedelta(days=200), made.today() + timedelta(days=1))
    held = {one.label: one.count for one in telling.holdings(ward.unit, year)}
    assert held["Vấn đề về bối cảnh"] == 1
    assert held["Bên quan tâm"] == 0
    assert held["Rủi ro, cơ hội đang theo dõi"] == 1
    assert held["Lần chấm mức trong kỳ"] == 1
