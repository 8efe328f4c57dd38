"""A report's text as HTML with the figures marked: paragraphs, and tables with their cells side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered stretch: a figure (``target``), or one with a question (``ask``); ``said`` its sentence around it."""

    number: int
    start: int
    end: int
    kind: str = "target"


def drawn(text: str, marks: Sequence[Mark]) -> SafeString:
    """The whole text; every word of it is escaped here."""
    lines = list(_lines(text))
    parts, tables = [], 0
    for is_row, group in groupby(lines, key=lambda one: "\t" in text[one[0] : one[1]]):
        if is_row:
            tables += 1
            parts.append(_table(text, list(group), marks, tables))
        else:
            parts += [f"<p>{_words(text, start, end, marks)}</p>" for start, end in group]
    return mark_safe(f'<div class="paper" lang="vi">{"".join(parts)}</div>')  # noqa: S308 - words go through escape()  # nosec B703


def _table(text: str, rows: Sequence[tuple[int, int]], marks: Sequence[Mark], number: int) -> str:
    """Rows with the first as their head; a row alone is a line, whose cells stand apart."""
    if len(rows) == 1:
        return f"<p>{_cells(text, *rows[0], marks, 'span')}</p>".replace("</span><span>", "</span> · <span>")
    head = "".join(
        f'<th scope="col">{words}</th>' if words else "<td></td>" for words in _worded(text, *rows[0], marks)
    )
    body = "".join(f"<tr>{_cells(text, start, end, marks, 'td')}</tr>" for start, end in rows[1:])
    named = escape(_("Bảng %(n)s") % {"n": number})
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{named}"><table class="tbl paper-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def _cells(text: str, start: int, end: int, marks: Sequence[Mark], tag: str) -> str:
    return "".join(f"<{tag}>{words}</{tag}>" for words in _worded(text, start, end, marks))


def _worded(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[str]:
    """Each cell of a row, escaped and marked."""
    at = start
    for cell in text[start:end].split("\t"):
        yield _words(text, at, at + len(cell), marks)
        at += len(cell) + 1


def _words(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    pieces, at = [], start
    for mark in _inside(marks, start, end):
        if mark.start >= at:
            pieces += [escape(text[at : mark.start]), _marked(text, mark)]
            at = mark.end
    return "".join([*pieces, escape(text[at:end])])


def _marked(text: str, mark: Mark) -> str:
    words = escape(text[mark.start : mark.end])
    number = mark.number
    return f'<a class="sp sp-{mark.kind}" id="v{number}" href="#s{number}">{words}<sup>{number}</sup></a>'


def _inside(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    return sorted((one for one in marks if start <= one.start and one.end <= end), key=lambda one: one.start)
