"""A line of promises cut into segments, and the figures of each with their units.

Dates, numbers of acts, years, ages, standards are figures too, but nobody is judged by
them: they are masked before figures are looked for.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from chuan.rules.decision_text.acts import NUMBER as ACT_NUMBER
from chuan.rules.decision_text.hours import round_the_clock
from chuan.rules.decision_text.lexicon import Lexicon, Named
from chuan.rules.vietnamese import DATE, LOWER, NUMBER, UPPER, read_figure

MOST_VALUES = 40
"""Figures read from one segment; a sentence with more is a table in disguise, not a promise."""

YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_NOT_UNIT = r"(?!\s*(?:%|phần\s+trăm|[-–]\s*\d+(?:,\d+)?\s*%|triệu|tỷ|tỉ))"
_MASKS = (
    rf"(?:ngày\s+)?(?:{DATE})",
    r"ngày\s+\d{1,2}\s*(?:/\s*\d{1,2}|tháng\s+\d{1,2})(?:\s+hằng\s+năm|\s+hàng\s+năm)?",
    rf"(?:tháng\s+)?(?<![\d.,])\d{{1,2}}\s*/\s*{YEAR}(?!\s*/)",
    rf"(?<!\w)(?:{ACT_NUMBER})",
    rf"(?<![\d.,/]){YEAR}\s*[-–—]\s*{YEAR}",
    rf"(?:năm|niên\s+độ|vụ|kỳ|quý\s+[ivx]+|nhiệm\s+kỳ|giai\s+đoạn)\s*/?\s*{YEAR}(?:\s*(?:,|và|[-–—]|"
    rf"đến)\s*(?:năm\s+)?{YEAR})*",
    rf"(?:tcvn|iso|qcvn)(?:\s+iso)?(?:/\w+)?\s*\d[\d.]*(?:\s*[:\-–]\s*{YEAR})?",
    rf"(?:điều|khoản|điểm|mục|chương|phụ\s+lục|biểu|bảng|mẫu|thứ|lần\s+thứ|mức\s+độ|cấp\s+độ|quý|tuần|"
    rf"khóa|quốc\s+lộ|ql|"
    rf"tỉnh\s+lộ|nghị\s+định|quyết\s+định|nghị\s+quyết|thông\s+tư|chỉ\s+thị|luật|"
    rf"(?<!tổng\s)số)\s+(?:số\s+)?\d+(?:[./]\d+)*(?![.,]?\d){_NOT_UNIT}"
    r"(?:\s+trở\s+(?:lên|xuống|đi))?",
    rf"(?:cấp|loại|lần|đợt|nhóm|vùng|tháng|mức|bậc)\s+\d{{1,2}}(?![.,/]?\d){_NOT_UNIT}(?!\s*(?:hộ|"
    rf"người|giấy|thẻ|mô\s+hình))",
    r"(?:tiêu\s+chí|chỉ\s+tiêu|mục\s+tiêu)\s+(?:số\s+)?\d{1,2}\s*(?=[:.)](?!\d))",
    r"(?:xếp\s+thứ|xếp\s+hạng|hạng|vị\s+trí|tốp|top)\s+(?:thứ\s+)?\d+(?:\s*[/-]\s*\d+)?",
    r"\[\d{1,3}\]",
    r"(?<!\w)(?:trên|mỗi|cho)\s+0?1\s+(?:ha|héc\s+ta|sào|người|hộ|lao\s+động|đơn\s+vị)(?!\w)",
    r"công\s+nghiệp\s+(?:lần\s+thứ\s+)?4\.0",
    r"(?:/|(?<!\w)trên)\s*(?:1\.000|10\.000|100\.000|1000|10000)\s+(?:dân|người|trẻ|lao\s+động)",
)
_SENTENCE = re.compile(rf";|(?<=[{LOWER}0-9%)”\"])\.(?=\s+[{UPPER}0-9“])")
_PARENS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Value:
    """A figure that may be promised; offsets in the line. ``kind``: percent, measure, count, k_of_n."""

    kind: str
    start: int
    end: int
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    k: int | None = None
    n: int | None = None
    unit: str = ""
    digits_end: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line that promises by itself."""

    start: int
    end: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The lexicon as compiled patterns."""

    mask: re.Pattern[str]
    value: re.Pattern[str]
    unit: re.Pattern[str]
    noun: re.Pattern[str]
    lower: re.Pattern[str]
    turned: re.Pattern[str]
    accumulated: re.Pattern[str]
    recognition: re.Pattern[str]
    none_each: re.Pattern[str]
    none_end: re.Pattern[str]
    acts: re.Pattern[str]
    excludes: re.Pattern[str]
    conditions: re.Pattern[str]
    growth: re.Pattern[str]
    rates: re.Pattern[str]
    units: dict[str, str]
    nouns: dict[str, str]


def spaced(words: str) -> str:
    """A pattern for words with any blanks between them."""
    return r"\s+".join(re.escape(word) for word in words.split())


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for any of the words as whole words, longest first."""
    return re.compile(_alternatives(words) + r"(?!\w)")


