"""Signed PDFs of the invented outgoing documents, as a document system gives them back: two signatures each.

Among them the traps: one that bears only the picture of a signature, one without the agency's, one changed after.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import typst
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from chuan.demo_exports.authority import Authority, Credential
from chuan.demo_exports.papers_invented import Paper, outgoing
from chuan.paper.fonts import typefaces

FOLDER = "van-ban/da-ky"
PICTURE, UNSEALED, CHANGED = 7, 11, 13
"""Which papers, counted from 1, are the traps."""
_PLACES = {"person": (330, 260, 520, 330), "seal": (210, 250, 310, 350)}
_PAGE = """
#set page(paper: "a4", margin: (left: 3cm, right: 1.5cm, y: 2cm))
#set text(font: "Tinos", size: 13pt, lang: "vi")
#grid(columns: (2fr, 3fr), align: center,
  [UBND THỊ XÃ HỒNG LĨNH \\ *ỦY BAN NHÂN DÂN* \\ *PHƯỜNG BẮC HỒNG* \\ #v(2pt) Số: #sys.inputs.number],
  [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\ #v(2pt) #emph(sys.inputs.dated)])
#v(1cm)
#align(center)[*#upper(sys.inputs.name)* \\ *#sys.inputs.subject*]
#v(1cm)
Tài liệu minh họa: không có người, số hay việc nào là thật.
#v(5cm)
#align(right)[*CHỦ TỊCH* \\ #v(2cm) *#sys.inputs.signer*]
"""


def signed(papers: Iterable[Paper], *, by: Authority, traps: bool = True) -> Iterator[tuple[str, bytes]]:
    """(file name, PDF) of each paper, signed by its signer and then by the agency."""
    for n, paper in enumerate(papers, start=1):
        trap = n if traps else 0
        yield file_name(paper), _signed(paper, trap, by)


def file_name(paper: Paper) -> str:
    """As the document system names it: "12_BC-UBND_05-03-2021.pdf"."""
    return f"{paper.full_number.replace('/', '_')}_{paper.issued:%d-%m-%Y}.pdf"


def page_of(paper: Paper) -> bytes:
    """The paper typeset on one page, unsigned."""
    day = paper.issued
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    dated = f"Bắc Hồng, ngày {day.day:02d} tháng {month} năm {day.year}"
    done = _compiler().compile(
        _PAGE.encode(),
        format="pdf",
        sys_inputs={
            "number": paper.full_number, "dated": dated, "name": paper.name, "subject": paper.subject,
            "signer": paper.signer,
        },
    )  # fmt: skip
    assert isinstance(done, bytes)
    return done


def _signed(paper: Paper, trap: int, by: Authority) -> bytes:
    data = page_of(paper)
    if trap == PICTURE:
        return data
    data = sign(data, by.person(paper.signer), "person", by)
    if trap != UNSEALED:
        data = sign(data, by.agency, "seal", by)
    if trap == CHANGED:
        at = data.index(b"stream") + 12
        data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    return data


def sign(pdf: bytes, who: Credential, place: str, by: Authority) -> bytes:
    """The PDF with one more signature (PAdES B-B)."""
    above = SimpleCertificateStore()
    above.register_multiple([asn1_x509.Certificate.load(by.root.der)])
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(who.der), signing_key=asn1_keys.PrivateKeyInfo.load(who.key_der),
        cert_registry=above,
    )  # fmt: skip
    meta = signers.PdfSignatureMetadata(
        field_name=place, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
    )
    spec = fields.SigFieldSpec(place, box=_PLACES[place])
    stamp = TextStampStyle(stamp_text="(minh hoa)", timestamp_format="")
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    done = signers.PdfSigner(meta, signer, stamp_style=stamp, new_field_spec=spec).sign_pdf(writer)
    return bytes(done.getvalue())


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=typefaces(), ignore_system_fonts=True)


def write(folder: Path, *, count: int = 30) -> list[Path]:
    """Write so many signed papers, and the root and list by which they can be verified; returns the paths.

    The keys are made anew each time and never kept, so the files differ from run to run.
    """
    by, into = Authority(), folder / FOLDER
    into.mkdir(parents=True, exist_ok=True)
    papers = [one for one in outgoing() if one.kind != "secret" and one.form == "Văn bản điện tử"][:count]
    trust = (("chung-thu-goc-minh-hoa.cer", by.root.der), ("thu-hoi-minh-hoa.crl", by.revoked()))
    written = []
    for path, data in (*((into / name, data) for name, data in signed(papers, by=by)),
                       *((into.parent / name, data) for name, data in trust)):  # fmt: skip
        path.write_bytes(data)
        written.append(path)
    return written
