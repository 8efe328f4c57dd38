"""The form of a draft checked: each departure with its place, whether it was kept with a reason, its exact mend.

The draft is checked as it will stand when issued: with a number and the day's date, which are given later.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from chuan.documents.models import Document, Step
from chuan.documents.outgoing.heads import text_of
from chuan.documents.outgoing.versions import content_of
from chuan.law.document_types import type_title
from chuan.law.paper_form import form_rules
from chuan.paper.contents import Content
from chuan.people.models import Official
from chuan.rules import paper_form
from chuan.rules.paper_form import Departure, Sheet, Weight

_NUMBER = "01"
"""Stands for the number that the paper will be given."""

_MOST_TRIED = 200
"""Places tried for one mend; a document with more pieces of text is mended by hand."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A departure that stays as it is, by whom and why."""

    reason: str
    by: Official | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A departure beside the text. ``key`` names it as long as the same words stand there; ``mendable`` at a press."""

    departure: Departure
    key: str
    kept: Kept | None
    mendable: bool

    @property
    def must(self) -> bool:
        """Whether the decree demands it; else it is advice."""
        return self.departure.weight == Weight.MUST


def checked_text(document: Document, content: Content, on: date) -> str:
    """The text that is checked."""
    return text_of(document, content, number=_NUMBER, on=on)


def departures_of(document: Document, content: Content, on: date) -> tuple[Departure, ...]:
    """Every departure of the draft from the rules of the day, in the order of the text."""
    sheet = Sheet.of_text(checked_text(document, content, on))
    return paper_form.check(sheet, form_rules(on), on, kind=type_title(content.kind))


def shown_departures(document: Document, on: date) -> list[Shown]:
    """The departures with what was said of them."""
    content = content_of(document)
    kept = kept_of(document)
    found = departures_of(document, content, on)
    return [
        Shown(
            one,
            key_of(one),
            kept.get(key_of(one)),
            one.replacement is not None and _mend(document, content, one, on) is not None,
        )
        for one in found
    ]


def open_departures(document: Document, on: date) -> list[Departure]:
    """Departures that the decree demands to be mended and nobody kept with a reason."""
    kept = kept_of(document)
    found = departures_of(document, content_of(document), on)
    return [one for one in found if one.weight == Weight.MUST and key_of(one) not in kept]


def key_of(departure: Departure) -> str:
    """The rule and the words found: what names a departure from one version to the next."""
    return f"{departure.code}:{departure.found}"[:300]


def kept_of(document: Document) -> dict[str, Kept]:
    """Departures kept with a reason, by key; the latest word counts."""
    steps = Step.objects.filter(document=document, verb="accept").select_related("by").order_by("seq")
    return {json.loads(one.data)["departure"]: Kept(one.note, one.by) for one in steps}


def mended_content(document: Document, content: Content, key: str, on: date) -> Content | None:
    """The content with one departure mended, exactly as the check proposes; None where that cannot be done."""
    for one in departures_of(document, content, on):
        if key_of(one) == key and one.replacement is not None:
            return _mend(document, content, one, on)
    return None


def _mend(document: Document, content: Content, departure: Departure, on: date) -> Content | None:
    """The one change of one piece of text that makes the whole paper read as the mend wants it, nothing else."""
    text = checked_text(document, content, on)
    wanted = paper_form.mended(text, [departure])
    span = departure.place.span
    line_start = text.rfind("\n", 0, span.start) + 1
    before, stands = text[line_start : span.start], text[span.start : span.end]
    for tried, other in enumerate(_changed(content, before, stands, departure.replacement or "")):
        if tried >= _MOST_TRIED:
            return None
        if checked_text(document, other, on) == wanted:
            return other
    return None


def _changed(value: Any, before: str, stands: str, instead: str) -> Iterator[Any]:
    """Copies of a tree in which one piece of text is changed where ``stands`` occurs after the end of ``before``."""
    if isinstance(value, str):
        yield from _replaced(value, before, stands, instead)
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            for other in _changed(one, before, stands, instead):
                yield (*value[:place], other, *value[place + 1 :])
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            for other in _changed(getattr(value, one.name), before, stands, instead):
                yield replace(value, **{one.name: other})


def _replaced(text: str, before: str, stands: str, instead: str) -> Iterator[str]:
    at = text.find(stands) if stands else len(text)
    while 0 <= at <= len(text):
        if text[:at].endswith(before) or before.endswith(text[:at]):
            yield text[:at] + instead + text[at + len(stands) :]
        at = text.find(stands, at + 1) if stands else -1
