"""Pages printed on A4: named, dated, marked as invented, without bars and buttons, nothing cut, no empty sheet."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from tests.journeys.conftest import Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]

A4 = (595, 842)
FEWEST_WORDS = 40
"""A sheet with fewer letters than this, before the last one, was left nearly empty by a break."""

WIDER_THAN_PAPER = """() => [...document.querySelectorAll("main *")]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 2)
  .filter(e => !e.closest("svg, .visually-hidden, .chart-box, .clock-box"))
  .map(e => e.outerHTML.slice(0, 100)).slice(0, 3)"""


def test_lists_records_and_figures_print_usefully(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    for path, says in {
        "/viec-cua-toi/": "Thu nhập bình quân đầu người",
        "/muc-tieu/": "Gia đình văn hóa",
        "/van-ban/": "Nguyễn Viết Khanh",
        "/lich/": "Tết Dương lịch",
        "/can-bo/": "Trần Thị Hoài (minh họa)",
    }.items():
        clerk.page.goto(clerk.address + path)
        title = clerk.title
        sheets = _printed(clerk)
        whole = " ".join(sheets)
        assert _stands(title, sheets[0]), path
        for words in ("UBND phường Bắc Hồng", "in lúc", "người in: Trần Thị Hoài", "dữ liệu minh họa"):
            assert _stands(words, sheets[0]), f"{path}: không in “{words}”"
        assert _stands(says, whole), path
        for bar in ("Đến nội dung", "Tìm (gõ không dấu)", "Lọc", "Tải Excel", "/viec-cua-toi/"):
            assert not _stands(bar, whole), f"{path}: in cả “{bar}”"
        assert all(len(sheet) > FEWEST_WORDS for sheet in sheets[:-1]), f"{path}: có tờ gần như trống"


def test_a_long_table_repeats_its_head_and_a_wide_one_lies_across(walk: Walk) -> None:
    clerk = walk()
    clerk.sign_in("vanphong")
    clerk.page.goto(clerk.address + "/muc-tieu/")
    sheets = _printed(clerk, lying=True)
    assert len(sheets) > 1
    assert all(_stands("Mức phải đạt", sheet) for sheet in sheets[:2])
    assert _stands(f"Trang 2/{len(sheets)}", sheets[1])


def _stands(words: str, sheet: str) -> bool:
    """Whether the words are printed; the text of a PDF does not keep every space between them."""
    return "".join(words.split()) in "".join(sheet.split())


def _printed(clerk: Walker, *, lying: bool | None = None) -> list[str]:
    """The words of each sheet as Chromium would print it; nothing wider than the paper."""
    pdf = pypdfium2.PdfDocument(clerk.page.pdf(prefer_css_page_size=True))
    width, height = (round(one) for one in pdf[0].get_size())
    assert sorted((width, height)) == list(A4), f"{clerk.page.url}: {width}×{height}"
    if lying is not None:
        assert (width > height) == lying
    clerk.page.emulate_media(media="print")
    clerk.page.set_viewport_size({"width": 980 if width > height else 680, "height": 1000})
    wide = clerk.page.evaluate(WIDER_THAN_PAPER)
    clerk.page.emulate_media(media="null")
    clerk.page.set_viewport_size({"width": 1366, "height": 768})
    assert not wide, f"{clerk.page.url}: rộng hơn tờ giấy: {wide}"
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
