"""The tables of a period, all cuts out of one statement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.classing import concerned
from chuan.petitions.figures.coding import coded, decoded
from chuan.petitions.figures.figures import counted_by
from chuan.petitions.listing import statuses
from chuan.petitions.measures.tallying import tallied
from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES, Kind

UNSAID = "chua-ghi"
"""How an address names the line of petitions that do not say."""


class Cut(models.TextChoices):
    """What the lines of a table are; the value is the word in addresses."""

    KIND = "loai", later("Loại đơn")
    FIELD = "linh_vuc", later("Lĩnh vực")
    CHANNEL = "kenh", later("Nơi đến")
    STAGE = "giai_doan", later("Giai đoạn")
    COMPETENCE = "tham_quyen", later("Thẩm quyền")

    @property
    def column(self) -> str:
        """The column of a state that says it."""
        return {"loai": "kind", "linh_vuc": "field", "kenh": "channel", "giai_doan": "status"}.get(
            self.value, "competent"
        )


_COMPETENCE = {"co": True, "khong": False, UNSAID: None}
Counted = Mapping[str, int]
Figures = tuple[str, ...]
"""The figures that a row is one of (``figures.counted_by``)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``key`` finds its rows again."""

    key: str
    label: str
    counted: Counted


@dataclass(frozen=True, slots=True)
class Statistics:
    """The tables of a period: the lines of each cut, and all together."""

    asked: Asked
    by: Mapping[Cut, Sequence[Line]]
    total: Counted

    @property
    def any(self) -> bool:
        """Whether the period has anything to show."""
        return any(self.total.values())


def statistics(asked: Asked) -> Statistics:
    """Everything that is asked for, in one statement beside those that read the systems of record."""
    every: Counter[Figures] = Counter()
    lines: dict[Cut, dict[Any, Counter[Figures]]] = {cut: defaultdict(Counter) for cut in Cut}
    for number, field, status, n in tallied(
        concerned(asked).annotate(code=coded(asked)), "code", "field", "status"
    ):
        one = decoded(number)
        figures = counted_by(one.came, one.went, one.verdict, one.judged, one.took)
        every[figures] += n
        values = (one.kind, field, one.channel, status, one.competent)
        for told, value in zip(lines.values(), values, strict=True):
            told[value][figures] += n
    by = {
        cut: _lines(cut, {key_of(cut, value): _summed(some) for value, some in told.items()})
        for cut, told in lines.items()
    }
    return Statistics(asked, by, _summed(every))


def _summed(counted: Mapping[Figures, int]) -> Counted:
    """By figure, out of counts by which figures a row is one of: few of these, however many rows."""
    sums: dict[str, int] = {}
    for figures, n in counted.items():
        for key in figures:
            sums[key] = sums.get(key, 0) + n
    return sums


def key_of(cut: Cut, value: Any) -> str:
    """How an address names the line of this value."""
    if cut is Cut.COMPETENCE:
        return next(key for key, one in _COMPETENCE.items() if one is value)
    return str(value) or UNSAID


def value_of(cut: Cut, key: str) -> Any:
    """The value that a line's name stands for. KeyError for a competence that does not exist."""
    if cut is Cut.COMPETENCE:
        return _COMPETENCE[key]
    return "" if key == UNSAID else key


def label_of(cut: Cut, key: str) -> str:
    """A line's name in words; an unknown one as it is written."""
    return _names(cut).get(key) or (_("chưa ghi") if key == UNSAID else key)


def _names(cut: Cut) -> dict[str, str]:
    match cut:
        case Cut.KIND:
            names = {one.value: str(name) for one, name in KIND_NAMES.items()}
            return {**names, Kind.MIXED.value: _("nhiều nội dung chưa tách")}
        case Cut.CHANNEL:
            return {one.value: str(name) for one, name in CHANNEL_NAMES.items()}
        case Cut.STAGE:
            return dict(statuses())
        case Cut.COMPETENCE:
            return {
                "co": _("thuộc thẩm quyền"),
                "khong": _("không thuộc thẩm quyền"),
                UNSAID: _("chưa xác định"),
            }
    return {}


def _lines(cut: Cut, sums: Mapping[str, Counted]) -> Sequence[Line]:
    """Lines in the order of their names where that is known; fields by how many they are."""
    names = _names(cut)
    order = list(names)
    found = [Line(key, label_of(cut, key), counted) for key, counted in sums.items()]
    if cut is Cut.FIELD:
        return sorted(found, key=lambda one: (one.key == UNSAID, -sum(one.counted.values()), one.label))
    return sorted(found, key=lambda one: order.index(one.key) if one.key in names else len(order))
