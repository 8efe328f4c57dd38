"""What a drafter of next year's objectives would want to know of a line, in words. Nothing here blocks.

The product names what the figures say; whether a level is right is decided by people (ISO 9001:2015, 6.2.1).
Thresholds come from dated data (``law/practice.toml``), never from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from chuan.rules.next_year.level_words import CHANGES, with_unit, words_of_level
from chuan.rules.targets.budgets import budget
from chuan.rules.targets.comparing import Band, band
from chuan.rules.targets.types import NotMeasurable, Outcome, Quantity, Result, Target
from chuan.rules.targets.values import per
from chuan.rules.types import Period
from chuan.rules.vietnamese import fold, written_number

_LEVELS = (
    Quantity.SHARE,
    Quantity.LEVEL,
    Quantity.COUNT,
    Quantity.K_OF_N,
    Quantity.GROWTH,
    Quantity.DECREASE,
)


@dataclass(frozen=True, slots=True)
class Past:
    """What an earlier year promised and brought. ``value`` is in the target's unit, None where nothing was measured.

    ``said`` is the figure as screens say it; ``cases`` the counted denominator of a share, None where it was no count.
    """

    year: int
    target: Target
    outcome: Outcome
    value: Fraction | None = None
    said: str = ""
    cases: int | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise of next year with its past, the latest year first.

    ``fed``: a register counts it, or its source is named, or it was measured once. ``case`` and ``miss`` are how its
    cases are called ("đơn", "chậm").
    """

    target: Target
    past: tuple[Past, ...] = ()
    fed: bool = True
    case: str = "trường hợp"
    miss: str = "hụt"


@dataclass(frozen=True, slots=True)
class Limits:
    """From when a level no longer asks for anything: so many years in a row beyond so many per cent (practice)."""

    years: int
    percent: int


@dataclass(frozen=True, slots=True)
class Caution:
    """A code that never changes, and the sentence beside the line."""

    code: str
    sentence: str


def cautions_of(promised: Promised, limits: Limits) -> tuple[Caution, ...]:
    """Everything there is to say about one promise, the weightiest first."""
    easy = list(_too_easy(promised, limits))
    found = [
        *_bare_change(promised.target),
        *_nothing_feeds(promised),
        *_unkeepable(promised),
        *_missed_unchanged(promised),
        *easy,
        *([] if easy else _below_last(promised)),
        *_another_n(promised),
    ]
    return tuple(found)


def counts_below(target: Target, lines: int, values: int) -> tuple[Caution, ...]:
    """ "21/21 chỉ tiêu" over a list of another length (second entry to ``decision_text.doubts``)."""
    if target.quantity is not Quantity.K_OF_N or target.n is None or target.n == lines or not lines:
        return ()
    told = f"{target.k}/{target.n} {target.unit}".strip()
    sentence = f"Ghi {told} nhưng bên dưới có {lines} dòng với {values} số đo: ghi lại số đếm cho khớp."
    return (Caution("count_differs", sentence),)


def twice(lines: Iterable[tuple[str, str, Sequence[str]]]) -> dict[str, Caution]:
    """Lines that promise the same: (key, words, names of what they measure); by the key of each later one."""
    seen: dict[tuple[str, str], str] = {}
    found: dict[str, Caution] = {}
    for key, words, names in lines:
        marks = [("words", _bare(words)), *(("measured", name) for name in names if name)]
        for mark in marks:
            if mark in seen and seen[mark] != key:
                told = "Nói lại điều đã có ở dòng khác: cùng một chỉ tiêu mà hai mức thì không biết theo mức nào."
                found.setdefault(key, Caution("twice", told))
            seen.setdefault(mark, key)
    return found


def least_for_one_miss(target: Target) -> int | None:
    """The least number of cases of which one may fail and a share still be kept; None where none ever may."""
    limits = band(target)
    if isinstance(limits, NotMeasurable) or target.quantity is not Quantity.SHARE or len(limits.ends) != 1:
        return None
    share = limits.ends[0] / per(target)
    room = 1 - share if limits.low is not None else share
    if room <= 0:
        return None
    return floor(1 / room) + 1 if limits.open else ceil(1 / room)


def _too_easy(one: Promised, limits: Limits) -> Iterator[Caution]:
    """ "Ba năm liền đạt trên 99 %: mức 95 % không còn thúc đẩy cải tiến"; mirrored under a ceiling."""
    held, run = _sure(one.target), one.past[: limits.years]
    in_a_row = len(run) == limits.years and all(past.year == run[0].year - at for at, past in enumerate(run))
    if held is None or one.target.quantity is not Quantity.SHARE or not in_a_row or len(held.ends) != 1:
        return
    whole, level = Fraction(per(one.target)), held.ends[0]
    mark = whole * limits.percent / 100 if held.low is not None else whole - whole * limits.percent / 100
    beyond = [_beyond(held, past.value, mark) for past in run]
    if all(beyond) and _beyond(held, mark, level):
        side = "trên" if held.low is not None else "dưới"
        yield Caution(
            "too_easy",
            f"{_in_words(limits.years)} năm liền đạt {side} {with_unit(written_number(mark), one.target.unit)}: mức "
            f"{words_of_level(one.target)} không còn thúc đẩy cải tiến.",
        )


