"""The system page's content: the last report as the viewer may see it, backups, who is signed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Grade
from chuan.people.models import SignInSession, Unit
from chuan.people.viewer import Viewer
from chuan.upkeep import backups, places, reports_kept, rounds
from chuan.upkeep.backups import Kept
from chuan.upkeep.models import Backup

LATELY = timedelta(minutes=30)
SHOWN = 10
_MARKS = {Grade.FINE: "met", Grade.LOOK: "at-risk", Grade.BROKEN: "not-met"}


@dataclass(frozen=True)
class Line:
    """One finding as the page shows it: a shape, its word, whose examination, the sentence and the mend."""

    shape: str
    word: str
    title: str
    finding: Finding

    @property
    def url(self) -> str:
        """Where the mend is done; "" where it is no page, or one that is no more."""
        address = self.finding.address
        try:
            return address if not address or address.startswith("/") else reverse(address)
        except NoReverseMatch:
            return ""


@dataclass(frozen=True)
class Health:
    """The last report: what is not well, what is, when it was looked at, and whether a new look is under way."""

    at: datetime | None
    unwell: Sequence[Line]
    well: Sequence[Line]
    broken: int
    waiting: bool

    @property
    def to_look(self) -> int:
        """How many findings somebody should look at."""
        return len(self.unwell) - self.broken


def health_for(viewer: Viewer) -> Health:
    """The last report without what is about other units."""
    report = reports_kept.last()
    if report is None:
        return Health(None, (), (), 0, rounds.waiting())
    seen = set(Unit.objects.seen_by(viewer).values_list("uid", flat=True))
    lines = [
        (grade, Line(_MARKS[grade], _word(grade), one.title, found))
        for grade in (Grade.BROKEN, Grade.LOOK, Grade.FINE)
        for one, found in report.of(grade)
        if found.unit_uid is None or found.unit_uid in seen
    ]
    return Health(
        at=report.at,
        unwell=[line for grade, line in lines if grade is not Grade.FINE],
        well=[line for grade, line in lines if grade is Grade.FINE],
        broken=sum(1 for grade, _line in lines if grade is Grade.BROKEN),
        waiting=rounds.waiting(),
    )


@dataclass(frozen=True)
class PutAway:
    """Backups as the page shows them: those that lie in the folder, the one under way, what failed last, the rule."""

    kept: Sequence[Kept]
    running: Backup | None
    failed: Backup | None
    hour: time | None
    folder: str

    @property
    def percent(self) -> int:
        """How far the one under way is."""
        one = self.running
        return 100 * one.done // one.total if one is not None and one.total else 0


def put_away(at: datetime) -> PutAway:
    """The backups: they are of the whole machine, not of a unit."""
    return PutAway(
        kept=backups.kept()[:SHOWN],
        running=backups.running(at),
        failed=backups.last_failure(),
        hour=places.hour(),
        folder=str(places.folder()),
    )


def signed_in(at: datetime) -> int:
    """How many people of the whole house were here in the last half hour."""
    seen = SignInSession.objects.open_at(at).filter(seen_at__gt=at - LATELY)
    return seen.order_by().values("account").distinct().count()


def _word(grade: Grade) -> str:
    return {Grade.FINE: _("Ổn"), Grade.LOOK: _("Cần xem"), Grade.BROKEN: _("Hỏng")}[grade]
