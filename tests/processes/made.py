"""Processes for tests; everything in them is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from chuan.people.models import Official, Post
from chuan.processes import actions
from chuan.processes.actions import Written
from chuan.processes.models import Hand, Process
from tests.people import Ward

SINCE = date(2021, 1, 1)


def process(ward: Ward, code: str = "QT-06", since: date = SINCE, **more: Any) -> Process:
    """A process of the ward, written by its ISO secretary."""
    given = {"name": "Giải quyết thủ tục hành chính", "kind": "serve"} | more
    written = Written(code=code, **given)
    return actions.define_process(written, since=since, by=ward.viewer(ward.secretary), at=timezone.now())


def post_of(official: Official) -> Post:
    """The post the official holds."""
    return official.appointments.get().post


def part(ward: Ward, row: Process, official: Official, what: str = "owner", since: date = SINCE) -> Hand:
    """The official's post gets a part of the process."""
    by = ward.viewer(ward.secretary)
    return actions.give_part(row, post_of(official), what, since=since, by=by, at=timezone.now())
