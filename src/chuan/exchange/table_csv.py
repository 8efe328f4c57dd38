"""Text tables: comma, semicolon or tab, in the encodings of Vietnamese offices; runs in the reading process."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from chuan.exchange.encodings import decoded
from chuan.exchange.limits import Limits
from chuan.exchange.table_types import RawTable, RowsInOrder, TableFile
from chuan.rules.refusals import FileUnreadable, TableMissing

_MARKS = (";", ",", "\t")
_LOOKED_AT = 60
# Excel's own first line that names the mark, and its way of keeping a number as text: ="0012".
_NAMED_MARK = re.compile(r"sep=(.)\r?\n", re.I)
_KEPT_AS_TEXT = re.compile(r'="(.*)"')


def read_csv(data: bytes, *, name: str, limits: Limits) -> TableFile:
    """The one table of a text file, every value as text.

    Raises FileOldEncoding, FileKindUnknown, FileUnreadable, TableTooLong, TableMissing.
    """
    text = decoded(data, name=name)
    named = _NAMED_MARK.match(text)
    mark = named[1] if named else sniffed(text)
    if mark is None:
        raise TableMissing(name=name)
    rows, numbers = RowsInOrder("tệp văn bản", limits), []
    for number, values in _rows(text, mark, name):
        if named and number == 1:
            continue
        rows.add([_bare(value) for value in values])
        numbers.append(number)
    kept = rows.trimmed()
    if not kept:
        raise TableMissing(name=name)
    return TableFile((RawTable("", kept, True, tuple(numbers[: len(kept)])),))


def sniffed(text: str) -> str | None:
    """The mark between cells: the one that cuts the most lines into the same number of cells."""
    score, mark = max((_score(text, mark), mark) for mark in _MARKS)
    return mark if score else None


def _score(text: str, mark: str) -> int:
    try:
        widths = Counter(len(values) for _, values in islice(_rows(text, mark, ""), _LOOKED_AT))
    except FileUnreadable:
        return 0
    width, lines = max(widths.items(), key=lambda one: (one[0] - 1) * one[1], default=(1, 0))
    return (width - 1) * lines


def _rows(text: str, mark: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on: a quoted cell may run over several lines."""
    lines = csv.reader(_lines(text), delimiter=mark)
    begins = 1
    try:
        for values in lines:
            yield begins, values
            begins = lines.line_num + 1
    except csv.Error:
        raise FileUnreadable(name=name) from None


def _lines(text: str) -> Iterator[str]:
    """Line by line without a second copy of the text; a lone carriage return ends a line too."""
    start = 0
    for end in re.finditer(r"\r\n|\n|\r", text):
        yield text[start : end.end()]
        start = end.end()
    if start < len(text):
        yield text[start:]


def _bare(value: str) -> str:
    kept = _KEPT_AS_TEXT.fullmatch(value)
    return kept[1] if kept else value
