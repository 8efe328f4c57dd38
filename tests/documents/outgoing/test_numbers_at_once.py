"""Eight writers number at once, three of them are killed in the middle: no number twice, none left out.

Real processes on a database of their own: a SQLite file, or one made beside that of DATABASE_URL.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import prepared
from tests.serving.running import environment

pytestmark = pytest.mark.own_database

WRITERS, EACH, KILLED, BEFORE = 8, 25, 3, 4
"""So many writers with so many documents each; the first three are killed after their fourth number."""

Environment = dict[str, str]


@contextmanager
def database(folder: Path) -> Iterator[Environment]:
    """What the processes need to find an empty, migrated database of their own."""
    env = environment(prepared.lay_database(folder)) | {"DJANGO_SETTINGS_MODULE": "chuan.settings"}
    if not (url := os.environ.get("DATABASE_URL")):
        yield env
        return
    with prepared.beside(url, f"numbers_{uuid.uuid4().hex}") as mine:
        yield env | {"DATABASE_URL": mine}


def run(env: Environment) -> Iterator[list[str]]:
    """The words of each line the writers say; those to be killed are killed on the way."""
    command = [sys.executable, "-m", "tests.documents.outgoing.writer", str(WRITERS), str(EACH)]
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        pids: dict[str, int] = {}
        given: dict[str, int] = {}
        for line in running.stdout:
            verb, *words = line.split()
            if verb == "pid":
                pids[words[0]] = int(words[1])
            if verb == "gave":
                given[words[0]] = given.get(words[0], 0) + 1
                if int(words[0]) < KILLED and given[words[0]] == BEFORE:
                    os.kill(pids[words[0]], signal.SIGKILL)
            yield [verb, *words]
        assert running.stderr.read() == ""


def test_eight_at_once_three_killed_and_still_every_number_once(tmp_path: Path):
    with database(tmp_path) as env:
        lines = list(run(env))
    over = lines.index(["over"])
    said = [words[-1] for words in lines[:over] if words[0] == "gave"]
    after = [words[-1] for words in lines[over:] if words[0] == "gave"]
    held = [words[-1] for words in lines if words[0] == "held"]
    count = len(held)
    assert len(said) == len(set(said)), "a number was given twice"
    assert set(said) <= set(held), "a number that was told is gone"
    assert [int(one) for one in held] == list(range(1, count + 1)), "a number was left out"
    assert ["last", str(count)] in lines
    assert ["steps", str(count)] in lines
    assert count - len(said) - len(after) <= KILLED, "only the act that each kill fell upon was not told"
    assert count < WRITERS * EACH, "the kills fell upon nobody"
    assert after == [f"{count:02d}"], "the next number goes on where the last one ended"
