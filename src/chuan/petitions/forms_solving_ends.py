"""The shape of what comes in about the end of a case: decisions, withdrawal, publishing, what has to be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.forms_solving import StepForm, offer_officials
from chuan.petitions.models import Petition
from chuan.petitions.solving.cases import Case
from chuan.petitions.solving.words import RATINGS, SIGNS, WITHDRAWAL_QUESTIONS
from chuan.rules.petitions import Kind
from chuan.ui.widgets import VietnameseDateField


class DecisionForm(StepForm):
    """A signed decision with its reason."""

    field_order: Iterable[str] | None = ("on", "number", "text")
    labels: ClassVar = {
        "on": _("Ngày ký quyết định"),
        "number": _("Số, ký hiệu quyết định"),
        "text": _("Lý do, căn cứ"),
    }


class StopForm(DecisionForm):
    """A decision to stop."""

    withdrawn_on = VietnameseDateField(label=_("Ngày người khiếu nại rút toàn bộ khiếu nại"))
    field_order = ("withdrawn_on", "on", "number", "text")

    def suit(self, case: Case, viewer: Viewer) -> None:
        """A complaint is stopped because it was withdrawn whole; a denunciation never only because of that."""
        if case.petition.kind == Kind.DENUNCIATION:
            del self.fields["withdrawn_on"]
            self.fields["text"].help_text = str(_("Nêu căn cứ; riêng việc rút tố cáo chưa phải là căn cứ."))

    def first(self, case: Case) -> dict[str, Any]:
        """What is nearly always written of a complaint."""
        return (
            {"text": _("Người khiếu nại rút toàn bộ khiếu nại.")}
            if case.petition.kind == Kind.COMPLAINT
            else {}
        )

    def given(self) -> dict[str, Any]:
        """No day of withdrawal of a denunciation."""
        return {"withdrawn_on": None, **super().given()}


class SayForm(StepForm):
    """A day and words, no paper."""

    number = None  # type: ignore[assignment]
    field_order: Iterable[str] | None = ("text", "on")


class SendForm(SayForm):
    """The decision was sent."""

    labels: ClassVar = {"on": _("Ngày gửi"), "text": _("Đã gửi những nơi nào")}


class SupplyForm(SayForm):
    """What was added when asked."""

    labels: ClassVar = {"on": _("Ngày nhận bổ sung"), "text": _("Đã bổ sung điều gì")}


class WithdrawForm(SayForm):
    """A denunciation withdrawn: what has to be looked at."""

    labels: ClassVar = {"on": _("Ngày rút"), "text": _("Đã xem xét thế nào (nếu có)")}

    def suit(self, case: Case, viewer: Viewer) -> None:
        """One question for each thing to look at."""
        for key, words in WITHDRAWAL_QUESTIONS.items():
            self.fields[key] = forms.ChoiceField(
                label=str(words), choices=list(SIGNS.items()), initial="unseen"
            )
        self.order_fields(("on", *WITHDRAWAL_QUESTIONS, "text"))

    def given(self) -> dict[str, Any]:
        """The answers together."""
        found = super().given()
        signs = {key: found.pop(key) for key in WITHDRAWAL_QUESTIONS}
        return {**found, "signs": signs}


class PartForm(StepForm):
    """A part of a complaint withdrawn."""

    field_order = ("text", "on", "number")
    labels: ClassVar = {
        "on": _("Ngày rút"),
        "number": _("Số, ký hiệu biên bản hoặc đơn rút (nếu có)"),
        "text": _("Rút phần nào"),
    }


class ConcludeForm(StepForm):
    """What the examination found."""

    verdict = forms.ChoiceField(label=_("Kết quả"), widget=forms.RadioSelect)
    field_order = ("verdict", "on", "number", "text")

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Deliberately false is a word of denunciations alone."""
        denounced = case.petition.kind == Kind.DENUNCIATION
        kept = [Petition.Verdict.RIGHT, Petition.Verdict.PARTLY, Petition.Verdict.WRONG]
        kept += [Petition.Verdict.FALSE] if denounced else []
        names = _("Tố cáo %s") if denounced else _("Khiếu nại %s")
        choices = [(one.value, str(names) % one.label) for one in kept if one != Petition.Verdict.FALSE]
        choices += [(one.value, str(one.label).capitalize()) for one in kept if one == Petition.Verdict.FALSE]
        cast("forms.ChoiceField", self.fields["verdict"]).choices = choices
        what = _("kết luận") if denounced else _("quyết định")
        self.fields["on"].label = str(_("Ngày ký %s")) % what
        self.fields["number"].label = str(_("Số, ký hiệu %s")) % what
        self.fields["text"].label = str(_("Tóm tắt kết quả"))


class AnswerForm(StepForm):
    """An answer to feedback."""

    field_order = ("text", "on", "number")
    labels: ClassVar = {
        "on": _("Ngày trả lời"),
        "number": _("Số, ký hiệu văn bản (nếu có)"),
        "text": _("Đã trả lời điều gì"),
    }
    hints: ClassVar = {
        "text": _("Người gửi đọc được câu này khi tra mã ở trang phản ánh, nếu trang đang mở.")
    }


class PublishForm(SayForm):
    """A result published."""

    checked = forms.BooleanField(
        label=_("Đã xem lại: bản công khai không có điều gì cho biết người tố cáo"), required=False
    )
    field_order = ("text", "on", "checked")
    labels: ClassVar = {"on": _("Ngày công khai"), "text": _("Công khai ở đâu, bằng cách nào")}

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Asked where there is a denouncer to protect."""
        if case.petition.kind != Kind.DENUNCIATION:
            del self.fields["checked"]

    def given(self) -> dict[str, Any]:
        """Nothing to look for in others."""
        return {"checked": True, **super().given()}


class RateForm(SayForm):
    """How satisfied the sender is."""

    text = None  # type: ignore[assignment]
    rating = forms.ChoiceField(
        label=_("Người gửi đánh giá"), choices=list(RATINGS.items()), widget=forms.RadioSelect
    )
    field_order = ("rating", "on")
    labels: ClassVar = {"on": _("Ngày đánh giá")}


class TaskForm(StepForm):
    """What has to be done by the result."""

    official = forms.ModelChoiceField(
        label=_("Ai làm"), queryset=Official.objects.none(), empty_label=_("Chọn người")
    )
    due_on = VietnameseDateField(label=_("Làm xong trước hết ngày"))
    field_order = ("text", "official", "due_on", "on", "number")
    labels: ClassVar = {
        "on": _("Ngày giao"),
        "number": _("Theo văn bản (nếu có)"),
        "text": _("Việc phải làm"),
    }
    hints: ClassVar = {"text": _("Người được giao chỉ đọc được dòng này, không mở được đơn.")}

    def suit(self, case: Case, viewer: Viewer) -> None:
        """Of a denunciation nobody whom it is about."""
        offer_officials(self, but_concerned=case.petition.kind == Kind.DENUNCIATION)


class DoneForm(StepForm):
    """A task done. Shown to who may not know the case, so it takes none."""

    field_order = ("text", "on", "number")
    labels: ClassVar = {"on": _("Ngày làm xong"), "number": _("Văn bản (nếu có)"), "text": _("Đã làm gì")}


class FinishForm(SayForm):
    """The end of a case."""

    labels: ClassVar = {"on": _("Ngày kết thúc"), "text": _("Hồ sơ lưu ở đâu, số hồ sơ")}
