"""The shape of what comes in on the pages of citizens' reception; meaning is checked by the actions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.law.petition_fields import petition_fields
from chuan.people.models import Official
from chuan.petitions.actions.senders import From
from chuan.petitions.models import ReceptionEntry
from chuan.petitions.reception.sight import NAMELESS
from chuan.petitions.reception.waiting import TOLD
from chuan.rules.petitions import Kind
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

WEEKDAYS = [
    ("0", later("thứ Hai")), ("1", later("thứ Ba")), ("2", later("thứ Tư")), ("3", later("thứ Năm")),
    ("4", later("thứ Sáu")), ("5", later("thứ Bảy")), ("6", later("Chủ nhật")),
]  # fmt: skip
WEEKS = [(str(n), later("tuần %(n)s") % {"n": n}) for n in range(1, 6)]
LONGEST = 400
"""Days of one plan: a year and what is left of the one before."""

_HOUR = re.compile(r"\s*(\d{1,2})\s*(?:[:hg.]|giờ)?\s*(\d{2})?\s*(?:phút)?\s*", re.I)


class HourField(forms.Field):
    """An hour typed as 7:30, 7h30 or 7 giờ 30; gives a time."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    default_error_messages = {"required": later("Chưa có giờ. Viết như 07:30.")}

    def to_python(self, value: Any) -> time | None:
        """The hour of what was typed."""
        if value in self.empty_values or isinstance(value, time):
            return value or None
        found = _HOUR.fullmatch(str(value))
        try:
            return time(int(found[1]), int(found[2] or 0)) if found else self._wrong(value)
        except ValueError:
            return self._wrong(value)

    def prepare_value(self, value: Any) -> Any:
        """A stored hour as 07:30; typed text stays as it was typed."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def _wrong(self, value: Any) -> time:
        raise ValidationError(_("“%s” không phải giờ. Viết như 07:30.") % str(value)[:20], code="hour")


def officials_field(officials: Sequence[Official], **given: Any) -> forms.TypedChoiceField:
    """One official of the unit, by uid."""
    by_uid = {str(one.uid): one for one in officials}
    return forms.TypedChoiceField(
        choices=[("", _("Chọn")), *((uid, one.name) for uid, one in by_uid.items())],
        coerce=lambda uid: by_uid[uid], empty_value=None, **given,
    )  # fmt: skip


class SittingForm(forms.Form):
    """One sitting: day, hours, place, who receives; with a reason where it is moved."""

    day = VietnameseDateField(label=later("Ngày tiếp"), help_text=later("Viết như 05/08/2026."))
    starts = HourField(label=later("Từ giờ"), initial=time(7, 30))
    ends = HourField(label=later("Đến giờ"), initial=time(11, 30))
    place = forms.CharField(
        label=later("Nơi tiếp"), max_length=200, error_messages={"required": later("Chưa ghi nơi tiếp.")}
    )
    online = forms.BooleanField(
        label=later("Tiếp trực tuyến"), required=False,
        help_text=later("Không tính vào số ngày Chủ tịch trực tiếp tiếp."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, officials: Sequence[Official], moving: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"] = officials_field(
            officials, label=_("Người tiếp"), error_messages={"required": _("Chưa chọn người tiếp.")}
        )
        if moving:
            self.fields["reason"] = _reason(_("Lý do thay đổi"))


class PlanForm(SittingForm):
    """Many sittings by a rule."""

    weekday = forms.TypedChoiceField(label=later("Vào"), choices=WEEKDAYS, coerce=int, initial="3")
    weeks = forms.TypedMultipleChoiceField(
        label=later("Tuần thứ mấy của tháng"), choices=WEEKS, coerce=int, required=False, initial=["1", "3"],
        widget=forms.CheckboxSelectMultiple, help_text=later("Không chọn tuần nào là tuần nào cũng tiếp."),
    )  # fmt: skip
    first = VietnameseDateField(label=later("Xếp từ ngày"))
    last = VietnameseDateField(label=later("Đến hết ngày"))
    field_order = ("first", "last", "weekday", "weeks", "starts", "ends", "place", "receiver", "online")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["day"]

    def clean(self) -> dict[str, Any]:
        """The days in order, and not too many."""
        given = cast("dict[str, Any]", super().clean())
        first, last = given.get("first"), given.get("last")
        if first and last and not 0 <= (last - first).days <= LONGEST:
            self.add_error("last", _("Ngày cuối phải từ ngày đầu trở đi, không quá một năm."))
        return given


class HoldForm(forms.Form):
    """Who received in fact."""

    def __init__(self, *args: Any, officials: Sequence[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"] = officials_field(
            officials, label=_("Ai đã tiếp"), error_messages={"required": _("Chưa chọn người đã tiếp.")},
            help_text=_("Không có người dân nào đến vẫn ghi nhận: Chủ tịch có mặt là đã tiếp."),
        )  # fmt: skip


class TriedForm(forms.Form):
    """When the line was tried."""

    on = VietnameseDateField(label=later("Đã thử đường truyền ngày"))


class ReasonForm(forms.Form):
    """Why."""

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"] = _reason(label)


class ComingForm(forms.Form):
    """A coming. Of one who denounces, or may, there is no field for who it is."""

    day = VietnameseDateField(label=later("Ngày tiếp"))
    people = VietnameseNumberField(label=later("Số người đến"), whole=True, least=1, most=100_000, initial=1)
    name = forms.CharField(label=later("Họ tên người đến"), max_length=160, required=False)
    address = forms.CharField(label=later("Địa chỉ"), max_length=300, required=False)
    contact = forms.CharField(
        label=later("Điện thoại hoặc thư điện tử để báo kết quả"), max_length=160, required=False
    )
    others = forms.CharField(
        label=later("Người đại diện khác (nếu đến nhiều người)"), required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}), help_text=later("Mỗi người một dòng: họ tên, địa chỉ."),
    )  # fmt: skip
    papers = forms.CharField(
        label=later("Giấy tờ xuất trình, nộp kèm"), max_length=300, required=False,
        help_text=later("Ví dụ: thẻ căn cước; đơn 2 trang; bản sao 1 quyết định."),
    )  # fmt: skip
    content = forms.CharField(
        label=later("Nội dung trình bày"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": later("Chưa ghi nội dung trình bày.")},
    )  # fmt: skip
    field = forms.ChoiceField(label=later("Lĩnh vực"), required=False)
    solved_by = forms.CharField(
        label=later("Cơ quan đã giải quyết trước đó (nếu có)"), max_length=300, required=False
    )
    outcome = forms.ChoiceField(
        label=later("Kết quả buổi tiếp"), choices=ReceptionEntry.Outcome.choices, widget=forms.RadioSelect,
        initial=ReceptionEntry.Outcome.TAKEN, error_messages={"required": later("Chưa chọn kết quả buổi tiếp.")},
    )  # fmt: skip
    guidance = forms.CharField(
        label=later("Đã hướng dẫn gì, hoặc vì sao từ chối tiếp"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=later("Bắt buộc khi hướng dẫn ngay hoặc từ chối tiếp."),
    )  # fmt: skip
    joins = forms.CharField(
        label=later("Mã đơn đã có cùng việc (nếu có)"), max_length=160, required=False,
        help_text=later("Người đến hỏi lại hoặc đến cùng nhau: dòng này nối vào đơn ấy, không thành đơn mới."),
    )  # fmt: skip
    another = forms.BooleanField(label=later("Đây là việc khác với đơn giống nó đã có"), required=False)
    remote = forms.BooleanField(
        label=later("Vùng sâu, vùng xa, đi lại khó khăn"), required=False,
        help_text=later("Thời hạn giải quyết khiếu nại ở đó dài hơn."),
    )  # fmt: skip
    note = forms.CharField(label=later("Ghi chú"), max_length=300, required=False)

    def __init__(
        self, *args: Any, kind: str, officials: Sequence[Official], concerned: Sequence[tuple[str, str]], on: date,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.fields["day"].latest = on  # type: ignore[attr-defined]
        names = petition_fields(on)
        cast("forms.ChoiceField", self.fields["field"]).choices = [
            ("", _("Chưa rõ")),
            *((n, n) for n in names),
        ]
        self.fields["receiver"] = officials_field(
            officials, label=_("Người tiếp"), error_messages={"required": _("Chưa chọn người tiếp.")}
        )
        self.fields["concerned"] = forms.TypedMultipleChoiceField(
            label=_("Cán bộ mà nội dung nói tới"), required=False, coerce=_by_uid(officials), choices=concerned,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Người được chọn sẽ không thấy dòng này."),
        )  # fmt: skip
        if kind in NAMELESS:
            self._forget_names()
        if kind != Kind.COMPLAINT:
            del self.fields["remote"]
        self.order_fields(_ORDER)

    def _forget_names(self) -> None:
        for name in ("name", "address", "contact", "others", "papers"):
            del self.fields[name]
        self.fields["content"].help_text = _(
            "Không ghi họ tên, địa chỉ, số điện thoại hay điều gì cho biết ai tố cáo."
        )

    def clean(self) -> dict[str, Any]:
        """What was said to whoever was sent home is written down."""
        given = cast("dict[str, Any]", super().clean())
        apart = given.get("outcome") in (ReceptionEntry.Outcome.GUIDED, ReceptionEntry.Outcome.REFUSED)
        if apart and not given.get("guidance"):
            self.add_error("guidance", _("Ghi đã hướng dẫn gì, hoặc vì sao từ chối tiếp."))
        return given

    @property
    def persons(self) -> tuple[From, ...]:
        """Who came, as typed; nobody of one who denounces."""
        given = self.cleaned_data
        if self.kind in NAMELESS:
            return ()
        first = From(given["name"], given["address"], given["contact"])
        others = [line.partition(",") for line in given["others"].splitlines() if line.strip()]
        return (first, *(From(name.strip()[:160], address.strip()[:300]) for name, _comma, address in others))


_ORDER = (
    "day", "receiver", "people", "name", "address", "contact", "others", "papers", "content", "field", "concerned",
    "remote", "solved_by", "outcome", "guidance", "joins", "another", "note",
)  # fmt: skip


class ColumnsForm(forms.Form):
    """Columns of a row that are filled in later by hand."""

    solved_by = forms.CharField(label=later("Cơ quan đã giải quyết"), max_length=300, required=False)
    competent = forms.TypedChoiceField(
        label=later("Thuộc thẩm quyền"), required=False, empty_value=None, coerce=lambda told: told == "yes",
        choices=[("", later("chưa xác định")), ("yes", later("thuộc")), ("no", later("không thuộc"))],
    )  # fmt: skip
    guidance = forms.CharField(
        label=later("Hướng dẫn"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    note = forms.CharField(label=later("Ghi chú"), max_length=300, required=False)


class ReplyForm(forms.Form):
    """What was told after the reception, when, by which paper."""

    told = forms.ChoiceField(
        label=later("Đã trả lời thế nào"), choices=list(TOLD.items()), widget=forms.RadioSelect,
        error_messages={"required": later("Chưa chọn đã trả lời thế nào.")},
    )  # fmt: skip
    on = VietnameseDateField(label=later("Ngày trả lời"))
    document = forms.CharField(
        label=later("Số, ký hiệu văn bản trả lời"), max_length=160, required=False,
        help_text=later("Để trống nếu trả lời trực tiếp tại buổi tiếp."),
    )  # fmt: skip
    document_on = VietnameseDateField(label=later("Ngày văn bản"), required=False)


class PeriodForm(forms.Form):
    """Days of the register, by their ends."""

    tu = VietnameseDateField(label=later("Từ ngày"), required=False)
    den = VietnameseDateField(label=later("Đến hết ngày"), required=False)


def _reason(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Chưa ghi lý do.")},
    )  # fmt: skip


def _by_uid(officials: Sequence[Official]) -> Any:
    by_uid = {str(one.uid): one for one in officials}
    return lambda uid: by_uid[uid]
