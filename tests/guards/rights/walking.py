"""Every address opened by every role, with GET and with an empty POST; whatever it writes is taken back.

Views are called as the door would call them, pages are not drawn: rights are decided before a page is.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from http import HTTPStatus
from types import SimpleNamespace
from typing import Any
from unittest import mock

from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch, URLPattern, URLResolver, get_resolver, resolve, reverse
from django.utils import timezone

from chuan.documents.refusals_incoming import NotHisPart
from chuan.people import guests
from chuan.people.middleware import ALWAYS, PUBLIC
from chuan.people.models import Account
from chuan.people.roles import OUTSIDE, Role
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules.refusals import NotAllowed, NotFound, NotYours, Refused
from tests.guards.rights.kinds import BESIDE, KINDS, WORDS
from tests.guards.rights.things import found, things

OPEN, READ, SEND, CLOSED, NOTHING = "✓", "r", "s", "–", "·"
"""Opens and may send · opens, sending is refused · only sends · refused · nothing there (404)."""

BROUGHT_IN = frozenset({"home", "gallery"})
"""Nothing of a ward stands there."""


@dataclass(frozen=True)
class Route:
    """An address of the house: its pattern, the name of its view, the parts to fill."""

    pattern: str
    name: str
    parts: tuple[str, ...]

    @property
    def room(self) -> str:
        """The room whose page it is."""
        return self.name.partition(":")[0] if ":" in self.name else ""


@dataclass
class Walked:
    """What everybody found at each address, and what broke."""

    rows: dict[Route, dict[str, str]] = field(default_factory=dict)
    stranger: dict[Route, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


def routes(patterns: Any = None, before: str = "/", space: str = "") -> Iterator[Route]:
    """Every address of the house behind the sign-in."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        pattern = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(
                one.url_patterns, pattern, f"{space}{one.namespace}:" if one.namespace else space
            )
        elif isinstance(one, URLPattern):
            name = f"{space}{one.name or ''}"
            if name not in PUBLIC | ALWAYS | BROUGHT_IN:
                yield Route(pattern, name, tuple(re.findall(r"<(?:\w+:)?(\w+)>", pattern)))


def kind_of(name: str) -> str:
    """The kind of thing that fills the ``uid`` of this view; "" where nobody has said."""
    return next((kind for kind, names in KINDS.items() if name in names.split()), "")


def filled(route: Route, uids: Mapping[str, uuid.UUID]) -> str:
    """The address with real things in it. Raises KeyError for a part that nobody has said how to fill."""
    room = f"{route.room}:*"
    given: dict[str, Any] = {**WORDS.get(room, {}), **WORDS.get(route.name, {})}
    given |= {part: uids[kind] for part, kind in BESIDE.get(route.name, {}).items()}
    if "uid" in route.parts:
        given["uid"] = uids[kind_of(route.name)]
    return reverse(route.name, kwargs={part: given[part] for part in route.parts})


def walk() -> Walked:
    """Two wards, everybody of the first and somebody with every role of the second, at every address."""
    now = timezone.now()
    house, other = found("Bắc Hồng", "a"), found("Nam Hồng", "b")
    uids = things(house, now)
    for role in Role:
        if role not in (*OUTSIDE, Role.CHAIRMAN):
            grant = other.accounts[Role.CHAIRMAN.value].official.grants.get(role=Role.CHAIRMAN)
            grant.pk, grant.role = None, role
            grant.save()
    on = timezone.localtime(now).date()
    viewers = {name: Watched.of(account, on) for name, account in house.accounts.items()}
    stranger = Watched.of(other.accounts[Role.CHAIRMAN.value], on)
    walked = Walked()
    with _quick():
        for route in routes():
            if "uid" in route.parts and not kind_of(route.name):
                continue
            address = filled(route, uids)
            walked.rows[route] = _by_role(address, viewers, walked, route)
            if "uid" in route.parts:
                walked.stranger[route] = _outcome(address, stranger, walked, route)
    return walked


