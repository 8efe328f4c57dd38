"""The writer is strict: the order and prefixes of the standard, nothing missing, and read back before it is given."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

import pytest

from chuan.exchange.edxml import (
    EDXML,
    Attachment,
    Business,
    Code,
    DocumentType,
    Kind,
    Organ,
    Packet,
    Promulgation,
    Replacement,
    ResponseFor,
    Staff,
    completed,
    manifest,
    read,
    write,
    write_status,
)
from chuan.rules.refusals.edxml import EdxmlIncomplete, EdxmlLetters, EdxmlNotSame, EdxmlTooBig
from chuan.rules.working_time import VIETNAM
from tests.edxml.making import AT, TOWN, WARD, codes_of, document, here, text

NUMBERED = (
    "From", "To", "Code", "PromulgationInfo", "DocumentType", "Subject", "Content", "SignerInfo", "DueDate",
    "ToPlaces", "OtherInfo", "ResponseFor", "SteeringType", "DocumentId",
)  # fmt: skip


def test_the_header_is_written_in_the_numbered_order():
    whole = document(due="2021/10/15", places=("Lưu: VT",), responses=(ResponseFor(code="5/KH-UBND"),))
    written = write(whole).decode()
    header = written[written.index("<edXML:MessageHeader>") : written.index("</edXML:MessageHeader>")]
    places = [header.index(f"\n        <edXML:{tag}>") for tag in NUMBERED]
    assert places == sorted(places)


def test_prefixes_stand_where_the_axis_puts_them():
    written = write(document()).decode()
    for piece in (
        '<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016">',
        '<edXML:edXMLEnvelope xmlns:edXML="http://www.mic.gov.vn/TBT/QCVN_102_2016">',
        "<edXML:edXMLHeader>",
        '<edXML:TraceHeaderList version="1.0">',
        "<edXML:BussinessDocType>0</edXML:BussinessDocType>",
        '<edXML:edXMLManifest version="1.0">',
        "\n  <AttachmentEncoded>\n    <Attachment>\n      <ContentId>cid:",
        "<edXML:ContentTransferEncoded xmlns:edXML=",
    ):
        assert piece in written


def test_what_is_written_reads_back_whole_in_the_bounded_process():
    packet = document()
    back = read(write(packet), name="12.edxml")
    assert back == packet
    assert back.remarks == back.form == ()


def test_the_same_packet_is_the_same_bytes():
    assert write(document()) == write(document())


def test_the_identity_is_the_triple_of_organ_day_and_code():
    packet = document().document
    assert packet is not None
    assert packet.document_id == "H27.31.5,2021/10/04,12/BC-UBND"


def test_no_identity_is_made_up_without_a_day():
    packet = document(promulgation=Promulgation(place="Bắc Hồng", dated="2021/02/30")).document
    assert packet is not None
    assert packet.document_id == ""


def test_attachments_travel_zipped_or_bare_as_asked():
    zipped, bare = write(document()), write(document(), zip_attachments=False)
    assert here(zipped).attachments[0].packed.startswith(b"PK")
    assert here(bare).attachments[0].packed == b""
    assert here(zipped) == here(bare)


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a", "a.bin"])
@pytest.mark.parametrize("inner", [b"", b"x", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18])
def test_no_content_is_mistaken_for_the_zip_around_it(zipped: bool, name: str, inner: bytes):
    packet = replace(document(), attachments=(Attachment(name=name, content=inner or b"?"),), references=())
    packet = completed(packet, at=AT)
    assert here(write(packet, zip_attachments=zipped)).attachments[0].content == (inner or b"?")


def test_very_even_content_does_not_look_like_a_bomb_to_our_own_reader():
    packet = replace(
        document(), attachments=(Attachment(name="a.bin", content=b"\0" * 21_000_000),), references=()
    )
    assert here(write(completed(packet, at=AT))).attachments[0].content == b"\0" * 21_000_000


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"subject": " "}, "trích yếu"),
        ({"receivers": ()}, "nơi nhận"),
        ({"code": Code(number="12")}, "ký hiệu"),
        ({"steering": ""}, "loại chỉ đạo"),
        ({"steering": "9"}, "danh mục"),
        ({"type": DocumentType(type="18")}, "tên loại văn bản"),
        ({"due": "2021/02/30"}, "2021/02/30"),
        ({"sender": replace(WARD, id="UBND")}, "UBND"),
        ({"sender": replace(WARD, name="x" * 201)}, "201"),
        ({"document_id": "H27.31.5,2021/10/03,12/BC-UBND"}, "ngày ban hành"),
        ({"document_id": "bdb98a62-a2be-4c25-9075-8dcdbcdb1402"}, "ba phần"),
    ],
)
def test_a_fault_of_our_own_is_refused_by_name(changes: dict[str, object], named: str):
    with pytest.raises(EdxmlIncomplete) as refused:
        write(document(**changes))
    assert named in refused.value.sentence


def test_a_document_without_a_file_is_refused():
    with pytest.raises(EdxmlIncomplete, match="đính kèm"):
        write(replace(document(), attachments=(), references=()))


def test_a_file_that_the_manifest_does_not_announce_is_refused():
    with pytest.raises(EdxmlIncomplete, match="khai báo"):
        write(replace(document(), references=()))


def test_a_secret_document_is_refused():
    secret = here(text(message="<Secret>2</Secret>"))
    assert secret.document is not None
    with pytest.raises(EdxmlIncomplete, match="mật"):
        write(document(extra=secret.document.extra))


def test_a_recall_needs_the_document_and_the_reason():
    recall = replace(document(), kind=Kind.REVOCATION, business=Business(type="1"))
    with pytest.raises(EdxmlIncomplete, match="thu hồi"):
        write(recall)
    whole = Business(
        type="1", reason="Ban hành nhầm", document_id="H27.31.5,2021/10/01,11/BC-UBND", paper="0"
    )
    assert here(write(replace(recall, business=whole))).kind is Kind.REVOCATION


def test_a_replacement_names_what_it_replaces():
    replacing = replace(document(), kind=Kind.REPLACEMENT, business=Business(type="3", paper="0"))
    with pytest.raises(EdxmlIncomplete, match="thay thế"):
        write(replacing)
    replaced = Replacement(document_id="H27.31.5,2021/10/01,11/BC-UBND", organ_ids=(TOWN.id,))
    whole = replace(replacing, business=Business(type="3", paper="0", replacements=(replaced,)))
    assert here(write(whole)) == whole


def test_a_kind_that_says_otherwise_than_its_business_is_refused():
    with pytest.raises(EdxmlIncomplete, match="nghiệp vụ"):
        write(replace(document(), kind=Kind.UPDATE))


def test_a_letter_that_xml_cannot_carry_is_refused():
    with pytest.raises(EdxmlLetters):
        write(document(subject="Báo cáo\x00"))


def test_markup_in_a_text_stays_text():
    packet = document(subject="</Subject><DocumentId>&amp;\r\n\t\"'")
    assert here(write(packet)).document == packet.document


def test_a_packet_over_the_limit_is_not_written():
    with pytest.raises(EdxmlTooBig):
        write(document(), limits=replace(EDXML, file_bytes=1000))


def test_what_would_not_read_back_the_same_is_not_given():
    twice = replace(document(), status=here(STATUS).status)
    with pytest.raises((EdxmlNotSame, EdxmlIncomplete)):
        write(twice)


def test_faults_that_came_with_a_packet_are_passed_on_and_new_ones_are_not():
    theirs = here(text(message="<Subject>Của nơi khác</Subject>"))
    assert here(write(theirs)) == theirs
    assert theirs.document is not None
    broken = replace(theirs, document=replace(theirs.document, due="2021/02/31"))
    with pytest.raises(EdxmlIncomplete, match="2021/02/31"):
        write(broken)


STATUS = text(
    message="<ResponseFor><OrganId>H27.31.5</OrganId><Code>12/BC-UBND</Code><PromulgationDate>2021/10/04"
    "</PromulgationDate><DocumentId>H27.31.5,2021/10/04,12/BC-UBND</DocumentId></ResponseFor><From><OrganId>"
    "000.00.31.H27</OrganId></From><StatusCode>03</StatusCode><Timestamp>2021/10/04 09:00:00</Timestamp>"
)


def test_a_status_answers_the_document_by_its_own_identity():
    data = write_status(document(), code="03", sender=TOWN, at=AT, staff=Staff(name="Nguyễn Thị B"))
    back = read(data, name="status.edxml")
    assert back.kind is Kind.STATUS
    assert back.status is not None
    assert back.status.response_for.document_id == "H27.31.5,2021/10/04,12/BC-UBND"
    assert back.status.response_for.organ_id == WARD.id
    assert back.status.response_for.code == "12/BC-UBND"
    assert back.status.moment == AT
    assert back.remarks == ()


def test_a_status_has_no_body():
    assert b"edXMLBody" not in write_status(document(), code="01", sender=TOWN, at=AT)


def test_the_moment_is_written_in_vietnams_time():
    from datetime import UTC

    at = datetime(2021, 10, 4, 1, 5, tzinfo=UTC)
    assert b"2021/10/04 08:05:00" in write_status(document(), code="01", sender=TOWN, at=at)


@pytest.mark.parametrize("code", ["02", "16"])
def test_refusing_needs_a_reason(code: str):
    with pytest.raises(EdxmlIncomplete, match="lý do"):
        write_status(document(), code=code, sender=TOWN, at=AT)
    assert write_status(document(), code=code, sender=TOWN, at=AT, description="Không thuộc thẩm quyền")


@pytest.mark.parametrize("code", ["", "00", "07", "3"])
def test_a_state_that_the_axis_does_not_know_is_refused(code: str):
    with pytest.raises(EdxmlIncomplete):
        write_status(document(), code=code, sender=TOWN, at=AT)


def test_a_gateways_random_identity_keeps_nobody_from_answering_it():
    message = (
        "<From><OrganId>vxp.saas.03</OrganId></From><Code><CodeNumber>1</CodeNumber><CodeNotation>A</CodeNotation>"
        "</Code><PromulgationInfo><PromulgationDate>2025/10/17</PromulgationDate></PromulgationInfo>"
        "<DocumentId>bdb98a62-a2be-4c25-9075-8dcdbcdb1402</DocumentId>"
    )
    back = here(write_status(here(text(message=message)), code="03", sender=WARD, at=AT))
    assert back.status is not None
    assert back.status.response_for.document_id == "bdb98a62-a2be-4c25-9075-8dcdbcdb1402"
    assert "document_id_form" in codes_of(back)


def test_a_document_without_an_identity_cannot_be_answered():
    with pytest.raises(EdxmlIncomplete, match="mã định danh"):
        write_status(here(text()), code="03", sender=WARD, at=AT)


def test_a_status_names_its_sender_wholly():
    with pytest.raises(EdxmlIncomplete, match="tên cơ quan"):
        write_status(document(), code="03", sender=Organ(id="H27.31.5"), at=AT)


def test_the_manifest_holds_the_sums_of_the_file_and_of_what_is_in_it():
    packet = document()
    data = write(packet)
    assert manifest(data, packet, name="12.edxml").splitlines() == [
        f"{hashlib.sha256(data).hexdigest()}  12.edxml",
        f"{hashlib.sha256(b'%PDF-1.7 minh hoa').hexdigest()}  12.BC-UBND.pdf",
    ]


def test_completing_twice_changes_nothing_more():
    assert completed(document(), at=datetime(2030, 1, 1, tzinfo=VIETNAM)) == document()


def test_an_empty_packet_says_what_it_lacks():
    with pytest.raises(EdxmlIncomplete, match="OrganId"):
        write(Packet(kind=Kind.NEW))
