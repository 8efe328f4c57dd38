"""How the letters of a range look, by most of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from chuan.rules.seen_paper import Look, Sheet
from chuan.rules.types import Span

Said = TypeVar("Said", float, bool)


@dataclass(frozen=True, slots=True)
class Seen:
    """How most letters of a range look; None where the file does not say."""

    size: float | None
    bold: bool | None
    italic: bool | None


class Letters:
    """Stretches of a sheet asked by range."""

    def __init__(self, sheet: Sheet) -> None:
        self._text = sheet.text
        self._stretches = sheet.stretches
        self._starts = [one.start for one in self._stretches]

    def within(self, span: Span) -> Iterator[tuple[int, Look]]:
        """Letters (blanks not counted) and looks inside the span."""
        for one in self._stretches[
            max(0, bisect_right(self._starts, span.start) - 1) : bisect_left(self._starts, span.end)
        ]:
            inside = self._text[max(one.start, span.start) : min(one.end, span.end)]
            weight = sum(not letter.isspace() for letter in inside)
            if weight:
                yield weight, one.look

    def of(self, span: Span) -> Seen:
        """How most letters of the span look."""
        looks = list(self.within(span))
        return Seen(
            _most((weight, look.size) for weight, look in looks),
            _most((weight, look.bold) for weight, look in looks),
            _most((weight, look.italic) for weight, look in looks),
        )


def _most(votes: Iterable[tuple[int, Said | None]]) -> Said | None:
    """The value that most letters have, of those that say one."""
    counted: Counter[Said] = Counter()
    for weight, said in votes:
        if said is not None:
            counted[said] += weight
    return counted.most_common(1)[0][0] if counted else None
