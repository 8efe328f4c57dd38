"""What a list of petitions is asked for, as it stands in the address."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.people.viewer import Viewer
from chuan.petitions import listing
from chuan.petitions.listing import Wanted
from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES
from chuan.rules.types import Period

_MONTHS = {
    **{f"{n:02d}": (n, n) for n in range(1, 13)},
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "h1": (1, 6),
    "m9": (1, 9),
    "h2": (7, 12),
}
"""Parts of a year by the months they run from and to."""


class ListForm(forms.Form):
    """Filters of the list; one that makes no sense is left aside. Nothing is sought but codes."""

    tim = forms.CharField(label=later("Tìm theo mã đơn"), required=False, max_length=160)
    loai = forms.ChoiceField(label=later("Loại đơn"), required=False)
    viec = forms.ChoiceField(label=later("Hạn và kết quả"), required=False)
    giai_doan = forms.ChoiceField(label=later("Giai đoạn"), required=False)
    nam = forms.TypedChoiceField(label=later("Năm"), required=False, coerce=int, empty_value=None)
    ky = forms.ChoiceField(label=later("Kỳ"), required=False)
    theo = forms.ChoiceField(label=later("Kỳ tính theo"), required=False)
    kenh = forms.ChoiceField(label=later("Đến qua"), required=False)
    linh_vuc = forms.ChoiceField(label=later("Lĩnh vực"), required=False)
    nguoi = forms.ChoiceField(label=later("Giao cho"), required=False)
    xep = forms.ChoiceField(label=later("Xếp"), required=False)
    chua_co = forms.BooleanField(label=later("Nguồn chưa liệt kê"), required=False)
    trung = forms.BooleanField(label=later("Đơn gửi lại, trùng"), required=False)
    bo = forms.BooleanField(label=later("Nguồn thôi liệt kê"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in _offered(viewer).items():
            cast("forms.ChoiceField", self.fields[name]).choices = choices

    @property
    def uses_more(self) -> bool:
        """Whether one of the filters that stand folded away is in use."""
        rarer = dict.fromkeys(("kenh", "linh_vuc", "nguoi", "giai_doan", "chua_co", "trung", "bo"), "")
        rarer |= {"theo": "nhan", "xep": "moi"}
        return any(self.data.get(name, usual) not in ("", usual) for name, usual in rarer.items())

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            code=given.get("tim", "").strip(),
            period=_period(given.get("nam"), given.get("ky", "")),
            by=given.get("theo") or "nhan",
            kind=given.get("loai", ""),
            status=given.get("giai_doan", ""),
            result=given.get("viec", ""),
            channel=given.get("kenh", ""),
            field=given.get("linh_vuc", ""),
            handler=given.get("nguoi", ""),
            unlisted=bool(given.get("chua_co")),
            repeats=bool(given.get("trung")),
            gone=bool(given.get("bo")),
            sort=given.get("xep") or "moi",
        )


def _offered(viewer: Viewer) -> dict[str, list[tuple[str, str]]]:
    """What each filter offers; only years, fields and officials that occur."""
    return {
        "loai": [("", _("Mọi loại đơn")), *((one.value, str(name)) for one, name in KIND_NAMES.items())],
        "viec": [("", _("Mọi hạn, kết quả")), *((k, str(label)) for k, label in listing.RESULTS.items())],
        "giai_doan": [("", _("Mọi giai đoạn")), *listing.statuses()],
        "nam": [("", _("Mọi năm")), *((str(one), _("năm %s") % one) for one in listing.years_of(viewer))],
        "ky": [("", _("Cả năm")), *_part_names()],
        "theo": [(key, str(label)) for key, (_column, label) in listing.BY_DAYS.items()],
        "kenh": [("", _("Mọi nơi đến")), *((one.value, str(name)) for one, name in CHANNEL_NAMES.items())],
        "linh_vuc": [("", _("Mọi lĩnh vực")), *((one, one) for one in listing.fields_of(viewer))],
        "nguoi": [
            ("", _("Mọi người được giao")),
            (listing.NOBODY, _("chưa giao ai")),
            *listing.handlers_of(viewer),
        ],
        "xep": [(key, str(label)) for key, (_columns, label) in listing.SORTS.items()],
    }


def _part_names() -> list[tuple[str, str]]:
    quarters = [(f"q{n}", _("quý %s") % roman) for n, roman in enumerate(("I", "II", "III", "IV"), 1)]
    halves = [("h1", _("6 tháng đầu năm")), ("m9", _("9 tháng")), ("h2", _("6 tháng cuối năm"))]
    return [*((f"{n:02d}", _("tháng %s") % n) for n in range(1, 13)), *quarters, *halves]


def _period(year: int | None, part: str) -> Period | None:
    """The part of the year; without a year nothing is asked for."""
    if year is None:
        return None
    first, last = _MONTHS.get(part, (1, 12))
    return Period(date(year, first, 1), date(year + last // 12, last % 12 + 1, 1))
