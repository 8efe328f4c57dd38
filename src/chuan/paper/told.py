"""What the template is told of a paper: one JSON value of texts, sizes and lengths."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeAlias

from chuan.law.paper import PaperRules
from chuan.paper import lines
from chuan.paper.fonts import TYPEFACE
from chuan.paper.laying import Laid, Running, Title, laid, shares, sides
from chuan.paper.letters import Piece, pieces, printable
from chuan.paper.papers import Annex, Block, Bullets, Note, Paper, Signer, TableBlock

Flow: TypeAlias = list[Piece]

_LONG_CELL = 900
"""A row whose longest cell has more letters than this may be cut by the end of a page."""


def told(paper: Paper, rules: PaperRules) -> str:
    """The paper as the template reads it."""
    return json.dumps(_told(paper, rules), ensure_ascii=False)


def day_made(paper: Paper) -> date:
    """The day written into the file, which PDF/A asks for: never the clock's, so that bytes repeat."""
    return paper.date or paper.made_on or date(1970, 1, 1)


def _told(paper: Paper, rules: PaperRules) -> dict[str, Any]:
    return {
        "rules": _rules(rules),
        "typeface": TYPEFACE,
        "title": printable(lines.title_of(paper)),
        "author": printable(" ".join(paper.agency)),
        "date": _day(day_made(paper)),
        **_head(paper, rules),
        "layout": paper.layout,
        "authority": _lettered("issuing_authority", paper.authority, rules),
        "bases": _flows(lines.ended(paper.bases)),
        "resolves": _lettered("resolves", paper.resolves, rules),
        "body": _blocks(lines.ending(paper, rules), rules, on_its_side=False),
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
        "number_line": _line(lines.number_parts(paper, rules), whole=True),
        "place_line": [] if paper.layout == "minutes" else _line(lines.place_parts(paper, rules)),
        "type_name": _lettered("type_name", paper.type_name, rules),
        "subject": _flow(lines.subject_line(paper)),
        "to": _flows(lines.addressed(paper.to)),
        "boxes": _boxes(paper, rules),
        "contact": _flows(paper.contact),
    }


def _boxes(paper: Paper, rules: PaperRules) -> dict[str, Any]:
    urgency = paper.urgency
    return {
        "urgency": _lettered("urgency", urgency, rules),
        "urgency_width": rules.measure[urgency].use if urgency else 0,
        "urgency_ink": rules.words["urgency_ink"].use,
        "handling": _lettered("handling", paper.handling, rules),
    }


def _end(paper: Paper, rules: PaperRules) -> dict[str, Any]:
    return {
        "recipients": _flows(lines.ended(paper.recipients)),
        "signer": _signer(paper.signer, rules),
        "second_signer": _signer(paper.second_signer, rules) if paper.second_signer else None,
        "drafter_mark": _flow(paper.drafter_mark),
        "footer_note": _flow(paper.footer_note),
        "mark": _flow(paper.mark),
    }


def _signer(signer: Signer, rules: PaperRules) -> dict[str, Any]:
    over = [line for line in (*signer.authority, signer.position) if line]
    return {"over": [_lettered("authority", line, rules) for line in over], "name": _flow(signer.name)}


def _annex(paper: Paper, place: int, annex: Annex, rules: PaperRules) -> dict[str, Any]:
    return {
        "label": _lettered(
            "type_name" if annex.type_name else "annex_label", lines.annex_label(paper, place), rules
        ),
        "attached": bool(annex.type_name),
        "title": _flow(annex.title) if annex.type_name else _lettered("annex_title", annex.title, rules),
        "reference": _flow(lines.annex_reference(paper, rules, annex)),
        "landscape": annex.on_its_side,
        "blocks": _blocks(annex.blocks, rules, on_its_side=annex.on_its_side),
    }


def _blocks(blocks: Sequence[Block], rules: PaperRules, *, on_its_side: bool) -> list[dict[str, Any]]:
    room = lines.text_width(rules, on_its_side=on_its_side)
    return [_block(block, rules, room) for block in laid(blocks)]


def _block(block: Laid, rules: PaperRules, room: float) -> dict[str, Any]:
    match block:
        case Title(level, look, text, over):
            said = {"text": _lettered(look, text, rules), "over": _flow(over)}
            return {"kind": "title", "level": level, "look": look, **said}
        case Running(text, label, italic):
            said = {"text": _flow(text), "label": _flow(label)}
            return {"kind": "running", **said, "italic": italic, "leads": lines.leads_on(text)}
        case Bullets(items, mark):
            return {"kind": "bullets", "items": _flows(items), "mark": mark}
        case TableBlock():
            return _table(block, rules, room)
        case Note(text):
            return {"kind": "note", "text": _flow(text)}


def _table(block: TableBlock, rules: PaperRules, room: float) -> dict[str, Any]:
    widths = shares(block)
    longest = [lines.letters_in(room * share / sum(widths), rules) for share in widths]
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
        "widths": list(widths),
        "align": list(sides(block)),
        "notes": _flows(block.notes),
    }


def _lettered(kind: str, text: str, rules: PaperRules) -> Flow:
    return _flow(text.upper() if rules.letters[kind].upper else text)


def _flows(texts: Iterable[str]) -> list[Flow]:
    return [_flow(text) for text in texts]


def _flow(text: str, longest: int | None = None) -> Flow:
    return list(pieces(printable(text), longest))


def _line(parts: lines.Parts, *, whole: bool = False) -> Flow:
    """A line with its blanks; a ``whole`` one is never broken."""
    found: Flow = []
    for part in parts:
        if isinstance(part, lines.Blank):
            found.append(Piece(lines.BLANK, blank=part.name))
        else:
            found += [Piece(printable(part), kept=True)] if whole else _flow(part)
    return found
