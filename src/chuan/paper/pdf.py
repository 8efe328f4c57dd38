"""A paper as PDF/A-2a and PDF/UA-1: tagged, self-contained, the same bytes for the same paper."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import typst

from chuan.law.paper import PaperRules, paper_rules
from chuan.paper import lines
from chuan.paper.fonts import TYPEFACE, typefaces
from chuan.paper.letters import Piece, pieces, printable
from chuan.paper.papers import Annex, Block, Bullets, Heading, Note, Paper, Paragraph, TableBlock

Flow: TypeAlias = list[Piece]

_LONG_CELL = 900
"""A row whose longest cell has more letters than this may be cut by the end of a page."""


def to_pdf(paper: Paper) -> bytes:
    """Typeset the paper by Nghị định 30/2020/NĐ-CP, Phụ lục I. Call it outside any transaction."""
    rules = paper_rules(paper.date)
    return _compile(json.dumps(_told(paper, rules), ensure_ascii=False), paper)


def _compile(told: str, paper: Paper) -> bytes:
    return typst.compile(
        _template(),
        font_paths=typefaces(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        timestamp=_moment(_day_made(paper)),
        sys_inputs={"paper": told},
    )


def _day_made(paper: Paper) -> date:
    """The day written into the file, which PDF/A asks for: never the clock's, so that bytes repeat."""
    return paper.date or paper.made_on or date(1970, 1, 1)


def _moment(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)


@cache
def _template() -> bytes:
    return (files("chuan.paper") / "paper.typ").read_bytes()


# The JSON that the template is told


def _told(paper: Paper, rules: PaperRules) -> dict[str, Any]:
    return {
        "rules": _rules(rules),
        "typeface": TYPEFACE,
        "title": printable(lines.title_of(paper)),
        "author": printable(" ".join(paper.agency)),
        "date": _day(_day_made(paper)),
        **_head(paper, rules),
        "bases": _flows(lines.ended(paper.bases)),
        "body": _blocks(lines.closed(paper.body, rules), rules, on_its_side=False),
        **_end(paper, rules),
        "annexes": [_annex(paper, place, annex, rules) for place, annex in enumerate(paper.annexes)],
    }


def _day(on: date) -> dict[str, int]:
    return {"year": on.year, "month": on.month, "day": on.day}


def _rules(rules: PaperRules) -> dict[str, Any]:
    letters = rules.letters.items()
    return {
        "letters": {key: {"size": one.size, "bold": one.bold, "italic": one.italic} for key, one in letters},
        "measures": {key: one.use for key, one in rules.measure.items()},
    }


def _head(paper: Paper, rules: PaperRules) -> dict[str, Any]:
    return {
        "agency_above": _lettered("agency_above", paper.agency_above, rules),
        "agency": [_lettered("agency", line, rules) for line in paper.agency],
        "national_name": rules.words["national_name"].use.upper(),
        "national_motto": rules.words["national_motto"].use,
        "number_line": _whole(lines.number_line(paper, rules)),
        "place_line": _flow(lines.place_line(paper, rules)),
        "type_name": _lettered("type_name", paper.type_name, rules),
        "subject": _flow(paper.subject),
    }


def _end(paper: Paper, rules: PaperRules) -> dict[str, Any]:
    authority = (*paper.signer.authority, paper.signer.position)
    return {
        "recipients": _flows(lines.ended(paper.recipients)),
        "authority": [_lettered("authority", line, rules) for line in authority],
        "signer": _flow(paper.signer.name),
        "footer_note": _flow(paper.footer_note),
        "mark": _flow(paper.mark),
    }


def _annex(paper: Paper, place: int, annex: Annex, rules: PaperRules) -> dict[str, Any]:
    return {
        "label": _flow(lines.annex_label(paper, place)),
        "title": _lettered("annex_title", annex.title, rules),
        "reference": _flow(lines.annex_reference(paper, rules)),
        "landscape": annex.on_its_side,
        "blocks": _blocks(annex.blocks, rules, on_its_side=annex.on_its_side),
    }


def _blocks(blocks: Sequence[Block], rules: PaperRules, *, on_its_side: bool) -> list[dict[str, Any]]:
    room = lines.text_width(rules, on_its_side=on_its_side)
    return [_block(block, rules, room) for block in lines.levelled(blocks)]


def _block(block: Block, rules: PaperRules, room: float) -> dict[str, Any]:
    match block:
        case Heading():
            kind = "section" if block.level == 1 else "clause"
            return {"kind": "heading", "level": block.level, "text": _lettered(kind, block.text, rules)}
        case Paragraph():
            return {
                "kind": "paragraph",
                "text": _flow(block.text),
                "italic": block.italic,
                "leads": lines.leads_on(block.text),
            }
        case Bullets():
            return {"kind": "bullets", "items": _flows(block.items)}
        case TableBlock():
            return _table(block, rules, room)
        case Note():
            return {"kind": "note", "text": _flow(block.text)}


def _table(block: TableBlock, rules: PaperRules, room: float) -> dict[str, Any]:
    longest = [lines.letters_in(room * share / sum(block.widths), rules) for share in block.widths]
    rows = [
        {
            "cells": [_flow(cell, fits) for cell, fits in zip(row, longest, strict=True)],
            "long": max(map(len, row)) > _LONG_CELL,
        }
        for row in block.rows
    ]
    return {
        "kind": "table",
        "headers": _flows(block.headers),
        "rows": rows,
        "widths": list(block.widths),
        "align": list(block.align),
        "notes": _flows(block.notes),
    }


def _lettered(kind: str, text: str, rules: PaperRules) -> Flow:
    return _flow(text.upper() if rules.letters[kind].upper else text)


def _flows(texts: Iterable[str]) -> list[Flow]:
    return [_flow(text) for text in texts]


def _flow(text: str, longest: int | None = None) -> Flow:
    return list(pieces(printable(text), longest))


def _whole(text: str) -> Flow:
    return [Piece(printable(text), kept=True)]
