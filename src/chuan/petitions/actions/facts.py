"""What makes a period of the law longer and is known only later: said with a reason, and said again when it was wrong.

A complaint of a remote place has the longer period (Luật Khiếu nại 2011, Điều 28); the identity of a denouncer that has
to be looked for in several places has the longer one too (Luật Tố cáo 2018, Điều 24).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from chuan.people.permissions import require_role
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_facts as refusals
from chuan.petitions.actions.recording import step
from chuan.petitions.events import add_event
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.permissions import KEEPERS, LEADERS, require_seen
from chuan.petitions.projecting import Stands, judged
from chuan.petitions.refusals import WordsMissing
from chuan.rules.petitions import Kind

FACTS: Mapping[str, str] = {Kind.COMPLAINT: "remote", Kind.DENUNCIATION: "several_places"}
"""The column of a kind's fact; other kinds have none."""


def say_fact(petition: Petition, holds: bool, why: str, *, by: Viewer, at: datetime) -> PetitionEvent:
    """Say whether the longer period holds. The line tells the days before and after.

    Raises ``NotFound``, ``NotAllowed``, ``FactNotAsked``, ``FactSame``, ``WordsMissing``.
    """
    require_seen(by, petition)
    require_role(by, *KEEPERS, *LEADERS)
    name, said = fact_of(petition), " ".join(why.split())
    if getattr(petition, name) == holds:
        raise refusals.FactSame()
    if not said:
        raise WordsMissing(thing="căn cứ: vì sao thời hạn ấy đúng với đơn này")
    on = timezone.localtime(at).date()
    with step(petition, "fact", by=by, at=at) as doing:
        held = doing.petition
        moved = would_stand(held, at=at)
        setattr(held, name, holds)
        held.save(update_fields=[name])
        days = {"before": _said(held), "after": _said(moved.now)}
        told = {"fact": name, "to": "yes" if holds else "no", **days}
        event = add_event(held, "fact", on=on, by=by, at=at, text=said[:300], data=told)
        doing.detail = {"number": event.seq, "on": on.isoformat(), "kind": name, **days}
    return event


def fact_of(petition: Petition) -> str:
    """The column of the petition's fact. Raises ``FactNotAsked`` for kinds that have none."""
    if petition.kind not in FACTS:
        raise refusals.FactNotAsked()
    return FACTS[petition.kind]


def would_stand(petition: Petition, *, at: datetime) -> Stands:
    """How it would stand with the other answer; nothing is written."""
    name = fact_of(petition)
    was = getattr(petition, name)
    setattr(petition, name, not was)
    try:
        return judged([petition], bench_of(petition.owner_unit), at=at)[0]
    finally:
        setattr(petition, name, was)


def _said(standing: object) -> str:
    day = getattr(standing, "due_on", None) or getattr(standing, "next_due_on", None)
    return day.isoformat() if day else ""
