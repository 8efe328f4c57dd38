"""The foot of a paper: recipients and signature, which stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chuan.rules.decision_text.flat import Flat
from chuan.rules.paper_form.pieces import Piece, piece_at, pieces_of

_LABEL = re.compile(r"(?:^|(?<=[\n|]))[ \t\-–]{0,9}(nơi\s+nhận(?!\w)[ \t]*[:.]?)", re.MULTILINE)
_AUTHORITY = re.compile(r"(?:t/?m|k/?t|t/?l|tuq|t/?u/?q|q)(?:\s*\.\s*|\s+)(?=[^\W\d_])")
_POST = re.compile(
    r"(?:quyền\s+|q\.\s*)?(?:phó\s+)*(?:chủ\s+tịch|giám\s+đốc|tổng\s+giám\s+đốc|bộ\s+trưởng|thứ\s+trưởng|chánh\s+(?:văn\s+phòng|thanh\s+tra)|"
    r"(?:tổng\s+)?cục\s+trưởng|chi\s+cục\s+trưởng|vụ\s+trưởng|viện\s+trưởng|hiệu\s+trưởng|trưởng\s+(?:phòng|ban|đoàn|công\s+an)|"
    r"thủ\s+tướng|bí\s+thư|chủ\s+tọa|thư\s+ký|ủy\s+viên|văn\s+phòng)(?!\w)"
)
_HALVES = ("PHÓ", "THỨ", "QUYỀN")
_PLACES = ("phường", "xã", "tỉnh", "thành phố", "đặc khu", "thường trực")
_SMALL = re.compile(
    r"(?:(?:tm|kt|tl|tuq)\s*\.\s*[^\n;:]{3,60}|(?:phó\s+)?(?:chủ\s+tịch|giám\s+đốc|trưởng\s+ban))(?<![;.,])"
)
"""Lines of a signature that somebody wrote in small letters."""
_NAME = re.compile(r"(?:[^\W\d_]+\.\s*)*[^\W\d_]+(?:[ .\-]{1,2}[^\W\d_]+){1,5}$")
_BULLET = re.compile(r"[-–—+•*]\s*(?=\S)")
_KEPT = re.compile(r"(?:[-–—+•*]\s*)?lưu(?!\w)")
_SIGN_NOTE = re.compile(r"\(?\s*(?:đã\s+ký|ký\s+tên|chữ\s+ký|dấu|ký\s+bởi|người\s+ký)(?!\w)")
_ANNEX = re.compile(r"phụ\s+lục(?!\w)")
_BEFORE, _AFTER = 900, 2_500


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the recipients, its hyphen included when it has one."""

    start: int
    end: int
    text: str
    low: str
    hyphen: bool
    whole: bool = True
    """Whether all its lines were found together."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What was found of the foot; ``start`` and ``end`` bound it in the plain text."""

    label: Piece | None
    items: tuple[Item, ...]
    signature: tuple[Piece, ...]
    """Lines of authority and position, from the top."""
    name: Piece | None
    start: int
    end: int

    @property
    def found(self) -> bool:
        """Whether there is a foot at all."""
        return self.label is not None or bool(self.signature)


def read_foot(flat: Flat, after: int) -> Foot:
    """Read the foot that begins after the offset."""
    label = _LABEL.search(flat.low, after)
    low = max(after, label.start() - _BEFORE) if label else after
    high = min(len(flat.text), label.end() + _AFTER) if label else len(flat.text)
    near = list(pieces_of(flat, low, high))
    small = not any(_signs(one, alone=label is None) for one in near)
    first = next((one for one in near if _signs(one, alone=label is None, small=small)), None)
    starts = [
        one for one in (label.start(1) if label else None, first.start if first else None) if one is not None
    ]
    if not starts:
        return Foot(None, (), (), None, len(flat.text), len(flat.text))
    start = min(starts)
    lines = [one for one in near if one.start >= start]
    signature, name = _signature(lines, small=small)
    mark = piece_at(flat, *label.span(1)) if label else None
    items = _items(flat, lines, mark, {one.start for one in (*signature, name) if one})
    ends = [one.end for one in (*signature, *items, mark, name) if one]
    return Foot(mark, tuple(items), tuple(signature), name, start, max(ends))


