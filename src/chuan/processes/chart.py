"""The map of a unit's processes on a day: by kind, with who answers, what is measured, which document describes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.law.iso9001 import Clause, clauses
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.models import Appointment, Unit
from chuan.people.viewer import Viewer
from chuan.processes.figures import Figure, figures_of, so_far
from chuan.processes.models import Hand, Process
from chuan.search.models import SearchEntry

KIND_OF_DOCUMENT = "controlled"
"""The kind of subject that ``Process.document_uid`` names; the room of documents stands above."""


@dataclass(frozen=True, slots=True)
class Line:
    """One process: its parts of the day, who holds those posts, its figures, its document where the viewer sees it."""

    process: Process
    owner: Hand | None
    doers: tuple[Hand, ...]
    names: dict[int, tuple[str, ...]]
    figures: tuple[Figure, ...] = ()
    document: Described | None = None

    @property
    def owner_names(self) -> str:
        """Who holds the post that answers on the day; "" when nobody does."""
        return ", ".join(self.names.get(self.owner.post_id, ())) if self.owner else ""

    @property
    def clauses(self) -> list[Clause]:
        """The clauses with their own words."""
        known = clauses()
        return [known[number] for number in self.process.clauses.split() if number in known]

    @property
    def held(self) -> list[tuple[Hand, str]]:
        """Every part with the names of whoever holds the post, the owner's first."""
        parts = [*([self.owner] if self.owner else []), *self.doers]
        return [(one, ", ".join(self.names.get(one.post_id, ()))) for one in parts]


def standing(unit: Unit, on: date) -> list[Process]:
    """Processes of the unit on the day, in the order of the map."""
    order = {kind: place for place, kind in enumerate(Process.Kind.values)}
    rows = Process.objects.on(on).filter(owner_unit=unit).order_by("position", "code")
    return sorted(rows, key=lambda one: (order[one.kind], one.position, one.code))


def lines(
    processes: Sequence[Process], *, viewer: Viewer, on: date, at: datetime, with_figures: bool = True
) -> list[Line]:
    """The map's lines: three statements, and a few for each measure that any of them names."""
    hands: dict[int, list[Hand]] = defaultdict(list)
    rows = (
        Hand.objects.on(on).filter(process__in=processes).select_related("post").order_by("post__title", "pk")
    )
    for one in rows:
        hands[one.process_id].append(one)
    names = holders_of([one.post_id for some in hands.values() for one in some], on)
    keys = [key for one in processes for key in one.measures.split()] if with_figures else []
    figures = figures_of(keys, viewer.unit.uid, so_far(on), at)
    papers = documents_of(processes, viewer)
    return [
        Line(
            one,
            next((hand for hand in hands[one.pk] if hand.part == Hand.Part.OWNER), None),
            tuple(hand for hand in hands[one.pk] if hand.part == Hand.Part.DOER),
            names,
            tuple(figures[key] for key in one.measures.split() if key in figures),
            papers.get(one.pk),
        )
        for one in processes
    ]


def holders_of(posts: Iterable[int], on: date) -> dict[int, tuple[str, ...]]:
    """By key of the post: the names of who holds it on the day; one statement."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = Appointment.objects.on(on).filter(post__in=set(posts)).order_by("official__name")
    for post, name in rows.values_list("post_id", "official__name"):
        found[post].append(name)
    return {post: tuple(some) for post, some in found.items()}


def documents_of(processes: Iterable[Process], viewer: Viewer) -> dict[int, Described]:
    """By key of the process: the document that describes it, where the viewer may see it."""
    named = {one.pk: Subject(KIND_OF_DOCUMENT, one.document_uid) for one in processes if one.document_uid}
    told = describe(named.values(), viewer)
    return {pk: told[subject] for pk, subject in named.items() if subject in told}


def things_to_name(kind: str, viewer: Viewer) -> list[tuple[str, str]]:
    """(uid, label) of things of rooms above that may be named: what search knows of the kind, described by its room."""
    held = SearchEntry.objects.filter(subject_kind=kind, unit_id=viewer.unit.pk)
    told = describe([Subject(kind, uid) for uid in held.values_list("subject_uid", flat=True)], viewer)
    return sorted(((str(one.subject.uid), one.label) for one in told.values()), key=lambda one: one[1])


def by_kind(told: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    """The lines under the words of their kind, in the order of the map; a kind without any is left out."""
    found: dict[str, list[Line]] = {kind: [] for kind in Process.Kind.values}
    for one in told:
        found[one.process.kind].append(one)
    return [(str(Process.Kind(kind).label), some) for kind, some in found.items() if some]
