"""The shape of what is typed about sets of figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.exchange.limits import DEFAULT
from chuan.objectives.models import FigureSet
from chuan.ui import formatters as say
from chuan.ui.widgets import VietnameseDateField


class SetForm(forms.Form):
    """A set to be frozen: its name, its last day, the paper it is for."""

    ten = forms.CharField(
        label=_("Tên bộ số liệu"), max_length=200, help_text=_("Ví dụ: Kỳ họp HĐND cuối năm."),
        error_messages={"required": _("Chưa đặt tên. Ghi bộ này dùng cho dịp nào.")},
    )  # fmt: skip
    van_ban = forms.CharField(
        label=_("Văn bản dùng bộ này"), max_length=300,
        help_text=_("Ví dụ: Báo cáo số 215/BC-UBND, hoặc Báo cáo trình kỳ họp thứ 5."),
        error_messages={"required": _("Chưa ghi văn bản. Ghi báo cáo, tờ trình sẽ dùng số liệu này.")},
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["den"] = VietnameseDateField(
            label=_("Số liệu đến hết ngày"), latest=today, help_text=_("Viết như 30/11/2021."),
        )  # fmt: skip
        self.order_fields(["ten", "den", "van_ban"])


class PublicForm(forms.Form):
    """Which set the public reads; nothing chosen: the figures in use."""

    def __init__(self, *args: Any, sets: Sequence[FigureSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bo"] = forms.ChoiceField(
            label=_("Công khai theo"), required=False, widget=forms.RadioSelect,
            choices=[("", _("Số đang dùng ngày lập trang")), *((str(one.uid), _named(one)) for one in sets)],
            error_messages={"invalid_choice": _("Bộ này không còn trong danh sách. Chọn lại một bộ đang có.")},
        )  # fmt: skip


def _named(one: FigureSet) -> str:
    return _("Bộ “%(name)s”, đến ngày %(day)s") % {"name": one.name, "day": say.day(one.on)}


class ReportForm(forms.Form):
    """An edited report on its way in, to be looked at and not kept."""

    file = forms.FileField(
        label=_("Báo cáo đã sửa"),
        help_text=_("Tệp Word hoặc PDF in từ một bộ số liệu, nặng tối đa %(limit)s MB.")
        % {"limit": DEFAULT.file_bytes // 1_000_000},
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn báo cáo đã sửa."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf"}),
    )
