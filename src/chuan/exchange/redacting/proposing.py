"""Places where given words seem to stand, for a person to look at: never enough by themselves.

Letters are compared without case, marks, blanks and points; a long word may differ in one letter, because a reader of
pictures errs in one of a hundred. Handwriting, nicknames and what only neighbours understand are not found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chuan.exchange.extracted import SeenPage, SeenWord
from chuan.exchange.redacting.areas import Area, Widened
from chuan.exchange.scans.turning import upright
from chuan.exchange.scans.words import Seen
from chuan.rules.vietnamese.letters import fold

_ONE_SLIP_FROM = 8
"""Letters from which one may be wrong: in shorter words every other word would be near."""
_TELEPHONE = 9
_TELEPHONE_ABROAD = 2
"""Digits that a number gains by +84 for 0, and one more for a slip."""
_DIGITS = str.maketrans("oilsb", "01158")
"""What readers of pictures take a digit for."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """An area, the term it was looked for (its place in the list given) and whether the letters agree wholly."""

    area: Area
    term: int
    exact: bool


def propose(pages: Iterable[Seen], terms: Sequence[str], *, whole_lines: bool = False) -> list[Proposed]:
    """Areas that hold the terms, a term broken over lines in several; in the order of the pages.

    ``whole_lines`` widens each to the whole line, so that its length tells no name.
    """
    looked_for = [(at, plain) for at, term in enumerate(terms) if (plain := _plain(term))]
    found: dict[tuple[Area, int], bool] = {}
    for seen in pages:
        widened = Widened.NO if not whole_lines else _along(seen.page)
        for at, plain in looked_for:
            for words, exact in _standing(seen, plain):
                for line in _by_line(seen.page, words):
                    key = (_area(seen.page, line, widened), at)
                    found[key] = found.get(key, False) or exact
    return [Proposed(area, at, exact) for (area, at), exact in found.items()]


def _along(page: SeenPage) -> Widened:
    return Widened.DOWN if page.turns % 2 else Widened.ACROSS


def _plain(text: str) -> str:
    """A term's letters and digits and nothing else; a telephone number as it is dialled at home."""
    plain = _plain_word(text)
    return _at_home(plain) if plain.isdecimal() else plain


def _plain_word(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _at_home(digits: str) -> str:
    foreign = digits.startswith("84") and len(digits) >= _TELEPHONE + 2
    return "0" + digits[2:] if foreign else digits


@dataclass(frozen=True, slots=True)
class _Run:
    """Words from ``first`` to before ``end`` that say a term, ``exact`` letter by letter."""

    first: int
    end: int
    exact: bool

    def meets(self, other: _Run) -> bool:
        """Whether they share a word."""
        return self.first < other.end and other.first < self.end


def _standing(seen: Seen, term: str) -> Iterator[tuple[list[SeenWord], bool]]:
    """Runs of words that say the term, whole words only; beside an exact run no near one on the same words."""
    plain = [_plain_word(seen.text[word.start : word.end]) for word in seen.words]
    runs = [run for first in range(len(plain)) for run in _runs_from(plain, first, term)]
    kept: list[_Run] = []
    for run in sorted(runs, key=lambda each: (not each.exact, each.first, -each.end)):
        if not any(run.meets(other) for other in kept):
            kept.append(run)
    for run in kept:
        yield list(seen.words[run.first : run.end]), run.exact


def _runs_from(plain: Sequence[str], first: int, term: str) -> Iterator[_Run]:
    said = ""
    for last in range(first, len(plain)):
        said += plain[last]
        if not plain[first] or len(said) > len(term) + _TELEPHONE_ABROAD:
            return
        exact = _same(said, term)
        if plain[last] and (exact or _near(said, term)):
            yield _Run(first, last + 1, exact)


def _same(said: str, term: str) -> bool:
    if not term.isdecimal():
        return said == term
    digits = said.translate(_DIGITS)
    return term in (digits, _at_home(digits))


def _near(said: str, term: str) -> bool:
    """At most one letter wrong, lost or too many, in a term long enough."""
    if len(term) < _ONE_SLIP_FROM or abs(len(said) - len(term)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(said, term, strict=False)) if a != b), None)
    if same is None:
        return True
    rest, other = said[same:], term[same:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _by_line(page: SeenPage, words: list[SeenWord]) -> Iterator[list[SeenWord]]:
    """The words, begun anew where one stands left of the one before or wholly below it."""
    line: list[SeenWord] = []
    for word in words:
        if line and _breaks(upright(page, line[-1].box), upright(page, word.box)):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _breaks(here: tuple[int, int, int, int], there: tuple[int, int, int, int]) -> bool:
    return there[0] < here[0] or there[1] >= here[3] or there[3] <= here[1]


def _area(page: SeenPage, words: list[SeenWord], widened: Widened) -> Area:
    box = (
        min(word.box[0] for word in words) / page.width,
        min(word.box[1] for word in words) / page.height,
        max(word.box[2] for word in words) / page.width,
        max(word.box[3] for word in words) / page.height,
    )
    return Area(page.number, box, widened)
