"""Forms of the map of processes: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.law.processes import ProposedProcess
from chuan.offers import measures
from chuan.people.models import Post
from chuan.processes.actions import Written
from chuan.processes.models import Hand, Process
from chuan.ui.widgets import VietnameseDateField

Choice = tuple[str, str | Promise]


class ProcessForm(forms.Form):
    """What is written of one process."""

    code = forms.CharField(label=_("Mã"), max_length=40, help_text=_("Ngắn, không trùng, ví dụ QT-01."))
    name = forms.CharField(label=_("Tên quá trình"), max_length=200)
    kind = forms.ChoiceField(label=_("Thuộc nhóm"), choices=Process.Kind.choices, widget=forms.RadioSelect)
    purpose = forms.CharField(label=_("Để làm gì"), max_length=500, required=False)
    takes = forms.CharField(
        label=_("Nhận vào"),
        max_length=500,
        required=False,
        help_text=_("Bắt đầu từ đâu: hồ sơ, văn bản, yêu cầu."),
    )
    gives = forms.CharField(
        label=_("Làm ra"), max_length=500, required=False,
        help_text=_("Kết quả giao cho ai: quyết định, giấy tờ, báo cáo."),
    )  # fmt: skip
    outside = forms.CharField(
        label=_("Ai ngoài đơn vị làm một phần"), max_length=300, required=False,
        help_text=_("Bưu chính, nhà cung cấp phần mềm, cơ quan cùng giải quyết. Không có thì để trống."),
    )  # fmt: skip
    clauses = forms.CharField(
        label=_("Điều của tiêu chuẩn"),
        max_length=300,
        required=False,
        help_text=_("Số điều, ví dụ 8.5.1, 8.6."),
    )
    measures = forms.MultipleChoiceField(
        label=_("Thước đo"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Chuẩn đếm sẵn từ các sổ. Chưa có thước đo phù hợp thì để trống."),
    )  # fmt: skip
    document = forms.ChoiceField(label=_("Tài liệu mô tả"), required=False)
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)

    def __init__(self, *args: Any, documents: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measures"].choices = [(one.key, one.title) for one in measures.every()]  # type: ignore[attr-defined]
        self.fields["document"].choices = [("", _("chưa có")), *documents]  # type: ignore[attr-defined]

    @property
    def written(self) -> Written:
        """What was typed, once the form is valid."""
        given = self.cleaned_data
        return Written(
            code=given["code"], name=given["name"], kind=given["kind"], purpose=given["purpose"], takes=given["takes"],
            gives=given["gives"], outside=given["outside"], clauses=given["clauses"],
            measures=" ".join(given["measures"]),
            document_uid=UUID(given["document"]) if given["document"] else None, citation=given["citation"],
        )  # fmt: skip


class NewProcessForm(ProcessForm):
    """The same with the day it begins."""

    since = VietnameseDateField(label=_("Có từ ngày"))

    field_order = ("code", "name", "kind", "since")


def initial_of(process: Process) -> dict[str, Any]:
    """What the form shows of a process before anything is typed."""
    names = ("code", "name", "kind", "purpose", "takes", "gives", "outside", "citation")
    return {
        **{name: getattr(process, name) for name in names},
        "clauses": ", ".join(process.clauses.split()),
        "measures": process.measures.split(),
        "document": str(process.document_uid or ""),
    }


class ProposalForm(forms.Form):
    """Which lines of the proposed set the unit takes over, and from when."""

    chosen = forms.MultipleChoiceField(
        label=_("Lấy những quá trình nào"), required=False, widget=forms.CheckboxSelectMultiple
    )
    since = VietnameseDateField(label=_("Có từ ngày"))

    def __init__(self, *args: Any, proposed: Iterable[ProposedProcess], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chosen"].choices = [(one.code, f"{one.code} {one.name}") for one in proposed]  # type: ignore[attr-defined]


class PartForm(forms.Form):
    """Which post gets which part, from when, by which paper."""

    post = forms.ChoiceField(label=_("Chức danh"))
    part = forms.ChoiceField(
        label=_("Việc"), choices=Hand.Part.choices, widget=forms.RadioSelect,
        help_text=_("Chỉ một chức danh chịu trách nhiệm; giao chức danh mới thì chức danh trước thôi từ ngày ấy."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Từ ngày"))
    citation = forms.CharField(label=_("Văn bản phân công"), max_length=300, required=False)

    def __init__(self, *args: Any, posts: Iterable[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [(str(one.uid), one.title) for one in posts]  # type: ignore[attr-defined]


class UntilForm(forms.Form):
    """From which day no more, by which paper."""

    until = VietnameseDateField(label=_("Thôi từ ngày"))
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)


class TakePartForm(UntilForm):
    """Which of the standing parts ends."""

    hand = forms.ChoiceField(label=_("Phân công nào"))

    field_order = ("hand", "until", "citation")

    def __init__(self, *args: Any, hands: Iterable[Hand], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hand"].choices = [  # type: ignore[attr-defined]
            (str(one.pk), f"{one.post.title}: {one.get_part_display()}") for one in hands
        ]
