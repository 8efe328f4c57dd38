"""What an official types of himself, and the head of him: ticks, or points with products, and the grounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from chuan.law.ranking import RankingLaw
from chuan.rules.ranking import (
    DISCIPLINE_NAMES,
    LEADER,
    LEVEL_NAMES,
    Criterion,
    Discipline,
    Grounds,
    Leading,
    Level,
    Product,
)
from chuan.rules.ranking.words import criteria_for
from chuan.ui.widgets import VietnameseNumberField
from chuan.workforce.ranking.filled import Points, Ticks, YearPoints, grounds_of, products_of
from chuan.workforce.ranking.laws import level_choices, source

_YES_NO = [("", _("– chọn –")), ("0", _("không")), ("1", _("có"))]
ROWS = 3
"""Empty lines for products offered beneath those filled in."""


def _remark() -> forms.CharField:
    return forms.CharField(
        label=_("Nhận xét, giải thích"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )  # fmt: skip


def _level() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Mức tự đề nghị"), choices=level_choices)


class TicksForm(forms.Form):
    """Each criterion met or not; the level is chosen, never made from the ticks."""

    def __init__(
        self, *args: Any, law: RankingLaw, group: str, kept: Mapping[str, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria_for(group, law.criteria)
        answers = kept.get("answers", {})
        for one in self.criteria:
            yes, no = (
                (_now("có"), _now("không")) if one.level is Level.FAILED else (_now("đạt"), _now("không đạt"))
            )
            self.fields[_field(one)] = forms.ChoiceField(
                label=one.text, required=False, widget=forms.RadioSelect, choices=[("1", yes), ("0", no)],
                initial={True: "1", False: "0"}.get(answers.get(one.key)),
            )  # fmt: skip
        self.fields["level"] = _level()
        self.fields["remark"] = _remark()

    @property
    def levels(self) -> Iterator[tuple[str, list[BoundField]]]:
        """The criteria by the level they belong to."""
        for level in Level:
            found = [self[_field(one)] for one in self.criteria if one.level is level]
            if found:
                name = LEVEL_NAMES[level]
                yield name[:1].upper() + name[1:], found

    @property
    def filled(self) -> Ticks:
        """What was typed."""
        given = self.cleaned_data
        answers = {one.key: {"1": True, "0": False}.get(given[_field(one)]) for one in self.criteria}
        return Ticks(Level(given["level"]), answers, given["remark"])


def _field(one: Criterion) -> str:
    return one.key.replace(".", "_")


class GroundsFields(forms.Form):
    """The questions whose "yes" makes a failed year; nothing is answered for anybody."""

    def __init__(self, *args: Any, group: str, kept: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = grounds_of(kept)
        self.fields["degradation"] = forms.ChoiceField(
            label=_("Trong kỳ có bị kết luận về biểu hiện suy thoái không"), choices=_YES_NO, required=False,
            initial=_answer(known.degradation),
        )  # fmt: skip
        self.fields["discipline"] = forms.ChoiceField(
            label=_("Trong kỳ có bị kỷ luật liên quan hoạt động công vụ không"), required=False,
            choices=[("", _("– chọn –")), *((one.value, DISCIPLINE_NAMES[one]) for one in Discipline)],
            initial=known.discipline.value if known.discipline else "",
        )  # fmt: skip
        if group == LEADER:
            self.fields["corruption"] = forms.ChoiceField(
                label=_("Đơn vị phụ trách trực tiếp có tham ô, tham nhũng, lãng phí bị xử lý không"), choices=_YES_NO,
                required=False, initial=_answer(known.corruption),
            )  # fmt: skip

    @property
    def grounds(self) -> Grounds:
        """The answers; None where none was given."""
        given = self.cleaned_data
        discipline = given["discipline"]
        yes_no = {"1": True, "0": False}
        return Grounds(
            yes_no.get(given["degradation"]), Discipline(discipline) if discipline else None,
            yes_no.get(given.get("corruption", "")),
        )  # fmt: skip


def _answer(known: bool | None) -> str:
    return {True: "1", False: "0"}.get(known, "") if known is not None else ""


class YearPointsForm(GroundsFields):
    """A year's points beside the mean of its months."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["points"] = VietnameseNumberField(
            label=_("Điểm cả năm"), help_text=_("Theo thang 100. Điểm trung bình các kỳ có sẵn ở trên để đối chiếu.")
        )  # fmt: skip
        self.fields["level"] = _level()
        self.fields["remark"] = _remark()
        self.order_fields(["points", "degradation", "discipline", "corruption", "level", "remark"])

    @property
    def filled(self) -> YearPoints:
        """What was typed."""
        given = self.cleaned_data
        return YearPoints(Level(given["level"]), given["points"], self.grounds, given["remark"])


