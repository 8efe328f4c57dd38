"""Shapes of what is typed about reviews; what it means is decided by rules."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.law.review_inputs import outputs
from chuan.people.models import Official
from chuan.reviews.actions import Came
from chuan.rules.reviews import OutputKind
from chuan.ui.widgets import VietnameseDateField

AREA = {"rows": 4}


def _people(officials: Iterable[Official]) -> list[tuple[str, str]]:
    return [(str(one.uid), one.name) for one in officials]


def chosen(officials: Iterable[Official], uid: str) -> Official:
    """The official of this uid among those offered; a choice field has made sure there is one."""
    return next(one for one in officials if one.uid == uuid.UUID(uid))


class CallForm(forms.Form):
    """The days looked back on, the day of the meeting, who leads and writes, who is called."""

    planned_on = VietnameseDateField(label=_("Ngày họp"))
    first = VietnameseDateField(label=_("Kỳ xem xét từ ngày"))
    last = VietnameseDateField(label=_("Đến hết ngày"))
    chair = forms.ChoiceField(label=_("Chủ trì"))
    secretary = forms.ChoiceField(label=_("Thư ký cuộc họp"))
    place = forms.CharField(label=_("Địa điểm"), required=False, max_length=200)
    citation = forms.CharField(
        label=_("Giấy mời hoặc kế hoạch"), required=False, max_length=300, help_text=_("Số, ngày, nếu đã có.")
    )
    invited = forms.MultipleChoiceField(
        label=_("Mời dự"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Chủ trì và thư ký luôn có trong danh sách."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, heads: Sequence[Official], people: Sequence[Official], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["chair"].choices = _people(heads)  # type: ignore[attr-defined]
        self.fields["secretary"].choices = _people(people)  # type: ignore[attr-defined]
        self.fields["invited"].choices = _people(people)  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    """Another day or place for a review that was called, the days it looks back on, and why."""

    planned_on = VietnameseDateField(label=_("Ngày họp mới"))
    place = forms.CharField(label=_("Địa điểm"), required=False, max_length=200)
    first = VietnameseDateField(label=_("Kỳ xem xét từ ngày"))
    last = VietnameseDateField(label=_("Đến hết ngày"))
    reason = forms.CharField(label=_("Lý do dời"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class MeetingForm(forms.Form):
    """The meeting: when and where, who led and wrote, who came, what was said. ``seen``: the version it began with."""

    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    held_on = VietnameseDateField(label=_("Ngày họp"))
    began = forms.CharField(
        label=_("Bắt đầu lúc"), required=False, max_length=20, help_text=_("Ví dụ 8 giờ 00.")
    )
    ended = forms.CharField(label=_("Kết thúc lúc"), required=False, max_length=20)
    place = forms.CharField(label=_("Địa điểm"), required=False, max_length=200)
    chair = forms.ChoiceField(label=_("Chủ trì"))
    secretary = forms.ChoiceField(label=_("Thư ký cuộc họp"))
    guests = forms.CharField(
        label=_("Khách dự họp"), required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Mỗi người một dòng: tên, cơ quan."),
    )  # fmt: skip
    opinions = forms.CharField(
        label=_("Ý kiến tại cuộc họp"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    def __init__(
        self, *args: Any, heads: Sequence[Official], people: Sequence[Official], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["chair"].choices = _people(heads)  # type: ignore[attr-defined]
        self.fields["secretary"].choices = _people(people)  # type: ignore[attr-defined]
        for one in people:
            self.fields[f"came_{one.uid.hex}"] = forms.BooleanField(
                label=one.name, required=False, initial=True
            )
            self.fields[f"why_{one.uid.hex}"] = forms.CharField(
                label=_("Lý do vắng của %s") % one.name,
                required=False,
                max_length=200,
                widget=forms.TextInput(attrs={"class": "form-control"}),
            )

    @property
    def rows(self) -> list[tuple[Official, forms.BoundField, forms.BoundField]]:
        """Each person called, whether he came, why not."""
        return [(one, self[f"came_{one.uid.hex}"], self[f"why_{one.uid.hex}"]) for one in self.people]

    @property
    def plain(self) -> list[forms.BoundField]:
        """The other fields in their order."""
        return [bound for bound in self if not bound.name.startswith(("came_", "why_"))]

    def came(self) -> list[Came]:
        """Who came, as it was ticked."""
        given = self.cleaned_data
        return [
            Came(one, bool(given.get(f"came_{one.uid.hex}")), given.get(f"why_{one.uid.hex}") or "")
            for one in self.people
        ]

    def guest_names(self) -> list[str]:
        """The guests' lines."""
        return [line.strip() for line in self.cleaned_data["guests"].splitlines() if line.strip()]


class WordsForm(forms.Form):
    """A person's words for an input."""

    words = forms.CharField(label=_("Lời của anh chị"), widget=forms.Textarea(attrs=AREA))
    unknown = forms.BooleanField(
        label=_("Đây là lý do chưa có thông tin"), required=False,
        help_text=_("Đánh dấu khi chưa biết, và ghi ở trên vì sao chưa biết."),
    )  # fmt: skip


class DecisionForm(forms.Form):
    """A decision: what kind, what, who, by when."""

    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=[(kind.value, f"{told.title}: {told.ask}") for kind, told in outputs().items()],
    )
    words = forms.CharField(label=_("Việc phải làm"), widget=forms.Textarea(attrs=AREA))
    owner = forms.ChoiceField(label=_("Người chịu trách nhiệm"))
    due_on = VietnameseDateField(label=_("Hạn"))

    def __init__(self, *args: Any, people: Sequence[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.fields["owner"].choices = [("", _("– chọn –")), *_people(people)]  # type: ignore[attr-defined]


class NothingForm(forms.Form):
    """Why nothing of a kind needs to be decided."""

    kind = forms.ChoiceField(label=_("Mục"))
    words = forms.CharField(label=_("Vì sao không cần quyết định"), widget=forms.Textarea(attrs=AREA))

    def __init__(self, *args: Any, kinds: Sequence[OutputKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.value, outputs()[kind].title) for kind in kinds]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    """A decision done: the day, and what shows it."""

    done_on = VietnameseDateField(label=_("Ngày xong"))
    evidence = forms.CharField(
        label=_("Kết quả và minh chứng"), widget=forms.Textarea(attrs=AREA),
        help_text=_("Đã làm gì; văn bản, trang hoặc hồ sơ nào cho thấy."),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """A sentence why."""

    reason = forms.CharField(label=_("Lý do"), widget=forms.Textarea(attrs=AREA))
