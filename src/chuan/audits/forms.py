"""Forms of this room: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.audits.covering import chapters
from chuan.law.iso9001 import asking, clauses
from chuan.offers.auditing import populations
from chuan.people.models import Official
from chuan.processes.models import Process
from chuan.rules.audits import GRADE_MEANINGS, GRADE_NAMES, MOST
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

_AS = _("Viết như 05/08/2026.")


def _choose(form: forms.Form, field: str, choices: Sequence[tuple[str, str]]) -> None:
    form.fields[field].choices = choices  # type: ignore[attr-defined]


class YearForm(forms.Form):
    """The year of a programme."""

    year = VietnameseNumberField(label=_("Năm"), whole=True, least=2000, most=2100)
    aim = forms.CharField(
        label=_("Năm nay đánh giá để biết điều gì"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: hồ sơ trễ vì đâu; tài liệu mới đã dùng ở bộ phận nào."),
    )  # fmt: skip


class ApproveForm(forms.Form):
    """By which document it was approved."""

    on = VietnameseDateField(label=_("Phê duyệt ngày"), help_text=_AS)
    citation = forms.CharField(
        label=_("Văn bản phê duyệt"), max_length=300, help_text=_("Số, ký hiệu, ngày.")
    )


class PlanForm(forms.Form):
    """One audit."""

    aim = forms.CharField(label=_("Mục đích"), max_length=500, required=False)
    first = VietnameseDateField(label=_("Xem việc làm từ ngày"), help_text=_AS)
    last = VietnameseDateField(label=_("đến hết ngày"), help_text=_AS)
    starts_on = VietnameseDateField(label=_("Đoàn làm việc từ ngày"), help_text=_AS)
    ends_on = VietnameseDateField(label=_("đến ngày"), help_text=_AS)
    report_due_on = VietnameseDateField(label=_("Báo cáo chậm nhất ngày"), help_text=_AS)
    processes = forms.MultipleChoiceField(
        label=_("Quá trình được đánh giá"), widget=forms.CheckboxSelectMultiple, required=False
    )
    clauses = forms.MultipleChoiceField(
        label=_("Chương của TCVN ISO 9001:2015"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Chọn chương là chọn mọi điều trong chương."),
    )  # fmt: skip

    def __init__(self, *args: Any, processes: Iterable[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "processes", [(str(one.uid), f"{one.code} {one.name}") for one in processes])
        known = clauses()
        _choose(self, "clauses", [(number, f"{number}. {known[number].title}") for number in chapters()])


class AnnounceForm(forms.Form):
    """Told to the unit."""

    on = VietnameseDateField(label=_("Đã báo ngày"), help_text=_AS)
    citation = forms.CharField(
        label=_("Văn bản báo (nếu có)"), max_length=300, required=False,
        help_text=_("Quyết định lập đoàn hoặc thông báo: số, ký hiệu, ngày."),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)


class MemberForm(forms.Form):
    """An official joins."""

    official = forms.ChoiceField(label=_("Cán bộ"))
    lead = forms.BooleanField(label=_("Làm trưởng đoàn"), required=False)

    def __init__(self, *args: Any, officials: Iterable[tuple[Official, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "official", [(str(one.uid), f"{one.name} ({words})") for one, words in officials])


class LentForm(forms.Form):
    """Somebody of a neighbouring unit joins."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    from_unit = forms.CharField(label=_("Đơn vị cử"), max_length=200, help_text=_("Ví dụ: UBND phường bạn."))
    document = forms.CharField(label=_("Văn bản cử hoặc thỏa thuận trao đổi"), max_length=300)
    evidence = forms.CharField(
        label=_("Minh chứng về đánh giá nội bộ"), max_length=500,
        help_text=_("Giấy chứng nhận, lớp tập huấn: số, ngày, nơi cấp. Không ghi số căn cước."),
    )  # fmt: skip
    lead = forms.BooleanField(label=_("Làm trưởng đoàn"), required=False)


