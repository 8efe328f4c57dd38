"""Small PDFs signed by people of the test authority, with pyHanko alone: nothing of the product is used."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfWriter

from tests.signing.authority import Authority
from tests.signing.responders import time_stamper

LEVELS = ("B-B", "B-T", "B-LT", "B-LTA")


def blank(pages: int = 1) -> bytes:
    """A4 pages with nothing on them."""
    writer, out = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(595.28, 841.89)
    writer.write(out)
    return out.getvalue()


def sign(
    pdf: bytes, who: str = "chairman", *, trust: Authority, field: str = "person", level: str = "B-B",
    box: Sequence[int] | None = (300, 100, 500, 180), reason: str = "", certify: bool = False,
    chain: bool = True,
) -> bytes:  # fmt: skip
    """``pdf`` signed by ``who`` in ``field`` (made when missing; ``box=None``: invisible), at the authority's clock.

    ``level`` is B-B, B-T, B-LT or B-LTA; the higher two embed revocation of every chain. Without
    ``chain`` the certificate stands alone in the signature.
    """
    person, rank = trust.person(who), LEVELS.index(level)
    above = SimpleCertificateStore()
    above.register_multiple([trust.issuing.asn1] if chain else [])
    signer = signers.SimpleSigner(signing_cert=person.asn1, signing_key=person.asn1_key, cert_registry=above)
    meta = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES,
        reason=reason or None, certify=certify,
        embed_validation_info=rank >= 2, use_pades_lta=rank >= 3,
        validation_context=context(trust, who) if rank >= 2 else None,
    )  # fmt: skip
    spec = fields.SigFieldSpec(field, box=tuple(box) if box else None)
    pdf_signer = signers.PdfSigner(
        meta, signer, timestamper=time_stamper(trust) if rank else None, new_field_spec=spec
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return pdf_signer.sign_pdf(writer).getvalue()


def context(trust: Authority, *people: str) -> ValidationContext:
    """What a validator knows offline: the root, the intermediates, fresh revocation of everybody named."""
    return ValidationContext(
        trust_roots=[trust.root.asn1],
        other_certs=[trust.issuing.asn1, trust.time.asn1],
        crls=trust.crls(),
        ocsps=trust.ocsps(*people),
        revocation_mode="require",
        allow_fetching=False,
    )
