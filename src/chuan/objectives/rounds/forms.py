"""Shapes of what is typed about a round; what it means is decided by the actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.objectives.models import RoundLine, RoundSaying
from chuan.objectives.rounds.actions import Proposal
from chuan.objectives.rounds.actions.deciding import Decision
from chuan.objectives.rounds.refusals import TwoWays
from chuan.objectives.rounds.wordings import line_read, with_level
from chuan.people.models import Post
from chuan.rules.next_year import tidy
from chuan.rules.targets.types import Comparator, Quantity, Target
from chuan.rules.vietnamese import written_number
from chuan.ui import words
from chuan.ui.widgets import VietnameseDateField

LONGEST = 2000
_TOO_LONG = {"max_length": _("Dài quá %(limit_value)s chữ (đang ghi %(show_value)s). Viết ngắn lại.")}
_NOT_OFFERED = {"invalid_choice": _("Lựa chọn này không còn trong danh sách. Chọn lại một mục đang có.")}
COMPARISONS = (
    ("", _("giữ cách so sánh")),
    (Comparator.AT_LEAST.value, _("ít nhất")),
    (Comparator.MORE_THAN.value, _("trên")),
    (Comparator.AT_MOST.value, _("không quá")),
    (Comparator.LESS_THAN.value, _("dưới")),
)
Kind = RoundSaying.Kind


def _area(rows: int, **given: Any) -> forms.CharField:
    return forms.CharField(
        widget=forms.Textarea(attrs={"rows": rows}), max_length=LONGEST, error_messages=_TOO_LONG,
        required=given.pop("required", False), **given,
    )  # fmt: skip


class ClosingForm(forms.Form):
    """By when everybody answers."""

    closes_on = VietnameseDateField(
        label=_("Hạn góp ý"),
        help_text=_("Viết như 20/12/2021. Mỗi người phụ trách có việc này trong Việc của tôi."),
    )


class ReasonForm(forms.Form):
    """Why a round is called off or opened again."""

    reason = _area(3, label=_("Lý do"), required=True)


class SentenceForm(forms.Form):
    """A sentence, its levels, who answers, why: what every form about a line has. ``seen``: sayings the page showed."""

    ids = ""
    """How the ids of the boxes begin: two forms may stand on one page."""
    text = _area(
        3, label=_("Câu trong Quyết định"), help_text=_("Một câu, không đánh số, không gạch đầu dòng.")
    )
    owner = forms.ChoiceField(label=_("Người phụ trách"), required=False, error_messages=_NOT_OFFERED)
    reason = _area(2, label=_("Lý do, ý kiến"))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, *, posts: Sequence[Post], line: RoundLine | None, text: str = ""
    ) -> None:
        self.line, self.standing = line, text
        self.posts = {str(post.uid): post for post in posts}
        initial = {"text": text, "seen": line.said if line is not None else None}
        super().__init__(data, initial=initial, auto_id=f"{self.ids}%s")
        titles = [(uid, post.title) for uid, post in self.posts.items()]
        keep = _("giữ người phụ trách hiện nay") if line is not None else _("chức danh của tôi")
        cast("forms.ChoiceField", self.fields["owner"]).choices = [("", keep), *titles]
        self._levels = self._add_levels(text)

    @property
    def levels(self) -> list[tuple[str, Any, Any]]:
        """(what stands, comparison, level) bound fields, one for each promise with a figure of its own."""
        return [(said, self[f"so-sanh-{at}"], self[f"muc-{at}"]) for at, said in self._levels.items()]

    @property
    def rest(self) -> list[Any]:
        """Fields after the sentence and its levels."""
        return [self["owner"], self["reason"]]

    def sentence(self) -> str:
        """The sentence meant: typed, or the standing one with other levels. Raises ``TwoWays``, ``LevelNotPut``."""
        typed = str(self.cleaned_data.get("text", "")).strip()
        changed = [at for at in self._levels if self._touched(at)]
        if not changed:
            return typed
        if tidy(typed) != tidy(self.standing):
            raise TwoWays()
        for at in changed:
            level = self.cleaned_data.get(f"muc-{at}") or self.fields[f"muc-{at}"].initial
            typed = with_level(typed, at, self.cleaned_data.get(f"so-sanh-{at}", ""), level)
        return typed

    def owner_post(self) -> Post | None:
        """Who is to answer; None leaves it as it is."""
        return self.posts.get(self.cleaned_data.get("owner", ""))

    def page_saw(self) -> int | None:
        """How many sayings the page showed."""
        given = self.cleaned_data.get("seen")
        return int(given) if given is not None else None

    def _touched(self, at: int) -> bool:
        given = self.cleaned_data
        return bool(given.get(f"so-sanh-{at}")) or (
            given.get(f"muc-{at}", "") not in ("", self.fields[f"muc-{at}"].initial)
        )

    def _add_levels(self, text: str) -> dict[int, str]:
        """A box for each figure of the sentence; two promises made by one figure have one."""
        line = line_read(text) if text else None
        found: dict[int, str] = {}
        spans = set()
        for at, target in enumerate(line.targets if line else ()):
            figure = _figure(target)
            if figure and target.span not in spans:
                spans.add(target.span)
                found[at] = words.target(target)
                self._add_level(at, figure, str(target.unit))
        return found

    def _add_level(self, at: int, figure: str, unit: str) -> None:
        self.fields[f"so-sanh-{at}"] = forms.ChoiceField(
            label=_("So sánh"), choices=COMPARISONS, required=False, error_messages=_NOT_OFFERED
        )
        self.fields[f"muc-{at}"] = forms.CharField(
            label=_("Mức (%(unit)s)") % {"unit": unit} if unit else _("Mức"), required=False, max_length=30,
            initial=figure,
        )  # fmt: skip


class ProposalForm(SentenceForm):
    """What the owner of a line proposes, or anybody remarks."""

    kind = forms.ChoiceField(label=_("Đề nghị"), widget=forms.RadioSelect, error_messages={
        "required": _("Chưa chọn giữ, sửa, bỏ hay góp ý.")})  # fmt: skip

    field_order = ("kind",)
    ids = "gop-y-"

    def __init__(self, data: Any = None, *, may_propose: bool, **given: Any) -> None:
        super().__init__(data, **given)
        all_of = [
            (Kind.KEEP.value, _("Giữ nguyên")), (Kind.CHANGE.value, _("Sửa")), (Kind.DROP.value, _("Bỏ")),
            (Kind.COMMENT.value, _("Chỉ góp ý")),
        ]  # fmt: skip
        field = cast("forms.ChoiceField", self.fields["kind"])
        field.choices = all_of if may_propose else all_of[-1:]
        field.initial = Kind.KEEP.value if may_propose else Kind.COMMENT.value
        if not may_propose:
            for name in [one for one in self.fields if one not in ("kind", "reason", "seen")]:
                del self.fields[name]
            self._levels = {}

    @property
    def rest(self) -> list[Any]:
        """What follows, of the fields that are there."""
        return [self[name] for name in ("owner", "reason") if name in self.fields]

    def proposal(self) -> Proposal:
        """What was meant."""
        given = self.cleaned_data
        text = self.sentence() if given["kind"] == Kind.CHANGE else ""
        owner = self.owner_post() if given["kind"] == Kind.CHANGE else None
        return Proposal(given["kind"], text, given["reason"], owner)


class DecisionForm(SentenceForm):
    """What the secretary decides of a line."""

    outcome = forms.ChoiceField(
        label=_("Quyết"), widget=forms.RadioSelect, initial="kept",
        choices=[("kept", _("Lấy câu dưới đây")), ("dropped", _("Bỏ dòng này"))],
        error_messages={"required": _("Chưa chọn lấy hay bỏ.")},
    )  # fmt: skip

    field_order = ("outcome",)
    ids = "quyet-"

    def decision(self) -> Decision:
        """What was meant."""
        given = self.cleaned_data
        text = "" if given["outcome"] == "dropped" else self.sentence()
        return Decision(given["outcome"], text, given["reason"], self.owner_post())


class AddForm(SentenceForm):
    """A new line, under an objective or as one of its own."""

    above = forms.ChoiceField(label=_("Đặt ở"), required=False, error_messages=_NOT_OFFERED)

    def __init__(self, data: Any = None, *, tops: Sequence[tuple[str, str]], **given: Any) -> None:
        super().__init__(data, line=None, **given)
        self.fields["text"].required = True
        cast("forms.ChoiceField", self.fields["above"]).choices = [("", _("một mục tiêu riêng")), *tops]

    @property
    def rest(self) -> list[Any]:
        """What follows the sentence."""
        return [self["above"], self["owner"], self["reason"]]


def _figure(target: Target) -> str:
    """The level as a paper writes it; "" where there is none to change in a box."""
    if target.quantity is Quantity.K_OF_N and target.k is not None:
        return str(target.k)
    plain = target.value is not None and target.quantity not in (Quantity.YES_NO, Quantity.NONE)
    none_allowed = target.value == 0 and target.comparator is Comparator.AT_MOST
    return written_number(target.value) if plain and target.value is not None and not none_allowed else ""
