"""From a report's text to figures that may be recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.report_figures.heads import read_head
from chuan.rules.report_figures.lines import loose_rows, pieces_of
from chuan.rules.report_figures.listed import of_lists
from chuan.rules.report_figures.lists import FOLDED
from chuan.rules.report_figures.recognitions import of_recognition
from chuan.rules.report_figures.rows import of_table
from chuan.rules.report_figures.sentences import Asked, of_paragraph
from chuan.rules.report_figures.settling import settled
from chuan.rules.report_figures.types import Home, Proposal, Reading, Taught, Wanted

MOST_UNKNOWN = 30
"""Figures without an owner that are told of: enough to teach, few enough to read."""
MOST = 200
"""Proposals of one report."""


def read_report(
    text: str, wanted: Sequence[Wanted], *, home: Home, lexicon: Lexicon, taught: Sequence[Taught] = ()
) -> Reading:
    """Read every figure of a report that may be one of the wanted. Pure; no clock, nothing recorded."""
    head = read_head(text, home)
    asked = Asked(wanted, taught, head, home, lexicon)
    found = list(_found(text, asked))
    proposals = settled(one for one in found if one.key)
    unknown = [one for one in found if not one.key and _tells(one)]
    return Reading(head, tuple(proposals[:MOST]), tuple(_once(unknown)[:MOST_UNKNOWN]), loose_rows(text))


def _found(text: str, asked: Asked) -> Iterator[Proposal]:
    title = ""
    yield from of_lists(text, asked)
    for piece in pieces_of(text):
        if piece.rows:
            yield from of_table(piece, title, asked)
        elif not FOLDED.search(piece.text):
            title = f"{title[-300:]}\n{piece.text}"
            yield from of_recognition(piece, asked)
            yield from of_paragraph(piece, asked)


def _tells(one: Proposal) -> bool:
    """Whether a figure without an owner is worth telling of: it has words, and a unit or a part of a whole."""
    return bool(one.phrase) and (bool(one.amount.unit) or one.amount.is_part)


def _once(unknown: Sequence[Proposal]) -> list[Proposal]:
    """Each words (and column) once; those with a question first."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for one in sorted(unknown, key=lambda one: (not one.doubts, one.span)):
        if (one.phrase, one.column) not in seen:
            seen.add((one.phrase, one.column))
            kept.append(one)
    return sorted(kept, key=lambda one: one.span)
