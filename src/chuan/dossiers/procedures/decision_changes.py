"""Decisions that publish, amend or repeal procedures: their lists, row by row, as proposals.

A list comes as a real table (Word, web page) or flattened, as crawled texts and Markdown have it: every cell on
lines of its own, a line "|" after each, an empty cell between rows. Merged cells have moved the columns, so a row
is read by its header only where what stands there looks right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from chuan.dossiers.procedures.types import NAME_LETTERS, national_code
from chuan.rules.time_limits import read_limits, times_in
from chuan.rules.vietnamese import compose, fold

Cells = Sequence[str]
CODE = re.compile(r"(?<![\d./])\d\.\d{3}\.?\d{3,4}(?:\.000)?(?:\.00)*(?:[.\s-]*H\d{1,2})?(?![\d/])")
_KINDS = re.compile(
    r"(?P<repeal>bi bai bo|bai bo|huy bo|bi thay the)|(?P<publish>moi ban hanh|ban hanh moi)"
    r"|(?P<amend>sua doi,? bo sung|duoc thay the|chuan hoa|sua doi)"
)
_LIST = re.compile(r"danh muc|thu tuc hanh chinh|tthc")
_FIELD = re.compile(r"(?:^|trong )\W*(?:[ivx\d.]+\W*)?lĩnh vực:?\s+(.+)", re.IGNORECASE | re.DOTALL)
_FIELD_ENDS = re.compile(r"\s*(?:\(|thuộc |được |có mã|không phụ thuộc|;|:)", re.IGNORECASE)
_TITLE = re.compile(r"(?:(?:[\divx]{1,4}|[a-d])[.)]\s*)?(?:danh muc|phu luc|thu tuc hanh chinh|tthc)\b")
_LABELS = {
    "name": re.compile(r"^ten (?:thu tuc|tthc)|^thu tuc hanh chinh$|^ten thu tuc"),
    "code": re.compile(r"^ma (?:so )?(?:tthc|thu tuc|ho so tthc)|^ma so$|^so ho so tthc"),
    "limit": re.compile(r"^thoi (?:han|gian) (?:giai quyet|thuc hien)"),
    "field": re.compile(r"^linh vuc$"),
}
_ORDINAL = re.compile(r"^(?:\d{1,3}|[IVX]{1,5}|[A-D])\.?\)?$")
_ACTS = re.compile(r"(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết)\s")
_ROW_NUMBER = re.compile(r"^\d{1,3}\.?$")
_BREAK = re.compile(r"^\s*\|\s*$")
_IN_LINE = re.compile(
    rf"(?:^|\n)\s*(?:\d+\.\s*)?(?P<name>[^\n|]{{15,400}}?)\s*\(?(?:mã[^\d\n]{{0,20}})?(?P<code>{CODE.pattern})",
    re.I,
)


class Kind(StrEnum):
    """What a decision does to a procedure; the values of ``ProcedureChange.Kind``."""

    PUBLISH = "publish"
    AMEND = "amend"
    REPEAL = "repeal"


@dataclass(frozen=True, slots=True)
class Change:
    """One row of such a list."""

    kind: Kind
    code: str
    name: str
    field: str = ""
    limits_text: str = ""


@dataclass
class _State:
    """Where the reading of a paper stands: under which heading, in which columns."""

    kinds: tuple[Kind, ...] = ()
    group: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    repeals_here: bool = False
    inside: bool = False
    """Procedures within the administration: no citizen hands in a dossier, and they have no national code."""


def changes_in(text: str, tables: Iterable[Sequence[Cells]] = ()) -> tuple[Change, ...]:
    """What the lists of a decision say, in order, once each. ``tables``: real tables, headings as rows of one cell."""
    rows = [row for table in tables for row in table] or [*_flattened(text)]
    subject = _subject(fold(compose(text)[:4000]))
    found = [*_read(rows, _kinds(subject), "thu tuc hanh chinh noi bo" in subject)]
    if not found:
        found = [*_in_lines(compose(text), _kinds(subject))]
    return tuple({(one.kind, one.code or fold(one.name)): one for one in reversed(found)}.values())[::-1]


def _subject(plain: str) -> str:
    """What the decision is about: the words after "công bố", or its beginning."""
    at = plain.find("cong bo")
    return plain[at : at + 400] if at >= 0 else plain[:1500]


def _flattened(text: str) -> Iterator[Cells]:
    """Rows of a flattened text: cells up to an empty one; a heading is a row of its own."""
    row: list[str] = []
    for cell in _segments(compose(text)):
        if not cell or _is_heading(cell) or fold(cell).strip(".") in ("stt", "tt", "so tt"):
            if row:
                yield row
            row = []
        if cell and _is_heading(cell):
            yield [cell]
        elif cell:
            row.append(cell)
    if row:
        yield row


def _segments(text: str) -> Iterator[str]:
    lines: list[str] = []
    for line in text.splitlines():
        if _BREAK.match(line):
            yield " ".join(" ".join(lines).replace("*", " ").split())
            lines = []
        else:
            lines.append(line)
    yield " ".join(" ".join(lines).replace("*", " ").split())


def _is_heading(cell: str) -> bool:
    """The title of a list, or of an annex with lists; not a cell that cites a decision about lists."""
    plain = fold(cell).lstrip("#-. ")
    return bool(_TITLE.match(plain)) and (len(plain) > 24) and bool(_KINDS.search(plain))


def _kinds(plain: str) -> tuple[Kind, ...]:
    """The kinds a heading names, the last heading of a long stretch alone."""
    last = plain[plain.rfind("danh muc") :] if "danh muc" in plain else plain
    return tuple(dict.fromkeys(Kind(str(one.lastgroup)) for one in _KINDS.finditer(last[:500])))


def _read(rows: Iterable[Cells], whole: tuple[Kind, ...], inside: bool) -> Iterator[Change]:
    state = _State(kinds=whole, inside=inside)
    for given in rows:
        row = [" ".join(compose(cell).split()) for cell in given]
        filled = [cell for cell in row if cell]
        if not filled:
            continue
        if len(filled) <= 2 and _section(filled, state):
            continue
        if columns := _header(row):
            state.columns = columns
            state.repeals_here = any("bai bo" in fold(cell) for cell in row)
        elif state.columns and (change := _change(row, state)):
            yield change


def _section(filled: Cells, state: _State) -> bool:
    """A heading or the name of a group; whether the row was one."""
    text = max(filled, key=len)
    plain = fold(text)
    if _is_heading(text):
        state.kinds, state.columns = _kinds(plain) or state.kinds, {}
        state.group = _field_in(text) or state.group
        return True
    if _ROW_NUMBER.match(filled[0]) and len(filled) == 2:
        return False
    if own := _field_in(text):
        state.group = own
        return True
    if _LIST.search(plain) and (kinds := _kinds(plain)):
        state.kinds = kinds
        return True
    return len(filled) == 1 or bool(_ORDINAL.match(filled[0]))


def _field_in(text: str) -> str:
    found = _FIELD.search(text)
    if not found:
        return ""
    return _FIELD_ENDS.split(found[1], maxsplit=1)[0].strip(" .,-").capitalize()[:200]


def _header(row: Cells) -> dict[str, int]:
    """Which column holds what; {} for a row that is no header with the names of procedures."""
    plain = [fold(cell).strip(" .:") for cell in row]
    columns = {
        name: at
        for name, label in _LABELS.items()
        for at, cell in enumerate(plain)
        if len(cell) < 80 and label.search(cell)
    }
    enough = "name" in columns and len([cell for cell in plain if cell]) >= 2
    return columns if enough and not any(CODE.search(cell) for cell in row) else {}


def _change(row: Cells, state: _State) -> Change | None:
    name_cell = _cell(row, state.columns, "name")
    code = _code(row, state.columns, name_cell)
    name = _name(row, name_cell, code)
    if len(name) < 8 or not (code or _ROW_NUMBER.match(row[0])) or _ORDINAL.match(name):
        return None
    if not code and ("code" in state.columns or state.inside):
        return None
    own_field = _cell(row, state.columns, "field")
    return Change(
        kind=_kind(row, state),
        code=national_code(code),
        name=name[:NAME_LETTERS],
        field=(own_field if 2 < len(own_field) < 100 else state.group)[:200],
        limits_text=_limit(row, state.columns),
    )


def _cell(row: Cells, columns: dict[str, int], name: str) -> str:
    at = columns.get(name, -1)
    return row[at].strip() if 0 <= at < len(row) else ""


def _code(row: Cells, columns: dict[str, int], name: str) -> str:
    for cell in (_cell(row, columns, "code"), name, *row[:4]):
        if len(cell) < 600 and (found := CODE.search(cell)):
            return found[0]
    return ""


def _name(row: Cells, cell: str, code: str) -> str:
    """The name without the code that stands in it; the longest early cell where merged cells moved the columns."""
    if not cell or CODE.fullmatch(cell) or _ORDINAL.match(cell):
        cell = max((one for one in row[:4] if not CODE.fullmatch(one)), key=len, default="")
    plain = (
        re.sub(rf"\(?\s*(?:mã[^\d()]{{0,20}})?{re.escape(code)}\s*\)?", " ", cell, flags=re.I)
        if code
        else cell
    )
    return " ".join(plain.split()).strip(" .,;:-()")


def _limit(row: Cells, columns: dict[str, int]) -> str:
    said = _cell(row, columns, "limit")
    if said and any(one.total is not None for one in read_limits(said).limits):
        return said
    if "limit" not in columns:
        return ""
    others = (cell for cell in row[columns["name"] + 1 :] if len(cell) < 600 and not _ACTS.search(cell))
    return next((one for one in others if any(times_in(one))), "")


def _kind(row: Cells, state: _State) -> Kind:
    told = [fold(cell) for cell in row if len(cell) < 40]
    if state.kinds == (Kind.REPEAL,) or any(cell in ("bai bo", "huy bo", "bi bai bo") for cell in told):
        return Kind.REPEAL
    if state.repeals_here and "limit" not in state.columns:
        return Kind.REPEAL
    left = [kind for kind in state.kinds if kind is not Kind.REPEAL]
    return left[0] if left else Kind.PUBLISH


def _in_lines(text: str, kinds: tuple[Kind, ...]) -> Iterator[Change]:
    """Names with their codes in running text, for decisions without a list."""
    kind = next((one for one in kinds if one is not Kind.REPEAL), kinds[0] if kinds else None)
    if kind is None:
        return
    for found in _IN_LINE.finditer(text.replace("*", "")):
        name = " ".join(found["name"].split()).strip(" .,;:-()")
        if "thủ tục" in name.lower() and len(name) >= 15:
            yield Change(kind, national_code(found["code"]), name[:NAME_LETTERS])
