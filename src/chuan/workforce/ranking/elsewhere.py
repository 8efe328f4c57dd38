"""Results of files beside the officials of a round: who it may be by name; two of one name are asked, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from chuan.people.viewer import Viewer
from chuan.rules.ranking import said_points
from chuan.rules.vietnamese.letters import fold
from chuan.workforce.models import Assessment, RankedElsewhere, RankingRound
from chuan.workforce.ranking.laws import level_words

_INVENTED = " (minh hoa)"


@dataclass(frozen=True, slots=True)
class Offered:
    """A line of a file; ``likely``: the only official of that name who waits for a result, else None."""

    row: RankedElsewhere
    likely: Assessment | None
    namesakes: int

    @property
    def words(self) -> str:
        """ "hoàn thành tốt nhiệm vụ, 81,5 điểm"."""
        points = self.row.exact_points
        told = level_words(self.row.level)
        return f"{told}, {said_points(points)} điểm" if points is not None else told


def open_rows(round_: RankingRound, viewer: Viewer) -> list[RankedElsewhere]:
    """Lines of the round's days that nobody has said whose they are, or whose step was taken back; one statement."""
    waiting = Q(assessment=None) | Q(assessment__status="opened")
    rows = RankedElsewhere.objects.seen_by(viewer).standing()
    found = rows.filter(waiting, unit=round_.unit, starts=round_.starts, ends=round_.ends)
    return list(found.order_by("name", "pk"))


def offered(rows: Sequence[RankedElsewhere], waiting: Sequence[Assessment]) -> list[Offered]:
    """Each line with who it may be among those who wait for a result."""
    by_name: dict[str, list[Assessment]] = {}
    for one in waiting:
        by_name.setdefault(folded_name(one.official.name), []).append(one)
    alike: dict[str, int] = {}
    for row in rows:
        alike[folded_name(row.name)] = alike.get(folded_name(row.name), 0) + 1
    found = []
    for row in rows:
        named = by_name.get(folded_name(row.name), [])
        alone = len(named) == 1 and alike[folded_name(row.name)] == 1
        found.append(Offered(row, named[0] if alone else None, len(named)))
    return found


def folded_name(name: str) -> str:
    """A name as one spelling, without the remark of invented ones."""
    return fold(" ".join(name.split())).removesuffix(_INVENTED)
