"""A brief as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from chuan.briefing.models import Answer, Brief, BriefLine
from chuan.briefing.words import slug_of, verb_words
from chuan.people.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Button:
    """One verb of a line. ``asks``: it opens a form; otherwise it is sent at once."""

    slug: str
    words: str
    asks: bool


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line with what may be answered, the proposed verb first, or what was."""

    line: BriefLine
    buttons: tuple[Button, ...]
    answer: Answer | None
    late: int
    name: str

    @property
    def first(self) -> Button:
        """The proposed verb."""
        return self.buttons[0]

    @property
    def others(self) -> tuple[Button, ...]:
        """The other verbs."""
        return self.buttons[1:]


ASKING = ("giao-viec", "giai-trinh")
"""Verbs that open a form; a reminder of somebody and an agreement need none."""


def shown(brief: Brief, viewer: Viewer) -> list[LineShown]:
    """The lines in their order; two statements."""
    lines = BriefLine.objects.seen_by(viewer).filter(brief=brief).select_related("official", "explanation")
    given = Answer.objects.seen_by(viewer).filter(line__brief=brief).select_related("official", "by")
    by_line = {one.line_id: one for one in given}
    return [_shown(one, by_line.get(one.pk)) for one in lines.order_by("place")]


def _shown(line: BriefLine, answer: Answer | None) -> LineShown:
    buttons = [
        Button(slug_of(verb), verb_words(verb), slug_of(verb) in ASKING or _asks(line, slug_of(verb)))
        for verb in line.allowed
    ]
    late = (line.brief.on - line.due_on).days if line.due_on and line.due_on < line.brief.on else 0
    return LineShown(line, tuple(buttons), answer, late, line.official.name if line.official else "")


def _asks(line: BriefLine, slug: str) -> bool:
    """A reminder of a matter that is nobody's asks whom."""
    return slug == "nhac" and line.official is None
