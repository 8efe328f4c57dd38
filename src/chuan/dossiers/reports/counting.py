"""The table: one GROUP BY over conditions, folded into lines with their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from chuan.dossiers.reports import cutting
from chuan.dossiers.reports.asked import Asked, Cut, Rows, dossier_key, known_rows
from chuan.dossiers.reports.figures import FIGURES, LATE_OUTSIDE, SUMS, Counted, Figure, Line, concerned
from chuan.dossiers.reports.months import month_lines
from chuan.dossiers.reports.outside import outside_ids
from chuan.people.viewer import Viewer


@dataclass(frozen=True)
class Statistics:
    """A whole table; the total is counted, not added up, where lines are months."""

    asked: Asked
    lines: tuple[Line, ...]
    total: Counted


def statistics(viewer: Viewer, asked: Asked) -> Statistics:
    """The table that is asked for. By anything but months one statement counts it; see ``reports.months``."""
    rows = known_rows(viewer, asked.as_of)
    outside = outside_ids(rows, asked, viewer)
    if asked.cut is Cut.MONTH:
        lines, total = month_lines(rows, asked, outside)
        return Statistics(asked, lines, total)
    lines = _lines(rows, asked, outside)
    return Statistics(asked, lines, sum((line.counted for line in lines), Counted({})))


def totals(rows: Rows, asked: Asked, figures: Mapping[str, Figure] = FIGURES) -> Counted:
    """The figures of all rows together, in one statement."""
    found = rows.filter(concerned(asked.period)).aggregate(**_counts(asked, figures))
    return _counted(figures, [found[_name(key)] for key in _asked_for(figures)])


def by_columns(
    rows: Rows, asked: Asked, names: tuple[str, ...], figures: Mapping[str, Figure] = FIGURES
) -> list[tuple[cutting.Raw, Counted]]:
    """The figures of each group of raw values, in one statement."""
    groups = rows.filter(concerned(asked.period)).order_by().values(*names)
    counted = groups.annotate(**_counts(asked, figures)).values_list(*names, *map(_name, _asked_for(figures)))
    width = len(names)
    return [(row[:width], _counted(figures, row[width:])) for row in counted]


def _counts(asked: Asked, figures: Mapping[str, Figure]) -> dict[str, Count]:
    return {_name(key): Count("pk", filter=figures[key].where(asked)) for key in _asked_for(figures)}


def _asked_for(figures: Mapping[str, Figure]) -> list[str]:
    """Figures that a statement counts; a sum whose parts are there is added up instead."""
    return [key for key in figures if not SUMS.get(key, ()) or not set(SUMS[key]) <= set(figures)]


def _counted(figures: Mapping[str, Figure], values: Sequence[int]) -> Counted:
    found = dict(zip(_asked_for(figures), values, strict=True))
    added = {key: sum(found[part] for part in SUMS[key]) for key in figures if key not in found}
    return Counted({key: (found | added)[key] for key in figures})


def _name(key: str) -> str:
    """A figure's name in a statement: never that of a column, which a later condition would then read."""
    return f"n_{key}"


def _lines(rows: Rows, asked: Asked, outside: frozenset[int]) -> tuple[Line, ...]:
    names = cutting.columns(asked.cut, rows)
    groups = by_columns(rows, asked, names)
    raws, officials = cutting.named(asked.cut, [raw for raw, _counted in groups])
    apart = _outside_by_key(rows, asked, names, outside)
    sums: dict[str, Counted] = {}
    labels: dict[str, tuple[int, str]] = {}
    for raw, (_raw, counted) in zip(raws, groups, strict=True):
        key = cutting.key_of(asked.cut, raw)
        sums[key] = sums.get(key, Counted({})) + counted
        size = sum(counted.of.values())
        labels[key] = max(labels.get(key, (-1, "")), (size, cutting.label_of(asked.cut, raw, officials)))
    lines = [
        Line(key, labels[key][1], counted + Counted({LATE_OUTSIDE: apart[key]}))
        for key, counted in sums.items()
        if counted.any
    ]
    return tuple(sorted(lines, key=lambda line: (-line.counted["received"], line.label)))


def _outside_by_key(
    rows: Rows, asked: Asked, names: tuple[str, ...], outside: Iterable[int]
) -> Mapping[str, int]:
    if not outside:
        return Counter()
    found = rows.filter(**{f"{dossier_key(rows)}__in": list(outside)}).values_list(*names)
    raws, _officials = cutting.named(asked.cut, found)
    return Counter(cutting.key_of(asked.cut, raw) for raw in raws)
