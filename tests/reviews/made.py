"""A review for tests; everybody in it is invented."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from chuan.law.review_inputs import inputs
from chuan.people.models import Official
from chuan.reviews import actions
from chuan.reviews.actions import Call, Came, Meeting
from chuan.reviews.collecting import inputs_of
from chuan.reviews.models import Resolution, Review
from chuan.rules.reviews import OutputKind
from tests.people import Ward

YEAR = (date(2021, 1, 1), date(2021, 12, 31))
HELD = date(2021, 12, 15)


def today() -> date:
    """The local day now."""
    return timezone.localtime(timezone.now()).date()


def called(ward: Ward, planned_on: date = HELD) -> Review:
    """A review of 2021, called by the secretary, chaired by the Chairman."""
    wanted = Call(*YEAR, planned_on, ward.chairman, ward.secretary, [ward.clerk, ward.one_stop])
    return actions.call(wanted, by=ward.viewer(ward.secretary), at=timezone.now())


def meeting(ward: Ward, **other: object) -> Meeting:
    """The meeting of it: one stayed away with a reason."""
    came = [
        Came(ward.chairman, True), Came(ward.secretary, True), Came(ward.clerk, True),
        Came(ward.one_stop, False, "đi tập huấn"),
    ]  # fmt: skip
    told: dict[str, object] = {"guests": ("Ông Khách (minh họa)",), "opinions": "Nhất trí."} | other
    return Meeting(HELD, ward.chairman, ward.secretary, came, **told)  # type: ignore[arg-type]


def held(ward: Ward, review: Review | None = None) -> Review:
    """The same after its meeting was written."""
    review = review or called(ward)
    actions.hold(review, meeting(ward), seen=0, by=ward.viewer(ward.secretary), at=timezone.now())
    review.refresh_from_db()
    return review


def answered(ward: Ward, review: Review) -> None:
    """A sentence for every letter that is missing."""
    by, at = ward.viewer(ward.secretary), timezone.now()
    for one in inputs_of(review, by=by, on=HELD, at=at).missing:
        actions.say(review, one.asked.letter, "Chưa theo dõi trong năm.", unknown=True, by=by, at=at)
    assert len(inputs()) == 12


def decided(ward: Ward, review: Review, owner: Official, due_on: date = date(2022, 3, 31)) -> Resolution:
    """One decision, and why nothing else is needed."""
    by, at = ward.viewer(ward.secretary), timezone.now()
    row = actions.decide(
        review, OutputKind.IMPROVEMENT, "Mở thêm quầy", owner=owner, due_on=due_on, by=by, at=at
    )
    for kind in (OutputKind.CHANGE, OutputKind.RESOURCE):
        actions.need_nothing(review, kind, "Đủ như hiện nay.", by=by, at=at)
    review.refresh_from_db()
    return row


def signed(ward: Ward) -> tuple[Review, Resolution]:
    """A review signed by its chair, with its one decision."""
    review = held(ward)
    answered(ward, review)
    row = decided(ward, review, ward.clerk)
    actions.sign(review, by=ward.viewer(ward.chairman), at=timezone.now())
    review.refresh_from_db()
    row.refresh_from_db()
    return review, row


def in_days(days: int) -> date:
    """So many days from today."""
    return today() + timedelta(days=days)