class PointsForm(GroundsFields):
    """Points for the common criteria, a leader's further parts, the grounds, the level."""

    LEADING = (
        ("unit", _("Kết quả đơn vị (phần trăm)")),
        ("organising", _("Khả năng tổ chức thực hiện (phần trăm)")),
        ("gathering", _("Khả năng tập hợp, đoàn kết (phần trăm)")),
    )

    def __init__(
        self, *args: Any, law: RankingLaw, group: str, kept: Mapping[str, Any], is_try: bool = False, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, group=group, kept=kept, **kwargs)
        most = law.values["points.common"]
        self.fields["common"] = VietnameseNumberField(
            label=_("Điểm tiêu chí chung"), initial=Fraction(kept["common"]) if "common" in kept else None,
            help_text=_now("Từ 0 đến %(most)s. %(source)s.") % {"most": most.value, "source": source(most)},
        )  # fmt: skip
        self.is_leader = group == LEADER
        if self.is_leader:
            parts = kept.get("leading") or [None] * 3
            for (name, label), part in zip(self.LEADING, parts, strict=True):
                self.fields[name] = VietnameseNumberField(
                    label=label, least=0, most=100, initial=Fraction(part) * 100 if part else None
                )
        self.fields["level"] = _level()
        self.fields["level"].required = not is_try
        self.fields["remark"] = _remark()
        order = [
            "common",
            *(name for name, _label in self.LEADING),
            "degradation",
            "discipline",
            "corruption",
        ]
        self.order_fields([*order, "level", "remark"])

    @property
    def first(self) -> list[BoundField]:
        """What stands above the products."""
        return [self[name] for name in ("common", "unit", "organising", "gathering") if name in self.fields]

    @property
    def rest(self) -> list[BoundField]:
        """What stands beneath them."""
        above = {one.name for one in self.first}
        return [one for one in self if one.name not in above]

    def filled(self, products: list[Product]) -> Points:
        """What was typed; a level not chosen yet, in a try, stands for the lowest and is not used."""
        given = self.cleaned_data
        leading = Leading(*(given[name] / 100 for name, _label in self.LEADING)) if self.is_leader else None
        level = Level(given["level"]) if given["level"] else Level.FAILED
        return Points(level, given["common"], products, self.grounds, leading, given["remark"])


class ProductForm(forms.Form):
    """A line of products; without a name it is left out."""

    name = forms.CharField(label=_("Sản phẩm, công việc"), max_length=200, required=False)
    asked = VietnameseNumberField(label=_("Được giao"), required=False)
    done = VietnameseNumberField(label=_("Đã làm"), required=False)
    failed = VietnameseNumberField(label=_("Lần chưa đạt"), required=False, whole=True)
    late = VietnameseNumberField(label=_("Lần chậm"), required=False, whole=True)
    excused_failed = VietnameseNumberField(label=_("Chưa đạt do khách quan"), required=False, whole=True)
    excused_late = VietnameseNumberField(label=_("Chậm do khách quan"), required=False, whole=True)
    weight = VietnameseNumberField(label=_("Hệ số quy đổi"), required=False)
    why = forms.CharField(label=_("Giải thích"), max_length=300, required=False)

    @property
    def is_filled(self) -> bool:
        """Whether anything of the line was typed."""
        return any(value not in (None, "") for value in self.cleaned_data.values())

    def clean(self) -> dict[str, Any]:
        """A line with numbers and no name, or no number asked, says so."""
        given = super().clean() or {}
        if any(value not in (None, "") for value in given.values()):
            if not given.get("name"):
                self.add_error("name", _now("Ghi tên sản phẩm, công việc của dòng này."))
            if given.get("asked") is None and "asked" not in self.errors:
                self.add_error("asked", _now("Ghi số được giao."))
        return given

    @property
    def product(self) -> Product:
        """The line."""
        given = self.cleaned_data
        whole = {name: int(given[name] or 0) for name in ("failed", "late", "excused_failed", "excused_late")}
        return Product(
            given["name"], given["asked"], given["done"] or Fraction(), weight=given["weight"] or Fraction(1),
            why=given["why"], **whole,
        )  # fmt: skip


def product_forms(data: Any, kept: Mapping[str, Any], *, more: int = 0) -> list[ProductForm]:
    """The lines: as typed, else as kept; and empty ones beneath. Never more than 60."""
    if data is not None:
        typed = sum(1 for key in data if key.startswith("p") and key.endswith("-name"))
        return [ProductForm(data, prefix=f"p{n}") for n in range(min(typed, 60))] + [
            ProductForm(prefix=f"p{n}") for n in range(min(typed, 60), min(typed + more, 60))
        ]
    known = [_initial(one) for one in products_of(kept)]
    blank: list[dict[str, Any]] = [{} for _n in range(ROWS)]
    return [ProductForm(prefix=f"p{n}", initial=one) for n, one in enumerate([*known, *blank])]


def _initial(one: Product) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": one.name, "asked": one.asked, "done": one.done, "failed": one.failed or None, "late": one.late or None,
        "excused_failed": one.excused_failed or None, "excused_late": one.excused_late or None,
        "weight": one.weight if one.weight != 1 else None, "why": one.why,
    }  # fmt: skip
    return told


class HeadForm(forms.Form):
    """The head's level and word, where criteria are in words."""

    level = forms.ChoiceField(label=_("Mức đề nghị"), choices=level_choices)
    remark = _remark()


class HeadPointsForm(GroundsFields):
    """The head's points, the grounds as he knows them, his level and word."""

    def __init__(self, *args: Any, points: Fraction | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["points"] = VietnameseNumberField(
            label=_("Điểm của thủ trưởng"), help_text=_("Theo thang 100. Điểm tự chấm có sẵn để sửa."), initial=points
        )  # fmt: skip
        self.fields["level"] = forms.ChoiceField(label=_("Mức đề nghị"), choices=level_choices)
        self.fields["remark"] = _remark()
        self.order_fields(["points", "degradation", "discipline", "corruption", "level", "remark"])
