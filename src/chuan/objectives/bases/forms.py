"""Which paper the plan is held against: a file dropped here, one that is read already, or its words pasted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Reading
from chuan.objectives.bases.papers import Given, from_basis, from_file, from_reading
from chuan.objectives.models import Basis, Round
from chuan.rules.base_compare_paper import read_paper

LONGEST = 200_000
BEFORE = "can-cu-"
"""Begins the choice of a paper that was kept here before."""


class BaseForm(forms.Form):
    """A file, a reading of Văn bản, or pasted words; one of them. Whoever plans may drop a file."""

    file = forms.FileField(
        label=_("Nạp tệp của căn cứ"), required=False,
        help_text=_("Word, PDF, Excel hoặc bản quét 1–2 trang, không quá 20 MB. Không nạp văn bản mật. "
                    "Tệp được giữ cùng bản so."),
    )  # fmt: skip
    reading = forms.ChoiceField(
        label=_("Văn bản đã đọc ở Văn bản"), required=False,
        error_messages={"invalid_choice": _("Văn bản này không còn trong danh sách. Chọn lại một mục đang có.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Hoặc dán đoạn liệt kê chỉ tiêu"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}), help_text=_("Mỗi chỉ tiêu một dòng, giữ nguyên câu của văn bản."),
        error_messages={"max_length": _("Dài quá %(limit_value)s chữ. Chỉ dán đoạn liệt kê chỉ tiêu.")},
    )  # fmt: skip
    after = forms.ChoiceField(
        label=_("Thay cho căn cứ đã giữ"), required=False,
        error_messages={"invalid_choice": _("Căn cứ này không còn trong danh sách. Chọn lại một mục đang có.")},
    )  # fmt: skip
    round = forms.ChoiceField(
        label=_("Dùng cho"), required=False,
        error_messages={"invalid_choice": _("Đợt này không còn mở. Chọn lại một mục đang có.")},
    )  # fmt: skip

    def __init__(
        self, data: Any = None, files: Any = None, *, readings: Sequence[Reading], before: Sequence[Basis] = (),
        standing: Sequence[Basis] = (), rounds: Sequence[Round] = (), year: int, may_keep: bool,
    ) -> None:  # fmt: skip
        super().__init__(data, files)
        self.readings = {str(one.uid): one for one in readings}
        self.before = {f"{BEFORE}{one.uid}": one for one in before}
        self.standing = {str(one.uid): one for one in standing}
        self.rounds = {str(one.uid): one for one in rounds}
        offered = [(uid, one.document.title[:120]) for uid, one in self.readings.items()]
        kept = [(uid, one.name[:120]) for uid, one in self.before.items()]
        self._offer("reading", [("", _("không chọn")), *kept, *offered])
        self._offer(
            "after", [("", _("không thay")), *((uid, one.name[:120]) for uid, one in self.standing.items())]
        )
        made = [(uid, _("xây dựng năm %s") % one.year) for uid, one in self.rounds.items()]
        self._offer("round", [("", _("mục tiêu năm %s") % year), *made])
        for name, wanted in (
            ("file", may_keep),
            ("after", may_keep and standing),
            ("round", may_keep and rounds),
        ):
            if not wanted:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Exactly one of the three."""
        given = cast("dict[str, Any]", super().clean() or self.cleaned_data)
        if not self.errors and sum(bool(given.get(one)) for one in ("file", "reading", "text")) != 1:
            said = (
                _("Nạp tệp, chọn một văn bản hoặc dán đoạn chỉ tiêu, một trong ba.")
                if "file" in self.fields
                else _("Chọn một văn bản hoặc dán đoạn chỉ tiêu, một trong hai.")
            )
            self.add_error("text", said)
        return given

    def given(self) -> Given:
        """The paper, once valid. Raises what reading a file refuses."""
        if self.cleaned_data.get("file"):
            return from_file(self.cleaned_data["file"])
        chosen = self.cleaned_data["reading"]
        if chosen in self.before:
            return from_basis(self.before[chosen])
        if chosen:
            return from_reading(self.readings[chosen])
        text = str(self.cleaned_data["text"])
        return Given(text, read_paper(text), "")

    def after_basis(self) -> Basis | None:
        """The paper that this one replaces."""
        return self.standing.get(self.cleaned_data.get("after") or "")

    def for_round(self) -> Round | None:
        """The round that it is meant for; None for the plan's own year."""
        return self.rounds.get(self.cleaned_data.get("round") or "")

    def _offer(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        cast("forms.ChoiceField", self.fields[name]).choices = list(choices)
