"""Papers and signatures as other programs make them: nothing of this is wrong, so all of it passes."""

from __future__ import annotations

import io

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from chuan.exchange.signatures import Trust, Verdict
from tests.signatures.conftest import Check
from tests.signatures.papers import paper
from tests.signing.authority import Authority
from tests.signing.draft import draft
from tests.signing.signed import context, sign

SEAL = {"field": "seal", "box": (200, 100, 300, 200)}


def with_stream_references() -> bytes:
    """Cross-references as a stream, as modern programs write them."""
    writer, out = copy_into_new_writer(PdfFileReader(io.BytesIO(paper()))), io.BytesIO()
    writer.stream_xrefs = True
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("make", [with_stream_references, draft])
def test_two_signatures_with_evidence(checked: Check, authority: Authority, make):
    data = sign(make(), trust=authority, field="một", level="B-LT")
    found = checked(sign(data, "agency", trust=authority, level="B-LTA", **SEAL))
    assert found.verdict == Verdict.PASSED
    assert found.signatures[0].field == "một"


def test_evidence_inside_the_signature_as_an_older_product_puts_it(checked: Check, authority: Authority):
    person, above = authority.person("chairman"), SimpleCertificateStore()
    above.register(authority.issuing.asn1)
    signer = signers.SimpleSigner(signing_cert=person.asn1, signing_key=person.asn1_key, cert_registry=above)
    meta = signers.PdfSignatureMetadata(
        field_name="person", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        embed_validation_info=True, validation_context=context(authority, "chairman"),
    )  # fmt: skip
    data = signers.PdfSigner(meta, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(paper()))).getvalue()
    found = checked(data, trust=Trust(anchors=(authority.root.der,)))
    assert found.verdict == Verdict.PASSED
    assert found.signatures[0].level == ""


def test_a_draft_of_five_empty_fields_is_unsigned_and_says_which(checked: Check):
    found = checked(draft())
    assert found.verdict == Verdict.FAILED
    assert len(found.empty_fields) == 5


def test_a_signed_paper_whose_other_places_wait_names_them(checked: Check, authority: Authority):
    found = checked(sign(draft(), trust=authority, field="một"))
    assert found.verdict == Verdict.PASSED
    assert len(found.empty_fields) == 5
