"""Tables without rules: columns told by the white strips between them. Strict: what is doubtful is no table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chuan.exchange.pdf_lines import Glyph
from chuan.exchange.pdf_tables.filling import NUMERIC, Line, Table, words_of

_GAP = 9.0
"""Points: a narrower gap is a space."""
_STRIP = 6.0
_LEVEL = 2.5
_FAR = 3.2
"""Heights of a letter: rows further apart are no neighbours."""
_NEARER = 0.8
"""A line so much nearer to the row above than to the one below goes on with it."""
_SAME = 1.1
_MOST_HEADS = 8
_MARKED = re.compile(
    r"^(?:[-–+•*]|[IVX]{1,4}[.)]?|[A-ZĐ][.)]?|\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)])(?:\s|$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand together in a line."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Level:
    """Everything at one height, from left to right; ``lines`` are the places of its letters among the page's lines."""

    base: float
    height: float
    pieces: tuple[Piece, ...]
    lines: frozenset[int]

    @property
    def numbers(self) -> int:
        """How many pieces after the first are numbers."""
        return sum(bool(NUMERIC.match(piece.text)) for piece in self.pieces[1:])

    @property
    def is_row(self) -> bool:
        """Whether it may be a row with values: words and numbers in three pieces."""
        return (
            len(self.pieces) > 2
            and self.numbers > 0
            and any(re.search(r"[^\W\d_]{2}", one.text) for one in self.pieces)
        )


@dataclass(frozen=True, slots=True)
class Aligned:
    """A stretch of a page that is a table, or that looks like one and cannot be told (``table`` None)."""

    table: Table | None
    lines: frozenset[int]


def aligned(lines: Sequence[Line]) -> list[Aligned]:
    """Every stretch with two rows of values and more."""
    levels = levels_of(lines)
    found = []
    for first, last in _stretches(levels):
        columns = columns_of([one for one in levels[first : last + 1] if one.is_row])
        top = _head_from(levels, first, columns)
        end = _end(levels, first, last, columns)
        rows = _told(levels[top:first], levels[first:end], columns) if end else ()
        taken = frozenset().union(*(one.lines for one in levels[top : max(end, last + 1)]))
        found.append(Aligned(Table(rows, tuple(left for left, _ in columns)) if rows else None, taken))
    return found


def _end(levels: Sequence[Level], first: int, last: int, columns: Sequence[tuple[float, float]]) -> int:
    """Where the table ends: behind lines that the last row goes on in; 0 when that cannot be told."""
    body = levels[first : last + 1]
    steps = [here.base - there.base for here, there in pairwise(body)]
    at = last + 1
    while at < len(levels) and levels[at - 1].base - levels[at].base <= min(steps) * _SAME:
        if any(len(_over(piece, columns)) != 1 for piece in levels[at].pieces):
            break
        if min(steps) > _NEARER * max(steps) and not _goes_on(levels[at].pieces[0].text):
            return 0
        at += 1
    return at


def levels_of(lines: Sequence[Line]) -> list[Level]:
    """The page's letters by their height on the page, the highest first."""
    groups: list[list[tuple[int, Line]]] = []
    for at, line in sorted(enumerate(lines), key=lambda one: -one[1][0].base):
        if groups and abs(groups[-1][0][1][0].base - line[0].base) <= _LEVEL:
            groups[-1].append((at, line))
        else:
            groups.append([(at, line)])
    return [_level(group) for group in groups]


def _level(group: list[tuple[int, Line]]) -> Level:
    letters = sorted((glyph for _, line in group for glyph in line), key=lambda glyph: glyph.left)
    height = max(glyph.height for glyph in letters)
    return Level(group[0][1][0].base, height, tuple(_pieces(letters)), frozenset(at for at, _ in group))


def _pieces(letters: Iterable[Glyph]) -> Iterable[Piece]:
    held: list[Glyph] = []
    for glyph in letters:
        if glyph.text.isspace():
            if held:
                held.append(glyph)
            continue
        inked = next((one for one in reversed(held) if not one.text.isspace()), None)
        if inked is not None and glyph.left - inked.right >= _GAP:
            yield _piece(held)
            held = []
        held.append(glyph)
    if held:
        yield _piece(held)


def _piece(held: list[Glyph]) -> Piece:
    inked = [one for one in held if not one.text.isspace()]
    return Piece(inked[0].left, max(one.right for one in inked), words_of(held))


def _stretches(levels: Sequence[Level]) -> list[tuple[int, int]]:
    """(first, last) rows of values that follow one another, with at most two other lines between them."""
    rows = [at for at, one in enumerate(levels) if one.is_row]
    found: list[list[int]] = []
    for at in rows:
        if found and at - found[-1][-1] <= 3 and _close(levels[found[-1][-1] : at + 1]):
            found[-1].append(at)
        else:
            found.append([at])
    return [(group[0], group[-1]) for group in found if len(group) > 1]


def _close(levels: Sequence[Level]) -> bool:
    return all(here.base - there.base <= _FAR * max(here.height, 4.0) for here, there in pairwise(levels))


