"""Rows of registers that name a state secret: they are never taken in, not even their number and subject.

Luật Bảo vệ bí mật nhà nước 2018, Điều 8 (Tuyệt mật, Tối mật, Mật); NĐ 30/2020/NĐ-CP keeps their register apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from chuan.documents.secrecy import is_marked_secret
from chuan.rules.vietnamese import compose, fold

_COLUMN = re.compile(r"\b(?:do|muc do|che do) (?:bao )?mat\b|^mat$")
_PLAIN = frozenset(
    {"", "thuong", "binh thuong", "khong", "khong mat", "khong co", "none", "normal", "0", "-", "cong khai"}
)
# Nearly no cell holds the syllable at all: 600,000 of them are passed over by this alone, composed or not.
_HINT = re.compile(r"[mM]\s?(?:[ậẬ]|[aA][\u0302\u0323]{2}|[âÂ]\u0323|[ạẠ]\u0302)\s?[tT]")
_LEVEL = re.compile(r"(?:tuyệt\s*mật|tối\s*mật|mật)", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[]\s*(?:độ\s+)?(?:tuyệt\s*mật|tối\s*mật|mật)\s*[)\]]", re.IGNORECASE)


@lru_cache(maxsize=1024)
def is_secrecy_column(header: str) -> bool:
    """Whether a folded header text names the column of secrecy ("do mat", "muc do mat")."""
    return bool(_COLUMN.search(header))


def names_secret(headers: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row is a secret one: by its column of secrecy, by a cell "Mật", by a mark within a cell.

    ``headers`` are folded texts beside the cells. A word in the column of secrecy that nobody knows counts as
    secret: a row too few can be typed in, a secret taken in cannot be taken back.
    """
    for header, cell in zip(headers, cells, strict=False):
        if cell and (
            (_HINT.search(cell) and _is_mark(cell)) or (is_secrecy_column(header) and _is_level(cell))
        ):
            return True
    return False


def _is_mark(cell: str) -> bool:
    text = " ".join(compose(cell).split())
    return bool(_LEVEL.fullmatch(text) or _ASIDE.search(text)) or is_marked_secret(text)


def _is_level(cell: str) -> bool:
    return fold(cell).strip(" .") not in _PLAIN
