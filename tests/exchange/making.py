"""Makes, at test time, the papers that offices send: the reference as Word and as PDF, and bad files."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import docx
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

HERE = Path(__file__).resolve()
REFERENCE_PLACES = (
    HERE.parents[2] / "examples" / "bac-hong-2021" / "quyet-dinh.md",
    HERE.parents[3] / "shared" / "examples" / "bac-hong-2021.md",
)


def reference() -> str:
    """The reference Decision as Markdown."""
    return next(p for p in REFERENCE_PLACES if p.exists()).read_text(encoding="utf-8")


def lines_of(markdown: str) -> list[str]:
    """The words of the Markdown, line by line, without its marks."""
    bare = re.sub(r"[*#]+", "", markdown)
    return [" ".join(line.split()) for line in bare.splitlines() if line.strip()]


# Word


def new_word() -> docx.document.Document:
    return docx.Document()


def word_bytes(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def add_list_kind(document: docx.document.Document, number: int, *levels: tuple[str, str]) -> None:
    """A list definition: for each level its numFmt and lvlText, as Word stores them."""
    numbering = document.part.numbering_part.element
    shapes = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{counts}"/>'
        f'<w:lvlText w:val="{shows}"/></w:lvl>'
        for at, (counts, shows) in enumerate(levels)
    )
    shape = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{shapes}</w:abstractNum>')
    numbering.insert(0, shape)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    )


def list_paragraph(document: docx.document.Document, text: str, number: int, level: int = 0):
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", number)):
        child = OxmlElement(tag)
        child.set(qn("w:val"), str(value))
        numbering.append(child)
    properties.append(numbering)
    return paragraph


def reference_docx() -> bytes:
    """The reference as an office would type it: header table, automatic numbers and dashes."""
    document = new_word()
    add_list_kind(document, 901, ("decimal", "%1."))
    add_list_kind(document, 902, ("bullet", "-"))
    lines = lines_of(reference())
    _letterhead(document, lines)
    for line in lines[2:]:
        if re.match(r"\d+\. ", line):
            list_paragraph(document, line.split(". ", 1)[1], 901)
        elif line.startswith("- "):
            list_paragraph(document, line[2:], 902)
        else:
            _plain_paragraph(document, line)
    return word_bytes(document)


def _letterhead(document: docx.document.Document, lines: list[str]) -> None:
    table = document.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    left.text, right.text = "ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC HỒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    right.add_paragraph("Độc lập - Tự do - Hạnh phúc")
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = lines[0], lines[1]


def _plain_paragraph(document: docx.document.Document, line: str) -> None:
    paragraph = document.add_paragraph()
    article = re.match(r"Điều \d\. ", line)
    if article:
        paragraph.add_run(article[0]).bold = True
        paragraph.add_run(line[article.end() :])
        return
    run = paragraph.add_run(line)
    if line.startswith("Căn cứ"):
        run.italic = True
    if line.isupper() or (line.endswith(":") and line[:-1].isupper()):
        run.bold, paragraph.alignment = True, WD_ALIGN_PARAGRAPH.CENTER


# PDF

_PAGE = """
#set page(paper: "a4", margin: (left: 3cm, right: 2cm, y: 2cm))
#set text(font: ("Tinos", "Liberation Serif", "Libertinus Serif"), size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true)
"""


def pdf_of(body: str) -> bytes:
    """A tagged PDF typeset from Typst markup."""
    return typst.compile((_PAGE + body).encode(), format="pdf")


def reference_pdf() -> bytes:
    """The reference typeset: two columns of letterhead, then line after line."""
    lines = lines_of(reference())
    head = (
        "#grid(columns: (2fr, 3fr), align: center, row-gutter: 8pt,\n"
        "[*ỦY BAN NHÂN DÂN\\ PHƯỜNG BẮC HỒNG*],\n"
        "[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\ Độc lập - Tự do - Hạnh phúc*],\n"
        f"[{_typ(lines[0])}], [_{_typ(lines[1])}_])\n\n"
    )
    return pdf_of(head + "\n\n".join(_typ_line(line) for line in lines[2:]))


def _typ(text: str) -> str:
    return re.sub(r"([\\#*_`<>@$\[\]/~-])", r"\\\1", text)


def _typ_line(line: str) -> str:
    text = re.sub(r"^(\d+)\.", r"\1\\.", _typ(line))
    return f"#align(center)[*{text}*]" if line.isupper() else text


# PDF with signature boxes


@dataclass(frozen=True)
class Stamp:
    """A box whose appearance shows ``text``, nested as signing software of the State nests it."""

    rect: tuple[float, float, float, float]
    text: str
    page: int = 0
    flags: int = 132
    subtype: str = "/Widget"


def with_stamps(base: bytes, *stamps: Stamp) -> bytes:
    """The PDF with a signature box for each stamp: /AP /N → /FRM → /n0 and /n2, letters by glyph number."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(base)))
    for stamp in stamps:
        left, bottom, right, top = stamp.rect
        drawn = _form(
            writer, right - left, top - bottom, _show(stamp.text), {"/Font": _font(writer, stamp.text)}
        )
        blank = _form(writer, 100, 100, b"% DSBlank", {})
        inner = {"/XObject": DictionaryObject({NameObject("/n0"): blank, NameObject("/n2"): drawn})}
        both = _form(writer, right - left, top - bottom, b"q 1 0 0 1 0 0 cm /n0 Do Q q /n2 Do Q", inner)
        outer = {"/XObject": DictionaryObject({NameObject("/FRM"): both})}
        shown = _form(writer, right - left, top - bottom, b"q 1 0 0 1 0 0 cm /FRM Do Q", outer)
        box = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject(stamp.subtype),
                NameObject("/FT"): NameObject("/Sig"),
                NameObject("/F"): NumberObject(stamp.flags),
                NameObject("/Rect"): ArrayObject(FloatObject(x) for x in stamp.rect),
                NameObject("/AP"): DictionaryObject({NameObject("/N"): shown}),
            }
        )
        page = writer.pages[stamp.page]
        page.setdefault(NameObject("/Annots"), ArrayObject()).append(writer._add_object(box))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _form(writer: PdfWriter, width: float, height: float, content: bytes, resources: dict) -> IndirectObject:
    form = StreamObject()
    form.set_data(content)
    form.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(FloatObject(x) for x in (0, 0, width, height)),
            NameObject("/Resources"): DictionaryObject({NameObject(k): v for k, v in resources.items()}),
        }
    )
    return writer._add_object(form)


