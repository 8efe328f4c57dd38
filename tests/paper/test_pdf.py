"""The printed paper as a file. Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from chuan.law.paper import paper_rules
from chuan.paper.papers import Annex, Bullets, Heading, Note, Paragraph, TableBlock
from chuan.paper.pdf import to_pdf
from tests.paper.samples import a_report, a_table, flat, page_texts, reader, stand_in_order

LONG = Paragraph("Nội dung dài để sang trang sau. " * 400)
MARKED = "<b>đậm</b> *sao* _gạch_ `mã` @nhãn [ngoặc]"
HOSTILE = f'#let x = 1; #panic("a") $a^2$ \\ \\u{{41}} {MARKED} // = - + ~ -- & {{{{x}}}}'


def test_the_file_says_it_is_pdf_a_and_pdf_ua_and_is_tagged() -> None:
    root = reader(to_pdf(a_report())).trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert "/StructTreeRoot" in root
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("vi")


def test_every_typeface_used_is_inside_the_file() -> None:
    fonts = {
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()["/FontName"]
        for page in reader(to_pdf(a_report(LONG))).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all("Tinos" in name for name in fonts)


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = a_report(LONG, a_table(80))
    assert to_pdf(paper) == to_pdf(paper)


def test_another_paper_gives_other_bytes() -> None:
    assert to_pdf(a_report()) != to_pdf(a_report(number="6"))


def test_title_and_author_are_the_papers_own() -> None:
    about = reader(to_pdf(a_report())).metadata
    assert about is not None
    assert about.title == "Báo cáo Kết quả thực hiện mục tiêu chất lượng năm 2021"
    assert about.author == "Ủy ban nhân dân phường Bắc Hồng"
    assert about.creation_date is not None
    assert about.creation_date.date().isoformat() == "2021-02-09"


def test_components_stand_in_the_order_of_the_decree() -> None:
    (text,) = page_texts(to_pdf(a_report()))
    assert stand_in_order(
        flat(text),
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-UBND",
        "Bắc Hồng, ngày 09 tháng 02 năm 2021",
        "BÁO CÁO Kết quả thực hiện mục tiêu chất lượng năm 2021",
        "ngày 19 tháng 6 năm 2015;",
        "148/QĐ-UBND ngày 11 tháng 8 năm 2020 của UBND phường Bắc Hồng.",
        "I. KẾT QUẢ CHUNG",
        "Các chỉ tiêu đều có số đo./.",
        "Nơi nhận:",
        "- Đảng ủy, HĐND phường;",
        "- Lưu: VT, VP.",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "Người Ký",
    )


def test_an_agency_above_stands_over_the_agency() -> None:
    (text,) = page_texts(to_pdf(a_report(agency_above="Ủy ban nhân dân tỉnh Hà Tĩnh")))
    assert flat(text).startswith("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG")


def test_a_paper_not_yet_issued_has_room_for_number_and_date() -> None:
    (text,) = page_texts(to_pdf(a_report(number="", date=None)))
    assert "Số: /BC-UBND" in flat(text)
    assert "Bắc Hồng, ngày tháng năm" in flat(text)


def test_page_one_has_no_number_and_page_two_has_it_in_the_middle_of_the_top_margin() -> None:
    pdf = to_pdf(a_report(LONG))
    first, second, *_ = page_texts(pdf)
    assert first.startswith("ỦY BAN")
    assert second.split("\n")[0].strip() == "2"
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[1].get_textpage()
        left, bottom, right, _ = page.get_charbox(0)
    width, height, mm = 210, 297, 72 / 25.4
    middle = (30 + width - 15) / 2 * mm
    assert abs((left + right) / 2 - middle) < 1
    assert bottom > (height - 20) * mm


def test_the_text_keeps_the_margins_of_the_law_file() -> None:
    pdf, rules, mm = to_pdf(a_report(LONG)), paper_rules().measure, 72 / 25.4
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        assert page.get_size() == pytest.approx((210 * mm, 297 * mm), abs=0.5)
        text = page.get_textpage()
        letters = text.get_text_range()
        boxes = [text.get_charbox(n) for n in range(text.count_chars()) if not letters[n].isspace()]
    overhang = 1  # point: the foot of an italic letter
    assert min(box[0] for box in boxes) >= rules["margin_left"].use * mm - overhang
    assert max(box[2] for box in boxes) <= (210 - rules["margin_right"].use) * mm + 0.5
    assert min(box[1] for box in boxes) >= rules["margin_bottom"].use * mm - 0.5
    assert max(box[3] for box in boxes) <= (297 - rules["margin_top"].use) * mm + 0.5


def test_a_number_is_never_broken_at_its_slash_or_hyphen() -> None:
    shifts = tuple(Paragraph("x" * n + " theo Quyết định số 148/QĐ-UBND " * 12) for n in range(1, 40))
    broken = [
        line
        for text in page_texts(to_pdf(a_report(*shifts)))
        for line in text.split("\n")
        if line.rstrip().endswith(("148/", "148", "148/QĐ-", "148/QĐ"))
    ]
    assert broken == []


@pytest.mark.parametrize("where", ["subject", "place", "symbol", "footer_note", "mark", "type_name"])
def test_markup_in_a_field_is_printed_letter_for_letter(where: str) -> None:
    paper = a_report(**{where: HOSTILE})
    words = HOSTILE.upper() if where == "type_name" else HOSTILE
    assert words in flat(" ".join(page_texts(to_pdf(paper))))


def test_markup_in_the_text_is_printed_letter_for_letter() -> None:
    table = TableBlock((HOSTILE,), ((HOSTILE,),), (1,), ("left",), (HOSTILE,))
    body = (
        Paragraph(HOSTILE),
        Bullets((HOSTILE,)),
        Note(HOSTILE),
        table,
        Heading(1, "Một"),
        Heading(2, HOSTILE),
        Paragraph("Hết"),
    )
    paper = a_report(*body, bases=(HOSTILE,), recipients=(HOSTILE,), agency=("A",))
    printed = flat(" ".join(page_texts(to_pdf(paper))))
    assert printed.count(MARKED) == 9


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    texts = page_texts(to_pdf(a_report(a_table(150), Paragraph("Hết"))))
    with_rows = [text for text in texts if "hàng" in text]
    assert len(with_rows) >= 3
    assert all("Số thứ tự" in text for text in with_rows)
    assert [n for n in range(1, 151) if not any(f"hàng {n}\n" in text + "\n" for text in texts)] == []


def test_a_row_longer_than_a_page_is_cut_not_lost() -> None:
    words = " ".join(f"từ{n}" for n in range(3000))
    table = TableBlock(("Một", "Hai"), ((words, "x"),), (1, 1), ("left", "left"))
    printed = flat(" ".join(page_texts(to_pdf(a_report(table, Paragraph("Hết"))))))
    assert all(f"từ{n}" in printed for n in range(0, 3000, 97))


def test_an_annex_begins_a_page_and_its_numbers_begin_again() -> None:
    annex = Annex("Số liệu đã dùng", (a_table(60, 9),))
    pdf = to_pdf(a_report(LONG, annexes=(annex,)))
    texts = page_texts(pdf)
    start = next(n for n, text in enumerate(texts) if text.startswith("Phụ lục"))
    assert "SỐ LIỆU ĐÃ DÙNG" in texts[start]
    assert "(Kèm theo Báo cáo số 05/BC-UBND ngày 09 tháng 02 năm 2021" in flat(texts[start])
    assert texts[start + 1].split("\n")[0].strip() == "2"
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in reader(pdf).pages]
    assert sizes[0][0] < sizes[0][1]
    assert sizes[start][0] > sizes[start][1]


def test_the_signature_never_stands_alone_on_a_page() -> None:
    for length in range(150, 260, 5):
        paper = a_report(Paragraph("Chữ nghĩa. " * length), Paragraph("Trên đây là báo cáo."))
        last = page_texts(to_pdf(paper))[-1]
        assert ("CHỦ TỊCH" in last) == ("Trên đây là báo cáo./." in last), length


def test_the_mark_stands_on_every_page_and_the_note_once() -> None:
    paper = a_report(LONG, mark="DỮ LIỆU MINH HỌA", footer_note="Chuỗi nhật ký: abc · dòng 12")
    texts = page_texts(to_pdf(paper))
    assert len(texts) > 1
    assert all("DỮ LIỆU MINH HỌA" in text for text in texts)
    assert [("dòng 12" in text) for text in texts] == [False] * (len(texts) - 1) + [True]


def test_a_paper_without_a_day_carries_the_day_it_was_made() -> None:
    about = reader(to_pdf(a_report(date=None, made_on=date(2021, 12, 31)))).metadata
    assert about is not None
    assert about.creation_date is not None
    assert about.creation_date.date() == date(2021, 12, 31)


def test_a_number_wider_than_its_column_stays_within_the_table() -> None:
    row = ("1.240.000.000/1.284.000.000", "x")
    table = TableBlock(("a", "b"), (row,), (3, 7), ("left", "left"))
    with pypdfium2.PdfDocument(to_pdf(a_report(table, Paragraph("Hết")))) as document:
        text = document[0].get_textpage()
        place = text.search("000").get_next()
        assert place is not None
        right_edges = [text.get_charbox(place[0] + n)[2] for n in range(19)]
    assert max(right_edges) < (30 + 49.5) * 72 / 25.4


def test_bullets_without_items_are_nothing() -> None:
    (text,) = page_texts(to_pdf(a_report(Paragraph("Một"), Bullets(()))))
    assert "./." in text


def test_words_that_announce_a_list_stay_with_it() -> None:
    for count in range(12, 30):
        before = tuple(Paragraph(f"Đoạn thứ {n}.") for n in range(count))
        body = (*before, Paragraph("Gồm có:"), Bullets(("một việc",)), Paragraph("Hết"))
        texts = page_texts(to_pdf(a_report(*body)))
        assert not any(text.rstrip().endswith("Gồm có:") for text in texts), count


def test_a_code_longer_than_its_column_is_broken_and_stays_inside() -> None:
    code = "01a20637-0cd5-7d41-a39a-e56161379c71"
    table = TableBlock(("a", "b"), ((code, "x"),), (2, 8), ("left", "left"))
    with pypdfium2.PdfDocument(to_pdf(a_report(table, Paragraph("Hết")))) as document:
        text = document[0].get_textpage()
        start = text.get_text_range().index("01a20637")
        edges = [text.get_charbox(start + n)[2] for n in range(len(code))]
        printed = text.get_text_range()
    assert max(edges) < (30 + 33) * 72 / 25.4
    hyphen_at_line_end = "\ufffe"  # as pdfium tells it
    assert code in "".join(printed.split()).replace(hyphen_at_line_end, "-")


def test_an_empty_paper_can_still_be_printed() -> None:
    paper = replace(a_report(), body=(), bases=(), recipients=())
    (text,) = page_texts(to_pdf(paper))
    assert "BÁO CÁO" in text
    assert "./." not in text
    assert "Nơi nhận" not in text


def test_the_lines_of_the_head_have_the_lengths_of_the_decree() -> None:
    """II.1: under the motto as long as its words; II.2 and II.5: a third to a half of the words above."""
    with pypdfium2.PdfDocument(to_pdf(a_report())) as document:
        page = document[0]
        strokes = [one.get_bounds() for one in page.get_objects() if one.type == 2]
        text = page.get_textpage()
        rects = [text.get_rect(n) for n in range(text.count_rects())]
        words = {flat(text.get_text_bounded(*rect)): rect for rect in rects}
    motto, agency, subject = (
        next(rect for line, rect in words.items() if start in line)
        for start in ("Tự do", "PHƯỜNG BẮC HỒNG", "Kết quả thực hiện")
    )

    def share(above: tuple[float, ...]) -> float:
        """Length of the nearest line under the words, as a part of theirs."""
        under = [one for one in strokes if above[1] - 12 < one[1] < above[3] and one[0] >= above[0] - 3]
        line = max(under, key=lambda one: one[1])
        return (line[2] - line[0]) / (above[2] - above[0])

    shares = {"motto": share(motto), "agency": share(agency), "subject": share(subject)}
    assert shares["motto"] == pytest.approx(1, abs=0.03)
    assert 1 / 3 <= shares["agency"] <= 1 / 2
    assert 1 / 3 <= shares["subject"] <= 1 / 2
