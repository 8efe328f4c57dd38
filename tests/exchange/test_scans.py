"""Pictures of pages are read by the real tesseract: letters, places, which way up."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange import making, scanning

from chuan.exchange import scans
from chuan.exchange.limits import DEFAULT
from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import read_decision
from chuan.rules.refusals import FileEncrypted, FileTooBig
from chuan.rules.refusals.scans import ScanWithoutLetters


@pytest.fixture(autouse=True)
def tesseract() -> None:
    scanning.need_tesseract()


def test_a_page_upside_down_beside_a_page_with_letters_is_read_in_its_place(tmp_path: Path):
    page = scanning.dirty(scanning.drawn(scanning.DECISION), lean=12)
    data = scanning.pdf_of_pictures(tmp_path, page, "Phụ lục: chữ thật của trang hai, " * 4, turn=180)
    told: list[tuple[int, int]] = []
    paper = scans.extract(data, name="quet.pdf", told=lambda done, of: told.append((done, of)))
    reading = read_decision(paper.text, lexicon=reader_lexicon())
    assert reading.number is not None
    assert (reading.number.value, reading.symbol.value) == ("148", "QĐ-UBND")
    assert str(reading.date.value) == "2021-02-19"
    assert paper.text.index("Điều 1") < paper.text.index("Phụ lục: chữ thật")
    assert ("read_from_picture" in paper.notes, told) == (True, [(1, 1)])
    (seen,) = paper.seen_pages
    assert (seen.number, seen.turns) == (1, 2)
    (number,) = [one for one in paper.seen_words if "148" in paper.text[one.start : one.end]]
    assert number.box[1] > seen.height / 2  # the head of a page upside down lies below
    assert [paper.text[one.start : one.end] for one in paper.blocks][-2].startswith("Phụ lục: chữ thật")


def test_a_tiff_of_two_pages_is_read_page_by_page_and_shown_as_our_own_picture():
    short = '#set page(width: 9cm, height: 4cm, margin: 5mm)\n#set text(size: 14pt, font: "Tinos")\n'
    first, second = (scanning.drawn(f"{short} Kính gửi tổ dân phố {word}") for word in ("một", "hai"))
    data = scanning.tiff(first, second)
    paper = scans.extract(data, name="quet.tif")
    assert [one.number for one in paper.seen_pages] == [1, 2]
    assert (paper.pages, paper.media_type, paper.text.count("tổ dân phố")) == (2, "image/tiff", 2)
    shown = scans.page_picture(data, name="quet.tif", page=2, width=300)
    assert scanning.dots_of(shown)[0] == 300


def test_a_blank_page_says_that_no_letter_was_seen():
    blank = scanning.drawn("#set page(width: 5cm, height: 5cm)\n#box()")
    with pytest.raises(ScanWithoutLetters, match="300 dpi"):
        scans.extract(blank, name="trang.png")


def test_papers_with_letters_are_read_as_always():
    data = making.pdf_of("Quyết định có chữ thật, không cần đọc ảnh.")
    assert scans.pages_to_read(data, name="a.pdf") == 0
    assert scans.extract(data, name="a.pdf").seen_pages == ()
    assert scans.extract(b"Quy\xe1\xba\xbft", name="a.txt").text == "Quyết"
    with pytest.raises(FileEncrypted):
        scans.extract(making.locked_pdf(making.scanned_pdf(), to_open="x"), name="a.pdf")
    with pytest.raises(FileTooBig):
        scans.extract(b"x" * (DEFAULT.file_bytes + 1), name="a.png")
