"""The example unit's year of titles, invented and marked so; written through the actions that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.titles import Title
from chuan.workforce.actions.titles import Decided, conclude, open_year, record_decision
from chuan.workforce.actions.titles_candidates import register_candidates
from chuan.workforce.models import TitleRound


def load_titles(path: Path, *, by: Viewer, at: datetime) -> int:
    """The year, who registered, the decisions; how many titles. Not said to be complete: one decision is awaited.

    Inside the transaction of the example.
    """
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    round_ = open_year(given["year"], given["citation"], by=by, at=at)
    people = _people(given)
    register_candidates(
        round_, Title.ADVANCED_WORKER, officials=_named(people, given["registered"]),
        registered_on=given["registered_on"], by=by, at=at,
    )  # fmt: skip
    register_candidates(
        round_, Title.ADVANCED_TEAM, team=given["team"], registered_on=given["registered_on"], by=by, at=at
    )
    done = 0
    for row in given["decision"]:
        decided = Decided(row["number"], row["on"], row["issuer"])
        officials = _named(people, row["officials"])
        done += len(record_decision(round_, Title(row["title"]), decided, officials=officials, by=by, at=at))
    return done


def conclude_titles(year: int, *, by: Viewer, at: datetime) -> TitleRound:
    """Say that every decision of the year is there: the share may be counted from now on."""
    round_ = TitleRound.objects.select_related("unit").get(unit=by.unit, year=year)
    return conclude(round_, complete=True, by=by, at=at)


def _people(given: Mapping[str, Any]) -> dict[str, Official]:
    names = {*given["registered"], *(name for row in given["decision"] for name in row["officials"])}
    rows = Official.objects.filter(account__username__in=names).select_related("account", "unit")
    return {one.account.username: one for one in rows if one.account is not None}


def _named(people: Mapping[str, Official], usernames: Sequence[str]) -> list[Official]:
    return [people[name] for name in usernames]