class ItemForm(forms.Form):
    """A question of the team's own."""

    question = forms.CharField(label=_("Câu hỏi"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    clause = forms.ChoiceField(label=_("Theo điều"))
    process = forms.ChoiceField(label=_("Của quá trình"), required=False)

    def __init__(self, *args: Any, processes: Iterable[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "clause", clause_choices())
        _choose(self, "process", process_choices(processes))


class SampleForm(forms.Form):
    """A drawing. The seed is read by ``rules.audits.read_seed``: it says itself what is wrong with it."""

    register = forms.ChoiceField(label=_("Lấy mẫu từ sổ"))
    process = forms.ChoiceField(label=_("Để xem quá trình"), required=False)
    first = VietnameseDateField(label=_("Từ ngày"), help_text=_AS)
    last = VietnameseDateField(label=_("đến hết ngày"), help_text=_AS)
    size = VietnameseNumberField(label=_("Lấy bao nhiêu dòng"), whole=True, least=1, most=MOST)
    seed = forms.CharField(
        label=_("Số gieo"), max_length=40, required=False,
        help_text=_("Để trống thì máy chọn. Ai có số này và sổ này đều lấy lại được đúng mẫu ấy."),
    )  # fmt: skip

    def __init__(self, *args: Any, processes: Iterable[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "register", [(one.key, one.title) for one in populations()])
        _choose(self, "process", process_choices(processes))


class FindingForm(forms.Form):
    """A finding."""

    grade = forms.ChoiceField(
        label=_("Mức"), widget=forms.RadioSelect,
        choices=[(one.value, f"{GRADE_NAMES[one].capitalize()}: {GRADE_MEANINGS[one]}") for one in GRADE_NAMES],
    )  # fmt: skip
    words = forms.CharField(
        label=_("Đã thấy gì"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nói về việc, không nói về người."),
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("Bằng chứng"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hồ sơ, văn bản nào, ngày nào. Không ghi tên người dân."),
    )  # fmt: skip
    clause = forms.ChoiceField(label=_("Điều"), required=False)
    process = forms.ChoiceField(label=_("Quá trình"), required=False)

    def __init__(self, *args: Any, processes: Iterable[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "clause", [("", str(_("không gắn với điều nào"))), *clause_choices()])
        _choose(self, "process", process_choices(processes))


class LookForm(forms.Form):
    """Whether an earlier finding is mended."""

    settled = forms.ChoiceField(
        label=_("Đã khắc phục và có hiệu lực chưa"), widget=forms.RadioSelect,
        choices=[("1", _("đã xong, có hiệu lực")), ("0", _("chưa xong"))],
    )  # fmt: skip
    words = forms.CharField(
        label=_("Đã xem gì"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class ReportForm(forms.Form):
    """The conclusion of a team."""

    on = VietnameseDateField(label=_("Báo cáo ngày"), help_text=_AS)
    conclusion = forms.CharField(
        label=_("Kết luận của đoàn"), max_length=6000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Hệ thống có được áp dụng và giữ có hiệu lực không, chỗ nào chưa, vì sao nói được như vậy."),
    )  # fmt: skip


class PhotoForm(forms.Form):
    """A photo or paper of a finding."""

    file = forms.FileField(
        label=_("Ảnh hoặc tệp"), max_length=200, help_text=_("PDF, Word, Excel hoặc ảnh, không quá 10 MB."),
        error_messages={"max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại.")},
    )  # fmt: skip


def clause_choices() -> list[tuple[str, str]]:
    """Every clause that asks for something."""
    return [(one.number, f"{one.number} {one.title}") for one in asking()]


def process_choices(processes: Iterable[Process]) -> list[tuple[str, str]]:
    """No process, or one of these."""
    return [("", str(_("cả đơn vị"))), *((str(one.uid), f"{one.code} {one.name}") for one in processes)]
