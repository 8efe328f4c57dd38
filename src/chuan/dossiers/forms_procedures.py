"""The shape of what comes in about procedures; meaning is checked by the actions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from chuan.dossiers.actions.procedure_versions import Given
from chuan.dossiers.catalogue_reports import STATUSES, Wanted, status_in_words
from chuan.dossiers.limit_rows import CHANNELS, LimitGiven
from chuan.dossiers.limit_words import CHANNEL_WORDS
from chuan.dossiers.models import ProcedureVersion, TimeLimit
from chuan.dossiers.procedures.types import CODE_LETTERS, NAME_LETTERS
from chuan.exchange.limits import DEFAULT
from chuan.rules.refusals import DateImpossible, DateUnreadable
from chuan.rules.vietnamese import read_date

CATALOGUES = ".xlsx,.xls,.ods,.csv,.docx,.jsonl,.json"
DECISIONS = ".docx,.pdf,.txt,.md,.html,.htm"
MOST_LIMITS = 40
EMPTY_ROWS = 2
_CITATION = _("Ví dụ “Quyết định 123/QĐ-UBND ngày 05/01/2021 của Chủ tịch UBND tỉnh”.")


class DayField(forms.Field):
    """A day typed as people write it: 5/1/2021 or 05/01/2021."""

    def __init__(self, **kwargs: Any) -> None:
        look = {"class": "w-date", "inputmode": "numeric", "maxlength": 10}
        super().__init__(widget=forms.TextInput(attrs=look), **kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day; None when nothing is typed."""
        if not (text := str(value or "").strip()):
            return None
        try:
            return read_date(text[:40])
        except (DateUnreadable, DateImpossible) as refused:
            raise forms.ValidationError(refused.sentence) from None


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo mã, tên thủ tục"), required=False, max_length=200)
    linh_vuc = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    trang_thai = forms.ChoiceField(label=_("Trạng thái"), required=False)

    def __init__(self, *args: Any, fields_of_work: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = cast("dict[str, forms.ChoiceField]", self.fields)
        choices["linh_vuc"].choices = [("", said("Mọi lĩnh vực")), *((one, one) for one in fields_of_work)]
        choices["trang_thai"].choices = [
            ("", said("Mọi trạng thái")), *((one, status_in_words(one)) for one in STATUSES),
        ]  # fmt: skip

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("tim", ""), given.get("linh_vuc", ""), given.get("trang_thai", ""))


