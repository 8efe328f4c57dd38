"""Tickets: a code shown once lets one official's own device sign named documents within fifteen minutes."""

from __future__ import annotations

import base64
import dataclasses
import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.documents.models import Document, SignatureCheck, SigningTicket, Step
from chuan.documents.signing import actions, codes
from chuan.documents.signing.actions import tickets
from chuan.documents.signing.refusals import (
    CertificateUnknown,
    NoFileToSign,
    NothingChosen,
    NotWaitingForThis,
)
from chuan.documents.signing.steps import Role
from chuan.exchange.signing import BEFORE_SEAL, PERSON, SEAL, fields_of
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.intake.refusals import FollowedElsewhere
from chuan.people.models import RoleGrant
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Detail, Entry
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import draft
from tests.signing.office import Command, Office, b64, certificate_row, services, settle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unchecked")]


@pytest.fixture
def office(ward: Ward, trust: Authority) -> Office:
    return settle(ward, trust)


def pdf_of(document: Document) -> bytes:
    document.refresh_from_db()
    return files.read(document.blob)


# A ticket and its code


def test_a_code_has_256_bits_and_only_its_digest_is_kept(office: Office):
    opened = office.open(office.waiting())
    assert len(base64.urlsafe_b64decode(opened.code + "=")) == 32
    assert opened.ticket.code_digest == codes.digest_of(opened.code)
    kept = json.dumps(
        [list(SigningTicket.objects.values()), list(Entry.objects.values()), list(Detail.objects.values())],
        default=str,
    )
    assert opened.code not in kept


def test_a_code_lasts_fifteen_minutes(office: Office):
    opened = office.open(office.waiting())
    assert opened.ticket.expires_at - opened.ticket.opened_at == timedelta(minutes=15)
    SigningTicket.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = Command(opened.code).begin(office.trust, "chairman")
    assert answer.status_code == 403
    assert "mã mới" in answer.json()["refused"]


def test_a_further_ticket_closes_the_one_before(office: Office):
    first = office.open(office.waiting())
    office.open(office.waiting())
    assert Command(first.code).begin(office.trust, "chairman").status_code == 403


def test_a_code_is_claimed_once(office: Office):
    command = Command(office.open(office.waiting()).code)
    assert command.begin(office.trust, "chairman").status_code == 200
    assert Command(command.code).begin(office.trust, "chairman").status_code == 403


def test_who_may_open_a_ticket(office: Office, ward: Ward, other_ward: Ward):
    document, at = office.waiting(), timezone.now()
    for official, role in (
        (ward.specialist, Role.PERSON),
        (ward.clerk, Role.PERSON),
        (ward.specialist, Role.SEAL),
    ):
        with pytest.raises(NotAllowed):
            actions.open_ticket([document], role, by=office.viewer(official), at=at)
    with pytest.raises(NotFound):
        actions.open_ticket([document], Role.PERSON, by=office.viewer(other_ward.chairman), at=at)


def test_what_a_ticket_is_not_opened_for(office: Office):
    with pytest.raises(NothingChosen):
        office.open()
    with pytest.raises(NothingChosen):
        office.open(*[office.waiting()] * 201)
    with pytest.raises(NotWaitingForThis):
        office.open(office.numbered())
    with pytest.raises(NotWaitingForThis):
        office.open(office.waiting(), role=Role.SEAL)
    without = office.waiting()
    Document.objects.filter(pk=without.pk).update(blob=None)
    without.refresh_from_db()
    with pytest.raises(NoFileToSign):
        office.open(without)


def test_where_another_system_signs_nothing_is_signed_here(office: Office):
    RecordSystem.objects.update(keeps=False, system="Hệ thống quản lý văn bản")
    with pytest.raises(FollowedElsewhere, match="Hệ thống quản lý văn bản"):
        office.open(office.waiting())


def test_without_a_registered_certificate_no_ticket(office: Office):
    actions.end_certificate(certificate_row(office, "chairman"), by=office.clerk, at=timezone.now())
    with pytest.raises(CertificateUnknown, match="Người Ký"):
        office.open(office.waiting())


