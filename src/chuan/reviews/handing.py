"""What an official holds in this room and how it is handed over: decisions given to him, reviews he leads or writes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.clocks.models import Clock
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.reviews.models import Resolution, Review
from chuan.reviews.reminding import DECISION, KIND


class Reviews:
    """Open decisions pass by name; the minutes of a meeting stay with who led and wrote it."""

    key = "reviews"
    words = "Xem xét của lãnh đạo"
    kinds: Collection[str] = frozenset({KIND, DECISION, "review_next"})

    def held(self, asked: Asked) -> list[Held]:
        """Three statements."""
        return [*_decisions(asked.giver), *_reviews(asked.giver), *_to_finish(asked.giver)]

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """The receiver becomes the owner of the decisions, the secretary of what was only called; no date moves."""
        mine = [one for one in _open(passing.giver) if f"decision:{one.uid}" in refs]
        Resolution.objects.filter(pk__in=[one.pk for one in mine]).update(owner=passing.receiver)
        called = [
            one for one in _called(passing.giver)
            if f"review:{one.uid}" in refs and one.chair_id != passing.receiver.pk
        ]  # fmt: skip
        Review.objects.filter(pk__in=[one.pk for one in called]).update(secretary=passing.receiver)
        for one in called:
            one.invited.add(passing.receiver)
        uids = [one.uid for one in mine] + [one.uid for one in called]
        running = Clock.objects.running().filter(subject_uid__in=uids, owner_official=passing.giver)
        running.update(owner_official=passing.receiver)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Reviews(), place=46)


def _open(giver: Official) -> list[Resolution]:
    return list(
        Resolution.objects.open().filter(owner=giver).select_related("review").order_by("due_on", "pk")
    )


def _called(giver: Official) -> list[Review]:
    """Reviews that are only called; nobody has met yet, so another may write them."""
    return list(Review.objects.filter(secretary=giver, status="called").order_by("planned_on", "pk"))


def _decisions(giver: Official) -> Iterator[Held]:
    for one in _open(giver):
        yield Held(
            ref=f"decision:{one.uid}", what=_("Kết luận xem xét: %s") % one.words[:120], passes=Passes.BY_NAME,
            note=one.review.code, due=one.due_on, subject=Subject(DECISION, one.uid),
        )  # fmt: skip


def _reviews(giver: Official) -> Iterator[Held]:
    for one in _called(giver):
        yield Held(
            ref=f"review:{one.uid}", what=_("Thư ký cuộc xem xét %s") % one.code, passes=Passes.BY_NAME,
            due=one.planned_on, subject=Subject(KIND, one.uid),
        )  # fmt: skip


def _to_finish(giver: Official) -> Iterator[Held]:
    """Meetings he led or wrote that are not signed: what was said there is not another's to say."""
    rows = Review.objects.filter(Q(chair=giver) | Q(secretary=giver), status__in=("held", "decided"))
    for one in rows.order_by("held_on", "pk"):
        yield Held(
            ref=f"unsigned:{one.uid}", what=_("Cuộc xem xét %s chưa ký") % one.code, passes=Passes.STAYS,
            note=_("ghi đủ kết luận và ký trước ngày bàn giao"), due=one.held_on, subject=Subject(KIND, one.uid),
        )  # fmt: skip
