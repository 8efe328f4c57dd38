"""A text with its departures marked where they stand, as lines of pieces for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chuan.rules.paper_form import Departure


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line; ``number`` is that of the departure they belong to, 0 for none."""

    text: str
    number: int = 0


def marked_lines(text: str, departures: Sequence[Departure]) -> list[list[Piece]]:
    """The lines of the text; where two departures touch the same letters the first one marks them.

    A departure without letters of its own (something is missing there) marks nothing but has its number put in.
    """
    spans = [
        (one.place.span.start, one.place.span.end, place) for place, one in enumerate(departures, start=1)
    ]
    lines: list[list[Piece]] = []
    start = 0
    for line in text.split("\n"):
        lines.append(_pieces(line, start, spans))
        start += len(line) + 1
    return lines


def _pieces(line: str, start: int, spans: list[tuple[int, int, int]]) -> list[Piece]:
    end, done, pieces = start + len(line), start, list[Piece]()
    for first, last, number in spans:
        inside = start <= first <= end
        if not inside or first < done:
            continue
        last = min(last, end)
        if first > done:
            pieces.append(Piece(line[done - start : first - start]))
        pieces.append(Piece(line[first - start : last - start], number))
        done = last
    if done < end:
        pieces.append(Piece(line[done - start :]))
    return pieces