def _alternatives(words: tuple[str, ...]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return r"(?<!\w)(?:" + "|".join(map(spaced, longest)) + ")"


def _spellings(named: tuple[Named, ...]) -> dict[str, str]:
    return {" ".join(spelling.split()): name.name for name in named for spelling in name.spellings}


@lru_cache(maxsize=4)
def patterns(lexicon: Lexicon) -> Patterns:
    """Compile a lexicon once."""
    units, nouns = _spellings(lexicon.units), _spellings(lexicon.nouns)
    longest = sorted(units, key=len, reverse=True)
    per = "|".join(spaced(word) for word in sorted(lexicon.per, key=len, reverse=True))
    unit = "|".join(
        spaced(word).replace(r"\s+", r"\s*") + (r"(?!\w)" if word[-1].isalnum() else "") for word in longest
    )
    scope = "|".join(spaced(word) for word in sorted(lexicon.scope_units, key=len, reverse=True))
    aged = (
        rf"(?:(?:từ|dưới|trên|đủ|<|"
        rf">)\s*)?(?<![\w])(?:{NUMBER})\s*(?:[-–]\s*(?:{NUMBER})\s*)?(?:{scope})(?!\w)"
        r"(?:\s+trở\s+(?:lên|xuống))?"
    )
    counted = "|".join(spaced(word) for word in sorted(nouns, key=len, reverse=True))
    return Patterns(
        mask=re.compile("|".join(f"(?:{mask})" for mask in (*_MASKS, aged, round_the_clock(counted)))),
        value=_value_pattern(),
        unit=re.compile(
            rf"\s*(?!(?:tỷ|tỉ)\s+(?:lệ|trọng|suất|số)(?!\w))(?P<unit>{unit})(?P<per>(?:\s*/\s*(?:{per})(?!\w))*)"
        ),
        noun=re.compile(r"\s*(?P<noun>" + _alternatives(tuple(nouns)).replace(r"(?<!\w)", "") + r")(?!\w)"),
        lower=any_of(lexicon.lower),
        turned=any_of(lexicon.turned),
        accumulated=any_of(lexicon.accumulated),
        recognition=any_of(lexicon.recognitions),
        none_each=any_of(lexicon.none_each),
        none_end=any_of(lexicon.none_end),
        acts=any_of(lexicon.acts),
        excludes=any_of(lexicon.excludes),
        conditions=any_of(lexicon.conditions),
        growth=any_of(lexicon.growth),
        rates=any_of(lexicon.rates),
        units=units,
        nouns=nouns,
    )


def _value_pattern() -> re.Pattern[str]:
    begin = r"(?<!\w)(?<!\d[.,/])(?<![^\W\d_][.\-])"
    return re.compile(
        rf"{begin}(?:(?P<k>\d{{1,5}})\s?/\s?(?P<n>\d{{1,5}})(?![\d/]|[.,]\d)"
        rf"|(?P<a>{NUMBER})\s*(?:%|‰)?\s*(?:[-–—]|đến|tới)\s*(?P<b>{NUMBER})"
        rf"|(?P<v>{NUMBER}))"
    )


def read_segments(text: str, low: str, words: Patterns) -> list[Segment]:
    """Cut a line at semicolons and sentence ends (not inside brackets) and find its figures."""
    masked = _blank(words.mask, low)
    inside = [m.span() for m in _PARENS.finditer(low)]
    found = []
    for start, end in sentence_bounds(text):
        if low[start:end].strip(" .;,"):
            values = _values(masked, low, start, end, words)
            found.append(Segment(start, end, tuple(_outside_brackets(values, inside))))
    return found


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """The parts of a line between semicolons and sentence ends, brackets kept whole."""
    inside = [m.span() for m in _PARENS.finditer(text)]
    cuts = [m.start() for m in _SENTENCE.finditer(text) if not any(a < m.start() < b for a, b in inside)]
    bounds = [0, *(cut + 1 for cut in cuts), len(text)]
    return list(itertools.pairwise(bounds))


def _blank(mask: re.Pattern[str], low: str) -> str:
    """The line with every masked figure blanked out, same length."""
    return mask.sub(lambda found: re.sub(r"\d", "\u00b7", found.group()), low)


def _outside_brackets(values: list[Value], inside: list[tuple[int, int]]) -> list[Value]:
    """A figure in brackets explains; it is a promise only when none stands outside."""
    outer = [v for v in values if not any(a < v.start < b for a, b in inside)]
    return outer or values


def _values(masked: str, low: str, start: int, end: int, words: Patterns) -> list[Value]:
    found: list[Value] = []
    for match in words.value.finditer(masked, start, end):
        value = _value(match, low, end, words, masked)
        if value:
            found.append(value)
        if len(found) == MOST_VALUES:
            break
    shares = any(v.kind in ("percent", "k_of_n") for v in found)
    return [v for v in found if not (shares and _only_scope(v, found))]


def _only_scope(value: Value, found: list[Value]) -> bool:
    """Beside a share a bare length or a later count describes the thing: "đường dưới 7,5 m"."""
    if value.kind == "measure" and value.unit in ("m", "m²", "ngày", "giờ", "km"):
        return True
    return value.kind == "count" and any(
        v.kind in ("percent", "k_of_n") and v.start < value.start for v in found
    )


def _value(match: re.Match[str], low: str, end: int, words: Patterns, masked: str) -> Value | None:
    before = low[: match.start()].rstrip()
    if before.endswith("/"):
        return None
    if match["k"] is not None:
        return _k_of_n(match, low, end, words)
    after, stop = match.end(), end
    unit = words.unit.match(masked, after, stop)
    if unit:
        return _measured(match, unit, low, words)
    noun = words.noun.match(masked, after, stop)
    counted = noun or (
        re.compile(r"\s+(?P<noun>[^\W\d_]{2,})").match(masked, after, stop) if _counts(before) else None
    )
    if counted is None or re.fullmatch(YEAR, match.group()):
        return None
    thing = " ".join(counted["noun"].split())
    return _numbered(match, "count", counted.end(), words.nouns.get(thing, thing))


_COUNTING = re.compile(
    r"(?:xây\s+dựng|thành\s+lập|trồng|mở|tổ\s+chức|ít\s+nhất|tối\s+thiểu|không\s+quá|tối\s+đa|có|thêm|"
    r"mới|đạt|trên|dưới|cho|kết\s+nạp|tạo|lắp\s+đặt|"
    r"giải\s+quyết|vận\s+động|hoàn\s+thành|duy\s+trì|phát\s+triển|sửa\s+chữa|nâng\s+cấp|từ|:|hỗ\s+trợ|"
    r"ban\s+hành|đào\s+tạo|không\s+dưới|≥|≤|>|<)$"
)


def _counts(before: str) -> bool:
    """Whether a word that counts stands before the number, so that any noun may follow."""
    return bool(_COUNTING.search(before[-16:]))


def _k_of_n(match: re.Match[str], low: str, end: int, words: Patterns) -> Value | None:
    k, n = int(match["k"]), int(match["n"])
    noun = words.noun.match(low, match.end(), end)
    thing = noun or re.compile(r"\s*(?P<noun>[^\W\d_]{2,})").match(low, match.end(), end)
    if k > n or n == 0 or thing is None or words.unit.match(low, match.end(), end):
        return None
    name = " ".join(thing["noun"].split())
    return Value(
        "k_of_n",
        match.start(),
        match.end(),
        k=k,
        n=n,
        unit=words.nouns.get(name, name),
        digits_end=match.end(),
    )


def _measured(match: re.Match[str], unit: re.Match[str], low: str, words: Patterns) -> Value:
    written = " ".join(unit["unit"].split())
    name = words.units.get(written) or _squeezed(words.units, written)
    per = "".join("/" + " ".join(part.split()) for part in unit["per"].split("/")[1:])
    return _numbered(match, "percent" if name == "%" else "measure", unit.end(), name + per)


def _squeezed(units: dict[str, str], written: str) -> str:
    """The unit whose spelling is the same when blanks are left out ("tr.đồng", "tr. đồng")."""
    bare = written.replace(" ", "")
    return next((name for spelling, name in units.items() if spelling.replace(" ", "") == bare), written)


def _numbered(match: re.Match[str], kind: str, end: int, unit: str) -> Value:
    if match["v"] is not None:
        figure = read_figure(match["v"])
        # Nobody promises 12 345 %: the point there is a comma, and the person is asked.
        usual = figure.value if kind != "percent" or figure.other is None else figure.other
        return Value(kind, match.start(), end, value=usual, unit=unit, digits_end=match.end())
    one, two = read_figure(match["a"]).value, read_figure(match["b"]).value
    return Value(
        kind, match.start(), end, low=min(one, two), high=max(one, two), unit=unit, digits_end=match.end()
    )
