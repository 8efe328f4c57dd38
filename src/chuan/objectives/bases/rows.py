"""The lines of a comparison as pages show them, and how promises are counted on both sides."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.objectives.models import BasisMatch, Objective, Target
from chuan.rules.base_compare import Counted, Pair, Standing, Theirs
from chuan.ui import words

Place = tuple[int, int]
"""Where a promise of the paper stands: the start of its sentence, and which of the sentence's promises."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the comparison as the page shows it; ``match`` what a person confirmed of it."""

    pair: Pair
    target: Target | None
    match: BasisMatch | None = None

    @property
    def standing(self) -> str:
        """As confirmed, else as proposed."""
        return str(self.match.standing if self.match else self.pair.standing)

    @property
    def key(self) -> str:
        """The line's name in a form: whose target, which sentence; changes when either does."""
        theirs = self.pair.theirs
        uid = self.target.uid if self.target else ""
        return f"{uid}~{place_words(theirs)}"

    @property
    def anchor(self) -> str:
        """The line's place on the page."""
        return f"d-{self.target.uid if self.target else place_words(self.pair.theirs)}"

    @property
    def name(self) -> str:
        """The indicator's name; the paper's words where only the paper has it."""
        return self.pair.ours.name if self.pair.ours else self.sentence

    @property
    def ours_words(self) -> str:
        """The level of the plan."""
        return words.target(self.pair.ours.target) if self.pair.ours else ""

    @property
    def theirs_words(self) -> str:
        """The level of the paper."""
        if self.match is not None:
            return self.match.theirs
        return words.target(self.pair.theirs.target) if self.pair.theirs else ""

    @property
    def sentence(self) -> str:
        """The paper's words."""
        if self.match is not None:
            return self.match.sentence
        return self.pair.theirs.text if self.pair.theirs else ""


@dataclass(frozen=True, slots=True)
class Number:
    """ "21/21 chỉ tiêu" in the plan, how it is counted there and in the paper."""

    objective: Objective
    written: int
    here: Counted
    matched: Counted
    paper: Counted

    @property
    def by_lines(self) -> bool:
        """Whether the written number is that of the paper's lines, and not of its values as well."""
        lines, values = self.paper.supports(self.written)
        return lines and not values

    @property
    def by_values(self) -> bool:
        """Whether it is that of the paper's values, and not of its lines as well."""
        lines, values = self.paper.supports(self.written)
        return values and not lines

    @property
    def by_both(self) -> bool:
        """Whether lines and values are as many as written."""
        return all(self.paper.supports(self.written))

    @property
    def supported(self) -> str:
        """The answer that the paper supports: ``BasisSaying.Answer``."""
        return "lines" if self.by_lines else "values" if self.by_values else "open"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every row, how many of each standing, the numbers that sum up; ``stated``: numbers that the paper writes."""

    rows: tuple[Row, ...]
    numbers: tuple[Number, ...]
    stated: tuple[int, ...]

    def count(self, standing: Standing) -> int:
        """Rows of one standing."""
        return sum(one.standing == standing for one in self.rows)

    @property
    def same(self) -> int:
        """Promises with the same level."""
        return self.count(Standing.SAME)

    @property
    def different(self) -> int:
        """Promises with another level."""
        return self.count(Standing.DIFFERENT)

    @property
    def missing(self) -> int:
        """Promises of the plan that the paper has not."""
        return self.count(Standing.MISSING)

    @property
    def extra(self) -> int:
        """Promises of the paper that the plan has not."""
        return self.count(Standing.EXTRA)

    @property
    def waiting(self) -> int:
        """Lines that nobody has confirmed."""
        return sum(one.match is None for one in self.rows)

    def row(self, key: str) -> Row | None:
        """The line of this name."""
        return next((one for one in self.rows if one.key == key), None)


def place_of(theirs: Theirs) -> Place:
    """Where a promise of the paper stands."""
    return theirs.start, theirs.part


def place_words(theirs: Theirs | None) -> str:
    """The same as a form sends it; "" for none."""
    return f"{theirs.start}-{theirs.part}" if theirs else ""
