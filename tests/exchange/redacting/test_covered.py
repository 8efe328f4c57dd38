"""What was covered is nowhere in the copy; what stood beside it is still readable."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject
from tests.exchange import making
from tests.exchange.redacting import papers
from tests.exchange.redacting.papers import NEIGHBOUR, SECRET, redact_here, to_mark_here

from chuan.exchange import redacting
from chuan.exchange.redacting import Area, Widened

SHOWN = Area(1, (0.15, 0.14, 0.5, 0.18))
FIELD = Area(1, (100 / 595, 1 - 170 / 842, 300 / 595, 1 - 150 / 842))
"""Where ``planted`` shows the name: a line, and the field of a form. Everywhere else it is hidden."""


def test_a_name_planted_everywhere_is_nowhere_in_the_copy():
    original = papers.planted()
    assert papers.times_told(original) > 20
    copy = redact_here(original, SHOWN, FIELD)
    assert papers.times_told(copy.pdf) == 0
    assert papers.words_of(copy.pdf) == ""


def test_the_copy_holds_pictures_and_nothing_else():
    copy = redact_here(papers.planted(), SHOWN)
    reader = PdfReader(io.BytesIO(copy.pdf))
    assert (reader.metadata, reader.attachments, reader.outline, reader.get_fields()) == (None, {}, [], None)
    assert set(reader.trailer) == {"/Size", "/Root"}
    assert set(reader.root_object) == {"/Type", "/Pages"}
    assert set(reader.pages[0]) == {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
    assert set(reader.pages[0]["/Resources"]) == {"/XObject"}
    assert (copy.pdf.count(b"%%EOF"), copy.pdf.count(b"startxref")) == (1, 1)


def test_every_dot_of_the_area_is_black_and_every_other_dot_as_it_was():
    original = making.pdf_of(
        "#set page(width: 9cm, height: 9cm)\n" + "Kính gửi phường: tôi là Xuyến, tổ 5. " * 9
    )
    area = Area(1, (0.4, 0.4, 0.6, 0.5))
    width, height, before = to_mark_here(original)
    *size, after = papers.dots_in(redact_here(original, area).pdf)
    assert size == [width, height]
    points = (9 / 2.54 * 72, 9 / 2.54 * 72)
    left, top, right, bottom = redacting.areas.on_dots(area, (width, height), points)
    expected = bytearray(before)
    for row in range(top * width, bottom * width, width):
        expected[row + left : row + right] = bytes(right - left)
    assert after == bytes(expected)
    assert len(set(before)) > 2


def test_the_same_input_gives_the_same_bytes_and_areas_may_overlap_in_any_order():
    original, other = papers.planted(), Area(1, (0.3, 0.1, 0.6, 0.2))
    assert redact_here(original, SHOWN, other) == redact_here(original, other, SHOWN)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "frame",
    [(0, 0, 300, 420), (100, 200, 350, 500), (150, 250, 500, 700)],
    ids=["all", "cut", "past its paper"],
)
def test_what_is_marked_on_the_picture_is_what_is_covered_however_the_page_is_turned_and_cut(rotate, frame):
    left, low, right, high = frame
    page = (right, high) if frame[:2] == (0, 0) else (400, 600)
    content = papers.blocks(right - left, high - low, left, low)
    original = papers.drawing(content, size=page, rotate=rotate, crop=frame)
    box = papers.box_of(SECRET, *to_mark_here(original))
    _, _, after = to_mark_here(redact_here(original, Area(1, box)).pdf)
    assert papers.step(SECRET) not in papers.greys(after)
    assert papers.step(NEIGHBOUR) in papers.greys(after)


def test_what_lies_outside_the_pages_frame_is_not_in_the_copy():
    original = papers.drawing(papers.blocks() + papers.text(papers.NAME), crop=(300, 100, 595, 400))
    copy = redact_here(original, none_needed=True)
    _, _, dots = to_mark_here(copy.pdf)
    assert papers.step(SECRET) not in papers.greys(dots)
    assert papers.step(NEIGHBOUR) in papers.greys(dots)
    assert PdfReader(io.BytesIO(copy.pdf)).pages[0].mediabox[2:] == [295, 300]


def test_pages_of_different_size_keep_theirs_and_only_the_marked_one_is_covered():
    writer = PdfWriter()
    for size in ((210, 297), (297, 210), (105, 148)):
        writer.append(io.BytesIO(papers.drawing(papers.blocks(*size), size=size)))
    original = papers.written(writer)
    copy = redact_here(original, Area(2, papers.box_of(SECRET, *to_mark_here(original, 2))))
    shown = [papers.greys(to_mark_here(copy.pdf, page)[2]) for page in (1, 2, 3)]
    assert [papers.step(SECRET) in each for each in shown] == [True, False, True]
    sizes = [tuple(page.mediabox[2:]) for page in PdfReader(io.BytesIO(copy.pdf)).pages]
    assert (sizes, copy.pages) == ([(210, 297), (297, 210), (105, 148)], 3)


def test_letters_inside_a_nested_form_are_covered_as_any():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(papers.drawing(b"/Outer Do"))))
    page = writer.pages[0]
    frame = ArrayObject(NumberObject(each) for each in (0, 0, 595, 842))
    form = {"Type": NameObject("/XObject"), "Subtype": NameObject("/Form"), "BBox": frame}
    inner = papers.stream(
        papers.blocks() + papers.text(papers.NAME, at=(150, 620)), Resources=page["/Resources"], **form
    )
    objects = DictionaryObject({NameObject("/Inner"): writer._add_object(inner)})
    resources = DictionaryObject({NameObject("/XObject"): objects})
    outer = writer._add_object(papers.stream(b"q 1 0 0 1 0 0 cm /Inner Do Q", Resources=resources, **form))
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/Outer"): outer})}
    )
    original = papers.written(writer)
    assert papers.times_told(original)
    copy = redact_here(original, Area(1, papers.box_of(SECRET, *to_mark_here(original))))
    assert papers.times_told(copy.pdf) == 0
    assert papers.step(SECRET) not in papers.greys(to_mark_here(copy.pdf)[2])


def test_the_value_of_a_field_is_seen_by_who_marks_and_covered():
    shown = to_mark_here(papers.planted())
    covered = papers.dots_in(redact_here(papers.planted(), FIELD).pdf)
    inside = [papers.cut_out(FIELD.box, *each) for each in (shown, covered)]
    assert len(papers.greys(inside[0])) > 2
    assert papers.greys(inside[1]) == {0}


@pytest.mark.parametrize(("flags", "drawn"), [(0, True), (4, True), (2, False), (32, False)])
def test_only_boxes_that_a_viewer_shows_are_drawn(flags: int, drawn: bool):
    stamp = making.Stamp((100.0, 600.0, 220.0, 620.0), papers.NAME, flags=flags)
    copy = redact_here(making.with_stamps(papers.drawing(b"", size=(300, 700)), stamp), none_needed=True)
    assert (papers.greys(papers.dots_in(copy.pdf)[2]) != {0xFF}) == drawn


def test_letters_in_a_signature_box_are_drawn_and_covered():
    box = (100.0, 600.0, 220.0, 620.0)
    original = making.with_stamps(papers.drawing(b""), making.Stamp(box, papers.NAME))
    shown = papers.dots_in(redact_here(original, none_needed=True).pdf)[2]
    area = Area(1, (100 / 595, 222 / 842, 220 / 595, 242 / 842))
    covered = papers.dots_in(redact_here(original, area).pdf)[2]
    assert 0 < len(shown) - shown.count(0xFF) < 20_000
    assert papers.greys(covered) == {0, 0xFF}


def test_a_page_upside_down_is_covered_over_its_whole_line():
    original = papers.drawing(b"-1 0 0 -1 595 842 cm " + papers.blocks())
    box = papers.box_of(SECRET, *to_mark_here(original))
    short = (box[0], box[1], box[0] + 0.01, box[3])
    width, _, dots = to_mark_here(redact_here(original, Area(1, short, Widened.ACROSS)).pdf)
    middle = round((box[1] + box[3]) / 2 * len(dots) / width) * width
    assert set(dots[middle : middle + width]) == {0}
    assert papers.step(SECRET) not in papers.greys(dots)


def test_faint_yellow_dots_of_a_printer_are_gone():
    original = papers.drawing(b"1 1 0 rg 300 300 100 100 re f " + papers.blocks())
    _, _, dots = to_mark_here(redact_here(original, none_needed=True).pdf)
    # Only the two blocks, white, and the edges between.
    assert dots.count(0xFF) > len(dots) * 0.9
    width, height, _ = to_mark_here(original)
    middle = round(height * (1 - 350 / 842)) * width + round(width * 350 / 595)
    assert dots[middle] == 0xFF


def test_in_a_process_of_its_own_the_copy_is_the_same_and_what_is_shown_is_the_drawing():
    original = papers.planted()
    assert redacting.redact(original, [SHOWN], name="a") == redact_here(original, SHOWN)
    shown = redacting.page_to_mark(original, name="a", page=1)
    assert shown.pages == 1
    assert (
        shown.png
        == redacting.showing.read(bytes([0, 0, 0, 1]) + original, {}, name="a", limits=redacting.LIMITS).png
    )
