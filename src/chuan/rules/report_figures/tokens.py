"""Numbers of a sentence with their units, as they stand: part of a whole, per cent, measure, count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.phrases import Patterns, patterns
from chuan.rules.report_figures.types import Amount
from chuan.rules.vietnamese import NUMBER, read_figure

_VALUE = re.compile(
    r"(?<!\w)(?<!\d[.,/])(?<![^\W\d_][.\-])(?<!\d)"
    rf"(?:(?P<k>{NUMBER})\s?/\s?(?P<n>{NUMBER})(?!\s?/\s?\d)|(?P<a>{NUMBER})\s*[-–—]\s*(?P<b>{NUMBER})|(?P<v>{NUMBER}))"
)
_DIGIT = re.compile(r"\d")
_MONTHS = re.compile(
    r"(?<!\w)\d{1,2}\s+tháng(?!\s*\w*\s*tuổi)|(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)(?:[/.-]\d{4})?"
    r"|(?<!\w)(?:0?1|một)\s+(?:tháng|quý|năm)(?!\w)|(?<!\w)ngày\s+\d{1,2}(?!\s*/?\d)|tháng\s+\d{1,2}(?![\d.,]*\d)|con\s+thứ\s+\d"
    r"|(?:dưới|từ|trên)\s+\d[\d.,]*\s*m(?!\w)|(?<!\w)(?:thứ|lần|đợt|số|tổ|tdp|khối|mục|biểu|bảng|điểm)\s+\d{1,3}(?![\d.,]*\s*(?:%|triệu|tỷ))"
)
_NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]{1,}(?:\s+[^\W\d_]+)?)")


@dataclass(frozen=True, slots=True)
class Token:
    """A number at [start, end) of a line, its unit included from ``end`` to ``stop``."""

    start: int
    end: int
    stop: int
    amount: Amount
    is_range: bool = False


def tokens_of(low: str, lexicon: Lexicon) -> Iterator[Token]:
    """The numbers of a lower-case line; days, numbers of acts, ages and ranks are none."""
    words = patterns(lexicon)
    masked = _blanked(_MONTHS, _blanked(words.mask, low))
    for match in _VALUE.finditer(masked):
        token = _token(match, masked, words)
        if token is not None:
            yield token


def unit_in(text: str, lexicon: Lexicon) -> str:
    """The unit that a cell or the words in brackets name: "Triệu đồng" -> "triệu đồng"; "" for none."""
    words = patterns(lexicon)
    low = text.lower().strip()
    found = words.unit.match(" " + low)
    if found and not (" " + low)[found.end() :].strip(" .)"):
        return _unit(found, words)
    return words.nouns.get(low, "")


def _blanked(pattern: re.Pattern[str], low: str) -> str:
    return pattern.sub(lambda found: _DIGIT.sub("·", found.group()), low)


def _token(match: re.Match[str], masked: str, words: Patterns) -> Token | None:
    unit = words.unit.match(masked, match.end())
    noun = None if unit else words.noun.match(masked, match.end()) or _NOUN.match(masked, match.end())
    named = _unit(unit, words) if unit else " ".join(noun["noun"].split()) if noun else ""
    named = words.nouns.get(named, named)
    stop = unit.end() if unit else noun.end() if noun and named in words.nouns.values() else match.end()
    if match["k"] is not None:
        part, whole = read_figure(match["k"]).value, read_figure(match["n"]).value
        amount = Amount(numerator=part, denominator=whole, unit=named)
        return Token(match.start(), match.end(), stop, amount)
    if match["a"] is not None:
        return Token(match.start(), match.end(), stop, Amount(unit=named), is_range=True)
    figure = read_figure(match["v"])
    value = figure.value
    if unit and named == "%" and figure.other is not None:
        value = figure.other
    return Token(match.start(), match.end(), stop, Amount(value=value, unit=named))


def _unit(found: re.Match[str], words: Patterns) -> str:
    written = " ".join(found["unit"].split())
    bare = written.replace(" ", "")
    name = words.units.get(written) or next(
        (one for spelling, one in words.units.items() if spelling.replace(" ", "") == bare), written
    )
    return name + "".join("/" + " ".join(part.split()) for part in found["per"].split("/")[1:])
