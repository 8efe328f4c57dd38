"""Text and Markdown come in letter for letter, whatever the encoding."""

from __future__ import annotations

import time

import pytest
from tests.exchange import making

from chuan.exchange.papers import BlockKind, extract
from chuan.rules.refusals import FileEmpty, FileOldEncoding

SENTENCE = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"
# The same sentence set in the TCVN3 code of the old .Vn fonts, as its bytes.
TCVN3 = (
    "C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph\u00ad¬ng ngµy 19 th¸ng 6 n¨m 2015; giao Chñ tÞch thi hµnh"
).encode("latin-1")


def test_markdown_is_kept_letter_for_letter() -> None:
    paper = extract(making.reference().encode(), name="quyet-dinh.md")
    assert paper.text == making.reference()
    assert (paper.media_type, paper.pages, paper.widgets) == ("text/markdown", 0, ())


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_gives_the_same_text(codec: str) -> None:
    assert extract(SENTENCE.encode(codec), name="a.txt").text == SENTENCE


def test_windows_1258_is_read_with_its_tone_marks_left_as_separate_letters() -> None:
    paper = extract(
        "Ca\u0306n cứ".replace("a\u0306", "ă").replace("ứ", "ư\u0301").encode("cp1258"), name="a.txt"
    )
    assert paper.text == "Căn cư\u0301"


def test_line_ends_of_windows_and_old_macs_become_one() -> None:
    assert extract(b"a\r\nb\rc\n", name="a.txt").text == "a\nb\nc\n"


def test_the_name_decides_only_between_text_and_markdown() -> None:
    assert extract(b"# Tit", name="a.md").media_type == "text/markdown"
    assert extract(b"# Tit", name="a.txt").media_type == "text/plain"
    assert extract(b"# Tit", name="").media_type == "text/plain"


def test_a_text_that_begins_like_a_picture_is_still_a_text() -> None:
    assert extract("BM-01: Biểu mẫu".encode(), name="a.txt").text.startswith("BM-01")


def test_blocks_of_markdown_leave_the_marks_out() -> None:
    paper = extract(
        "## **MỤC TIÊU**\n\n- Một\n\n*Căn cứ Luật,*\n**Điều 1.** Ban hành\n".encode(), name="a.md"
    )
    shown = [(paper.text[b.start : b.end], b.kind, b.bold, b.italic) for b in paper.blocks]
    assert shown == [
        ("MỤC TIÊU", BlockKind.HEADING, True, False),
        ("- Một", BlockKind.LIST_ITEM, False, False),
        ("Căn cứ Luật,", BlockKind.PARAGRAPH, False, True),
        ("**Điều 1.** Ban hành", BlockKind.PARAGRAPH, False, False),
    ]


@pytest.mark.parametrize("data", [TCVN3, TCVN3.decode("latin-1").encode()], ids=["bytes", "pasted"])
def test_letters_of_the_old_vn_fonts_come_in_as_unicode_and_are_told(data: bytes) -> None:
    paper = extract(data, name="cu.txt")
    assert paper.text == SENTENCE[:-1] + "; giao Chủ tịch thi hành"
    assert paper.old_letters is not None
    assert (paper.old_letters.code, paper.old_letters.by) == ("tcvn3", "letters")
    assert paper.old_letters.pairs == ((TCVN3.decode("latin-1"), paper.text),)


def test_bytes_of_a_code_that_nobody_knows_are_refused() -> None:
    with pytest.raises(FileOldEncoding, match="Unicode"):
        extract(b"M\x9d \xff\xd2 c\xe1i", name="la.txt")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n\t\n"])
def test_a_file_without_a_letter_is_empty(data: bytes) -> None:
    with pytest.raises(FileEmpty, match="không có nội dung"):
        extract(data, name="a.txt")


def test_text_is_read_in_this_process_and_within_a_few_milliseconds() -> None:
    data = making.reference().encode()
    began = time.perf_counter()
    extract(data, name="a.md")
    assert time.perf_counter() - began < 0.05
