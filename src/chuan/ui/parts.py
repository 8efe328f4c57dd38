"""What the composed parts of a page are made from; views fill these in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """A cell of the promises strip: one objective of the year."""

    number: str
    name: str
    outcome: str
    figure: str
    url: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A named fact; ``note`` follows in grey, ``url`` makes the value a link."""

    name: str
    value: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    """Where a figure comes from: the sentence quoted, the facts, and one line for machines.

    ``replaced`` names the figure that this one corrected.
    """

    quote: str
    facts: Sequence[Fact]
    line: str = ""
    replaced: str = ""
    check_url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a way; ``state`` is done, now or to_come."""

    text: str
    note: str = ""
    state: str = "done"


@dataclass(frozen=True, slots=True)
class Task:
    """A row of Việc của tôi: a verb and its object, why it is mine, when it is due, one button.

    ``state`` is the shape of the due words ("overdue", "due_soon") or empty for plain ones.
    """

    icon: str
    what: str
    url: str
    why: str
    due: str
    state: str = ""
    when: str = ""
    button: str = ""
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a period's column; ``bad`` where the period does not hold the target."""

    text: str
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table under the month chart."""

    name: str
    cells: Sequence[Cell]
    total: str = ""
