"""Sendings: made on issuing, reported on by hand, withdrawn, asked back; what is inside, what counts as proof."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import sending
from chuan.documents.actions.outgoing.passing_on import queued, recalled
from chuan.documents.models import Correspondent, Delivery, DeliveryStep, Document, DocumentState
from chuan.documents.refusals_sending import (
    NoSignedFile,
    NothingToPack,
    NotHisDelivery,
    NotIssuedForSending,
    OrganCodeMissing,
    SentInFuture,
    TypeNotOnList,
)
from chuan.exchange import edxml
from chuan.exchange.edxml import Kind, Organ
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.intake.refusals import FollowedElsewhere
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, ReasonMissing, WrongMove
from chuan.rules.refusals.edxml import EdxmlIncomplete
from tests.documents.sending.conftest import PDF
from tests.edxml.making import TOWN
from tests.people import Ward


def circulated(document: Document) -> str:
    return DocumentState.objects.get(document=document, until_at=None).circulated


def test_issuing_makes_one_sending_to_each_receiver_by_the_way_that_reaches_it(
    issued: Document, kept: RecordSystem, town: Correspondent, home_affairs: Correspondent, quarter: Correspondent,
    ward: Ward, clerk: Viewer, now: datetime,
) -> None:  # fmt: skip
    made = queued(issued, by=clerk, at=now)
    told = {(one.to, one.way, one.status) for one in made}
    assert told == {
        (town.name, "edxml", "queued"),
        ("Phòng Nội vụ", "mail", "queued"),
        ("Tổ dân phố 5", "paper", "queued"),
        (ward.chairman.name, "inside", "arrived"),
    }
    assert circulated(issued) == "proof", "inside, the document has arrived at once"
    assert issued.recipients.get(position=0).kind == "", "“Như Điều 3” waits for a person"
    assert issued.recipients.get(position=5).kind == "file"
    assert sending.queue(issued, by=clerk, at=now) == [], "nobody gets it twice"


def test_an_official_named_twice_gets_it_once(
    issued: Document, kept: RecordSystem, ward: Ward, clerk: Viewer, now: datetime
) -> None:
    line = issued.recipients.get(position=0)
    sending.choose(line, "all", "", by=clerk, at=now)
    rows = Delivery.objects.filter(official=ward.chairman)
    assert rows.count() == 1
    assert Delivery.objects.count() == 7


def test_only_what_is_issued_and_kept_here_is_sent(issued: Document, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(FollowedElsewhere) as refused:
        sending.queue(issued, by=clerk, at=now)
    assert "gửi hai lần" in refused.value.sentence
    Document.objects.filter(pk=issued.pk).update(stage="sealed")
    issued.refresh_from_db()
    with pytest.raises(NotIssuedForSending):
        sending.queue(issued, by=clerk, at=now)


def test_the_official_opens_his_own_and_it_is_written_once(
    issued: Document, kept: RecordSystem, ward: Ward, view: object, clerk: Viewer, now: datetime
) -> None:
    sending.queue(issued, by=clerk, at=now)
    delivery = Delivery.objects.get(official=ward.chairman)
    with pytest.raises(NotHisDelivery):
        sending.open_inside(delivery, by=clerk, at=now)
    chairman = view(ward.chairman)  # type: ignore[operator]
    sending.open_inside(delivery, by=chairman, at=now)
    delivery.refresh_from_db()
    sending.open_inside(delivery, by=chairman, at=now)
    assert delivery.status == "accepted"
    assert list(delivery.steps.values_list("verb", flat=True)) == ["send", "01", "03"]


def test_the_packet_names_sender_receivers_and_carries_the_signed_bytes(sent: Delivery, organ: Organ) -> None:
    assert sent.packet is not None
    packet = edxml.read(files.read(sent.packet), name="gui.edxml")
    message = packet.document
    assert message is not None
    assert (packet.kind, packet.sender.id, message.receivers[0].id) == (Kind.NEW, organ.id, TOWN.id)
    assert message.document_id == f"H27.31.5,{sent.document.issued_on:%Y/%m/%d},12/QĐ-UBND"
    assert packet.attachments[0].content == PDF
    assert message.places == ("Lưu: VT.",)
    assert {one.where for one in packet.remarks} == {"To/OrganizationInCharge"}


def test_a_packet_needs_a_code_a_receiver_a_file_and_a_listed_kind(
    issued: Document, kept: RecordSystem, town: Correspondent, clerk: Viewer, now: datetime,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    sending.queue(issued, by=clerk, at=now)
    with pytest.raises(OrganCodeMissing):
        sending.make_packet(issued, by=clerk, at=now)
    request.getfixturevalue("organ")
    for field, value, refusal in (
        ("signer_name", "", EdxmlIncomplete),
        ("type", "ThC", TypeNotOnList),
        ("blob", None, NoSignedFile),
    ):
        before = getattr(issued, field)
        setattr(issued, field, value)
        with pytest.raises(refusal):
            sending.make_packet(issued, by=clerk, at=now)
        setattr(issued, field, before)
    Delivery.objects.filter(correspondent=town).update(status="sent")
    with pytest.raises(NothingToPack):
        sending.make_packet(issued, by=clerk, at=now)


def test_a_person_marks_it_sent_at_the_moment_he_sent_it(sent: Delivery) -> None:
    step = sent.steps.get(verb="send")
    assert sent.status == "sent"
    assert step.said_at is not None
    assert circulated(sent.document) == "proof", "the chairman has it inside"


def test_nothing_is_sent_in_the_future(sent: Delivery, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(SentInFuture):
        sending.mark_sent([sent], now + timedelta(hours=1), by=clerk, at=now)


def test_a_receiver_on_paper_is_marked_with_the_day_and_the_word_it_gave(
    issued: Document, kept: RecordSystem, quarter: Correspondent, clerk: Viewer, now: datetime
) -> None:
    sending.queue(issued, by=clerk, at=now)
    paper = Delivery.objects.get(way="paper")
    sending.mark_sent([paper], now - timedelta(days=1), by=clerk, at=now)
    paper.refresh_from_db()
    sending.report(paper, "01", "Tổ trưởng ký nhận", by=clerk, at=now)
    paper.refresh_from_db()
    assert paper.status == "arrived"
    assert paper.steps.get(verb="01").note == "Tổ trưởng ký nhận"
    with pytest.raises(KeyError):
        sending.report(paper, "13", "", by=clerk, at=now)


def test_a_refusal_becomes_the_clerks_work_until_it_is_seen_to(
    sent: Delivery, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(ReasonMissing):
        sending.report(sent, "02", " ", by=clerk, at=now)
    sending.report(sent, "02", "Gửi nhầm nơi nhận", by=clerk, at=now)
    clock = Clock.objects.get(subject_kind="delivery", subject_uid=sent.uid)
    assert (clock.state, clock.owner_role) == ("running", "office_clerk")
    sent.refresh_from_db()
    sending.see_to(sent, "Đã gọi, gửi lại cho Phòng Nội vụ", by=clerk, at=now)
    clock.refresh_from_db()
    assert clock.state == "ended"


def test_before_it_leaves_it_is_withdrawn_after_that_asked_back(
    issued: Document, kept: RecordSystem, quarter: Correspondent, clerk: Viewer, now: datetime, sent: Delivery
) -> None:
    sending.queue(issued, by=clerk, at=now)
    waiting = Delivery.objects.get(way="paper")
    with pytest.raises(ReasonMissing):
        sending.withdraw(waiting, "", by=clerk, at=now)
    sending.withdraw(waiting, "Phát hành nhầm", by=clerk, at=now)
    with pytest.raises(WrongMove):
        sending.withdraw(sent, "Phát hành nhầm", by=clerk, at=now)
    sending.ask_back(sent, "Sai phụ lục", by=clerk, at=now)
    assert set(Delivery.objects.exclude(way="inside").values_list("status", flat=True)) == {
        "recalled",
        "recall_asked",
    }


def test_recalling_a_document_asks_back_what_left_and_withdraws_what_has_not(
    sent: Delivery, quarter: Correspondent, clerk: Viewer, now: datetime
) -> None:
    sending.queue(sent.document, by=clerk, at=now)
    recalled(sent.document, by=clerk, at=now)
    assert dict(Delivery.objects.values_list("way", "status")) == {
        "edxml": "recall_asked", "paper": "recalled", "inside": "recalled",
    }  # fmt: skip
    blob = sending.make_recall_packet(sent.document, "Sai phụ lục", by=clerk, at=now)
    packet = edxml.read(files.read(blob), name="thu-hoi.edxml")
    assert packet.kind is Kind.REVOCATION
    assert packet.business is not None
    assert packet.business.reason == "Sai phụ lục"
    assert packet.concerns[0].endswith("12/QĐ-UBND")


def test_only_the_registry_of_the_owning_unit_reports(
    sent: Delivery, other_ward: Ward, ward: Ward, view: object, now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        sending.withdraw(sent, "x", by=view(ward.specialist), at=now)  # type: ignore[operator]
    with pytest.raises(NotFound):
        sending.withdraw(sent, "x", by=view(other_ward.clerk), at=now)  # type: ignore[operator]


def test_everybody_of_a_ward_is_reached_with_few_statements(
    issued: Document, kept: RecordSystem, clerk: Viewer, now: datetime, django_assert_max_num_queries: object
) -> None:
    issued.recipients.exclude(position=0).delete()
    issued.recipients.update(kind="all")
    with django_assert_max_num_queries(40):  # type: ignore[operator]
        made = sending.queue(issued, by=clerk, at=now)
    assert len(made) == 7
    assert DeliveryStep.objects.count() == 14
