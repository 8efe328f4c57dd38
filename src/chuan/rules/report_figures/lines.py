"""A report's text cut into paragraphs of running text and tables; sections that plan ahead are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_STARTS = re.compile(
    r"^\s*(?:[-–—+•*·]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[ivxIVX]{1,5}[.)]\s|[a-zđA-ZĐ][.)]\s|\(?\d{1,2}\)\s|Điều\s+\d|Phần\s|"
    r"\[Danh sách \d|Nơi nhận|TM\.|KT\.|TL\.|Số:|Kính gửi|Căn cứ)"
)
_AHEAD = re.compile(
    r"^\s*(?:phần\s+(?:thứ\s+)?\w+[:.]?\s*|[ivxb]{1,4}[.):\-]\s*|\d{1,2}[.)]\s*)?"
    r"(?:một\s+số\s+)?(?:phương\s+hướng|nhiệm\s+vụ(?:\s+trọng\s+tâm|,\s*giải\s+pháp|\s+và\s+giải\s+pháp|\s+tháng|\s+quý|\s+năm)|"
    r"kế\s+hoạch\s+(?:công\s+tác\s+)?(?:tháng|quý|năm)|mục\s+tiêu,?\s+(?:nhiệm\s+vụ|chỉ\s+tiêu)|giải\s+pháp\s+(?:trọng\s+tâm|chủ\s+yếu)|"
    r"dự\s+kiến|kiến\s+nghị|đề\s+xuất)"
)
_BACK = re.compile(
    r"^\s*(?:phần\s|[ivx]{1,4}[.)]\s*|phụ\s+lục|biểu).*(?:kết\s+quả|tình\s+hình|đánh\s+giá|số\s+liệu|phụ\s+lục|biểu)"
)
_END = re.compile(r"^\s*nơi\s+nhận\s*:", re.IGNORECASE)
_WRAPPED = 55
_NUMBERS = re.compile(r"^[\s\d.,%/()–-]+$")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: text[start:end] of the report."""

    start: int
    end: int
    text: str


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph [start, end) of running text, or the rows of a table; ``above`` is the paragraph it hangs under."""

    start: int
    end: int
    text: str
    rows: tuple[Row, ...] = ()
    above: str = ""


def pieces_of(text: str) -> Iterator[Piece]:
    """Paragraphs and tables in order, without what is planned for later."""
    ahead, above = False, ""
    for piece in _pieces(text):
        low = piece.text.lower()
        if _END.match(low):
            ahead = True
        heading = not piece.rows and len(piece.text) < 160
        if heading and _AHEAD.match(low):
            ahead = True
        elif heading and _BACK.match(low):
            ahead = False
        if not ahead:
            yield Piece(piece.start, piece.end, piece.text, piece.rows, above)
        above = (
            piece.text if piece.text.rstrip().endswith(":") else above if _STARTS.match(piece.text) else ""
        )


def loose_rows(text: str) -> int:
    """Lines that hold two bare numbers or more and nothing else: a table that lost its columns."""
    return sum(
        bool(_NUMBERS.match(line)) and len(re.findall(r"\d[\d.,]*", line)) > 1 and "\t" not in line
        for line in text.split("\n")
    )


def _pieces(text: str) -> Iterator[Piece]:
    at, begin = 0, 0
    rows: list[Row] = []
    paragraph: tuple[int, int] | None = None
    for line in [*text.split("\n"), ""]:
        end = at + len(line)
        if "\t" in line:
            if paragraph:
                yield _running(text, *paragraph)
                paragraph = None
            begin = begin if rows else at
            rows.append(_row(line, at))
        else:
            if rows:
                yield Piece(begin, at - 1, text[begin : at - 1], tuple(rows))
                rows = []
            if paragraph and (not line.strip() or not _goes_on(text[paragraph[0] : paragraph[1]], line)):
                yield _running(text, *paragraph)
                paragraph = None
            if line.strip():
                paragraph = (paragraph[0] if paragraph else at, end)
        at = end + 1
    if paragraph:
        yield _running(text, *paragraph)


def _running(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, text[start:end])


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on with the paragraph before it: a long line without an end, then no list mark."""
    last = before.rsplit("\n", 1)[-1]
    if len(last) < _WRAPPED or last.rstrip().endswith((".", ";", ":", "./.")):
        return False
    return _STARTS.match(line) is None and not line.strip().isupper()


def _row(line: str, at: int) -> Row:
    cells, start = [], at
    for part in line.split("\t"):
        cells.append(Cell(start, start + len(part), part.strip()))
        start += len(part) + 1
    return tuple(cells)
