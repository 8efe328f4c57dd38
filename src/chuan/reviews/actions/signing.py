"""The chair signs: everything is sealed, decisions become work, earlier ones that go on are carried."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.law.review_inputs import outputs
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.reviews import refusals, searching
from chuan.reviews.actions.following import finish_if_over
from chuan.reviews.collecting import Inputs, canonical, inputs_of, standing_minutes
from chuan.reviews.models import Minutes, Resolution, Review, Seal
from chuan.reviews.permissions import may_sign, require_own
from chuan.reviews.reminding import give_out, over, remind_of_next, stop
from chuan.reviews.steps import locked, step
from chuan.rules.refusals.reviews import DueBeforeMeeting, OutputsMissing
from chuan.rules.reviews import OutputKind, require_answered, unanswered
from chuan.trail.actions import act


def sign(review: Review, *, by: Viewer, at: datetime) -> Review:
    """Seal inputs, words, meeting and decisions, and give the decisions out.

    Raises ``NotAllowed``, ``NotFound``, ``NotTheChair``, ``InputsMissing``, ``OutputsMissing``, ``DueBeforeMeeting``,
    ``WrongMove``.
    """
    require_own(by, review)
    subject = Subject("review", review.uid)
    with act("reviews.sign", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(review)
        step(held, "sign", by=by, at=at)
        minutes = standing_minutes(held)
        assert minutes is not None
        if not may_sign(by, minutes.chair_id):
            raise refusals.NotTheChair(name=minutes.chair.name)
        given = list(
            held.resolutions.standing().select_related("owner", "carried_from__review").order_by("pk")
        )
        known = inputs_of(held, by=by, on=minutes.held_on, at=at)
        require_whole(known, given, minutes)
        seal = _seal(held, known, given, minutes, by=by, at=at)
        _give_out(held, given, by=by, at=at)
        searching.put([held])
        doing.detail = {"code": held.code, "digest": seal.digest, "decisions": len(given)}
    return held


def require_whole(known: Inputs, given: list[Resolution], minutes: Minutes) -> None:
    """Raises ``InputsMissing``, ``OutputsMissing``, ``DueBeforeMeeting`` for what is not whole yet."""
    require_answered(known.known if known.collection is not None else [])
    if left := unanswered(OutputKind(one.kind) for one in given):
        raise OutputsMissing(kinds=", ".join(outputs()[kind].title.lower() for kind in left))
    for one in given:
        if one.due_on is not None and one.due_on < minutes.held_on:
            raise DueBeforeMeeting(due=one.due_on, held=minutes.held_on)


def _seal(
    held: Review, known: Inputs, given: list[Resolution], minutes: Minutes, *, by: Viewer, at: datetime
) -> Seal:
    assert by.official is not None
    assert known.collection is not None
    today = timezone.localtime(at).date()
    text, digest = canonical(
        {
            "review": held.code, "inputs": known.collection.digest, "held_on": minutes.held_on.isoformat(),
            "chair": minutes.chair.name, "secretary": minutes.secretary.name, "opinions": minutes.opinions,
            "place": minutes.place, "signed_on": today.isoformat(),
            "attendance": [
                [one.name, one.present, one.reason]
                for one in minutes.attendance.select_related("official").order_by("position")
            ],
            "additions": [[one.asked.letter, extra.words, extra.unknown]
                          for one in known.letters for extra in one.additions],
            "decisions": [[str(one.uid), one.kind, one.state, one.words, one.owner.name if one.owner else "",
                           one.due_on.isoformat() if one.due_on else ""] for one in given],
        }
    )  # fmt: skip
    return Seal.objects.create(
        review=held, text=text, digest=digest, signed_on=today, signed_by=by.official, recorded_at=at
    )


def _give_out(held: Review, given: list[Resolution], *, by: Viewer, at: datetime) -> None:
    stop(held, at)
    for one in given:
        if one.state == Resolution.State.OPEN:
            give_out(held, one, at)
        earlier = one.carried_from
        if earlier is not None and earlier.state == Resolution.State.OPEN:
            earlier.state = Resolution.State.CARRIED
            earlier.save(update_fields=["state"])
            over(earlier, at)
            finish_if_over(locked(earlier.review), by=by, at=at)
    remind_of_next(held, at)
    finish_if_over(held, by=by, at=at)
