"""Numbers of a year in their sequences: which were never given, which twice. Pure: no database, no clock."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from chuan.documents.numbers import is_inserted, organ_of, value_of
from chuan.law.document_types import type_title

SHARED = 0.95
"""When so much of all numbers of an organ differ from each other, its types share one sequence."""
FEW = 2
"""So many numbers given twice are slips in any register, however short."""
DENSE = 0.7
"""A type that holds so much of the numbers up to its last one counts on its own."""


class Numbered(NamedTuple):
    """One document as far as its number matters. The day may be ISO text: thousands are read, few are shown."""

    pk: int
    number: str
    symbol: str
    type: str
    on: date | str | None
    issuer: str = ""


Valued = tuple[int, Numbered]
"""A document with the number's value, reckoned once."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A number that nothing bears: the documents before and after it, and the reason where one was given."""

    value: int
    before: date | None
    after: date | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One sequence of a year. ``key`` names it in addresses and reasons: "UBND", "UBND:QĐ", "UBND:*"."""

    key: str
    label: str
    last: int
    count: int
    gaps: tuple[Gap, ...]

    @property
    def unexplained(self) -> tuple[Gap, ...]:
        """Gaps nobody gave a reason for."""
        return tuple(one for one in self.gaps if not one.reason)


def sequences(papers: Iterable[Numbered], reasons: Mapping[tuple[str, int], str]) -> list[Run]:
    """The sequences of one year's documents, by organ; ``reasons`` are of numbers known to be void.

    A register does not say how its numbers run. One organ's types share a sequence when hardly a number stands
    twice; else a type whose own numbers are dense counts alone, and the others share what is left.
    """
    by_organ: dict[str, list[Valued]] = defaultdict(list)
    for one in papers:
        if value := value_of(one.number):
            by_organ[organ_of(one.symbol) or "UBND"].append((value, one))
    found = []
    for organ, some in sorted(by_organ.items()):
        for key, label, members in _split(organ, some):
            found.append(_sequence(key, label, members, reasons))
    return found


def _split(organ: str, papers: Sequence[Valued]) -> list[tuple[str, str, list[Valued]]]:
    values = [value for value, one in papers if one.number.isdigit() or not is_inserted(one.number)]
    if not values or len(values) - len(set(values)) <= max(FEW, (1 - SHARED) * len(values)):
        return [(organ, f"Dãy số chung ({organ})", list(papers))]
    by_type: dict[str, list[Valued]] = defaultdict(list)
    for value, one in papers:
        by_type[one.type].append((value, one))
    own = {key: some for key, some in by_type.items() if _is_dense(some)}
    found = [(f"{organ}:{key}", f"{type_title(key)} ({organ})", some) for key, some in sorted(own.items())]
    rest = [one for key, some in by_type.items() if key not in own for one in some]
    return [*found, (f"{organ}:*", f"Các loại khác ({organ})", rest)] if rest else found


def _is_dense(papers: Sequence[Valued]) -> bool:
    values = {value for value, _one in papers}
    return len(values) >= DENSE * max(values)


def _sequence(key: str, label: str, papers: Sequence[Valued], reasons: Mapping[tuple[str, int], str]) -> Run:
    days: dict[int, date | str | None] = {}
    for value, one in papers:
        if value not in days:
            days[value] = one.on
    last = _last(days)
    gaps = [
        Gap(value, _near(days, value, -1), _near(days, value, 1), reasons.get((key, value), ""))
        for value in range(1, last + 1)
        if value not in days
    ]
    return Run(key, label, last, len(days), tuple(gaps[:500]))


def _last(days: Mapping[int, date | str | None]) -> int:
    """The last number; one far beyond all others is a slip of the pen and ends no sequence."""
    values = sorted(days)
    while len(values) > 1 and values[-1] > 3 * values[-2] + 20:
        values.pop()
    return values[-1]


def _near(days: Mapping[int, date | str | None], value: int, step: int) -> date | None:
    for at in range(value + step, value + step * 60, step):
        if at in days:
            day = days[at]
            return date.fromisoformat(day) if isinstance(day, str) else day
    return None


def doubles(papers: Iterable[tuple[int, str]]) -> list[int]:
    """Keys of the documents whose number, symbol, issuer and year another one bears too; the text says all of them."""
    told = list(papers)
    times = Counter(text for _pk, text in told if text)
    return [pk for pk, text in told if times[text] > 1]
