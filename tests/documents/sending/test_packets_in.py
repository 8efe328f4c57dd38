"""Packets that come in: statuses find their sending, requests wait for a person, nothing hostile gets further."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import incoming, sending
from chuan.documents.actions.sending import deciding
from chuan.documents.models import Correspondent, Delivery, Document, Link, Packet
from chuan.documents.refusals_sending import (
    OrganCodeMissing,
    PacketHere,
    PacketOtherKind,
    PacketSecret,
    PacketSettled,
    TooManyPackets,
)
from chuan.documents.sending.matching import concerned, followed_as, is_for
from chuan.documents.sending.reading import read_packets
from chuan.documents.sending.summary import FEW_REMARKS, from_text
from chuan.documents.sending.taking import taking_of
from chuan.exchange import edxml
from chuan.exchange.edxml import Attachment, Organ
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.intake.refusals import FollowedElsewhere
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, ReasonMissing
from tests.documents.sending.conftest import PDF, changing, from_town, status, written
from tests.edxml.making import TOWN
from tests.people import Ward

Drop = Callable[..., Packet]
HOSTILE = (
    b"",
    b"khong phai xml",
    b"<edXML><edXMLEnvelope>",
    b'<!DOCTYPE a [<!ENTITY b "c">]><edXML>&b;</edXML>',
    b"<a>" * 5000,
    b"PK\x03\x04 mot goi nen",
)


def test_a_status_moves_its_sending_and_keeps_the_packet_as_proof(
    sent: Delivery, drop: Drop, now: datetime
) -> None:
    packet = drop(status(sent.document, "03", now))
    sent.refresh_from_db()
    assert (sent.status, packet.status, packet.document) == ("accepted", "taken", sent.document)
    step = sent.steps.get(verb="03")
    assert (step.proof, step.said_at is not None) == (packet.blob, True)


def test_a_word_of_the_receiver_proves_that_it_was_sent_even_if_nobody_marked_it(
    issued: Document,
    kept: RecordSystem,
    organ: Organ,
    town: Correspondent,
    drop: Drop,
    clerk: Viewer,
    now: datetime,
) -> None:
    sending.queue(issued, by=clerk, at=now)
    drop(status(issued, "01", now))
    delivery = Delivery.objects.get(correspondent=town)
    assert delivery.status == "arrived"
    assert list(delivery.steps.values_list("verb", flat=True)) == ["send", "01"]


def test_every_code_of_a_receiver_is_understood_in_its_order(
    sent: Delivery, drop: Drop, now: datetime
) -> None:
    for minute, (code, after) in enumerate(
        (("01", "arrived"), ("03", "accepted"), ("04", "waiting"), ("05", "in_work"), ("06", "done"))
    ):
        drop(status(sent.document, code, now - timedelta(hours=2) + timedelta(minutes=minute)))
        sent.refresh_from_db()
        assert sent.status == after


def test_a_late_stage_is_kept_and_moves_nothing(sent: Delivery, drop: Drop, now: datetime) -> None:
    drop(status(sent.document, "05", now - timedelta(minutes=10)))
    packet = drop(status(sent.document, "01", now - timedelta(hours=1)))
    sent.refresh_from_db()
    assert sent.status == "in_work"
    assert "báo đến sau" in packet.reason
    assert sent.steps.filter(verb="01", after="in_work").exists()


def test_an_answer_to_nothing_that_was_asked_is_kept_and_told(
    sent: Delivery, drop: Drop, now: datetime
) -> None:
    packet = drop(status(sent.document, "15", now))
    sent.refresh_from_db()
    assert sent.status == "sent"
    assert "Đã gửi" in packet.reason
    assert sent.steps.filter(verb="15", after="sent").exists()


def test_a_recall_is_answered(sent: Delivery, drop: Drop, clerk: Viewer, now: datetime) -> None:
    sending.ask_back(sent, "Sai phụ lục", by=clerk, at=now)
    drop(status(sent.document, "16", now, description="Đã triển khai"))
    sent.refresh_from_db()
    assert sent.status == "recall_denied"
    assert Clock.objects.get(subject_kind="delivery", subject_uid=sent.uid).state == "running"


def test_a_refusal_over_the_axis_is_the_clerks_work_with_the_reason(
    sent: Delivery, drop: Drop, now: datetime
) -> None:
    drop(status(sent.document, "02", now, description="Không thuộc thẩm quyền"))
    sent.refresh_from_db()
    assert sent.status == "refused"
    assert sent.steps.get(verb="02").note == "Không thuộc thẩm quyền"
    assert Clock.objects.get(subject_kind="delivery", subject_uid=sent.uid).state == "running"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"organ_id": "H27.99"}, "trả lời cho cơ quan khác (H27.99)"),
        (
            {"sender": Organ(id="H27.77", in_charge="x", name="Nơi lạ")},
            "không có lượt gửi liên thông nào tới Nơi lạ",
        ),
    ],
)
def test_a_status_from_or_for_somebody_else_is_kept_with_the_reason(
    sent: Delivery, drop: Drop, now: datetime, changes: dict[str, object], said: str
) -> None:
    packet = drop(status(sent.document, "03", now, **changes))  # type: ignore[arg-type]
    sent.refresh_from_db()
    assert (sent.status, packet.status) == ("sent", "ignored")
    assert said in packet.reason


def test_a_status_for_an_unknown_document_is_kept_with_the_reason(
    sent: Delivery, drop: Drop, now: datetime
) -> None:
    unknown = Document(number="999", symbol="QĐ-UBND", issued_on=date(2021, 1, 1))
    packet = drop(status(unknown, "03", now))
    assert packet.status == "ignored"
    assert "không có văn bản đi nào" in packet.reason


@pytest.mark.parametrize("code", ["13", "99", "tam phao", "0" * 5000])
def test_a_code_that_no_receiver_reports_is_kept_and_moves_nothing(
    sent: Delivery, drop: Drop, now: datetime, code: str
) -> None:
    packet = drop(status(sent.document, code, now))
    sent.refresh_from_db()
    assert (sent.status, packet.status) == ("sent", "ignored")
    assert sent.steps.count() == 1


def test_an_impossible_moment_is_told_and_left_out(sent: Delivery, drop: Drop, now: datetime) -> None:
    data = status(sent.document, "01", now)
    stamp = f"{now:%Y/%m/%d}".encode()
    packet = drop(data.replace(b"<edXML:Timestamp>" + stamp[:4], b"<edXML:Timestamp>2999", 1))
    if packet.reason == "":
        packet = drop(data.replace(b"Timestamp>", b"Timestamp>2021/02/30 99:99:99 ", 1), "b.edxml")
    sent.refresh_from_db()
    assert sent.status == "arrived"
    assert sent.steps.get(verb="01").said_at is None
    assert "thời điểm" in packet.reason


def test_the_same_file_is_not_taken_twice_but_another_of_the_same_word_is(
    sent: Delivery, drop: Drop, now: datetime
) -> None:
    drop(status(sent.document, "03", now - timedelta(minutes=5)))
    with pytest.raises(PacketHere):
        drop(status(sent.document, "03", now - timedelta(minutes=5)), "lan-hai.edxml")
    drop(status(sent.document, "03", now - timedelta(minutes=4)))
    sent.refresh_from_db()
    assert sent.status == "accepted"
    assert sent.steps.filter(verb="03").count() == 2


def test_a_new_document_waits_and_its_sender_is_told_that_it_is_here(
    kept: RecordSystem, organ: Organ, drop: Drop, clerk: Viewer
) -> None:
    packet = drop(from_town(clerk.on))
    told = from_text(packet.summary)
    assert (packet.status, packet.sender_code, told.full_number) == ("waiting", TOWN.id, "45/UBND-VP")
    assert is_for(clerk.unit, told)
    assert packet.answer is not None
    answer = edxml.read(files.read(packet.answer), name="01.edxml").status
    assert answer is not None
    assert (answer.code, answer.response_for.document_id) == ("01", packet.outside_id)
    assert Clock.objects.get(subject_kind="packet", subject_uid=packet.uid).state == "running"


def test_without_a_code_the_packet_comes_in_and_no_answer_is_made(
    kept: RecordSystem, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(from_town(clerk.on))
    assert packet.answer is None
    assert is_for(clerk.unit, from_text(packet.summary)) is None
    with pytest.raises(OrganCodeMissing):
        sending.answer_packet(packet, "01", by=clerk, at=now)


def test_a_packet_that_does_not_name_us_says_so(
    organ: Organ, kept: RecordSystem, drop: Drop, clerk: Viewer
) -> None:
    packet = drop(from_town(clerk.on, to="H27.99"))
    assert is_for(clerk.unit, from_text(packet.summary)) is False
    assert packet.answer is None, "nobody is told that we have what was sent to another"


def test_taken_in_it_is_an_incoming_document_and_registering_answers_03(
    kept: RecordSystem, organ: Organ, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(from_town(clerk.on))
    taking = taking_of(packet, by=clerk, at=now)
    assert taking.said, "the attachment only looks like a PDF"
    document = deciding.take_in(packet, taking, by=clerk, at=now)
    assert (document.stage, document.basis, document.issuer_name) == ("arrived", "packet", TOWN.name)
    assert (document.number, document.symbol, document.issued_on) == ("45", "UBND-VP", clerk.on)
    assert packet.status == "taken"
    incoming.register(document, by=clerk, at=now)
    assert [one.name.split("-")[2] for one in sending.answers_of(packet)] == ["01", "03"]
    with pytest.raises(PacketSettled):
        deciding.send_back(packet, "Gửi nhầm", by=clerk, at=now)


def test_a_day_that_cannot_be_and_a_file_that_is_no_pdf_keep_nothing_from_coming_in(
    kept: RecordSystem, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = from_town(clerk.on, files_=(Attachment(name="../../a.exe", content=b"MZ"),))
    data = written(packet).replace(f"{clerk.on:%Y/%m/%d}".encode(), b"2014/02/30")
    kept_packet = drop(data)
    told = from_text(kept_packet.summary)
    assert (told.day, told.written_day, told.files[0].name) == (None, "2014/02/30", "a.exe")
    taking = taking_of(kept_packet, by=clerk, at=now)
    document = deciding.take_in(kept_packet, taking, by=clerk, at=now)
    assert (document.issued_on, document.blob) == (None, None)
    assert "không có tệp nào là PDF" in taking.said


def test_sent_back_it_answers_02_with_the_reason(
    kept: RecordSystem, organ: Organ, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(from_town(clerk.on))
    with pytest.raises(ReasonMissing):
        deciding.send_back(packet, "", by=clerk, at=now)
    deciding.send_back(packet, "Gửi nhầm đơn vị", by=clerk, at=now)
    assert packet.answer is not None
    answer = edxml.read(files.read(packet.answer), name="02.edxml").status
    assert answer is not None
    assert (answer.code, answer.description) == ("02", "Gửi nhầm đơn vị")
    assert not Document.objects.incoming().exists()


def test_in_follow_mode_it_is_only_kept_and_compared(
    organ: Organ, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    row = Document.objects.create(
        unit=clerk.unit, owner_unit=clerk.unit, direction="in", stage="registered", type="CV", number="45",
        symbol="UBND-VP", issued_on=clerk.on, outside_code="x", recorded_at=now,
    )  # fmt: skip
    packet = drop(from_town(clerk.on))
    assert followed_as(clerk.unit, from_text(packet.summary)) == [row]
    assert packet.answer is None
    with pytest.raises(FollowedElsewhere):
        deciding.take_in(packet, taking_of(packet, by=clerk, at=now), by=clerk, at=now)
    deciding.set_aside(packet, "Hệ thống văn bản đã nhận", by=clerk, at=now)
    assert packet.status == "ignored"


@pytest.fixture
def registered(kept: RecordSystem, organ: Organ, drop: Drop, clerk: Viewer, now: datetime) -> Document:
    """A document of the town that came as a packet and was registered."""
    packet = drop(from_town(clerk.on))
    document = deciding.take_in(packet, taking_of(packet, by=clerk, at=now), by=clerk, at=now)
    incoming.register(document, by=clerk, at=now)
    document.refresh_from_db()
    return document


def test_a_recall_waits_and_accepted_it_stops_the_work_but_deletes_nothing(
    registered: Document, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(changing(from_town(clerk.on), "1"), "thu-hoi.edxml")
    registered.refresh_from_db()
    assert (packet.status, registered.stage) == ("waiting", "registered")
    assert concerned(clerk.unit, from_text(packet.summary)) == [registered]
    deciding.accept(packet, registered, "Đồng ý trả", by=clerk, at=now)
    registered.refresh_from_db()
    assert (registered.stage, registered.arrival_number, packet.status) == ("done", "01", "accepted")
    assert "Nơi gửi đã lấy lại văn bản" in registered.progress
    answer = edxml.read(files.read(packet.answer), name="15.edxml").status  # type: ignore[arg-type]
    assert answer is not None
    assert answer.code == "15"


def test_a_recall_is_refused_with_a_reason(
    registered: Document, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(changing(from_town(clerk.on), "1"), "thu-hoi.edxml")
    with pytest.raises(ReasonMissing):
        deciding.decline(packet, registered, " ", by=clerk, at=now)
    deciding.decline(packet, registered, "Đã giải quyết xong", by=clerk, at=now)
    registered.refresh_from_db()
    assert (registered.stage, packet.status) == ("registered", "declined")


def test_an_update_comes_in_beside_the_registered_one(
    registered: Document, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    before = (registered.subject, registered.arrival_number)
    new = changing(from_town(clerk.on, subject="V/v báo cáo (đã sửa số liệu)"), "2")
    packet = drop(new, "cap-nhat.edxml")
    deciding.accept(packet, registered, taking=taking_of(packet, by=clerk, at=now), by=clerk, at=now)
    registered.refresh_from_db()
    assert (registered.subject, registered.arrival_number) == before
    link = Link.objects.get(target=registered)
    assert (link.kind, link.document.subject) == ("amends", "V/v báo cáo (đã sửa số liệu)")


def test_a_recall_of_nothing_we_have_is_decided_all_the_same(
    kept: RecordSystem, organ: Organ, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(changing(from_town(clerk.on), "1"))
    assert concerned(clerk.unit, from_text(packet.summary)) == []
    deciding.accept(packet, None, "Chưa từng nhận", by=clerk, at=now)
    assert packet.status == "accepted"
    with pytest.raises(PacketOtherKind):
        deciding.take_in(drop(changing(from_town(clerk.on, number="46"), "1"), "b"), None, by=clerk, at=now)  # type: ignore[arg-type]


def test_another_wards_packet_is_decided_by_nobody_here(
    kept: RecordSystem, drop: Drop, clerk: Viewer, other_ward: Ward, ward: Ward, view: object, now: datetime
) -> None:
    packet = drop(from_town(clerk.on))
    with pytest.raises(NotFound):
        deciding.send_back(packet, "x", by=view(other_ward.clerk), at=now)  # type: ignore[operator]
    with pytest.raises(NotAllowed):
        deciding.send_back(packet, "x", by=view(ward.specialist), at=now)  # type: ignore[operator]
    assert not Packet.objects.seen_by(view(other_ward.clerk)).exists()  # type: ignore[operator]


def test_hostile_files_are_refused_each_with_a_sentence_and_stop_no_other(
    kept: RecordSystem, real_reading: None, clerk: Viewer, now: datetime
) -> None:
    given = [(f"{place}.edxml", data) for place, data in enumerate(HOSTILE)]
    given.insert(3, ("tot.edxml", written(from_town(clerk.on))))
    taken = sending.receive_packets(given, by=clerk, clock=lambda: now)
    assert [one.name for one in taken if one.packet] == ["tot.edxml"]
    assert all(one.refused and one.refused.sentence for one in taken if not one.packet)
    assert Packet.objects.count() == 1


@pytest.mark.parametrize(
    "changes", [{"subject": "TUYỆT MẬT"}, {"subject": "Độ mật: Tối mật"}, {"content": "MẬT"}]
)
def test_a_mark_of_secrecy_is_refused_at_the_door_and_nothing_is_kept(
    kept: RecordSystem, clerk: Viewer, now: datetime, changes: dict[str, object]
) -> None:
    data = written(from_town(clerk.on, **changes))  # type: ignore[arg-type]
    (one,) = sending.receive_packets([("mat.edxml", data)], by=clerk, clock=lambda: now)
    assert isinstance(one.refused, PacketSecret)
    assert not Packet.objects.exists()
    assert next(read_packets([("mat.edxml", data)])).data == b""


def test_a_mark_inside_an_unknown_element_is_seen_too(
    kept: RecordSystem, clerk: Viewer, now: datetime
) -> None:
    data = written(from_town(clerk.on)).replace(
        b"</edXML:MessageHeader>", b"<Secret>1</Secret></edXML:MessageHeader>"
    )
    (one,) = sending.receive_packets([("mat.edxml", data)], by=clerk, clock=lambda: now)
    assert isinstance(one.refused, PacketSecret)


def test_a_file_bigger_than_a_packet_may_be_is_not_even_loaded(
    kept: RecordSystem, clerk: Viewer, now: datetime
) -> None:
    class Big:
        size = 61_000_000

        def read(self) -> bytes:
            raise AssertionError("loaded")

    (one,) = sending.receive_packets([("lon.edxml", Big())], by=clerk, clock=lambda: now)
    assert one.refused is not None
    assert "61 MB" in one.refused.sentence


def test_of_very_many_remarks_the_first_few_are_kept_and_the_rest_counted(
    kept: RecordSystem, drop: Drop, clerk: Viewer
) -> None:
    many = "".join(f"<X{n}>a</X{n}>" for n in range(3000)).encode()
    data = written(from_town(clerk.on)).replace(b"</edXML:MessageHeader>", many + b"</edXML:MessageHeader>")
    packet = drop(data)
    told = from_text(packet.summary)
    assert (len(told.remarks), told.more_remarks > 2900) == (FEW_REMARKS, True)
    assert len(packet.summary) < 20_000


def test_a_hundred_packets_at_once_come_in_and_one_more_is_refused_whole(
    kept: RecordSystem, organ: Organ, clerk: Viewer, now: datetime
) -> None:
    given = [(f"{n}.edxml", written(from_town(clerk.on, number=str(n), files_=()))) for n in range(1, 101)]
    taken = sending.receive_packets(given, by=clerk, clock=lambda: now)
    assert sum(1 for one in taken if one.packet) == 100
    with pytest.raises(TooManyPackets):
        sending.receive_packets([*given, given[0]], by=clerk, clock=lambda: now)


def test_names_of_files_and_senders_are_cut_to_what_is_kept(
    kept: RecordSystem, drop: Drop, clerk: Viewer
) -> None:
    packet = from_town(clerk.on, subject="x" * 9000, sender=replace(TOWN, name="y" * 900, id="z" * 900))
    kept_packet = drop(packet, "n" * 400 + ".edxml")
    assert (len(kept_packet.sender), len(kept_packet.sender_code), len(kept_packet.file_name)) == (
        200,
        50,
        255,
    )
    assert files.read(kept_packet.blob).count(b"y" * 900) == 1, "the packet itself stays as it came"


def test_the_signed_pdf_of_a_packet_is_the_paper(
    kept: RecordSystem, drop: Drop, clerk: Viewer, now: datetime
) -> None:
    packet = drop(
        from_town(
            clerk.on, files_=(Attachment(name="b.docx", content=b"x"), Attachment(name="a.pdf", content=PDF))
        )
    )
    assert [one.name for one in from_text(packet.summary).files] == ["b.docx", "a.pdf"]
