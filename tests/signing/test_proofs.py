"""The watch list of proof: what was lost in an outage is raised later, what ends soon is renewed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.documents.models import Document, SignatureCheck, Step
from chuan.documents.signing import actions
from chuan.documents.signing.proofs import watched
from chuan.documents.signing.refusals import NoFileToSign, ProofNotRaised
from chuan.documents.signing.steps import Role
from chuan.exchange.signing import Level, level_of
from chuan.files import actions as files
from chuan.people.models import Official
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from tests.examine import open_page
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import PERSON, PLACES, SEAL, paper, reserve, signed
from tests.signing.office import Command, Office, services, settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unchecked")]

BARE = reserve(paper(), {PERSON: PLACES[PERSON], SEAL: PLACES[SEAL]})
SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def office(ward: Ward, trust: Authority) -> Office:
    office = settle(ward, trust)
    services(office)
    return office


def sealed(office: Office) -> Document:
    """Sealed while nothing answered: B-B only."""
    office.trust.down |= {"tsa", "crl", "ocsp"}
    document = office.numbered(signed(BARE, "chairman", PERSON, trust=office.trust).pdf)
    command = Command(office.open(document, role=Role.SEAL).code)
    command.begin(office.trust, "agency")
    assert [one["outcome"] for one in command.all(office.trust, "agency")][-1] == "done"
    office.trust.down.clear()
    document.refresh_from_db()
    return document


def test_a_document_sealed_in_an_outage_is_watched_and_raised(office: Office, checked: None):
    document = sealed(office)
    (one,) = watched(office.clerk)
    assert (one.document, one.level, one.is_due) == (document, Level.B, False)
    before = files.read(document.blob)
    assert actions.prove(document, by=office.clerk, at=timezone.now()) is Level.LTA
    after = files.read(document.blob)
    assert (after.startswith(before), level_of(after), document.stage) == (True, Level.LTA, "sealed")
    assert watched(office.clerk) == []
    step = Step.objects.filter(document=document).latest("seq")
    assert (step.verb, json.loads(step.data)["level"]) == ("prove", "B-LTA")
    assert SignatureCheck.objects.filter(document=document).latest("pk").blob == document.blob


def test_without_services_nothing_is_raised_and_nothing_changes(office: Office):
    document = sealed(office)
    blob = document.blob
    office.trust.down |= {"tsa", "crl", "ocsp"}
    with pytest.raises(ProofNotRaised):
        actions.prove(document, by=office.clerk, at=timezone.now())
    document.refresh_from_db()
    assert document.blob == blob


def test_what_ends_soon_is_renewed(office: Office):
    document, viewer = sealed(office), office.clerk
    actions.prove(document, by=viewer, at=timezone.now())
    later = dataclasses.replace(viewer, on=viewer.on + timedelta(days=365 * 23))
    assert (watched(viewer), [one.is_due for one in watched(later)]) == ([], [True])
    before = files.read(document.blob)
    actions.prove(document, by=viewer, at=timezone.now())
    assert files.read(document.blob).startswith(before)


def test_who_may_and_when(office: Office, other_ward: Ward):
    document, at = sealed(office), timezone.now()
    with pytest.raises(NotAllowed):
        actions.prove(document, by=office.viewer(office.ward.specialist), at=at)
    with pytest.raises(NotFound):
        actions.prove(document, by=office.viewer(other_ward.clerk), at=at)
    with pytest.raises(WrongMove):
        actions.prove(office.numbered(), by=office.clerk, at=at)
    without = office.numbered()
    Document.objects.filter(pk=without.pk).update(blob=None)
    without.refresh_from_db()
    with pytest.raises(NoFileToSign):
        actions.prove(without, by=office.clerk, at=at)


def test_the_page_raises_what_is_ticked(office: Office, sign_in: SignIn):
    clerk = sign_in(Client(), office.ward.clerk)
    assert "Không có chữ ký nào" in open_page(clerk, "/van-ban/ky/gia-han/").text
    document = sealed(office)
    page = open_page(clerk, "/van-ban/ky/gia-han/")
    assert "B-B" in page.text
    assert page.form(button="Nâng mức, gia hạn").send(clerk).status_code == 302
    document.refresh_from_db()
    assert level_of(files.read(document.blob)) is Level.LTA
    assert "chữ ký đạt mức B-LTA" in open_page(clerk, "/van-ban/ky/gia-han/").text
    assert clerk.post("/van-ban/ky/gia-han/", {"van_ban": "x"}).status_code == 302
    assert "Chưa chọn văn bản nào" in open_page(clerk, "/van-ban/ky/gia-han/").text


def test_an_outage_is_said_on_the_page(office: Office, sign_in: SignIn):
    clerk, _ = sign_in(Client(), office.ward.clerk), sealed(office)
    office.trust.down |= {"tsa", "crl", "ocsp"}
    open_page(clerk, "/van-ban/ky/gia-han/").form(button="Nâng mức, gia hạn").send(clerk)
    assert "Chưa nâng được mức bằng chứng" in open_page(clerk, "/van-ban/ky/gia-han/").text


def test_the_page_is_for_those_who_register(office: Office, sign_in: SignIn):
    other = sign_in(Client(), office.ward.specialist)
    assert other.get("/van-ban/ky/gia-han/").status_code == 403
