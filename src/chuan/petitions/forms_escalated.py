"""The shape of what is typed about what higher bodies received; meaning is checked by the actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.petitions.models import Escalation
from chuan.petitions.receiving.against import question_on
from chuan.rules.petitions import KIND_NAMES, Kind
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

NAMELESS = later("Không ghi tên, địa chỉ, số điện thoại hay điều gì cho biết ai gửi đơn.")
NEVER, UNKNOWN, BY_CODE = "chua-gui", "chua-ro", "theo-ma"


class EscalationForm(forms.Form):
    """A letter, call, visit or press report that a higher body received. There is no field for who sent it."""

    kind = forms.ChoiceField(
        label=later("Loại đơn"), choices=[(one.value, name) for one, name in KIND_NAMES.items()],
        initial=Kind.COMPLAINT.value,
    )  # fmt: skip
    against = forms.ChoiceField(
        label=later("Nếu là tố cáo: tố cáo ai"), required=False,
        help_text=later("Tố cáo Chủ tịch, Phó Chủ tịch phường là việc của cấp trên: không ghi gì ở đây."),
    )  # fmt: skip
    body = forms.CharField(
        label=later("Cơ quan đã nhận"), max_length=160,
        help_text=later("Ví dụ: Ban Tiếp công dân tỉnh. Không phải chính phường."),
        error_messages={"required": later("Chưa ghi cơ quan nào đã nhận.")},
    )  # fmt: skip
    received_on = VietnameseDateField(label=later("Ngày cơ quan ấy nhận"))
    channel = forms.ChoiceField(
        label=later("Hình thức"), choices=Escalation.Channel.choices, initial="letter"
    )
    paper = forms.CharField(
        label=later("Số, ký hiệu văn bản chuyển hoặc báo cho phường"), max_length=160, required=False
    )
    paper_on = VietnameseDateField(label=later("Ngày văn bản"), required=False)
    told_on = VietnameseDateField(label=later("Ngày phường được báo"), required=False)
    about = forms.CharField(
        label=later("Về việc gì, vài chữ"), max_length=200, required=False, help_text=NAMELESS
    )

    def __init__(
        self, *args: Any, on: date, concerned: Sequence[tuple[str, str]], correcting: bool = False, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        for name in ("received_on", "paper_on", "told_on"):
            cast("VietnameseDateField", self.fields[name]).latest = on
        answers = [(one.key, one.text) for one in question_on(on).answers]
        cast("forms.ChoiceField", self.fields["against"]).choices = [("", _("không phải tố cáo")), *answers]
        self.fields["concerned"] = forms.MultipleChoiceField(
            label=_("Cán bộ mà nội dung nói tới"), required=False, choices=concerned,
            widget=forms.CheckboxSelectMultiple, help_text=_("Người được chọn sẽ không thấy dòng này."),
        )  # fmt: skip
        if correcting:
            self.fields["reason"] = reason_field(_("Lý do sửa"))


class SettleForm(forms.Form):
    """Whether the ward has a file on it, and which; the unit's own verdict where the days do not tell."""

    path = forms.ChoiceField(
        label=later("Phường đã có đơn về việc này chưa"), widget=forms.RadioSelect,
        error_messages={"required": later("Chọn một câu.")},
    )  # fmt: skip
    ward_code = forms.CharField(
        label=later("Mã đơn của phường"), max_length=160, required=False,
        help_text=later("Chỉ khi chọn câu Đơn khác của phường."),
    )  # fmt: skip
    said = forms.ChoiceField(
        label=later("Kết luận"), choices=Escalation.Said.choices, required=False,
        help_text=later("Để nguyên thì xét theo ngày và hồ sơ. Kết luận riêng của phường phải có lý do."),
    )  # fmt: skip
    why_said = forms.CharField(
        label=later("Lý do kết luận riêng"), max_length=300, required=False, help_text=NAMELESS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, files: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["path"]).choices = [
            *files,
            (BY_CODE, _("Đơn khác của phường, ghi mã bên dưới")),
            (NEVER, _("Phường chưa nhận đơn nào về việc này")),
            (UNKNOWN, _("Chưa rõ, xét sau")),
        ]

    def clean(self) -> dict[str, Any]:
        """A code where a code was chosen."""
        given = cast("dict[str, Any]", super().clean())
        if given.get("path") == BY_CODE and not given.get("ward_code"):
            self.add_error("ward_code", _("Ghi mã đơn của phường."))
        return given


class StatementForm(forms.Form):
    """A paper of a higher body that says how many letters and calls about the ward it received."""

    body = forms.CharField(
        label=later("Cơ quan báo"), max_length=160, help_text=later("Cơ quan cấp trên đã ra văn bản."),
        error_messages={"required": later("Chưa ghi cơ quan nào báo.")},
    )  # fmt: skip
    paper = forms.CharField(
        label=later("Số, ký hiệu văn bản"), max_length=160,
        error_messages={"required": later("Chưa ghi số văn bản. Không có văn bản của cấp trên thì chưa ghi được.")},
    )  # fmt: skip
    paper_on = VietnameseDateField(label=later("Ngày văn bản"))
    first = VietnameseDateField(label=later("Báo từ ngày"))
    last = VietnameseDateField(label=later("Đến hết ngày"))
    count = VietnameseNumberField(
        label=later("Số đơn, cuộc gọi về phường mà cơ quan ấy nhận"), whole=True, least=0, most=100_000,
        help_text=later("Ghi 0 nếu văn bản nói không có."),
    )  # fmt: skip

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("paper_on", "first", "last"):
            cast("VietnameseDateField", self.fields[name]).latest = on


class VoidForm(forms.Form):
    """Why it is voided."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = reason_field(_("Vì sao bỏ"))


def reason_field(label: str) -> forms.CharField:
    """Why, in a few words that name nobody."""
    return forms.CharField(
        label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text=NAMELESS,
        error_messages={"required": _("Chưa ghi lý do.")},
    )  # fmt: skip
