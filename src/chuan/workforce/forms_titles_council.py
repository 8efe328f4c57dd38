"""Forms of candidates, facts, initiatives and the council: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level
from chuan.ui.widgets import VietnameseDateField
from chuan.workforce.models import Candidate, Initiative, TitleFact

_UNKNOWN = ("", _("– chưa rõ –"))
_YES_NO = [_UNKNOWN, ("yes", _("có")), ("no", _("không"))]
_COUNTS = ("agreed", "against", "spoilt", "absent")
_WORDS = (_("Đồng ý"), _("Không đồng ý"), _("Không hợp lệ"), _("Gửi bằng văn bản"))


def _people(officials: Iterable[Official]) -> list[tuple[str, str]]:
    return [(str(one.uid), one.name) for one in officials]


class RegisterForm(forms.Form):
    """Who registers for which title, on which day."""

    title = forms.ChoiceField(label=_("Danh hiệu"))
    on = VietnameseDateField(label=_("Ngày đăng ký"))
    people = forms.MultipleChoiceField(
        label=_("Ai đăng ký"), required=False, widget=forms.CheckboxSelectMultiple
    )
    team = forms.CharField(
        label=_("Tên tập thể"), required=False, max_length=160, help_text=_("Chỉ ghi khi là danh hiệu của tập thể.")
    )  # fmt: skip

    def __init__(
        self, *args: Any, titles: Sequence[tuple[str, str]], people: Iterable[Official], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].choices = list(titles)  # type: ignore[attr-defined]
        self.fields["people"].choices = _people(people)  # type: ignore[attr-defined]


class ProposeForm(forms.Form):
    """Which of those registered are put before the council; nobody is marked beforehand."""

    on = VietnameseDateField(label=_("Ngày đề nghị"))
    candidates = forms.MultipleChoiceField(
        label=_("Đề nghị Hội đồng xét"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Chuẩn chỉ nói tiêu chuẩn nào đạt, chưa đạt, chưa rõ; anh chị chọn người để đề nghị."),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["candidates"].choices = list(choices)  # type: ignore[attr-defined]


class FactsForm(forms.Form):
    """What papers say of somebody's year; what is not known stays "chưa rõ"."""

    discipline = forms.ChoiceField(
        label=_("Kỷ luật trong năm"), required=False,
        choices=[_UNKNOWN, *((one.value, DISCIPLINE_NAMES[one]) for one in Discipline)],
        help_text=_("Chỉ người ấy, lãnh đạo và công chức nội vụ thấy."),
    )  # fmt: skip
    level = forms.ChoiceField(
        label=_("Xếp loại của năm"), required=False,
        choices=[_UNKNOWN, *((one.value, LEVEL_NAMES[one]) for one in Level)],
    )  # fmt: skip
    leave = forms.IntegerField(
        label=_("Số ngày làm việc đã nghỉ"), required=False, min_value=0, max_value=366,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    movement = forms.ChoiceField(
        label=_("Đoàn kết, tích cực tham gia phong trào thi đua"), required=False, choices=_YES_NO
    )
    initiative = forms.ChoiceField(
        label=_("Sáng kiến được công nhận"), required=False,
        choices=[_UNKNOWN, ("no", _("không có sáng kiến"))],
        help_text=_("Có sáng kiến thì ghi ở sổ sáng kiến, không ghi ở đây."),
    )  # fmt: skip
    research = forms.ChoiceField(label=_("Đề tài, đề án đã nghiệm thu"), required=False, choices=_YES_NO)
    document = forms.CharField(
        label=_("Căn cứ"), max_length=300,
        help_text=_("Quyết định, bản nhận xét, hoặc hồ sơ cán bộ đối chiếu ngày nào."),
    )  # fmt: skip

    def said(self) -> dict[str, str]:
        """Every key with what was said of it, "" for not known."""
        given = {key: self.cleaned_data.get(key) for key in TitleFact.Key.values}
        return {key: "" if value is None else str(value) for key, value in given.items()}


class InitiativeForm(forms.Form):
    """An initiative with its authors and the paper that recognises it."""

    name = forms.CharField(label=_("Tên sáng kiến"), max_length=300)
    authors = forms.MultipleChoiceField(
        label=_("Tác giả"), required=False, widget=forms.CheckboxSelectMultiple
    )
    level = forms.ChoiceField(label=_("Cấp công nhận"), choices=Initiative.Level.choices)
    document = forms.CharField(label=_("Số, ký hiệu văn bản công nhận"), max_length=160)
    by_whom = forms.CharField(label=_("Cơ quan công nhận"), max_length=160)
    on = VietnameseDateField(label=_("Ngày công nhận"))

    def __init__(self, *args: Any, people: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authors"].choices = _people(people)  # type: ignore[attr-defined]


class CouncilForm(forms.Form):
    """Who the council is, by the decision that set it up."""

    citation = forms.CharField(label=_("Quyết định thành lập Hội đồng"), max_length=300)
    chair = forms.ChoiceField(label=_("Chủ tịch Hội đồng"))
    secretary = forms.ChoiceField(label=_("Thư ký"))
    members = forms.MultipleChoiceField(
        label=_("Thành viên"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Cả Chủ tịch Hội đồng và thư ký cũng đánh dấu ở đây."),
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _people(people)
        for name in ("chair", "secretary"):
            self.fields[name].choices = [("", _("– chọn –")), *choices]  # type: ignore[attr-defined]
        self.fields["members"].choices = choices  # type: ignore[attr-defined]


class VoteForm(forms.Form):
    """A sitting: its day, who was there, and of each candidate the ballots counted."""

    on = VietnameseDateField(label=_("Ngày họp"))
    present = forms.MultipleChoiceField(
        label=_("Thành viên dự họp"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, members: Sequence[Official], candidates: Sequence[Candidate], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.candidates = candidates
        self.fields["present"].choices = _people(members)  # type: ignore[attr-defined]
        self.fields["present"].initial = [str(one.uid) for one in members]
        for one in candidates:
            for name, words in zip(_COUNTS, _WORDS, strict=True):
                self.fields[f"{name}_{one.uid.hex}"] = forms.IntegerField(
                    label=f"{one.whose}: {words}", min_value=0, max_value=999, required=name in _COUNTS[:2],
                    initial=0 if name in _COUNTS[2:] else None,
                    widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "form-control w-1"}),
                )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Candidate, list[tuple[str | Promise, forms.BoundField]]]]:
        """Each candidate with his four numbers and what each is called."""
        return [
            (
                one,
                [(words, self[f"{name}_{one.uid.hex}"]) for name, words in zip(_COUNTS, _WORDS, strict=True)],
            )
            for one in self.candidates
        ]

    def numbers(self, one: Candidate) -> tuple[int, int, int, int]:
        """Agreed, against, spoilt, in writing."""
        agreed, against, spoilt, absent = (
            self.cleaned_data.get(f"{name}_{one.uid.hex}") or 0 for name in _COUNTS
        )
        return agreed, against, spoilt, absent


def today_within(year: int, today: date) -> date:
    """Today, or the year's last day once it is over: what a form of that year begins with."""
    return min(today, date(year, 12, 31))
