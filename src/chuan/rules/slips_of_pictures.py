"""Slips that a reader of pictures makes on numbers and set phrases: put right where only one reading makes sense.

A person is asked for number and date in any case; this only makes what is proposed likelier to be right.
"""

from __future__ import annotations

import re

from chuan.rules.vietnamese import fold
from chuan.rules.vietnamese.letters import LOWER

_LOOK_ALIKE = str.maketrans({"⁄": "/", "∕": "/", "Ð": "Đ", "–": "-", "—": "-"})
_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8"})
_SYMBOL = re.compile(
    r"(?P<number>[\dOolI|SB]{1,6})?/(?P<year>\d{4}/)?(?P<kind>[A-ZĐ][A-ZĐa-z]{0,8})-(?P<rest>[\wĐ.,&-]+)"
)
_DATE = re.compile(r"[\dOolI|]{1,2}/[\dOolI|]{1,2}/[\dOolI|]{4}[.,;:]?")
_TWICE = re.compile("ĐĐ+")


def repaired(word: str) -> str:
    """The word; one that is a document's number and symbol, or a date, without look-alikes.

    "l48⁄QĐÐ-UBND" is "148/QĐ-UBND", "O5/3/2O14" is "05/3/2014". Other words stay as they were seen.
    """
    plain = word.translate(_LOOK_ALIKE)
    if _DATE.fullmatch(plain):
        return plain.translate(_DIGITS)
    found = _SYMBOL.fullmatch(plain)
    if found is None:
        return word
    number = (found["number"] or "").translate(_DIGITS)
    return f"{number}/{found['year'] or ''}{_TWICE.sub('Đ', found['kind'])}-{found['rest']}"


_PHRASES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN",
    "QUYẾT ĐỊNH", "Căn cứ", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nơi nhận", "Điều",
)  # fmt: skip
"""Words that a paper's form prescribes: Nghị định 30/2020/NĐ-CP, Phụ lục I. None that may be somebody's name:
"Điều" counts only before a number ("Diệu"), "PHƯỜNG" not at all ("PHƯƠNG")."""


def _family(letter: str) -> str:
    """Every letter that differs from this one in its marks only, as a character class; ``letter`` itself if bare."""
    base = fold(letter)
    if not base or not letter.isalpha():
        return re.escape(letter)
    kin = [one for one in _LETTERS if fold(one) == base]
    return "[" + "".join(one.upper() if letter.isupper() else one for one in kin) + "Ðð" * (base == "d") + "]"


_LETTERS = sorted({*"abcdefghijklmnopqrstuvwxyz", *LOWER[3:]})
_BEHIND = {"Điều": r"(?= \d)"}
_SET = re.compile(
    "|".join(
        f"(?<!\\w)({''.join(map(_family, phrase))})(?!\\w){_BEHIND.get(phrase, '')}" for phrase in _PHRASES
    )
)


def with_set_phrases(text: str) -> str:
    """The text with wrong marks in set phrases put right ("VIẸT NAM"); its length stays."""
    return _SET.sub(lambda found: _PHRASES[(found.lastindex or 1) - 1], text)
