"""The reader takes what real senders write: any order, three namespaces, either spelling, and reports the rest."""

from __future__ import annotations

import base64
import hashlib
from datetime import date

import pytest

from chuan.exchange.edxml import Kind, Match, read, remarks_of, to_json
from tests.edxml.making import announced, carried, codes_of, document, here, text, zipped

BUSINESS = "<{0}><{0}DocType>1</{0}DocType><{0}DocReason>Sai số</{0}DocReason></{0}>"


def test_a_packet_is_read_in_a_process_of_its_own_with_everything_in_it():
    packet = read(text(attachments=carried(b"xin chao"), references=announced()).encode(), name="a.edxml")
    assert packet.document is not None
    assert packet.document.subject == "Trích yếu"
    assert packet.attachments[0].content == b"xin chao"


@pytest.mark.parametrize("spelling", ["Bussiness", "Business", "bussiness"])
def test_business_is_understood_in_either_spelling(spelling: str):
    packet = here(text(traces=BUSINESS.format(spelling)))
    assert packet.kind is Kind.REVOCATION
    assert packet.business is not None
    assert packet.business.reason == "Sai số"


@pytest.mark.parametrize(
    "namespace",
    ["http://www.mic.gov.vn/TBT/QCVN_102_2016", "http://www.e-doc.vn/Schema/", "http://www.go.vn/eDoc", ""],
)
def test_each_namespace_that_senders_use_is_understood(namespace: str):
    packet = here(text(namespace=namespace))
    assert packet.document is not None
    assert packet.document.subject == "Trích yếu"


def test_an_element_of_a_foreign_namespace_is_kept_but_never_taken_for_one_of_ours():
    packet = here(text(message='<x:Subject xmlns:x="urn:khac">Của người khác</x:Subject>'))
    assert packet.document is not None
    assert packet.document.subject == ""
    assert {"element_unknown", "namespace"} <= codes_of(packet)


def test_the_order_of_the_header_does_not_matter():
    first = "<Subject>Một</Subject><Code><CodeNotation>BC</CodeNotation><CodeNumber>1</CodeNumber></Code>"
    second = "<Code><CodeNumber>1</CodeNumber><CodeNotation>BC</CodeNotation></Code><Subject>Một</Subject>"
    assert here(text(message=first)) == here(text(message=second))


def test_several_receivers_places_and_appendixes_keep_their_order():
    message = (
        "<To><OrganId>H27.1</OrganId></To><ToPlaces><Place>Lưu: VT</Place></ToPlaces><To><OrganId>H27.2</OrganId></To>"
        "<OtherInfo><Appendixes><Appendix>I</Appendix><Appendix>II</Appendix></Appendixes></OtherInfo>"
    )
    packet = here(text(message=message)).document
    assert packet is not None
    assert [one.id for one in packet.receivers] == ["H27.1", "H27.2"]
    assert packet.places == ("Lưu: VT",)
    assert packet.other is not None
    assert packet.other.appendixes == ("I", "II")


@pytest.mark.parametrize(
    ("announced_as", "sent_as"), [("cid:7", "7"), ("7", "cid:7"), ("cid:7", "cid:7"), ("7", "7")]
)
def test_an_attachment_is_found_with_or_without_cid(announced_as: str, sent_as: str):
    packet = here(
        text(references=announced(content_id=announced_as), attachments=carried(b"x", content_id=sent_as))
    )
    assert not {"attachment_absent", "attachment_unannounced"} & codes_of(packet)


def test_an_attachment_may_be_zipped_or_bare():
    both = carried(zipped(abc__txt=b"noi dung")) + carried(b"noi dung", content_id="cid:2")
    packet = here(text(attachments=both))
    assert [one.content for one in packet.attachments] == [b"noi dung", b"noi dung"]
    assert packet.attachments[0].packed.startswith(b"PK")
    assert packet.attachments[1].packed == b""


def test_a_bare_office_file_is_not_taken_apart_though_it_is_a_zip():
    office = zipped(**{"word/document__xml": b"<w/>", "[Content_Types]__xml": b"<t/>"})
    attachment = here(text(attachments=carried(office, name="a.docx"))).attachments[0]
    assert (attachment.content, attachment.broken) == (office, None)


def test_a_bare_zip_with_one_file_is_that_zip_and_a_zip_around_it_is_opened():
    own = zipped(a__txt=b"x")
    bare = here(text(attachments=carried(own, name="goi.zip"))).attachments[0]
    around = here(text(attachments=carried(zipped(goi__zip=own), name="goi.zip"))).attachments[0]
    assert bare.content == own
    assert around.content == own


def test_a_zip_of_several_files_is_kept_whole_and_told():
    data = zipped(a__txt=b"1", b__txt=b"2")
    packet = here(text(attachments=carried(data, name="a.pdf")))
    assert packet.attachments[0].content == data
    assert "attachment_broken" in codes_of(packet)


