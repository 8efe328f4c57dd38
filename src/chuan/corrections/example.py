"""Nonconformities of the example unit, invented and marked so; loaded through the actions that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from chuan.corrections import actions
from chuan.corrections.actions import ActionGiven, CauseGiven, CheckGiven, Raised
from chuan.corrections.models import Nonconformity
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Comparator


def load_correction(
    path: Path, about: Callable[[str, str], Subject | None], *, by: Viewer, at: datetime
) -> Nonconformity:
    """The one raised on a figure, up to where its effect waits to be judged. Inside the transaction of the example.

    ``about``: code of an indicator and a period → the figure it was raised on.
    """
    given = _read(path)
    told = given["raised"]
    subject = about(told["indicator"], told["period"])
    return _walk(given, subject, Nonconformity.Source.OBJECTIVE, by, at)


def load_correction_of(path: Path, finding: Subject, *, by: Viewer, at: datetime) -> Nonconformity:
    """The one that takes up a finding of the audit, up to where its effect waits to be judged."""
    return _walk(_read(path), finding, Nonconformity.Source.AUDIT, by, at)


def finish_correction(case: Nonconformity, path: Path, *, by: Viewer, at: datetime) -> Nonconformity:
    """Its effect judged, by what registers count or by what the file says was seen; then it is ended.

    Raises what judging refuses: a period that nobody counted proves nothing here either.
    """
    given = _read(path)
    told = given["judged"]
    seen = {n: (one["state"], one["words"]) for n, one in enumerate(told.get("seen", ()))}
    case.refresh_from_db()
    actions.judge(case, told["words"], by=by, at=at, seen=seen)
    case.refresh_from_db()
    return actions.close(case, given["closed"]["words"], by=by, at=at)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _walk(
    given: dict[str, Any], subject: Subject | None, source: Nonconformity.Source, by: Viewer, at: datetime
) -> Nonconformity:
    told, at_once, cause = given["raised"], given["corrected"], given["cause"]
    raised = Raised(told["what"], source.value, told["found_on"], clause=told["clause"], subject=subject)
    case = actions.raise_nonconformity(raised, by=by, at=at)
    actions.correct(case, at_once["what"], at_once["on"], by=by, at=at)
    found = CauseGiven(cause["code"], cause["words"], cause["verified_how"], cause["whys"])
    actions.analyse(case, [found], on=cause["on"], by=by, at=at)
    _plan(case, given, by, at)
    return case


def _plan(case: Nonconformity, given: dict[str, Any], by: Viewer, at: datetime) -> None:
    lines = given["plan"]["action"]
    planned = actions.plan(
        case, [ActionGiven(one["what"], _owner(one), one["due_on"]) for one in lines], _check(given["check"]),
        on=given["plan"]["on"], by=by, at=at,
    )  # fmt: skip
    for row, one in zip(planned, lines, strict=True):
        actions.do_action(row, one["done"], one["done_on"], by=by, at=at)


def _check(given: dict[str, Any]) -> CheckGiven:
    if "measure" not in given:
        return CheckGiven(method=given["method"], periods=given["periods"])
    comparator = Comparator(given["comparator"])
    return CheckGiven(
        given["measure"], comparator=comparator, target=Fraction(given["target"]), periods=given["periods"]
    )


def _owner(line: dict[str, Any]) -> Official:
    return Official.objects.select_related("unit").get(account__username=line["owner"])
