"""The shape of what is typed about plans and indicators; who may, and whether it holds, actions decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from chuan.objectives.models import Indicator, Objective
from chuan.objectives.wordings import code_of
from chuan.people.models import Official, Post
from chuan.ui.widgets import VietnameseDateField

LONGEST = 4000
_NOT_OFFERED = {"invalid_choice": _("Lựa chọn này không còn trong danh sách. Chọn lại một mục đang có.")}
_TOO_LONG = {"max_length": _("Dài quá %(limit_value)s chữ (đang ghi %(show_value)s). Viết ngắn lại.")}

Data = QueryDict | None
"""What was posted; None while the form is fresh."""

Staff = Sequence[tuple[Official, str]]
"""Officials in post on the day, each with the titles of the posts held."""


class Lines(forms.CharField):
    """Text of some lines; a browser's line ends become one kind, so that untouched text stays unchanged."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=LONGEST, error_messages=_TOO_LONG, **kwargs)

    def to_python(self, value: Any) -> str:
        """The text with plain line ends."""
        return str(super().to_python(value)).replace("\r\n", "\n")


class PostsForm(forms.Form):
    """For each proposed title that the unit has no post of: which of its posts answers instead."""

    def __init__(self, *args: Any, titles: Iterable[str], posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.posts = {str(post.uid): post for post in posts}
        self.titles = {post_field(title): title for title in titles}
        for name, title in self.titles.items():
            self.fields[name] = forms.ChoiceField(
                label=title, required=False, error_messages=_NOT_OFFERED,
                choices=[("", _("chưa giao ai")), *((uid, post.title) for uid, post in self.posts.items())],
            )  # fmt: skip

    def chosen(self) -> dict[str, Post]:
        """The post taken in the place of each proposed title; titles left open are not in it."""
        given = {title: self.cleaned_data.get(name, "") for name, title in self.titles.items()}
        return {title: self.posts[uid] for title, uid in given.items() if uid}


def post_field(title: str) -> str:
    """How the form names the question about a proposed title."""
    return f"chuc-danh-{code_of(title)}"


class ObjectiveForm(forms.Form):
    """The five planning fields of ISO 9001:2015, 6.2.2, and the name shown on screens."""

    name = forms.CharField(
        label=_("Tên hiển thị"), max_length=300, help_text=_("Ngắn gọn, chỉ để gọi tên trên màn hình."),
        error_messages=_TOO_LONG | {"required": _("Chưa có tên hiển thị. Ghi vài chữ để gọi tên mục tiêu.")},
    )  # fmt: skip
    what = Lines(label=_("Việc sẽ làm"))
    resources = Lines(label=_("Nguồn lực"), help_text=_("Người, tiền, phần mềm, thời gian cần có."))
    post = forms.ChoiceField(label=_("Chức danh phụ trách"), required=False, error_messages=_NOT_OFFERED)
    official = forms.ChoiceField(
        label=_("Người phụ trách"), required=False, error_messages=_NOT_OFFERED,
        help_text=_("Chỉ chọn khi giao đích danh; để trống thì ai giữ chức danh người đó phụ trách."),
    )  # fmt: skip
    due_on = VietnameseDateField(label=_("Thời hạn"), required=False, help_text=_("Viết như 31/12/2021."))
    evaluation = Lines(label=_("Cách đánh giá kết quả"))

    def __init__(
        self, data: Data, *, objective: Objective, posts: Sequence[Post], staff: Staff, may_assign: bool
    ) -> None:
        super().__init__(data, initial=_planned(objective))
        self.posts = {str(post.uid): post for post in posts}
        self.officials = {str(official.uid): official for official, _titles in staff}
        self._offer(objective, staff)
        if not may_assign:
            del self.fields["post"], self.fields["official"]

    def planned(self) -> dict[str, Any]:
        """The planning fields that differ from what is kept."""
        changed = (name for name in self.changed_data if name not in ("post", "official"))
        return {name: self.cleaned_data[name] for name in changed}

    def owner(self) -> tuple[Post | None, Official | None] | None:
        """Who answers from now on; None when that was not touched."""
        if not {"post", "official"} & set(self.changed_data):
            return None
        given = self.cleaned_data
        return self.posts.get(given["post"]), self.officials.get(given["official"])

    def _offer(self, objective: Objective, staff: Staff) -> None:
        """Posts of the unit and officials in post; whoever answers now stays offered, in post or not."""
        officials = {str(official.uid): _named(official, titles) for official, titles in staff}
        now = objective.owner_official
        if now is not None:
            officials.setdefault(str(now.uid), now.name)
            self.officials.setdefault(str(now.uid), now)
        titles = {uid: post.title for uid, post in self.posts.items()}
        _offer(self, "post", {"": "–"} | titles)
        _offer(self, "official", {"": "–"} | officials)


class CountForm(forms.Form):
    """How the promises below an objective count."""

    mode = forms.ChoiceField(
        label=_("Cách đếm"), choices=Objective.RollUp.choices, widget=forms.RadioSelect,
        error_messages=_NOT_OFFERED | {"required": _("Chưa chọn cách đếm. Chọn một trong các cách này.")},
    )  # fmt: skip
    groups = Lines(
        label=_("Các nhóm"), widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_("Chỉ cần khi ghép tay. Mỗi dòng là một chỉ tiêu; các số đo của nó cách nhau dấu phẩy."),
    )  # fmt: skip

    def grouped(self) -> list[list[str]]:
        """The groups of labels as typed, one a line; empty unless grouped by hand."""
        if self.cleaned_data["mode"] != Objective.RollUp.CHOSEN:
            return []
        lines = self.cleaned_data["groups"].replace(";", ",").splitlines()
        found = ([label.strip() for label in line.split(",") if label.strip()] for line in lines)
        return [group for group in found if group]


class IndicatorForm(forms.Form):
    """What an indicator is and how its figures make a year."""

    name = forms.CharField(
        label=_("Tên chỉ tiêu"), max_length=300,
        error_messages={"required": _("Chưa có tên chỉ tiêu. Ghi tên để gọi nó ở mọi năm."), **_TOO_LONG},
    )  # fmt: skip
    definition = Lines(label=_("Định nghĩa"), help_text=_("Đếm cái gì, tính cái gì, không tính cái gì."))
    source = forms.CharField(
        label=_("Nguồn số liệu"), required=False, max_length=300, error_messages=_TOO_LONG,
        help_text=_("Sổ, biểu hay cơ quan cho con số."),
    )  # fmt: skip
    frequency = forms.ChoiceField(
        label=_("Kỳ báo cáo"), choices=Indicator.Frequency.choices, error_messages=_NOT_OFFERED,
        help_text=_("Đổi kỳ thì các kỳ đang chờ nhập được lập lại; số đã nhập giữ nguyên."),
    )  # fmt: skip
    combine = forms.ChoiceField(
        label=_("Các kỳ thành cả năm thế nào"), choices=Indicator.Combine.choices,
        error_messages=_NOT_OFFERED, widget=forms.RadioSelect,
    )  # fmt: skip
    cumulative = forms.BooleanField(
        label=_("Mỗi số nhập vào là số cộng dồn từ 01/01"), required=False,
        help_text=_("Ví dụ: báo cáo tháng 3 ghi số của cả ba tháng."),
    )  # fmt: skip
    measure_key = forms.ChoiceField(
        label=_("Cách đếm"), required=False, error_messages=_NOT_OFFERED, widget=forms.RadioSelect,
        help_text=_(
            "Số đã chốt giữ nguyên cách đếm cũ. Hai cách đếm không cộng vào một số: đổi cách thì đo lại cả năm."
        ),
    )  # fmt: skip
    national_code = forms.CharField(
        label=_("Mã chỉ tiêu quốc gia"), required=False, max_length=40, error_messages=_TOO_LONG,
        help_text=_("Để so với nơi khác và cộng lên cấp trên; chưa có thì để trống."),
    )  # fmt: skip

    def __init__(self, data: Data, *, indicator: Indicator, measures: Sequence[tuple[str, str]]) -> None:
        kept = {name: getattr(indicator, name) for name in self.base_fields}
        super().__init__(data, initial=kept)
        offered = dict(measures)
        if indicator.measure_key:
            offered.setdefault(indicator.measure_key, _("%s (chưa có sổ nào đếm)") % indicator.measure_key)
        if offered:
            _offer(self, "measure_key", {"": _("Nhập tay, kèm văn bản làm căn cứ")} | offered)
        else:
            del self.fields["measure_key"]

    def defined(self) -> dict[str, Any]:
        """What differs from what is kept."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


def _offer(form: forms.Form, name: str, choices: Mapping[str, Any]) -> None:
    """What a select of the form offers, by value."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices.items())


def _planned(objective: Objective) -> dict[str, Any]:
    return {
        "name": objective.name,
        "what": objective.what,
        "resources": objective.resources,
        "post": str(objective.owner_post.uid) if objective.owner_post else "",
        "official": str(objective.owner_official.uid) if objective.owner_official else "",
        "due_on": objective.due_on,
        "evaluation": objective.evaluation,
    }


def _named(official: Official, titles: str) -> str:
    return f"{official.name} ({titles})" if titles else official.name
