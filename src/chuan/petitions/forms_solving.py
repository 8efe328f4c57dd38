"""The shape of what comes in on the pages of solving; meaning is checked by the actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.documents.knowing import serving
from chuan.documents.models import Document
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import Paper
from chuan.petitions.permissions import SECRET_KINDS, handlers_in
from chuan.petitions.receiving.whole_letters import may_hold_sender
from chuan.petitions.solving.cases import Case
from chuan.rules.petitions.clocks import longest_prolongation
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

NO_NAMES = _("Không ghi tên, địa chỉ hay điều gì cho biết người tố cáo.")
_WORDS = forms.Textarea(attrs={"rows": 4})


class StepForm(forms.Form):
    """A step: its day (today unless another is typed), the paper it rests on, what there is to say.

    ``labels`` and ``hints`` are those of one act. On a denunciation each box for words says what not to write.
    """

    on = VietnameseDateField(label=_("Ngày"))
    number = forms.CharField(label=_("Số, ký hiệu văn bản"), required=False, max_length=160)
    text = forms.CharField(label=_("Nội dung"), required=False, max_length=4000, widget=_WORDS)

    field_order: Iterable[str] | None = None
    labels: ClassVar[dict[str, str | Promise]] = {}
    hints: ClassVar[dict[str, str | Promise]] = {}

    def __init__(
        self, *args: Any, case: Case, viewer: Viewer, drafted: Document | None = None, **kwargs: Any
    ) -> None:
        paper = {"number": drafted.full_number, "on": drafted.issued_on or case.today} if drafted else {}
        kwargs.setdefault("initial", {"on": case.today, **self.first(case), **paper})
        super().__init__(*args, **kwargs)
        self.case, self.viewer = case, viewer
        for name, label in self.labels.items():
            self.fields[name].label = str(label)
        for name, hint in self.hints.items():
            self.fields[name].help_text = str(hint)
        self.suit(case, viewer)
        if case.petition.kind in SECRET_KINDS and "text" in self.fields:
            own = self.fields["text"].help_text
            self.fields["text"].help_text = f"{own} {NO_NAMES}".strip()

    def first(self, case: Case) -> dict[str, Any]:
        """What stands in the boxes before anything is typed, besides the day."""
        return {}

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Fit choices and labels to the case."""

    def given(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        found = dict(self.cleaned_data)
        if "number" in self.fields:
            found["paper"] = Paper(found.pop("number"), found["on"])
        return found


class AssignForm(StepForm):
    """Who has the case from now on."""

    official = forms.ModelChoiceField(
        label=_("Giao cho"), queryset=Official.objects.none(), empty_label=_("Chọn người"),
        help_text=_("Người có liên quan tới nội dung đơn không có trong danh sách."),
    )  # fmt: skip
    field_order = ("official", "on", "number", "text")
    labels: ClassVar = {
        "on": _("Ngày giao"),
        "number": _("Số, ký hiệu quyết định giao"),
        "text": _("Phải làm rõ việc gì"),
    }
    hints: ClassVar = {"number": _("Lãnh đạo giao trực tiếp thì để trống.")}

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Officials who work on cases and whom the petition is not about."""
        offer_officials(self, but_concerned=True, workers=True)

    def first(self, case: Case) -> dict[str, Any]:
        """What it is about stands in the petition already."""
        return {"text": case.petition.text}


class PlanForm(StepForm):
    """The plan of verifying."""

    until = VietnameseDateField(label=_("Xác minh xong trước hết ngày"), required=False)
    field_order = ("text", "until", "on", "number")
    labels: ClassVar = {
        "on": _("Ngày lập kế hoạch"),
        "number": _("Số, ký hiệu kế hoạch (nếu có)"),
        "text": _("Xác minh nội dung gì, làm việc với ai"),
    }

    def first(self, case: Case) -> dict[str, Any]:
        """Within the lawful day."""
        return {"until": case.due_on}


class MinutesForm(StepForm):
    """A working session."""

    field_order = ("text", "on", "number")
    labels: ClassVar = {
        "on": _("Ngày làm việc"),
        "number": _("Số, ký hiệu biên bản (nếu có)"),
        "text": _("Làm việc về việc gì, kết quả"),
    }


class EvidenceForm(StepForm):
    """A document or proof that was received."""

    file = forms.FileField(
        label=_("Tệp (nếu có)"), required=False, max_length=200,
        help_text=_("PDF, Word, Excel hoặc ảnh, không quá 10 MB. Tên tệp không được giữ."),
        error_messages={"max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại.")},
    )  # fmt: skip
    declared = forms.BooleanField(
        label=_("Đã xem từng trang: tệp không có tên, địa chỉ, bút tích hay điều gì cho biết người tố cáo"),
        required=False,
    )
    field_order = ("text", "on", "number", "file", "declared")
    labels: ClassVar = {
        "on": _("Ngày nhận"),
        "number": _("Số, ký hiệu (nếu có)"),
        "text": _("Tài liệu, chứng cứ gì, ai giao"),
    }

    def suit(self, case: Case, viewer: Viewer) -> None:
        """The declaration is asked for where there is a denouncer to protect."""
        if may_hold_sender(case.petition):
            del self.fields["declared"]


class DetermineForm(StepForm):
    """How hard the case is."""

    met = VietnameseNumberField(label=_("Số tiêu chí mà văn bản nêu"), whole=True, least=0, most=100)
    field_order = ("on", "number", "met", "text")
    labels: ClassVar = {
        "on": _("Ngày ký văn bản xác định"),
        "number": _("Số, ký hiệu văn bản xác định"),
        "text": _("Tiêu chí nào"),
    }

    def first(self, case: Case) -> dict[str, Any]:
        """One criterion is what most cases have."""
        return {"met": 1}

    def given(self) -> dict[str, Any]:
        """A whole number."""
        return {**super().given(), "met": int(self.cleaned_data["met"])}


class ProlongForm(StepForm):
    """A longer period."""

    days = VietnameseNumberField(label=_("Gia hạn thêm số ngày"), whole=True, least=1, most=400)
    field_order = ("on", "number", "days", "text")
    labels: ClassVar = {
        "on": _("Ngày ký văn bản gia hạn"),
        "number": _("Số, ký hiệu văn bản gia hạn"),
        "text": _("Lý do"),
    }

    def first(self, case: Case) -> dict[str, Any]:
        """As many days as the law allows at once."""
        return {"days": self._most(case) or None}

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Say the most that one prolongation may have."""
        if most := self._most(case):
            self.fields["days"].help_text = str(_("Mỗi lần nhiều nhất %s ngày.")) % most

    def given(self) -> dict[str, Any]:
        """A whole number."""
        return {**super().given(), "days": int(self.cleaned_data["days"])}

    def _most(self, case: Case) -> int:
        return longest_prolongation(case.solving.clock, case.facts, case.values) if case.solving else 0


class TalkNoticeForm(StepForm):
    """A dialogue announced."""

    held_on = VietnameseDateField(label=_("Ngày đối thoại"))
    text = forms.CharField(label=_("Nơi đối thoại"), required=False, max_length=300)
    field_order = ("held_on", "text", "on", "number")
    labels: ClassVar = {"on": _("Ngày thông báo"), "number": _("Số, ký hiệu thông báo")}

    def given(self) -> dict[str, Any]:
        """The place under its own name."""
        found = super().given()
        place = found.pop("text")
        return {**found, "place": place}


class TalkForm(StepForm):
    """A dialogue held, or that who complained stayed away."""

    official = forms.ModelChoiceField(
        label=_("Người chủ trì"),
        queryset=Official.objects.none(),
        required=False,
        empty_label=_("Chọn người"),
    )
    copies = VietnameseNumberField(label=_("Biên bản lập mấy bản"), whole=True, least=0, most=1000)
    absent = forms.BooleanField(label=_("Người khiếu nại vắng mặt không có lý do chính đáng"), required=False)
    field_order = ("on", "official", "text", "copies", "absent", "number")
    labels: ClassVar = {
        "on": _("Ngày đối thoại"),
        "number": _("Số, ký hiệu biên bản (nếu có)"),
        "text": _("Diễn biến, kết quả"),
    }

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Officials of the unit."""
        offer_officials(self, but_concerned=False)

    def first(self, case: Case) -> dict[str, Any]:
        """As many copies as the law asks for; the Chairman leads."""
        least = case.values.get("complaint.dialogue.copies")
        return {"copies": least.whole if least else 3}

    def given(self) -> dict[str, Any]:
        """A whole number."""
        return {**super().given(), "copies": int(self.cleaned_data["copies"])}


def offer_officials(form: StepForm, *, but_concerned: bool, workers: bool = False) -> None:
    """Let officials who serve on the day be chosen.

    Not offered, though understood: who the petition is about, and with ``workers`` who holds no role of work.
    """
    field = cast("forms.ModelChoiceField[Official]", form.fields["official"])
    field.queryset = serving(form.viewer.unit, form.viewer.on)
    gone = set(form.case.petition.concerned.values_list("official_id", flat=True)) if but_concerned else set()
    offered = handlers_in(form.viewer.unit, form.viewer.on) if workers else field.queryset
    named = [(one.pk, one.name) for one in offered if one.pk not in gone]
    field.choices = [("", field.empty_label or ""), *named]
