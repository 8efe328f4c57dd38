"""Where on the finished page things are laid later: number, date, the signature and the seal.

The typesetter itself is asked, so a place is right whatever the text before it does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from chuan.law.paper import PaperRules, paper_rules
from chuan.paper.papers import Paper
from chuan.paper.pdf import compiled_with
from chuan.paper.told import day_made, told

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box in points from the bottom left of its page; ``page`` counts from 0."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF and its places: "person", "seal", and "number", "day", "month", "year" where they are blank.

    Minutes have "second_person" (thư ký) too.
    """

    pdf: bytes
    places: Mapping[str, Place]


def typeset(paper: Paper) -> Typeset:
    """Typeset the paper and tell where its blanks are. Call it outside any transaction."""
    rules = paper_rules(paper.date)
    pdf, values = compiled_with(told(paper, rules), day_made(paper), "<place>")
    places = {one["name"]: _place(one, rules) for one in json.loads(values)}
    places["seal"] = seal_beside(places["person"], rules)
    return Typeset(pdf, MappingProxyType(places))


def seal_beside(person: Place, rules: PaperRules) -> Place:
    """The seal in its real size, over the left third of the signature (Phụ lục I, Phần I, II.8)."""
    size = rules.measure["seal_size"].use * MM
    right = person.x0 + (person.x1 - person.x0) * rules.measure["seal_overlap"].use
    middle = (person.y0 + person.y1) / 2
    return Place(person.page, right - size, middle - size / 2, right, middle + size / 2)


def _place(one: Mapping[str, Any], rules: PaperRules) -> Place:
    """Typst measures from the top of the page. Every blank stands in the text, whose pages are upright."""
    top = rules.measure["page_height"].use * MM - one["y"]
    return Place(one["page"] - 1, one["x"], top - one["h"], one["x"] + one["w"], top)
