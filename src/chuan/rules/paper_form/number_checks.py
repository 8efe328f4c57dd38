"""Number and symbol: Phụ lục I, mục II.3, and the abbreviations of Phụ lục III."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuan.rules.paper_form.departures import Finding
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.parts import LETTER, Parts
from chuan.rules.paper_form.pieces import Piece
from chuan.rules.paper_form.spots import at_top, found

_NUMBER = re.compile(
    r"(?P<label>số\s*[:.]?)?[\s.…_]*(?P<n>\d{0,6}[a-z]?)(?P<room>[\s.…_]*)(?P<sep>[/\-–])(?P<gap>\s*)"
    r"(?P<year>(?:19|20)\d\d\s*/\s*)?(?P<symbol>.+)$",
    re.IGNORECASE,
)


def check_number(parts: Parts, rules: FormRules) -> Iterator[Finding]:
    """All departures of the line "Số: 01/QĐ-UBND"."""
    line = parts.head.number
    if line is None:
        yield at_top(parts, "number_missing")
        return
    read = _NUMBER.match(line.text)
    if read is None:
        return
    yield from _label(parts, line, read)
    yield from _digits(parts, rules, line, read)
    if read["sep"] != "/":
        yield from _slash(parts, line, read)
    else:
        yield from _spaces(parts, line, read)
        yield from _symbol(parts, rules, line, read)


def _label(parts: Parts, line: Piece, read: re.Match[str]) -> Iterator[Finding]:
    label = read["label"]
    if label is None:
        word = line.text.split()[0]
        yield found(parts, "number_label", line.start, line.start + len(word), f"Số: {word}")
    elif label.rstrip() != "Số:":
        bare = len(label.rstrip())
        tight = line.text[bare : bare + 1].strip()
        yield found(parts, "number_label", line.start, line.start + bare, "Số: " if tight else "Số:")


def _digits(parts: Parts, rules: FormRules, line: Piece, read: re.Match[str]) -> Iterator[Finding]:
    number = read["n"]
    if not number:
        yield found(parts, "number_blank", line.start, line.end)
    elif number.isdigit() and number != rules.padded(int(number), rules.pad_number) and len(number) < 2:
        right = rules.padded(int(number), rules.pad_number)
        yield _at(parts, "number_zero", line, read, "n", right)
    if read["year"]:
        right = f"Số: {number or '…'}/{_clean(read['symbol'])}"
        yield _at(parts, "number_year", line, read, "year", "", instead=right)


def _spaces(parts: Parts, line: Piece, read: re.Match[str]) -> Iterator[Finding]:
    clean = _clean(read["symbol"])
    loose = bool(read["gap"]) or clean != read["symbol"] or bool(read["n"] and read["room"])
    if loose and not read["year"]:
        start = read.start("n") if read["n"] else read.start("sep")
        yield found(parts, "number_spaces", line.start + start, line.end, f"{read['n']}/{clean}")


def _slash(parts: Parts, line: Piece, read: re.Match[str]) -> Iterator[Finding]:
    right = f"{read['n']}/{_clean(read['symbol']).replace('/', '-')}"
    start = read.start("n") if read["n"] else read.start("sep")
    yield found(parts, "number_slash", line.start + start, line.end, right)


def _symbol(parts: Parts, rules: FormRules, line: Piece, read: re.Match[str]) -> Iterator[Finding]:
    symbol = _clean(read["symbol"])
    first = symbol.split("-")[0]
    if symbol.islower():
        yield _at(parts, "number_case", line, read, "symbol", symbol.upper())
        return
    start = line.start + read.start("symbol")
    end = start + len(read["symbol"].split("-")[0].split("–")[0].rstrip())
    known = {short for short in rules.types.values() if short}
    if parts.kind == LETTER:
        if "CV" in symbol.upper().split("-") or first in known:
            yield found(parts, "symbol_letter", start, line.end)
        elif "-" not in symbol:
            yield found(parts, "symbol_unit", start, line.end)
        return
    right = rules.types.get(parts.kind, "")
    if first == right or not (right or first in rules.wrong_symbols):
        return
    wrong = rules.wrong_symbols.get(first) or (right if first.upper() == right.upper() else "")
    if wrong and wrong in (right, rules.wrong_symbols.get(first)):
        yield found(parts, "symbol_wrong", start, end, wrong)
    elif right:
        yield found(parts, "symbol_type", start, end, kind=parts.kind.lower(), right=right)


def _clean(symbol: str) -> str:
    return re.sub(r"\s*[-–]\s*", "-", re.sub(r"\s*/\s*", "/", symbol)).replace(" ", "")


def _at(
    parts: Parts, code: str, line: Piece, read: re.Match[str], group: str, right: str, **words: str
) -> Finding:
    return found(parts, code, line.start + read.start(group), line.start + read.end(group), right, **words)
