"""A new draft from a document that stands: next year's objectives from this year's Decision, or a plain copy.

Nothing is invented: the reading that a person confirmed gives the text, the year moves on, and what only a
person can know (the number of a new resolution) stands as "…".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from chuan.documents.models import Document, Link, Reading
from chuan.documents.outgoing.beginnings import beginning_of, marked, signer_of_day
from chuan.documents.outgoing.versions import content_of
from chuan.documents.refusals_outgoing import NothingToCopy
from chuan.documents.standing import result_of
from chuan.law.document_types import type_title
from chuan.paper.contents import Content, body_from_text
from chuan.paper.papers import Annex, Article, Block, Bullets, Clause, Paragraph, Part, TableBlock
from chuan.people.models import Unit
from chuan.rules.decision_text.types import DecisionReading, Line

_EFFECT = re.compile(r"có hiệu lực|thay thế", re.IGNORECASE)
_NUMBER = re.compile(r"số\s+\d+[a-zđ]?/", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+\d{1,2}(?:\s*/\s*\d{1,2}\s*/\s*|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-ZĐÀ-Ỹ])")
_PASSING = "\0"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A link that the draft proposes: what it will do to another document once it is issued."""

    kind: str
    target: Document
    citation: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Successor:
    """A content to begin with, its type, and what it does to the document it came from."""

    content: Content
    links: tuple[Proposed, ...]


def full_citation(document: Document) -> str:
    """ "Quyết định số 148/QĐ-UBND ngày 11 tháng 8 năm 2020 của Ủy ban nhân dân phường Bắc Hồng"."""
    number = f"{document.number or '…'}/{document.symbol}" if document.symbol else document.number or "…"
    day = f" ngày {written_day(document.issued_on)}" if document.issued_on else ""
    unit = document.unit
    issuer = f" của Ủy ban nhân dân {unit.get_kind_display().lower()} {unit.name}"
    return f"{type_title(document.type)} số {number}{day}{issuer}"


def written_day(on: date) -> str:
    """ "11 tháng 8 năm 2020": days below 10 and the months 1 and 2 take a zero (Phụ lục I, II.4)."""
    month = f"{on.month:02d}" if on.month <= 2 else str(on.month)
    return f"{on.day:02d} tháng {month} năm {on.year}"


def successor_of(document: Document, unit: Unit, on: date) -> Successor:
    """Next year's paper from this one, which it replaces.

    From a draft made here its content, from a paper that was read its confirmed reading. Raises ``NothingToCopy``.
    """
    if document.content:
        content = _moved_content(content_of(document), document, on)
    else:
        content = _from_reading(document, unit, on)
    citation = full_citation(document)
    content = marked(replace(content, signer=signer_of_day(unit, on)), unit)
    return Successor(content, (Proposed(Link.Kind.SUPERSEDES, document, citation),))


def next_year(text: str, year: int) -> str:
    """The text with the year moved on by one, the one after it too; other years stay."""
    moved = re.sub(rf"\b{year + 1}\b", f"{_PASSING}{year + 2}", text)
    return re.sub(rf"(?<!{_PASSING})\b{year}\b", str(year + 1), moved).replace(_PASSING, "")


def _from_reading(document: Document, unit: Unit, on: date) -> Content:
    reading = document.readings.filter(status=Reading.Status.CONFIRMED).order_by("-version").first()
    if reading is None:
        raise NothingToCopy(title=document.title)
    result, year = result_of(reading), _year_of(document, on)
    blank = beginning_of(document.type, unit, on)
    return replace(
        blank,
        subject=next_year(_subject(document.subject), year),
        bases=(*_bases(result, reading.text, year), *_proposed_by(result)) or blank.bases,
        body=tuple(_articles(result, document, year)) or blank.body,
        recipients=tuple(one.value for one in result.recipients) or blank.recipients,
        annexes=_annexes(result, year),
    )


def _year_of(document: Document, on: date) -> int:
    return document.issued_on.year if document.issued_on else on.year - 1


