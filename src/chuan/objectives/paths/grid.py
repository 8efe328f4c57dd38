"""Every target of a plan with its twelve boxes, as the page shows them: what stands, what was typed, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from chuan.objectives.conversion import rule_of
from chuan.objectives.judging import as_measured
from chuan.objectives.models import Indicator, Plan, Target, TargetPath
from chuan.objectives.paths.actions import newest
from chuan.objectives.paths.permissions import may_set
from chuan.objectives.paths.shapes import kind_words, shape_of, unit_of
from chuan.objectives.paths.typed import ReadBoxes, read_boxes, written
from chuan.objectives.permissions import owner_of
from chuan.objectives.years_read import objectives_of
from chuan.people.viewer import Viewer
from chuan.rules.targets import PathFault, Shape, no_path, path_faults
from chuan.rules.targets import types as rules
from chuan.ui import words


@dataclass(frozen=True, slots=True)
class Box:
    """One month of one target."""

    month: int
    name: str
    text: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PathRow:
    """One target: what it promises, what its boxes ask for, what is in them. ``why`` it can have no path, else ""."""

    target: Target
    indicator: Indicator
    rule: rules.Target
    owner: str
    may: bool
    stands: TargetPath | None
    why: str
    texts: list[str]
    read: ReadBoxes = field(default_factory=lambda: read_boxes([""] * 12))
    faults: tuple[PathFault, ...] = ()

    @property
    def prefix(self) -> str:
        """How its boxes are named."""
        return str(self.target.uid.hex)

    @property
    def shape(self) -> Shape:
        """What its figures are like."""
        return shape_of(self.rule, self.indicator)

    @property
    def version(self) -> int:
        """The version that stands; 0 where there never was one."""
        return self.stands.version if self.stands else 0

    @property
    def is_changed(self) -> bool:
        """Whether the boxes say something else than what stands."""
        if self.read.faults:
            return True
        known = tuple(value for value in self.read.values if value is not None)
        return known != (self.stands.values if self.stands else ()) or len(known) not in (0, 12)

    @property
    def boxes(self) -> list[Box]:
        """The twelve boxes with what is wrong in each."""
        return [
            Box(month, f"{self.prefix}-{month}", text, tuple(one.sentence for one in self.faults if one.month == month))
            for month, text in enumerate(self.texts, start=1)
        ]  # fmt: skip

    @property
    def wrong(self) -> list[tuple[str, str]]:
        """What is wrong, each sentence once with the months it is true of: ("2, 3", "còn trống, …")."""
        months: dict[str, list[str]] = {}
        for one in self.faults:
            months.setdefault(one.sentence, []).append(str(one.month or ""))
        return [(", ".join(filter(None, at)), sentence) for sentence, at in months.items()]

    @property
    def first_wrong(self) -> str:
        """The name of the first box to put right, where the summary leads."""
        return next((box.name for box in self.boxes if box.faults), f"{self.prefix}-1")

    @property
    def promised(self) -> str:
        """The promise in words."""
        return words.target(self.rule)

    @property
    def kind(self) -> str:
        """What each box asks for, with its unit."""
        unit = unit_of(self.rule, self.indicator)
        said = kind_words(self.rule, self.indicator)
        return f"{said}, {unit}" if unit else said

    def holding(self, texts: Sequence[str]) -> PathRow:
        """The row with other texts in its boxes, read and checked where they change anything."""
        row = replace(self, texts=list(texts), read=read_boxes(texts), faults=())
        if not row.is_changed or row.read.is_blank:
            return row
        odd = {one.month for one in row.read.faults}
        found = [one for one in path_faults(self.rule, self.shape, row.read.values) if one.month not in odd]
        return replace(row, faults=tuple(sorted((*row.read.faults, *found), key=lambda one: one.month or 0)))


def rows_of(plan: Plan, viewer: Viewer) -> list[PathRow]:
    """The measured targets in the decision's order, as they stand; three statements."""
    objectives = {one.pk: one for one in objectives_of(plan)}
    targets = list(
        Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related("indicator")
    )
    targets.sort(key=lambda one: (objectives[one.objective_id].position, one.position))
    for one in targets:
        one.objective = objectives[one.objective_id]
    paths = newest(targets)
    return [_row(one, plan, viewer, paths.get(one.pk)) for one in targets]


def with_typed(rows: Sequence[PathRow], data: Mapping[str, str]) -> list[PathRow]:
    """The rows with what was typed in; a row that was not sent, or may not be set, keeps what stands."""
    return [
        row.holding([data.get(f"{row.prefix}-{month}", "") for month in range(1, 13)])
        if row.may and f"{row.prefix}-1" in data else row
        for row in rows
    ]  # fmt: skip


def seen_of(row: PathRow, data: Mapping[str, str]) -> int:
    """The version that stood when the page was opened."""
    text = data.get(f"{row.prefix}-ban", "0")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _row(target: Target, plan: Plan, viewer: Viewer, stands: TargetPath | None) -> PathRow:
    indicator = target.indicator
    assert indicator is not None, "asked for targets that are measured"
    rule = as_measured(rule_of(target), indicator)
    why = no_path(rule, shape_of(rule, indicator).how)
    texts = written(stands.values if stands else ())
    return PathRow(
        target=target, indicator=indicator, rule=rule, owner=owner_of(target.objective),
        may=not why and may_set(viewer, plan, target.objective), stands=stands, why=why, texts=texts,
        read=read_boxes(texts),
    )  # fmt: skip
