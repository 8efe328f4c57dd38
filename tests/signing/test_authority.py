"""The test authority itself: what others build upon."""

from __future__ import annotations

import io
import urllib.request

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature

from tests.signing.authority import Authority
from tests.signing.signed import LEVELS, blank, context, sign


@pytest.mark.parametrize("level", LEVELS)
def test_a_signature_of_every_level_is_trusted(trust: Authority, level: str):
    signed = sign(blank(), trust=trust, level=level)
    embedded = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0]
    status = validate_pdf_signature(embedded, context(trust, "chairman"))
    assert status.bottom_line


def test_the_person_and_then_the_agency(trust: Authority):
    signed = sign(sign(blank(), trust=trust), "agency", trust=trust, field="seal", box=(200, 100, 300, 200))
    reader = PdfFileReader(io.BytesIO(signed))
    assert [one.field_name for one in reader.embedded_signatures] == ["person", "seal"]


def test_somebody_revoked_is_not_trusted(trust: Authority):
    signed = sign(blank(), "revoked", trust=trust)
    embedded = PdfFileReader(io.BytesIO(signed)).embedded_signatures[0]
    assert not validate_pdf_signature(embedded, context(trust, "revoked")).trusted


def test_the_server_answers_and_stops_answering(trust: Authority):
    url = f"{trust.url}/crl/root.crl"
    with urllib.request.urlopen(url) as answer:
        assert answer.read()[:1] == b"\x30"
    trust.down.add("crl")
    with pytest.raises(OSError, match="503"):
        urllib.request.urlopen(url)