def _head_from(levels: Sequence[Level], first: int, columns: Sequence[tuple[float, float]]) -> int:
    """Where the head begins: lines right above, up to a title over the labels."""
    for at in range(first - 1, max(-1, first - 1 - _MOST_HEADS), -1):
        if not _close(levels[at : at + 2]) or _is_title(levels, at, columns):
            return at + 1
    return max(0, first - _MOST_HEADS)


def _is_title(levels: Sequence[Level], at: int, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a lone piece is no part of the head: over the labels and more, or over them and further off."""
    if len(levels[at].pieces) > 1:
        return False
    over = _over(levels[at].pieces[0], columns)
    widest = _widest(columns)
    steps = [here.base - there.base for here, there in pairwise(levels[at : at + 3])]
    return widest in over and (len(over) > 1 or (len(steps) > 1 and steps[0] > _SAME * steps[1]))


def _widest(columns: Sequence[tuple[float, float]]) -> int:
    """The column of the labels."""
    return max(range(len(columns)), key=lambda each: columns[each][1] - columns[each][0])


def _are_without(label: int, rows: Sequence[tuple[str, ...] | None], body: Sequence[Level]) -> bool:
    """Whether a row of values has nothing in the column of the labels."""
    return any(one.is_row and row is not None and not row[label] for row, one in zip(rows, body, strict=True))


def columns_of(rows: Sequence[Level]) -> list[tuple[float, float]]:
    """Where the pieces of all rows stand, strips of white between them."""
    found: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for row in rows for piece in row.pieces):
        if found and left < found[-1][1] + _STRIP:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _told(
    heads: Sequence[Level], body: Sequence[Level], columns: Sequence[tuple[float, float]]
) -> tuple[tuple[str, ...], ...]:
    """The rows with their cells; () when anything is doubtful."""
    if len(columns) < 3 or not heads:
        return ()
    above = [_placed(one, columns, head=True) for one in heads]
    below = [_placed(one, columns, head=False) for one in body]
    label = _widest(columns)
    if any(row is None for row in (*above, *below)) or _are_without(label, below, body):
        return ()  # a label that stands above and below its values is half somebody else's
    joined = _joined([row for row in below if row], body)
    head = [row for row in above if row]
    named = [" ".join(row[at] for row in head if row[at]) for at in range(len(columns))]
    values = [at for at in range(len(columns)) if any(NUMERIC.match(row[at]) for row in joined) and at]
    if not joined or any(not head[0][at] for at in values):
        return ()  # words over several columns would be one column's: "Kế hoạch" over two of them
    return (tuple(named), *joined)


def _over(piece: Piece, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [at for at, (left, right) in enumerate(columns) if piece.left < right and left < piece.right]


def _placed(level: Level, columns: Sequence[tuple[float, float]], *, head: bool) -> tuple[str, ...] | None:
    """The cells of a line; None when a piece stands over two columns, or two in one."""
    cells = [""] * len(columns)
    for piece in level.pieces:
        over = _over(piece, columns)
        if not over and head:
            over = [min(range(len(columns)), key=lambda at: abs(sum(columns[at]) - piece.left - piece.right))]
        if len(over) != 1 or (cells[over[0]] and not head):
            return None
        cells[over[0]] = f"{cells[over[0]]} {piece.text}".strip()
    return tuple(cells)


def _joined(rows: Sequence[tuple[str, ...]], body: Sequence[Level]) -> tuple[tuple[str, ...], ...]:
    """Words that go on below put to the row they belong to; () where that cannot be told."""
    found: list[tuple[str, ...]] = []
    for at, row in enumerate(rows):
        hangs = not body[at].is_row and (
            _hangs(body, at) or (_goes_on(_label(row)) and sum(map(bool, row)) == 1)
        )
        if hangs and found:
            found[-1] = tuple(f"{cell} {more}".strip() for cell, more in zip(found[-1], row, strict=True))
        elif (body[at].is_row and not _goes_on(_label(row))) or _is_apart(row, body[at]):
            found.append(row)
        else:
            return ()
    return tuple(found)


def _is_apart(row: Sequence[str], level: Level) -> bool:
    """Whether a line without values is a row of its own: the heading of a group has a mark."""
    return not level.is_row and _MARKED.match(next(filter(None, row), "")) is not None


def _hangs(body: Sequence[Level], at: int) -> bool:
    """Whether a line stands, with those above it, clearly nearer to the row above than to the one below."""
    above = next((each for each in range(at - 1, -1, -1) if body[each].is_row), None)
    below = next((each for each in range(at + 1, len(body)) if body[each].is_row), None)
    if above is None:
        return False
    if below is None:
        return True  # ``_end`` let it be of the table
    steps = [here.base - there.base for here, there in pairwise(body[above : below + 1])]
    return max(steps[:-1]) <= _NEARER * steps[-1]


def _label(row: Sequence[str]) -> str:
    """The first words of a row that are no mark."""
    return next(
        (words for words in row if re.search(r"[^\W\d_]{2}", words)), next((one for one in row if one), "")
    )


def _goes_on(words: str) -> bool:
    """Whether words begin with a small letter, so that their beginning stands above."""
    return words[:1].islower() and _MARKED.match(words) is None
