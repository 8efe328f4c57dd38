"""Posts against what they ask for, holder by holder; and the gaps, worst first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.people.models import Appointment, Official, Post, Unit
from chuan.people.practice import days_of_practice
from chuan.workforce.competence.judging import Judged, Standing, judge
from chuan.workforce.models import Evidence, Qualification, Requirement

SOON = "competence.soon_days"
Shown = Mapping[tuple[int, str], list[Evidence]]
"""Standing papers by the official's key and the name of the qualification."""
_WORST = {Standing.EXPIRED: 0, Standing.MISSING: 1, Standing.EXPIRING: 2, Standing.MET: 3}


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing that is asked of one holder of a post, and how it stands."""

    requirement: Requirement
    official: Official
    judged: Judged

    @property
    def is_gap(self) -> bool:
        """Whether something that has to be there is not; what is only wished for is no gap."""
        return self.requirement.must and self.judged.gap


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder of a post, with a cell (or None: not asked) for each column of the matrix."""

    official: Official
    cells: tuple[Cell | None, ...]

    @property
    def gaps(self) -> int:
        """How many of what has to be there is not."""
        return sum(1 for one in self.cells if one is not None and one.is_gap)


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with who holds it on the day; nobody when it is vacant."""

    post: Post
    asked: tuple[Requirement, ...]
    holders: tuple[Holder, ...]

    @property
    def lines(self) -> list[tuple[Requirement, tuple[Cell, ...]]]:
        """Each thing asked with a cell for each holder, in the order of the holders."""
        told = {
            (one.requirement.pk, one.official.pk): one for who in self.holders for one in who.cells if one is not None
        }  # fmt: skip
        return [
            (asked, tuple(told[asked.pk, who.official.pk] for who in self.holders)) for asked in self.asked
        ]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything at a glance, as known now, for a day."""

    on: date
    columns: tuple[Qualification, ...]
    posts: tuple[PostRow, ...]

    @property
    def cells(self) -> list[Cell]:
        """Every cell, row by row."""
        return [
            one for row in self.posts for holder in row.holders for one in holder.cells if one is not None
        ]

    @property
    def gaps(self) -> list[Cell]:
        """What has to be there and is not, and what ends soon; the worst first."""
        lacking = [one for one in self.cells if one.is_gap or one.judged.standing is Standing.EXPIRING]
        return sorted(lacking, key=lambda one: (_WORST[one.judged.standing], one.official.name))

    @property
    def silent(self) -> list[Post]:
        """Held posts that ask for nothing: nothing was judged there, which is not the same as met."""
        return [row.post for row in self.posts if row.holders and not row.asked]


def matrix(unit: Unit, on: date) -> Matrix:
    """The unit's matrix on a day; five statements, whatever its size."""
    asked = list(Requirement.objects.on(on).filter(post__unit=unit).select_related("qualification", "post"))
    holders = _holders(unit, on)
    columns = tuple(
        sorted(
            {one.qualification_id: one.qualification for one in asked}.values(),
            key=lambda one: (one.kind, one.name),
        )
    )
    shown = _evidence({one.pk for some in holders.values() for one in some})
    soon = days_of_practice(SOON, unit, on)
    rows = []
    for post in Post.objects.filter(unit=unit).order_by("title", "pk"):
        own = {one.qualification_id: one for one in asked if one.post_id == post.pk}
        people = tuple(
            Holder(person, tuple(_cell(own.get(column.pk), person, shown, on, soon) for column in columns))
            for person in holders.get(post.pk, ())
        )
        if own or people:
            rows.append(PostRow(post, tuple(own.values()), people))
    return Matrix(on, columns, tuple(rows))


def of_official(official: Official, on: date) -> list[Cell]:
    """What the posts that an official holds on the day ask of him, each thing once; the strictest post counts."""
    posts = Appointment.objects.on(on).filter(official=official).values("post_id")
    asked = Requirement.objects.on(on).filter(post_id__in=posts).select_related("qualification", "post")
    once: dict[int, Requirement] = {}
    for one in asked.order_by("must", "pk"):
        once[one.qualification_id] = one
    shown = _evidence({official.pk})
    soon = days_of_practice(SOON, official.unit, on)
    cells = (_cell(one, official, shown, on, soon) for one in once.values())
    return sorted(
        (one for one in cells if one is not None),
        key=lambda one: (_WORST[one.judged.standing], one.requirement.qualification.name),
    )


def _holders(unit: Unit, on: date) -> Mapping[int, Sequence[Official]]:
    found: dict[int, list[Official]] = defaultdict(list)
    held = Appointment.objects.on(on).filter(post__unit=unit).select_related("official")
    for one in held.order_by("official__name", "pk"):
        if one.official not in found[one.post_id]:
            found[one.post_id].append(one.official)
    return found


def _evidence(officials: Iterable[int]) -> Shown:
    """By official and name: a ward and those that went into it may each have a row for the same qualification."""
    found: dict[tuple[int, str], list[Evidence]] = defaultdict(list)
    rows = Evidence.objects.known_at(None).filter(official_id__in=list(officials))
    for one in rows.select_related("qualification"):
        found[one.official_id, one.qualification.name].append(one)
    return found


def _cell(
    asked: Requirement | None, official: Official, shown: Shown, on: date, soon: int
) -> Cell | None:  # fmt: skip
    if asked is None:
        return None
    papers = shown.get((official.pk, asked.qualification.name), [])
    return Cell(asked, official, judge(papers, on=on, soon=soon))
