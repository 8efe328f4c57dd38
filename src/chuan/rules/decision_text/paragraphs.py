"""Lines joined back into paragraphs, and the mark each paragraph begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chuan.rules.decision_text.flat import Flat

_MARKS = re.compile(
    r"(?P<named>(?:mục tiêu|chỉ tiêu)\s+(?:số\s+)?(?P<named_n>\d{1,2})\s*[:.)]\s*)"
    r"|(?P<dotted>(?P<dotted_n>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\s+(?=[^\W\d_]|[\"“(]|\d+\s*[%/]|\d[.)]?\d*\s))"
    r"|(?P<paren>\(\s*(?P<paren_n>\d{1,2}|[a-zđ])\s*\)\s*)"
    r"|(?P<arabic>(?P<arabic_n>\d{1,2})(?P<stop>[.)]|/(?=\s+(?:[^\W\d_]|\d+\s*%)))(?:\s+|(?=[^\W\d_])))"
    r"|(?P<roman>(?P<roman_n>x{0,2}(?:ix|iv|v?i{1,3}|v|x))(?:[.)]\s*|\s+[-–]\s+)(?=\S))"
    r"|(?P<alpha>(?P<alpha_n>[a-zđ])[.)]\s*(?=[^\W_]))"
    r"|(?P<dash>[-–—−]\s*(?=\S))"
    r"|(?P<plus>\+\s*(?=\S))"
    r"|(?P<dot>[•●▪◦·∙○■□➢➤✓§❖o](?:\s+|(?<=\W)\s*)(?=\S))"
)
_CLOSED = (".", ";", ":", "?", "!", "…")
_CUT_OFF = re.compile(r"(?:\b(?:điều|khoản|điểm|mục|chương|phụ lục|số|ngày|tháng|năm)|\d\s?/|[^\W\d_]-)$")
_HANGING = re.compile(
    r"(?<!\w)(?:sở|bộ|giám\s+đốc|chủ\s+tịch|phó|của|và|các|những|do|tại|theo|về|là|cho|với|trong|từ|"
    r"đến|văn\s+phòng|trung\s+tâm|"
    r"cục|vụ|luật|nghị|quyết|thông|ủy|ủy\s+ban|hội\s+đồng|bộ\s+trưởng|thủ\s+tướng|chính|chánh|thuộc|"
    r"nhân\s+dân|tiếp|ngành)$"
)
_OPENERS = re.compile(
    r"(?:điều\s+\d+\s*[.:]|điều\s+\d+$|căn\s+cứ\b|chương\s+[ivx]+\b|phụ\s+lục\b|nơi\s+nhận\b|số\s*:|"
    r"(?:tm|kt|tl|tuq|q)\s?\.|quyết\s+định\s*:?$|xét\s+đề\s+nghị|theo\s+đề\s+nghị|\||-{3,}|_{3,})"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a paragraph begins: "1." is kind "arabic.", number "1"; a dash has no number."""

    kind: str
    number: str
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of the plain text, line breaks inside read as blanks (same length)."""

    start: int
    text: str
    low: str
    mark: Mark | None
    lines: int = 1

    @property
    def end(self) -> int:
        """End offset in the plain text."""
        return self.start + len(self.text)

    @property
    def body_at(self) -> int:
        """Offset inside ``text`` where the words begin, after the mark."""
        return self.mark.end if self.mark else 0


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    low: str
    mark: Mark | None


def read_mark(low: str) -> Mark | None:
    """The list mark at the start of a (lower-case) paragraph."""
    found = _MARKS.match(low)
    if found is None or found.end() >= len(low):
        return None
    kind = next(k for k in _KINDS if found.group(k) is not None)
    number = found.group(f"{kind}_n") or "" if kind not in ("dash", "plus", "dot") else ""
    if kind == "dotted":
        return Mark(f"dotted{number.count('.')}", number, found.end())
    return Mark(kind + (found.group("stop") or "" if kind == "arabic" else ""), number, found.end())


_KINDS = ("named", "dotted", "paren", "arabic", "roman", "alpha", "dash", "plus", "dot")


def read_paragraphs(flat: Flat) -> list[Paragraph]:
    """Join wrapped lines: a line goes on with the one before unless something begins there."""
    rows = _rows(flat)
    width = _wrap_width(rows)
    found: list[Paragraph] = []
    open_at: _Row | None = None
    last: _Row | None = None
    count = 0
    for row in [*rows, None]:
        if open_at and last and (row is None or row.start == row.end or not _goes_on(flat, last, row, width)):
            found.append(_paragraph(flat, open_at, last, count))
            open_at = None
        if row is None or row.start == row.end:
            last = None
            continue
        if open_at is None:
            open_at, count = row, 0
        last, count = row, count + 1
    return found


def _rows(flat: Flat) -> list[_Row]:
    rows: list[_Row] = []
    at = 0
    for line in flat.text.split("\n"):
        body = line.strip()
        if not body:
            if rows and rows[-1].start < rows[-1].end:
                rows.append(_Row(at, at, "", None))
            at += len(line) + 1
            continue
        lead = len(line) - len(line.lstrip())
        start = at + lead
        low = flat.low[start : start + len(body)]
        rows.append(_Row(start, start + len(body), low, read_mark(low)))
        at += len(line) + 1
    return rows


def _wrap_width(rows: list[_Row]) -> int:
    """The width at which the source broke its lines; 0 when each paragraph is one line."""
    lengths = sorted(row.end - row.start for row in rows if row.end > row.start)
    if len(lengths) < 12:
        return 0
    high = lengths[len(lengths) * 19 // 20]
    return high if high <= 130 else 0


def _goes_on(flat: Flat, before: _Row, row: _Row, width: int) -> bool:
    """Whether a line continues the paragraph before it rather than beginning its own."""
    first, last = flat.text[row.start], flat.text[before.end - 1]
    if "|" in row.low or "|" in before.low:
        return False
    if _CUT_OFF.search(before.low):
        return True
    if row.mark:
        dash = row.mark.kind == "dash" and flat.text[row.start + row.mark.end].islower()
        return dash and last not in _CLOSED and last != ","
    if _OPENERS.match(row.low):
        return False
    if not first.isupper() and first not in '"“(':
        return last != ":" if first.islower() else last not in _CLOSED
    if last in _CLOSED or not width or flat.text[before.start : before.end].isupper():
        return False
    return bool(_HANGING.search(before.low)) or _full(before, width) or _emphasis_open(flat, before)


def _full(row: _Row, width: int) -> bool:
    """Whether a line runs so near the edge that the next one may be its continuation."""
    return row.end - row.start >= width * 6 // 10


def _emphasis_open(flat: Flat, row: _Row) -> bool:
    """Whether a bold or italic run that begins with the line is still open where it ends."""
    before = flat.source.rfind("\n", 0, flat.starts[row.start]) + 1
    after = flat.source.find("\n", flat.ends[row.end - 1])
    line = flat.source[before : after if after >= 0 else None].strip()
    return line.startswith("*") and len(re.findall(r"\*+", line)) % 2 == 1


def _paragraph(flat: Flat, first: _Row, last: _Row, count: int) -> Paragraph:
    text = flat.text[first.start : last.end].replace("\n", " ")
    low = flat.low[first.start : last.end].replace("\n", " ")
    return Paragraph(first.start, text, low, first.mark, count)
