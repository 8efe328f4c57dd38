"""Likely repeats of a letter among those that are here: found by index, judged by ``rules.petitions``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count, Q

from chuan.people.viewer import Viewer
from chuan.petitions.lawful import Bench
from chuan.petitions.models import BlindKey, Petition
from chuan.petitions.receiving.blind import SKETCH
from chuan.rules.petitions import LIKENESS_NAMES, Likeness, Match, repeats_of
from chuan.rules.petitions import Letter as Compared
from chuan.ui import formatters as say

MOST = 40
"""How many of the most alike are looked at closely: more would not be read by a person either."""

_DAY = date.min
"""Likeness asks for no day."""


@dataclass(frozen=True, slots=True)
class Found:
    """A petition that a letter is like; ``share`` of the words they have in common; ``on``: today."""

    petition: Petition
    likeness: Likeness
    share: Fraction
    on: date

    @property
    def shown(self) -> str:
        """The share as it is shown, without decimals: it is an estimate."""
        return say.percent(self.share * 100, 0)

    @property
    def fresh(self) -> bool:
        """Whether it was written today: perhaps by another clerk, from the same letter."""
        return say.local(self.petition.created_at).date() == self.on

    @property
    def words(self) -> str:
        """ "gửi lại", "cùng nội dung, …"."""
        return LIKENESS_NAMES[self.likeness]

    @property
    def blocks(self) -> bool:
        """Whether a person has to say what it is before the letter is taken in."""
        return self.likeness is not Likeness.SAME_SENDER


def likely_of(petition: Petition, viewer: Viewer, bench: Bench) -> list[Found]:
    """The petitions this one may repeat, of those the viewer sees; never itself or its own letter."""
    own = _keys_of([petition.pk])[petition.pk]
    return likely(petition.kind, own.senders, own.content, viewer=viewer, bench=bench, but=petition)


def likely(
    kind: str, senders: Collection[str], content: Collection[str], *, viewer: Viewer, bench: Bench,
    but: Petition | None = None,
) -> list[Found]:  # fmt: skip
    """The petitions here that a letter with these keys may repeat, the most alike first.

    By ``repeats.same`` and ``repeats.alike`` of the day; a share of a long text is an estimate from its sketch.
    """
    values = bench.values(viewer.on)
    same, alike = (Fraction(values[f"repeats.{name}"].value) for name in ("same", "alike"))
    keys = _candidates(viewer, senders, content, least=min(same, alike))
    rows = Petition.objects.seen_by(viewer).present_ones().filter(pk__in=keys, kind=kind)
    if but is not None:
        rows = rows.exclude(_one_letter(but))
    held = list(rows)
    theirs = _keys_of([one.pk for one in held])
    found = [
        Found(one, match.likeness, match.share, viewer.on)
        for one in held
        for match in _compared(_Keys(frozenset(senders), frozenset(content)), theirs[one.pk], same, alike)
    ]
    ranks = list(Likeness)
    return sorted(found, key=lambda one: (ranks.index(one.likeness), -one.share, one.petition.code))


@dataclass(frozen=True, slots=True)
class _Keys:
    senders: frozenset[str]
    content: frozenset[str]


def _compared(mine: _Keys, theirs: _Keys, same: Fraction, alike: Fraction) -> Iterable[Match]:
    """Both sketches cut to the smallest of both: what they share then is an estimate without a bias."""
    kept = frozenset(sorted(mine.content | theirs.content)[:SKETCH])
    one = Compared("one", _DAY, mine.senders, mine.content & kept)
    other = Compared("other", _DAY, theirs.senders, theirs.content & kept)
    return repeats_of(one, [other], same=same, alike=alike)


def _candidates(
    viewer: Viewer, senders: Collection[str], content: Collection[str], *, least: Fraction
) -> set[int]:
    """Keys of petitions that share the sender, or enough of the words to be worth a look. Two statements."""
    ours = BlindKey.objects.filter(unit_id__in=viewer.unit_ids)
    found: set[int] = set()
    if senders:
        rows = ours.filter(kind=BlindKey.Kind.SENDER, digest__in=senders).order_by("-petition_id")
        found |= set(rows.values_list("petition_id", flat=True)[:MOST])
    if content:
        rows = ours.filter(kind=BlindKey.Kind.CONTENT, digest__in=content)
        counted = rows.values("petition_id").annotate(n=Count("petition_id"))
        enough = counted.filter(n__gte=max(1, int(len(content) * least / 2))).order_by("-n", "-petition_id")
        found |= set(enough.values_list("petition_id", flat=True)[:MOST])
    return found


def _keys_of(petitions: Collection[int]) -> dict[int, _Keys]:
    kept: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = BlindKey.objects.filter(petition_id__in=petitions)
    for petition, kind, digest in rows.values_list("petition_id", "kind", "digest"):
        kept[petition][kind].add(digest)
    return {
        one: _Keys(frozenset(kept[one][BlindKey.Kind.SENDER]), frozenset(kept[one][BlindKey.Kind.CONTENT]))
        for one in petitions
    }


def _one_letter(petition: Petition) -> Q:
    """The petition, the letter it was split from, the other parts of it, and what it is joined to already."""
    same = Q(pk=petition.pk) | Q(parent=petition) | Q(same_as=petition)
    if petition.parent_id:
        same |= Q(pk=petition.parent_id) | Q(parent_id=petition.parent_id)
    return same | Q(pk=petition.same_as_id) if petition.same_as_id else same
