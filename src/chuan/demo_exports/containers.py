"""Excel's binary .xls, written by hand: the format systems still export and no library here writes.

Streams of BIFF8 records inside a compound file (512-byte sectors), as Microsoft published them
([MS-XLS], [MS-CFB]); only what a table of texts, numbers and dates needs.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from chuan.exchange.sheet_types import CellValue

_SECTOR = 512
_FREE, _END, _FAT, _LIST = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
_IN_HEADER = 109  # allocation tables that the header itself can name
_LEAST_STREAM = 4096  # shorter streams live in a smaller allocation of their own: ours are padded instead
_ENTRIES = _SECTOR // 4
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's calendar has no zone
_PLAIN, _DAY, _MOMENT = 15, 16, 17  # places in the table of cell formats below


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file with these streams beside each other."""
    padded = [data.ljust(_LEAST_STREAM, b"\x00") for data in streams.values()]
    lengths = [-(-len(data) // _SECTOR) for data in padded]
    directory = -(-(len(streams) + 1) // 4)
    fats = lists = 0
    while fats * _ENTRIES < fats + lists + directory + sum(lengths):
        fats += 1
        lists = -(-max(0, fats - _IN_HEADER) // (_ENTRIES - 1))
    table = [_FAT] * fats + [_LIST] * lists
    table += _chain(len(table), directory)
    starts = []
    for length in lengths:
        starts.append(len(table))
        table += _chain(len(table), length)
    table += [_FREE] * (fats * _ENTRIES - len(table))
    body = b"".join(data.ljust(n * _SECTOR, b"\x00") for data, n in zip(padded, lengths, strict=True))
    entries = _directory(list(streams), starts, [len(data) for data in padded])
    return (
        _header(fats, lists)
        + struct.pack(f"<{len(table)}I", *table)
        + _lists(fats, lists)
        + entries.ljust(directory * _SECTOR, b"\x00")
        + body
    )


def workbook(name: str, rows: Sequence[Sequence[CellValue]], *, protected: bool = False) -> bytes:
    """The stream "Workbook": one worksheet. ``protected`` puts in the record that a password leaves."""
    lock = _record(0x2F, struct.pack("<HHH", 0, 0x1234, 0x5678)) if protected else b""
    start = _bof(5) + lock + _record(0x42, struct.pack("<H", 1200)) + _fonts() + _formats()
    sheet = (
        _bof(0x10) + _cells(rows) + _record(0x3E, struct.pack("<HHHHI", 0x6B6, 0, 0, 0, 0)) + _record(0x0A)
    )
    named = _text(name, wide=False)
    place = len(start) + len(_record(0x85, bytes(6) + named)) + len(_record(0x0A))
    return start + _record(0x85, struct.pack("<IH", place, 0) + named) + _record(0x0A) + sheet


def xls(name: str, rows: Sequence[Sequence[CellValue]]) -> bytes:
    """A whole .xls file with one worksheet."""
    return compound_file({"Workbook": workbook(name, rows)})


def _chain(start: int, length: int) -> list[int]:
    return [*range(start + 1, start + length), _END]


def _lists(fats: int, lists: int) -> bytes:
    """Where the allocation tables are that find no place in the header, a sector after the other."""
    found = b""
    for n in range(lists):
        first = _IN_HEADER + n * (_ENTRIES - 1)
        own = [at if at < fats else _FREE for at in range(first, first + _ENTRIES - 1)]
        found += struct.pack(f"<{_ENTRIES}I", *own, fats + n + 1 if n + 1 < lists else _END)
    return found


def _header(fats: int, lists: int) -> bytes:
    """Signature, version 3, sector sizes, where the directory and the allocation tables are."""
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIII", 0, fats, fats + lists, 0, _LEAST_STREAM)
    head += struct.pack("<IIII", _END, 0, fats if lists else _END, lists)
    return head + struct.pack("<109I", *[n if n < fats else _FREE for n in range(_IN_HEADER)])


def _directory(names: Sequence[str], starts: Sequence[int], sizes: Sequence[int]) -> bytes:
    """The root and its streams, as a chain of right siblings: shorter names first, as the format sorts them."""
    order = sorted(range(len(names)), key=lambda n: (len(names[n]), names[n].upper()))
    entries = [_entry("Root Entry", 5, _FREE, 1, _END, 0)]
    for at, n in enumerate(order):
        right = at + 2 if at + 1 < len(order) else _FREE
        entries.append(_entry(names[n], 2, right, _FREE, starts[n], sizes[n]))
    while len(entries) % 4:
        entries.append(bytes(64) + struct.pack("<HBBIII", 0, 0, 0, _FREE, _FREE, _FREE) + bytes(48))
    return b"".join(entries)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\x00\x00"
    head = letters.ljust(64, b"\x00") + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def _bof(kind: int) -> bytes:
    return _record(0x809, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 0x07CC, 0, 6))


def _fonts() -> bytes:
    font = struct.pack("<HHHHHBBBB", 240, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _text(
        "Times New Roman", wide=False
    )
    return _record(0x31, font) * 4


def _formats() -> bytes:
    """Sixteen styles that Excel expects, the plain cell among them, then a day and a moment."""
    custom = b"".join(
        _record(0x41E, struct.pack("<H", number) + _text(code))
        for number, code in ((164, "dd/mm/yyyy"), (165, "dd/mm/yyyy hh:mm:ss"))
    )
    style = [struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0xF4, 0, 0, 0x20C0)] * 15
    cell = [
        struct.pack("<HHHBBBBIIH", 0, number, 1, 0x20, 0, 0, 0x7C, 0, 0, 0x20C0) for number in (0, 164, 165)
    ]
    return custom + b"".join(_record(0xE0, one) for one in style + cell)


def _cells(rows: Sequence[Sequence[CellValue]]) -> bytes:
    width = max((len(row) for row in rows), default=0)
    found = [_record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))]
    for at, row in enumerate(rows):
        found += [_cell(at, column, value) for column, value in enumerate(row) if value is not None]
    return b"".join(found)


def _cell(row: int, column: int, value: CellValue) -> bytes:
    if isinstance(value, str):
        return _record(0x204, struct.pack("<HHH", row, column, _PLAIN) + _text(value, length="<H"))
    look, number = _number(value)
    return _record(0x203, struct.pack("<HHHd", row, column, look, number))


def _number(value: CellValue) -> tuple[int, float]:
    """The style and the number: dates are days since Excel's beginning."""
    if isinstance(value, datetime):
        return _MOMENT, (value - _DAY_ZERO).total_seconds() / 86_400
    if isinstance(value, date):
        return _DAY, float((value - _DAY_ZERO.date()).days)
    if isinstance(value, int | Decimal):
        return _PLAIN, float(value)
    raise TypeError(value)


def _text(text: str, *, length: str = "", wide: bool = True) -> bytes:
    """A string with its length (one byte for names, two for cells) and the mark for 16-bit letters."""
    length = length or ("<H" if wide else "<B")
    return struct.pack(length, len(text)) + b"\x01" + text.encode("utf-16-le")