def test_a_file_that_is_another_kind_inside_its_zip_is_told():
    packet = here(text(attachments=carried(zipped(abc__exe=b"MZ"), name="a.pdf")))
    assert "attachment_kind_differs" in codes_of(packet)


def test_attachments_are_found_inside_the_envelope_too():
    inside = text().replace(
        "</edXMLBody>", f"<AttachmentEncoded>{carried(b'x')}</AttachmentEncoded></edXMLBody>"
    )
    assert [one.content for one in here(inside).attachments] == [b"x"]


def test_the_envelope_may_be_the_outermost_element():
    whole = text()
    bare = whole[whole.index("<edXMLEnvelope>") : whole.index("<AttachmentEncoded>")]
    packet = here(bare.replace("<edXMLEnvelope>", '<EdXMLEnvelope xmlns="http://www.go.vn/eDoc">').replace(
        "</edXMLEnvelope>", "</EdXMLEnvelope>"
    ))  # fmt: skip
    assert packet.document is not None
    assert packet.document.subject == "Trích yếu"


@pytest.mark.parametrize("written", ["2014/02/30", "30/02/2014", "2018/13/01", "0000/01/01", "hôm qua"])
def test_a_day_that_no_calendar_has_is_told_and_kept_never_guessed(written: str):
    dated = f"<PromulgationInfo><PromulgationDate>{written}</PromulgationDate></PromulgationInfo>"
    packet = here(text(message=dated))
    assert packet.document is not None
    assert packet.document.promulgation.dated == written
    assert packet.document.promulgation.day is None
    assert "date_impossible" in codes_of(packet)


def test_a_real_day_is_a_day():
    dated = "<PromulgationInfo><PromulgationDate> 2021/10/04 </PromulgationDate></PromulgationInfo>"
    packet = here(text(message=dated)).document
    assert packet is not None
    assert packet.promulgation.day == date(2021, 10, 4)


def test_the_random_identity_of_a_gateway_is_kept_and_told():
    packet = here(text(message="<DocumentId>bdb98a62-a2be-4c25-9075-8dcdbcdb1402</DocumentId>"))
    assert packet.document is not None
    assert packet.document.document_id == "bdb98a62-a2be-4c25-9075-8dcdbcdb1402"
    assert "document_id_form" in codes_of(packet)


def test_an_identity_that_says_otherwise_than_the_header_is_told():
    other = document(document_id="H27.31.5,2021/10/05,12/BC-UBND")
    assert "document_id_differs" in {one.code for one in remarks_of(other)}
    assert "document_id_differs" not in {one.code for one in remarks_of(document())}


def test_missing_parts_are_named_one_by_one():
    missing = {one.where for one in here(text(message="")).remarks if one.code == "missing"}
    assert {"From/OrganId", "To", "CodeNumber", "Subject", "PromulgationDate", "TraceHeader"} <= missing


def test_a_packet_without_business_is_shown_as_new_and_says_that_this_is_assumed():
    packet = here(text())
    assert packet.kind is Kind.NEW
    assert "kind_missing" in codes_of(packet)


def test_unknown_business_urgency_and_kind_of_document_are_told():
    message = "<DocumentType><Type>77</Type></DocumentType><OtherInfo><Priority>9</Priority></OtherInfo>"
    packet = here(
        text(message=message, traces="<Bussiness><BussinessDocType>7</BussinessDocType></Bussiness>")
    )
    assert len([one for one in packet.remarks if one.code == "code_unknown"]) == 3


def test_a_mark_of_secrecy_is_told():
    assert "secret" in codes_of(here(text(message="<Secret>1</Secret>")))
    assert "secret" not in codes_of(here(text(message="<Secret>0</Secret>")))


def test_junk_before_the_declaration_is_passed_over_and_told():
    packet = here('1212<?xml version="1.0" encoding="UTF-8"?>' + text())
    assert "leading_text" in codes_of(packet)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_of_xml_are_read(encoding: str):
    start = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    declared = "UTF-16" if encoding.startswith("utf-16") else "UTF-8"
    data = (start + f'<?xml version="1.0" encoding="{declared}"?>' + text()).encode(encoding)
    packet = here(data)
    assert packet.document is not None
    assert packet.document.subject == "Trích yếu"


SIGNATURE = (
    "<Signature><SignedInfo><SignatureMethod Algorithm='http://www.w3.org/2000/09/xmldsig#rsa-sha1'/>"
    "<Reference URI='cid:1'><DigestMethod Algorithm='http://www.w3.org/2000/09/xmldsig#sha1'/>"
    "<DigestValue>{digest}</DigestValue></Reference></SignedInfo><SignatureValue>AAAA</SignatureValue>"
    "<KeyInfo><X509Data><X509SubjectName>CN=van thu</X509SubjectName></X509Data></KeyInfo></Signature>"
)


