"""PDF files with a text layer give the lines of their pages."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from tests.exchange import making

from chuan.exchange.papers import Align, Extracted, extract
from chuan.exchange.pdf_pages import letter_of
from chuan.rules.refusals import FileEmpty, FileEncrypted, FileIsScan, FileUnreadable


def read(data: bytes) -> Extracted:
    return extract(data, name="a.pdf")


def lines(body: str) -> list[str]:
    return read(making.pdf_of(body)).text.split("\n")


def test_the_reference_typeset_has_every_line_of_the_markdown() -> None:
    paper = read(making.reference_pdf())
    whole = " ".join(paper.text.split())
    assert [line for line in making.lines_of(making.reference()) if line not in whole] == []
    assert paper.media_type == "application/pdf"
    assert paper.pages == len(PdfReader(io.BytesIO(making.reference_pdf())).pages)
    assert (paper.widgets, paper.notes) == ((), ())


def test_the_two_halves_of_a_letterhead_are_lines_of_their_own() -> None:
    assert read(making.reference_pdf()).text.split("\n")[:6] == [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG BẮC HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /QĐ-UBND",
        "Bắc Hồng, ngày 19 tháng 02 năm 2021",
    ]


def test_a_wide_blank_for_the_number_does_not_break_the_line() -> None:
    assert lines("Số: #h(60pt) \\/QĐ-UBND\n\nỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG")[0] == "Số: /QĐ-UBND"


def test_cells_of_a_table_stand_beside_each_other_after_tabs() -> None:
    table = "#table(columns: (2cm, 8cm, 3cm), [TT], [Chỉ tiêu], [Mức], [1], [Tỷ lệ hộ nghèo], [0,9 %])"
    assert lines(table) == ["TT\tChỉ tiêu\tMức", "1\tTỷ lệ hộ nghèo\t0,9 %"]


def test_lines_stay_as_on_the_page_also_where_a_page_ends() -> None:
    got = lines("Một dòng\\ dở dang\n#pagebreak()\nsang trang")
    assert got == ["Một dòng", "dở dang", "sang trang"]


def test_page_numbers_in_the_margin_are_left_out_numbers_on_the_page_are_not() -> None:
    header = "#set page(header: align(center, context counter(page).display()), header-ascent: 20%)\n"
    assert lines(header + "Một\n\n2021\n#pagebreak()\nHai") == ["Một", "2021", "Hai"]


def test_a_word_broken_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    assert lines("Thừa Thiên-\\ Huế") == ["Thừa Thiên-", "Huế"]


@pytest.mark.parametrize(
    ("code", "letter"),
    [(0x1EBE, "Ế"), (0x20, " "), (0x0A, "\n"), (0x02, "-"), (0xFFFE, "-"), (0x1F600, "\U0001f600")]
    + [(code, "\ufffd") for code in (0, 1, 0x1F, 0xD800, 0xDFFF, 0x110000, 0xFFFFFFFF)],
)
def test_codes_that_are_no_letters_never_reach_the_database(code: int, letter: str) -> None:
    assert letter_of(code) == letter


def test_centred_and_bold_lines_are_remembered() -> None:
    paper = read(making.pdf_of("#align(center)[*QUYẾT ĐỊNH*]\n\n_Căn cứ Luật_\n\nĐiều *1*"))
    shown = {paper.text[b.start : b.end]: (b.align, b.bold, b.italic) for b in paper.blocks}
    assert shown == {
        "QUYẾT ĐỊNH": (Align.CENTER, True, False),
        "Căn cứ Luật": (Align.START, False, True),
        "Điều 1": (Align.START, False, False),
    }


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_reads_like_an_upright_one(turned: int) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(making.reference_pdf())))
    for page in writer.pages:
        page.rotate(turned)
    out = io.BytesIO()
    writer.write(out)
    assert " ".join(read(out.getvalue()).text.split()) == " ".join(read(making.reference_pdf()).text.split())


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(FileIsScan, match="bản Word"):
        read(making.scanned_pdf(2))


def test_a_scan_whose_only_letters_are_in_a_signature_box_is_still_a_scan() -> None:
    stamp = making.Stamp(
        (10, 780, 350, 830), "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ\nEmail: a@b.vn\nCơ quan: VĂN PHÒNG"
    )
    with pytest.raises(FileIsScan):
        read(making.with_stamps(making.scanned_pdf(), stamp))


def test_pictures_of_pages_among_typed_ones_are_noted() -> None:
    writer = PdfWriter()
    for part in (making.reference_pdf(), making.scanned_pdf()):
        writer.append(io.BytesIO(part))
    out = io.BytesIO()
    writer.write(out)
    assert read(out.getvalue()).notes == ("pictures",)


def test_an_empty_page_is_an_empty_file() -> None:
    with pytest.raises(FileEmpty):
        read(making.pdf_of("#v(1cm)"))


def test_a_password_to_open_is_refused_a_ban_on_printing_is_not() -> None:
    with pytest.raises(FileEncrypted, match="mật khẩu"):
        read(making.locked_pdf(making.reference_pdf(), to_open="mở"))
    assert "QUYẾT ĐỊNH" in read(making.locked_pdf(making.reference_pdf())).text


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_pdf_cut_short_is_refused_or_read_but_never_breaks(keep: float) -> None:
    data = making.reference_pdf()
    with pytest.raises((FileUnreadable, FileEmpty)):
        read(data[: int(len(data) * keep)])
