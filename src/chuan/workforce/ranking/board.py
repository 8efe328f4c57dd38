"""A round at a glance: at which stage everybody is, who waits for whom, what is warned of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles.ranking import RANKING
from chuan.rules.ranking import CapVerdict, said_points
from chuan.workforce.models import Assessment, RankingRound
from chuan.workforce.ranking.caps import cap_source, caps_among, head_words
from chuan.workforce.ranking.clocks import KIND, keeper_role, waits
from chuan.workforce.ranking.laws import group_names, has_changed, law_of, level_words, named

DONE = ("decided", "closed", "left_out")


@dataclass(frozen=True, slots=True)
class Row:
    """One official: his stage in words, for whom it waits until when, the levels so far."""

    assessment: Assessment
    stage: str
    waits_for: str
    due_on: date | None
    group: str

    @property
    def self_words(self) -> str:
        """What he proposed."""
        return level_words(self.assessment.self_level)

    @property
    def proposed_words(self) -> str:
        """What the head proposed."""
        return level_words(self.assessment.proposed_level)

    @property
    def decided_words(self) -> str:
        """What was decided."""
        return level_words(self.assessment.decided_level)

    @property
    def points_words(self) -> str:
        """The points, cut after two digits; "" where nothing was scored."""
        points = self.assessment.exact_points
        return said_points(points) if points is not None else ""


@dataclass(frozen=True, slots=True)
class Board:
    """A round with its rows and its warnings."""

    round: RankingRound
    rows: Sequence[Row]
    caps: CapVerdict
    head: str
    law_changed: bool

    @property
    def waiting(self) -> int:
        """How many have no result yet."""
        return sum(1 for one in self.rows if one.assessment.status not in DONE)

    @property
    def unproposed(self) -> int:
        """How many whom the unit ranks have no proposal yet."""
        rows = (one.assessment for one in self.rows)
        return sum(1 for one in rows if not one.above and one.status in ("opened", "self_assessed"))

    def at(self, *statuses: str) -> list[Assessment]:
        """Those at one of these stages whom the unit itself ranks."""
        return [
            one.assessment
            for one in self.rows
            if one.assessment.status in statuses and not one.assessment.above
        ]

    @property
    def warnings(self) -> list[str]:
        """What to say before the vote: the share by group with its article, the head beside the unit."""
        told = [
            f"{one.warning} {_('Căn cứ')}: {cap_source(self.round)}."
            for one in self.caps.groups
            if one.warning
        ]
        return [*told, self.head] if self.head else told


def board(round_: RankingRound, viewer: Viewer, at: datetime) -> Board:
    """The round as it stands; five statements."""
    rows = list(
        Assessment.objects.seen_by(viewer)
        .filter(round=round_)
        .select_related("official", "round")
        .order_by("official__name", "pk")
    )
    keeper, groups = keeper_role(round_.unit, at), group_names(law_of(round_))
    due = dict(
        Clock.objects.running()
        .filter(subject_kind=KIND, subject_uid__in=[one.uid for one in rows], kind="step")
        .values_list("subject_uid", "lawful_due_on")
    )
    told = [
        Row(one, stage_words(one), _waits(one, keeper), due.get(one.uid), groups.get(one.group, one.group))
        for one in rows
    ]
    return Board(round_, told, caps_among(round_, rows), head_words(round_, rows), has_changed(round_))


def stage_words(one: Assessment) -> str:
    """The stage in words; of who is ranked above, that it waits for the higher body."""
    if one.above and one.status == "opened":
        return _("chờ kết quả cấp trên xếp")
    return RANKING.statuses[one.status].label


def _waits(one: Assessment, keeper: str) -> str:
    who = waits(one, keeper)
    if who is None:
        return ""
    return who.official.name if who.official else str(Role(who.role).label)


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list: its name, how many have their result."""

    round: RankingRound
    name: str
    people: int
    done: int


def rounds_of(viewer: Viewer) -> list[RoundLine]:
    """Rounds the viewer may see, the latest first; one statement."""
    found = RankingRound.objects.seen_by(viewer).annotate(
        people=Count("assessments"), done=Count("assessments", filter=Q(assessments__status__in=DONE))
    )
    return [
        RoundLine(one, named(one), one.people, one.done) for one in found.order_by("-starts", "-ends", "-pk")
    ]


def counted(rows: Sequence[Row]) -> list[tuple[str, int]]:
    """How many were decided at each level, from the highest; those not decided last."""
    found = Counter(one.assessment.decided_level for one in rows if one.assessment.status != "left_out")
    levels = [(level_words(level), found[level]) for level in ("excellent", "good", "completed", "failed")]
    return [*levels, (_("chưa quyết định"), found[""])]