class Watched(Viewer):
    """A viewer that remembers which roles were asked about."""

    @classmethod
    def of(cls, account: Account, on: date) -> Watched:
        """The account as it stands on the day."""
        viewer = viewer_of(account, on=on)
        assert viewer is not None
        made = cls(**viewer.__dict__)
        object.__setattr__(made, "asked", set())
        return made

    def has(self, *roles: Role) -> bool:
        """As ``Viewer.has``, remembered."""
        self.asked.update(roles)  # type: ignore[attr-defined]
        return any(role in self.__dict__["roles"] for role in roles)

    def __getattribute__(self, name: str) -> Any:
        if name == "roles":
            self.asked.update(Role)
        return super().__getattribute__(name)


def _by_role(address: str, viewers: Mapping[str, Watched], walked: Walked, route: Route) -> dict[str, str]:
    """What each finds. Two officials of whose roles nobody asked are answered alike: one of them goes."""
    found: dict[str, str] = {}
    gone: list[tuple[set[str], str]] = []
    for name, viewer in viewers.items():
        alike = next((said for asked, said in gone if name not in asked), "")
        by_name = name in ("own", *OUTSIDE)
        if alike and not by_name:
            found[name] = alike
            continue
        viewer.asked.clear()  # type: ignore[attr-defined]
        found[name] = _outcome(address, viewer, walked, route)
        asked = {str(role) for role in viewer.asked}  # type: ignore[attr-defined]
        if not by_name and name not in asked:
            gone.append((asked, found[name]))
    return found


def _outcome(address: str, viewer: Viewer, walked: Walked, route: Route) -> str:
    got = _tried("get", address, viewer, walked, route)
    if got == "file":
        return OPEN
    sent = _tried("post", address, viewer, walked, route)
    if got == "none":
        return {OPEN: SEND}.get(sent, sent)
    if got == OPEN:
        return READ if sent == CLOSED else OPEN
    return SEND if sent == OPEN else got


def _tried(method: str, address: str, viewer: Viewer, walked: Walked, route: Route) -> str:
    """What one request is answered with; "none" where the method is not offered, "file" for a file to save."""
    request = _request(method, address, viewer)
    match = request.resolver_match
    assert match is not None
    if viewer.guest and (stopped := guests.stop(request, route.name)) is not None:
        return NOTHING if stopped.status_code == HTTPStatus.NOT_FOUND else CLOSED
    try:
        with _taken_back():
            answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except (NotFound, Http404):
        return NOTHING
    except (NotAllowed, NotYours, NotHisPart, PermissionDenied):
        return CLOSED
    except Refused:
        return OPEN
    except Exception as broken:
        walked.broken.append(f"{method} {route.name} as {viewer.account.username}: {broken!r}")
        return "!"
    if "Content-Disposition" in answer.headers and method == "get":
        return "file"
    by_status = {403: CLOSED, 404: NOTHING, 405: "none"}
    return by_status.get(answer.status_code, OPEN)


@contextmanager
def _taken_back() -> Iterator[None]:
    """Whatever is written inside is undone."""
    with transaction.atomic():
        try:
            yield
        finally:
            with suppress(transaction.TransactionManagementError):
                transaction.set_rollback(True)


def _request(method: str, address: str, viewer: Viewer) -> HttpRequest:
    """A request as it stands behind the door."""
    request: HttpRequest = getattr(_FACTORY, method)(address)
    at = timezone.now()
    account: Account = viewer.account
    request.user = account  # type: ignore[assignment]
    request.session = SessionStore()
    match: ResolverMatch = resolve(request.path)
    request.resolver_match = match
    request.__dict__.update(
        at=at, on=timezone.localtime(at).date(), viewer=viewer, _messages=CookieStorage(request),
        _dont_enforce_csrf_checks=True,
    )  # fmt: skip
    return request


_FACTORY = RequestFactory()


@contextmanager
def _quick() -> Iterator[None]:
    """Nothing is drawn: neither pages nor papers nor sheets, only the rights are asked."""
    with (
        # where views draw, not at its source: a module first imported meanwhile would keep what stands there for good
        mock.patch("django.shortcuts.loader", SimpleNamespace(render_to_string=lambda *_a, **_k: "")),
        mock.patch("typst.compile", return_value=b""),
    ):
        yield
