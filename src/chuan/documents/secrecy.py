"""Marks of state secrecy on a paper: MẬT, TỐI MẬT, TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước 2018, Điều 8).

A stamp stands alone: in a line or cell of its own, beside the number, or beside place and
date. The words inside a sentence ("ngoại trừ văn bản mật") or a title ("bảo vệ bí mật nhà
nước") are no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from chuan.rules.vietnamese import compose

_LEVEL = r"(?:TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT)"
_CELLS = re.compile(r"\t|\||\s{3,}")
_MARKS_OF_TEXT = re.compile(r"[*_#>\[\]()“”\"'`~]+")
_ALONE = re.compile(rf"{_LEVEL}[.!]?")
_SPREAD = re.compile(r"(?:T\s?U\s?Y\s?Ệ\s?T\s+|T\s?Ố\s?I\s+)?M\s?Ậ\s?T")
_NAMED = re.compile(r"\b(?:độ|mức độ)\s+mật\s*:\s*(?:tuyệt\s+mật|tối\s+mật|mật)\b", re.IGNORECASE)
_BESIDE_NUMBER = re.compile(rf"Số\s*:\s*\S*\s*/\s*\S+\s+{_LEVEL}\b", re.IGNORECASE)
_BESIDE_DATE = re.compile(rf"^{_LEVEL}\s+\S.*ngày\b.*\btháng\b")
_BESIDE_MOTTO = re.compile(rf"^{_LEVEL}\s+(?:CỘNG HÒA|CỘNG HOÀ|Độc lập)")


def is_marked_secret(text: str) -> bool:
    """Whether the paper carries a mark of state secrecy."""
    return any(_marked(line) for line in compose(text).splitlines())


_LEVEL_ALONE = re.compile(r"^\W*(tuyệt\s+mật|tối\s+mật|mật)\W*$", re.IGNORECASE)


def mark_in_draft(parts: Iterable[str]) -> str:
    """The mark of secrecy in what somebody types as a document: the word found, "" without one.

    ``parts`` are fields and lines; one that is nothing but a level, in any case, is a mark too: whoever writes
    "Mật" into a box means it. The words inside a sentence or a title are none.
    """
    for part in parts:
        for line in compose(part).splitlines():
            if found := _LEVEL_ALONE.match(line):
                return found[1].upper()
            if _marked(line):
                return next(iter(re.findall(_LEVEL, line.upper())), "MẬT")
    return ""


def _marked(line: str) -> bool:
    plain = _MARKS_OF_TEXT.sub("", line).strip()
    if _NAMED.search(plain) or _BESIDE_DATE.search(plain) or _BESIDE_MOTTO.search(plain):
        return True
    if (beside := _BESIDE_NUMBER.search(plain)) and beside.group().split()[-1].isupper():
        return True
    return any(_is_stamp(cell.strip()) for cell in _CELLS.split(plain))


def _is_stamp(cell: str) -> bool:
    return bool(_ALONE.fullmatch(cell) or _SPREAD.fullmatch(cell))
