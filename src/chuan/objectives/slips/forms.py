"""One card of a slip: the boxes of a figure, the paper it comes from, a file; the rest folded away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.objectives.figure_forms import FigureForm
from chuan.objectives.models import Indicator
from chuan.rules.papers_named import NamedPaper
from chuan.ui.widgets import VietnameseDateField

BOXES = ("numerator", "denominator", "value", "yes_no")
PAPER = ("paper_number", "paper_day")
FOLDED = ("stage", "grade", "to_date")
TAKEN = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg"


class SlipForm(FigureForm):
    """The form of a figure, short: ``last`` is the paper of the last figure, offered with number and day left open."""

    def __init__(
        self, *args: Any, indicator: Indicator, last: NamedPaper | None, on: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, indicator=indicator, **kwargs)
        self.last = last
        self.fields.pop("names", None)
        if "yes_no" in self.fields:
            self.fields["yes_no"].required = False
        self.fields["evidence_file"].widget.attrs["accept"] = TAKEN
        self.fields["evidence_file"].label = _("Ảnh chụp hoặc tệp")
        self.fields["evidence_file"].help_text = ""
        note = self.fields["evidence_note"]
        note.label = _("Hoặc văn bản khác") if last else _("Lấy từ văn bản nào")
        note.help_text = "" if last else _("Số và ngày, như Báo cáo 45/BC-UBND ngày 03/10/2021.")
        if last is not None:
            self.fields.update(_paper(last, on))
        self.fields["sure"] = forms.BooleanField(label=_("Tôi đã xem lại, số này đúng"), required=False)

    def clean(self) -> dict[str, Any]:
        """The paper's two parts belong together; together they are the note."""
        given = super().clean() or self.cleaned_data
        number, day = given.get("paper_number"), given.get("paper_day")
        if number and not day and "paper_day" not in self.errors:
            self.add_error("paper_day", _("Chưa ghi ngày của văn bản. Viết như 30/09/2021."))
        if day and not number and "paper_number" not in self.errors:
            self.add_error("paper_number", _("Chưa ghi số của văn bản. Ghi phần số, như 45."))
        if number and day and self.last is not None:
            both = given.get("evidence_note")
            given["evidence_note"] = both or self.last.renewed(number, day).words
        return given

    @property
    def boxes(self) -> list[forms.BoundField]:
        """Where the figure goes, in the order of the whole form: what is copied from a paper is copied downwards."""
        return [self[name] for name in self.fields if name in BOXES]

    @property
    def paper(self) -> list[forms.BoundField]:
        """Number and day of the paper of the same kind as last time."""
        return [self[name] for name in PAPER if name in self.fields]

    @property
    def folded(self) -> list[forms.BoundField]:
        """What seldom differs."""
        return [self[name] for name in FOLDED if name in self.fields]


def has_typed(data: Mapping[str, Any], prefix: str) -> bool:
    """Whether somebody put a figure into the card."""
    return any(str(data.get(f"{prefix}-{name}", "")).strip() for name in BOXES)


def _paper(last: NamedPaper, on: date) -> dict[str, forms.Field]:
    return {
        "paper_number": forms.RegexField(
            r"^\s*\d{1,6}\s*$", required=False, label=_("Số …/%(symbol)s") % {"symbol": last.symbol},
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={"invalid": _("Chỉ ghi phần số của văn bản, như 45.")},
        ),
        "paper_day": VietnameseDateField(required=False, label=_("Ngày văn bản"), latest=on),
    }  # fmt: skip
