"""State secrets are told by their stamp, never by the word inside a sentence.

Luật Bảo vệ bí mật nhà nước 2018, Điều 8: Tuyệt mật, Tối mật, Mật.
"""

from __future__ import annotations

import unicodedata

import pytest

from chuan.documents.secrecy import is_marked_secret
from tests.documents.papers import REFERENCE, decision


@pytest.mark.parametrize(
    "stamp",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "  TỐI  MẬT  ",
        "**MẬT**",
        "# TUYỆT MẬT",
        "“MẬT”",
        "M Ậ T",
        "T Ố I M Ậ T",
        "Độ mật: Tối mật",
        "Mức độ mật: mật",
        "UBND PHƯỜNG BẮC HỒNG\tMẬT\tĐộc lập - Tự do - Hạnh phúc",
        "| MẬT | Bắc Hồng, ngày 19 tháng 02 năm 2021 |",
        "UBND PHƯỜNG BẮC HỒNG    TỐI MẬT    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 05/QĐ-UBND TỐI MẬT",
        "MẬT Bắc Hồng, ngày 19 tháng 02 năm 2021",
        "TUYỆT MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        unicodedata.normalize("NFD", "TỐI MẬT"),
    ],
)
def test_a_stamp_is_seen_however_it_stands(stamp: str) -> None:
    assert is_marked_secret(f"ỦY BAN NHÂN DÂN PHƯỜNG\n{stamp}\nQUYẾT ĐỊNH\n")


@pytest.mark.parametrize(
    "line",
    [
        "6. 100% các văn bản điện tử của UBND phường (ngoại trừ văn bản mật) được ký số.",
        "QUYẾT ĐỊNH BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ TUYỆT MẬT, TỐI MẬT",
        "VỀ VIỆC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Căn cứ Luật Bảo vệ bí mật nhà nước ngày 15/11/2018;",
        "Số: 05/QĐ-UBND về bảo mật",
        "Độ mật: không",
        "Mật độ dân số 1.240 người/km2",
        "Mật",
        "- Lưu: VT, hồ sơ mật.",
        "MẬT ĐỘ XÂY DỰNG",
        "Tuyệt mật, Tối mật, Mật là ba độ mật theo Điều 8.",
    ],
)
def test_the_word_in_a_sentence_or_title_is_no_stamp(line: str) -> None:
    assert not is_marked_secret(f"QUYẾT ĐỊNH\n{line}\nĐiều 1.\n")


def test_the_reference_decision_speaks_of_secret_papers_and_is_none() -> None:
    assert "văn bản mật" in REFERENCE.decode()
    assert not is_marked_secret(REFERENCE.decode())


def test_an_ordinary_decision_is_none() -> None:
    assert not is_marked_secret(decision().decode())


@pytest.mark.shared
def test_none_of_the_real_public_decisions_is_taken_for_a_secret(shared) -> None:
    from chuan.exchange import papers
    from chuan.rules.refusals import Refused

    taken = []
    read = 0
    for path in sorted((shared / "data" / "decisions").rglob("*")):
        if not path.is_file() or path.suffix not in {".md", ".txt", ".html", ".docx"}:
            continue
        try:
            text = papers.extract(path.read_bytes(), name=path.name).text
        except Refused:
            continue
        read += 1
        if is_marked_secret(text):
            taken.append(path.name)
    assert read > 0
    assert not taken
