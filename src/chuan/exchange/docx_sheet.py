"""A Word file as a sheet to be checked: letters, paragraphs, pages and their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from chuan.exchange import archives
from chuan.exchange.docx_styles import Looks, W, number, value
from chuan.exchange.docx_text import Paper, Seen
from chuan.exchange.limits import Limits
from chuan.exchange.seen_letters import stretches_of
from chuan.exchange.sheet_packing import PackedSheet
from chuan.rules.seen_paper import Look, PageNumber, PageSeen, Row, Sheet, Stretch

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THEME = "word/theme/theme1.xml"
_MM = 25.4 / 1440
"""Twentieths of a point to millimetres."""

_BLANK_LINE = 12.0
"""Points that an empty paragraph above leaves at least."""


def read_docx_sheet(data: bytes, *, name: str, limits: Limits) -> PackedSheet:
    """The sheet of a .docx; its text is that of ``read_docx``. Raises FileUnreadable, FileBomb, TextTooLong."""
    with archives.opened(data, name=name, limits=limits) as archive:
        seen: list[Seen] = []
        paper = Paper(archive, name, limits, watch=seen.append)
        paper.read()
        return PackedSheet(_Reading(paper).sheet(seen))


class _Reading:
    """What was read, put together."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._fonts = _theme(paper.part(_THEME))
        self._targets = paper.targets()

    def sheet(self, seen: list[Seen]) -> Sheet:
        text = self._paper.out.text
        rows, stretches, sections = [], [], []
        start, blank = 0, False
        for one in seen:
            if one.text:
                rows.append(self._row(one, blank=blank))
                letters = [(word, self._look(looks)) for word, looks in one.runs]
                stretches += list(stretches_of(one.start, one.text, letters))
            blank = not one.text
            ends = one.element.find(f"{W}pPr/{W}sectPr")
            if ends is not None:
                sections.append((start, ends))
                start = one.start + len(one.text) + 1
        last = self._last_section(seen)
        if last is not None:
            sections.append((start, last))
        kept = tuple(
            Stretch(s.start, min(s.end, len(text)), s.look) for s in stretches if s.start < len(text)
        )
        return Sheet(text, tuple(rows), kept, tuple(self._pages(sections)), wrapped=False)

    def _row(self, one: Seen, *, blank: bool) -> Row:
        looks = one.looks
        typed = "".join(word for word, _ in one.runs)
        unknown = looks.list_id is not None or typed.startswith("\t")
        return Row(
            one.start,
            one.start + len(one.text),
            align=(looks.align or "start"),
            indent=None if unknown or (looks.first_line or 0) < 0 else (looks.first_line or 0) * _MM,
            before=(looks.before or 0) / 20 + (_BLANK_LINE if blank else 0),
            after=(looks.after or 0) / 20,
            spacing=_spacing(looks),
            cell=one.cell,
        )

    def _look(self, looks: Looks) -> Look:
        font = looks.font
        if font and font.startswith("theme:"):
            font = self._fonts.get(font.removeprefix("theme:")[:5])
        colour = (looks.colour or "000000").lower()
        return Look(
            font=font,
            size=None if looks.size is None else looks.size / 2,
            bold=bool(looks.bold),
            italic=bool(looks.italic),
            colour="000000" if colour == "auto" else colour,
        )

    def _last_section(self, seen: list[Seen]) -> etree._Element | None:
        root = self._paper.part("word/document.xml")
        body = None if root is None else root.find(f"{W}body")
        return None if body is None else body.find(f"{W}sectPr")

    # Pages

    def _pages(self, sections: list[tuple[int, etree._Element]]) -> Iterator[PageSeen]:
        parts: dict[tuple[str, str], str] = {}
        for place, (start, section) in enumerate(sections):
            for kind in ("header", "footer"):
                for ref in section.findall(f"{W}{kind}Reference"):
                    parts[kind, ref.get(f"{W}type", "default")] = ref.get(f"{_R}id", "")
            size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
            yield PageSeen(
                start,
                width=_mm(size, "w") or 0.0,
                height=_mm(size, "h") or 0.0,
                top=_mm(margin, "top"),
                bottom=_mm(margin, "bottom"),
                left=_mm(margin, "left"),
                right=_mm(margin, "right"),
                number=self._number(parts, section, is_first=place == 0),
            )

    def _number(
        self, parts: dict[tuple[str, str], str], section: etree._Element, *, is_first: bool
    ) -> PageNumber | None:
        """Where the section shows the number of its pages; None when it shows none."""
        apart = section.find(f"{W}titlePg") is not None
        for kind in ("header", "footer"):
            usual = self._numbered(parts.get((kind, "default")))
            if usual is None:
                continue
            first = self._numbered(parts.get((kind, "first"))) is not None if apart else True
            looks = self._paper.styles.of_paragraph(usual.find(f"{W}pPr"))
            return PageNumber(
                top=kind == "header",
                centred=looks.align == "center" or _framed_in_middle(usual),
                on_first=is_first and first,
                size=_size_of(usual, looks),
            )
        return None

    def _numbered(self, reference: str | None) -> etree._Element | None:
        """The paragraph of a header or footer that holds the number."""
        target = self._targets.get(reference or "")
        root = None if target is None else self._paper.part(target)
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            codes = [each.text or "" for each in paragraph.iter(f"{W}instrText")]
            codes += [each.get(f"{W}instr", "") for each in paragraph.iter(f"{W}fldSimple")]
            if any(code.split()[:1] == ["PAGE"] for code in codes):
                return paragraph
        return None


def _size_of(paragraph: etree._Element, below: Looks) -> float | None:
    sizes = [number(value(each, "sz")) for each in paragraph.iter(f"{W}rPr")]
    said = next((size for size in sizes if size), below.size)
    return None if said is None else said / 2


def _framed_in_middle(paragraph: etree._Element) -> bool:
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return frame is not None and frame.get(f"{W}xAlign") == "center"


def _spacing(looks: Looks) -> float | None:
    """Single lines between lines; None for a spacing in points."""
    if looks.line is None:
        return 1.0
    return looks.line / 240 if looks.line_rule in (None, "auto") else None


def _mm(parent: etree._Element | None, key: str) -> float | None:
    said = None if parent is None else number(parent.get(f"{W}{key}"))
    return None if said is None else said * _MM


def _theme(root: etree._Element | None) -> dict[str, str]:
    """The theme's typefaces: "minor" and "major" of Latin letters."""
    if root is None:
        return {}
    found = {}
    for key in ("minor", "major"):
        latin = next(iter(root.iter(f"{_A}{key}Font")), None)
        face = None if latin is None else latin.find(f"{_A}latin")
        if face is not None:
            found[key] = face.get("typeface", "")
    return found
