"""Competence of the example unit, invented and marked so; loaded through the actions that people use."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.workforce.actions import training
from chuan.workforce.actions.competence import Named, Shown, ask, show
from chuan.workforce.models import Qualification


def load_competence(path: Path, *, by: Viewer, at: datetime) -> int:
    """Requirements, papers and courses of the file; how many papers. Inside the transaction of the example."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    for row in given["asked"]:
        _ask(row, given, by, at)
    for row in given["shown"]:
        _show(row, by, at)
    for row in given["course"]:
        _plan(row, by, at)
    return len(given["shown"])


def _ask(row: dict[str, Any], given: dict[str, Any], by: Viewer, at: datetime) -> None:
    post = Post.objects.get(unit=by.unit, title=row["post"])
    named = Named(row["name"], row["kind"], row.get("renew_months"))
    ask(post, named, must=True, since=given["since"], citation=given["citation"], by=by, at=at)


def _show(row: dict[str, Any], by: Viewer, at: datetime) -> None:
    official = Official.objects.select_related("unit").get(account__username=row["official"])
    qualification = Qualification.objects.get(unit=by.unit, name=row["name"])
    shown = Shown(row["held_from"], row["paper"], row["place"])
    show(official, qualification, shown, by=by, at=at)


def _plan(row: dict[str, Any], by: Viewer, at: datetime) -> None:
    plan = training.open_plan(row["year"], by=by, at=at)
    line = training.Line(
        row["title"], row["month"], row["instructor"], "", row["evaluate_months"], row["method"],
        Named(row["gives"], Qualification.Kind.TRAINING),
    )  # fmt: skip
    training.add_course(plan, line, by=by, at=at)
