"""The year's report is printed, and the ISO secretary checks the chain that its last page names."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import docx
import pytest
from pypdf import PdfReader

from tests.journeys.conftest import House, Walker

pytestmark = pytest.mark.browser
Walk = Callable[..., Walker]


def test_the_report_prints_as_pdf_and_word_and_names_the_trails_head(walk: Walk, house: House) -> None:
    chairman = walk()
    chairman.sign_in("chutich")
    chairman.press("Mục tiêu")
    chairman.press("In báo cáo")
    chairman.sees("Có số liệu minh họa.", "Đầu chuỗi nhật ký bây giờ")
    chairman.shot("bao-cao-nam")
    pages = PdfReader(io.BytesIO(chairman.download("In PDF"))).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "BÁO CÁO" in words
    assert "Tổng thu ngân sách nhà nước" in words
    assert "minh họa" in words, "mọi trang nói rõ số liệu minh họa"
    paper = docx.Document(io.BytesIO(chairman.download("Tải Word")))
    written = "\n".join([one.text for one in paper.paragraphs] + _cells(paper))
    assert "BÁO CÁO" in written
    assert "Tổng thu ngân sách nhà nước" in written
    heads = set(re.findall(r"\b[0-9a-f]{16,64}\b", words))
    assert heads, "báo cáo in đầu chuỗi nhật ký"
    assert _heads_in_the_trail(house) & {head[:16] for head in heads}


def test_the_iso_secretary_sees_the_printing_in_the_trail_and_checks_the_chain(walk: Walk) -> None:
    secretary = walk()
    secretary.sign_in("thukyiso")
    secretary.press("Nhật ký")
    secretary.sees("Ngô Văn Ký (minh họa)")
    secretary.shot("nhat-ky")
    secretary.press("Kiểm tra chuỗi")
    assert secretary.page.get_by_role("status").first.is_visible(), "chuỗi nguyên vẹn"
    assert not secretary.page.get_by_role("alert").count()
    secretary.shot("kiem-tra-chuoi")


def test_a_specialist_has_no_door_to_the_trail(walk: Walk) -> None:
    specialist = walk()
    specialist.sign_in("taichinh")
    assert not specialist.page.get_by_role("link", name="Nhật ký").count()
    answer = specialist.page.request.get(f"{specialist.address}/nhat-ky/")
    assert answer.status == 403
    assert "Nhật ký" not in answer.headers


def test_the_verifier_of_the_command_line_agrees(house: House) -> None:
    for arguments in (("trail", "verify"), ("check", "projections")):
        done = house.chuan(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr


def _cells(paper: docx.document.Document) -> list[str]:
    return [cell.text for table in paper.tables for row in table.rows for cell in row.cells]


def _heads_in_the_trail(house: House) -> set[str]:
    """The current head, and with it every earlier one: the chain holds what was printed."""
    import sqlite3

    with sqlite3.connect(house.folder / "chuan.sqlite3") as database:
        return {hash_[:16] for (hash_,) in database.execute("select hash from trail_entry")}
