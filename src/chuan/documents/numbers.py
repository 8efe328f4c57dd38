"""Numbers and symbols of documents as registers and papers write them, brought to one form so that they can be met.

"Số 05/QĐ-UBND", "5/QÐ-UBND" and "05 / QĐ - UBND" name one document (NĐ 30/2020/NĐ-CP, Phụ lục I, II.3).
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from chuan.law.document_types import document_types
from chuan.rules.vietnamese import compose, fold

LETTER = "CV"
"""How a công văn's type is stored; its symbol carries no abbreviation."""
_NUMBERED = re.compile(r"(?:số\s*:?\s*)?0*(\d{1,6}[A-Za-zĐđ]{0,2})\s*/\s*(\S.*)", re.IGNORECASE)
_ALONE = re.compile(r"(?:số\s*:?\s*)?0*(\d{1,6}[A-Za-zĐđ]{0,2})", re.IGNORECASE)
_VALUE = re.compile(r"\d+")
_NOT_WORDS = re.compile(r"[^0-9a-z/]+")
_YEAR = re.compile(r"(\d{4})/")


def split_number(number: str, symbol: str = "") -> tuple[str, str]:
    """(number, symbol) of what one or two columns say: "05/QĐ-UBND" is ("05", "QĐ-UBND").

    Zeros in front stay as they are written; ``number_key`` looks past them. What has no number is all symbol.
    """
    for text in (number, symbol):
        plain = tidy(text)
        if found := _NUMBERED.fullmatch(plain):
            return plain[found.start(1) - _zeros(plain, found.start(1)) : found.end(1)], found[2]
    plain = tidy(number)
    if _ALONE.fullmatch(plain):
        return plain, tidy(symbol)
    return "", plain or tidy(symbol)


def tidy(text: str) -> str:
    """Composed letters, no blanks round marks, Đ for the look-alike Ð."""
    plain = compose(text).replace("Ð", "Đ").replace("ð", "đ").replace("–", "-").replace("—", "-")
    return re.sub(r"\s*([/.-])\s*", r"\1", " ".join(plain.split())).strip(" .:")


@lru_cache(maxsize=65536)
def number_key(number: str, symbol: str) -> str:
    """What two spellings of one number share: "5/qd-ubnd"; "" without a number."""
    found = _ALONE.fullmatch(tidy(number))
    if found is None:
        return ""
    return f"{fold(found[1])}/{symbol_key(symbol)}"


@lru_cache(maxsize=4096)
def symbol_key(symbol: str) -> str:
    """The symbol without marks, case and blanks: "qd-ubnd"."""
    return "-".join(_NOT_WORDS.sub(" ", fold(tidy(symbol))).split())


def row_code(number: str, symbol: str, on: date | None) -> str:
    """How a register's row is named here: number, symbol and year, for numbers begin anew each year."""
    bare = number.lstrip("0") or number
    full = f"{bare}/{symbol}" if symbol and bare else bare or symbol
    return f"{full} ({on.year})" if on else full


@lru_cache(maxsize=65536)
def value_of(number: str) -> int | None:
    """The number itself: 12 of "12a" and "012"; None without digits."""
    found = _VALUE.search(number)
    return int(found.group()) if found else None


@lru_cache(maxsize=65536)
def is_inserted(number: str) -> bool:
    """Whether letters follow the digits ("12a"): a number squeezed in between two."""
    return bool(re.search(r"\d[A-Za-zĐđ]+$", number))


def type_of(symbol: str, said: str = "", subject: str = "") -> str:
    """The type's key: by the register's own column, the symbol, the first words of the subject; else công văn."""
    first = symbol.split("/")[-1].split("-")[0].strip()
    by_symbol = _exact().get(first.lower()) or _abbreviations().get(fold(first))
    return _named(said) or by_symbol or _named(subject) or LETTER


def _named(text: str) -> str:
    words = fold(text)
    return next((key for key, name in _names() if words == name or words.startswith(f"{name} ")), "")


@lru_cache(maxsize=4096)
def organ_of(symbol: str) -> str:
    """Who issues, by the symbol: UBND of "QĐ-UBND" and of "UBND-VP"; "" where it does not say."""
    parts = [part for part in re.split(r"[-/]", tidy(symbol).upper()) if part]
    if parts and fold(parts[0]) in _abbreviations():
        parts = parts[1:]
    return parts[0] if parts else ""


@lru_cache(maxsize=1)
def _exact() -> dict[str, str]:
    """With marks: ĐA and DA are two types."""
    return {one.abbreviation.lower(): key for key, one in document_types().items() if one.abbreviation}


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {fold(one.abbreviation): key for key, one in document_types().items() if one.abbreviation}


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str], ...]:
    """Names of types, the longest first: "quyet dinh", "thong bao"."""
    found = [(key, fold(one.name)) for key, one in document_types().items()]
    return tuple(sorted(found, key=lambda pair: -len(pair[1])))


def _zeros(text: str, at: int) -> int:
    count = 0
    while at - count > 0 and text[at - count - 1] == "0":
        count += 1
    return count
