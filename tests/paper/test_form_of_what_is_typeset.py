"""What is typeset here is silent under the check of form: as plain lines, as PDF and as Word."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.exchange.docx_sheet import read_docx_sheet
from chuan.exchange.limits import DEFAULT
from chuan.exchange.pdf_sheet import read_pdf_sheet
from chuan.law.paper_form import form_rules
from chuan.paper.pdf import to_pdf
from chuan.paper.plain import text_of
from chuan.paper.word import to_docx
from chuan.rules.paper_form import Sheet, check
from tests.paper.contents_samples import EVERY, a_paper

ON = date(2021, 2, 19)


def said(sheet: Sheet) -> list[str]:
    return [one.said for one in check(sheet, form_rules(ON), ON)]


@pytest.mark.parametrize("name", EVERY)
def test_the_plain_lines_depart_from_nothing(name: str) -> None:
    assert said(Sheet.of_text(text_of(a_paper(EVERY[name])))) == []


@pytest.mark.parametrize("name", EVERY)
def test_the_pdf_departs_from_nothing(name: str) -> None:
    data = to_pdf(a_paper(EVERY[name]))
    assert said(read_pdf_sheet(data, name="a.pdf", limits=DEFAULT).sheet) == []


@pytest.mark.parametrize("name", EVERY)
def test_the_word_file_departs_from_nothing(name: str) -> None:
    data = to_docx(a_paper(EVERY[name]))
    assert said(read_docx_sheet(data, name="a.docx", limits=DEFAULT).sheet) == []
