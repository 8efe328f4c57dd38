"""A petition's page: stage, deadline with its act, ledger, lines; hidden from who may not see it."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.people.models import Official
from chuan.petitions.models import Petition
from tests.examine import open_page, sign_in
from tests.people import Ward, make_ward
from tests.petitions.made import done, petition_clerk, received

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward() -> Ward:
    return make_ward()


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


def address(petition: Petition) -> str:
    return f"/don-thu/{petition.uid}/"


def test_the_page_names_the_deadline_with_its_act(client, ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by, text="Ranh giới đất"), "accept", date(2021, 9, 10), by=by)
    page = open_page(sign_in(client, clerk), address(one))
    assert one.code in page.title
    assert "11/10/2021" in page.text
    assert "Điều 28" in page.text
    assert "Ranh giới đất" in page.text


def test_a_denunciation_says_who_may_see_it(client, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation", text="Thu tiền không biên lai")
    page = open_page(sign_in(client, clerk), address(one))
    assert "Chỉ người tiếp nhận, lãnh đạo và người được giao mở được trang này" in page.text
    assert "chưa xác minh" not in page.title


@pytest.mark.parametrize("who", ["auditor", "specialist"])
def test_who_may_not_see_it_gets_not_found(client, ward, clerk, who):
    one = received(ward.viewer(clerk), "denunciation")
    assert sign_in(client, getattr(ward, who)).get(address(one)).status_code == 404


def test_whom_it_is_about_gets_not_found(client, ward, clerk):
    one = received(ward.viewer(clerk), "denunciation", concerned=(clerk,))
    assert sign_in(client, clerk).get(address(one)).status_code == 404


def test_another_wards_official_gets_not_found(client, ward, clerk):
    one = received(ward.viewer(clerk))
    other = make_ward("Nam Hồng", "18118", "nam-")
    assert sign_in(client, other.chairman).get(address(one)).status_code == 404


def test_a_suspension_is_said_in_the_ledger(client, ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    one = done(one, "suspend", date(2021, 9, 15), by=by)
    page = open_page(sign_in(client, clerk), address(one))
    assert "Tạm đình chỉ" in page.text
    one = done(one, "resume", date(2021, 9, 20), by=by)
    page = open_page(client, address(one))
    assert "tạm đình chỉ" in page.text


def test_a_line_written_by_mistake_is_voided_from_the_page(client, ward, clerk):
    by = ward.viewer(clerk)
    one = done(received(by), "accept", date(2021, 9, 10), by=by)
    page = open_page(sign_in(client, clerk), f"{address(one)}bo-dong/2/")
    answer = page.form(button="Bỏ dòng ghi nhầm").send(client, reason="")
    assert answer.status_code == 422
    page.form(button="Bỏ dòng ghi nhầm").send(client, reason="ghi nhầm ngày")
    one.refresh_from_db()
    assert one.status == "received"
    assert "đã bỏ: ghi nhầm ngày" in open_page(client, address(one)).text


def test_the_receipt_cannot_be_voided_and_readers_cannot_void(client, ward, clerk):
    one = done(received(ward.viewer(clerk)), "accept", date(2021, 9, 10), by=ward.viewer(clerk))
    sign_in(client, clerk)
    answer = client.post(f"{address(one)}bo-dong/1/", {"reason": "nhầm"})
    assert answer.status_code == 422
    assert client.get(f"{address(one)}bo-dong/9/").status_code == 404
    sign_in(client, ward.auditor)
    assert client.get(f"{address(one)}bo-dong/2/").status_code == 403
