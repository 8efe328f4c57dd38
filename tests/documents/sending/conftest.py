"""A document of the ward that was issued, whom it goes to, and packets that others send."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from chuan.documents import searching
from chuan.documents.actions import sending
from chuan.documents.actions.sending import Address
from chuan.documents.models import Correspondent, Delivery, Document, Packet, Recipient
from chuan.documents.sending.organ import CODE, IN_CHARGE
from chuan.documents.sending.reading import ReadPacket
from chuan.documents.sending.summary import summary_of
from chuan.exchange import edxml
from chuan.exchange.edxml import (
    Attachment,
    Business,
    Code,
    Kind,
    Message,
    Organ,
    Promulgation,
    completed,
    write,
)
from chuan.exchange.edxml import Packet as EdxmlPacket
from chuan.exchange.edxml.reading import EDXML, read_here
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from tests.edxml.making import MESSAGE, TOWN
from tests.people import Ward

PDF = b"%PDF-1.7 minh hoa van ban da ky"
OURS = "H27.31.5"
LINES = ("Như Điều 3;", "UBND thị xã Hồng Lĩnh (b/c);", "Phòng Nội vụ;", "Tổ dân phố 5;", "Chủ tịch UBND phường;",
         "Lưu: VT.")  # fmt: skip


@pytest.fixture(autouse=True)
def _read_in_this_process(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """What a reading process would answer, without starting one; tests of hostile files ask for the real one."""
    if "real_reading" in request.fixturenames:
        return

    def read(data: bytes, *, name: str) -> EdxmlPacket:
        return read_here(data, name=name, limits=EDXML).packet

    monkeypatch.setattr(edxml, "read", read)


@pytest.fixture
def real_reading() -> None:
    """Packets are read as on a server, in a process of their own."""


@pytest.fixture
def kept(ward: Ward, now: datetime) -> RecordSystem:
    """Keep mode: the unit keeps its register of documents here, by its own document."""
    return RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
        citation="Quyết định số 9/QĐ-UBND", recorded_at=now,
    )  # fmt: skip


@pytest.fixture
def organ(ward: Ward) -> Organ:
    """The unit has declared its code."""
    for key, value in ((CODE, OURS), (IN_CHARGE, "UBND tỉnh Hà Tĩnh")):
        UnitSetting.objects.create(
            unit=ward.unit,
            key=key,
            value=value,
            valid_from=date(2020, 1, 1),
            citation="Quyết định số 20/QĐ-UBND",
        )
    return Organ(id=OURS, in_charge="UBND tỉnh Hà Tĩnh", name=ward.unit.committee)


@pytest.fixture
def town(clerk: Viewer, now: datetime) -> Correspondent:
    """Reached over the axis."""
    given = Address("Ủy ban nhân dân thị xã Hồng Lĩnh", "UBND thị xã", TOWN.id, "vp@honglinh.gov.vn")
    return sending.put_correspondent(given, by=clerk, at=now)


@pytest.fixture
def home_affairs(clerk: Viewer, now: datetime) -> Correspondent:
    """Reached by mail alone."""
    return sending.put_correspondent(Address("Phòng Nội vụ", mail="noivu@honglinh.gov.vn"), by=clerk, at=now)


@pytest.fixture
def quarter(clerk: Viewer, now: datetime) -> Correspondent:
    """Reached on paper alone."""
    return sending.put_correspondent(Address("Tổ dân phố 5"), by=clerk, at=now)


@pytest.fixture
def issued(ward: Ward, now: datetime) -> Document:
    """An issued Decision with its signed file and six lines of receivers."""
    on = timezone.localtime(now).date()
    document = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, direction="out", type="QĐ", number="12", symbol="QĐ-UBND", issued_on=on,
        subject="Về việc thành lập Tổ rà soát thủ tục hành chính", signer_name="Nguyễn Văn Thử",
        signer_position="Chủ tịch", signer_authority="TM. ỦY BAN NHÂN DÂN", place="Bắc Hồng", stage="issued",
        electronic=True, blob=files.keep(PDF, media_type="application/pdf"), file_name="12.QD.pdf", recorded_at=now,
    )  # fmt: skip
    Recipient.objects.bulk_create(
        Recipient(document=document, position=place, line=line) for place, line in enumerate(LINES)
    )
    searching.put([document])
    return document


@pytest.fixture
def sent(
    issued: Document, kept: RecordSystem, organ: Organ, town: Correspondent, clerk: Viewer, now: datetime
) -> Delivery:
    """The sending of the Decision to the town, gone over the axis."""
    sending.queue(issued, by=clerk, at=now)
    sending.make_packet(issued, by=clerk, at=now)
    delivery = Delivery.objects.get(correspondent=town)
    sending.mark_sent([delivery], now, by=clerk, at=now)
    delivery.refresh_from_db()
    return delivery


def from_town(on: date, *, number: str = "45", subject: str = "V/v báo cáo cải cách hành chính",
              files_: tuple[Attachment, ...] = (Attachment(name="45.pdf", content=PDF),), to: str = OURS,
              **changes: object) -> EdxmlPacket:  # fmt: skip
    """A document that the town sends to the ward."""
    message = replace(
        MESSAGE, sender=TOWN, receivers=(Organ(id=to, in_charge="UBND tỉnh Hà Tĩnh", name="UBND phường Bắc Hồng"),),
        code=Code(number=number, notation="UBND-VP"),
        promulgation=Promulgation(place="Hồng Lĩnh", dated=f"{on:%Y/%m/%d}"),
        subject=subject,
    )  # fmt: skip
    packet = EdxmlPacket(kind=Kind.NEW, document=replace(message, **changes), attachments=files_)  # type: ignore[arg-type]
    return completed(packet, at=datetime(2021, 10, 4, 8, tzinfo=timezone.get_default_timezone()))


def changing(packet: EdxmlPacket, type_: str, reason: str = "Nhầm số liệu") -> EdxmlPacket:
    """The same document recalled (1), updated (2) or replaced (3)."""
    message: Message = packet.document or Message()
    kind = {"1": Kind.REVOCATION, "2": Kind.UPDATE}[type_]
    business = Business(type=type_, reason=reason, document_id=message.document_id, paper="0")
    return replace(packet, kind=kind, business=business)


def status(document: Document, code: str, at: datetime, *, sender: Organ = TOWN, organ_id: str = OURS,
           description: str = "") -> bytes:  # fmt: skip
    """What a receiver reports of our document."""
    answered = replace(
        MESSAGE, sender=Organ(id=organ_id), code=Code(number=document.number, notation=document.symbol),
        promulgation=Promulgation(dated=f"{document.issued_on:%Y/%m/%d}"),
        document_id=f"{organ_id},{document.issued_on:%Y/%m/%d},{document.full_number}",
    )  # fmt: skip
    told = edxml.status_packet(
        EdxmlPacket(kind=Kind.NEW, document=answered),
        code=code,
        sender=sender,
        at=at,
        description=description,
    )
    return write(replace(told, remarks=edxml.remarks_of(told)))


@pytest.fixture
def drop(clerk: Viewer, now: datetime) -> Callable[..., Packet]:
    """``drop(packet or bytes)``: received by the clerk."""

    def receive(given: EdxmlPacket | bytes, name: str = "goi.edxml") -> Packet:
        data = given if isinstance(given, bytes) else written(given)
        packet = edxml.read(data, name=name)
        one = ReadPacket(name, data, packet, summary_of(packet))
        return sending.receive_packet(one, by=clerk, at=now)

    return receive


def written(packet: EdxmlPacket) -> bytes:
    """The packet as its sender would write it, faults and all."""
    return write(replace(packet, remarks=edxml.remarks_of(packet)))


def later(now: datetime, minutes: int) -> datetime:
    """A moment before now by so many minutes, counted backwards from an hour ago."""
    return now - timedelta(hours=1) + timedelta(minutes=minutes)
