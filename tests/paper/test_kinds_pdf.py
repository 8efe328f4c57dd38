"""Every kind of document as PDF: its parts where Nghị định 30/2020/NĐ-CP, Phụ lục I puts them."""

from __future__ import annotations

import ctypes
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

from chuan.law.paper import paper_rules
from chuan.paper.contents import body_from_text
from chuan.paper.papers import Annex, Heading, Paragraph
from chuan.paper.pdf import to_pdf
from tests.paper.contents_samples import (
    DECISION,
    EVERY,
    INVITATION,
    LETTER,
    MINUTES,
    PLAN,
    REGULATION,
    SUBMISSION,
    a_draft,
    a_paper,
)
from tests.paper.samples import a_table, flat, page_texts, reader, stand_in_order

RULES = paper_rules()
MM = 72 / 25.4
Box = tuple[float, float, float, float]


class Page:
    """One page, asked where words stand and how large they are."""

    def __init__(self, pdf: bytes, number: int = 0) -> None:
        self.document = pypdfium2.PdfDocument(pdf)
        self.page = self.document[number]
        self.text = self.page.get_textpage()

    def box(self, words: str) -> Box:
        """Left, bottom, right, top in points."""
        found = self.text.search(words, match_case=True).get_next()
        assert found, words
        boxes = [self.text.get_charbox(found[0] + n) for n in range(found[1])]
        return (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )

    def middle(self, words: str) -> float:
        left, _, right, _ = self.box(words)
        return (left + right) / 2

    def size(self, words: str) -> float:
        """Size of the letters in points."""
        found = self.text.search(words, match_case=True).get_next()
        assert found, words
        return round(pypdfium2.raw.FPDFText_GetFontSize(self.text.raw, found[0]), 1)

    def font(self, words: str) -> str:
        """The style of the typeface: Regular, Bold, Italic, BoldItalic."""
        found = self.text.search(words, match_case=True).get_next()
        assert found, words
        buffer, flags = ctypes.create_string_buffer(100), ctypes.c_int()
        pypdfium2.raw.FPDFText_GetFontInfo(self.text.raw, found[0], buffer, 100, ctypes.byref(flags))
        name = buffer.value.decode().split("+")[-1]
        return name.partition("-")[2] or "Regular"


