"""A process of its own that acts: ``python -m tests.trail.writer UNIT HOW_MANY [PAUSE]``.

It waits for a line on its input, so that several begin at
once, and says the uid of each act when it is acknowledged. Every third act takes its time inside the
transaction, so that a kill finds some of them there.
"""

from __future__ import annotations

import os
import sys
import time
import uuid


def say(word: object) -> None:
    """One line, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def act(unit: str, how_many: str, pause: str = "0.01") -> None:
    """Act so often, one acknowledged uid a line."""
    from django.db import connection
    from django.utils import timezone

    from chuan.offers.subjects import Subject
    from chuan.offers.uids import new_uid
    from chuan.trail import actions

    connection.ensure_connection()
    say("ready")
    sys.stdin.readline()
    for number in range(int(how_many)):
        thing, at = Subject("thing", new_uid()), timezone.now()
        with actions.act("race", thing, by=actions.SYSTEM, unit_uid=uuid.UUID(unit), at=at, number=number):
            time.sleep(float(pause) if number % 3 == 2 else 0)
        say(thing.uid)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()
    act(*sys.argv[1:])
