"""Officials, posts, and who holds which post."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals, searching
from chuan.people.actions import holding
from chuan.people.models import Appointment, Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import compose, fold
from chuan.trail.actions import act


def add_official(*, name: str, by: Viewer, at: datetime) -> Official:
    """Take an official into the viewer's unit. Two people may bear one name; the uid tells them apart."""
    permissions.require_keep_staff(by)
    official = Official(unit=by.unit, name=_named(name, _("họ và tên")), example=by.unit.example)
    subject = Subject("official", official.uid)
    with act("add_official", subject, by=by, unit_uid=by.unit_uid, at=at, name=official.name):
        official.save()
        searching.put([official])
    return official


def open_post(*, title: str, by: Viewer, at: datetime) -> Post:
    """Open a post in the viewer's unit; refuses a title that exists but for case and marks."""
    permissions.require_keep_staff(by)
    title = _named(title, _("tên chức danh"))
    post = Post(unit=by.unit, title=title, code=fold(title).replace(" ", "-")[:40])
    with act("open_post", Subject("post", post.uid), by=by, unit_uid=by.unit_uid, at=at, title=title):
        if Post.objects.filter(unit=by.unit, code=post.code).exists():
            raise refusals.PostExists(title=title)
        post.save()
    return post


def appoint(
    official: Official,
    post: Post,
    *,
    since: date,
    until: date | None = None,
    citation: str,
    by: Viewer,
    at: datetime,
) -> Appointment:
    """Give the post to the official from ``since``, by a document; ``until`` is the first day without it."""
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    holding.require_own_unit(by, post.unit_id, _("chức danh này"))
    holding.check_period(by.unit, since, until)
    new = Appointment(
        official=official, post=post, valid_from=since, valid_to=until, citation=holding.cited(citation)
    )
    detail = {"post": post.title, "since": since, "until": until, "citation": new.citation}
    with act("appoint", Subject("official", official.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        same = official.appointments.filter(holding.overlapping(since, until), post=post).first()
        if same:
            raise refusals.AlreadyHolds(name=official.name, thing=post.title, since=same.valid_from)
        new.save()
    return new


def end_appointment(appointment: Appointment, *, on: date, citation: str, by: Viewer, at: datetime) -> None:
    """From ``on`` the post is no longer held; the row stays, with its document, for whoever reads later."""
    official, post = appointment.official, appointment.post
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    detail = {"post": post.title, "until": on, "citation": holding.cited(citation)}
    with act(
        "end_appointment", Subject("official", official.uid), by=by, unit_uid=by.unit_uid, at=at, **detail
    ):
        holding.end(appointment, on=on, name=official.name, thing=post.title)


def _named(text: str, thing: str) -> str:
    name = " ".join(compose(text).split())
    if len(name) < 2:
        raise refusals.NameMissing(thing=thing)
    return name
