"""One step of an import in a process and on a database of its own: ``python -m tests.intake.in_a_process STEP``.

Killed processes and processes that meet cannot be played inside a test's own transaction.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from chuan.intake import actions, running  # noqa: E402
from chuan.intake.checks import standing_rows  # noqa: E402
from chuan.intake.models import Import, OutsideRow, StandingRow  # noqa: E402
from chuan.offers import registers  # noqa: E402
from chuan.people.models import Official  # noqa: E402
from chuan.people.viewer import Viewer, viewer_of  # noqa: E402
from chuan.rules.refusals import Refused  # noqa: E402
from tests import people  # noqa: E402
from tests.intake.engine import LATER, LIST, Desk, Recorder, recorders  # noqa: E402

FOLLOWERS = recorders()


def say(words: object) -> None:
    """To whoever began this process."""
    sys.stdout.write(f"{words}\n")


def viewer() -> Viewer:
    official = Official.objects.get(name="Lê Văn Một Cửa")
    assert official.account is not None
    found = viewer_of(official.account, on=timezone.localdate())
    assert found is not None
    return found


def prepare() -> None:
    """A ward with two files of one register that wait to be taken in."""
    desk = Desk(people.make_ward(), FOLLOWERS, [])
    desk.mapped(LIST)
    desk.receive(LATER)


def die() -> None:
    """Take a file in and be killed when its rows are written and nothing is committed yet."""
    FOLLOWERS["dossiers"].while_writing = lambda: os.kill(os.getpid(), signal.SIGKILL)
    commit(LIST)


def commit(name: str = LIST) -> None:
    held = Import.objects.get(file_name=name)
    actions.commit(held, by=viewer(), at=timezone.now(), clock=timezone.now)


def meet(name: str) -> None:
    """Take a file in at the moment that both processes have agreed on; say how it went."""
    dossiers: Recorder = FOLLOWERS["dossiers"]
    dossiers.while_preparing = lambda: _wait_for_both()
    try:
        commit(name)
    except Refused as refused:
        say(refused.code)
        return
    say("in")


def _wait_for_both() -> None:
    """Both have worked their rows out before either writes."""
    folder = os.environ["CHUAN_DATA"]
    open(os.path.join(folder, f"ready-{os.getpid()}"), "w").close()
    for _ in range(600):
        if sum(name.startswith("ready-") for name in os.listdir(folder)) >= 2:
            return
        time.sleep(0.05)


def look() -> None:
    """How everything stands."""
    say(
        json.dumps(
            {
                "statuses": dict(Import.objects.values_list("file_name", "status")),
                "refusals": [text for text in Import.objects.values_list("refusal", flat=True) if text],
                "versions": OutsideRow.objects.count(),
                "standing": StandingRow.objects.count(),
                "wrong": list(standing_rows()),
            }
        )
    )


def pick_up() -> None:
    """What the next start does, some minutes later."""
    say(running.pick_up_stale(timezone.now() + timedelta(minutes=5)))


if __name__ == "__main__":
    registers._followers.clear()
    registers._told.clear()
    for follower in FOLLOWERS.values():
        registers.follow(follower)
    globals()[sys.argv[1]](*sys.argv[2:])
