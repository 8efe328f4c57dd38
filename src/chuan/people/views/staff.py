"""Officials of the unit: who holds which post and role, by which document; and the pages that change it."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from chuan.people import actions, permissions, reports, reports_sign_in
from chuan.people.actions.handing import may_prepare
from chuan.people.actions.taking_in import Coming, take_in
from chuan.people.door import Request
from chuan.people.doors import beside_staff
from chuan.people.forms import EndForm, PostForm, RoleForm
from chuan.people.forms_taking_in import TakingInForm
from chuan.people.kept import may_ask
from chuan.people.models import Official
from chuan.people.saying import said_on
from chuan.people.views.accounts import say_once
from chuan.people.views.pages import crumbs_to, done, kept, official_of, verb_page

ON_ACCOUNT = {"user_name_taken": "username", "user_name_unusable": "username"}
ON_FIELD = {"period_backwards": "until", "citation_missing": "citation", "before_unit": "since"}


def everybody(request: Request) -> HttpResponse:
    """Officials with today's posts and roles; ``?tim=`` folds marks, ``?tat-ca=1`` shows who left."""
    search, everyone = request.GET.get("tim", "").strip(), request.GET.get("tat-ca") == "1"
    context = {
        "title": _("Cán bộ"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "people": reports.staff(request.viewer, at=request.at, search=search, everybody=everyone),
        "search": search,
        "everyone": everyone,
        "keeper": permissions.may_keep_staff(request.viewer),
        "beside": beside_staff(request.viewer),
    }
    return render(request, "people/everybody.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """An official: posts, roles, documents, account."""
    official = official_of(request, uid)
    keeper = permissions.may_keep_staff(request.viewer) and official.unit_id == request.viewer.unit.pk
    context = {
        "title": official.name,
        "where": official.unit.committee,
        "demo": official.example,
        "crumbs": crumbs_to(),
        "person": reports.person(official, on=request.on, at=request.at),
        "keeper": keeper,
        "self": request.viewer.official == official,
        "signing_in": reports_sign_in.of_other(official, at=request.at) if keeper else None,
        "may_hand_over": may_prepare(request.viewer, official),
        "may_ask": may_ask(request.viewer, official),
    }
    return render(request, "people/one.html", context)


@never_cache
def add(request: Request) -> HttpResponse:
    """Take an official in; with post, role and account at once where they are known."""
    permissions.require_keep_staff(request.viewer)
    form = TakingInForm(request.POST or None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        with said_on(form, **ON_FIELD, **ON_ACCOUNT, name_missing="name", post_exists="new_post"):
            taken = take_in(_coming(form.cleaned_data), by=request.viewer, at=request.at)
            if taken.password is not None:
                return say_once(request, taken.official, taken.password)
            return done(request, taken.official, _("Đã thêm %s.") % taken.official.name)
    return verb_page(request, form, _("Thêm cán bộ"), _("Thêm"))


def _coming(given: dict[str, Any]) -> Coming:
    post = given["post"] or given["new_post"] or None
    return Coming(given["name"], post, given["role"], given["username"], given["since"], given["citation"])


def appoint(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Give a post, one of the unit's or a new one."""
    official = kept(request, uid)
    form = PostForm(request.POST or None, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        with said_on(form, **ON_FIELD, post_exists="new_post", name_missing="new_post"):
            title = _appointed(request, official, form.cleaned_data)
            return done(request, official, _("Đã bổ nhiệm: %s.") % title)
    return verb_page(request, form, _("Bổ nhiệm"), _("Bổ nhiệm"), official)


def _appointed(request: Request, official: Official, given: dict[str, Any]) -> str:
    with transaction.atomic():
        post = given["post"] or actions.open_post(title=given["new_post"], by=request.viewer, at=request.at)
        period = {name: given[name] for name in ("since", "until", "citation")}
        actions.appoint(official, post, **period, by=request.viewer, at=request.at)
    return str(post.title)


def grant(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Give a role."""
    official = kept(request, uid)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, **ON_FIELD):
            given = actions.grant_role(official, **form.cleaned_data, by=request.viewer, at=request.at)
            return done(request, official, _("Đã giao vai trò: %s.") % given.get_role_display())
    return verb_page(request, form, _("Giao vai trò"), _("Giao vai trò"), official)


def end(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take back a post or a role: the row gets its last day, and stays."""
    official = kept(request, uid)
    held = _held(reports.person(official, on=request.on, at=request.at))
    choices = [(key, said) for key, (said, _verb) in held.items()]
    form = EndForm(request.POST or None, choices=choices, initial={"held": request.GET.get("viec")})
    if request.method == "POST" and form.is_valid():
        said, verb = held[form.cleaned_data["held"]]
        with said_on(form, period_backwards="on", already_ended="on", citation_missing="citation"):
            verb(
                on=form.cleaned_data["on"],
                citation=form.cleaned_data["citation"],
                by=request.viewer,
                at=request.at,
            )
            return done(request, official, _("Đã cho thôi: %s.") % said)
    return verb_page(request, form, _("Cho thôi giữ"), _("Cho thôi"), official)


def _held(person: reports.Person) -> dict[str, tuple[str, partial[None]]]:
    """What may be taken back: a key for the form, the words, and the verb bound to its row."""
    posts = {
        f"post:{h.row.post.uid}:{h.since}": (h.what, partial(actions.end_appointment, h.row))
        for h in person.posts
        if not h.ended_by(person.on)
    }
    roles = {
        f"role:{h.row.role}:{h.since}": (h.what, partial(actions.withdraw_role, h.row))
        for h in person.roles
        if not h.ended_by(person.on)
    }
    return posts | roles
