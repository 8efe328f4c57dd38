"""From the round to the plan of next year, which reads as the round decided and goes on with the same indicators."""

from __future__ import annotations

import json
from datetime import date

from chuan.documents.actions import answer, confirm
from chuan.documents.models import Link
from chuan.documents.standing import data_of
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import Objective, Plan, Round, Target
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.actions.deciding import Decision
from tests.objectives.made import now
from tests.objectives.rounds.issuing import issued
from tests.people import Ward

ISSUED = date(2022, 1, 14)
GROUPS = "\n".join(
    ["1.1", "1.2", "1.3", "1.4a, 1.4b", "1.5a", "1.5b", *(f"1.{place}" for place in range(6, 21))]
)
"""Twenty-one of twenty-two values: those of line 1.4 are one."""


def test_the_kept_round_becomes_the_same_promises_a_year_later(ward: Ward, plan: Plan, opened: Round):
    grouped = json.dumps({"groups": GROUPS})
    plan.reading.questions.filter(code="count_mismatch").update(answer="written", answer_data=grouped)
    secretary = ward.viewer(ward.secretary, date(2021, 12, 21))
    seven = opened.lines.select_related("round").get(objective__ordinal="7")
    lower = Decision("kept", seven.text.replace("100 %", "trên 95 %"), "năm 2021 không đạt")
    actions.decide(seven, lower, by=secretary, at=now())
    assert actions.keep_the_rest(opened, by=secretary, at=now()) == 26
    document = actions.draft(opened, by=secretary, at=now()).document
    assert document.links.get(kind=Link.Kind.SUPERSEDES).target == plan.decision
    issued(document, "05", ISSUED)

    after = ward.viewer(ward.secretary, ISSUED)
    reading = actions.read_as_plan(opened, by=after, at=now())
    assert {one.code: one.answer for one in reading.questions.all()} == {
        "count_mismatch": "written", "decrease_without_figure": "later", "signer_missing": "",
    }  # fmt: skip
    answer(reading.questions.get(code="signer_missing"), "blank", by=after, at=now())
    confirm(reading, by=ward.viewer(ward.clerk, ISSUED), at=now())

    assert data_of(reading.questions.get(code="count_mismatch")) == {"groups": GROUPS}
    made = Plan.objects.standing().get(owner_unit=ward.unit, year=2022)
    before, then = (
        [(one.label, one.indicator_id, _promise(one)) for one in _targets(each)] for each in (plan, made)
    )
    assert then[:-1] == before[:-1]
    assert then[-1][:2] == before[-1][:2], "another level of the same indicator"
    assert rule_of(_targets(made)[-1]).value == 95
    owners = Objective.objects.filter(plan=made).values_list("ordinal", "what")
    assert list(owners) == list(Objective.objects.filter(plan=plan).values_list("ordinal", "what"))


def _targets(plan: Plan) -> list[Target]:
    return list(Target.objects.filter(objective__plan=plan).order_by("objective__position", "position"))


def _promise(one: Target) -> tuple[object, ...]:
    rule = rule_of(one)
    return (rule.quantity, rule.comparator, rule.horizon, rule.value, rule.n, rule.k, rule.unit)
