"""Shapes of what is typed about the brief; what it means is decided by rules and actions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.briefing.choices import Choice
from chuan.briefing.words import READERS
from chuan.law import harms as law
from chuan.people.models import Official
from chuan.ui.widgets import VietnameseDateField

AREA = {"rows": 3}
HOURS = [f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in range(5 * 60, 17 * 60 + 1, 15)]
"""Every quarter of an hour of a working day."""


class AskForm(forms.Form):
    """Whom, by when, and a word."""

    official = forms.ChoiceField(label=_("Người làm"))
    due_on = VietnameseDateField(label=_("Hạn"))
    words = forms.CharField(
        label=_("Nội dung"), required=False, max_length=500, widget=forms.Textarea(AREA),
        help_text=_("Để trống thì lấy nguyên dòng của bản tin."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.uid): one for one in people}
        choices = [("", _("Chọn người")), *((uid, one.name) for uid, one in self.people.items())]
        self.fields["official"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Official:
        """The official chosen."""
        return self.people[self.cleaned_data["official"]]


class NoteForm(forms.Form):
    """What was done, or why."""

    def __init__(
        self, *args: Any, label: str = "", needed: bool = True, longest: int = 1000, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        note = forms.CharField(label=_("Đã làm gì"), max_length=longest, widget=forms.Textarea(AREA))
        self.fields["note"] = note
        self.fields["note"].required = needed
        if label:
            self.fields["note"].label = label


class ChoiceForm(forms.Form):
    """Whether, when, for whom; what comes first."""

    on = forms.BooleanField(label=_("Làm bản tin mỗi sáng ngày làm việc"), required=False)
    hour = forms.ChoiceField(label=_("Giờ có bản tin"), choices=[(one, one) for one in HOURS])
    readers = forms.MultipleChoiceField(
        label=_("Ai đọc"), choices=list(READERS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    citation = forms.CharField(
        label=_("Văn bản, nếu có"), required=False, max_length=300,
        help_text=_("Ghi khi đổi thứ tự theo quy chế làm việc."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["order"] = forms.CharField(
            label=_("Thứ tự nặng nhẹ"), required=False, widget=forms.Textarea({"rows": len(law.titles())}),
            help_text=_("Mỗi dòng một loại việc, nặng nhất ở trên. Đổi chỗ các dòng để đổi thứ tự."),
        )  # fmt: skip

        self.order_fields(["on", "hour", "readers", "order", "citation"])

    def clean_order(self) -> tuple[str, ...]:
        """Kinds by their words, the heaviest first."""
        keys = {title: key for key, title in law.titles().items()}
        lines = [line.strip() for line in self.cleaned_data["order"].splitlines() if line.strip()]
        for line in lines:
            if line not in keys:
                raise forms.ValidationError(
                    _("Không có loại việc “%s”. Chép đúng tên trong danh sách.") % line
                )
        return tuple(dict.fromkeys(keys[line] for line in lines))

    @property
    def choice(self) -> Choice:
        """What was chosen."""
        given = self.cleaned_data
        return Choice(given["on"], time.fromisoformat(given["hour"]), tuple(given["readers"]), given["order"])