# The person


def test_the_person_signs_one_document(office: Office):
    document = office.waiting()
    command = Command(office.open(document).code)
    asked = command.begin(office.trust, "chairman").json()
    assert asked["official"] == "Người Ký"
    assert asked["documents"] == [
        {
            "document": str(document.uid), "title": document.title, "subject": document.subject, "number": "",
            "sha256": document.blob.digest, "signatures": 1,
        }
    ]  # fmt: skip
    results = command.all(office.trust, "chairman")
    assert [one["outcome"] for one in results] == ["done"]
    assert pdf_of(document).startswith(draft())
    assert (document.stage, document.signed_on) == ("signed", timezone.localdate())
    assert fields_of(pdf_of(document))[PERSON]


def test_the_step_the_check_and_the_trail_tell_of_it(office: Office, checked: None):
    document = office.waiting()
    command = Command(office.open(document).code)
    command.begin(office.trust, "chairman")
    command.all(office.trust, "chairman")
    document.refresh_from_db()
    step = Step.objects.get(document=document)
    assert (step.verb, step.before, step.after, step.blob) == ("sign", "to_sign", "signed", document.blob)
    assert json.loads(step.data)["level"] == "B-B"
    check = SignatureCheck.objects.get(document=document)
    assert (check.blob, check.person) != (None, "none")
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs[-3:] == ["ticket.open", "ticket.claim", "document.sign"]


def test_a_batch_is_signed_with_one_ticket(office: Office, monkeypatch):
    monkeypatch.setattr(tickets, "AT_ONCE", 2)
    command = Command(office.open(*[office.waiting() for _ in range(5)]).code)
    assert len(command.begin(office.trust, "chairman").json()["documents"]) == 5
    assert len(command.post("cho").json()["items"]) == 2
    assert len(command.all(office.trust, "chairman")) == 5
    assert {one.stage for one in Document.objects.all()} == {"signed"}


def test_a_check_that_cannot_run_costs_a_check_and_not_the_signature(office: Office):
    document = office.waiting()
    command = Command(office.open(document).code)
    command.begin(office.trust, "chairman")
    (result,) = command.all(office.trust, "chairman")
    assert (result["outcome"], "chưa kiểm được" in result["said"]) == ("done", True)
    assert not SignatureCheck.objects.filter(document=document).exists()


def test_when_all_is_signed_the_ticket_is_closed(office: Office):
    opened = office.open(office.waiting())
    command = Command(opened.code)
    command.begin(office.trust, "chairman")
    command.all(office.trust, "chairman")
    assert command.post("cho").status_code == 403
    opened.ticket.refresh_from_db()
    assert opened.ticket.closed_at is not None


def test_a_level_wanted_is_reached_with_the_units_services(office: Office, checked: None):
    services(office)
    document = office.waiting()
    command = Command(office.open(document).code)
    command.begin(office.trust, "chairman")
    assert [one["level"] for one in command.all(office.trust, "chairman")] == ["B-LTA"]
    assert SignatureCheck.objects.get(document=document).person == "passed"


def test_a_time_stamp_outage_costs_a_level_and_the_document_is_signed(office: Office):
    services(office)
    office.trust.down.add("tsa")
    document = office.waiting()
    command = Command(office.open(document).code)
    command.begin(office.trust, "chairman")
    assert [one["level"] for one in command.all(office.trust, "chairman")] == ["B-B"]
    document.refresh_from_db()
    assert document.stage == "signed"


# The agency


def test_the_registry_clerk_fills_number_and_date_and_seals(office: Office):
    document = office.numbered()
    before = pdf_of(document)
    command = Command(office.open(document, role=Role.SEAL).code)
    assert command.begin(office.trust, "agency").json()["documents"][0]["signatures"] == 4
    results = command.all(office.trust, "agency")
    assert [one["outcome"] for one in results] == ["next", "next", "next", "done"]
    assert document.stage == "numbered"
    after = pdf_of(document)
    assert (document.stage, after.startswith(before)) == ("sealed", True)
    assert all(fields_of(after)[name] for name in (*BEFORE_SEAL, SEAL))