def _signs(one: Piece, *, alone: bool, small: bool = False) -> bool:
    """Whether the line is one of a signature: in capitals, or in ``small`` letters where no other is found."""
    if small:
        return bool(_SMALL.fullmatch(one.low)) and one.text[0].isupper()
    if not one.upper or len(one.text) > 90:
        return False
    return bool(_AUTHORITY.match(one.low) or (not alone and _POST.match(one.low)))


def _signature(lines: list[Piece], *, small: bool) -> tuple[list[Piece], Piece | None]:
    """Authority and position, then the first line that is a name."""
    begun = next((at for at, one in enumerate(lines) if _signs(one, alone=False, small=small)), None)
    if begun is None:
        return [], None
    signature: list[Piece] = []
    for one in lines[begun : begun + 40]:
        if _ANNEX.match(one.low):
            break
        if _signs(one, alone=False, small=small) or _goes_on(one, signature):
            signature.append(one)
        elif is_name(one) and not _SIGN_NOTE.match(one.low):
            return signature, one
    return signature, None


def _goes_on(one: Piece, signature: list[Piece]) -> bool:
    """The second half of a line of the signature: "PHÓ" above its post, "PHƯỜNG …" under the committee."""
    return one.text in _HALVES or (one.upper and bool(signature) and one.low.startswith(_PLACES))


def is_name(one: Piece) -> bool:
    """Whether the line is a person's name: two to six words that each begin with a capital."""
    if not _NAME.match(one.text) or len(one.text) > 50:
        return False
    words = re.findall(r"[^\W\d_]+", one.text)
    return all(word[:1].isupper() for word in words) and not _POST.match(one.low)


def _items(flat: Flat, lines: list[Piece], label: Piece | None, others: set[int]) -> list[Item]:
    """Recipients: from the label to the line that keeps a copy, wrapped lines joined."""
    if label is None:
        return []
    found: list[_Growing] = []
    for one in _after_label(flat, lines, label):
        if one.start in others or _SIGN_NOTE.match(one.low):
            continue
        last = found[-1] if found else None
        if _ANNEX.match(one.low) or (last and last.is_over(flat, one)):
            break
        if last is None or _BULLET.match(one.text) or _KEPT.match(one.low):
            found.append(_Growing(_hyphen_above(flat, one), one.end))
        elif flat.text[last.end : one.start].strip(" |\n"):
            # A piece of the other column stands between: which item goes on cannot be told.
            last.whole = False
        elif last.is_closed(flat) and not any(each.has_bullet(flat) for each in found):
            if one.upper or not one.text.endswith((";", ".")):
                break
            found.append(_Growing(one.start, one.end))
        elif last.is_closed(flat) and (one.upper or not one.text.endswith((";", "."))):
            break
        else:
            last.end = one.end
    return [each.item(flat) for each in found]


def _after_label(flat: Flat, lines: list[Piece], label: Piece) -> Iterator[Piece]:
    for one in lines:
        if one.start >= label.end:
            yield one
        elif one.end > label.end and flat.text[label.end : one.end].strip():
            rest = flat.text[label.end : one.end]
            yield piece_at(flat, label.end + len(rest) - len(rest.lstrip()), one.end)


@dataclass(slots=True)
class _Growing:
    """An item whose lines are still being joined."""

    start: int
    end: int
    whole: bool = True

    def is_closed(self, flat: Flat) -> bool:
        return flat.text[self.end - 1] in ";."

    def is_over(self, flat: Flat, after: Piece) -> bool:
        """The line that keeps a copy is the last: when it is closed, or something else stands between."""
        if not _KEPT.match(flat.low[self.start : self.end]):
            return False
        return flat.text[self.end - 1] == "." or bool(flat.text[self.end : after.start].strip(" |\n"))

    def has_bullet(self, flat: Flat) -> bool:
        return bool(_BULLET.match(flat.text[self.start : self.end]))

    def item(self, flat: Flat) -> Item:
        one = piece_at(flat, self.start, self.end)
        return Item(one.start, one.end, one.text, one.low, bool(_BULLET.match(one.text)), self.whole)


def _hyphen_above(flat: Flat, one: Piece) -> int:
    """Where the line begins: its hyphen may stand on a line of its own."""
    before = flat.text[max(0, one.start - 6) : one.start].rstrip()
    alone = before.endswith(("\n-", "|-", "\n–"))
    return max(0, one.start - 6) + len(before) - 1 if alone else one.start
