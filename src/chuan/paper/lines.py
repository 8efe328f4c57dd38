"""The lines of a paper as the decree wants them written: number, date, bases, recipients, ends.

Source of every rule: Nghị định 30/2020/NĐ-CP, Phụ lục I, through ``chuan.law.paper``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from chuan.law.paper import PaperRules
from chuan.paper.papers import Annex, Article, Block, Bullets, Clause, Note, Paper, Paragraph, Point

BLANK = "\N{NO-BREAK SPACE}" * 8
"""Room left for a pen, or for a signature field."""

_MM_IN_POINT = 25.4 / 72
_LETTER = 0.55
"""Width of a usual letter, as a part of its size."""

_ENDS = " \t\r\n;,./"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Blank:
    """Room for what is given when the paper is issued: "number", "day", "month" or "year"."""

    name: str


Parts: TypeAlias = tuple[str | Blank, ...]
"""A line whose blanks have names, so that a form field can be laid over each."""


def written(parts: Parts) -> str:
    """The line as text, with room where a blank is."""
    return "".join(part if isinstance(part, str) else BLANK for part in parts)


def number_parts(paper: Paper, rules: PaperRules) -> Parts:
    """ "Số: 05/BC-UBND"; a blank number leaves room. A number below 10 takes a zero (II.3). A form has none."""
    if paper.is_form:
        return ()
    return ("Số: ", _padded(paper.number.strip(), rules) or Blank("number"), f"/{paper.symbol}")


def place_parts(paper: Paper, rules: PaperRules) -> Parts:
    """ "Bắc Hồng, ngày 05 tháng 02 năm 2021" (II.4)."""
    return (f"{paper.place}, ", *_date_parts(paper.date, paper.year, rules))


def number_line(paper: Paper, rules: PaperRules) -> str:
    """ "Số: 05/BC-UBND" (II.3)."""
    return written(number_parts(paper, rules))


def place_line(paper: Paper, rules: PaperRules) -> str:
    """ "Bắc Hồng, ngày 05 tháng 02 năm 2021" (II.4)."""
    return written(place_parts(paper, rules))


def date_words(on: date | None, rules: PaperRules, year: int | None = None) -> str:
    """ "ngày 05 tháng 3 năm 2021": days below 10 and months 1, 2 take a zero, other months none."""
    return written(_date_parts(on, year, rules))


def subject_line(paper: Paper) -> str:
    """The subject; of a letter, "V/v ..." (II.5b)."""
    subject = paper.subject.strip()
    if paper.layout != "letter" or not subject or re.match(r"v/v\b", subject, re.IGNORECASE):
        return subject
    return f"V/v {subject}"


def addressed(to: Sequence[str]) -> tuple[str, ...]:
    """The addressees: one stands beside "Kính gửi:", several under it, each ended (II.9a)."""
    bare = tuple(one.strip().rstrip(_ENDS) for one in to if one.strip())
    return bare if len(bare) == 1 else ended(bare)


def ended(lines: Sequence[str]) -> tuple[str, ...]:
    """Bases or recipients: each ends with ";", the last with "." (II.6a, II.9)."""
    bare = [line.strip().rstrip(_ENDS) for line in lines if line.strip()]
    return tuple(f"{line};" for line in bare[:-1]) + tuple(f"{line}." for line in bare[-1:])


def ending(paper: Paper, rules: PaperRules) -> tuple[Block, ...]:
    """The text of the paper with its end mark; of a form as it is."""
    return paper.body if paper.is_form else closed(paper.body, rules)


def closed(body: Sequence[Block], rules: PaperRules) -> tuple[Block, ...]:
    """The text with "./." after its last words; a table or title at the end gets it on a line of its own."""
    if not body:
        return ()
    mark = rules.words["last_mark"].use
    *before, last = body
    match last:
        case Paragraph() | Note() | Clause() | Point() | Article() if last.text.strip():
            return (*before, replace(last, text=_close(last.text, mark)))
        case Bullets() if last.items:
            items = (*last.items[:-1], _close(last.items[-1], mark))
            return (*before, Bullets(items))
    return (*body, Paragraph(mark))


def annex_label(paper: Paper, place: int) -> str:
    """ "Phụ lục", or "Phụ lục II" when there are several (III.1); ``place`` counts from 0."""
    if paper.annexes[place].type_name:
        return paper.annexes[place].type_name
    if sum(not one.type_name for one in paper.annexes) == 1:
        return "Phụ lục"
    nth = sum(not one.type_name for one in paper.annexes[:place])
    return f"Phụ lục {_ROMAN[nth] if nth < len(_ROMAN) else nth + 1}"


def annex_reference(paper: Paper, rules: PaperRules, annex: Annex | None = None) -> str:
    """ "(Kèm theo Báo cáo số 05/BC-UBND ngày ... của ...)"; what is not known yet is left blank (III.1c).

    In an electronic document number and date are left blank even when they are known.
    """
    number, on = ("", None) if paper.electronic else (paper.number.strip(), paper.date)
    padded = f"{_padded(number, rules) or BLANK}/{paper.symbol}"
    verb = "Ban hành kèm theo" if annex and annex.type_name else "Kèm theo"
    year = paper.year or (paper.date.year if paper.date else None)
    when = date_words(on, rules, year).replace("năm ", f"năm{BLANK[0]}")
    return f"({verb} {_named(paper)} số {padded} {when} của {' '.join(paper.agency)})".replace(
        BLANK, BLANK[:5]
    )


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
    name = "" if paper.layout == "letter" else paper.type_name
    return " ".join(f"{name} {subject_line(paper)}".split())


def _named(paper: Paper) -> str:
    name = paper.type_name.strip()
    return name[:1].upper() + name[1:].lower()


def _date_parts(on: date | None, year: int | None, rules: PaperRules) -> Parts:
    if on is None:
        shown = str(year) if year else Blank("year")
        return ("ngày ", Blank("day"), " tháng ", Blank("month"), " năm ", shown)
    day, month = rules.padding["day"].write(on.day), rules.padding["month"].write(on.month)
    return (f"ngày {day} tháng {month} năm {on.year}",)


def _padded(number: str, rules: PaperRules) -> str:
    is_plain = re.fullmatch(r"[0-9]+", number)
    return rules.padding["number"].write(int(number)) if is_plain else number


def _close(text: str, mark: str) -> str:
    return text.strip().rstrip(_ENDS) + mark
