"""One assessment as its page shows it: steps in words, what was filled in, what the viewer may do now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from chuan.law.ranking import RankingLaw
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles.ranking import RANKING
from chuan.rules.ranking import LEVEL_NAMES, Level, Scoring, said_points
from chuan.rules.wording import said as day_said
from chuan.workforce.models import Assessment, AssessmentEvent
from chuan.workforce.permissions import may_keep
from chuan.workforce.ranking.board import stage_words
from chuan.workforce.ranking.filled import scoring_of
from chuan.workforce.ranking.laws import group_names, law_of, level_words, named
from chuan.workforce.ranking.lines import blanked_at, data_of, form_of, last_of, text_of
from chuan.workforce.ranking.rights import is_own, may_head


@dataclass(frozen=True, slots=True)
class Told:
    """A step in words."""

    verb: str
    on: date
    by: str
    result: str
    text: str
    paper: str
    voided: bool
    """Whether a later line took it back."""


@dataclass(frozen=True, slots=True)
class Door:
    """Something the viewer may do now."""

    label: str | Promise
    url: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows."""

    stage: str
    meaning: str
    group: str
    steps: Sequence[Told]
    ticks: Sequence[tuple[str, list[tuple[str, bool]]]] = ()
    scoring: Scoring | None = None
    doors: Sequence[Door] = field(default=())
    last_words: str = ""


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One of the viewer's own rankings."""

    assessment: Assessment
    name: str
    stage: str
    level: str


def own_lines(rows: Iterable[Assessment]) -> list[OwnLine]:
    """The viewer's own, the latest period first."""
    found = rows.select_related("round").order_by("-round__starts", "-pk")  # type: ignore[attr-defined]
    return [OwnLine(one, named(one.round), stage_words(one), level_words(one.decided_level)) for one in found]


def shown(one: Assessment, viewer: Viewer) -> Shown:
    """Everything of an assessment; two statements (lines with their words, voids)."""
    lines = list(one.events.select_related("words", "by", "voided_by").order_by("seq"))
    standing = [row for row in lines if row.verb != "void" and not hasattr(row, "voided_by")]
    law = law_of(one.round)
    last = last_of(standing, *RANKING.verbs)
    filled = last_of(standing, "self_assess")
    form = form_of(filled) if filled else {}
    return Shown(
        stage_words(one), RANKING.statuses[one.status].sentence, group_names(law).get(one.group, one.group),
        [_told(row) for row in lines], _ticks(form.get("answers", {}), law),
        scoring_of(form, law), _doors(one, viewer, last),
        _("Bước sẽ bỏ: %s.") % RANKING.verbs[last.verb] if last else "",
    )  # fmt: skip


def _told(line: AssessmentEvent) -> Told:
    words = {"void": _("bỏ bước ghi nhầm"), "regroup": _("đổi nhóm")} | dict(RANKING.verbs)
    paper = line.document
    return Told(
        words[line.verb], line.occurred_on, line.by.name if line.by else "", _result(line), _written(line), paper,
        hasattr(line, "voided_by"),
    )  # fmt: skip


def _written(line: AssessmentEvent) -> str:
    at = blanked_at(line)
    return _("lời văn đã xóa ngày %s theo thời hạn lưu") % day_said(localdate(at)) if at else text_of(line)


def _result(line: AssessmentEvent) -> str:
    data = data_of(line)
    if "agreed" in data:
        return (
            _("đồng ý %(agreed)s, không đồng ý %(against)s, không ý kiến %(silent)s; dự họp %(present)s")
            % data
        )
    level = LEVEL_NAMES[Level(data["level"])] if data.get("level") else ""
    if not data.get("points"):
        return level
    points = _("%s điểm") % said_points(Fraction(data["points"]))
    return f"{points}, {level}" if level else points


def _ticks(answers: dict[str, bool], law: RankingLaw) -> list[tuple[str, list[tuple[str, bool]]]]:
    told = []
    for level in Level:
        found = [
            (one.text, answers[one.key]) for one in law.criteria if one.level is level and one.key in answers
        ]
        if found:
            told.append((LEVEL_NAMES[level], found))
    return told


Labelled = tuple[str, Promise]
"""The last word of an address's name, and the words of its link."""

_KEEPS: dict[str, tuple[Labelled, ...]] = {
    "opened": (
        ("result", lazy("Ghi kết quả xếp ở nơi khác")), ("skip", lazy("Không có bản tự đánh giá")),
        ("leave_out", lazy("Không xếp loại")), ("group", lazy("Đổi nhóm")),
    ),
    "self_assessed": (("leave_out", lazy("Không xếp loại")),),
    "head_assessed": (("leave_out", lazy("Không xếp loại")),),
    "opined": (("reconsider", lazy("Trả về để đánh giá lại")),),
    "appealed": (("answer", lazy("Trả lời kiến nghị")),),
}  # fmt: skip
_KEEPS_ABOVE: tuple[Labelled, ...] = (
    ("result", lazy("Ghi kết quả cấp trên xếp")), ("leave_out", lazy("Không xếp loại")),
)  # fmt: skip


def _doors(one: Assessment, viewer: Viewer, last: AssessmentEvent | None) -> list[Door]:
    if one.round.state == one.round.State.CLOSED or one.round.unit_id != viewer.unit.pk:
        return []
    doors = _own_doors(one, last) if is_own(viewer, one) else _others_doors(one, viewer, last)
    return [
        Door(label, reverse(f"workforce:assessment_{key}", args=[one.uid]), number == 0)
        for number, (key, label) in enumerate(doors)
    ]


def _own_doors(one: Assessment, last: AssessmentEvent | None) -> list[Labelled]:
    if one.status == "opened" and not one.above:
        return [("self", lazy("Tự đánh giá"))]
    if one.status == "self_assessed" and last is not None and last.verb == "self_assess":
        return [("void", lazy("Rút lại để viết lại"))]
    if one.status == "decided":
        return [("appeal", lazy("Kiến nghị"))]
    return []


def _others_doors(one: Assessment, viewer: Viewer, last: AssessmentEvent | None) -> list[Labelled]:
    doors: list[Labelled] = []
    if may_head(viewer, one) and one.status in ("self_assessed", "head_assessed"):
        doors.append(("head", lazy("Đánh giá") if one.status == "self_assessed" else lazy("Đánh giá lại")))
        if one.status == "self_assessed":
            doors.append(("return", lazy("Trả lại")))
    if may_keep(viewer):
        above = one.above and one.status == "opened"
        doors += _KEEPS_ABOVE if above else _KEEPS.get(one.status, ())
        if last is not None:
            doors.append(("void", lazy("Bỏ bước ghi nhầm")))
    return doors
