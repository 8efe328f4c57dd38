"""The lines of a paper as the decree wants them written: number, date, bases, recipients, ends.

Source of every rule: Nghị định 30/2020/NĐ-CP, Phụ lục I, through ``chuan.law.paper``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from chuan.law.paper import PaperRules
from chuan.paper.papers import Block, Bullets, Heading, Note, Paper, Paragraph

BLANK = "\N{NO-BREAK SPACE}" * 8
"""Room left for a pen, or for a signature field."""

_MM_IN_POINT = 25.4 / 72
_LETTER = 0.55
"""Width of a usual letter, as a part of its size."""

_ENDS = " \t\r\n;,./"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def number_line(paper: Paper, rules: PaperRules) -> str:
    """ "Số: 05/BC-UBND"; a blank number leaves room. A number below 10 takes a zero (II.3)."""
    return f"Số: {_padded(paper.number.strip(), rules) or BLANK}/{paper.symbol}"


def place_line(paper: Paper, rules: PaperRules) -> str:
    """ "Bắc Hồng, ngày 05 tháng 02 năm 2021" (II.4)."""
    return f"{paper.place}, {date_words(paper.date, rules)}"


def date_words(on: date | None, rules: PaperRules) -> str:
    """ "ngày 05 tháng 3 năm 2021": days below 10 and months 1, 2 take a zero, other months none."""
    if on is None:
        return f"ngày {BLANK} tháng {BLANK} năm {BLANK}"
    day, month = rules.padding["day"].write(on.day), rules.padding["month"].write(on.month)
    return f"ngày {day} tháng {month} năm {on.year}"


def ended(lines: Sequence[str]) -> tuple[str, ...]:
    """Bases or recipients: each ends with ";", the last with "." (II.6a, II.9)."""
    bare = [line.strip().rstrip(_ENDS) for line in lines if line.strip()]
    return tuple(f"{line};" for line in bare[:-1]) + tuple(f"{line}." for line in bare[-1:])


def closed(body: Sequence[Block], rules: PaperRules) -> tuple[Block, ...]:
    """The text with "./." after its last words; a table or title at the end gets it on a line of its own."""
    if not body:
        return ()
    mark = rules.words["last_mark"].use
    *before, last = body
    match last:
        case Paragraph() | Note():
            return (*before, replace(last, text=_close(last.text, mark)))
        case Bullets() if last.items:
            items = (*last.items[:-1], _close(last.items[-1], mark))
            return (*before, Bullets(items))
    return (*body, Paragraph(mark))


def levelled(body: Iterable[Block]) -> tuple[Block, ...]:
    """The text with no level of title skipped, which PDF/UA forbids; titles are of level 1 or 2."""
    blocks: list[Block] = []
    deepest = 0
    for block in body:
        if isinstance(block, Heading):
            deepest = max(1, min(block.level, deepest + 1, 2))
            block = replace(block, level=deepest)
        blocks.append(block)
    return tuple(blocks)


def annex_label(paper: Paper, place: int) -> str:
    """ "Phụ lục", or "Phụ lục II" when there are several (III.1); ``place`` counts from 0."""
    if len(paper.annexes) == 1:
        return "Phụ lục"
    return f"Phụ lục {_ROMAN[place] if place < len(_ROMAN) else place + 1}"


def annex_reference(paper: Paper, rules: PaperRules) -> str:
    """ "(Kèm theo Báo cáo số 05/BC-UBND ngày ... của ...)"; what is not known yet is left blank (III.1c)."""
    number = f"{_padded(paper.number.strip(), rules) or BLANK}/{paper.symbol}"
    agency = " ".join(paper.agency)
    kind = paper.type_name.strip().capitalize()
    return f"(Kèm theo {kind} số {number} {date_words(paper.date, rules)} của {agency})"


def text_width(rules: PaperRules, *, on_its_side: bool) -> float:
    """The width between the margins, in millimetres."""
    width = rules.measure["page_height" if on_its_side else "page_width"].use
    return width - rules.measure["margin_left"].use - rules.measure["margin_right"].use


def letters_in(width: float, rules: PaperRules) -> int:
    """About how many letters of a table's typeface stand in a cell of ``width`` mm; at least one."""
    inside = width - 2 * rules.measure["table_cell_padding"].use * _MM_IN_POINT
    return max(1, int(inside / (rules.letters["table"].size * _MM_IN_POINT * _LETTER)))


def leads_on(text: str) -> bool:
    """Whether the words announce what follows, and so must not be left alone at the foot of a page."""
    return text.rstrip().endswith(":")


def title_of(paper: Paper) -> str:
    """The paper's name on one line, for the file's own title."""
    return " ".join(f"{paper.type_name} {paper.subject}".split())


def _padded(number: str, rules: PaperRules) -> str:
    is_plain = re.fullmatch(r"[0-9]+", number)
    return rules.padding["number"].write(int(number)) if is_plain else number


def _close(text: str, mark: str) -> str:
    return text.strip().rstrip(_ENDS) + mark
