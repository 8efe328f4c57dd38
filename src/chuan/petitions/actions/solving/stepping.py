"""The two ways a step is written: as work of whoever has the case, or as what rests on a signed paper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from chuan.people.models import Official
from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.petitions import permissions
from chuan.petitions.actions.recording import Paper, check_day, record
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals import NamesNoDocument, WordsMissing
from chuan.petitions.solving.cases import Case, case_of, require_follows


def work(
    petition: Petition, verb: str, *, on: date, by: Viewer, at: datetime, paper: Paper | None = None,
    official: Official | None = None, text: str = "", data: Mapping[str, Any] | None = None,
) -> PetitionEvent:  # fmt: skip
    """Write a step of the work: whoever has the case, keepers, leaders.

    Raises ``NotFound``, ``NotAllowed``, ``StepToCome``, and as ``cases.require_follows`` does.
    """
    permissions.require_record(by, petition)
    require_possible(case_of(petition, at=at), verb, on, at=at)
    return record(
        petition, verb, on=on, by=by, at=at, paper=named(paper), official=official, text=tidy(text), data=data
    )


def signed(
    petition: Petition, verb: str, *, on: date, by: Viewer, at: datetime, paper: Paper | None, days: int = 0,
    official: Official | None = None, text: str = "", data: Mapping[str, Any] | None = None,
) -> PetitionEvent:  # fmt: skip
    """Write what rests on a signed paper: leaders, and keepers of the register, who name the paper.

    Raises ``NamesNoDocument``, and as ``work`` does.
    """
    require_signs(by, petition)
    if named(paper) is None:
        raise NamesNoDocument()
    require_possible(case_of(petition, at=at), verb, on, at=at, days=days)
    return record(
        petition,
        verb,
        on=on,
        by=by,
        at=at,
        days=days,
        paper=paper,
        official=official,
        text=tidy(text),
        data=data,
    )


def require_signs(by: Viewer, petition: Petition) -> None:
    """Raises ``NotFound`` or ``NotAllowed`` unless the viewer decides on cases or keeps the register."""
    permissions.require_record(by, petition)
    if not may_sign(by):
        require_role(by, *permissions.KEEPERS, *permissions.LEADERS)


def may_sign(by: Viewer) -> bool:
    """Whether the viewer writes what rests on a signed paper."""
    return permissions.may_lead(by) or permissions.may_keep(by)


def require_possible(case: Case, verb: str, on: date, *, at: datetime, days: int = 0) -> None:
    """Raises ``StepToCome`` for a day to come, and as ``cases.require_follows`` does."""
    check_day(on, at)
    require_follows(case, verb, on, days=days)


def named(paper: Paper | None) -> Paper | None:
    """The paper, tidied; None when it has no number."""
    if paper is None or not paper.number.strip():
        return None
    return Paper(" ".join(paper.number.split())[:160], paper.on)


def tidy(text: str) -> str:
    """Words without spaces at the ends of lines, and without empty lines at the ends."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


def said(text: str, thing: str) -> str:
    """The words, tidied. Raises ``WordsMissing``."""
    found = tidy(text)
    if not found:
        raise WordsMissing(thing=thing)
    return found
