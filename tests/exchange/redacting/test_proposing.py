"""Places where a name or a telephone number seems to stand are proposed; a person decides."""

from __future__ import annotations

import pytest
from tests.exchange import making, scanning
from tests.exchange.redacting import papers

from chuan.exchange import redacting
from chuan.exchange.redacting import Widened, propose
from chuan.exchange.scans.words import Seen, pages_seen
from chuan.rules.refusals.scans import ScanReaderMissing


def seen(*lines: str, turned: bool = False) -> list[Seen]:
    """A page as tesseract tells it: 100 dots a word, 50 a line; ``turned`` for a page upside down."""
    rows = ["head", "1\t1\t0\t0\t0\t0\t0\t0\t1000\t1000\t-1\t"]
    for down, line in enumerate(lines):
        for across, word in enumerate(line.split()):
            left, top = 100 * across, 50 * down
            if turned:
                left, top = 1000 - left - 90, 1000 - top - 40
            rows.append(f"5\t1\t1\t1\t{down}\t{across}\t{left}\t{top}\t90\t40\t95\t{word}")
    return pages_seen("\n".join(rows).encode(), first=2, characters=1000)


@pytest.mark.parametrize(
    ("line", "term", "words"),
    [
        ("Tôi là NGUYỄN THỊ XUYẾN, trú", "Nguyễn Thị Xuyến", (2, 5)),
        ("Toi la nguyen thi xuyen tru", "Nguyễn Thị Xuyến", (2, 5)),
        ("ông Nguyen ThiXuyen ở", "Nguyễn Thị Xuyến", (1, 3)),
        ("bà Nguyễn Thj Xuyến kể", "Nguyễn Thị Xuyến", (1, 4)),
        ("gọi 0912.345.678 nhé", "0912 345 678", (1, 2)),
        ("gọi +84 912 345 678 nhé", "0912345678", (1, 5)),
        ("gọi O9l2 345 678 nhé", "0912345678", (1, 4)),
        ("ông An ở", "An", (1, 2)),
    ],
)
def test_a_term_is_found_whatever_marks_case_and_points(line: str, term: str, words: tuple[int, int]):
    (found,) = propose(seen(line), [term])
    assert found.area.page == 2
    assert found.area.box == pytest.approx((words[0] / 10, 0.0, (words[1] * 100 - 10) / 1000, 0.04))


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("toàn dân phản ánh", "An"),
        ("tôi ở Hà Nội", "Nguyễn Thị Xuyến"),
        ("số 0912 345 679", "0912345678"),
        ("gì cũng được", "  "),
    ],
)
def test_what_is_not_the_term_is_not_proposed(line: str, term: str):
    assert not [one for one in propose(seen(line), [term]) if one.exact]


def test_a_slip_of_the_reader_is_proposed_and_said_to_be_one():
    assert [one.exact for one in propose(seen("Nguyễn Thj Xuyến"), ["Nguyễn Thị Xuyến"])] == [False]
    assert [one.exact for one in propose(seen("Nguyễn Thị Xuyến"), ["Nguyễn Thị Xuyến"])] == [True]


def test_a_name_broken_over_two_lines_gives_two_areas():
    found = propose(seen("tôi là Nguyễn", "Thị Xuyến ở tổ"), ["Nguyễn Thị Xuyến"])
    assert [one.area.box[1] for one in found] == pytest.approx([0.0, 0.05])


def test_on_a_page_upside_down_the_area_lies_where_the_picture_shows_the_word():
    (found,) = propose(seen("tôi là Xuyến", turned=True), ["Xuyến"], whole_lines=True)
    assert found.area.box == pytest.approx((0.71, 0.96, 0.8, 1.0))
    assert found.area.widened is Widened.ACROSS


def test_without_the_programme_nothing_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(redacting.showing.programme, "missing", lambda: "programme")
    with pytest.raises(ScanReaderMissing):
        redacting.read_words(papers.JPEG, name="a")


def test_from_a_page_to_a_copy_in_which_the_name_is_no_longer_read():
    scanning.need_tesseract()
    page = "#set page(width: 12cm, height: 9cm)\nTôi là Nguyễn Thị Xuyến, điện thoại 0912 345 678.\n\nKính gửi phường."
    original = making.pdf_of(page)
    told: list[tuple[int, int]] = []
    words = redacting.read_words(original, name="a", told=lambda *done: told.append(done))
    found = propose(words, ["Nguyễn Thị Xuyến", "0912345678"])
    assert ({one.term for one in found}, told) == ({0, 1}, [(1, 1)])
    copy = redacting.redact(original, [one.area for one in found], name="a")
    (after,) = redacting.read_words(copy.pdf, name="a")
    assert "Kính gửi" in after.text
    assert not {"Nguyễn", "Xuyến", "0912", "345"} & set(after.text.replace(",", " ").split())
