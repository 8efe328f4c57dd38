"""The shape of what citizens and keepers type about surveys; what it means is decided by rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.rules.refusals.surveys import FirstMarkMissing, MarkOffScale
from chuan.rules.surveys import MOST_OWN, MOST_WORDS, Question, Told
from chuan.satisfaction.models import Survey
from chuan.ui.widgets import VietnameseDateField

MARKS: tuple[tuple[int, str | Promise], ...] = (
    (5, _("rất hài lòng")), (4, _("hài lòng")), (3, _("bình thường")), (2, _("không hài lòng")),
    (1, _("rất không hài lòng")),
)  # fmt: skip
"""The marks in words, the best first."""


class AnswerForm(forms.Form):
    """A survey's questions, a field of work, words. Mark and trap stand beside it, in the page."""

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.survey = survey
        first, *others = survey.questions
        self.fields[first.key] = _mark(first, MARKS, required=True)
        for one in others:
            self.fields[one.key] = _mark(one, (*MARKS, ("", _("không có ý kiến"))), required=False)
        if survey.fields:
            self.fields["field"] = forms.ChoiceField(
                label=_("Ông/bà làm việc gì hôm nay"), required=False, help_text=_("Không bắt buộc."),
                choices=[("", _("không chọn")), *((one, one) for one in survey.fields)],
            )  # fmt: skip
        self.fields["words"] = forms.CharField(
            label=_("Góp ý thêm"), required=False, max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Không ghi tên, số điện thoại của ai. Việc cần giải quyết thì gửi nơi tiếp công dân."),
        )  # fmt: skip

    @property
    def first(self) -> forms.BoundField:
        """The question that counts."""
        return self[self.survey.questions[0].key]

    @property
    def others(self) -> list[forms.BoundField]:
        """The questions nobody has to answer."""
        return [self[one.key] for one in self.survey.questions[1:]]

    @property
    def rest(self) -> list[forms.BoundField]:
        """Field of work and words."""
        return [self[name] for name in ("field", "words") if name in self.fields]

    def told(self) -> Told:
        """What was chosen and written, tidied by rules later."""
        given = self.cleaned_data
        marks = {one.key: int(given[one.key]) for one in self.survey.questions if given.get(one.key)}
        return Told(marks, given["words"], given.get("field", ""))


def _mark(question: Question, choices: Sequence[Any], *, required: bool) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=question.words, choices=choices, widget=forms.RadioSelect, required=required,
        initial=None if required else "",
        error_messages={"required": FirstMarkMissing().sentence, "invalid_choice": MarkOffScale().sentence},
    )  # fmt: skip


class OpenForm(forms.Form):
    """A new survey: its name, its days, which questions, the unit's own."""

    title = forms.CharField(
        label=_("Tên khảo sát"), max_length=160, help_text=_("Người dân đọc tên này ở đầu phiếu.")
    )
    first = VietnameseDateField(label=_("Nhận phiếu từ ngày"))
    last = VietnameseDateField(label=_("Đến hết ngày"))
    chosen = forms.MultipleChoiceField(
        label=_("Hỏi thêm những câu nào"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Câu hài lòng chung luôn có. Càng ít câu càng nhiều người trả lời."),
    )  # fmt: skip
    own = forms.CharField(
        label=_("Câu hỏi riêng của đơn vị"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một câu, tối đa %s câu; trả lời theo năm mức hài lòng.") % MOST_OWN,
    )  # fmt: skip
    citation = forms.CharField(
        label=_("Theo kế hoạch, quyết định"), required=False, max_length=200,
        help_text=_("Phải ghi khi có câu hỏi riêng."),
    )  # fmt: skip

    def __init__(self, *args: Any, proposed: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(one.key, one.words) for one in proposed[1:]]  # type: ignore[attr-defined]


class WhyForm(forms.Form):
    """A reason."""

    why = forms.CharField(label=_("Lý do"), max_length=300, required=False)
