"""The form of what is said of a team: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.rules.ranking import DISCIPLINE_NAMES, LEVEL_NAMES, Discipline, Level
from chuan.workforce.actions.titles_teams import TeamCounted
from chuan.workforce.models import TeamSaid

_UNKNOWN = ("", _("– chưa rõ –"))
_YES_NO = [_UNKNOWN, ("yes", _("có")), ("no", _("không"))]
_COUNTS = ("completed", "advanced", "fighters")
_WORDS = ("discipline", "level", "movement", "unity")


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "form-control w-1"}),
    )  # fmt: skip


class TeamForm(forms.Form):
    """Who belongs to the team, what was counted of them, by which paper; nothing is filled in from registers."""

    people = forms.MultipleChoiceField(
        label=_("Người của tập thể"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Đánh dấu từng người; ghi xong, phần Chuẩn đang có tính riêng trên những người này."),
    )  # fmt: skip
    advanced = _count(_("Số người là lao động tiên tiến"))
    fighters = _count(_("Số chiến sĩ thi đua cơ sở"))
    completed = _count(_("Số người hoàn thành nhiệm vụ trở lên"))
    discipline = forms.ChoiceField(
        label=_("Kỷ luật nặng nhất trong tập thể"), required=False,
        choices=[_UNKNOWN, *((one.value, DISCIPLINE_NAMES[one]) for one in Discipline)],
    )  # fmt: skip
    level = forms.ChoiceField(
        label=_("Xếp loại của tập thể"), required=False,
        choices=[_UNKNOWN, *((one.value, LEVEL_NAMES[one]) for one in Level)],
    )  # fmt: skip
    movement = forms.ChoiceField(label=_("Phong trào thi đua thường xuyên"), required=False, choices=_YES_NO)
    unity = forms.ChoiceField(
        label=_("Nội bộ đoàn kết, chấp hành pháp luật"), required=False, choices=_YES_NO
    )
    document = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("Báo cáo thành tích, bản xếp loại tập thể, hoặc tờ trình.")
    )  # fmt: skip

    def __init__(self, *args: Any, people: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(str(one.uid), one.name) for one in people]  # type: ignore[attr-defined]

    def told(self, people: list[Official]) -> TeamCounted:
        """What was typed, with the officials marked."""
        given = self.cleaned_data
        completed, advanced, fighters = (given.get(name) for name in _COUNTS)
        discipline, level, movement, unity = (given.get(name) or "" for name in _WORDS)
        return TeamCounted(
            people, given["document"], completed, advanced, fighters, discipline, level, movement, unity
        )


def begun_with(said: TeamSaid | None) -> dict[str, Any]:
    """What was said last, to be changed; empty while nothing was said."""
    if said is None:
        return {}
    told = {name: getattr(said, name) for name in (*_COUNTS, *_WORDS)}
    return told | {"people": [str(uid) for uid in said.people.values_list("uid", flat=True)]}
