"""Small PDFs that are laid on a page: transparent, of the given size, their letters inside."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, datetime

import pypdfium2
import pytest

from chuan.paper import appearances
from tests.paper.samples import page_texts, reader


def a_png(width: int = 8, height: int = 4) -> bytes:
    """A blue picture whose left half can be seen through."""
    row = b"\0" + b"".join(bytes((0, 0, 255, 0 if x < width / 2 else 255)) for x in range(width))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )


def pixel(pdf: bytes, x: float, y: float) -> tuple[int, ...]:
    """Blue, green, red, opacity at a share of the width and height, on a page filled with nothing."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[0].render(scale=2, fill_color=(0, 0, 0, 0), force_bitmap_format=4)
        at = int(y * (bitmap.height - 1)) * bitmap.stride + int(x * (bitmap.width - 1)) * 4
        return tuple(bytes(bitmap.buffer)[at : at + 4])


def size_of(pdf: bytes) -> tuple[float, float]:
    (page,) = reader(pdf).pages
    return float(page.mediabox.width), float(page.mediabox.height)


def edges_of(pdf: bytes) -> tuple[float, float]:
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def test_words_stand_in_a_page_of_the_given_size_with_nothing_behind() -> None:
    pdf = appearances.text("1234", 36, 14.4, 13)
    assert size_of(pdf) == pytest.approx((36, 14.4), abs=0.01)
    assert page_texts(pdf) == ["1234"]
    assert pixel(pdf, 0, 0)[3] == 0


@pytest.mark.parametrize(("side", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_words_stand_at_the_side_asked_for(side: str, share: float) -> None:
    left, right = edges_of(appearances.text("12", 100, 15, 13, align=side))  # type: ignore[arg-type]
    assert left == pytest.approx((100 - 13) * share, abs=1.5)
    assert right == pytest.approx(13 + (100 - 13) * share, abs=1.5)


def test_words_too_long_are_made_smaller_and_stay_inside() -> None:
    left, right = edges_of(appearances.text("123456789012345", 36, 14.4, 13))
    assert left >= -0.5
    assert right <= 36.5


@pytest.mark.parametrize(
    ("bold", "italic", "name"),
    [
        (False, False, "Tinos"),
        (True, False, "Tinos-Bold"),
        (False, True, "Tinos-Italic"),
        (True, True, "Tinos-BoldItalic"),
    ],
)
def test_letters_are_inside_the_file(bold: bool, italic: bool, name: str) -> None:
    (page,) = reader(appearances.text("Năm", 50, 15, 13, bold, italic=italic)).pages
    (font,) = page["/Resources"]["/Font"].values()
    told = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
    assert told["/FontName"].split("+")[1] == name
    assert "/FontFile2" in told or "/FontFile3" in told


def test_markup_in_words_is_printed_letter_for_letter() -> None:
    assert page_texts(appearances.text('#panic("a") $x$', 300, 15, 12)) == ['#panic("a") $x$']


def test_no_words_are_an_empty_page() -> None:
    assert size_of(appearances.text("", 30, 10, 13)) == pytest.approx((30, 10), abs=0.01)


def test_a_picture_keeps_its_colour_and_what_can_be_seen_through() -> None:
    pdf = appearances.image(a_png(), 80, 40)
    assert size_of(pdf) == pytest.approx((80, 40), abs=0.01)
    assert pixel(pdf, 0.2, 0.5)[3] == 0
    assert pixel(pdf, 0.8, 0.5) == (255, 0, 0, 255)


def test_a_picture_is_never_stretched() -> None:
    pdf = appearances.image(a_png(), 80, 80)
    assert pixel(pdf, 0.8, 0.1)[3] == 0
    assert pixel(pdf, 0.8, 0.5)[3] == 255


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", a_png()[:20]])
def test_bytes_that_are_no_picture_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no picture"):
        appearances.image(data, 10, 10)


def test_a_stamp_is_as_small_as_its_lines() -> None:
    """III.1d: number and symbol; time of signing, size 10."""
    at = appearances.signing_time(datetime(2021, 2, 19, 7, 5, 9, tzinfo=UTC))
    pdf = appearances.copy_stamp("12/QĐ-UBND", at, "")
    assert page_texts(pdf)[0].split("\n") == ["12/QĐ-UBND", "19-02-2021; 14:05:09; +07:00"]
    width, height = size_of(pdf)
    assert 100 < width < 140
    assert 20 < height < 30


def test_the_time_of_signing_is_vietnams_and_says_so() -> None:
    """T-15: never "Z", never the server's zone."""
    assert (
        appearances.signing_time(datetime(2021, 12, 31, 17, 0, tzinfo=UTC)) == "01-01-2022; 00:00:00; +07:00"
    )
    with pytest.raises(ValueError, match="zone"):
        appearances.signing_time(datetime(2021, 1, 1))


def test_the_same_words_give_the_same_bytes() -> None:
    assert appearances.text("12", 36, 14, 13) == appearances.text("12", 36, 14, 13)
