"""A paper as it was seen: its text, and how the letters and pages look where the file tells. Light to import."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; None where the file does not say.

    ``size`` is in points, ``colour`` six hexadecimal digits in small letters ("000000" is black).
    """

    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """text[start:end] looks like this; stretches stand in order and do not overlap."""

    start: int
    end: int
    look: Look


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a PDF or one paragraph of a Word file: text[start:end], and how it is set.

    ``align`` is start, center, end or justify; ``indent`` (first line) in millimetres, ``before`` and
    ``after`` in points, ``spacing`` in single lines; None where unknown. ``cell`` inside a table;
    ``margin`` in the margin of the page, no part of the text (a mark at the foot, a number at the side).
    """

    start: int
    end: int
    page: int | None = None
    align: str | None = None
    indent: float | None = None
    before: float | None = None
    after: float | None = None
    spacing: float | None = None
    cell: bool = False
    margin: bool = False


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where pages show their number: ``top`` or bottom, in the middle or not, and on a first page or not."""

    top: bool
    centred: bool
    on_first: bool
    size: float | None = None


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page of a PDF or one section of a Word file, beginning at offset ``start`` of the text.

    Lengths in millimetres, None where unknown. ``measured`` margins are the white edges that the eye
    sees (PDF): those may be wider than what was set, never narrower.
    """

    start: int
    width: float
    height: float
    top: float | None = None
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    number: PageNumber | None = None
    page: int | None = None
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper to be checked. Spans of departures count code points of ``text``.

    ``wrapped`` says that one line of the text need not be a whole paragraph (text, PDF).
    """

    text: str
    rows: tuple[Row, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    pages: tuple[PageSeen, ...] = ()
    wrapped: bool = True

    @classmethod
    def of_text(cls, text: str) -> Sheet:
        """A sheet of which only the words are known: no layout is judged."""
        return cls(text)
