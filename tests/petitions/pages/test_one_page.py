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
