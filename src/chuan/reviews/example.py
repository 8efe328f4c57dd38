"""The review of the example unit: called, not held. A meeting of invented people is not invented as well."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

from chuan.people.models import Appointment, Official
from chuan.people.viewer import Viewer
from chuan.reviews.actions import Call, call
from chuan.reviews.models import Review


def load_review(path: Path, *, by: Viewer, at: datetime) -> Review:
    """Call it, everybody who holds a post invited. Inside the transaction of the example."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    people = {one.account.username: one for one in _people(by) if one.account}
    wanted = Call(
        given["first"], given["last"], given["planned_on"], people[given["chair"]], people[given["secretary"]],
        list(people.values()), given["place"], given["citation"],
    )  # fmt: skip
    return call(wanted, by=by, at=at)


def _people(by: Viewer) -> list[Official]:
    held = Appointment.objects.on(by.on).filter(post__unit=by.unit).values("official")
    return list(Official.objects.filter(pk__in=held).select_related("account").order_by("name", "pk"))
