"""Invented reports put through real files: Word, Excel and PDF, made and read again by the house's own doors."""

from __future__ import annotations

from chuan.exchange import papers
from chuan.exchange.sheets import Table, write_sheet
from chuan.exchange.tables import read_tables
from chuan.objectives.reported.texts import text_of_tables, with_empty_cells
from chuan.paper.papers import Block, Bullets, Heading, Paper, Paragraph, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx


def through(layout: str, text: str) -> str:
    """What is read again of a text that went through a file of the layout's kind."""
    if layout == "bảng":
        return _sheet(text)
    made = paper_of(text)
    if layout == "thông báo":
        return papers.extract(to_pdf(made), name="a.pdf").text
    data = to_docx(made)
    return with_empty_cells(papers.extract(data, name="a.docx").text, data, name="a.docx")


def paper_of(text: str) -> Paper:
    """The lines of a text as a paper of Nghị định 30; its head is taken from the first lines."""
    lines = text.split("\n")
    kind = next(at for at, line in enumerate(lines) if line in ("BÁO CÁO", "THÔNG BÁO"))
    head = lines[:kind]
    agency = (
        ("Bảo hiểm xã hội thị xã Hồng Lĩnh",)
        if head[0].startswith("BẢO")
        else ("Ủy ban nhân dân", "phường Bắc Hồng")
    )
    number = next(line for line in head if line.startswith("Số:")).removeprefix("Số: ").split("/")
    return Paper(
        agency=agency, agency_above="UBND thị xã Hồng Lĩnh" if len(agency) > 1 else "Bảo hiểm xã hội Việt Nam",
        symbol=number[1], number=number[0], place="Bắc Hồng", year=2021,
        type_name=lines[kind].capitalize(), subject=lines[kind + 1],
        signer=Signer(("TM. Ủy ban nhân dân",), "Chủ tịch", ""), body=tuple(_blocks(lines[kind + 2 :])),
    )  # fmt: skip


def _blocks(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    rows = [tuple(line.split("\t")) for line in lines if "\t" in line]
    for line in lines:
        if line.startswith("- "):
            blocks.append(Bullets((line[2:],)))
        elif line.isupper():
            blocks.append(Heading(1, line.capitalize()))
        elif line.strip() and "\t" not in line:
            blocks.append(Paragraph(line))
    if rows:
        blocks.append(TableBlock(rows[0], tuple(rows[1:])))
    return blocks


def _sheet(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [line.split("\t") for line in lines if "\t" in line]
    title = next(line for line in lines if line.startswith(("Số liệu", "Kết quả")))
    table = Table(
        title=title, headers=tuple(rows[0]), rows=[list(row) for row in rows[1:]], notes=[], sheet_name="Biểu"
    )
    return text_of_tables(read_tables(write_sheet(table), name="a.xlsx"))