def tags(pdf: bytes) -> list[str]:
    """Names of the structure elements in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, DictionaryObject):
            if "/S" in node:
                found.append(str(node["/S"])[1:])
            for child in _children(node):
                walk(child)

    walk(reader(pdf).trailer["/Root"]["/StructTreeRoot"])
    return found


def _children(node: DictionaryObject) -> list[Any]:
    kids = node.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    return list(kids) if isinstance(kids, list) else [kids]


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_is_pdf_a_tagged_from_its_first_title_with_its_letters_inside(name: str) -> None:
    pdf = to_pdf(a_paper(EVERY[name]))
    about = reader(pdf).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    headings = [tag for tag in tags(pdf) if tag[0] == "H" and tag[1:].isdigit()]
    assert headings[0] == "H1"
    fonts = {
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()["/FontName"]
        for page in reader(pdf).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("Tinos" in one for one in fonts)


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_prints_all_its_words(name: str) -> None:
    content = EVERY[name]
    printed = flat(" ".join(page_texts(to_pdf(a_paper(content)))))
    assert content.signer.name in printed
    for line in (*content.to, *content.bases, *content.recipients):
        assert line.split("(")[0].strip(" .;") in printed


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_has_its_first_page_unnumbered_and_keeps_the_margins(name: str) -> None:
    pdf = to_pdf(replace(a_paper(EVERY[name]), mark=""))
    page = Page(pdf)
    letters = page.text.get_text_range()
    inked = [page.text.get_charbox(n) for n in range(len(letters)) if not letters[n].isspace()]
    assert min(box[0] for box in inked) >= 30 * MM - 1
    assert max(box[2] for box in inked) <= (210 - 15) * MM + 0.5
    assert min(box[1] for box in inked) >= 20 * MM - 0.5
    assert max(box[3] for box in inked) <= (297 - 20) * MM + 0.5


# The head


@pytest.mark.parametrize(
    ("words", "key", "style"),
    [
        ("CỘNG HÒA", "national_name", "Bold"),
        ("Độc lập", "national_motto", "Bold"),
        ("PHƯỜNG BẮC HỒNG", "agency", "Bold"),
        ("Số:", "number", "Regular"),
        ("ngày 19 tháng 02", "place_date", "Italic"),
        ("QUYẾT ĐỊNH", "type_name", "Bold"),
        ("Ban hành Mục tiêu", "subject", "Bold"),
        ("Căn cứ Luật", "bases", "Italic"),
        ("QUYẾT ĐỊNH:", "resolves", "Bold"),
        ("Điều 1.", "article", "Bold"),
        ("Ban hành kèm theo", "body", "Regular"),
    ],
)
def test_parts_of_a_decision_are_lettered_as_the_decree_says(words: str, key: str, style: str) -> None:
    page = Page(to_pdf(a_paper()))
    assert (page.size(words), page.font(words)) == (RULES.letters[key].size, style)


def test_a_decision_says_who_decides_over_its_bases_and_that_it_decides_under_them() -> None:
    first, *_ = page_texts(to_pdf(a_paper()))
    assert stand_in_order(
        flat(first),
        "QUYẾT ĐỊNH Ban hành Mục tiêu",
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG Căn cứ Luật",
        "năm 2021; Theo đề nghị",
        "Thống kê phường. QUYẾT ĐỊNH: Điều 1.",
    )
    page = Page(to_pdf(a_paper()))
    centre = (30 + 210 - 15) / 2 * MM
    assert page.middle("QUYẾT ĐỊNH:") == pytest.approx(centre, abs=1)


def test_the_first_line_of_an_article_stands_in_by_the_indent() -> None:
    left = Page(to_pdf(a_paper())).box("Điều 1.")[0]
    assert left == pytest.approx((30 + RULES.measure["first_line_indent"].use) * MM, abs=1)


def test_bases_are_parted_by_the_gap_of_the_decree() -> None:
    """II.6: at least 6 pt between paragraphs, single to 1,5 lines within."""
    page = Page(to_pdf(a_paper()))
    within = page.box("Căn cứ Quyết định số 19")[1] - page.box("tướng Chính phủ")[1]
    between = page.box("Căn cứ Luật")[1] - page.box("Căn cứ Quyết định số 19")[1]
    assert between - within == pytest.approx(RULES.measure["paragraph_gap"].use, abs=2.5)
    assert 1 <= within / (14 * 1.15) <= 1.5


def test_a_letter_has_its_subject_under_the_number_and_no_type_name() -> None:
    """II.5b: centred under the number, 6 pt below it, size 12 to 13."""
    pdf = to_pdf(a_paper(LETTER))
    page = Page(pdf)
    assert "CÔNG VĂN" not in page_texts(pdf)[0].upper()
    assert page.size("V/v") == RULES.letters["letter_subject"].size
    assert page.font("V/v") == "Regular"
    assert page.middle("tiêu chất lượng năm 2021") == pytest.approx(page.middle("Số: 12/UBND-VP"), abs=2)
    assert 0 < page.box("Số: 12/UBND-VP")[1] - page.box("V/v")[3] < 14
    assert reader(pdf).metadata.title.startswith("V/v cung cấp")  # type: ignore[union-attr]


def test_several_addressees_stand_under_the_colon_and_one_beside_it() -> None:
    """II.9a."""
    page = Page(to_pdf(a_paper(LETTER)))
    colon = page.box("Kính gửi:")[2]
    hyphens = [page.box(f"- {words}")[0] for words in ("Văn phòng Ủy ban", "Công chức Tài", "Các tổ trưởng")]
    assert hyphens == pytest.approx([hyphens[0]] * 3, abs=0.5)
    assert hyphens[0] == pytest.approx(colon, abs=6)
    alone = Page(to_pdf(a_paper(SUBMISSION)))
    assert alone.box("Kính gửi:")[1] == pytest.approx(alone.box("Chủ tịch Ủy ban")[1], abs=3)


def test_minutes_have_no_place_and_date_and_both_sign_at_one_height() -> None:
    pdf = to_pdf(a_paper(MINUTES))
    page = Page(pdf)
    assert "Bắc Hồng, ngày" not in page_texts(pdf)[0]
    secretary, chair = page.box("THƯ KÝ"), page.box("CHỦ TỌA")
    assert secretary[2] < chair[0]
    assert secretary[1] == pytest.approx(chair[1], abs=4)
    assert page.box("Nơi nhận:")[3] < page.box("Nguyễn Viết Khanh")[3]


@pytest.mark.parametrize(("urgency", "width"), [("hỏa tốc", 30), ("thượng khẩn", 40), ("khẩn", 20)])
def test_urgency_stands_in_a_red_box_of_its_size(urgency: Any, width: float) -> None:
    """III.2b: 30, 40 or 20 by 8 mm, bright red."""
    page = Page(to_pdf(a_paper(replace(LETTER, urgency=urgency))))
    left, bottom, right, top = page.box(urgency.upper())
    boxes = [one.get_bounds() for one in page.page.get_objects() if one.type == 2]
    (box,) = [one for one in boxes if one[0] < left and one[1] < bottom and one[2] > right and one[3] > top]
    assert (box[2] - box[0], box[3] - box[1]) == pytest.approx((width * MM, 8 * MM), abs=2.2)
    bitmap = page.page.render(scale=2)
    colours = {
        bytes(bitmap.buffer[n : n + 3]) for n in range(0, bitmap.height * bitmap.stride, bitmap.n_channels)
    }
    assert b"\x00\x00\xff" in colours


def test_a_paper_without_urgency_is_black_alone() -> None:
    page = Page(to_pdf(a_paper()))
    bitmap = page.page.render(scale=1)
    step = bitmap.n_channels
    pixels = (bytes(bitmap.buffer[n : n + 3]) for n in range(0, bitmap.height * bitmap.stride, step))
    assert all(max(one) - min(one) < 3 for one in set(pixels))


def test_a_handling_mark_is_boxed_and_the_address_stands_at_the_foot_of_page_one_only() -> None:
    assert "LƯU HÀNH NỘI BỘ" in page_texts(to_pdf(a_paper(INVITATION)))[0]
    long = replace(LETTER, body=(Paragraph("Nội dung dài. " * 500),))
    texts = page_texts(to_pdf(a_paper(long)))
    assert [("Địa chỉ:" in text) for text in texts] == [True] + [False] * (len(texts) - 1)
    page = Page(to_pdf(a_paper(long)))
    assert page.box("Địa chỉ:")[1] < 35 * MM
    assert page.size("Địa chỉ:") == 11


def test_the_drafters_mark_stands_under_the_recipients() -> None:
    page = Page(to_pdf(a_paper(LETTER)))
    assert 0 < page.box("Lưu: VT")[1] - page.box("VP.(15)")[1] < 16
    assert page.size("VP.(15)") == 11


# Text and annexes


def test_lists_are_lists_parts_are_titles_and_tables_have_heads() -> None:
    found = tags(to_pdf(a_paper(PLAN)))
    assert {"L", "LI", "Lbl", "LBody", "Table", "TH", "TD"} <= set(found)
    assert [tag for tag in found if tag in ("H1", "H2", "H3")][:3] == ["H1", "H2", "H3"]
    regulation = tags(to_pdf(a_paper(REGULATION)))
    assert {"H1", "H2", "H3", "H4"} <= set(regulation)


def test_items_of_a_list_run_on_from_margin_to_margin() -> None:
    paper = a_paper(replace(PLAN, annexes=(), body=_one_long_item()))
    page = Page(to_pdf(paper))
    assert page.box("- Việc dài")[0] == pytest.approx((30 + 12.7) * MM, abs=1.5)
    lines = sorted({round(page.text.get_charbox(n, loose=True)[1]) for n in range(page.text.count_chars())})
    assert lines
    left = min(page.text.get_charbox(n)[0] for n in range(page.text.count_chars()))
    assert left == pytest.approx(30 * MM, abs=1.5)


def _one_long_item() -> tuple[Any, ...]:
    return body_from_text("- Việc dài " + "phải làm ngay trong quý này " * 20 + ".\nHết.")


def test_parts_are_centred_in_capitals_and_articles_with_names_are_bold() -> None:
    page = Page(to_pdf(a_paper(REGULATION)), 1)
    centre = (30 + 210 - 15) / 2 * MM
    for words in ("Chương I", "QUY ĐỊNH CHUNG", "Mục 1", "HỌP"):
        assert page.font(words) == "Bold"
    assert page.middle("QUY ĐỊNH CHUNG") == pytest.approx(centre, abs=1)
    assert page.font("Phạm vi điều chỉnh") == "Bold"
    assert page.font("Quy chế này") == "Regular"


def test_a_paper_put_in_force_has_the_head_again_and_no_number() -> None:
    texts = page_texts(to_pdf(a_paper(REGULATION)))
    assert stand_in_order(
        flat(texts[1]),
        "PHƯỜNG BẮC HỒNG",
        "Độc lập - Tự do - Hạnh phúc",
        "QUY CHẾ Làm việc của Ban Chỉ đạo ISO",
        "(Ban hành kèm theo Quyết định số",
        "Chương I",
    )
    assert "Số:" not in texts[1]


def test_annexes_are_roman_turn_on_their_side_when_wide_and_each_counts_its_own_pages() -> None:
    annexes = (Annex("Rộng", (a_table(60, 9),)), Annex("Hẹp", (a_table(90, 3),)))
    pdf = to_pdf(a_paper(replace(PLAN, annexes=annexes)))
    texts, pages = page_texts(pdf), reader(pdf).pages
    starts = [n for n, text in enumerate(texts) if text.startswith("Phụ lục")]
    assert [texts[n].split("\n")[0].strip() for n in starts] == ["Phụ lục I", "Phụ lục II"]
    on_side = [page.mediabox.width > page.mediabox.height for page in pages]
    assert on_side == [starts[0] <= n < starts[1] for n in range(len(pages))]
    assert [texts[n + 1].split("\n")[0].strip() for n in starts] == ["2", "2"]
    assert all("Số thứ tự" in text for text in texts[starts[0] :])


def test_an_electronic_paper_does_not_fill_in_what_its_annex_goes_with() -> None:
    """III.1c."""
    given = page_texts(to_pdf(a_paper(PLAN)))[1]
    assert "Kèm theo Kế hoạch số" in flat(given)
    assert "12/KH-UBND" not in flat(given)
    on_paper = flat(page_texts(to_pdf(a_paper(PLAN, electronic=False)))[1])
    assert "số 12/KH-UBND ngày 19 tháng 02 năm 2021" in on_paper


def test_the_last_item_of_a_list_goes_with_the_signature() -> None:
    for count in range(20, 34):
        body = (*(Paragraph(f"Đoạn {n}.") for n in range(count)), *_one_long_item()[:1])
        texts = page_texts(to_pdf(a_paper(replace(LETTER, body=body, contact=()))))
        assert ("Việc dài" in texts[-1]) == ("PHÓ CHỦ TỊCH" in texts[-1]), count


def test_a_draft_has_its_year_and_room_for_the_rest() -> None:
    first = flat(page_texts(to_pdf(a_draft()))[0])
    assert "Số: /QĐ-UBND" in first
    assert "Bắc Hồng, ngày tháng năm 2021" in first


def test_a_heading_that_begins_deep_is_still_tagged_in_order() -> None:
    pdf = to_pdf(a_paper(replace(PLAN, annexes=(), body=(Heading(4, "Sâu"), Paragraph("Hết.")))))
    assert [tag for tag in tags(pdf) if tag in ("H1", "H2", "H3", "H4")] == ["H1", "H2"]


def test_marks_at_the_foot_stand_on_every_page_of_the_reference_decision() -> None:
    texts = page_texts(to_pdf(a_paper()))
    assert len(texts) == 3
    assert all(DECISION.mark in text for text in texts)


HOSTILE = '#panic("a") $x$ <b>đậm</b> *sao* @nhãn \\u{41} // {{x}}'


def test_markup_in_any_field_is_printed_letter_for_letter() -> None:
    paper = a_paper(
        replace(
            MINUTES,
            to=(HOSTILE, HOSTILE),
            bases=(HOSTILE,),
            authority=HOSTILE.lower(),
            handling="#x $y$",
            drafter_mark=HOSTILE,
            contact=(HOSTILE,),
            second_signer=replace(MINUTES.signer, name=HOSTILE),
            body=body_from_text(
                f"Chương I. a\nĐiều 1. {HOSTILE}\n1. {HOSTILE}\na) {HOSTILE}\n+ {HOSTILE}\nHết."
            ),
            annexes=(Annex(HOSTILE, (Paragraph(HOSTILE),), type_name="Quy chế"),),
        )
    )
    printed = flat(" ".join(page_texts(to_pdf(paper))))
    assert printed.count("<b>đậm</b> *sao* @nhãn") == 12
    assert "#X $Y$" in printed


def test_a_hundred_recipients_run_on_and_none_is_lost() -> None:
    names = tuple(f"Tổ dân phố số {n}" for n in range(1, 121))
    texts = page_texts(to_pdf(a_paper(replace(LETTER, recipients=(*names, "Lưu: VT")))))
    printed = flat(" ".join(texts))
    assert all(f"- {name};" in printed for name in names)
    assert "- Lưu: VT." in printed
    assert "PHÓ CHỦ TỊCH" in next(text for text in texts if "quan tâm thực hiện" in text)


def test_very_long_words_in_the_head_stay_on_the_page() -> None:
    paper = a_paper(replace(LETTER, subject="kiểm tra " * 60, to=("Ủy ban nhân dân " * 12,)))
    page = Page(to_pdf(paper))
    right = max(page.text.get_charbox(n)[2] for n in range(page.text.count_chars()))
    assert right < (210 - 10) * MM
