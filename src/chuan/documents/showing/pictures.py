"""Pages read from a picture, beside their text: the picture, what was read where, what is not sure."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from chuan.documents.layout import Layout
from chuan.documents.models import Question
from chuan.documents.showing.marks import Mark
from chuan.exchange.extracted import UNSURE, SeenPage, SeenWord
from chuan.exchange.scans.turning import Box, size_upright, upright


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the upright page, in its dots."""

    x: int
    y: int
    width: int
    height: int

    @property
    def view(self) -> str:
        """As an SVG view box."""
        return f"{self.x} {self.y} {self.width} {self.height}"


@dataclass(frozen=True, slots=True)
class Spot:
    """What was read here, with the number of its mark; number 0 for a word that is not sure."""

    area: Area
    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: the address of its picture, its size, and the places on it."""

    number: int
    address: str
    width: int
    height: int
    spots: Sequence[Spot]
    unsure: int

    @property
    def whole(self) -> Area:
        """The whole page."""
        return Area(0, 0, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Cutting:
    """A strip of a page around one place, to compare a value with."""

    page: PagePicture
    shown: Area
    place: Area


def pictures_of(reading_uid: uuid.UUID, looks: Layout, marks: Iterable[Mark]) -> list[PagePicture]:
    """Every page that was read from its picture, in order."""
    marks = list(marks)
    return [_picture(page, reading_uid, looks.seen_words, marks) for page in looks.seen_pages]


def cuttings_of(
    questions: Sequence[Question], looks: Layout, pages: Sequence[PagePicture]
) -> Mapping[str, Cutting]:
    """For each question about a place on a picture, by the question's key, the strip around that place."""
    by_number = {page.number: page for page in pages}
    seen = {page.number: page for page in looks.seen_pages}
    found = {}
    for one in questions:
        words = _inside(looks.seen_words, one.span_start, one.span_end)
        if words and words[0].page in by_number:
            first = [word for word in words if word.page == words[0].page]
            place = _around([upright(seen[words[0].page], word.box) for word in first])
            page = by_number[words[0].page]
            found[one.key] = Cutting(page, _strip(place, page), place)
    return found


def _picture(
    page: SeenPage, reading_uid: uuid.UUID, words: Sequence[SeenWord], marks: Sequence[Mark]
) -> PagePicture:
    own = [word for word in words if word.page == page.number]
    unsure = [word for word in own if word.sure < UNSURE]
    spots = [Spot(_area(upright(page, word.box)), "unsure", 0) for word in unsure]
    for mark in marks:
        boxes = [upright(page, word.box) for word in _inside(own, mark.start, mark.end)]
        spots += [Spot(area, mark.kind, mark.number) for area in _lines(boxes)]
    address = reverse("documents:reading_page", args=[reading_uid, page.number])
    return PagePicture(page.number, address, *size_upright(page), spots, len(unsure))


def _inside(words: Iterable[SeenWord], start: int, end: int) -> list[SeenWord]:
    return [word for word in words if word.start < end and start < word.end]


def _lines(boxes: Sequence[Box]) -> list[Area]:
    """Words of one line together; a new line begins where a word stands wholly below the one before."""
    lines: list[list[Box]] = []
    for box in boxes:
        if lines and box[1] < lines[-1][-1][3] and box[0] >= lines[-1][-1][0]:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [_around(line) for line in lines]


def _around(boxes: Sequence[Box]) -> Area:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return _area((left, top, max(box[2] for box in boxes), max(box[3] for box in boxes)))


def _area(box: Box) -> Area:
    return Area(box[0], box[1], max(1, box[2] - box[0]), max(1, box[3] - box[1]))


def _strip(place: Area, page: PagePicture) -> Area:
    width = min(page.width, max(page.width * 6 // 10, place.width * 2))
    height = min(page.height, max(width // 5, place.height * 3))
    x = min(max(0, place.x + place.width // 2 - width // 2), page.width - width)
    y = min(max(0, place.y + place.height // 2 - height // 2), page.height - height)
    return Area(x, y, width, height)
