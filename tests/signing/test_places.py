"""Places for signatures are reserved once, before anybody signs, inside the page."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from chuan.exchange.signing import FIELDS, PERSON, SEAL, Box, fields_of, reserve, seal_beside
from chuan.exchange.signing.refusals import AlreadySigned, FieldTaken, PdfNotSignable, PlaceOutsidePage
from tests.signing.authority import Authority
from tests.signing.draft import PLACES, draft, paper, signed
from tests.signing.signed import blank


def test_a_draft_has_five_empty_fields_and_every_byte_it_had():
    assert fields_of(draft()) == dict.fromkeys(FIELDS, False)
    assert draft().startswith(paper())


def test_each_field_is_where_it_was_put_prints_and_says_what_it_is():
    by_name = {one["/T"]: one for one in (a.get_object() for a in _page(draft())["/Annots"])}
    for name, box in PLACES.items():
        assert [float(one) for one in by_name[name]["/Rect"]] == pytest.approx(
            [box.x0, box.y0, box.x1, box.y1], abs=0.01
        )
        assert by_name[name]["/F"] & 4
        assert by_name[name]["/TU"] == FIELDS[name]


def test_an_empty_field_shows_nothing():
    for one in _page(draft())["/Annots"]:
        assert one.get_object()["/AP"]["/N"].get_data() == b""


def test_a_field_on_a_later_page():
    reserved = reserve(blank(3), {PERSON: Box(2, 10, 10, 60, 40)})
    assert "/Annots" not in _page(reserved)
    assert len(PdfReader(io.BytesIO(reserved)).pages[2]["/Annots"]) == 1


@pytest.mark.parametrize(
    "box",
    [Box(1, 10, 10, 60, 40), Box(-1, 10, 10, 60, 40), Box(0, -5, 10, 60, 40), Box(0, 10, 10, 10, 40),
     Box(0, 60, 10, 10, 40), Box(0, 10, 800, 60, 900)],
)  # fmt: skip
def test_a_place_off_the_page_or_without_size_is_refused(box: Box):
    with pytest.raises(PlaceOutsidePage, match="person"):
        reserve(blank(), {PERSON: box})


def test_a_name_is_reserved_once():
    with pytest.raises(FieldTaken, match="seal"):
        reserve(draft(), {SEAL: Box(0, 10, 10, 60, 40)})


def test_nothing_is_reserved_after_a_signature(trust: Authority):
    done = signed(draft(), "chairman", PERSON, trust=trust)
    with pytest.raises(AlreadySigned):
        reserve(done.pdf, {"more": Box(0, 10, 10, 60, 40)})


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"no pdf", blank()[:300], blank().replace(b"/Pages", b"/Nothing")]
)
def test_a_broken_pdf_is_a_sentence(data: bytes):
    with pytest.raises(PdfNotSignable, match="PDF"):
        reserve(data, {PERSON: Box(0, 10, 10, 60, 40)})


def test_an_encrypted_pdf_is_refused():
    from pypdf import PdfWriter

    writer, out = PdfWriter(clone_from=io.BytesIO(blank())), io.BytesIO()
    writer.encrypt("mat-khau")
    writer.write(out)
    with pytest.raises(PdfNotSignable):
        reserve(out.getvalue(), {PERSON: Box(0, 10, 10, 60, 40)})


def test_the_seal_covers_a_third_of_the_signature_from_its_left_in_real_size():
    person = Box(0, 330, 250, 480, 310)
    seal = seal_beside(person, width_mm=36, height_mm=36)
    assert seal.x1 - person.x0 == pytest.approx(person.width / 3)
    assert seal.x0 < person.x0
    assert (seal.width, seal.height) == (pytest.approx(36 * 72 / 25.4),) * 2
    assert (seal.y0 + seal.y1) / 2 == pytest.approx(280)


def _page(pdf: bytes):
    return PdfReader(io.BytesIO(pdf)).pages[0]
