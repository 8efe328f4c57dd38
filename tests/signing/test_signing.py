"""A key that is elsewhere signs what was prepared; the person first, the agency after, all five valid."""

from __future__ import annotations

import io
import subprocess
from datetime import UTC, datetime, timedelta, timezone

import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pypdf import PdfReader

from chuan.exchange.signing import (
    DAY,
    FIELDS,
    MONTH,
    NUMBER,
    PERSON,
    SEAL,
    Certificate,
    Level,
    Prepared,
    fields_of,
    finish,
    prepare,
)
from chuan.exchange.signing.refusals import (
    AppearanceUnreadable,
    CertificateExpired,
    CertificateNotForSigning,
    CertificateNotYet,
    CertificateUnreadable,
    FieldMissing,
    FieldTaken,
    PdfNotSignable,
    PersonFirst,
    SealLast,
    SignatureNotOfThis,
)
from tests.signing import device
from tests.signing.authority import Authority
from tests.signing.draft import certificate, draft, issued, signed, words
from tests.signing.signed import blank, context

TODAY = datetime(2021, 2, 2, 9, 30, tzinfo=timezone(timedelta(hours=7)))


def ready(trust: Authority, who: str = "chairman", field: str = PERSON, **given) -> Prepared:
    return prepare(draft(), field, certificate=certificate(trust, who), **{"at": TODAY} | given)


def test_all_five_stay_valid_and_nothing_but_fields_was_filled(trust: Authority):
    reader = PdfFileReader(io.BytesIO(issued(trust).pdf))
    found = reader.embedded_signatures
    assert [one.field_name for one in found] == [PERSON, NUMBER, DAY, MONTH, SEAL]
    for one in found:
        status = validate_pdf_signature(one, context(trust, "chairman", "agency"))
        assert status.bottom_line
        assert status.modification_level in (ModificationLevel.FORM_FILLING, ModificationLevel.NONE)


def test_poppler_accepts_all_five(trust: Authority, tmp_path):
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(issued(trust, Level.LTA).pdf)
    try:
        said = subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        device.absent("pdfsig (gói poppler-utils)")
    assert said.count("Signature is Valid") == 5
    assert "invalid" not in said.lower()
    assert said.count("ETSI.CAdES.detached") == 5


def test_what_was_there_is_a_prefix_of_what_is_there(trust: Authority):
    first = signed(draft(), "chairman", PERSON, trust=trust)
    second = signed(first.pdf, "agency", NUMBER, trust=trust, shows="05")
    assert first.pdf.startswith(draft())
    assert second.pdf.startswith(first.pdf)


def test_number_day_and_month_can_be_read_from_their_widgets(trust: Authority):
    page = PdfReader(io.BytesIO(issued(trust).pdf)).pages[0]
    shown = {one.get_object()["/T"]: one.get_object()["/AP"]["/N"] for one in page["/Annots"]}
    for field in (NUMBER, DAY, MONTH, PERSON):
        assert b" Do" in shown[field].get_data()
    assert b" Do" not in shown[SEAL].get_data()  # no seal was supplied: none is drawn


def test_a_prepared_document_travels_as_text_and_bytes(trust: Authority):
    waiting = ready(trust, level=Level.T)
    back = Prepared.from_json(waiting.as_json(), waiting.pdf)
    assert back == waiting
    assert finish(back, trust.person("chairman").signature(back.to_sign), at=TODAY).pdf


def test_what_is_signed_names_the_document_and_the_certificate(trust: Authority):
    waiting = ready(trust)
    attributes = {one["type"].native: one["values"] for one in cms.CMSAttributes.load(waiting.to_sign)}
    assert attributes["message_digest"][0].native == waiting.digest
    assert "signing_certificate_v2" in attributes
    assert "signing_time" not in attributes  # EN 319 142-1, 6.3: the PDF tells it


def test_the_time_is_the_offices_clock_with_its_zone(trust: Authority):
    waiting = ready(trust, at=datetime(2021, 2, 2, 2, 30, tzinfo=UTC))
    reader = PdfFileReader(io.BytesIO(waiting.pdf))
    written = reader.root["/AcroForm"]["/Fields"][0]["/V"]["/M"]
    assert written == "D:20210202093000+07'00'"


def test_reason_and_place_are_written_when_given(trust: Authority):
    waiting = ready(trust, reason="Ban hành", place="Bắc Hồng")
    done = finish(waiting, trust.person("chairman").signature(waiting.to_sign), at=TODAY)
    signature = PdfFileReader(io.BytesIO(done.pdf)).embedded_signatures[0].sig_object
    assert (signature["/Reason"], signature["/Location"]) == ("Ban hành", "Bắc Hồng")