def _subject(text: str) -> str:
    """A named paper's subject does not begin with "V/v" (NĐ 30/2020, Phụ lục I, II.5)."""
    return re.sub(r"^\s*v/v\b\.?\s*(?:việc\s+)?", "Về việc ", text, flags=re.IGNORECASE)


def _bases(result: DecisionReading, text: str, year: int) -> list[str]:
    lines = [" ".join(text[one.span.start : one.span.end].split()).strip(" ,;.*") for one in result.bases]
    return [f"Căn cứ {_basis(line, year)}" for line in lines]


def _basis(line: str, year: int) -> str:
    """A basis that speaks of the year has a successor with a number and a day that nobody knows yet."""
    if not re.search(rf"\bnăm\s+{year}\s*$", line):
        return line
    return next_year(_DAY.sub("ngày …", _NUMBER.sub("số …/", line)), year)


def _proposed_by(result: DecisionReading) -> list[str]:
    return [f"Theo đề nghị của {result.proposer.value}"] if result.proposer else []


def _articles(result: DecisionReading, document: Document, year: int) -> list[Block]:
    blocks: list[Block] = []
    for one in result.articles:
        blocks += _article(
            str(one.number), next_year(one.text, year) if not _is_effect(one.text) else one.text, document
        )
        blocks += [
            Clause(f"{clause.number.rstrip('.')}.", next_year(clause.text, year)) for clause in one.clauses
        ]
    return blocks


def _is_effect(text: str) -> bool:
    return bool(_EFFECT.search(text))


def _article(number: str, text: str, document: Document) -> list[Block]:
    """The article of effect says anew what is replaced; sentences after it are paragraphs of their own."""
    first, *others = _SENTENCE.split(" ".join(text.split()))
    others = [one.removesuffix("./.").rstrip(" .") + "." for one in others]
    if _is_effect(first):
        first = effect_words(document)
        return [Article(number, first), *(Paragraph(one) for one in others)]
    return [Article(number, " ".join([first.rstrip(" .") + ".", *others]))]


def effect_words(document: Document) -> str:
    """ "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số …"."""
    return f"{type_title(document.type)} này có hiệu lực kể từ ngày ký và thay thế {full_citation(document)}."


def _annexes(result: DecisionReading, year: int) -> tuple[Annex, ...]:
    if not result.objectives:
        return ()
    title = result.annexes[0].value if result.annexes else f"Mục tiêu chất lượng năm {year}"
    text = "\n".join(_objective(line, year) for line in result.objectives)
    return (Annex(next_year(title, year), body_from_text(text)),)


def _objective(line: Line, year: int) -> str:
    words = next_year(" ".join(line.text.split()), year)
    return f"- {words}" if line.parent else f"{line.ordinal}. {words}"


def _moved_content(content: Content, document: Document, on: date) -> Content:
    """A draft of ours with its year moved on and its article of effect naming what it now replaces."""
    year = _year_of(document, on)
    return replace(
        content,
        subject=next_year(content.subject, year),
        bases=tuple(_basis(one, year) for one in content.bases),
        body=tuple(_moved(one, document, year) for one in content.body),
        annexes=tuple(
            replace(
                one, title=next_year(one.title, year), blocks=tuple(_year_moved(b, year) for b in one.blocks)
            )
            for one in content.annexes
        ),
    )


def _moved(block: Block, document: Document, year: int) -> Block:
    if isinstance(block, Article) and _is_effect(block.text):
        return replace(block, text=effect_words(document))
    return _year_moved(block, year)


def _year_moved(block: Block, year: int) -> Block:
    if isinstance(block, Bullets):
        return replace(block, items=tuple(next_year(one, year) for one in block.items))
    if isinstance(block, TableBlock):
        moved = tuple(tuple(next_year(cell, year) for cell in row) for row in block.rows)
        return replace(block, headers=tuple(next_year(cell, year) for cell in block.headers), rows=moved)
    if isinstance(block, Part):
        return replace(block, title=next_year(block.title, year))
    return replace(block, text=next_year(block.text, year))


def copy_words(document: Document) -> str:
    """How a page names drafting from this document."""
    return _("Soạn văn bản thay thế từ %(title)s") % {"title": document.title}
