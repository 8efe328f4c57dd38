"""The example with its year closed, made once in a run: by ``chuan example``, then a minute older.

What registers count is frozen by the background a minute after they came in; that minute is not waited for here: the
same work is done with a cut of now, which is safe where nobody else writes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests import prepared

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "bac-hong-2021"
YEAR = 2021


def folder() -> Path:
    """The data of the house; copy them before they are changed."""
    return prepared.once("closed", _make)


def told() -> dict[str, Any]:
    """What the house says of its year today: gaps of clauses, verdicts with what their figures open, stations."""
    return dict(json.loads(_ask(folder(), "tell")))


def _make(at: Path) -> None:
    prepared.lay_database(at)
    chuan = Path(sys.executable).with_name("chuan")
    subprocess.run([str(chuan), "example", str(EXAMPLE)], env=_env(at), check=True, stdout=subprocess.DEVNULL)
    _ask(at, "measure")


def _env(at: Path) -> dict[str, str]:
    return {**os.environ, "CHUAN_DATA": str(at), "DATABASE_URL": "", "CHUAN_SECRET_KEY": "journey-only",
            "DJANGO_SETTINGS_MODULE": "chuan.settings"}  # fmt: skip


def _ask(at: Path, what: str) -> str:
    command = [sys.executable, "-m", "tests.closed_example", what]
    return subprocess.run(command, env=_env(at), cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _measure() -> None:
    from chuan.example_recounting import decide
    from chuan.objectives import comparing, ready
    from chuan.objectives.tasks import measure_register
    from chuan.people.models import Unit
    from chuan.rules.types import Period

    ready.SETTLING = comparing.SETTLING = timedelta(0)
    unit = Unit.objects.get(example=True)
    for register in ("self_checks", "rewards", "escalations"):
        for one in measure_register(unit, register, Period.year(YEAR)):
            assert one.measurement is not None, one.sentence
    decide.call(YEAR)


def _tell() -> dict[str, Any]:
    from django.utils import timezone

    from chuan.conformity.circle import circle_of
    from chuan.conformity.coverage import coverage_of
    from chuan.conformity.proofs import proofs_of
    from chuan.objectives.reports import plan_for, year_picture
    from chuan.people.models import Account
    from chuan.people.viewer import viewer_of
    from chuan.rules.types import Period

    at, on = timezone.now(), timezone.localdate()
    head = viewer_of(Account.objects.get(username="chutich"), on=on)
    assert head is not None
    plan = plan_for(head, YEAR, on=on)
    assert plan is not None
    coverage = coverage_of(head.unit, Period.year(YEAR))
    return {
        "asked": coverage.asked, "gaps": [one.clause.number for one in coverage.gaps],
        "objectives": [_objective(one) for one in year_picture(plan, on=on).promises],
        "proofs": {one.proof.key: one.proof.why for one in proofs_of(head.unit, YEAR, at)},
        "stations": {one.key: [one.state.value, one.sentence, one.next] for one in circle_of(head, YEAR, on, at)},
        "sets": _sets(), "trials": _trials(), "brief": _brief(),
    }  # fmt: skip


def _sets() -> list[dict[str, Any]]:
    """The frozen sets in their order, each with what differs from the one before."""
    from chuan.objectives.models import FigureSet
    from chuan.rules.figure_sets import differences, read_lines

    found = []
    for one in FigureSet.objects.select_related("after").order_by("pk"):
        before = read_lines(one.after.lines) if one.after else None
        changed = differences(before, read_lines(one.lines)) if before else []
        found.append({
            "name": one.name, "on": one.on.isoformat(), "invented": one.illustrative, "measured": one.measured,
            "changed": {row.after.code: [row.before.figure_words, row.after.figure_words]
                        for row in changed if row.before and row.after},
        })  # fmt: skip
    return found


def _trials() -> list[str]:
    from chuan.objectives.models import KeptTrial

    return [one.name for one in KeptTrial.objects.all() if one.illustrative]


def _brief() -> dict[str, Any]:
    """Lines of the only brief, what was answered, and what was said to lines that are still to come."""
    from chuan.briefing.models import Answer, Brief, Explanation

    brief = Brief.objects.get()
    return {
        "named": [one.official_id for one in brief.lines.all() if one.official_id], "lines": brief.lines.count(),
        "early": brief.early, "answers": [[one.verb, one.state] for one in Answer.objects.all()],
        "explained": Explanation.objects.count(),
    }  # fmt: skip


def _objective(promise: Any) -> dict[str, Any]:
    lines = [{"name": one.indicator.name, "outcome": one.verdict.outcome.value, "final": one.verdict.final,
              **_opens(one.indicator)} for one in promise.lines]  # fmt: skip
    return {"number": promise.number, "outcome": promise.verdict.outcome.value, "lines": lines}


def _opens(indicator: Any) -> dict[str, Any]:
    """Of the figures that stand: how many a register counted, with their rows; how many a paper, how many nothing."""
    from chuan.objectives.frozen import thaw
    from chuan.objectives.models import Measurement

    versions = Measurement.objects.filter(indicator=indicator).select_related("rows_blob").order_by("version")
    every = list({one.period_start: one for one in versions}.values())
    counted = [one for one in every if one.measure_key]
    paper = sum(not one.measure_key and bool(one.evidence_note or one.evidence_blob_id) for one in every)
    rows = sum(len(list(thaw(one.rows_blob))) for one in counted if one.rows_blob)
    return {"counted": len(counted), "rows": rows, "paper": paper, "bare": len(every) - len(counted) - paper,
            "grades": sorted({one.grade for one in every})}  # fmt: skip


if __name__ == "__main__":
    import django

    django.setup()
    if sys.argv[1] == "measure":
        _measure()
    else:
        sys.stdout.write(json.dumps(_tell(), ensure_ascii=False))