def test_a_device_unplugged_half_way_leaves_the_document_as_it_was(office: Office):
    document = office.numbered()
    before = pdf_of(document)
    command = Command(office.open(document, role=Role.SEAL).code)
    command.begin(office.trust, "agency")
    command.round(office.trust, "agency")
    command.round(office.trust, "agency")
    assert (pdf_of(document), document.stage) == (before, "numbered")
    again = Command(office.open(document, role=Role.SEAL).code)
    again.begin(office.trust, "agency")
    assert [one["outcome"] for one in again.all(office.trust, "agency")] == ["next", "next", "next", "done"]


def test_a_document_without_blanks_is_only_sealed(office: Office):
    from tests.signing.draft import PLACES, paper, reserve, signed

    bare = reserve(paper(), {PERSON: PLACES[PERSON], SEAL: PLACES[SEAL]})
    document = office.numbered(signed(bare, "chairman", PERSON, trust=office.trust).pdf)
    command = Command(office.open(document, role=Role.SEAL).code)
    assert command.begin(office.trust, "agency").json()["documents"][0]["signatures"] == 1
    assert [one["outcome"] for one in command.all(office.trust, "agency")] == ["done"]


# What is refused


@pytest.mark.parametrize("who", ["agency", "vice", "stranger", "clerk"])
def test_another_certificate_than_the_officials_own_is_refused(office: Office, who: str):
    document = office.waiting()
    answer = Command(office.open(document).code).begin(office.trust, who)
    assert answer.status_code == 409
    assert "không phải của Người Ký" in answer.json()["refused"]
    document.refresh_from_db()
    assert document.stage == "to_sign"


def test_the_chairmans_own_certificate_does_not_seal(office: Office):
    answer = Command(office.open(office.numbered(), role=Role.SEAL).code).begin(office.trust, "chairman")
    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("who", "said"),
    [("expired", "hết hạn"), ("future", "mới có hiệu lực"), ("encrypting", "không cấp để ký")],
)
def test_a_certificate_that_may_not_sign_today(office: Office, who: str, said: str):
    answer = Command(office.open(office.waiting()).code).begin(office.trust, who)
    assert said in answer.json()["refused"]


def test_a_withdrawn_certificate_is_refused_and_the_document_stays(office: Office):
    services(office)
    office.trust.revoke("chairman", at=timezone.now() - timedelta(days=30))
    document = office.waiting()
    command = Command(office.open(document).code)
    command.begin(office.trust, "chairman")
    (result,) = command.all(office.trust, "chairman")
    assert result["outcome"] == "refused"
    assert "thu hồi" in result["said"]
    document.refresh_from_db()
    assert document.stage == "to_sign"


def test_a_signature_of_another_key_is_refused_and_the_rest_goes_on(office: Office):
    first, second = office.waiting(), office.waiting()
    command = Command(office.open(first, second).code)
    command.begin(office.trust, "chairman")
    items = {one["document"]: base64.b64decode(one["to_sign"]) for one in command.post("cho").json()["items"]}
    keys = {str(first.uid): "vice", str(second.uid): "chairman"}
    given = [
        {"document": uid, "signature": b64(office.trust.person(who).signature(items[uid]))}
        for uid, who in keys.items()
    ]
    answer = command.post("nop", signatures=given).json()
    assert {one["document"]: one["outcome"] for one in answer["results"]} == {
        str(first.uid): "refused",
        str(second.uid): "done",
    }
    first.refresh_from_db()
    assert first.stage == "to_sign"


