"""A case is given to who works on cases: not offered, and refused, for who only audits or administers."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from chuan.petitions.actions.sorting import require_can_take
from chuan.petitions.permissions import handlers_in
from chuan.petitions.refusals import HandlerNoWork
from tests.examine import open_page, sign_in

pytestmark = pytest.mark.django_db
DAY = date(2021, 9, 13)


def test_who_only_audits_or_administers_is_offered_no_case(client, ward, keeper, case):
    act = case("complaint", date(2021, 9, 6), date(2021, 9, 10), concerned=(ward.clerk,))
    url = reverse("petitions:assign", args=[act.petition.uid])
    page = open_page(sign_in(client, ward.chairman), url)
    offered = " ".join(page.texts("//select[@name='official']/option"))
    assert ward.specialist.name in offered
    for one in (ward.auditor, ward.administrator, ward.clerk):
        assert one.name not in offered
    typed = {"official": ward.auditor.pk, "on": "13/09/2021", "text": "Xem lại hồ sơ", "number": ""}
    sent = client.post(url, typed)
    assert sent.status_code == 422
    assert f"{ward.auditor.name} không giữ vai trò xử lý công việc" in sent.content.decode()
    assert "Xem lại hồ sơ" in sent.content.decode()
    assert client.post(url, typed | {"official": ward.specialist.pk}).status_code == 302


def test_sorting_holds_to_the_same_rule(ward, case):
    petition = case("denunciation", date(2021, 9, 6)).petition
    with pytest.raises(HandlerNoWork):
        require_can_take(petition, ward.administrator, DAY)
    require_can_take(petition, ward.one_stop, DAY)
    assert ward.auditor not in handlers_in(ward.unit, DAY)
