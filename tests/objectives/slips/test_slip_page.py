"""Phiếu số liệu: a figure put in on a phone, one or all at once; what is wrong stays, what is right is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.objectives.actions import assign
from chuan.objectives.figure_forms import FigureForm
from chuan.objectives.models import FigureDue, Measurement, Objective, Plan
from chuan.objectives.slips.forms import SlipForm
from tests.examine import Page, examine, open_page, sign_in
from tests.objectives.made import clerk, decision, indicator, now, plan_of
from tests.objectives.slips.conftest import AUGUST, PROMISES
from tests.people import Ward

SLIP = "/muc-tieu/phieu/"


@pytest.fixture
def owner(client: Client, ward: Ward, plan: Plan) -> Client:
    return sign_in(client, ward.one_stop)


def prefixes(page: Page) -> list[str]:
    return [one.get("id").removeprefix("phieu-") for one in page.find("section.slip")]


def send(client: Client, page: Page, *, press: str = "", **typed: Any) -> Any:
    """Send the slip: "0_value" is the box of the first card."""
    known = prefixes(page)
    named = {f"{known[int(name[0])]}-{name[2:]}": value for name, value in typed.items()}
    files = {name: value for name, value in named.items() if isinstance(value, SimpleUploadedFile)}
    form = next(one for one in page.forms if one.element.get("class") == "slips")
    data = form.values | named | files
    return client.post(SLIP, data | ({"chi": known[int(press)]} if press else {}))


def test_an_owner_sees_the_own_figures_only_with_what_stood_before(owner: Client, plan: Plan):
    page = open_page(owner, SLIP)
    name = indicator(plan, "1.1").name
    assert page.texts("//section//h2") == [f"{name}, tháng 11", f"{name}, tháng 12"]
    assert "(96/100), tháng 10 năm 2021, theo Báo cáo số 45/BC-UBND" in page.text
    assert all(one.get("inputmode") == "decimal" for one in page.find("//div[contains(@class,'big')]//input"))


def test_a_paper_of_last_month_is_named_anew_and_never_copied(owner: Client, plan: Plan):
    page = open_page(owner, SLIP)
    assert "BC-UBND" not in str(page.forms[-1].values)
    sent = send(
        owner, page, **{"0_numerator": "97", "0_denominator": "99", "0_paper_number": "52", "0_paper_day": "2/12/2021"}
    )  # fmt: skip
    assert sent.status_code == 302
    figure = Measurement.objects.get(period_start=date(2021, 11, 1))
    assert (figure.numerator, figure.denominator, figure.grade) == ("97", "99", "D")
    assert figure.evidence_note == "Báo cáo số 52/BC-UBND ngày 02/12/2021"
    assert "Đã lưu 1 số liệu." in open_page(owner, SLIP).notice


def test_what_is_wrong_keeps_what_was_typed_and_what_is_right_is_kept(owner: Client, plan: Plan):
    page = open_page(owner, SLIP)
    paper = "Báo cáo 60/BC-UBND ngày 03/01/2022"
    answer = send(owner, page, **{
        "0_numerator": "97", "0_denominator": "99", "0_evidence_note": paper,
        "1_numerator": "120", "1_denominator": "100", "1_evidence_note": paper,
    })  # fmt: skip
    again = examine(answer, SLIP, status=422)
    assert "Đã lưu 1 số liệu." in again.notice
    assert "120" in again.notice
    assert len(prefixes(again)) == 1
    assert {"120", "100", paper} <= set(again.forms[-1].values.values())
    assert Measurement.objects.filter(period_start__gte=date(2021, 11, 1)).count() == 1


def test_one_card_is_sent_by_itself_and_the_other_keeps_its_words(owner: Client, plan: Plan):
    page = open_page(owner, SLIP)
    note = "Báo cáo 60/BC-UBND ngày 03/01/2022"
    typed = {"1_numerator": "9", "1_denominator": "9", "1_evidence_note": note, "0_numerator": "8"}
    answer = send(owner, page, press="1", **typed)
    again = examine(answer, SLIP)
    assert again.forms[-1].values[f"{prefixes(again)[0]}-numerator"] == "8"
    assert Measurement.objects.filter(period_start=date(2021, 12, 1)).exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Phiếu gửi đi chưa có số nào."),
        ({"0_numerator": "97", "0_denominator": "99"}, "chưa có căn cứ"),
        ({"0_numerator": "x", "0_denominator": "99", "0_evidence_note": "BC"}, "x"),
        ({"0_numerator": "9", "0_denominator": "9", "0_paper_number": "52"}, "Chưa ghi ngày của văn bản."),
        ({"0_numerator": "9", "0_denominator": "9", "0_paper_day": "2/12/2021"}, "Chưa ghi số của văn bản."),
        ({"0_numerator": "9", "0_denominator": "9", "0_paper_number": "5", "0_paper_day": "1/1/2999"}, "quá muộn"),
        ({"0_numerator": "9", "0_denominator": "9", "0_evidence_note": AUGUST.note}, "trùng với văn bản"),
        ({"0_numerator": "9", "0_denominator": "9", "0_evidence_note": "Báo cáo 5/BC-UBND ngày 20/11/2021"}, "số ước"),
        ({"0_numerator": "9", "0_denominator": "999", "0_evidence_note": "BC"}, "Lệch khoảng"),
        (
            {"0_numerator": "9", "0_denominator": "9", "0_evidence_file": SimpleUploadedFile("a.exe", b"MZ..")},
            "a.exe",
        ),
    ],
)  # fmt: skip
def test_bad_slips_are_told_why(owner: Client, plan: Plan, typed: dict[str, Any], said: str):
    again = examine(send(owner, open_page(owner, SLIP), **typed), SLIP, status=422)
    assert said in again.notice
    assert not Measurement.objects.filter(period_start__gte=date(2021, 11, 1)).exists()


def test_what_is_asked_about_is_kept_once_it_was_looked_at(owner: Client, plan: Plan):
    typed = {"0_numerator": "9", "0_denominator": "999", "0_evidence_note": "BC 5/BC-UBND ngày 2/12/2021"}
    again = examine(send(owner, open_page(owner, SLIP), **typed), SLIP, status=422)
    assert send(owner, again, **typed, **{"0_sure": "on"}).status_code == 302


def test_a_slip_sent_twice_is_recorded_once_and_says_so(owner: Client, plan: Plan):
    page = open_page(owner, SLIP)
    typed = {"0_numerator": "97", "0_denominator": "99", "0_evidence_note": "BC 5/BC-UBND ngày 2/12/2021"}
    send(owner, page, **typed)
    again = examine(send(owner, page, **typed), SLIP, status=422)
    assert "đã có số trước khi gửi" in again.notice
    assert Measurement.objects.filter(period_start=date(2021, 11, 1)).count() == 1


def test_figures_given_to_nobody_are_the_office_clerks(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.clerk)
    assert open_page(client, SLIP).texts("//section//h2") == [f"{indicator(plan, '2.1').name}, năm 2021"]
    assert client.get(f"{SLIP}?cho=nguoi-{ward.one_stop.uid}").content.count(b'class="sheet slip"') == 2
    sign_in(client, ward.one_stop)
    assert client.get(f"{SLIP}?cho=van-phong").status_code == 404


def test_who_owes_nothing_and_another_ward_are_told_so(
    client: Client, ward: Ward, other_ward: Ward, plan: Plan
):
    due = FigureDue.objects.filter(plan=plan, settled_by=None).first()
    assert due is not None
    for official in (ward.auditor, other_ward.clerk):
        sign_in(client, official)
        assert "Bạn không còn số liệu nào phải nhập" in open_page(client, SLIP).text
        data = {f"{due.uid.hex}-stage": "official", f"{due.uid.hex}-value": "1"}
        assert client.post(SLIP, data).status_code == 422
    assert FigureDue.objects.get(pk=due.pk).settled_by is None


def test_the_page_asks_the_database_as_often_for_twelve_figures_as_for_two(
    client: Client, ward: Ward, other_ward: Ward, plan: Plan, django_assert_max_num_queries: Any
) -> None:
    full = plan_of(other_ward, decision(*PROMISES))
    first = Objective.objects.get(plan=full, ordinal="1")
    assign(first, official=other_ward.one_stop, by=clerk(other_ward), at=now())
    asked = []
    for official, cards in ((ward.one_stop, 2), (other_ward.one_stop, 12)):
        sign_in(client, official)
        with django_assert_max_num_queries(24) as seen:
            answer = client.get(SLIP)
        assert answer.content.count(b'class="sheet slip"') == cards
        asked.append(len(seen.captured_queries))
    assert asked[1] <= asked[0]


def test_boxes_stand_in_the_order_of_the_whole_form(owner: Client, plan: Plan) -> None:
    """What is copied from a paper is copied downwards: how many, of how many; the folded part is not among them."""
    about: dict[str, Any] = {"indicator": indicator(plan, "1.1")}
    whole = list(FigureForm(**about).fields)
    boxes = [one.name for one in SlipForm(last=None, on=date(2021, 12, 1), **about).boxes]
    assert boxes[:2] == ["numerator", "denominator"]
    assert boxes == [one for one in whole if one in boxes]
