"""Files that are kept as proof: what they say and nothing else, looked at in a process of their own."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.exchange import making

from chuan.exchange import archives
from chuan.exchange.apart import run_apart
from chuan.exchange.kinds import tell
from chuan.exchange.limits import DEFAULT
from chuan.exchange.scans.rendering import grey_png
from chuan.rules.refusals import FileBomb, FileEncrypted, FileKindUnknown, FileUnreadable, Refused
from chuan.rules.refusals.scans import PictureTooLarge
from chuan.rules.refusals.uploads import FileHasProgramme, FileHoldsAnother

PDF = making.pdf_of("Báo cáo 45/BC-UBND")
PNG = grey_png(b"\x00\x80\x80" * 2, 2, 2, 72)
JPEG = b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x02\x00\x02\x01\x00\x00\x00\xff\xd9"
DOCX = making.bare_docx(making.paragraph("x"))
BODY = b"<w:document/>"


def zip_of(**parts: bytes) -> bytes:
    return making.zipped(**{"word/document.xml": BODY, **parts})


def broken_part() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", b"x" * 100)
    return out.getvalue().replace(b"x" * 100, b"y" * 100)


@pytest.mark.parametrize("data", [PDF, PNG, JPEG, DOCX, JPEG + b"\x00SEFT camera's own words"])
def test_files_that_are_what_they_say_are_taken(data: bytes):
    assert run_apart("inspect", data, name="", limits=DEFAULT)["media_type"]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (PDF + making.zipped(a=b"x"), FileHoldsAnother),
        (b"GIF89a" + PDF, FileHoldsAnother),
        (PNG + making.zipped(a=b"x"), FileHoldsAnother),
        (PNG + b"<HTML><script>alert(1)</script>", FileHoldsAnother),
        (JPEG + b"xx<svg onload=alert(1)>", FileHoldsAnother),
        (PNG[:-12], FileUnreadable),
        (PNG[:16] + b"\x00\x00\x4e\x20\x00\x00\x4e\x20" + PNG[24:], PictureTooLarge),
        (zip_of(**{"word/vbaProject.bin": b"x"}), FileHasProgramme),
        (zip_of(**{"word/embeddings/run.exe": b"MZ"}), FileHasProgramme),
        (zip_of(**{"word/embeddings/inside.zip": b"PK"}), FileHoldsAnother),
        (b"junk" + DOCX, FileKindUnknown),
        (broken_part(), FileUnreadable),
        (zip_of(**{"x.xml": b"\x00" * 30_000_000}), FileBomb),
        (making.locked_pdf(PDF, to_open="x"), FileEncrypted),
        (b"%PDF-1.7 broken", FileUnreadable),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", FileKindUnknown),
        (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", FileKindUnknown),
    ],
)  # fmt: skip
def test_files_that_are_more_or_less_than_they_say_are_refused(data: bytes, refusal: type[Refused]):
    with pytest.raises(refusal) as caught:
        run_apart("inspect", data, name="a", limits=DEFAULT)
    assert caught.value.sentence.endswith(".")


def test_a_pdf_that_is_an_archive_too_is_read_at_no_door():
    with pytest.raises(FileHoldsAnother):
        tell(PDF + making.zipped(a=b"x"), name="a.pdf", limits=DEFAULT)


def test_an_archive_carried_inside_a_pdf_is_no_second_file():
    assert not archives.is_also_zip(PDF + making.zipped(a=b"x") + b"\nendstream\nstartxref\n0\n%%EOF")
    assert archives.is_also_zip(DOCX)
    assert not archives.is_also_zip(b"PK\x05\x06")
