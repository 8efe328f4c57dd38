"""Titles of files beside the officials of a year: who it may be by name; two of one name are asked, never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.titles import Title
from chuan.workforce.models import Reward, TitledElsewhere, TitleRound
from chuan.workforce.ranking.elsewhere import folded_name


@dataclass(frozen=True, slots=True)
class Offered:
    """A line of a file. ``likely``: the only official of that name; ``there``: he has the title of the year already."""

    row: TitledElsewhere
    likely: Official | None
    namesakes: int
    there: Reward | None = None

    @property
    def for_team(self) -> bool:
        """Whether a team gets it."""
        return Title(self.row.title).for_team


def open_rows(round_: TitleRound, viewer: Viewer) -> list[TitledElsewhere]:
    """Lines of the year that are in no standing line of the register; one statement."""
    waiting = Q(reward=None) | Q(reward__voided_at__isnull=False)
    rows = TitledElsewhere.objects.seen_by(viewer).standing()
    return list(rows.filter(waiting, unit=round_.unit, year=round_.year).order_by("title", "name", "pk"))


def offered(
    rows: Sequence[TitledElsewhere], people: Sequence[Official], given: Mapping[tuple[str, int], Reward]
) -> list[Offered]:
    """Each line with who it may be among those in post in the year; ``given``: as ``given_in``."""
    by_name: dict[str, list[Official]] = {}
    for one in people:
        by_name.setdefault(folded_name(one.name), []).append(one)
    alike = Counter((row.title, folded_name(row.name)) for row in rows)
    return [_one(row, by_name.get(folded_name(row.name), []), alike, given) for row in rows]


def _one(
    row: TitledElsewhere, named: Sequence[Official], alike: Counter[tuple[str, str]],
    given: Mapping[tuple[str, int], Reward],
) -> Offered:  # fmt: skip
    if Title(row.title).for_team:
        return Offered(row, None, 0)
    alone = len(named) == 1 and alike[row.title, folded_name(row.name)] == 1
    likely = named[0] if alone else None
    there = given.get((row.title, likely.pk)) if likely else None
    return Offered(row, likely, len(named), there)


def given_in(round_: TitleRound) -> dict[tuple[str, int], Reward]:
    """Standing titles of officials in the year, by title and official's key; one statement."""
    rows = Reward.objects.known_at(None).filter(round=round_, official__isnull=False)
    return {(one.title, one.official_id): one for one in rows if one.official_id is not None}
