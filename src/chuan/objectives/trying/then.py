"""What a trial said on a day, as plain words that can be kept and shown beside what it says later."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from chuan.objectives import leeway
from chuan.objectives.conversion import number, number_text
from chuan.objectives.pictures import TargetLine
from chuan.objectives.trying import saying
from chuan.objectives.trying.ground import Ground
from chuan.objectives.trying.past import Past
from chuan.objectives.trying.trial import Meant, Trial
from chuan.rules.targets.types import Comparator

BEFORE, AFTER, SUPPOSED = "before", "after", "supposed"


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the trial: the promise as it stands, at the tried level, the year as supposed at its end."""

    case: str
    level: str
    figure: str
    outcome: str
    final: bool
    left: str


@dataclass(frozen=True, slots=True)
class Then:
    """Everything the page said: rows, sentences, the promise above before and after, years told and kept."""

    label: str
    name: str
    rows: tuple[Row, ...]
    needed: str
    supposed: str
    memo: str
    above: tuple[str, str, str, str] | None
    """Number, name, outcome before, outcome with the trial."""
    years_told: int
    years_kept: int

    @property
    def outcome(self) -> str:
        """The verdict the trial ends in: of the year as supposed, else of the tried level."""
        return self.rows[-1].outcome

    @property
    def text(self) -> str:
        """The canonical text that is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def then_of(ground: Ground, trial: Trial, meant: Meant, past: Past) -> Then:
    """The trial as the page says it now."""
    rows = [_row(BEFORE, trial.before)]
    if trial.moved:
        rows.append(_row(AFTER, trial.after))
    if trial.supposed is not None:
        rows.append(_row(SUPPOSED, trial.supposed))
    return Then(
        label=trial.before.label, name=trial.before.name, rows=tuple(rows),
        needed=saying.needed_words(ground, trial), supposed=saying.supposed_words(ground, trial, meant),
        memo=saying.memo(ground, trial, meant), above=_above(ground, trial), years_told=past.told,
        years_kept=past.kept,
    )  # fmt: skip


def read_then(text: str) -> Then:
    """What was kept, read back."""
    told = json.loads(text)
    known = {one.name for one in fields(Then)}
    told = {name: value for name, value in told.items() if name in known}
    above = tuple(told["above"]) if told["above"] else None
    return Then(**{**told, "rows": tuple(Row(**one) for one in told["rows"]), "above": above})


def meant_text(ground: Ground, meant: Meant) -> str:
    """What was moved, exactly; with how the rest of the year was spoken of, so that it is never read as another."""
    told = {
        "comparator": str(meant.comparator or ""), "level": number_text(meant.level),
        "upper": number_text(meant.upper), "rest": number_text(meant.rest), "going": str(ground.rest.going),
    }  # fmt: skip
    return json.dumps(told, sort_keys=True)


def read_meant(text: str, ground: Ground) -> Meant:
    """What was moved, for the ground of another day: a rest that is spoken of otherwise by then falls away."""
    told: dict[str, Any] = json.loads(text)
    rest = number(told["rest"]) if told["going"] == str(ground.rest.going) else None
    comparator = Comparator(told["comparator"]) if told["comparator"] else None
    return Meant(comparator, number(told["level"]), number(told["upper"]), rest)


def supposes(text: str) -> bool:
    """Whether the kept trial supposed something of the rest of its year."""
    return bool(json.loads(text)["rest"])


def _row(case: str, line: TargetLine) -> Row:
    left = "" if case == SUPPOSED else leeway.words(line)
    verdict = line.verdict
    return Row(case, line.target_words, line.figure_words, str(verdict.outcome), bool(verdict.final), left)


def _above(ground: Ground, trial: Trial) -> tuple[str, str, str, str] | None:
    if trial.above_before is None or trial.above_after is None:
        return None
    promise = ground.promise
    return (
        str(promise.number),
        promise.name,
        str(trial.above_before.outcome),
        str(trial.above_after.outcome),
    )
