"""The review of the example unit, invented and marked so: called; held, decided and signed when its year is closed.

What the rooms know is collected by the programme itself; the file holds only words for what no register knows.
"""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

from chuan.people.models import Appointment, Official
from chuan.people.viewer import Viewer
from chuan.reviews import actions
from chuan.reviews.actions import Call, Came, Meeting, call
from chuan.reviews.collecting import inputs_of
from chuan.reviews.models import Resolution, Review
from chuan.rules.reviews import OutputKind


def load_review(path: Path, *, by: Viewer, at: datetime) -> Review:
    """Call it, everybody who holds a post invited. Inside the transaction of the example."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    people = {one.account.username: one for one in _people(by) if one.account}
    wanted = Call(
        given["first"], given["last"], given["planned_on"], people[given["chair"]], people[given["secretary"]],
        list(people.values()), given["place"], given["citation"],
    )  # fmt: skip
    return call(wanted, by=by, at=at)


def hold_review(review: Review, path: Path, *, by: Viewer, chair: Viewer, at: datetime) -> Review:
    """The meeting, words for what is missing, the decisions, the signature; then those that were done later.

    ``by``: who writes it; ``chair`` signs. Inside the transaction of the example.
    """
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    people = {one.account.username: one for one in _people(by) if one.account}
    told = given["meeting"]
    came = [Came(one, name not in told["away"], told["away"].get(name, "")) for name, one in people.items()]
    meeting = Meeting(
        told["held_on"], review.chair, review.secretary, came, (), told["began"], told["ended"], given["place"],
        told["opinions"],
    )  # fmt: skip
    actions.hold(review, meeting, seen=0, by=by, at=at)
    review.refresh_from_db()
    for one in inputs_of(review, by=by, on=told["held_on"], at=at).missing:
        words = given["words"].get(one.asked.letter, given["words"]["other"])
        actions.say(review, one.asked.letter, words, unknown=True, by=by, at=at)
    made = [(row, _decide(review, row, people, by, at)) for row in given["decision"]]
    actions.sign(review, by=chair, at=at)
    for row, decided in made:
        _settle(decided, row, by, at)
    review.refresh_from_db()
    return review


def _decide(
    review: Review, row: dict[str, Any], people: dict[str, Official], by: Viewer, at: datetime
) -> Resolution:
    return actions.decide(
        review, OutputKind(row["kind"]), row["words"], owner=people[row["owner"]], due_on=row["due_on"], by=by, at=at
    )  # fmt: skip


def _settle(decided: Resolution, row: dict[str, Any], by: Viewer, at: datetime) -> None:
    if "done_on" not in row:
        return
    decided.refresh_from_db()
    actions.settle(decided, row["evidence"], row["done_on"], by=by, at=at)


def _people(by: Viewer) -> list[Official]:
    held = Appointment.objects.on(by.on).filter(post__unit=by.unit).values("official")
    return list(Official.objects.filter(pk__in=held).select_related("account").order_by("name", "pk"))
