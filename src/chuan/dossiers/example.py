"""Samples of the example's dossiers, drawn and checked as people do it; what was found is invented and marked so."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from chuan.dossiers.actions import samples
from chuan.dossiers.models import SampleItem
from chuan.law.dossier_checks import items_on
from chuan.people.viewer import Viewer
from chuan.rules.types import Period

Clock = Callable[[], datetime]


def check_samples(path: Path, year: int, seated: Callable[[str], Viewer], *, clock: Clock) -> int:
    """Draw a sample of every month of the year and check each dossier of it; how many were checked.

    ``path``: size and seed of the samples, who draws and who checks, and faults by month and place in the sample.
    """
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    drawer, checker = seated(given["drawn_by"]), seated(given["checked_by"])
    faults = {(one["month"], one["place"]): one for one in given["fault"]}
    done = 0
    for month in range(1, 13):
        drawn = samples.draw(Period.month(year, month), given["size"], given["seed"], by=drawer, at=clock())
        for item in (
            SampleItem.objects.filter(sample=drawn).select_related("sample", "dossier").order_by("position")
        ):
            _check(
                item, faults.get((month, item.position), {}), given["does_not_apply"], by=checker, at=clock()
            )
            done += 1
    return done


def _check(
    item: SampleItem, fault: Mapping[str, Any], aside: Collection[str], *, by: Viewer, at: datetime
) -> None:
    asked = items_on(item.dossier.received_on or item.sample.period_start)
    answers = {one.key: samples.NONE if one.key in aside else samples.YES for one in asked}
    if fault:
        answers[fault["question"]] = samples.NO
    samples.check(item, answers, faults=fault.get("what", ""), by=by, at=at)
