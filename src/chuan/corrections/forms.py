"""Forms of this room: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.corrections.actions import ActionGiven, CauseGiven, CheckGiven
from chuan.corrections.causes import Listed
from chuan.corrections.effects import MET, MISSED, UNKNOWN
from chuan.corrections.models import Nonconformity
from chuan.law.iso9001 import asking
from chuan.offers import measures
from chuan.people.models import Official
from chuan.processes.models import Process
from chuan.rules.corrections import Rhythm, Shape
from chuan.rules.targets.types import Comparator
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

CAUSES, ACTIONS = 3, 3
"""How many a form has room for at once."""


def area(label: Any, *, help_text: Any = "", most: int = 1000, required: bool = True) -> forms.CharField:
    """A text of a few lines."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=required, widget=widget
    )


class RaiseForm(forms.Form):
    """What is not as it should be."""

    what = area(
        later("Điều gì không phù hợp"),
        help_text=later("Một câu: điều gì, ở đâu, khi nào. Không ghi tên người."),
    )
    found_on = VietnameseDateField(label=later("Ngày phát hiện"))
    grade = forms.ChoiceField(
        label=later("Mức"), choices=Nonconformity.Grade.choices, initial="minor",
        help_text=later("Nặng: cả một quá trình không chạy, hoặc trái quy định. Nhẹ: sót một vài lần."),
    )  # fmt: skip
    source = forms.ChoiceField(label=later("Từ đâu mà biết"), choices=Nonconformity.Source.choices)
    citation = forms.CharField(
        label=later("Số, ngày biên bản kiểm tra"), required=False, max_length=300,
        help_text=later("Chỉ ghi khi từ biên bản kiểm tra của tỉnh; ngày phát hiện khi đó là ngày lập biên bản."),
    )  # fmt: skip
    process = forms.ChoiceField(label=later("Quá trình"), required=False)
    clause = forms.ChoiceField(label=later("Điều của tiêu chuẩn"), required=False)

    def __init__(self, *args: Any, processes: Iterable[Process], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.processes = {str(one.uid): one for one in processes}
        none = [("", _("chưa rõ"))]
        self.fields["process"].choices = none + [(uid, str(one)) for uid, one in self.processes.items()]  # type: ignore[attr-defined]
        clauses = [(one.number, f"{one.number} {one.title}") for one in asking()]
        self.fields["clause"].choices = none + clauses  # type: ignore[attr-defined]


class CorrectForm(forms.Form):
    """What was done at once."""

    what = area(
        later("Đã làm ngay việc gì"),
        help_text=later(
            "Xử lý chính việc sai: làm lại, xin lỗi, thu hồi. Việc trừ nguyên nhân ghi ở kế hoạch."
        ),
    )
    on = VietnameseDateField(label=later("Ngày làm"))


class AnalyseForm(forms.Form):
    """Why it happened: the chain of "vì sao", then up to three causes of the list."""

    on = VietnameseDateField(label=later("Ngày phân tích"))
    whys = forms.CharField(
        label=later("Hỏi vì sao đến tận gốc, mỗi dòng một câu trả lời"), required=False, max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=later("Thường năm lần hỏi là tới điều sửa được. Dòng đầu trả lời vì sao việc này xảy ra."),
    )  # fmt: skip

    def __init__(self, *args: Any, listed: Listed, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[Any] = [("", _("chưa chọn"))]
        choices += [(branch, [(one.code, one.words) for one in some]) for branch, some in listed.branches]
        for n in range(1, CAUSES + 1):
            first = n == 1
            said = {"n": n}
            self.fields[f"code_{n}"] = forms.ChoiceField(
                label=_("Nguyên nhân %(n)s") % said, choices=choices, required=first
            )
            self.fields[f"words_{n}"] = area(_("Nói rõ nguyên nhân %(n)s") % said, required=first)
            self.fields[f"how_{n}"] = forms.CharField(
                label=_("Kiểm chứng nguyên nhân %(n)s bằng cách nào") % said, max_length=500, required=first,
                help_text=_("Đã xem gì, hỏi ai, đếm gì để chắc đây là nguyên nhân."),
            )  # fmt: skip

    def given(self) -> list[CauseGiven]:
        """The causes that were chosen; the chain belongs to the first."""
        told = self.cleaned_data
        whys = [line for line in told["whys"].splitlines() if line.strip()]
        return [
            CauseGiven(told[f"code_{n}"], told[f"words_{n}"], told[f"how_{n}"], whys if n == 1 else ())
            for n in range(1, CAUSES + 1)
            if told.get(f"code_{n}")
        ]


class CausesForm(forms.Form):
    """The unit's own list of causes."""

    lines = forms.CharField(
        label=later("Nguyên nhân, mỗi dòng một nguyên nhân"), max_length=15_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=later("Nhánh, dấu hai chấm, nguyên nhân. Nguyên nhân khác luôn có ở cuối."),
    )  # fmt: skip
    since = VietnameseDateField(label=later("Áp dụng từ ngày"))
    citation = forms.CharField(
        label=later("Theo văn bản nào của đơn vị"), max_length=300, required=False,
        help_text=later("Số, ký hiệu và ngày."),
    )  # fmt: skip


class PlanForm(forms.Form):
    """Up to three actions; the first time also how their effect will be seen."""

    on = VietnameseDateField(label=later("Ngày lập kế hoạch"))

    def __init__(self, *args: Any, people: Iterable[Official], with_check: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.uid): one for one in people}
        self.with_check = with_check
        owners = [("", _("chưa chọn"))] + [(uid, one.name) for uid, one in self.people.items()]
        for n in range(1, ACTIONS + 1):
            said = {"n": n}
            self.fields[f"what_{n}"] = area(_("Hành động %(n)s") % said, required=n == 1)
            self.fields[f"owner_{n}"] = forms.ChoiceField(
                label=_("Người làm hành động %(n)s") % said, choices=owners, required=n == 1
            )
            self.fields[f"due_{n}"] = VietnameseDateField(
                label=_("Hạn của hành động %(n)s") % said, required=n == 1
            )
        if with_check:
            self.fields.update(_check_fields())

    def clean(self) -> dict[str, Any]:
        """A further action is whole or absent."""
        told = super().clean() or {}
        for n in range(2, ACTIONS + 1):
            if told.get(f"what_{n}"):
                for name in (f"owner_{n}", f"due_{n}"):
                    if not told.get(name) and name not in self.errors:
                        self.add_error(name, _("Hành động này còn thiếu người làm hoặc hạn."))
        return told

    def actions(self) -> list[ActionGiven]:
        """The actions that were typed."""
        told = self.cleaned_data
        return [
            ActionGiven(told[f"what_{n}"], self.people[told[f"owner_{n}"]], told[f"due_{n}"])
            for n in range(1, ACTIONS + 1)
            if told.get(f"what_{n}")
        ]

    def check(self) -> CheckGiven | None:
        """How the effect will be seen; None where that was set before."""
        if not self.with_check:
            return None
        told = self.cleaned_data
        return CheckGiven(
            told["measure"], told["method"], Shape(told["shape"]), Comparator(told["comparator"]),
            told["target"] or Fraction(0), Rhythm(told["rhythm"]), int(told["periods"]),
        )  # fmt: skip


def _check_fields() -> dict[str, forms.Field]:
    counted = [("", _("không có sổ nào đếm, tự xem"))] + [(one.key, one.title) for one in measures.every()]
    return {
        "measure": forms.ChoiceField(
            label=_("Đánh giá hiệu lực bằng số đo"), choices=counted, required=False,
            help_text=_("Cùng số đo đã cho thấy điều không phù hợp, đếm trong các kỳ sau."),
        ),
        "shape": forms.ChoiceField(
            label=_("So theo"), choices=[("share", _("tỷ lệ phần trăm")), ("count", _("số trường hợp"))]
        ),
        "comparator": forms.ChoiceField(
            label=_("Mỗi kỳ phải đạt"),
            choices=[
                ("at_least", _("ít nhất")), ("more_than", _("trên")), ("at_most", _("tối đa")),
                ("less_than", _("dưới")),
            ],
        ),
        "target": VietnameseNumberField(label=_("Mức mỗi kỳ"), least=0, required=False),
        "method": forms.CharField(
            label=_("Nếu tự xem: xem gì, ở đâu, thế nào là đạt"), max_length=500, required=False
        ),
        "rhythm": forms.ChoiceField(
            label=_("Theo dõi theo"), choices=[("monthly", _("tháng")), ("quarterly", _("quý"))]
        ),
        "periods": VietnameseNumberField(
            label=_("Trong bao nhiêu kỳ"), whole=True, least=1, most=12,
            help_text=_("Những kỳ trọn sau ngày xong hành động cuối cùng; kỳ nào cũng phải đạt."),
        ),
    }  # fmt: skip


class DoneForm(forms.Form):
    """An action is done, with its proof."""

    words = area(
        later("Kết quả và minh chứng"), help_text=later("Đã làm gì, xem ở đâu: số văn bản, tủ hồ sơ, ảnh.")
    )
    on = VietnameseDateField(label=later("Ngày xong"))
    file = forms.FileField(
        label=later("Tệp minh chứng (nếu có)"), required=False, max_length=200,
        help_text=later("PDF, Word, Excel hoặc ảnh, không quá 10 MB."),
        error_messages={"max_length": later("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại.")},
    )  # fmt: skip


class WordsForm(forms.Form):
    """One text: a conclusion or a reason."""

    words = area(later("Lời kết luận"))

    def __init__(self, *args: Any, label: Any = "", help_text: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["words"].label = label
        self.fields["words"].help_text = help_text


class JudgeForm(WordsForm):
    """The conclusion; where no register counts, also what was seen in each period."""

    def __init__(self, *args: Any, periods: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, label=later("Kết luận về hiệu lực"), **kwargs)
        self.periods = len(periods)
        choices = [
            ("", _("chưa xem")), (MET, _("đạt")), (MISSED, _("không đạt")), (UNKNOWN, _("không xem được")),
        ]  # fmt: skip
        for n, name in enumerate(periods):
            self.fields[f"seen_{n}"] = forms.ChoiceField(
                label=_("%s: kết quả xem") % name, choices=choices, required=False
            )
            self.fields[f"seen_words_{n}"] = forms.CharField(
                label=_("%s: đã xem gì") % name, max_length=300, required=False
            )

    def seen(self) -> dict[int, tuple[str, str]]:
        """By the number of the period: what was seen, in which words."""
        told = self.cleaned_data
        return {n: (told[f"seen_{n}"] or UNKNOWN, told[f"seen_words_{n}"]) for n in range(self.periods)}


class DocumentForm(forms.Form):
    """Which controlled document."""

    document = forms.ChoiceField(
        label=later("Tài liệu có thể phải sửa"), help_text=later("Danh mục tài liệu kiểm soát của đơn vị.")
    )

    def __init__(self, *args: Any, documents: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].choices = list(documents)  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """Revised, or left as it is for a reason."""

    outcome = forms.ChoiceField(
        label=later("Kết quả"), widget=forms.RadioSelect,
        choices=[("revised", later("đã ban hành lần sửa đổi mới")), ("waived", later("không cần sửa"))],
    )  # fmt: skip
    reason = area(later("Vì sao không cần sửa"), required=False, most=500)


class ListForm(forms.Form):
    """What the list is asked for."""

    tim = forms.CharField(label=later("Tìm theo mã hoặc nội dung"), required=False, max_length=160)
    tt = forms.ChoiceField(label=later("Tình trạng"), required=False)
    nguon = forms.ChoiceField(label=later("Từ đâu"), required=False)
    nam = forms.ChoiceField(label=later("Năm phát hiện"), required=False)

    def __init__(
        self, *args: Any, years: Sequence[int], statuses: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tt"].choices = [("", _("chưa xong")), ("tat-ca", _("mọi tình trạng")), *statuses]  # type: ignore[attr-defined]
        self.fields["nguon"].choices = [("", _("mọi nguồn")), *Nonconformity.Source.choices]  # type: ignore[attr-defined]
        self.fields["nam"].choices = [("", _("mọi năm")), *((str(one), str(one)) for one in years)]  # type: ignore[attr-defined]

    def wanted(self, name: str) -> str:
        """What was asked for by this name; "" for what is not offered."""
        return str(self.cleaned_data.get(name) or "") if self.is_valid() or name in self.cleaned_data else ""
