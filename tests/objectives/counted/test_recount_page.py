"""Thay số nhập tay bằng số đếm: typed and counted figures side by side; a person decides, nothing replaces itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from chuan.clocks.models import Clock
from chuan.objectives.actions import ask, check_late, define_indicator, record_figure, recount, take_measure
from chuan.objectives.comparing import comparisons
from chuan.objectives.models import FigureDue, Indicator, Measurement, Plan, Target
from chuan.offers import measures
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in
from tests.objectives.counted.conftest import an_hour_ago
from tests.objectives.made import clerk, given, now
from tests.objectives.register import OnTime, Received
from tests.people import Ward

PAGE = "/muc-tieu/do-tu-so/?nam=2021"
MARCH = Period.month(2021, 3)


@pytest.fixture
def seen(client: Client, ward: Ward) -> Client:
    return sign_in(client, ward.clerk)


@pytest.fixture
def typed(ward: Ward, on_time: Indicator, register: OnTime) -> Measurement:
    """March as a report said it, before any file came: 160 of 161."""
    register.kept = False
    made = record_figure(on_time, MARCH, given(num=160, den=161), by=clerk(ward), at=now())
    register.kept = True
    return made


def due(indicator: Indicator, month: int) -> FigureDue:
    return FigureDue.objects.get(indicator=indicator, period_start=date(2021, month, 1))


def standing(indicator: Indicator) -> Measurement:
    return Measurement.objects.standing().get(indicator=indicator, period_start=MARCH.start)


def test_the_typed_figure_stands_beside_the_counted_one_with_the_difference(seen: Client, typed: Measurement):
    row = next(one for one in open_page(seen, PAGE).texts("//tbody/tr") if one.startswith("Tháng 3"))
    assert "160/161" in row
    assert "D báo cáo có văn bản" in row
    assert "Trần Thị Văn Phòng" in row
    assert "Báo cáo số 12/BC-UBND" in row
    assert "156/161" in row
    assert "−2,48 điểm phần trăm" in row
    assert "thay số nhập tay" in row


def test_the_counted_figure_opens_onto_its_rows(seen: Client, typed: Measurement):
    rows = open_page(seen, open_page(seen, PAGE).link("96,89 % (156/161)"))
    assert "Tất cả 163" in rows.text


def test_the_year_is_said_before_and_after(seen: Client, typed: Measurement):
    said = open_page(seen, PAGE).text
    assert "Cả năm đang là 99,38 % (160/161). Thay hết các kỳ trên thì cả năm là 96,89 % (156/161)." in said


def test_nothing_is_ticked_until_a_person_ticks(seen: Client, typed: Measurement):
    assert not open_page(seen, PAGE).find("//input[@type='checkbox' and @checked]")
    assert open_page(seen, PAGE + "&chon=het").find("//input[@type='checkbox' and @checked]")


def test_ticked_periods_are_replaced_in_one_go_with_one_reason(
    seen: Client, typed: Measurement, on_time: Indicator
):
    form = open_page(seen, PAGE).form(button="Thay các số đã chọn")
    assert form.values["reason"].startswith("Thay số nhập tay (D) bằng số đếm từ sổ (A)")
    answer = form.send(seen, doi=[str(due(on_time, month).uid) for month in (2, 3)])
    assert answer.status_code == 302
    now_standing = standing(on_time)
    assert (now_standing.numerator, now_standing.denominator, now_standing.grade) == ("156", "161", "A")
    assert now_standing.corrects == typed
    assert now_standing.reason.startswith("Thay số nhập tay (D)")
    assert "Đã thay 2 số" in open_page(seen, PAGE).text
    assert Entry.objects.filter(verb="measure.take").count() == 2


def test_counting_that_takes_longer_than_an_act_may_is_still_written(
    ward: Ward, typed: Measurement, on_time: Indicator, plan: Plan
):
    """trail.actions: an act may take 30 s; counting comes before it, and the moment is read anew."""
    viewer, begun = clerk(ward), now() - timedelta(seconds=45)
    (one,) = [
        one for one in comparisons(plan, viewer, on=date(2021, 10, 5), at=begun) if one.due == due(on_time, 3)
    ]
    with pytest.raises(refusals.ActionTooOld):
        recount(plan, [one], reason="thử", by=viewer, at=begun)
    (made,) = recount(plan, [one], reason="thử", by=viewer, at=begun, clock=now)
    assert made.numerator == "156"


def test_the_passport_shows_both(seen: Client, typed: Measurement, on_time: Indicator):
    open_page(seen, PAGE).form(button="Thay các số đã chọn").send(seen, doi=[str(due(on_time, 3).uid)])
    page = open_page(seen, f"/muc-tieu/so-lieu/{standing(on_time).uid}/")
    assert "160/161" in page.text
    assert "156/161" in page.text
    assert "dossiers.on_time@1" in page.text


def test_without_a_reason_nothing_is_replaced_and_the_ticks_stay(
    seen: Client, typed: Measurement, on_time: Indicator
):
    form = open_page(seen, PAGE).form(button="Thay các số đã chọn")
    answer = form.send(seen, doi=[str(due(on_time, 3).uid)], reason=" ")
    page = examine(answer, PAGE, status=422)
    assert "Chưa ghi lý do" in page.text
    assert len(page.find("//input[@type='checkbox' and @checked]")) == 1
    assert standing(on_time) == typed


def test_without_a_tick_nothing_is_replaced_and_the_reason_stays(seen: Client, typed: Measurement):
    form = open_page(seen, PAGE).form(button="Thay các số đã chọn")
    page = examine(form.send(seen, reason="theo tệp nhập"), PAGE, status=422)
    assert "Chưa chọn kỳ nào" in page.text
    assert "theo tệp nhập" in page.text


@pytest.mark.parametrize("wrong", ["x", "00000000-0000-0000-0000-000000000000"])
def test_a_period_that_does_not_wait_is_refused(seen: Client, typed: Measurement, wrong: str):
    answer = seen.post(PAGE, {"doi": [wrong], "reason": "thử"})
    assert "không còn chờ thay" in examine(answer, PAGE, status=422).text


def test_a_replaced_period_is_no_longer_offered(seen: Client, typed: Measurement, on_time: Indicator):
    open_page(seen, PAGE).form(button="Thay các số đã chọn").send(seen, doi=[str(due(on_time, 3).uid)])
    assert "1 kỳ khớp với sổ" in open_page(seen, PAGE).text


def test_late_rows_are_offered_for_a_correcting_measurement(
    seen: Client, ward: Ward, on_time: Indicator, register: OnTime
):
    first = take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=date(2021, 3, 20), at=an_hour_ago())
    check_late(first, at=now())
    page = open_page(seen, PAGE)
    assert "đo lại, có 3 dòng về muộn" in page.text
    page.form(button="Thay các số đã chọn").send(
        seen, doi=[str(due(on_time, 3).uid)], reason="3 hồ sơ về muộn"
    )
    assert standing(on_time).denominator == "164"


def test_a_register_that_counts_otherwise_is_offered_before_anybody_noticed(
    seen: Client, ward: Ward, on_time: Indicator, register: OnTime
):
    """A sample that was checked further: no import came, so no notice was raised."""
    take_measure(on_time, MARCH, by=clerk(ward), at=now())
    register.add(late=3, on=date(2021, 3, 20), at=an_hour_ago())
    assert "đo lại, sổ nay đếm khác" in open_page(seen, PAGE).text


def test_what_cannot_be_measured_says_why_and_where_to_mend_it(
    seen: Client, typed: Measurement, register: OnTime
):
    register.covered_from = date(2021, 6, 1)
    page = open_page(seen, PAGE)
    assert "Tháng 1 – tháng 5: chưa nhập đủ các ngày của kỳ." in page.text
    assert "/nhap-tu-tep/" in page.html
    assert not any(row.startswith("Tháng 3") for row in page.texts("//tbody/tr"))


def test_after_a_withdrawn_import_the_typed_figure_can_stand_again(
    seen: Client, typed: Measurement, on_time: Indicator, register: OnTime
):
    open_page(seen, PAGE).form(button="Thay các số đã chọn").send(seen, doi=[str(due(on_time, 3).uid)])
    register.cases.clear()
    register.covered_from = date(2021, 6, 1)
    page = open_page(seen, PAGE)
    assert "tệp đã rút: trở lại bản 1, 99,38 % (160/161)" in page.text
    page.form(button="Thay các số đã chọn").send(
        seen, doi=[str(due(on_time, 3).uid)], reason="tệp nhập nhầm phường"
    )
    back = standing(on_time)
    assert (back.version, back.grade, back.numerator, back.measure_key) == (3, "D", "160", "")
    assert back.evidence_note == typed.evidence_note
    assert Entry.objects.filter(verb="figure.restore").exists()
    passport = open_page(seen, f"/muc-tieu/so-lieu/{back.uid}/")
    assert "156/161" in passport.text, "all three stay"


def test_after_a_withdrawn_import_a_paper_may_speak_again(
    seen: Client, ward: Ward, typed: Measurement, on_time: Indicator, register: OnTime
):
    open_page(seen, PAGE).form(button="Thay các số đã chọn").send(seen, doi=[str(due(on_time, 3).uid)])
    register.kept = False
    counted = standing(on_time)
    answer = (
        open_page(seen, f"/muc-tieu/so-lieu/{counted.uid}/sua/")
        .form(button="Lưu bản sửa")
        .send(
            seen,
            numerator="159",
            denominator="161",
            grade="D",
            evidence_note="Báo cáo 15",
            reason="tệp đã rút",
        )
    )
    assert answer.status_code == 302
    assert standing(on_time).numerator == "159"


def test_another_way_of_counting_is_offered_to_measure_again(
    seen: Client, ward: Ward, on_time: Indicator, register: OnTime
):
    take_measure(on_time, MARCH, by=clerk(ward), at=now())
    other = Received()
    other.cases = list(register.cases)
    measures.register(other)
    define_indicator(on_time, measure_key=other.key, by=clerk(ward), at=now())
    assert "đo lại theo cách đếm đang chọn" in open_page(seen, PAGE).text


# Whose it is


def test_who_does_not_answer_for_the_objective_may_look_but_not_tick(
    client: Client, ward: Ward, typed: Measurement
):
    page = open_page(sign_in(client, ward.specialist), PAGE)
    assert "156/161" in page.text
    assert not page.find("//input[@type='checkbox']")
    assert "kỳ do người khác phụ trách" in page.text


def test_a_forged_tick_of_somebody_else_changes_nothing(
    client: Client, ward: Ward, typed: Measurement, on_time: Indicator
):
    sign_in(client, ward.specialist)
    answer = client.post(PAGE, {"doi": [str(due(on_time, 3).uid)], "reason": "thử"})
    assert answer.status_code == 422
    assert standing(on_time) == typed


def test_another_ward_sees_nothing_of_it(client: Client, other_ward: Ward, typed: Measurement):
    page = open_page(sign_in(client, other_ward.clerk), PAGE)
    assert "160/161" not in page.text


def test_the_page_without_any_plan_is_still_a_page(client: Client, ward: Ward):
    open_page(sign_in(client, ward.clerk), "/muc-tieu/do-tu-so/")


def test_the_page_without_any_register_says_how_one_begins(seen: Client, plan: Plan):
    assert "Chưa có chỉ tiêu nào do sổ đếm" in open_page(seen, PAGE).text


# The task on Việc của tôi


def test_the_task_goes_to_whoever_answers_and_ends_when_nothing_waits(
    client: Client, ward: Ward, typed: Measurement, on_time: Indicator, plan: Plan
):
    ask(plan, [due(on_time, 3)], at=now())
    page = open_page(sign_in(client, ward.clerk), "/viec-cua-toi/")
    assert "Xem lại số đo từ sổ năm 2021" in page.text
    form = open_page(client, PAGE).form(button="Thay các số đã chọn")
    form.send(client, doi=[str(due(on_time, 3).uid)])
    assert not Clock.objects.running().filter(subject_kind="recount").exists()


def test_the_task_stays_while_another_period_waits(
    seen: Client, ward: Ward, typed: Measurement, on_time: Indicator, register: OnTime, plan: Plan
):
    register.kept = False
    record_figure(on_time, Period.month(2021, 4), given(num=10, den=10), by=clerk(ward), at=now())
    register.kept = True
    ask(plan, [due(on_time, 3), due(on_time, 4)], at=now())
    open_page(seen, PAGE).form(button="Thay các số đã chọn").send(seen, doi=[str(due(on_time, 3).uid)])
    assert Clock.objects.running().filter(subject_kind="recount").count() == 1


def test_asking_twice_is_one_task(typed: Measurement, on_time: Indicator, plan: Plan):
    assert ask(plan, [due(on_time, 3)], at=now())
    assert not ask(plan, [due(on_time, 3)], at=now())


def test_the_figures_may_be_kept_with_a_reason(
    seen: Client, typed: Measurement, on_time: Indicator, plan: Plan, target: Target
):
    ask(plan, [due(on_time, 3)], at=now())
    url = f"/muc-tieu/do-tu-so/{target.objective.uid}/giu/"
    assert url in open_page(seen, PAGE).html
    examine(seen.post(url, {"reason": ""}), url, status=422)
    assert seen.post(url, {"reason": "số báo cáo đã được cấp trên duyệt"}).status_code == 302
    assert not Clock.objects.running().filter(subject_kind="recount").exists()
    assert standing(on_time) == typed


def test_only_whoever_answers_may_keep_them(client: Client, ward: Ward, typed: Measurement, target: Target):
    sign_in(client, ward.specialist)
    url = f"/muc-tieu/do-tu-so/{target.objective.uid}/giu/"
    assert client.post(url, {"reason": "thử"}).status_code == 403
