"""Who is behind with several figures finds on the first screen the one page that answers them all."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from chuan.objectives.models import Plan
from chuan.offers.alarms import alarms_for
from chuan.people.models import Official
from tests.examine import open_page, sign_in
from tests.people import Ward

TODAY = timezone.localdate()
SAID = "Trả lời cả trên một phiếu"


def rung(ward: Ward, official: Official) -> list[str]:
    return [one.sentence for one in alarms_for(ward.viewer(official, TODAY)) if one.page == "objectives:slip"]


def test_several_figures_that_are_due_lead_to_one_slip(client: Client, ward: Ward, plan: Plan):
    assert rung(ward, ward.one_stop) == ["2 số liệu của đồng chí đã đến hạn."]
    page = open_page(sign_in(client, ward.one_stop), "/viec-cua-toi/")
    assert page.link(SAID) == "/muc-tieu/phieu/"


def test_one_figure_alone_has_its_own_button_and_others_see_nothing(ward: Ward, other_ward: Ward, plan: Plan):
    assert rung(ward, ward.specialist) == []
    assert rung(other_ward, other_ward.one_stop) == []
