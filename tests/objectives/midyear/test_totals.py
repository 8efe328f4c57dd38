"""Starting in July: one total for January to June, after which those months are no longer waited for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from chuan.clocks.models import Clock
from chuan.objectives import checks
from chuan.objectives.actions import Evidence, define_indicator, record_figure
from chuan.objectives.midyear.actions import begin_with_total
from chuan.objectives.midyear.refusals import NothingBefore, TotalMissing
from chuan.objectives.midyear.totals import totals
from chuan.objectives.models import FigureDue, Measurement, Plan, Target
from chuan.objectives.reports import target_picture
from chuan.people.models import Official
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.examine import Page, examine, open_page, sign_in
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward, make_ward

JULY = date(2021, 7, 1)
HALF = Period(date(2021, 1, 1), JULY)
NOTE = "Báo cáo số 120/BC-UBND ngày 05/07/2021"


@pytest.fixture
def plan(ward: Ward) -> Plan:
    """A share that adds up, and a state at the end of a period; both monthly."""
    made = plan_of(
        ward,
        decision(
            "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt trên 95%.",
            "Tỷ lệ hộ nghèo cuối năm còn dưới 1%.",
        ),
    )
    define_indicator(indicator(made, "2.1"), by=clerk(ward), at=now(), frequency="monthly")
    return made


def waiting(plan: Plan, label: str) -> list[date]:
    rows = FigureDue.objects.filter(plan=plan, indicator=indicator(plan, label), settled_by=None)
    return list(rows.order_by("period_start").values_list("period_start", flat=True))


def months(first: int, last: int) -> list[date]:
    return [date(2021, month, 1) for month in range(first, last + 1)]


def begin(ward: Ward, plan: Plan, label: str, **numbers: Any) -> Measurement | None:
    figure = given(**numbers, evidence=Evidence(note=NOTE)) if numbers else None
    return begin_with_total(plan, indicator(plan, label), JULY, figure, by=clerk(ward), at=now())


def test_a_sum_since_january_takes_the_place_of_six_months(ward: Ward, plan: Plan):
    made = begin(ward, plan, "1.1", num=580, den=600)
    assert made is not None
    assert (made.period, made.cumulative, made.grade) == (HALF, True, "D")
    assert waiting(plan, "1.1") == months(7, 12)
    assert not list(checks.figures_due())
    running = Clock.objects.running().filter(subject_kind="figure_due").count()
    assert running == FigureDue.objects.filter(plan=plan, settled_by=None).count()


def test_july_adds_to_the_total(ward: Ward, plan: Plan):
    begin(ward, plan, "1.1", num=580, den=600)
    record_figure(
        indicator(plan, "1.1"), Period.month(2021, 7), given(num=90, den=100), by=clerk(ward), at=now()
    )
    line = target_picture(Target.objects.get(objective__plan=plan, label="1.1"), on=date(2021, 8, 2)).line
    assert line.result is not None
    assert (line.result.numerator, line.result.denominator, line.result.missing) == (670, 700, ())


def test_a_state_is_one_of_the_last_day_and_the_earlier_months_are_let_go(ward: Ward, plan: Plan):
    made = begin(ward, plan, "2.1", num=9, den=1000)
    assert made is not None
    assert (made.period, made.cumulative) == (Period.month(2021, 6), False)
    assert waiting(plan, "2.1") == months(7, 12)
    assert not list(checks.figures_due())


def test_the_line_of_the_trail_names_the_months_let_go(ward: Ward, plan: Plan):
    begin(ward, plan, "1.1", num=580, den=600)
    line = Entry.objects.filter(verb="figures.total").get()
    assert line.detail.body.count("20210") > 5
    assert "20210601-20210701" not in line.detail.body


def test_where_the_total_stands_already_only_the_months_are_let_go(ward: Ward, plan: Plan):
    record_figure(
        indicator(plan, "1.1"), HALF, given(num=580, den=600), by=clerk(ward), at=now(), to_date=True
    )
    assert waiting(plan, "1.1") == [*months(1, 5), *months(7, 12)]
    assert begin(ward, plan, "1.1") is None
    assert waiting(plan, "1.1") == months(7, 12)
    with pytest.raises(NothingBefore):
        begin(ward, plan, "1.1")


def test_no_month_is_let_go_without_its_figure(ward: Ward, plan: Plan):
    with pytest.raises(TotalMissing):
        begin(ward, plan, "1.1")
    bare = given(num=1, den=2, evidence=Evidence(note=""))
    with pytest.raises(refusals.EvidenceMissing):
        begin_with_total(plan, indicator(plan, "1.1"), JULY, bare, by=clerk(ward), at=now())
    assert waiting(plan, "1.1") == months(1, 12)


def test_what_is_judged_month_by_month_keeps_its_months(ward: Ward, plan: Plan):
    define_indicator(indicator(plan, "1.1"), by=clerk(ward), at=now(), combine="each")
    assert [one.label for one in totals(plan, JULY, at=now())] == ["2.1"]


def address(plan: Plan) -> str:
    return f"/muc-tieu/giua-nam/{plan.uid}/?tu={JULY}"


def cards(page: Page) -> list[str]:
    return [one.get("id").removeprefix("so-") for one in page.find("section.slip")]


def send(client: Client, plan: Plan, **typed: str) -> Any:
    page = open_page(client, address(plan))
    known = cards(page)
    form = next(one for one in page.forms if one.element.get("class", "").startswith("slips"))
    named = {f"{known[int(name[0])]}-{name[2:]}": value for name, value in typed.items()}
    return client.post(address(plan), form.values | named)


def test_the_page_takes_what_is_right_keeps_what_is_wrong_and_the_target_says_so(
    client: Client, ward: Ward, plan: Plan
):
    desk = sign_in(client, ward.clerk)
    assert address(plan).split("?")[0] in str(desk.get(f"/muc-tieu/nhap/ke-hoach/{plan.uid}/").content)
    sent = send(desk, plan, **{
        "0_numerator": "580", "0_denominator": "600", "0_evidence_note": NOTE, "1_numerator": "1200",
        "1_denominator": "1000", "1_evidence_note": NOTE,
    })  # fmt: skip
    again = examine(sent, address(plan), status=422)
    assert {"1200", "1000", NOTE} <= set(again.forms[-1].values.values())
    assert len(cards(again)) == 1
    assert waiting(plan, "1.1") == months(7, 12)
    target = Target.objects.get(objective__plan=plan, label="1.1")
    said = open_page(desk, f"/muc-tieu/{target.uid}/").text
    assert "không chờ riêng, đã tính trong số đến 30/06/2021" in said
    assert "cộng dồn 6 tháng" in said


@pytest.mark.parametrize("typed", [{}, {"0_numerator": "1", "0_denominator": "2"}])
def test_a_page_sent_without_figure_or_paper_is_told_why(
    client: Client, ward: Ward, plan: Plan, typed: dict[str, str]
):
    again = examine(send(sign_in(client, ward.clerk), plan, **typed), address(plan), status=422)
    assert "Chưa có số nào" in again.notice or "chưa có căn cứ" in again.notice
    assert waiting(plan, "1.1") == months(1, 12)


def test_others_are_kept_out(client: Client, ward: Ward, plan: Plan):
    def status(official: Official) -> int:
        return sign_in(Client(), official).get(address(plan)).status_code

    assert status(ward.specialist) == 403
    assert status(make_ward("Phường khác", "00001", "khac-").clerk) == 404
