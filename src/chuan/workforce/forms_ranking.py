"""Forms of ranking: the shape of what is typed, no more. What is typed of oneself stands in ``forms_ranking_self``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from chuan.rules.types import Period
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField
from chuan.workforce.models import Assessment
from chuan.workforce.ranking.elsewhere import Offered
from chuan.workforce.ranking.laws import level_choices, level_words


def _choices(field: forms.Field, choices: Iterable[tuple[str, str]]) -> None:
    field.choices = list(choices)  # type: ignore[attr-defined]


class OpenForm(forms.Form):
    """A round: which period, by which paper."""

    kind = forms.ChoiceField(
        label=_("Kỳ"),
        help_text=_("Đến năm 2025 xếp loại theo năm. Từ năm 2026 theo dõi theo tháng hoặc quý, rồi xếp loại năm."),
    )  # fmt: skip
    year = VietnameseNumberField(label=_("Năm"), whole=True, least=2021, most=2100)
    citation = forms.CharField(
        label=_("Văn bản mở kỳ xếp loại"), max_length=300, help_text=_("Số, ký hiệu của kế hoạch, công văn.")
    )
    opened_on = VietnameseDateField(label=_("Ngày của văn bản"))
    outstanding = forms.ChoiceField(
        label=_("Đơn vị có thành tích xuất sắc, được hưởng tỷ lệ cao hơn"), required=False,
        choices=[("", _("không")), ("1", _("có, cấp trên đã xác nhận"))],
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = [(f"m{n}", _now("Tháng %s") % n) for n in range(1, 13)]
        quarters = [(f"q{n}", _now("Quý %s") % roman) for n, roman in enumerate(("I", "II", "III", "IV"), 1)]
        _choices(self.fields["kind"], [("year", _now("Cả năm")), *quarters, *months])

    @property
    def chosen(self) -> tuple[str, Period]:
        """The kind of the round and its days."""
        kind, year = self.cleaned_data["kind"], int(self.cleaned_data["year"])
        if kind == "year":
            return kind, Period.year(year)
        if kind[0] == "m":
            return "month", Period.month(year, int(kind[1:]))
        first = Period.month(year, 3 * int(kind[1:]) - 2).start
        return "quarter", Period(first, Period.month(year, 3 * int(kind[1:])).end)


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class LevelForm(forms.Form):
    """The unit's own level."""

    level = forms.ChoiceField(label=_("Mức của đơn vị"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["level"], level_choices())


class GroupForm(forms.Form):
    """With whom the share is counted."""

    group = forms.ChoiceField(label=_("Nhóm"))

    def __init__(self, *args: Any, groups: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["group"], groups.items())


class ResultForm(forms.Form):
    """A result given elsewhere."""

    level = forms.ChoiceField(label=_("Mức đã xếp"))
    body = forms.CharField(label=_("Nơi xếp loại"), max_length=200)
    number = forms.CharField(label=_("Số, ký hiệu văn bản"), max_length=160)
    on = VietnameseDateField(label=_("Ngày của văn bản"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["level"], level_choices())


class AnswerForm(forms.Form):
    """The answer to an appeal."""

    level = forms.ChoiceField(
        label=_("Mức sau khi xem xét"), help_text=_("Giữ mức cũ thì chọn lại đúng mức ấy.")
    )
    number = forms.CharField(label=_("Số, ký hiệu văn bản trả lời"), max_length=160)
    on = VietnameseDateField(label=_("Ngày của văn bản"))
    why = forms.CharField(label=_("Vì sao"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choices(self.fields["level"], level_choices())


class MeetingForm(forms.Form):
    """A meeting of the collective."""

    held_on = VietnameseDateField(label=_("Ngày họp"))
    present = VietnameseNumberField(label=_("Số người dự họp"), whole=True, least=1, most=1000)
    minutes = forms.CharField(label=_("Biên bản số"), max_length=160)


class OpinionRow(forms.Form):
    """What the meeting said of one; an empty row is left as it was."""

    agreed = VietnameseNumberField(label=_("Đồng ý"), whole=True, least=0, most=1000, required=False)
    against = VietnameseNumberField(label=_("Không đồng ý"), whole=True, least=0, most=1000, required=False)
    silent = VietnameseNumberField(label=_("Không ý kiến"), whole=True, least=0, most=1000, required=False)
    text = forms.CharField(label=_("Ý kiến"), max_length=500, required=False)

    def __init__(self, data: Any, *, assessment: Assessment) -> None:
        self.assessment = assessment
        super().__init__(data, prefix=f"d{assessment.pk}")
        _name(self, assessment)

    @property
    def proposed(self) -> str:
        """The head's proposal in words."""
        return level_words(self.assessment.proposed_level)

    @property
    def is_filled(self) -> bool:
        """Whether any number of the row was typed."""
        return any(self.cleaned_data.get(name) is not None for name in ("agreed", "against", "silent"))


class DecisionForm(forms.Form):
    """The signed decision, and the reason where it goes over the share."""

    number = forms.CharField(label=_("Số, ký hiệu quyết định"), max_length=160)
    on = VietnameseDateField(label=_("Ngày ký"))
    why = forms.CharField(
        label=_("Vì sao vượt tỷ lệ"),
        max_length=500,
        required=False,
        help_text=_("Chỉ ghi khi có cảnh báo tỷ lệ."),
    )


class DecidedRow(forms.Form):
    """The level of one; an empty row is left as it was."""

    level = forms.ChoiceField(label=_("Mức trong quyết định"), required=False)

    def __init__(self, data: Any, *, assessment: Assessment) -> None:
        self.assessment = assessment
        initial = {"level": assessment.proposed_level}
        super().__init__(data, prefix=f"d{assessment.pk}", initial=initial)
        _choices(self.fields["level"], level_choices())
        _name(self, assessment)

    @property
    def proposed(self) -> str:
        """The head's proposal in words."""
        return level_words(self.assessment.proposed_level)


def _name(form: forms.Form, assessment: Assessment) -> None:
    """Every control of a row says whose it is: a screen reader hears no table."""
    for one in form.fields.values():
        look = "form-select" if isinstance(one, forms.ChoiceField) else "form-control"
        one.widget.attrs |= {"aria-label": f"{one.label}: {assessment.official.name}", "class": look}


class ElsewhereForm(forms.Form):
    """The paper that results of a file rest on."""

    body = forms.CharField(label=_("Nơi xếp loại"), max_length=200)
    number = forms.CharField(label=_("Số, ký hiệu văn bản"), max_length=160)
    on = VietnameseDateField(label=_("Ngày của văn bản"))


class WhoseForm(forms.Form):
    """Whose a line of a file is; "" leaves it. The only one of that name is chosen at first."""

    whose = forms.ChoiceField(label=_("Là của ai"), required=False)

    def __init__(self, data: Any, *, offered: Offered, people: Iterable[Assessment]) -> None:
        self.offered = offered
        initial = {"whose": str(offered.likely.pk) if offered.likely else ""}
        super().__init__(data, prefix=f"d{offered.row.pk}", initial=initial)
        choices = [(str(one.pk), one.official.name) for one in people]
        _choices(self.fields["whose"], [("", _now("– bỏ qua dòng này –")), *choices])
        told = {"aria-label": f"{_now('Là của ai')}: {offered.row.name}", "class": "form-select"}
        self.fields["whose"].widget.attrs |= told
