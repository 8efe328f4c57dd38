"""The form of one figure: which fields it has follows from the shape of the indicator."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from chuan.exchange.proofs import keep_proof
from chuan.objectives.actions import Evidence, Given, Typed
from chuan.objectives.models import Indicator, Measurement
from chuan.objectives.periods import adds_up
from chuan.ui.widgets import VietnameseNumberField

_GRADES = [
    (Measurement.Grade.D, _("D báo cáo có văn bản")),
    (Measurement.Grade.C, _("C lấy từ biểu tổng hợp")),
]
_YES_NO = [("yes", _("Đã có, được công nhận")), ("no", _("Chưa có"))]


class FigureForm(forms.Form):
    """Numbers, how sure they are, and what they were taken from."""

    def __init__(self, *args: Any, indicator: Indicator, correcting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        self.fields.update(_numbers(indicator))
        if adds_up(indicator) and not indicator.cumulative and not correcting:
            self.fields["to_date"] = forms.BooleanField(
                label=_("Số này là cộng dồn từ đầu năm đến hết kỳ"), required=False
            )
        self.fields.update(_about())
        if correcting:
            self.fields["reason"] = forms.CharField(
                label=_("Lý do sửa"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000,
                help_text=_("Bản cũ vẫn giữ bên cạnh, kèm lý do này."),
                error_messages={"required": _("Chưa ghi lý do. Ghi vì sao số cũ không đúng.")},
            )  # fmt: skip

    def typed(self) -> Typed:
        """The figure as typed; which numbers are needed is decided by the action."""
        given = self.cleaned_data
        yes_no = {"yes": True, "no": False}.get(given.get("yes_no", ""))
        return Typed(
            numerator=given.get("numerator"),
            denominator=given.get("denominator"),
            value=given.get("value"),
            yes_no=yes_no,
            rows=_named(given.get("names", "")),
        )

    def given(self) -> Given:
        """Everything the action needs; a file is kept under its digest before the act begins."""
        given = self.cleaned_data
        upload: UploadedFile[bytes] | None = given.get("evidence_file")
        blob, name = keep_proof(upload) if upload else (None, "")
        evidence = Evidence(blob=blob, name=name, note=given["evidence_note"])
        return Given(typed=self.typed(), grade=given["grade"], evidence=evidence, stage=given["stage"])


def _numbers(indicator: Indicator) -> dict[str, forms.Field]:
    unit = indicator.measured_in
    if indicator.shape == "yes_no":
        return {"yes_no": forms.ChoiceField(
            label=_("Kết quả"), choices=_YES_NO, widget=forms.RadioSelect,
            error_messages={"required": _("Chưa chọn. Chọn một trong hai.")},
        )}  # fmt: skip
    if indicator.shape == "k_of_n":
        return _parts(_("Số đạt"), _("Tổng số")) | {"names": forms.CharField(
            label=_("Hoặc ghi tên từng đơn vị"), required=False, max_length=8000,
            widget=forms.Textarea(attrs={"rows": 4}),
            help_text=_("Mỗi dòng một tên; đặt dấu - ở đầu dòng nếu không đạt. Đã ghi tên thì không cần ghi số."),
        )}  # fmt: skip
    if indicator.shape == "share":
        return _shares(indicator)
    return {
        "value": VietnameseNumberField(
            label=_unit_label(unit), help_text=_("Viết như 8550, 8.550 hoặc 8550,5.")
        )
    }


def _shares(indicator: Indicator) -> dict[str, forms.Field]:
    fields = _parts(_("Phần đếm được"), _("Tổng số"))
    if indicator.combine != Indicator.Combine.RATIO:
        fields["value"] = VietnameseNumberField(
            label=_("Hoặc chỉ có tỷ lệ, %(unit)s") % {"unit": indicator.measured_in or "%"}, required=False,
            help_text=_("Chỉ dùng khi văn bản không ghi số đếm; khi đó không tính được phần còn được hụt."),
        )  # fmt: skip
    return fields


def _parts(part: Any, whole: Any) -> dict[str, forms.Field]:
    return {
        "numerator": VietnameseNumberField(label=part, required=False),
        "denominator": VietnameseNumberField(label=whole, required=False),
    }


def _unit_label(unit: str) -> Any:
    return _("Kết quả, %(unit)s") % {"unit": unit} if unit else _("Kết quả")


def _about() -> dict[str, forms.Field]:
    return {
        "stage": forms.ChoiceField(
            label=_("Số ước hay chính thức"), choices=[(one.value, one.label) for one in Measurement.Stage][::-1],
            widget=forms.RadioSelect, initial=Measurement.Stage.OFFICIAL,
        ),
        "grade": forms.ChoiceField(
            label=_("Lấy từ đâu"), choices=_GRADES, widget=forms.RadioSelect, initial=Measurement.Grade.D
        ),
        "evidence_note": forms.CharField(
            label=_("Văn bản làm minh chứng"), required=False, max_length=300,
            help_text=_("Ví dụ: Báo cáo 45/BC-UBND ngày 03/10/2021."),
        ),
        "evidence_file": forms.FileField(
            label=_("Tệp minh chứng"), required=False,
            help_text=_("PDF, Word, Excel hoặc ảnh, không quá 10 MB. Không nạp văn bản mật."),
        ),
    }  # fmt: skip


def _named(text: str) -> tuple[tuple[str, bool], ...]:
    lines = (line.strip() for line in text.splitlines())
    return tuple((line.lstrip("-–").strip(), not line.startswith(("-", "–"))) for line in lines if line)
