"""Invented reports put through real files: Word, Excel and PDF, made and read again by the house's own doors."""

from __future__ import annotations

import typst

from chuan.exchange.sheets import Table, write_sheet
from chuan.exchange.tables import read_tables
from chuan.objectives.reported.texts import bring, text_of_tables
from chuan.paper.papers import Block, Bullets, Heading, Paper, Paragraph, Signer, TableBlock
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx


def through(layout: str, text: str) -> str:
    """What is read again of a text that went through a file of the layout's kind."""
    if layout == "bảng":
        return _sheet(text)
    made = paper_of(text)
    if layout == "thông báo":
        return bring(to_pdf(made), name="a.pdf").text
    return bring(to_docx(made), name="a.docx").text


STYLES = {
    "kẻ ô": "stroke: 0.5pt",
    "kẻ ngang": "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)",
    "kẻ dọc": "stroke: (x, y) => (left: 0.5pt, right: 0.5pt, top: if y < 2 { 0.5pt }, bottom: 0.5pt)",
    "không kẻ": "stroke: none",
}
"""How a table is ruled."""


def through_pdf(text: str, style: str) -> str:
    """What is read again of a text that was typeset with its table ruled in this way, on a page that lies."""
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [line.split("\t") for line in lines if "\t" in line]
    above = [line for line in lines if "\t" not in line]
    wide = max(range(len(rows[0])), key=lambda at: max(len(row[at]) for row in rows if at < len(row)))
    columns = ", ".join("2fr" if at == wide else "auto" for at in range(len(rows[0])))
    cells = ", ".join(f"[{_safe(cell)}]" for row in rows for cell in row)
    body = "\n\n".join(map(_safe, above))
    source = (
        '#set page(paper: "a4", flipped: true, margin: 2cm)\n'
        '#set text(font: ("Tinos", "Liberation Serif", "Libertinus Serif"), size: 12pt, lang: "vi", hyphenate: false)\n'
        f"{body}\n\n#table(columns: ({columns}), {STYLES[style]}, {cells})\n"
    )
    return bring(typst.compile(source.encode(), format="pdf"), name="a.pdf").text


def _safe(words: str) -> str:
    return "".join(f"\\{one}" if one in "#$*_[]<>@`\\/-+=" else one for one in words)


def paper_of(text: str) -> Paper:
    """The lines of a text as a paper of Nghị định 30; its head is taken from the first lines."""
    lines = text.split("\n")
    kind = next(at for at, line in enumerate(lines) if line in ("BÁO CÁO", "THÔNG BÁO", "QUYẾT ĐỊNH"))
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
