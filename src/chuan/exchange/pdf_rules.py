"""Lines drawn on a page of a PDF: the rules of its tables. Speaks to pdfium, as pdf_pages does.

Word and Excel draw a rule as a thin filled box, others as a stroked line or a stroked box: all are told as stretches.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2.raw as pdfium

MOST_PATHS = 20_000
"""A page with more is a drawing: it has no rules."""
_DEEPEST = 3
_THIN = 3.0
"""Points: a filled box no thicker is a line."""
_STRAIGHT = 0.7
"""Points that a line may be off its direction."""
_SHORTEST = 4.0

Point = tuple[float, float]
Moved = Callable[[Point], Point]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stretch along the page or across it, as the page is held: its corners, left below right above."""

    left: float
    low: float
    right: float
    high: float

    @property
    def lies(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.high - self.low


def rules_of(page: pdfium.FPDF_PAGE, held: Moved) -> tuple[Rule, ...]:
    """All rules of a page; ``held`` brings a point to where the reader holds the page. None of a drawing."""
    found: list[Rule] = []
    for number, path in enumerate(_paths(page)):
        if number >= MOST_PATHS:
            return ()
        found += _of_path(*path, held)
    return tuple(found)


def _paths(page: pdfium.FPDF_PAGE) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Moved]]:
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _inside(pdfium.FPDFPage_GetObject(page, at), lambda point: point, 0)


def _inside(
    each: pdfium.FPDF_PAGEOBJECT, outer: Moved, depth: int
) -> Iterator[tuple[pdfium.FPDF_PAGEOBJECT, Moved]]:
    kind = pdfium.FPDFPageObj_GetType(each)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield each, _by_matrix(each, outer)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        moved = _by_matrix(each, outer)
        for at in range(pdfium.FPDFFormObj_CountObjects(each)):
            yield from _inside(pdfium.FPDFFormObj_GetObject(each, at), moved, depth + 1)


def _by_matrix(each: pdfium.FPDF_PAGEOBJECT, outer: Moved) -> Moved:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(each, matrix):
        return outer
    a, b, c, d, e, f = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return lambda point: outer((a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f))


def _of_path(path: pdfium.FPDF_PAGEOBJECT, moved: Moved, held: Moved) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    for points in _outlines(path):
        seen = [held(moved(point)) for point in points]
        edges = [_box([here, there]) for here, there in pairwise(seen)] if stroke.value else [_box(seen)]
        thin = _STRAIGHT if stroke.value else _THIN
        yield from (one for one in edges if _is_rule(one, thin))


def _outlines(path: pdfium.FPDF_PAGEOBJECT) -> Iterator[list[Point]]:
    """The corners of each part of a path; a closed one ends where it began."""
    points: list[Point] = []
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _box(points: list[Point]) -> Rule:
    across, up = [x for x, _ in points], [y for _, y in points]
    return Rule(min(across), min(up), max(across), max(up))


def _is_rule(one: Rule, thin: float) -> bool:
    sides = sorted((one.right - one.left, one.high - one.low))
    return sides[0] <= thin and sides[1] >= _SHORTEST
