"""What each room tells the brief: counts and days in whose hands, each due date once, no case by name."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from chuan.clocks import actions as clocks
from chuan.conformity.models import CheckRun
from chuan.corrections import models as corrections
from chuan.files import actions as files
from chuan.intake.models import Import
from chuan.law import harms as law
from chuan.objectives.harms import trouble
from chuan.offers.harms import Asked, harms
from chuan.offers.subjects import Subject
from chuan.rules.briefs import Verb
from chuan.rules.targets.types import Budget, Outcome, Reason, Verdict
from tests.briefing import made
from tests.guards.rights.making import make

DAY = date(2021, 10, 5)


def _told(ward, on: date = DAY) -> dict[str, list]:
    found: dict[str, list] = {}
    for one in harms(Asked(ward.unit, on, made.at(on))):
        found.setdefault(one.kind, []).append(one)
    return found


def test_each_late_day_is_told_once_by_its_room_in_whose_hands_it_is(ward, other_ward):
    for days in (1, 2):
        made.late(ward.unit, ward.one_stop, date(2021, 10, days))
    made.late(ward.unit, None, date(2021, 10, 1), kind="dossier", role="one_stop_clerk")  # the same official
    made.late(ward.unit, ward.clerk, DAY)
    made.late(ward.unit, ward.clerk, date(2021, 10, 1), kind="petition")
    made.late(ward.unit, ward.secretary, date(2021, 10, 1), kind="risk")
    made.late(ward.unit, None, date(2021, 10, 1), kind="review_decision", role="iso_board")
    made.late(other_ward.unit, other_ward.clerk, date(2021, 10, 1))
    told = _told(ward)
    (dossiers,) = told["dossiers.late"]
    assert (dossiers.concerned, dossiers.amount, dossiers.due) == (ward.one_stop.uid, 3, date(2021, 10, 1))
    assert len(dossiers.facts) == 3
    assert told["dossiers.soon"][0].concerned == ward.clerk.uid
    assert told["petitions.late"][0].sentence == "1 đơn thư quá hạn, lâu nhất từ 01/10/2021."
    assert told["clocks.late"][0].sentence == "1 việc quá hạn, lâu nhất từ 01/10/2021: rủi ro, cơ hội."
    (nobody,) = told["reviews.late"]
    assert nobody.concerned is None
    assert "chưa có người giữ" in nobody.sentence


def test_a_draft_waits_for_the_head_and_agreement_leads_to_where_it_is_signed(ward):
    clocks.start(
        Subject("draft", ward.unit.uid), unit=ward.unit, opened_on=DAY, due_on=DAY, kind="to_sign",
        official=ward.chairman,
    )  # fmt: skip
    (only,) = _told(ward)["documents.to_sign"]
    assert (only.verbs, only.concerned) == ((Verb.AGREE,), None)
    assert only.address == "/van-ban/soan/"
    assert ward.chairman.name in only.sentence


def test_a_round_without_effect_a_breach_and_a_source_that_fell_silent_are_told(ward):
    case = make(
        corrections.Nonconformity, unit=ward.unit, owner_unit=ward.unit, year=2021, number=1, what="Trễ",
        source="hand", found_on=DAY, status="acting", round=2, raised_by=ward.clerk,
    )  # fmt: skip
    make(
        corrections.EffectCheck, case=case, round=1, shape="share", comparator="at_least", target="95",
        rhythm="monthly", periods=1, verdict="bad", judged_on=DAY,
    )  # fmt: skip
    make(
        CheckRun,
        unit=ward.unit,
        on=DAY,
        rules=9,
        breaches=2,
        warnings=0,
        hints=0,
        digest="a" * 64,
        by=ward.clerk,
    )
    make(
        Import, unit=ward.unit, register="dossiers", blob=files.keep(b"x", media_type="text/csv"), file_name="x.csv",
        status="committed", committed_at=made.at(date(2021, 7, 1)), covers_start=date(2021, 6, 1),
        covers_end=date(2021, 7, 1),
    )  # fmt: skip
    told = _told(ward)
    assert told["corrections.effect"][0].concerned == ward.secretary.uid
    assert "2 điều trái quy định" in told["conformity.breach"][0].sentence
    assert "số liệu từ tệp chỉ đến 30/06/2021" in told["intake.stale"][0].sentence
    assert "intake.stale" not in _told(ward, date(2021, 7, 20))


@pytest.mark.parametrize(
    ("verdict", "kind"),
    [
        (Verdict(Outcome.NOT_MET, True, Reason.YEAR_ENDED), "objectives.missed"),
        (Verdict(Outcome.AT_RISK, False, Reason.PACE_FAILS), "objectives.pace"),
        (Verdict(Outcome.AT_RISK, False, Reason.BUDGET_SPENT, budget=Budget(-1, 6, 20)), "objectives.budget"),
        (Verdict(Outcome.UNMEASURED, False, Reason.NO_FIGURE), None),
        (Verdict(Outcome.MET, True, Reason.DECIDED), None),
    ],
)
def test_a_promise_in_trouble_is_told_and_one_not_yet_measured_is_not(verdict, kind):
    found = trouble(SimpleNamespace(verdict=verdict))
    assert (found and found[0]) == kind


def test_every_kind_that_a_room_tells_has_its_weight():
    kinds = law.kinds(DAY)
    assert set(law.titles()) == set(kinds)
    assert len(set(kinds.values())) == len(kinds), "no two kinds weigh the same"
    assert law.days("rest.remind", DAY) == 3
