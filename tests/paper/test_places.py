"""Where the blanks are, told by the typesetter and checked against the letters on the finished page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pypdfium2
import pytest

from chuan.law.paper import paper_rules
from chuan.paper.papers import Paragraph
from chuan.paper.pdf import to_pdf
from chuan.paper.places import MM, Place, Typeset, typeset
from chuan.paper.widths import width_of
from tests.paper.contents_samples import DECISION, EVERY, LETTER, MINUTES, PLAN, a_draft, a_paper

RULES = paper_rules()
Box = tuple[float, float, float, float]


@contextmanager
def letters_of(pdf: bytes, page: int) -> Iterator[pypdfium2.PdfTextPage]:
    with pypdfium2.PdfDocument(pdf) as document:
        yield document[page].get_textpage()


def box_of(text: pypdfium2.PdfTextPage, words: str) -> Box:
    """Left, bottom, right, top of the words in points."""
    found = text.search(words, match_case=True).get_next()
    assert found, words
    boxes = [text.get_charbox(found[0] + n, loose=True) for n in range(found[1])]
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


@pytest.fixture(scope="module")
def draft() -> Typeset:
    return typeset(a_draft(LETTER))


def test_a_draft_has_room_for_number_day_month_signature_and_seal(draft: Typeset) -> None:
    assert set(draft.places) == {"number", "day", "month", "person", "seal"}


def test_the_number_goes_between_its_word_and_the_slash(draft: Typeset) -> None:
    place = draft.places["number"]
    with letters_of(draft.pdf, 0) as text:
        before, after = box_of(text, "Số:"), box_of(text, "/UBND-VP")
    assert before[2] <= place.x0 + 0.5
    assert place.x1 == pytest.approx(after[0], abs=0.7)
    assert place.y0 == pytest.approx(before[1], abs=1)
    assert place.y1 == pytest.approx(before[3], abs=3)


def test_day_and_month_go_between_their_words(draft: Typeset) -> None:
    day, month = draft.places["day"], draft.places["month"]
    with letters_of(draft.pdf, 0) as text:
        before, between, after = (box_of(text, words) for words in ("ngày", "tháng", "năm 2021"))
    assert before[2] <= day.x0 + 0.5 < day.x1 <= between[0] + 1
    assert between[2] <= month.x0 + 0.5 < month.x1 <= after[0] + 1
    assert day.y0 == month.y0 == pytest.approx(before[1], abs=1)


def test_four_figures_fit_into_the_number_and_two_into_day_and_month(draft: Typeset) -> None:
    room = {name: place.x1 - place.x0 for name, place in draft.places.items()}
    assert room["number"] > width_of("1234", RULES.letters["number"]) + 4
    assert min(room["day"], room["month"]) > width_of("05", RULES.letters["place_date"]) + 4


def test_a_year_not_known_is_a_blank_too() -> None:
    assert "year" in typeset(a_draft(LETTER, year=None)).places


def test_what_is_given_leaves_no_blank() -> None:
    assert set(typeset(a_paper(LETTER)).places) == {"person", "seal"}
    assert set(typeset(a_draft(LETTER, number="7")).places) == {"day", "month", "person", "seal"}


def test_the_signature_stands_in_the_middle_between_position_and_name(draft: Typeset) -> None:
    """Phụ lục I, Phần I, II.7d."""
    place = draft.places["person"]
    with letters_of(draft.pdf, place.page) as text:
        position, name = box_of(text, "PHÓ CHỦ TỊCH"), box_of(text, "Trần Thị Mai")
    assert position[1] >= place.y1 - 1
    assert name[3] <= place.y0 + 1
    assert (place.x0 + place.x1) / 2 == pytest.approx((position[0] + position[2]) / 2, abs=MM)
    assert place.y1 - place.y0 == pytest.approx(RULES.measure["signature_room"].use * MM, abs=0.01)


def test_the_seal_covers_the_left_third_of_the_signature_in_its_real_size(draft: Typeset) -> None:
    """Phụ lục I, Phần I, II.8."""
    person, seal = draft.places["person"], draft.places["seal"]
    assert seal.page == person.page
    assert (seal.x1 - person.x0) / (person.x1 - person.x0) == pytest.approx(1 / 3, abs=0.01)
    assert seal.x0 < person.x0
    size = RULES.measure["seal_size"].use * MM
    assert (seal.x1 - seal.x0, seal.y1 - seal.y0) == pytest.approx((size, size))


@pytest.mark.parametrize("name", EVERY)
def test_every_place_of_every_kind_is_on_its_page_and_over_no_letter(name: str) -> None:
    done = typeset(a_draft(EVERY[name]))
    with pypdfium2.PdfDocument(done.pdf) as document:
        for key, place in done.places.items():
            page = document[place.page]
            width, height = page.get_size()
            assert 0 < place.x0 < place.x1 < width
            assert 0 < place.y0 < place.y1 < height
            inside = page.get_textpage().get_text_bounded(place.x0, place.y0 + 3, place.x1, place.y1 - 3)
            assert key == "seal" or not inside.strip(), key


def test_places_follow_a_long_text_to_its_page() -> None:
    long = replace(DECISION, body=(Paragraph("Nội dung dài. " * 700), Paragraph("Hết.")))
    done = typeset(a_draft(long))
    assert done.places["number"].page == 0
    page = done.places["person"].page
    assert page >= 2
    with letters_of(done.pdf, page) as text:
        assert box_of(text, "Nguyễn Viết Khanh")[3] <= done.places["person"].y0 + 1


def test_a_landscape_annex_moves_no_place() -> None:
    with_annex = typeset(a_draft(PLAN)).places
    assert dict(with_annex) == dict(typeset(a_draft(replace(PLAN, annexes=()))).places)


def test_minutes_have_two_signatures_side_by_side() -> None:
    places = typeset(a_draft(MINUTES)).places
    second, person = places["second_person"], places["person"]
    assert second.x1 < person.x0
    assert second.y0 == pytest.approx(person.y0, abs=0.5)
    assert "day" not in places


def test_the_file_is_the_one_that_is_printed_without_asking() -> None:
    assert typeset(a_draft()).pdf == to_pdf(a_draft())


def test_places_cannot_be_changed(draft: Typeset) -> None:
    with pytest.raises(TypeError):
        draft.places["number"] = Place(0, 0, 0, 1, 1)  # type: ignore[index]


def test_filled_in_the_number_is_text_and_is_never_broken() -> None:
    with letters_of(
        to_pdf(
            a_paper(DECISION, number="148", agency=("Ủy ban nhân dân", "xã")),
        ),
        0,
    ) as text:
        left, bottom, right, top = box_of(text, "148/QĐ-UBND")
    assert top - bottom < 20
    assert right - left < 100
