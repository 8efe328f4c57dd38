"""The example's first brief: an hour chosen, today's brief made by the programme, a line answered, one explained.

It is made on the day the example is loaded and not on a day of 2021: an act says when it was done, and one that is
older than half a minute is refused. So on the first day only lines that name nobody are there, as in any house; those
that name an official are told to him now and come on the next working day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime, time
from pathlib import Path
from typing import Any

from chuan.briefing import actions, running
from chuan.briefing.actions.answering import Asking
from chuan.briefing.choices import Choice
from chuan.briefing.models import Brief, BriefLine, Foreseen
from chuan.people.viewer import Viewer
from chuan.rules.briefs import Verb


def load_brief(
    path: Path, seated: Callable[[str], Viewer], *, head: Viewer, clock: Callable[[], datetime]
) -> Brief:
    """Choose the hour, make the brief of today, answer and explain. Inside the transaction of the example."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    choice = Choice(on=True, hour=time.fromisoformat(given["hour"]))
    actions.choose_brief(choice, by=head, at=clock())
    at = clock()
    due = running.due_at(head.unit, choice, at)
    brief = actions.make(head.unit, due_at=min(due, at) if due else at, at=at)
    assert brief is not None, "a new house has no brief of today"
    for one in given["answer"]:
        _answer(brief, one, seated(one["who"]), head, clock)
    for one in given["explain"]:
        _explain(one, seated(one["who"]), clock)
    return brief


def _answer(
    brief: Brief, one: Mapping[str, Any], who: Viewer, head: Viewer, clock: Callable[[], datetime]
) -> None:  # fmt: skip
    """A task for whoever may see to it, where the programme brought such a line."""
    line = BriefLine.objects.filter(brief=brief, kind=one["kind"]).select_related("brief__unit").first()
    if line is not None:
        asking = Asking(official=who.official, words=one["words"])
        actions.answer(line, Verb.ASSIGN, asking, by=head, at=clock())


def _explain(one: Mapping[str, Any], who: Viewer, clock: Callable[[], datetime]) -> None:
    """His words to the line that may come tomorrow, where one names him."""
    row = Foreseen.objects.filter(official=who.official, kind=one["kind"]).order_by("pk").first()
    if row is not None:
        actions.explain(row, one["words"], by=who, at=clock())