class CatalogueForm(forms.Form):
    """A catalogue's file, and from which day on it holds."""

    file = forms.FileField(
        label=_("Tệp danh mục"),
        help_text=_("Nhận Excel, CSV, bảng trong Word, hoặc tệp JSONL lấy từ Cổng; nặng tối đa %(limit)s MB.")
        % {"limit": DEFAULT.file_bytes // 1_000_000},
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn danh mục cần nhập."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        max_length=200,
        widget=forms.FileInput(attrs={"accept": CATALOGUES}),
    )
    valid_from = DayField(
        label=_("Có hiệu lực từ ngày"),
        help_text=_(
            "Dùng cho thủ tục mà tệp không ghi ngày. Hồ sơ nhận trước ngày này không tính theo bản mới."
        ),
        error_messages={"required": _("Chưa ghi ngày. Viết như 01/01/2021.")},
    )


class DecisionForm(forms.Form):
    """A decision that publishes, amends or repeals procedures."""

    file = forms.FileField(
        label=_("Tệp quyết định"),
        help_text=_("Nhận .docx, .pdf có chữ, .txt, .md, .html. Văn bản mật không nạp vào đây."),
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn quyết định."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        max_length=200,
        widget=forms.FileInput(attrs={"accept": DECISIONS}),
    )


class CitationForm(forms.Form):
    """The act by which something is confirmed."""

    citation = forms.CharField(
        label=_("Văn bản quyết định"), help_text=_CITATION, required=False, max_length=300
    )


class ReasonForm(forms.Form):
    """Why a proposal is not used."""

    reason = forms.CharField(
        label=_("Lý do không dùng"), required=False, max_length=500,
        help_text=_("Một câu để người xem sau hiểu, ví dụ “Không thuộc thẩm quyền cấp xã”."),
    )  # fmt: skip


class EndForm(CitationForm):
    """From which day on, and by which act, a version is no longer in force."""

    on = DayField(
        label=_("Hết hiệu lực từ ngày"),
        help_text=_("Ngày đầu tiên không còn áp dụng; hồ sơ nhận trước ngày này vẫn giữ thời hạn cũ."),
        error_messages={"required": _("Chưa ghi ngày. Viết như 01/07/2021.")},
    )
    field_order = ("on", "citation")


class TakeForm(forms.Form):
    """What a decision left out of a proposal."""

    code = forms.CharField(label=_("Mã thủ tục"), required=False, max_length=CODE_LETTERS)
    effective_from = DayField(label=_("Có hiệu lực từ ngày"), required=False)


class VersionForm(forms.Form):
    """What a proposed version says; its limits stand in rows of their own (``LimitRow``)."""

    name = forms.CharField(
        label=_("Tên thủ tục"), max_length=NAME_LETTERS, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Chưa ghi tên thủ tục.")},
    )  # fmt: skip
    field = forms.CharField(label=_("Lĩnh vực"), required=False, max_length=200)
    valid_from = DayField(
        label=_("Có hiệu lực từ ngày"), error_messages={"required": _("Chưa ghi ngày. Viết như 01/01/2021.")}
    )
    components = forms.CharField(
        label=_("Giấy tờ phải nộp"), required=False, help_text=_("Mỗi dòng một giấy tờ."), max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )  # fmt: skip
    fees = forms.CharField(
        label=_("Phí, lệ phí"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )
    results = forms.CharField(
        label=_("Kết quả"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def given(self, limits: tuple[LimitGiven, ...]) -> Given:
        """What the action takes."""
        said_ = self.cleaned_data
        papers = tuple(line.strip() for line in said_["components"].splitlines() if line.strip())
        return Given(
            name=" ".join(said_["name"].split()), field=said_["field"].strip(), valid_from=said_["valid_from"],
            limits=limits, components=papers, fees=said_["fees"].strip(), results=said_["results"].strip(),
        )  # fmt: skip


class LimitRow(forms.Form):
    """One limit: case, channel, number, unit. A row without a number and a unit is not used."""

    case = forms.CharField(label=_("Trường hợp"), required=False, max_length=300)
    channel = forms.ChoiceField(
        label=_("Hình thức nộp"), required=False, choices=[(one, CHANNEL_WORDS[one]) for one in CHANNELS]
    )
    total = forms.IntegerField(
        label=_("Số"), required=False, error_messages={"invalid": _("Số phải là số nguyên, ví dụ 5.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "num", "size": 4}),
    )  # fmt: skip
    unit = forms.ChoiceField(
        label=_("Đơn vị"), required=False, choices=[("", _("chọn đơn vị")), *TimeLimit.Unit.choices]
    )

    def limit(self) -> LimitGiven | None:
        """The limit; None for a row left blank."""
        given = self.cleaned_data
        if given.get("total") is None and not given.get("unit"):
            return None
        return LimitGiven(
            given.get("case", ""), given.get("channel", ""), given.get("total"), given.get("unit", "")
        )


def version_form(version: ProcedureVersion, components: list[str]) -> VersionForm:
    """The form as it is first shown."""
    return VersionForm(
        initial={
            "name": version.name, "field": version.field, "valid_from": f"{version.valid_from:%d/%m/%Y}",
            "components": "\n".join(components), "fees": version.fees, "results": version.results,
        }
    )  # fmt: skip


def limit_rows(version: ProcedureVersion) -> list[LimitRow]:
    """The rows as first shown, with some blank ones below."""
    limits = [
        {"case": one.case, "channel": one.channel, "total": one.total, "unit": one.unit}
        for one in version.limits.order_by("pk")
    ]
    blank: list[dict[str, Any]] = [{} for _n in range(EMPTY_ROWS)]
    return [LimitRow(initial=one, prefix=f"han-{n}") for n, one in enumerate([*limits, *blank])]


def sent_rows(data: Mapping[str, Any]) -> list[LimitRow]:
    """The rows as sent back."""
    count = sum(f"han-{n}-total" in data for n in range(MOST_LIMITS))
    return [LimitRow(data, prefix=f"han-{n}") for n in range(count)]


def limits_of_rows(rows: list[LimitRow]) -> tuple[LimitGiven, ...] | None:
    """What the rows say; None when one of them cannot be read."""
    if [row for row in rows if not row.is_valid()]:
        return None
    return tuple(limit for row in rows if (limit := row.limit()))
