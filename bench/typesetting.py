"""Typesetting: a hundred decisions of three pages as PDF, as PDF with places, as Word."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import date

from pypdf import PdfReader

from bench.saying import say
from chuan.paper.contents import Content, body_from_text, paper_of
from chuan.paper.papers import Paper, Signer
from chuan.paper.pdf import to_pdf
from chuan.paper.places import typeset
from chuan.paper.word import to_docx

HUNDRED = 100
SENTENCE = (
    "Các bộ phận thực hiện theo Quyết định số 148/QĐ-UBND của Ủy ban nhân dân phường và báo cáo hằng quý. "
)
CONTENT = Content(
    kind="QĐ",
    subject="Ban hành Mục tiêu chất lượng",
    bases=tuple(f"Căn cứ văn bản thứ {n} của cơ quan có thẩm quyền" for n in range(1, 6)),
    body=body_from_text("\n".join(f"Điều {n}. {SENTENCE * 4}" for n in range(1, 12))),
    recipients=("Như Điều 11", "Lưu: VT, VP"),
    signer=Signer(("TM. Ủy ban nhân dân",), "Chủ tịch", "Người Ký"),
)


def paper(number: int) -> Paper:
    """One of the hundred: no two are alike, so nothing is remembered from the one before."""
    return paper_of(
        CONTENT,
        agency=("Ủy ban nhân dân", "phường Bắc Hồng"),
        place="Bắc Hồng",
        number=str(number),
        symbol="QĐ-UBND",
        year=2021,
        made_on=date(2021, 2, 19),
    )


def tell(name: str, work: Callable[[Paper], object], limit: float) -> None:
    """Say how many seconds a hundred take."""
    work(paper(1))
    wall, cpu = time.perf_counter(), time.process_time()
    for number in range(HUNDRED):
        work(paper(1000 + number))
    say(name, time.perf_counter() - wall, "s", limit, cpu=time.process_time() - cpu)


def main() -> None:
    """Measure and print."""
    pages = len(PdfReader(io.BytesIO(to_pdf(paper(1)))).pages)
    tell(f"100 quyết định {pages} trang, PDF/A", to_pdf, 3)
    tell(f"100 quyết định {pages} trang, PDF/A kèm chỗ ký", typeset, 3)
    tell(f"100 quyết định {pages} trang, Word", to_docx, 6)


if __name__ == "__main__":
    main()
