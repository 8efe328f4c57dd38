"""From a record to a nonconformity: its facts are frozen, it names nobody; what Chuẩn proposes a person decides."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.corrections import actions
from chuan.corrections import refusals as no
from chuan.corrections.models import Nonconformity, PutAside
from chuan.corrections.proposing import proposal_of, waiting_proposals
from chuan.documents.models import Delivery, Document
from chuan.dossiers import faults as late_months
from chuan.objectives.actions import record_figure
from chuan.offers.faults import facts_of
from chuan.offers.subjects import Subject
from chuan.petitions.models import Petition
from chuan.rules.types import Period
from tests.dossiers.made import make_dossier
from tests.examine import open_page
from tests.objectives.made import clerk, given, indicator, reference_plan
from tests.petitions.made import petition_clerk, received

pytestmark = pytest.mark.django_db
ON = date(2021, 8, 5)


def now():
    return timezone.localtime()  # its day is the day in Viet Nam


@pytest.fixture
def july(ward):
    """Ten dossiers done in July, one of them late; twenty in June, all in time."""
    for n in range(10):
        due = date(2021, 7, 14 if n == 0 else 20)
        make_dossier(
            ward.unit,
            f"07-{n}",
            received_on=date(2021, 7, 5),
            judged_due_on=due,
            settled_on=date(2021, 7, 15),
        )
    for n in range(20):
        make_dossier(
            ward.unit, f"06-{n}", received_on=date(2021, 6, 1), judged_due_on=date(2021, 6, 8),
            settled_on=date(2021, 6, 7),
        )  # fmt: skip


def test_a_late_month_is_proposed_raised_once_or_put_aside(ward, keeper, july):
    (one,) = waiting_proposals(keeper, on=ON, at=now())
    assert one.sentence.startswith("Hồ sơ tháng 7/2021: 1 trong 10 hồ sơ đã xong bị trễ hạn")
    assert one.measure_key == "dossiers.on_time"
    raised = actions.Raised(one.sentence, "record", ON, subject=one.subject, proposal=one)
    case = actions.raise_nonconformity(raised, by=keeper, at=now())
    assert ("Mã hồ sơ trễ", "07-0") in case.fact_lines
    assert case.measure_key == "dossiers.on_time"
    assert waiting_proposals(keeper, on=ON, at=now()) == []
    with pytest.raises(no.AlreadyRaised):
        actions.raise_nonconformity(raised, by=keeper, at=now())
    actions.put_aside_case(case, "đo nhầm", by=keeper, at=now())
    assert waiting_proposals(keeper, on=ON, at=now()) == []
    with pytest.raises(no.AlreadyRaised):
        actions.put_aside_proposal(one, "đã nêu", by=keeper, at=now())


def test_proposals_on_their_page(ward, keeper, july, client, sign_in):
    on = now().date()
    (one,) = waiting_proposals(keeper, on=on, at=now())
    sign_in(client, ward.specialist)
    page = open_page(client, "/khac-phuc/de-nghi/")
    assert "1 trong 10 hồ sơ" in page.text
    assert client.get(f"/khac-phuc/de-nghi/bo-qua/?khoa={one.key}").status_code == 403
    sign_in(client, ward.secretary)
    assert "Chuẩn đề nghị xem 1 việc" in open_page(client, "/khac-phuc/").text
    form = open_page(client, f"/khac-phuc/neu/?khoa={one.key}")
    assert "Mã hồ sơ trễ" in form.text
    address = f"/khac-phuc/de-nghi/bo-qua/?khoa={one.key}"
    open_page(client, address)
    assert client.post(address, {"words": " "}).status_code == 422
    client.post(address, {"words": "Mất điện ba ngày, đã báo cáo"})
    assert PutAside.objects.get().key == one.key
    assert proposal_of(one.key, keeper, on=on, at=now()) is None
    assert client.get(address).status_code == 404
    assert "Mất điện ba ngày" in open_page(client, "/khac-phuc/de-nghi/").text


def test_a_dossier_is_raised_from_its_page_in_one_click(ward, client, sign_in):
    one = make_dossier(
        ward.unit, received_on=date(2021, 7, 5), judged_due_on=date(2021, 7, 12), settled_on=date(2021, 7, 15)
    )
    sign_in(client, ward.one_stop)
    link = open_page(client, f"/ho-so/{one.uid}/").link("Nêu sự không phù hợp")
    assert link == f"/khac-phuc/neu/?tu=dossier.{one.uid}"
    open_page(client, link).form(button="Nêu").send(client, what="Hồ sơ trễ", found_on="15/07/2021")
    case = Nonconformity.objects.get()
    assert (case.source, case.subject) == ("record", Subject("dossier", one.uid))
    assert dict(case.fact_lines)["Hạn"] == "12/07/2021"
    assert f"đã được nêu và chưa xong: {case.code}" in open_page(client, link).text


def test_a_petition_tells_its_code_and_days_and_a_denunciation_nothing(ward, other_ward):
    taker = ward.viewer(petition_clerk(ward))
    seen = received(taker, "complaint")
    facts = facts_of(Subject("petition", seen.uid), taker, now())
    assert facts is not None
    assert dict(facts.lines)["Nhận"] == "06/09/2021"
    secret = received(taker, "denunciation")
    assert facts_of(Subject("petition", secret.uid), taker, now()) is None
    there = other_ward.viewer(other_ward.secretary)
    assert facts_of(Subject("petition", seen.uid), there, now()) is None
    Petition.objects.filter(pk=seen.pk).update(verdict="right", settled_on=now().date())
    (one,) = waiting_proposals(taker, on=now().date(), at=now())
    assert one.sentence == f"Khiếu nại {seen.code} được kết luận là đúng."
    assert waiting_proposals(there, on=now().date(), at=now()) == []


def test_a_sending_that_was_refused_is_proposed(ward, keeper):
    document = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="CV", direction="out", stage="issued", number="5", symbol="UBND-VP",
        subject="Về việc rà soát", issued_on=ON, recorded_at=now(),
    )  # fmt: skip
    sending = Delivery.objects.create(
        document=document, way="edxml", to="Sở Nội vụ", status="refused", queued_at=now()
    )
    (one,) = waiting_proposals(keeper, on=now().date(), at=now())
    assert one.subject == Subject("delivery", sending.uid)
    facts = facts_of(one.subject, keeper, now())
    assert facts is not None
    assert dict(facts.lines)["Nơi nhận"] == "Sở Nội vụ"
    told = facts_of(Subject("document", document.uid), keeper, now())
    assert told is not None
    assert dict(told.lines)["Trích yếu"] == "Về việc rà soát"


def test_a_promise_not_met_for_good_is_proposed_with_its_figure(ward, keeper):
    plan = reference_plan(ward)
    made = record_figure(
        indicator(plan, "3.1"), Period.month(2021, 2), given(num=95, den=96), by=clerk(ward), at=now()
    )
    (one,) = waiting_proposals(keeper, on=date(2021, 3, 5), at=now())
    assert one.sentence.startswith("Mục tiêu 3.1 năm 2021 không đạt")
    told = facts_of(one.subject, keeper, now())
    assert told is not None
    assert dict(told.lines)["Mức phải đạt"] == "100\N{NO-BREAK SPACE}%"
    figure = facts_of(Subject("measurement", made.uid), keeper, now())
    assert figure is not None
    assert figure.label.endswith("tháng 2 năm 2021: 98,96\N{NO-BREAK SPACE}% (95/96)")


def test_a_month_is_known_again_by_its_uid(ward, other_ward):
    month = next(late_months._months(ON, 1))
    uid = late_months.uid_of(ward.unit, month)
    assert late_months.month_of(uid, ward.unit, ON) == month
    assert late_months.month_of(uid, other_ward.unit, ON) is None
