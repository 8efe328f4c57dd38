"""The shape of what comes in while a petition is sorted; meaning is checked by the actions."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.documents.knowing import serving
from chuan.people.models import Official
from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.sorting import Said
from chuan.petitions.models import Petition
from chuan.petitions.permissions import SECRET_KINDS, handlers_in
from chuan.petitions.sorting.outcomes import Act, Need
from chuan.rules.petitions import Question
from chuan.ui.widgets import VietnameseDateField

DAY = "ngay"
ASKED = "hoi"
"""Names in the address of the guided decision, beside the keys of its questions."""


class DayForm(forms.Form):
    """The day whose law the questions are of."""

    ngay = VietnameseDateField(
        label=later("Xem xét ngày"), help_text=later("Quy định của ngày này được áp dụng.")
    )


class QuestionForm(forms.Form):
    """One question of the guided decision: its answers as radios, nothing chosen before."""

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[question.key] = forms.ChoiceField(
            label=question.text,
            choices=[(one.key, one.text[:1].upper() + one.text[1:]) for one in question.answers],
            widget=forms.RadioSelect,
            error_messages={"required": _("Chọn một câu trả lời.")},
        )


class OutcomeForm(forms.Form):
    """What an outcome asks for; parts that it does not ask for are left out."""

    on = VietnameseDateField(label=later("Ngày"), help_text=later("Ngày việc đã xảy ra."))
    where = forms.CharField(
        label=later("Cơ quan nhận"), max_length=160, required=False,
        help_text=later("Tên cơ quan, không ghi tên người."),
    )  # fmt: skip
    official = forms.ModelChoiceField(
        label=later("Giao cho"), queryset=Official.objects.none(), to_field_name="uid", required=False,
        empty_label=later("Chọn cán bộ"),
        error_messages={"invalid_choice": later("Chọn một cán bộ đang làm việc ở đơn vị.")},
    )  # fmt: skip
    reason = forms.CharField(
        label=later("Lý do"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    paper = forms.CharField(
        label=later("Số, ký hiệu văn bản đã ký"),
        max_length=80,
        required=False,
        help_text=later("Viết như 12/TB-UBND."),
    )
    paper_on = VietnameseDateField(
        label=later("Ngày ký văn bản"),
        required=False,
        help_text=later("Để trống nếu ký cùng ngày ghi ở trên."),
    )
    told_sender = forms.BooleanField(label=later("Đã báo người tố cáo việc thụ lý"), required=False)
    told_accused = forms.BooleanField(
        label=later("Đã báo người bị tố cáo, chỉ nội dung tố cáo"), required=False
    )
    several = forms.BooleanField(
        label=later("Phải kiểm tra danh tính ở nhiều nơi, hoặc nhờ cơ quan khác kiểm tra"), required=False,
        help_text=later("Thời hạn phân loại dài hơn."),
    )  # fmt: skip

    def __init__(self, petition: Petition, asked: Act, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for name in _left_out(asked):
            del self.fields[name]
        if "official" in self.fields:
            field = cast("forms.ModelChoiceField[Official]", self.fields["official"])
            field.queryset = serving(petition.owner_unit, on)
            offered = handlers_in(petition.owner_unit, on)
            field.choices = [("", field.empty_label or ""), *((one.uid, one.name) for one in offered)]
        if "reason" in self.fields:
            self.fields["reason"].help_text = _reason_hint(petition, asked)
            if asked.verb == "ask":
                self.fields["reason"].label = _("Cần bổ sung gì")
        for name, need in (("paper", asked.paper), ("reason", asked.reason)):
            if need is Need.MAY and name in self.fields:
                self.fields[name].label = _("%s (nếu có)") % self.fields[name].label

    def said(self) -> Said:
        """What was typed, for the action."""
        given = self.cleaned_data
        number = " ".join(given.get("paper", "").split())
        return Said(
            on=given["on"],
            paper=Paper(number, given.get("paper_on") or given["on"]) if number else None,
            reason=given.get("reason", ""),
            where=given.get("where", ""),
            official=given.get("official"),
            both=bool(given.get("told_sender") and given.get("told_accused")),
            several_places=bool(given.get("several")),
        )


def _left_out(asked: Act) -> list[str]:
    parts = {
        "where": asked.where is Need.NO,
        "official": asked.official is Need.NO,
        "reason": asked.reason is Need.NO,
        "paper": asked.paper is Need.NO,
        "paper_on": asked.paper is Need.NO,
        "told_sender": not asked.both,
        "told_accused": not asked.both,
        "several": not asked.several,
    }
    return [name for name, left_out in parts.items() if left_out]


def _reason_hint(petition: Petition, asked: Act) -> str:
    if petition.kind in SECRET_KINDS:
        return _("Một, hai câu. Không ghi tên, địa chỉ hay điều gì cho biết người tố cáo.")
    return _("Một, hai câu để người gửi hiểu; văn bản gửi đi cũng ghi lý do này.")
