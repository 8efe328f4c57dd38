"""Which paper the plan is held against: one that is read here already, or its words pasted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Reading

LONGEST = 200_000


class BaseForm(forms.Form):
    """A reading of Văn bản, or pasted words; one of them."""

    reading = forms.ChoiceField(
        label=_("Văn bản đã đọc ở Văn bản"), required=False,
        error_messages={"invalid_choice": _("Văn bản này không còn trong danh sách. Chọn lại một mục đang có.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Hoặc dán đoạn liệt kê chỉ tiêu"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}), help_text=_("Mỗi chỉ tiêu một dòng, giữ nguyên câu của văn bản."),
        error_messages={"max_length": _("Dài quá %(limit_value)s chữ. Chỉ dán đoạn liệt kê chỉ tiêu.")},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, readings: Sequence[Reading]) -> None:
        super().__init__(data)
        self.readings = {str(one.uid): one for one in readings}
        offered = [(uid, one.document.title[:120]) for uid, one in self.readings.items()]
        field = cast("forms.ChoiceField", self.fields["reading"])
        field.choices = [("", _("không chọn")), *offered]

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two."""
        given = cast("dict[str, Any]", super().clean() or self.cleaned_data)
        chosen, typed = given.get("reading"), given.get("text")
        if not self.errors and bool(chosen) == bool(typed):
            self.add_error("text", _("Chọn một văn bản hoặc dán đoạn chỉ tiêu, một trong hai."))
        return given

    def paper(self) -> str:
        """The words to compare with, once valid."""
        chosen = self.cleaned_data["reading"]
        return self.readings[chosen].text if chosen else str(self.cleaned_data["text"])