def digest_of(data: bytes) -> str:
    return base64.b64encode(hashlib.sha1(data).digest()).decode()


def test_a_signature_with_sha1_is_never_trusted():
    packet = here(text(header=SIGNATURE.format(digest="")))
    assert packet.signature is not None
    assert packet.signature.trust == "không được tin cậy"
    assert packet.signature.subject == "CN=van thu"
    assert "signature_untrusted" in codes_of(packet)


def test_a_signature_with_sha256_is_not_said_to_be_good_either():
    packet = here(text(header=SIGNATURE.format(digest="").replace("sha1", "sha256")))
    assert packet.signature is not None
    assert packet.signature.trust == "chưa được kiểm tra"


def test_a_block_of_xml_signatures_own_namespace_is_found_as_well():
    block = SIGNATURE.format(digest="").replace(
        "<Signature>", '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#">'
    )
    assert here(text(header=block)).signature is not None


def test_an_empty_block_signs_nothing():
    packet = here(text(header="<DigitalSignature/>"))
    assert packet.signature is not None
    assert packet.signature.trust == "không có chữ ký"


@pytest.mark.parametrize("form", ["file", "zip", "base64"])
def test_a_digest_is_compared_with_every_form_of_the_attachment(form: str):
    packed = zipped(a__txt=b"noi dung")
    signed = {"file": b"noi dung", "zip": packed, "base64": base64.b64encode(packed)}[form]
    packet = here(text(header=SIGNATURE.format(digest=digest_of(signed)), attachments=carried(packed)))
    assert packet.signature is not None
    assert [(one.match, one.over) for one in packet.signature.digests] == [(Match.MATCH, form)]


def test_a_changed_attachment_no_longer_matches_its_digest():
    packet = here(text(header=SIGNATURE.format(digest=digest_of(b"cu")), attachments=carried(b"moi")))
    assert packet.signature is not None
    assert packet.signature.digests[0].match is Match.MISMATCH
    assert "digest_mismatch" in codes_of(packet)


def test_the_subject_inside_a_real_certificate_is_read(made_certificate: tuple[str, str]):
    subject, encoded = made_certificate
    block = SIGNATURE.format(digest="").replace(
        "</X509Data>", f"<X509Certificate>{encoded}</X509Certificate></X509Data>"
    )
    packet = here(text(header=block))
    assert packet.signature is not None
    assert packet.signature.certificate == subject


@pytest.fixture(scope="module")
def made_certificate() -> tuple[str, str]:
    from datetime import datetime, timedelta

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "UBND phuong")])
    start = datetime(2021, 1, 1)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(7)
        .not_valid_before(start).not_valid_after(start + timedelta(days=365)).sign(key, hashes.SHA256())
    )  # fmt: skip
    return "CN=UBND phuong", base64.b64encode(made.public_bytes(serialization.Encoding.DER)).decode()


def test_everything_unknown_is_in_the_json_too():
    odd = here(text(message="<Lạ><Trong thuoc='tinh'>chữ</Trong></Lạ>"))
    assert "chữ" in str(to_json(odd))


def test_a_prefix_that_nobody_declared_is_taken_for_itself_and_told():
    whole = text(attachments=carried(b"x").replace("ContentTransferEncoded", "edXML:ContentTransferEncoded"))
    packet = here(whole)
    assert packet.attachments[0].content == b"x"
    assert "prefix_undeclared" in codes_of(packet)


def test_an_undeclared_foreign_prefix_is_kept_as_unknown():
    packet = here(text(message="<la:Subject la:a='1'>Khác</la:Subject><Subject>Của ta</Subject>"))
    assert packet.document is not None
    assert packet.document.subject == "Của ta"
    assert "element_unknown" in codes_of(packet)


def test_a_recall_names_the_document_it_is_about_even_if_only_in_the_header():
    recall = BUSINESS.format("Bussiness")
    assert here(text(message="<DocumentId>A</DocumentId>", traces=recall)).concerns == ("A",)
    both = recall.replace("</Bussiness>", "<DocumentId>B</DocumentId></Bussiness>")
    assert here(text(message="<DocumentId>A</DocumentId>", traces=both)).concerns == ("B", "A")
    assert here(text(message="<DocumentId>A</DocumentId>")).concerns == ()


def test_a_replacement_names_every_document_it_replaces():
    replaced = "".join(f"<ReplacementInfo><DocumentId>{one}</DocumentId></ReplacementInfo>" for one in "BC")
    traces = (
        "<Bussiness><BussinessDocType>3</BussinessDocType>"
        f"<ReplacementInfoList>{replaced}</ReplacementInfoList></Bussiness>"
    )
    assert here(text(message="<DocumentId>A</DocumentId>", traces=traces)).concerns == ("B", "C")