def _glyphs(text: str) -> dict[str, int]:
    """Glyph numbers that mean nothing without the font's own table."""
    return {letter: at for at, letter in enumerate(sorted(set(text)), start=1)}


def _show(text: str) -> bytes:
    lines = text.split("\n")
    codes = [b"".join(_glyphs(text)[letter].to_bytes(2, "big") for letter in line).hex() for line in lines]
    shown = " 0 -8 Td ".join(f"<{code}> Tj" for code in codes)
    size = 13 if len(lines) == 1 else 7
    return f"BT 1 0 0 1 2 {5.3 + 8 * (len(lines) - 1)} Tm /F1 {size} Tf {shown} ET".encode()


def _font(writer: PdfWriter, text: str) -> DictionaryObject:
    table = StreamObject()
    pairs = "\n".join(
        f"<{at:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, at in _glyphs(text).items()
    )
    table.set_data(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        f"{len(_glyphs(text))} beginbfchar\n{pairs}\nendbfchar endcmap end end".encode()
    )
    name = NameObject("/TimesNewRomanPSMT")
    system = {"/Registry": TextStringObject("Adobe"), "/Ordering": TextStringObject("Identity")}
    inner = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): name,
            NameObject("/CIDSystemInfo"): DictionaryObject(
                {NameObject(k): v for k, v in system.items()} | {NameObject("/Supplement"): NumberObject(0)}
            ),
            NameObject("/DW"): NumberObject(500),
        }
    )
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): name,
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([writer._add_object(inner)]),
            NameObject("/ToUnicode"): writer._add_object(table),
        }
    )
    return DictionaryObject({NameObject("/F1"): writer._add_object(font)})


def locked_pdf(base: bytes, *, to_open: str = "", to_print: str = "chủ") -> bytes:
    """The PDF behind a password to open it (if given) or only to print and copy it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(base)))
    writer.encrypt(user_password=to_open, owner_password=to_print, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf(pages: int = 1) -> bytes:
    """Pages that are pictures, as a scanner makes them."""
    numbers = ", ".join(str(byte) for byte in png())
    picture = f'#image(bytes(({numbers})), format: "png", width: 100%)'
    return pdf_of("#pagebreak()\n".join([picture + "\n"] * pages))


# Bad files


def png(side: int = 8) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = side.to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    pixels = zlib.compress((b"\x00" + b"\x80" * side) * side)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole_with(entry: str) -> bytes:
    """The container of old Office files, holding an entry of this name."""
    return OLE + b"\x00" * 504 + entry.encode("utf-16-le").ljust(128, b"\x00")


def zipped(**parts: bytes) -> bytes:
    """A zip archive; names are given with __ for / and _dot_ for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def bare_docx(body: str, **more: bytes) -> bytes:
    """The smallest .docx: a body of WordprocessingML and nothing else."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>'
    return zipped(word__document_dot_xml=xml.encode(), **more)


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
