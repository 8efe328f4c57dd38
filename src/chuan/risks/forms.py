"""Forms of risks and of the scale: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.risks.models import Risk, RiskScore
from chuan.rules.risks import Nature, Scale, Step, allowed_for
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

Choice = tuple[str, str | Promise]


def offer(field: forms.Field, choices: Iterable[Choice]) -> None:
    """Put the choices of a field."""
    field.choices = list(choices)  # type: ignore[attr-defined]


class RiskForm(forms.Form):
    """What is written of a risk or an opportunity."""

    nature = forms.ChoiceField(label=_("Đây là"), choices=Risk.Nature.choices, widget=forms.RadioSelect)
    statement = forms.CharField(
        label=_("Điều có thể xảy ra"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Một câu: việc gì, với ai. Ví dụ: hồ sơ đất đai dồn cuối năm, nhiều hồ sơ trễ hẹn."),
    )  # fmt: skip
    causes = forms.CharField(label=_("Vì sao có thể xảy ra"), max_length=500, required=False)
    outcome = forms.CharField(label=_("Nếu xảy ra thì sao"), max_length=500, required=False)
    process = forms.ChoiceField(label=_("Của quá trình"), required=False)
    objective = forms.ChoiceField(
        label=_("Của mục tiêu"), required=False, help_text=_("Chọn quá trình, mục tiêu, hoặc cả hai.")
    )
    issue = forms.ChoiceField(label=_("Do vấn đề bối cảnh nào"), required=False)
    owner = forms.ChoiceField(
        label=_("Ai phụ trách"), required=False, help_text=_("Chưa rõ thì để trống, Thư ký ISO giữ.")
    )

    def __init__(
        self, *args: Any, processes: Iterable[Choice], objectives: Iterable[Choice], issues: Iterable[Choice],
        owners: Iterable[Choice], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("process", processes),
            ("objective", objectives),
            ("issue", issues),
            ("owner", owners),
        ):
            offer(self.fields[name], [("", _("không chọn")), *choices])


class NoteForm(RiskForm):
    """The same with the day it was seen."""

    found_on = VietnameseDateField(label=_("Thấy ngày"))


class ScoreForm(forms.Form):
    """One scoring."""

    stage = forms.ChoiceField(label=_("Chấm mức"), choices=RiskScore.Stage.choices, widget=forms.RadioSelect)
    likelihood = forms.TypedChoiceField(label=_("Khả năng xảy ra"), coerce=int, widget=forms.RadioSelect)
    effect = forms.TypedChoiceField(label=_("Mức ảnh hưởng"), coerce=int, widget=forms.RadioSelect)
    why = forms.CharField(label=_("Dựa vào đâu"), max_length=500, required=False)
    on = VietnameseDateField(label=_("Chấm ngày"))

    def __init__(self, *args: Any, scale: Scale, nature: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["likelihood"], _steps(scale.likelihood))
        opportunity = nature == Risk.Nature.OPPORTUNITY
        offer(
            self.fields["effect"],
            _steps([Step(one.word) for one in scale.effect] if opportunity else scale.effect),
        )
        if opportunity:
            self.fields["effect"].label = _("Mức có lợi")


class TreatForm(forms.Form):
    """What is decided to be done."""

    treatment = forms.ChoiceField(label=_("Cách xử lý"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Vì sao chọn cách này"), max_length=500, required=False,
        help_text=_("Phải ghi khi chấp nhận rủi ro hoặc bỏ qua cơ hội."),
    )  # fmt: skip

    def __init__(self, *args: Any, nature: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(Risk.Treatment.choices)
        offer(
            self.fields["treatment"], [(one.value, labels[one.value]) for one in allowed_for(Nature(nature))]
        )


class ActionForm(forms.Form):
    """Something to be done, by whom, by when."""

    what = forms.CharField(label=_("Việc phải làm"), max_length=500)
    owner = forms.ChoiceField(label=_("Người làm"))
    due_on = VietnameseDateField(label=_("Hạn"))
    resources = forms.CharField(
        label=_("Cần nguồn lực gì"), max_length=300, required=False,
        help_text=_("Tiền, người, máy. Có ghi thì việc này được nêu khi lãnh đạo xem xét."),
    )  # fmt: skip

    def __init__(self, *args: Any, officials: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["owner"], officials)


class DoneForm(forms.Form):
    """What was done, and where that can be seen."""

    done_on = VietnameseDateField(label=_("Làm xong ngày"))
    evidence = forms.CharField(
        label=_("Kết quả, xem ở đâu"), max_length=500, help_text=_("Số văn bản, biên bản, trang nào, bản giấy ở đâu.")
    )  # fmt: skip


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label=_("Lý do"), max_length=300)


class LookForm(forms.Form):
    """Looked at again and left as it is."""

    why = forms.CharField(
        label=_("Kết luận"), max_length=500, help_text=_("Một câu: vì sao mức và cách xử lý vẫn đúng.")
    )
    next_on = VietnameseDateField(label=_("Xem lại lần sau ngày"))


class MoveForm(forms.Form):
    """The next look on another day, and why."""

    next_on = VietnameseDateField(label=_("Xem lại vào ngày"))
    why = forms.CharField(label=_("Lý do dời"), max_length=300)


class ConfirmForm(forms.Form):
    """Nothing to type."""


class DayForm(forms.Form):
    """The day of the matrix, and of which nature."""

    ngay = VietnameseDateField(label=_("Ma trận ngày"))


class ScaleForm(forms.Form):
    """A unit's own scale."""

    likelihood = forms.CharField(
        label=_("Khả năng xảy ra, từ thấp đến cao"), widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Mỗi mức một dòng: tên mức, dấu hai chấm, nghĩa. Từ 3 đến 5 mức."),
    )  # fmt: skip
    effect = forms.CharField(
        label=_("Mức ảnh hưởng, từ thấp đến cao"), widget=forms.Textarea(attrs={"rows": 5})
    )
    medium = VietnameseNumberField(label=_("Mức trung bình bắt đầu từ điểm"), whole=True, least=2, most=25)
    high = VietnameseNumberField(label=_("Mức cao bắt đầu từ điểm"), whole=True, least=2, most=25)
    severe = VietnameseNumberField(
        label=_("Mức rất cao bắt đầu từ điểm"), whole=True, least=2, most=25,
        help_text=_("Điểm là tích của hai mức: khả năng 3, ảnh hưởng 4 là 12 điểm."),
    )  # fmt: skip
    months = forms.CharField(
        label=_("Bao nhiêu tháng xem lại, từ mức thấp đến rất cao"), max_length=40,
        help_text=_("Bốn số, cách nhau bằng dấu phẩy, ví dụ 12, 6, 3, 1."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Áp dụng từ ngày"))
    citation = forms.CharField(label=_("Theo văn bản nào của đơn vị"), max_length=300)

    def clean_likelihood(self) -> list[Step]:
        """Steps, one a line."""
        return _read_steps(self.cleaned_data["likelihood"])

    def clean_effect(self) -> list[Step]:
        """Steps, one a line."""
        return _read_steps(self.cleaned_data["effect"])

    def clean_months(self) -> list[int]:
        """Four numbers of months."""
        parts = [one.strip() for one in self.cleaned_data["months"].split(",")]
        if len(parts) != 4 or not all(one.isdecimal() and 1 <= int(one) <= 36 for one in parts):
            raise ValidationError(_("Cần bốn số tháng từ 1 đến 36, ví dụ 12, 6, 3, 1."))
        return [int(one) for one in parts]


def written(steps: Sequence[Step]) -> str:
    """Steps as the form shows them."""
    return "\n".join(f"{one.word}: {one.meaning}" if one.meaning else one.word for one in steps)


def _read_steps(text: str) -> list[Step]:
    pairs = (one.partition(":") for one in text.splitlines() if one.strip())
    return [Step(word.strip(), meaning.strip()) for word, _colon, meaning in pairs]


def _steps(steps: Sequence[Step]) -> list[Choice]:
    return [
        (str(place), f"{place}. {one.word}: {one.meaning}" if one.meaning else f"{place}. {one.word}")
        for place, one in enumerate(steps, start=1)
    ]
