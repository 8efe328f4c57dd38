"""Filters of the list of imports, and files on their way in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.utils import ErrorDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chuan.exchange.tables import TABLES
from chuan.intake.models import Import
from chuan.rules.refusals import TableTooBig

ACCEPTED = ".xlsx,.xls,.ods,.csv,.docx,.html,.htm"
MOST_FILES = 20
WAITING = "cho"
"""Filter: whatever waits for a person, columns to map or a preview to confirm."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Wanted:
    """What the list is asked for; empty fields ask for everything."""

    words: str = ""
    register: str = ""
    status: str = ""
    year: int | None = None


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo tên tệp, nguồn, người nạp"), required=False, max_length=200)
    so = forms.ChoiceField(label=_("Sổ"), required=False)
    trang_thai = forms.ChoiceField(label=_("Trạng thái"), required=False)
    nam = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)

    def __init__(
        self, *args: Any, years: Sequence[int], registers: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = cast("dict[str, forms.ChoiceField]", self.fields)
        choices["so"].choices = [("", _("Mọi sổ")), *registers]
        waiting = (WAITING, _("chờ người xem"))
        choices["trang_thai"].choices = [("", _("Mọi trạng thái")), waiting, *Import.Status.choices]
        choices["nam"].choices = [("", _("Mọi năm")), *((str(y), _("năm %s") % y) for y in years)]

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            given.get("tim", ""), given.get("so", ""), given.get("trang_thai", ""), given.get("nam")
        )


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class SeveralFilesField(forms.FileField):
    """Several files; each is checked like one. Gives a list."""

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """Every file, or the first sentence that is wrong."""
        one = super().clean
        if not isinstance(data, list | tuple):
            data = [data] if data else []
        if len(data) > MOST_FILES:
            raise forms.ValidationError(
                gettext("Đã chọn %(n)s tệp, mỗi lần nạp tối đa %(most)s tệp. Bỏ bớt rồi nạp thành nhiều lần.")
                % {"n": len(data), "most": MOST_FILES}
            )
        return [one(file, initial) for file in data] or [one(None, initial)]


class UploadForm(forms.Form):
    """Files of other systems; each becomes an import. Sizes are refused before bytes are read."""

    tep = SeveralFilesField(
        label=_("Tệp xuất từ hệ thống nguồn"),
        help_text=_(
            "Nhận .xlsx, .xls, .ods, .csv, .docx; mỗi tệp tối đa %(limit)s MB, nhiều tệp một lúc được."
        )
        % {"limit": TABLES.file_bytes // _MEGABYTE},
        max_length=200,
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn tệp xuất từ hệ thống nguồn."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        widget=SeveralFiles(attrs={"accept": ACCEPTED}),
    )

    def __init__(self, *args: Any, dropped: Sequence[str] = (), **kwargs: Any) -> None:
        """``dropped`` are files that outgrew the limit while they came in: none of their bytes was kept."""
        super().__init__(*args, **kwargs)
        self.dropped = dropped

    def full_clean(self) -> None:
        """A dropped file is said by its name; that no file is left then goes without saying."""
        super().full_clean()
        if self.is_bound and self.dropped:
            self._errors = ErrorDict({"tep": self.error_class([_over(name) for name in self.dropped])})

    def clean_tep(self) -> list[UploadedFile[Any]]:
        """None over the limit."""
        files: list[UploadedFile[Any]] = self.cleaned_data["tep"]
        for file in files:
            if (size := file.size or 0) > TABLES.file_bytes:
                refused = TableTooBig(megabytes=-(-size // _MEGABYTE), limit=TABLES.file_bytes // _MEGABYTE)
                raise forms.ValidationError(f"{file.name}: {refused.sentence}", code=refused.code)
        return files


def _over(name: str) -> str:
    limit = TABLES.file_bytes // _MEGABYTE
    said = gettext("%(name)s: tệp nặng hơn %(limit)s MB nên không nhận.") % {"name": name, "limit": limit}
    return f"{said} {TableTooBig.do}"
