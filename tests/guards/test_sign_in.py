"""Deny by default: every address needs sign-in unless it is listed, and nothing of allauth is reachable."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from chuan.people.middleware import ALWAYS, PUBLIC

FILLERS = {
    "uuid": str(uuid.UUID(int=0)),
    "int": "2021",
    "slug": "mot",
    "str": "mot",
    "path": "mot",
}
"""A value for each kind of part an address may have."""

OF_ALLAUTH = {"account_login", "account_logout", "account_change_password"}


def addresses(patterns=None, before: str = "/", space: str = "") -> Iterator[tuple[str, str]]:
    """Every address with its view's name; parts are filled with something of their kind."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        route = before + re.sub(r"<(?:(\w+):)?\w+>", _filled, str(one.pattern))
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from addresses(one.url_patterns, route, inner)
        elif isinstance(one, URLPattern):
            yield route, f"{space}{one.name or ''}"


def _filled(part: re.Match[str]) -> str:
    return FILLERS.get(part[1] or "str", "mot")


def test_the_guard_walks_the_whole_house():
    found = dict(addresses())
    assert found["/dang-nhap/"] == "account_login"
    assert found[f"/can-bo/{uuid.UUID(int=0)}/"] == "people:one"
    assert len(found) > 12
    assert all(path.startswith("/") and "<" not in path and "^" not in path for path in found)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_opens_only_what_is_listed(method):
    client = Client()
    opened = []
    for path, name in addresses():
        answer = getattr(client, method)(path)
        closed = answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/")
        if not closed and name not in PUBLIC:
            opened.append(f"{method} {path} ({name}): {answer.status_code}")
    assert not opened


def test_what_is_listed_exists():
    names = {name for _path, name in addresses()}
    assert names >= PUBLIC
    assert names >= ALWAYS


def test_little_is_listed():
    """A longer list is a decision (docs/decisions/), not a habit."""
    by_one_time_code = {"documents:sign_begin", "documents:sign_waiting", "documents:sign_take"}
    on_the_way_in = {"account_login", "sign_in_code", "outside_leave", "outside_back"}
    of_citizens = {
        "feedback:start",
        "feedback:write",
        "feedback:elsewhere",
        "feedback:follow",
        "feedback:results",
        "survey:answer",
    }
    by_its_own_key = {"clocks:feed"}
    assert (
        {"healthz", "procedures:when"} | on_the_way_in | by_one_time_code | by_its_own_key | of_citizens
    ) >= PUBLIC


def test_of_allauth_only_three_pages_are_reachable():
    reached = {name for _path, name in addresses() if name.startswith(("account_", "socialaccount_", "mfa_"))}
    assert reached == OF_ALLAUTH


def test_every_address_has_a_name():
    assert not [path for path, name in addresses() if not name or name.endswith(":")]
