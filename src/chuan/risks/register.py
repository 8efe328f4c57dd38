"""The register of risks and opportunities: filtered lines, and the matrix as it stood on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from chuan.law.risk_scale import DatedScale
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.risks.models import Risk, RiskScore
from chuan.risks.models.risks import RiskQuerySet
from chuan.risks.scale import digest_of, scale_of
from chuan.rules.risks import Level

KIND_OF_OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is filtered by; "" and None ask for everything. ``state``: "mo" open, "dong" closed, "" both."""

    nature: str = ""
    level: str = ""
    process: str = ""
    objective: str = ""
    state: str = "mo"
    likelihood: int | None = None
    effect: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of the matrix."""

    likelihood: int
    effect: int
    level: Level
    risks: tuple[Risk, ...] = ()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix of one nature on a day, the likeliest on top. ``elsewhere``: scored by another scale."""

    dated: DatedScale
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    unscored: tuple[Risk, ...]
    elsewhere: tuple[Risk, ...]

    @property
    def by_level(self) -> list[tuple[Level, int]]:
        """How many risks each level has, the heaviest first; levels without any are among them."""
        counts: dict[str, int] = defaultdict(int)
        for _word, cells in self.rows:
            for cell in cells:
                counts[cell.level.key] += len(cell.risks)
        return [(one, counts[one.key]) for one in reversed(self.dated.scale.levels)]


def lines(viewer: Viewer, asked: Asked) -> RiskQuerySet:
    """Risks the viewer may see, the heaviest first, those without a level last."""
    rows = Risk.objects.seen_by(viewer).select_related("process", "owner_post", "owner_official")
    if asked.state:
        rows = rows.open() if asked.state == "mo" else rows.filter(status="closed")
    given = {
        "nature": asked.nature, "level": asked.level, "process__uid": asked.process, "objective_uid": asked.objective,
        "likelihood": asked.likelihood, "effect": asked.effect,
    }  # fmt: skip
    rows = rows.filter(**{name: value for name, value in given.items() if value not in ("", None)})
    waiting = Q(actions__done_on=None, actions__dropped_on=None, actions__isnull=False)
    rows = rows.annotate(waiting=Count("actions", filter=waiting, distinct=True))
    return rows.order_by((F("likelihood") * F("effect")).desc(nulls_last=True), "number", "pk")


def objectives_of(risks: Iterable[Risk], viewer: Viewer) -> Mapping[int, Described]:
    """By key of the risk: the objective it belongs to, where the viewer may see it."""
    named_ = {one.pk: Subject(KIND_OF_OBJECTIVE, one.objective_uid) for one in risks if one.objective_uid}
    told = describe(named_.values(), viewer)
    return {pk: told[subject] for pk, subject in named_.items() if subject in told}


def matrix(unit: Unit, nature: str, on: date) -> Matrix:
    """The matrix as it stood on the day; three statements."""
    dated = scale_of(unit, on)
    known = list(Risk.objects.standing(on).filter(owner_unit=unit, nature=nature).order_by("number"))
    last = _last_scores(known, on)
    held: dict[tuple[int, int], list[Risk]] = defaultdict(list)
    own, elsewhere = digest_of(dated.scale), []
    for one in known:
        if (score := last.get(one.pk)) is None:
            continue
        if score.scale_digest == own:
            held[score.likelihood, score.effect].append(one)
        else:
            elsewhere.append(one)
    unscored = tuple(one for one in known if one.pk not in last)
    return Matrix(dated, matrix_rows(dated, held), unscored, tuple(elsewhere))


def _last_scores(risks: Sequence[Risk], on: date) -> dict[int, RiskScore]:
    reopened = {one.pk: one.reopened_on for one in risks if one.reopened_on}
    rows = RiskScore.objects.filter(risk__in=risks, on__lte=on).order_by("on", "pk")
    return {
        one.risk_id: one
        for one in rows
        if (since := reopened.get(one.risk_id)) is None or one.on >= since or on < since
    }


def matrix_rows(
    dated: DatedScale, held: Mapping[tuple[int, int], list[Risk]]
) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    """The places of a matrix, the likeliest on top, each with what it holds."""
    scale = dated.scale
    effects = range(1, len(scale.effect) + 1)
    return tuple(
        (
            scale.likelihood[row - 1].word,
            tuple(
                Cell(row, column, scale.level_of(row, column), tuple(held.get((row, column), ())))
                for column in effects
            ),
        )
        for row in range(len(scale.likelihood), 0, -1)
    )
