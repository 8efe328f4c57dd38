"""One risk as its page shows it: what is next, in one line, and which buttons lead there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.risks.models import Risk, RiskAction, RiskScore
from chuan.rules.lifecycles import RISK
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be done next: the sentence, and the act that the first button of the page is for."""

    sentence: str
    act: str


def next_step(risk: Risk, actions: Sequence[RiskAction], scores: Sequence[RiskScore]) -> Next:
    """Where the risk stands in its life and what leads on."""
    if risk.status == "noted":
        return Next(_("Việc tiếp theo: chấm mức, hạn %s.") % say.day(risk.review_on), "score")
    if risk.status == "scored":
        return Next(_("Việc tiếp theo: chọn cách xử lý."), "treat")
    if risk.status == "treated":
        return _treating(actions, scores)
    if risk.status == "watched":
        return Next(_("Đang theo dõi. Xem lại ngày %s.") % say.day(risk.review_on), "review")
    return Next(
        _("Đã đóng ngày %(day)s: %(why)s.") % {"day": say.day(risk.closed_on), "why": risk.why_closed}, ""
    )


def _treating(actions: Sequence[RiskAction], scores: Sequence[RiskScore]) -> Next:
    waiting = [one for one in actions if one.is_open]
    done = [one.done_on for one in actions if one.done_on is not None]
    if not waiting and not done:
        return Next(_("Việc tiếp theo: thêm hành động, có người làm và có hạn."), "plan")
    if waiting:
        words = {"n": say.number(len(waiting)), "day": say.day(min(one.due_on for one in waiting))}
        return Next(_("Còn %(n)s hành động chưa xong, hạn gần nhất %(day)s.") % words, "plan")
    if any(one.stage == RiskScore.Stage.AFTER and one.on >= max(done) for one in scores):
        return Next(_("Việc tiếp theo: ghi là đã xử lý xong."), "finish")
    return Next(_("Hành động đã xong. Việc tiếp theo: chấm mức còn lại sau khi xử lý."), "score")


@dataclass(frozen=True, slots=True)
class Button:
    """A button of the page's head: its words, the name of its address; the first one to press stands last."""

    label: str | Promise
    address: str
    primary: bool = False


_BUTTONS: tuple[tuple[str, str | Promise, bool], ...] = (
    ("close", later("Đóng"), True),
    ("change", later("Sửa"), False),
    ("review", later("Rà soát"), False),
    ("score", later("Chấm mức"), False),
    ("treat", later("Chọn cách xử lý"), False),
    ("plan", later("Thêm hành động"), False),
    ("finish", later("Ghi đã xử lý xong"), False),
    ("reopen", later("Mở lại"), True),
)
"""(act, its words, whether only keepers may)."""


def buttons(risk: Risk, step: Next, *, worker: bool, keeper: bool) -> list[Button]:
    """What this viewer may press now, what is next last."""
    may = allowed(risk) | ({"change"} if risk.status != "closed" else set())
    may -= {"finish"} - {step.act}
    told = [
        Button(label, f"risks:{act}", act == step.act or act == "reopen")
        for act, label, only_keepers in _BUTTONS
        if worker and act in may and (keeper or not only_keepers)
    ]
    return sorted(told, key=lambda one: one.primary)


def stage_of(risk: Risk) -> str:
    """Which stage a new score most likely is of: after treatment once nothing planned waits, or as the last one was."""
    if risk.status == "treated":
        rows = list(risk.actions.all())
        over = any(one.done_on for one in rows) and not any(one.is_open for one in rows)
        return RiskScore.Stage.AFTER if over else RiskScore.Stage.BEFORE
    last = risk.scores.order_by("on", "pk").last() if risk.status == "watched" else None
    return last.stage if last else RiskScore.Stage.BEFORE


def allowed(risk: Risk) -> frozenset[str]:
    """The acts that its status allows."""
    return frozenset(RISK.may(risk.status))


def status_words(risk: Risk) -> str:
    """Its status in words."""
    return RISK.statuses[risk.status].label
