"""The shape of what comes in on the pages of single dossiers; meaning is checked by the actions."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers import listing
from chuan.dossiers.listing import Wanted
from chuan.dossiers.models import CaseEvent, Dossier, HandlerName
from chuan.law.forms import apology_form, apology_forms
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.types import Period
from chuan.ui.widgets import VietnameseDateField

_PARTS = {
    **{f"{n:02d}": (n, n) for n in range(1, 13)},
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "h1": (1, 6),
    "h2": (7, 12),
    "m9": (1, 9),
}
"""Parts of a year by the months they run from and to."""


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=later("Tìm theo mã hồ sơ, thủ tục"), required=False, max_length=200)
    nam = forms.TypedChoiceField(label=later("Năm"), required=False, coerce=int, empty_value=None)
    ky = forms.ChoiceField(label=later("Kỳ"), required=False)
    theo = forms.ChoiceField(label=later("Kỳ tính theo"), required=False)
    trang_thai = forms.ChoiceField(label=later("Trạng thái"), required=False)
    ket_qua = forms.ChoiceField(label=later("Kết quả"), required=False)
    linh_vuc = forms.ChoiceField(label=later("Lĩnh vực"), required=False)
    thu_tuc = forms.CharField(label=later("Mã thủ tục"), required=False, max_length=60)
    kenh = forms.ChoiceField(label=later("Hình thức nộp"), required=False)
    nguoi = forms.ChoiceField(label=later("Người xử lý"), required=False)
    doi = forms.BooleanField(label=later("Đã thay đổi sau hạn"), required=False)
    lech = forms.BooleanField(label=later("Khác ngày hẹn"), required=False)
    xep = forms.ChoiceField(label=later("Xếp"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = _offered(viewer)
        for name, choices in offered.items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    @property
    def uses_more(self) -> bool:
        """Whether one of the filters that stand folded away is in use."""
        rarer = {
            "theo": "nhan",
            "linh_vuc": "",
            "thu_tuc": "",
            "kenh": "",
            "nguoi": "",
            "doi": "",
            "lech": "",
            "xep": "moi",
        }
        return any(self.data.get(name, usual) not in ("", usual) for name, usual in rarer.items())

    def wanted(self, *, soon_until: date | None = None) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            words=given.get("tim", ""),
            period=_period(given.get("nam"), given.get("ky", "")),
            by=given.get("theo") or "nhan",
            status=given.get("trang_thai", ""),
            result=given.get("ket_qua", ""),
            field=given.get("linh_vuc", ""),
            procedure=given.get("thu_tuc", "").strip(),
            channel=given.get("kenh", ""),
            handler=given.get("nguoi", ""),
            changed=bool(given.get("doi")),
            differs=bool(given.get("lech")),
            sort=given.get("xep") or "moi",
            soon_until=soon_until,
        )


def _offered(viewer: Viewer) -> dict[str, list[tuple[str, str]]]:
    """What each filter of the list offers; only years and fields that occur."""
    named = HandlerName.objects.seen_by(viewer).filter(official__isnull=False)
    handlers = named.order_by("official__name").values_list("official__uid", "official__name").distinct()
    statuses = [(value, str(label)) for value, label in Dossier.Status.choices]
    statuses += [("elsewhere", _("đơn vị khác giải quyết")), ("gone", _("nguồn không còn liệt kê"))]
    return {
        "nam": [("", _("Mọi năm")), *((str(year), _("năm %s") % year) for year in listing.years_of(viewer))],
        "ky": [("", _("Cả năm")), *_part_names()],
        "theo": [(key, str(label)) for key, (_column, label) in listing.BY_DAYS.items()],
        "trang_thai": [("", _("Mọi trạng thái")), *statuses],
        "ket_qua": [("", _("Mọi kết quả")), *((k, str(label)) for k, label in listing.RESULTS.items())],
        "linh_vuc": [("", _("Mọi lĩnh vực")), *((one, one) for one in listing.fields_of(viewer))],
        "kenh": [("", _("Mọi hình thức nộp")), *((k, str(label)) for k, label in listing.CHANNELS.items())],
        "nguoi": [
            ("", _("Mọi người xử lý")),
            (listing.NOBODY, _("chưa gắn với cán bộ")),
            *((str(uid), name) for uid, name in handlers),
        ],
        "xep": [(key, str(label)) for key, (_columns, label) in listing.SORTS.items()],
    }


def _part_names() -> list[tuple[str, str]]:
    quarters = [(f"q{n}", _("quý %s") % roman) for n, roman in enumerate(("I", "II", "III", "IV"), 1)]
    halves = [("h1", _("6 tháng đầu năm")), ("m9", _("9 tháng")), ("h2", _("6 tháng cuối năm"))]
    return [*((f"{n:02d}", _("tháng %s") % n) for n in range(1, 13)), *quarters, *halves]


def _period(year: int | None, part: str) -> Period | None:
    if year is None:
        return None
    if part not in _PARTS:
        return Period.year(year)
    first, last = _PARTS[part]
    end = date(year, last, calendar.monthrange(year, last)[1]) + timedelta(days=1)
    return Period(date(year, first, 1), end)


class CauseForm(forms.Form):
    """Why a dossier stands still, from a day to a day."""

    cause = forms.ChoiceField(
        label=later("Nguyên nhân"),
        choices=[("", later("Chọn nguyên nhân")), *CaseEvent.Cause.choices],
        error_messages={"required": later("Chưa chọn nguyên nhân.")},
    )
    since = VietnameseDateField(label=later("Từ ngày"), help_text=later("Viết như 06/05/2021."))
    until = VietnameseDateField(
        label=later("Đến hết ngày"), required=False, help_text=later("Để trống nếu còn kéo dài.")
    )
    text = forms.CharField(
        label=later("Ghi thêm (nếu cần)"),
        required=False,
        max_length=500,
        help_text=later("Số phiếu chuyển, nơi đang chờ. Không ghi tên, số điện thoại người dân."),
    )


class EndCauseForm(forms.Form):
    """The last day of a cause that was still going on."""

    until = VietnameseDateField(label=later("Đến hết ngày"), help_text=later("Viết như 12/05/2021."))


class ExplainForm(forms.Form):
    """Why a dossier is late, or why its date was changed after it was due."""

    text = forms.CharField(
        label=later("Giải trình"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=later("Việc gì đã xảy ra, ngày nào, đã làm gì. Không ghi tên, số điện thoại người dân."),
        error_messages={"required": later("Chưa ghi giải trình. Viết ít nhất một câu.")},
    )


class ReasonForm(forms.Form):
    """Why something written by mistake is voided."""

    reason = forms.CharField(
        label=later("Lý do"),
        max_length=300,
        help_text=later("Một câu; dòng cũ vẫn giữ, gạch ngang."),
        error_messages={"required": later("Chưa ghi lý do. Viết một câu.")},
    )


class ApologyForm(forms.Form):
    """The apology: why it will be late, the new date, and which form the office uses."""

    reason = forms.CharField(
        label=later("Lý do chưa xong đúng hạn"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=later("Viết cho người dân đọc; in nguyên văn vào phiếu."),
        error_messages={"required": later("Chưa ghi lý do. Viết một câu cho người dân hiểu.")},
    )
    new_day = VietnameseDateField(label=later("Ngày hẹn lại"), help_text=later("Ngày làm việc, sau hạn cũ."))
    form = forms.ChoiceField(label=later("Tên mẫu"), required=False)
    late_known = forms.BooleanField(
        label=later("Đã quá ngày phải xin lỗi, vẫn lập phiếu"),
        required=False,
        help_text=later("Hạn xét trễ không đổi; phiếu được ghi là xin lỗi muộn."),
    )

    def __init__(self, *args: Any, on: date, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["late_known"]
        own = apology_form(on)
        choices = cast("forms.ChoiceField", self.fields["form"])
        choices.choices = [(one.value, f"{one.value} ({one.citation.number})") for one in apology_forms()]
        choices.initial = own.value


class HandlerForm(forms.Form):
    """Whose a name in the files is."""

    who = forms.ChoiceField(label=later("Cán bộ"), error_messages={"required": later("Chưa chọn cán bộ.")})

    NOBODY = "khong"

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._officials = {str(one.uid): one for one in officials_of(viewer)}
        choices = cast("forms.ChoiceField", self.fields["who"])
        choices.choices = [
            ("", _("Chọn cán bộ")),
            *((uid, one.name) for uid, one in self._officials.items()),
            (self.NOBODY, _("không phải cán bộ của đơn vị")),
        ]

    @property
    def official(self) -> Official | None:
        """The official chosen; None when the name is nobody of the unit."""
        return self._officials.get(self.cleaned_data["who"])

    @property
    def nobody_here(self) -> bool:
        """Whether the name was said to be nobody of the unit."""
        return bool(self.cleaned_data["who"] == self.NOBODY)


class CoverForm(forms.Form):
    """Who looks after whose dossiers, from which day to which."""

    official = forms.ChoiceField(
        label=later("Người nghỉ"), error_messages={"required": later("Chưa chọn người nghỉ.")}
    )
    by_official = forms.ChoiceField(
        label=later("Người thay"), error_messages={"required": later("Chưa chọn người thay.")}
    )
    first_on = VietnameseDateField(label=later("Từ ngày"), help_text=later("Viết như 06/05/2021."))
    last_on = VietnameseDateField(label=later("Đến hết ngày"))
    reason = forms.CharField(label=later("Ghi thêm (nếu cần)"), required=False, max_length=300)

    def __init__(self, *args: Any, viewer: Viewer, only_self: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody = {str(one.uid): one for one in officials_of(viewer)}
        mine = {str(viewer.official.uid): viewer.official} if viewer.official else {}
        self._officials = everybody
        self._choose("official", mine if only_self else everybody)
        self._choose("by_official", everybody)

    def _choose(self, name: str, officials: dict[str, Official]) -> None:
        field = cast("forms.ChoiceField", self.fields[name])
        field.choices = [("", _("Chọn cán bộ")), *((uid, one.name) for uid, one in officials.items())]

    def picked(self, name: str) -> Official:
        """The official chosen in a field."""
        return self._officials[self.cleaned_data[name]]


def officials_of(viewer: Viewer) -> list[Official]:
    """Officials of the viewer's own unit by name."""
    return list(Official.objects.seen_by(viewer).filter(unit=viewer.unit).order_by("name", "pk"))
