"""A PDF signed with another program: the very file that was given out, with more at its end."""

from __future__ import annotations

import io

import pytest
from django.utils import timezone
from pypdf import PdfWriter

from chuan.documents.actions.outgoing import seal_uploaded, sign_uploaded
from chuan.documents.models import Document
from chuan.documents.signing.refusals import NoFileToSign, NotExtended
from chuan.exchange.signing import BEFORE_SEAL, PERSON, SEAL
from tests.people import Ward
from tests.signing.authority import Authority
from tests.signing.draft import draft, signed
from tests.signing.office import Office, settle
from tests.signing.signed import blank

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(ward: Ward, trust: Authority) -> Office:
    return settle(ward, trust)


def test_the_file_given_out_and_signed_elsewhere_is_taken(office: Office):
    document = office.waiting()
    data = signed(draft(), "chairman", PERSON, trust=office.trust).pdf
    sign_uploaded(document, data, "da-ky.pdf", by=office.chairman, at=timezone.now())
    document.refresh_from_db()
    assert (document.stage, document.blob.size) == ("signed", len(data))


def test_so_is_the_seal(office: Office):
    done = signed(draft(), "chairman", PERSON, trust=office.trust).pdf
    document = office.numbered(done)
    for field in (*BEFORE_SEAL, SEAL):
        done = signed(done, "agency", field, trust=office.trust, shows="02").pdf
    seal_uploaded(document, done, "da-ky.pdf", by=office.clerk, at=timezone.now())
    document.refresh_from_db()
    assert document.stage == "sealed"


def _saved_anew(pdf: bytes) -> bytes:
    writer, out = PdfWriter(clone_from=io.BytesIO(pdf)), io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (draft(), "chưa có gì được ký thêm"),
        (draft()[:-10], "thiếu phần cuối"),
        (_saved_anew(draft()), "đã được lưu lại bằng chương trình khác"),
        (blank(3), "có 3 trang, tệp lấy từ đây có 1 trang"),
        (b"khong phai pdf", "không phải PDF đọc được"),
    ],
)
def test_what_differs_is_said(office: Office, data: bytes, said: str):
    document = office.waiting()
    with pytest.raises(NotExtended, match=said):
        sign_uploaded(document, data, "x.pdf", by=office.chairman, at=timezone.now())
    document.refresh_from_db()
    assert document.stage == "to_sign"


def test_without_a_file_given_out_there_is_nothing_to_compare(office: Office):
    document = office.waiting()
    Document.objects.filter(pk=document.pk).update(blob=None)
    document.refresh_from_db()
    with pytest.raises(NoFileToSign):
        sign_uploaded(document, draft(), "x.pdf", by=office.chairman, at=timezone.now())