def _unkeepable(one: Promised) -> Iterator[Caution]:
    """ "Năm ngoái có 7 đơn: trên 95 % nghĩa là không đơn nào được chậm", reckoned with the exact comparison."""
    last = one.past[0] if one.past else None
    if (
        last is None
        or not last.cases
        or one.target.quantity is not Quantity.SHARE
        or _sure(one.target) is None
    ):
        return
    allowed = failures_allowed(one.target, last.cases)
    level, said = words_of_level(one.target), written_number(Fraction(last.cases))
    if allowed is None:
        yield Caution("never_kept", f"Không kết quả nào giữ được mức {level}: xem lại cách so sánh.")
    elif allowed == 0 and (least := least_for_one_miss(one.target)) is not None:
        yield Caution(
            "none_may_fail",
            f"Năm {last.year} có {said} {one.case}: {level} nghĩa là không {one.case} nào được {one.miss}. Từ "
            f"{written_number(Fraction(least))} {one.case} trở lên mới được {one.miss} một.",
        )


def failures_allowed(target: Target, cases: int) -> int | None:
    """The greatest number that may fail among so many cases; None when not even none is enough."""
    held = _sure(target)
    good = cases if held is not None and held.low is not None else 0
    year = Period.year(2000)
    left = budget(target, Result(year, Fraction(good), Fraction(cases)), forecast=cases, method="năm trước")
    return None if left is None else left.left_of_year


def _bare_change(target: Target) -> Iterator[Caution]:
    if target.quantity in CHANGES and target.value is None and target.low is None:
        verb = CHANGES[target.quantity]
        yield Caution(
            "bare_change",
            f"Ghi “{verb}” mà không ghi bao nhiêu, so với mức nào: cuối năm không kết luận được. Ghi mức, hoặc mốc so "
            "sánh.",
        )


def _nothing_feeds(one: Promised) -> Iterator[Caution]:
    if not one.fed:
        yield Caution(
            "nothing_feeds",
            "Chưa sổ nào đếm, chưa ghi nguồn số liệu và chưa năm nào có số: không có gì để kết luận mục tiêu này.",
        )


def _missed_unchanged(one: Promised) -> Iterator[Caution]:
    last = one.past[0] if one.past else None
    if last is not None and last.outcome is Outcome.NOT_MET and _level(last.target) == _level(one.target):
        figure = f" ({last.said})" if last.said else ""
        yield Caution(
            "missed_unchanged",
            f"Năm {last.year} không đạt{figure} mà mức giữ nguyên: ghi biện pháp mới, hoặc đặt mức làm được.",
        )


def _below_last(one: Promised) -> Iterator[Caution]:
    """A level that asks for less than was already done."""
    last, held = (one.past[0] if one.past else None), _sure(one.target)
    if (
        last is None
        or held is None
        or last.value is None
        or len(held.ends) != 1
        or not _same_kind(one.target, last)
    ):
        return
    if _beyond(held, last.value, held.ends[0]):
        side = "thấp hơn" if held.low is not None else "lỏng hơn"
        yield Caution(
            "below_last",
            f"Mức {words_of_level(one.target)} {side} kết quả năm {last.year} ({last.said}).",
        )


def _another_n(one: Promised) -> Iterator[Caution]:
    last = one.past[0] if one.past else None
    if (
        last is None
        or one.target.quantity is not Quantity.K_OF_N
        or last.target.quantity is not Quantity.K_OF_N
    ):
        return
    if one.target.n != last.target.n:
        yield Caution(
            "another_n",
            f"Năm {last.year} tính trên {last.target.n} {last.target.unit}, nay trên {one.target.n}: nêu rõ vì sao số "
            "đổi.",
        )


def _beyond(held: Band, value: Fraction | None, mark: Fraction) -> bool:
    """Whether the value is on the better side of the mark."""
    if value is None:
        return False
    return value > mark if held.low is not None else value < mark


def _sure(target: Target) -> Band | None:
    """The figures that keep the promise; None where it has no level of its own."""
    if target.quantity not in _LEVELS or (target.quantity in CHANGES and target.value is None):
        return None
    found = band(target)
    return None if isinstance(found, NotMeasurable) else found


def _same_kind(target: Target, last: Past) -> bool:
    same = (target.quantity, target.unit, target.n) == (last.target.quantity, last.target.unit, last.target.n)
    return same and (target.baseline is None or target.baseline.value is None)


def _level(target: Target) -> tuple[object, ...]:
    return (
        target.quantity,
        target.comparator,
        target.value,
        target.low,
        target.high,
        target.k,
        target.n,
        target.unit,
    )


def _bare(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .;,:")


def _in_words(years: int) -> str:
    return {2: "Hai", 3: "Ba", 4: "Bốn", 5: "Năm"}.get(years, str(years))
