"""Files that are not covered are refused with a sentence, and quickly."""

from __future__ import annotations

import io
import time

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject
from tests.exchange import making
from tests.exchange.redacting import papers
from tests.exchange.redacting.papers import redact_here

from chuan.exchange import redacting
from chuan.exchange.limits import Limits
from chuan.exchange.redacting import Area, copying
from chuan.rules.refusals import FileEmpty, FileEncrypted, FileTooBig, FileUnreadable, Refused
from chuan.rules.refusals.redacting import (
    AreaPageMissing,
    CopyTooBig,
    TooLongToCover,
    TooSlowToCover,
)
from chuan.rules.refusals.scans import PictureTooLarge

AREA = Area(1, (0.1, 0.1, 0.3, 0.2))


def with_picture(width: int, height: int) -> bytes:
    """A page that says of its only picture that it is so large."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(papers.drawing(b"q 500 0 0 500 0 0 cm /I Do Q"))))
    entries = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Image")}
    entries |= {"Width": NumberObject(width), "Height": NumberObject(height)}
    entries |= {"BitsPerComponent": NumberObject(8), "ColorSpace": NameObject("/DeviceGray")}
    picture = writer._add_object(papers.stream(bytes(100), **entries).flate_encode())
    objects = DictionaryObject({NameObject("/I"): picture})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    return papers.written(writer)


def many_pages(count: int) -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    return papers.written(writer)


PLAIN = papers.drawing(papers.blocks())


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (making.locked_pdf(PLAIN, to_open="mật"), FileEncrypted),
        (b"%PDF-1.7 broken", FileUnreadable),
        (b"not a paper at all", FileUnreadable),
        (with_picture(60_000, 60_000), PictureTooLarge),
        (papers.png(0, [b"\x80"] * 3, 1)[:16] + b"\x00\x00\xff\xff" * 2 + bytes(50), PictureTooLarge),
        (many_pages(31), TooLongToCover),
        (papers.drawing(b"", size=(0.001, 14_000_000)), FileUnreadable),
    ],
    ids=["password", "broken", "no paper", "bomb in a PDF", "bomb of a PNG", "31 pages", "a hair"],
)
def test_a_file_that_cannot_be_covered_is_refused(data: bytes, refusal: type[Refused]):
    began = time.monotonic()
    with pytest.raises(refusal) as caught:
        redact_here(data, AREA)
    assert caught.value.sentence.endswith(".")
    assert time.monotonic() - began < 2


def test_an_area_on_a_page_that_is_not_there_is_refused():
    with pytest.raises(AreaPageMissing, match="trang 7 mà tệp chỉ có 1 trang"):
        redact_here(PLAIN, AREA, Area(7, AREA.box))


def test_a_paper_locked_against_printing_only_is_covered():
    assert redact_here(making.locked_pdf(PLAIN), AREA).pages == 1


def test_a_page_miles_wide_is_drawn_coarser():
    copy = redact_here(papers.drawing(papers.blocks(14_000, 14_000), size=(14_000, 14_000)), AREA)
    assert len(copy.pdf) < 1_000_000


def test_a_copy_too_heavy_to_keep_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(copying, "MOST_WRITTEN", 1_000)
    with pytest.raises(CopyTooBig, match="ít trang hơn"):
        redact_here(PLAIN, AREA)


def test_nothing_is_started_for_an_empty_or_a_far_too_big_file():
    with pytest.raises(FileEmpty):
        redacting.redact(b"", [AREA], name="a")
    with pytest.raises(FileTooBig):
        redacting.redact(PLAIN, [AREA], name="a", limits=Limits(file_bytes=10))


def test_a_file_that_never_ends_is_given_up_in_its_process():
    endless = papers.drawing(b"0 0 m 595 842 l S " * 900_000)
    with pytest.raises(TooSlowToCover, match="chưa có bản che nào"):
        redacting.redact(endless, [AREA], name="a", limits=Limits(seconds=1))


def test_refusals_of_the_process_come_back_with_the_given_name():
    with pytest.raises(PictureTooLarge, match="“TC-07”"):
        redacting.redact(with_picture(60_000, 60_000), [AREA], name="TC-07")
    with pytest.raises(AreaPageMissing):
        redacting.page_to_mark(PLAIN, name="a", page=2)
