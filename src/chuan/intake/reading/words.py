"""Words of headers and cells brought to one form, so that spellings can be compared."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from chuan.exchange.tables import CellValue
from chuan.rules.vietnamese import compose, fold
from chuan.rules.wording import said

_NOT_WORDS = re.compile(r"[^0-9a-z/]+")
_ASIDE = re.compile(r"\([^()]*\)")
# What exports put into a cell that has nothing to say.
_LONGEST_EMPTY = 10
_EMPTY = frozenset({"", "-", "--", "---", "–", "—", "...", "…", "null", "n/a", "#n/a", "01/01/0001"})


def text_of(value: CellValue) -> str:
    """The cell's text in composed letters with single spaces; "" for nothing and for dashes."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = " ".join((value if value.isascii() else compose(value)).split())
    return "" if len(text) <= _LONGEST_EMPTY and text.lower() in _EMPTY else text


def typed_text(value: CellValue) -> str:
    """The cell as a person sees it, for a sentence: a date as 15/02/2021, with its time where it has one."""
    if isinstance(value, datetime):
        day = said(value.date())
        return f"{day} {value:%H:%M}" if value.time() else day
    return said(value) if isinstance(value, date) else text_of(value)[:80]


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """A header's text without marks, case and punctuation: "Số ĐT (*)" -> "so dt"."""
    return " ".join(_NOT_WORDS.sub(" ", fold(text)).split())


def without_asides(text: str) -> str:
    """The text without what stands in brackets: "Đúng hạn (gồm cả chờ bổ sung)" -> "Đúng hạn"."""
    return " ".join(_ASIDE.sub(" ", text).split())