@pytest.mark.parametrize("who", ["chairman", "rsa"])
def test_elliptic_and_rsa_keys(trust: Authority, who: str):
    done = signed(draft(), who, PERSON, trust=trust)
    one = PdfFileReader(io.BytesIO(done.pdf)).embedded_signatures[0]
    assert validate_pdf_signature(one, context(trust, who)).bottom_line


def test_a_signature_of_another_key_or_of_other_bytes_is_refused(trust: Authority):
    waiting = ready(trust)
    for wrong in (
        trust.person("vice").signature(waiting.to_sign),
        trust.person("chairman").signature(waiting.to_sign + b" "),
        trust.person("rsa").signature(waiting.to_sign),
        b"",
        b"\x30\x00",
    ):
        with pytest.raises(SignatureNotOfThis):
            finish(waiting, wrong, at=TODAY)


@pytest.mark.parametrize(
    ("who", "refused"),
    [
        ("expired", CertificateExpired),
        ("future", CertificateNotYet),
        ("encrypting", CertificateNotForSigning),
    ],
)
def test_certificates_that_may_not_sign_today(trust: Authority, who: str, refused: type):
    with pytest.raises(refused, match="Người"):
        ready(trust, who)


def test_the_day_a_certificate_ended_is_named(trust: Authority):
    with pytest.raises(CertificateExpired) as refused:
        ready(trust, "expired")
    assert "31/12/2020" in refused.value.sentence


@pytest.mark.parametrize(
    "der", [b"", b"\x30\x03abc", b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"]
)
def test_what_is_no_certificate(der: bytes):
    with pytest.raises(CertificateUnreadable):
        prepare(draft(), PERSON, certificate=Certificate(der), at=TODAY)


def test_a_field_that_is_not_there_or_is_signed(trust: Authority):
    done = signed(draft(), "chairman", PERSON, trust=trust)
    with pytest.raises(FieldTaken, match="person"):
        prepare(done.pdf, PERSON, certificate=certificate(trust, "vice"), at=TODAY)
    with pytest.raises(FieldMissing, match="duyet"):
        ready(trust, field="duyet")


@pytest.mark.parametrize("field", [NUMBER, DAY, MONTH, SEAL])
def test_the_agency_waits_for_the_person(trust: Authority, field: str):
    with pytest.raises(PersonFirst):
        ready(trust, "agency", field)


def test_the_seal_waits_for_number_and_date(trust: Authority):
    done = signed(draft(), "chairman", PERSON, trust=trust)
    with pytest.raises(SealLast, match="số văn bản"):
        prepare(done.pdf, SEAL, certificate=certificate(trust, "agency"), at=TODAY)
    assert fields_of(done.pdf) == dict.fromkeys(FIELDS, False) | {PERSON: True}


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", draft()[:2000]])
def test_a_broken_pdf_is_a_sentence(trust: Authority, data: bytes):
    with pytest.raises(PdfNotSignable):
        prepare(data, PERSON, certificate=certificate(trust, "chairman"), at=TODAY)


def test_a_pdf_that_its_author_closed_is_not_signed(trust: Authority):
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    person = trust.person("chairman")
    meta = signers.PdfSignatureMetadata(
        field_name=PERSON, certify=True, docmdp_permissions=fields.MDPPerm.NO_CHANGES
    )
    signer = signers.SimpleSigner(person.asn1, person.asn1_key, None)
    closed = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(draft())), meta, signer).getvalue()
    with pytest.raises(PdfNotSignable):
        prepare(closed, NUMBER, certificate=certificate(trust, "agency"), at=TODAY)


@pytest.mark.parametrize("appearance", [b"png", blank(), words("ky")[:200]])
def test_an_appearance_that_is_no_drawn_page(trust: Authority, appearance: bytes):
    with pytest.raises(AppearanceUnreadable):
        ready(trust, appearance=appearance)


def test_the_appearance_keeps_its_real_size(trust: Authority):
    done = signed(draft(), "chairman", PERSON, trust=trust, shows="ky")
    page = PdfReader(io.BytesIO(done.pdf)).pages[0]
    person = next(one.get_object() for one in page["/Annots"] if one.get_object()["/T"] == PERSON)
    assert (
        b"q /BackgroundGS gs 1 0 0 1 60 22 cm" in person["/AP"]["/N"].get_data()
    )  # in the middle of 150 x 60
