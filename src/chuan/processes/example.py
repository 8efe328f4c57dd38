"""The map of processes of the example unit: the proposed set, parts invented; through the actions that people use."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

from chuan.law.processes import proposed_on
from chuan.people.models import Post
from chuan.people.viewer import Viewer
from chuan.processes.actions import give_part, take_over
from chuan.processes.models import Hand


def load_processes(path: Path, *, by: Viewer, at: datetime) -> int:
    """Take the set over and give its parts; how many processes. Inside the transaction of the example."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    found = proposed_on(given["since"])
    made = take_over(found.processes if found else (), since=given["since"], by=by, at=at)
    posts = {one.title: one for one in Post.objects.filter(unit=by.unit)}
    for one in made:
        parts = [(Hand.Part.OWNER, given["owner"][one.code])]
        parts += [(Hand.Part.DOER, title) for title in given["doer"].get(one.code, ())]
        for part, title in parts:
            give_part(one, posts[title], part, since=given["since"], citation=given["citation"], by=by, at=at)
    return len(made)
