"""Forms of the register of outside providers: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.processes.models import Provider, ProviderEvaluation
from chuan.rules.providers import Answer, Criterion, Met
from chuan.ui.widgets import VietnameseDateField

MET: tuple[tuple[str, str | Promise], ...] = (
    (Met.YES, _("đạt")), (Met.PARTLY, _("đạt một phần")), (Met.NO, _("không đạt")), (Met.UNSEEN, _("chưa thấy")),
)  # fmt: skip
MET_WORDS = dict(MET)


class ProviderForm(forms.Form):
    """What is written of one provider."""

    name = forms.CharField(label=_("Tên bên cung cấp"), max_length=200)
    kind = forms.ChoiceField(label=_("Thuộc loại"), choices=Provider.Kind.choices)
    provides = forms.CharField(
        label=_("Cung cấp gì, làm phần việc nào"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ: giao kết quả tận nhà; phần mềm một cửa; in phôi giấy chứng nhận."),
    )  # fmt: skip
    controls = forms.CharField(
        label=_("Đơn vị kiểm soát thế nào"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Giao nhận có ký sổ, kiểm tra trước khi dùng, hỏi người dân, báo cáo hằng quý…"),
    )  # fmt: skip
    process = forms.ChoiceField(label=_("Của quá trình"), required=False)
    citation = forms.CharField(
        label=_("Hợp đồng, văn bản"), max_length=300, required=False,
        help_text=_("Số, ngày. Do cấp trên thuê thì ghi văn bản của cấp trên."),
    )  # fmt: skip

    def __init__(self, *args: Any, processes: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["process"].choices = [("", _("không riêng quá trình nào")), *processes]  # type: ignore[attr-defined]


class NewProviderForm(ProviderForm):
    """The same with the days."""

    since = VietnameseDateField(label=_("Cung cấp từ ngày"))
    evaluate_on = VietnameseDateField(label=_("Đánh giá lần đầu trước ngày"))


class EvaluationForm(forms.Form):
    """One judgment: the day, each criterion, the result and what it rests on."""

    on = VietnameseDateField(label=_("Đánh giá ngày"))
    result = forms.ChoiceField(
        label=_("Kết luận"), choices=ProviderEvaluation.Result.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=_("Vì sao, phải làm gì"), max_length=500, required=False,
        help_text=_("Phải ghi khi kết luận khắc phục hoặc thay bên khác."),
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("Dựa vào đâu"), max_length=500, required=False,
        help_text=_("Sổ giao nhận, biên bản, báo cáo, phản ánh; giữ ở đâu."),
    )  # fmt: skip
    next_on = VietnameseDateField(label=_("Đánh giá lại trước ngày"))

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for one in criteria:
            self.fields[f"met_{one.key}"] = forms.ChoiceField(
                label=one.words, choices=MET, widget=forms.RadioSelect, initial=Met.UNSEEN
            )
            self.fields[f"note_{one.key}"] = forms.CharField(
                label=_("Thấy gì: %s") % one.words.lower(), max_length=200, required=False
            )
        asked = [name for one in criteria for name in (f"met_{one.key}", f"note_{one.key}")]
        self.order_fields(["on", *asked])

    def answers(self) -> list[Answer]:
        """Each criterion as it was judged."""
        given = self.cleaned_data
        return [Answer(one, Met(given[f"met_{one.key}"]), given[f"note_{one.key}"]) for one in self.criteria]


class EndProviderForm(forms.Form):
    """From which day no more, and why."""

    until = VietnameseDateField(label=_("Thôi từ ngày"))
    why = forms.CharField(label=_("Vì sao thôi"), max_length=300, required=False)
