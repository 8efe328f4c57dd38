"""What is kept of the papers a plan rests on: which stand, what was confirmed, what speaks against one today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from chuan.documents.models import Reading
from chuan.documents.validity import validities_of
from chuan.objectives.models import Basis, BasisMatch, BasisSaying, Objective, Plan, Target
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

STANDING = Q(matches__undoes=None, matches__undone_by=None)
_RELATED = (
    "by",
    "document__unit",
    "reading",
    "attachment__blob",
    "round",
    "plan__owner_unit__parent",
    "plan__decision",
)


@dataclass(frozen=True, slots=True)
class Held:
    """A paper in a list: how many lines are confirmed, whether it was put away, whether what was asked is answered."""

    basis: Basis
    confirmed: int
    away: bool
    accepted: bool

    @property
    def is_asked(self) -> bool:
        """Whether something is asked about it that nobody has answered."""
        return bool(self.basis.questions) and not self.accepted


def of_plan(plan: Plan, viewer: Viewer, *, for_round: bool = False) -> list[Held]:
    """The papers kept for a plan (or for the rounds that begin from it), the latest first; one statement."""
    said = BasisSaying.Kind
    found = Basis.objects.seen_by(viewer).filter(plan=plan, round__isnull=not for_round)
    rows = found.select_related(*_RELATED).annotate(
        confirmed=Count("matches", filter=STANDING, distinct=True),
        away=Count("sayings", filter=Q(sayings__kind=said.WITHDRAWN), distinct=True),
        accepted=Count("sayings", filter=Q(sayings__kind=said.ACCEPTED), distinct=True),
    )
    return [Held(one, one.confirmed, bool(one.away), bool(one.accepted)) for one in rows.order_by("-pk")]


def is_open_question(basis: Basis) -> bool:
    """Whether something is asked about the whole paper that nobody has answered."""
    return bool(basis.questions) and not basis.sayings.filter(kind=BasisSaying.Kind.ACCEPTED).exists()


def is_away(basis: Basis) -> bool:
    """Whether somebody put it away."""
    return basis.sayings.filter(kind=BasisSaying.Kind.WITHDRAWN).exists()


def matches(basis: Basis) -> list[BasisMatch]:
    """What stands confirmed of a paper; one statement."""
    found = basis.matches.filter(undoes=None, undone_by=None)
    return list(found.select_related("by", "target__indicator"))


@dataclass(frozen=True, slots=True)
class Rested:
    """A paper that one promise rests on, with what a person confirmed, in words."""

    basis: Basis
    words: str
    told: str


def of_target(target: Target) -> list[Rested]:
    """What stands confirmed of one promise, of papers that stand; one statement."""
    found = BasisMatch.objects.filter(target=target, undoes=None, undone_by=None)
    rows = found.filter(basis__in=Basis.objects.standing()).select_related("basis", "by").defer("basis__text")
    return [Rested(one.basis, words_of(one), note_of(one)) for one in rows]


def standing_by_target(plan: Plan) -> dict[int, str]:
    """How each promise stands to the plan's papers: another level weighs more than the same; one statement."""
    rows = BasisMatch.objects.filter(
        target__objective__plan=plan, undoes=None, undone_by=None, basis__in=Basis.objects.standing()
    ).values_list("target_id", "standing")
    found: dict[int, str] = {}
    for pk, standing in rows:
        if pk is not None and _WEIGHT[standing] >= _WEIGHT.get(found.get(pk, ""), -1):
            found[pk] = standing
    return found


def choices() -> list[tuple[str, str]]:
    """What a list of promises may be filtered by."""
    named = [(value, str(label)) for value, label in BasisMatch.Standing.choices if value != "extra"]
    return [*named, (UNCONFIRMED, _("chưa đối chiếu căn cứ"))]


def fits(target: Target, chosen: str, stands: Mapping[int, str]) -> bool:
    """Whether a promise passes the filter; "" passes everything."""
    return not chosen or stands.get(target.pk, UNCONFIRMED) == chosen


UNCONFIRMED = "chua"
_WEIGHT = {"": -1, "missing": 0, "same": 1, "different": 2}


def newer(bases: Sequence[Basis], on: date) -> dict[int, list[str]]:
    """What came after each paper: an end of its force, a newer paper, a newer reading; two statements at most."""
    documents = [one.document for one in bases if one.document is not None]
    judged = validities_of(documents, on) if documents else {}
    later = _later(bases)
    found: dict[int, list[str]] = {}
    for one in bases:
        said: list[str] = []
        if one.document is not None and (force := judged[one.document.pk]).sentence:
            by = ", ".join(link.document.title for link in force.because)
            said.append(f"{force.sentence} {by}".strip())
        if one.reading is not None and one.reading.status == Reading.Status.REPLACED:
            said.append(_("Văn bản đã được đọc lại; bản so này theo bản đọc %s.") % one.reading.version)
        said += [_("Đã có văn bản mới hơn: %s.") % name for name in later.get(one.pk, [])]
        found[one.pk] = said
    return found


def _later(bases: Iterable[Basis]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = Basis.objects.standing().filter(after__in=list(bases)).values_list("after_id", "name")
    for pk, name in rows:
        found.setdefault(pk or 0, []).append(name)
    return found


def newer_of(held: Sequence[Held], on: date) -> list[str]:
    """What came after the papers of a list, each said with the paper's name."""
    later = newer([one.basis for one in held], on)
    return [f"{one.basis.name}: {said}" for one in held for said in later[one.basis.pk]]


def counted_of(objective: Objective) -> list[BasisSaying]:
    """How its promises count, by each paper that stands: the latest answer; one statement."""
    rows = BasisSaying.objects.filter(objective=objective, kind=BasisSaying.Kind.COUNTED)
    standing = rows.filter(basis__in=Basis.objects.standing()).select_related("basis", "by")
    return list({one.basis_id: one for one in standing.order_by("pk")}.values())


def words_of(match: BasisMatch) -> str:
    """ "Nghị quyết 45/NQ-HĐND ngày 22/12/2020, mức giao 8,5 %, đã đối chiếu ngày 12/01/2021"."""
    facts = {
        "paper": match.basis.name,
        "level": match.theirs,
        "on": say.day(say.local(match.recorded_at).date()),
    }
    return {
        "same": _("%(paper)s, mức giao %(level)s, đã đối chiếu ngày %(on)s"),
        "different": _("%(paper)s, khác mức giao: %(level)s, đã đối chiếu ngày %(on)s"),
        "missing": _("%(paper)s không có chỉ tiêu này, đã đối chiếu ngày %(on)s"),
    }[match.standing] % facts  # fmt: skip


def note_of(match: BasisMatch) -> str:
    """Who confirmed it, and why it differs."""
    way = str(match.get_way_display()) if match.way else ""
    return "; ".join(part for part in (match.by.name, way, match.note) if part)