def test_a_document_returned_meanwhile_is_not_signed(office: Office):
    first, second = office.waiting(), office.waiting()
    command = Command(office.open(first, second).code)
    command.begin(office.trust, "chairman")
    Document.objects.filter(pk=first.pk).update(stage="draft")
    Document.objects.filter(pk=second.pk).update(blob=files.keep(b"%PDF-khac", media_type="application/pdf"))
    answer = command.post("cho").json()
    assert answer["items"] == []
    assert [
        "không ở bước chờ" in one["said"] or "đã thay đổi" in one["said"] for one in answer["refused"]
    ] == [True, True]


def test_a_document_changed_between_preparing_and_signing_is_not_overwritten(office: Office):
    document = office.waiting()
    command = Command(office.open(document).code)
    command.begin(office.trust, "chairman")
    command.post("cho")
    other = files.keep(draft() + b"\n", media_type="application/pdf")
    Document.objects.filter(pk=document.pk).update(blob=other)
    (result,) = _nop(command, office, document)
    assert (result["outcome"], "đã thay đổi" in result["said"]) == ("refused", True)
    document.refresh_from_db()
    assert document.blob == other


def _nop(command: Command, office: Office, document: Document) -> list[dict]:
    from chuan.documents.models import TicketItem
    from chuan.exchange.signing import Prepared

    waits = Prepared.from_json(TicketItem.objects.get(document=document).to_sign, b"")
    signature = b64(office.trust.person("chairman").signature(waits.to_sign))
    return command.post("nop", signatures=[{"document": str(document.uid), "signature": signature}]).json()[
        "results"
    ]


def test_an_official_who_lost_the_role_meanwhile_signs_nothing(office: Office):
    opened = office.open(office.waiting())
    RoleGrant.objects.filter(official=office.ward.chairman).update(
        valid_to=timezone.localdate() - timedelta(days=1)
    )
    answer = Command(opened.code).begin(office.trust, "chairman")
    assert answer.status_code == 403


def test_nothing_is_prepared_before_a_certificate_was_shown(office: Office):
    command = Command(office.open(office.waiting()).code)
    assert command.post("cho").status_code == 403
    assert command.post("nop", signatures=[]).status_code == 403


@pytest.mark.parametrize("what", ["mo", "cho", "nop"])
def test_nonsense_is_a_sentence(db: None, monkeypatch, what: str):
    monkeypatch.setattr(codes, "WRONG_CODES", dataclasses.replace(codes.WRONG_CODES, tries=100))
    for body in (
        "",
        "[]",
        "null",
        "{}",
        '{"code": 1}',
        '{"code": ""}',
        '{"code": "abc"}',
        "{" * 5000,
        "\x00",
    ):
        answer = Client().post(f"/van-ban/ky/lenh/{what}/", body, content_type="application/json")
        assert answer.status_code == 403
        assert "Mã ký" in answer.json()["refused"]


def test_a_certificate_that_is_none(office: Office):
    command = Command(office.open(office.waiting()).code)
    for given in ({"certificate": 5}, {"certificate": "###"}, {}, {"certificate": "AAAA", "chain": "x"}):
        answer = command.post("mo", **given)
        assert answer.status_code == 409
        assert "Không đọc được chứng thư số" in answer.json()["refused"]


def test_a_request_too_large_is_refused(office: Office):
    answer = Command(office.open(office.waiting()).code).post("mo", certificate="A" * 300_000)
    assert answer.status_code == 403


def test_get_is_not_answered(office: Office):
    assert Client().get("/van-ban/ky/lenh/mo/").status_code == 405


def test_many_wrong_codes_close_the_address_for_a_while(office: Office):
    for _ in range(codes.WRONG_CODES.tries):
        Command("sai").post("cho")
    assert Command("sai").post("cho").status_code == 429
    good = Command(office.open(office.waiting()).code)
    assert good.begin(office.trust, "chairman").status_code == 200  # whoever has a good code is not kept out


def test_a_code_opens_nothing_else(office: Office, client: Client):
    document = office.waiting()
    opened = office.open(document)
    for path in (f"/van-ban/{document.uid}/", "/van-ban/ky/", f"/van-ban/ky/{opened.ticket.uid}/"):
        assert client.get(path, {"code": opened.code}).status_code == 302
