"""The Decision of next year as a draft begins: this year's one moved on, with the annex that was decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from chuan.documents.outgoing.successors import Proposed, successor_of
from chuan.law.lexicons import reader_lexicon
from chuan.objectives.models import Round, RoundLine
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.bases import bases_of_day
from chuan.objectives.rounds.bases_kept import with_kept
from chuan.objectives.rounds.making import kept_rows
from chuan.paper.contents import Content, body_from_text
from chuan.paper.papers import Annex
from chuan.rules.next_year import Row, annex_text, read_back

NAMED = 6
"""Lines named in a refusal."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The content, what it does to the decision before, and remarks on bases that ended."""

    content: Content
    links: tuple[Proposed, ...]
    notes: tuple[str, ...]


def drafted(round_: Round, lines: Sequence[RoundLine], on: date) -> Drafted:
    """The draft of a round whose lines are decided; runs before any transaction.

    Raises ``LinesUndecided``, ``NothingPromised``, ``AnnexNotRead``; ``NothingToCopy`` where this year's Decision
    was never read.
    """
    rows = rows_of(lines)
    begun = successor_of(round_.plan.decision, round_.owner_unit, on)
    bases, notes = bases_of_day(begun.content.bases, round_.owner_unit, on)
    bases, named = with_kept(bases, round_)
    title = f"Mục tiêu chất lượng năm {round_.year}"
    annex = Annex(title, body_from_text(annex_text(rows)))
    content = replace(begun.content, bases=bases, annexes=(annex, *begun.content.annexes[1:]))
    return Drafted(content, begun.links, (*notes, *named))


def rows_of(lines: Sequence[RoundLine]) -> list[Row]:
    """The annex, once every line is decided and reads back as what was decided."""
    open_ = [one for one in lines if not one.decided]
    if open_:
        raise refusals.LinesUndecided(n=len(open_), which=_named(open_))
    rows = kept_rows(lines)
    if not rows:
        raise refusals.NothingPromised()
    read = read_back(rows, reader_lexicon())
    odd = [one for one in lines if one.decided != RoundLine.Decided.DROPPED and str(one.uid) not in read]
    if odd:
        raise refusals.AnnexNotRead(which=_named(odd))
    return rows


def _named(lines: Sequence[RoundLine]) -> str:
    told = "; ".join(f"“{_short(one)}”" for one in lines[:NAMED])
    return f"{told}…" if len(lines) > NAMED else told


def _short(line: RoundLine) -> str:
    words = (line.final or line.text).split()
    return " ".join(words[:8]) + ("…" if len(words) > 8 else "")
