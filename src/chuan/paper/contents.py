"""What a person writes of a document: a tree that is edited in a form, stored as JSON, and typeset.

It holds no number, no date and no symbol: those are given when the document is issued
(Nghị định 30/2020/NĐ-CP art 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as date_type

from chuan.law.document_types import type_title
from chuan.paper.contents_json import from_json, to_json
from chuan.paper.contents_kinds import layout_of, resolves_of
from chuan.paper.contents_problems import Problem, problems
from chuan.paper.contents_text import body_from_text, body_to_text
from chuan.paper.contents_tree import Content
from chuan.paper.papers import Paper
from chuan.paper.plain import text_of

__all__ = [
    "Content",
    "Problem",
    "body_from_text",
    "body_to_text",
    "from_json",
    "paper_of",
    "plain_text",
    "problems",
    "to_json",
]


def paper_of(
    content: Content,
    *,
    agency: Sequence[str],
    place: str,
    number: str = "",
    symbol: str = "",
    date: date_type | None = None,
    electronic: bool = True,
    agency_above: str = "",
    year: int | None = None,
    made_on: date_type | None = None,
) -> Paper:
    """The content as a paper to typeset. Number and date left out are blanks with a place of their own.

    ``agency`` is one line or two; ``symbol`` "QĐ-UBND" (``law.document_types.symbol_of``); ``year`` is
    printed in the line of the date while day and month are blank.
    """
    resolves = resolves_of(content.kind)
    return Paper(
        agency=tuple(agency),
        agency_above=agency_above,
        symbol=symbol,
        place=place,
        number=number,
        date=date,
        year=year,
        made_on=made_on,
        electronic=electronic,
        layout=layout_of(content.kind),
        type_name=type_title(content.kind),
        subject=content.subject,
        authority=(content.authority or " ".join(agency)) if resolves else content.authority,
        resolves=resolves,
        bases=content.bases,
        to=content.to,
        body=content.body,
        recipients=content.recipients,
        signer=content.signer,
        second_signer=content.second_signer,
        annexes=content.annexes,
        urgency=content.urgency,
        handling=content.handling,
        drafter_mark=content.drafter_mark,
        contact=content.contact,
        mark=content.mark,
    )


def plain_text(
    content: Content,
    *,
    agency: Sequence[str] = (),
    place: str = "",
    number: str = "",
    symbol: str = "",
    date: date_type | None = None,
) -> str:
    """The document as lines of text in reading order, as a check of form reads it."""
    return text_of(paper_of(content, agency=agency, place=place, number=number, symbol=symbol, date=date))
