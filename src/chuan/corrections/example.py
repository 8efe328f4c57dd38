"""A nonconformity of the example unit, invented and marked so; loaded through the actions that people use."""

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
    """The one of the file, up to where its effect waits to be judged. Inside the transaction of the example.

    ``about``: code of an indicator and a period → the figure it was raised on.
    """
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    told, at_once, cause = given["raised"], given["corrected"], given["cause"]
    source = Nonconformity.Source.OBJECTIVE.value
    raised = Raised(
        told["what"],
        source,
        told["found_on"],
        clause=told["clause"],
        subject=about(told["indicator"], told["period"]),
    )
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
    comparator = Comparator(given["comparator"])
    return CheckGiven(
        given["measure"], comparator=comparator, target=Fraction(given["target"]), periods=given["periods"]
    )


def _owner(line: dict[str, Any]) -> Official:
    return Official.objects.select_related("unit").get(account__username=line["owner"])
