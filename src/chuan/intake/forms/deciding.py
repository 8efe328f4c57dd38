"""What a person decides about one import: its period, rows gone, taking it in, withdrawing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chuan.rules.types import Period
from chuan.ui.widgets import VietnameseDateField

KEEP, REMOVE = "giu", "bo"
CONFIRMS = "xac_nhan_"

_LABELS: dict[str, Any] = {
    "other_ward": _("Đúng là tệp của đơn vị mình, nhập tệp này"),
    "illustrative": _("Đúng là muốn nhập dữ liệu minh họa vào đây"),
    "period_ahead": _("Kỳ ghi trong tệp đúng, nhập tệp này"),
    "turned_dates": _("Đã kiểm tra ngày và tháng không bị đảo, nhập tệp này"),
    "older_file": _("Đúng là tệp mới nhất, các ngày ấy đã bị xóa ở hệ thống nguồn"),
}
_WAYS: dict[str, Any] = {
    "other_ward": _("Tệp ghi tên đơn vị khác. Đánh dấu xác nhận, hoặc bỏ tệp này."),
    "illustrative": _("Tệp ghi là dữ liệu minh họa. Đánh dấu xác nhận, hoặc bỏ tệp này."),
    "period_ahead": _("Kỳ ghi trong tệp bắt đầu sau hôm nay. Đánh dấu xác nhận, hoặc bỏ tệp này."),
    "turned_dates": _("Ngày trong tệp có thể bị đảo với tháng. Đánh dấu xác nhận, hoặc bỏ tệp này."),
    "older_file": _("Tệp này có thể cũ hơn tệp đã nhập. Đánh dấu xác nhận, hoặc bỏ tệp này."),
}


class CoversForm(forms.Form):
    """Which days the file speaks of, both included."""

    tu = VietnameseDateField(label=_("Từ ngày"), help_text=_("Viết như 01/09/2021."))
    den = VietnameseDateField(label=_("Đến hết ngày"), help_text=_("Viết như 30/09/2021."))

    @classmethod
    def of(cls, period: Period | None) -> CoversForm:
        """The form with what is known."""
        if period is None:
            return cls()
        return cls(initial={"tu": period.start, "den": period.end - timedelta(days=1)})

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        given = super().clean() or self.cleaned_data
        start, last = given.get("tu"), given.get("den")
        if start and last and last < start:
            self.add_error("den", gettext("Ngày cuối trước ngày đầu. Kiểm tra lại hai ngày."))
        return given

    @property
    def period(self) -> Period:
        """The days as a half-open range; only of a valid form."""
        start: date = self.cleaned_data["tu"]
        return Period(start, self.cleaned_data["den"] + timedelta(days=1))


class CommitForm(forms.Form):
    """Take the previewed rows in. Rows gone ask for an answer, each doubt for a tick."""

    mat = forms.ChoiceField(
        label=_("Các dòng không còn trong tệp mới"),
        choices=[
            (KEEP, _("Giữ lại và vẫn đếm (tệp này chỉ là một phần)")),
            (REMOVE, _("Bỏ ra khỏi số đếm (nguồn đã xóa); lịch sử vẫn giữ")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Chưa chọn cách xử lý các dòng không còn trong tệp. Chọn một trong hai cách."),
            "invalid_choice": _("Chọn một trong hai cách."),
        },
    )

    def __init__(self, *args: Any, gone: int, doubts: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.doubts = tuple(doubts)
        if not gone:
            del self.fields["mat"]
        for kind in self.doubts:
            self.fields[f"{CONFIRMS}{kind}"] = forms.BooleanField(
                label=_LABELS.get(kind, _("Đã xem điều cần lưu ý ở trên, vẫn nhập tệp này")),
                error_messages={
                    "required": _WAYS.get(kind, _("Xem lại rồi đánh dấu xác nhận, hoặc bỏ tệp này."))
                },
            )

    @property
    def ticks(self) -> list[forms.BoundField]:
        """The boxes to tick, one for each kind of doubt."""
        return [self[f"{CONFIRMS}{kind}"] for kind in self.doubts]

    @property
    def confirmed(self) -> tuple[str, ...]:
        """Kinds of doubts that were ticked; only of a form that was checked."""
        return tuple(kind for kind in self.doubts if self.cleaned_data.get(f"{CONFIRMS}{kind}"))

    @property
    def keep_gone(self) -> bool | None:
        """True keeps rows gone counted, False takes them out, None when none is gone."""
        given = self.cleaned_data.get("mat")
        return None if given is None else given == KEEP


class WithdrawForm(forms.Form):
    """Why an import is taken back."""

    ly_do = forms.CharField(
        label=_("Lý do rút"),
        help_text=_("Một câu để người xem sau hiểu, ví dụ “Nhập nhầm tệp của tháng trước”."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Chưa ghi lý do. Viết một câu để người xem sau hiểu vì sao rút.")},
    )
